"""The arithmetic behind a cell's seats, one step a line."""

from collections.abc import Iterator
from typing import Any

from congress.allocation.rules.claims import Tie
from congress.allocation.rules.limits import base_of
from congress.allocation.rules.phrases import ROUNDING, TIE_RULES, Phrase, Told, names, rough, short, signed
from congress.shared.labels import N_


def of(told: Told) -> Iterator[Phrase]:
    """From the total to the seats of this cell."""
    yield _total(told)
    if told.is_official:
        yield from _given(told)
        yield from _bounds(told)
    if told.share.pinned:
        yield _pin(told)
        return
    yield from _by_members(told)
    yield _rounded(told)
    if told.tie:
        yield _tie(told, told.tie)
    if told.is_official and not (told.share.raised or told.share.lowered):
        yield _sum(told)


def _total(told: Told) -> Phrase:
    if not told.is_official:
        return Phrase(
            N_("Tổng số đại biểu dự khuyết: %(seats)s; không có mức nền, không có ưu tiên."),
            {"seats": told.outcome.seats},
        )
    return Phrase(
        N_(
            "Số đại biểu các chi bộ bầu: %(official)s − %(ex_officio)s đương nhiên − %(appointed)s chỉ định − "
            "%(reserve)s dự phòng = %(seats)s."
        ),
        {"official": told.plan.official, **told.plan.apart, "seats": told.outcome.seats},
    )


def _given(told: Told) -> Iterator[Phrase]:
    base = base_of(told.cell, told.plan)
    if told.plan.method.has_base:
        yield Phrase(N_("Mức nền của chi bộ: %(base)s."), {"base": base})
    elif base:
        yield Phrase(N_("Mức tối thiểu của chi bộ: %(base)s (phương pháp này không cộng mức nền)."), {"base": base})
    if told.cell.priority:
        reason = told.cell.priority_reason.rstrip(". ") or Phrase(N_("chưa ghi lý do"))
        yield Phrase(N_("Số ưu tiên: %(priority)s (%(reason)s)."), {"priority": told.cell.priority, "reason": reason})


def _bounds(told: Told) -> Iterator[Phrase]:
    cell = told.cell
    if cell.floor:
        yield Phrase(N_("Số tối thiểu do văn phòng đặt: %(floor)s."), {"floor": cell.floor})
    if cell.cap is not None:
        yield Phrase(N_("Số tối đa do văn phòng đặt: %(cap)s."), {"cap": cell.cap})
    if cell.ex_officio:
        yield Phrase(
            N_("Đảng viên có thể bầu: %(members)s − %(ex_officio)s đương nhiên = %(eligible)s."),
            {"members": cell.members, "ex_officio": cell.ex_officio, "eligible": cell.eligible},
        )


def _by_members(told: Told) -> Iterator[Phrase]:
    outcome = told.outcome
    values: dict[str, Any] = {"members": told.cell.members, "quotient": rough(told.share.quotient)}
    if outcome.divisor:
        values |= {"divisor": short(outcome.divisor), "rounding": Phrase(ROUNDING[told.plan.method])}
        yield Phrase(N_("Số chia chung: %(divisor)s đảng viên cho một đại biểu; %(rounding)s."), values)
        yield Phrase(N_("Phần của chi bộ: %(members)s : %(divisor)s = %(quotient)s."), values)
    elif told.share.raised or told.share.lowered:
        yield Phrase(N_("Phần của chi bộ theo số đảng viên, khi chưa xét giới hạn: %(quotient)s."), values)
    elif outcome.members:
        values |= {"pool": outcome.pool, "all": outcome.members}
        yield Phrase(N_("Chia theo đảng viên: %(pool)s suất cho %(all)s đảng viên."), values)
        yield Phrase(N_("Phần của chi bộ: %(members)s × %(pool)s : %(all)s = %(quotient)s."), values)


def _rounded(told: Told) -> Phrase:
    share = told.share
    values = {
        "whole": share.whole,
        "remainder": rough(share.remainder),
        "rank": share.rank or 0,
        "left": told.outcome.left_over,
        "seats": share.seats,
        "rounded": share.seats - share.priority,
    }
    if share.raised:
        return Phrase(N_("Thấp hơn mức tối thiểu nên giữ ở %(seats)s, các chi bộ khác được tính lại."), values)
    if share.lowered:
        return Phrase(N_("Cao hơn mức có thể nhận nên giữ ở %(seats)s, các chi bộ khác được tính lại."), values)
    if told.outcome.divisor:
        return Phrase(N_("Làm tròn thành %(rounded)s."), values)
    if share.from_remainder:
        message = N_(
            "Phần nguyên %(whole)s; phần dư %(remainder)s đứng thứ %(rank)s, trong %(left)s suất còn lại nên được "
            "thêm 1."
        )
    elif share.rank and told.outcome.left_over:
        message = N_(
            "Phần nguyên %(whole)s; phần dư %(remainder)s đứng thứ %(rank)s, ngoài %(left)s suất còn lại nên "
            "không được thêm."
        )
    else:
        message = N_("Phần nguyên %(whole)s; không còn suất nào chia theo phần dư.")
    return Phrase(message, values)


def _tie(told: Told, tie: Tie) -> Phrase:
    return Phrase(
        N_("Bằng nhau: %(cells)s cùng xét %(seats)s suất cuối; được nhận: %(winners)s (%(rule)s)."),
        {
            "cells": names(told.plan, tie.cells),
            "seats": tie.seats,
            "winners": names(told.plan, tie.winners),
            "rule": Phrase(TIE_RULES[tie.rule]),
        },
    )


def _sum(told: Told) -> Phrase:
    share = told.share
    by_members = share.seats - share.base - share.priority
    values = {"base": share.base, "priority": share.priority, "by_members": by_members, "seats": share.seats}
    if not told.plan.method.has_base:
        return Phrase(N_("Cộng: %(priority)s ưu tiên + %(by_members)s theo số đảng viên = %(seats)s."), values)
    return Phrase(
        N_("Cộng: %(base)s mức nền + %(priority)s ưu tiên + %(by_members)s theo số đảng viên = %(seats)s."), values
    )


def _pin(told: Told) -> Phrase:
    share = told.share
    if share.difference is None:
        return Phrase(N_("Được ấn định: %(seats)s."), {"seats": share.seats})
    return Phrase(
        N_("Được ấn định: %(seats)s; nếu không ấn định số nào thì là %(computed)s, chênh lệch %(difference)s."),
        {"seats": share.seats, "computed": share.computed, "difference": signed(share.difference)},
    )
