"""Founding a congress and changing what it says of itself."""

import dataclasses
from collections.abc import Iterable
from datetime import date
from typing import Any

from congress.congresses import rules
from congress.congresses.models import Congress
from congress.database import db, explain_unique, values_of
from congress.journal.actions import Actor, note, refuse_stale
from congress.journal.rules import differences
from congress.shared.findings import object_to, on_record
from congress.shared.labels import N_, name_fields

explain_unique("congress", ("slug",), N_("Đã có đại hội mang tên ngắn này."), "slug")
name_fields(
    "congress",
    slug=N_("Tên ngắn"),
    area_kind=N_("Loại đơn vị"),
    superior=N_("Đảng bộ cấp trên"),
    ordinal=N_("Đại hội lần thứ"),
    term_start=N_("Nhiệm kỳ từ năm"),
    term_end=N_("Nhiệm kỳ đến năm"),
    mode=N_("Nội dung đại hội"),
    of_delegates=N_("Đại hội đại biểu"),
    opens_on=N_("Ngày khai mạc"),
    closes_on=N_("Ngày bế mạc"),
    venue=N_("Địa điểm"),
    theme=N_("Chủ đề"),
    official_total=N_("Tổng số đại biểu chính thức"),
    alternate_total=N_("Tổng số đại biểu dự khuyết"),
    decision_number=N_("Theo quyết định số"),
    decision_date=N_("Ngày của quyết định"),
    delegate_cap=N_("Mức tối đa đại biểu chính thức"),
    delegate_cap_source=N_("Căn cứ của mức tối đa"),
    max_days=N_("Số ngày tối đa"),
    registration_closes_on=N_("Hạn gửi danh sách đại biểu"),
    house_style=N_("Cách viết dấu thanh"),
    paper_font=N_("Phông chữ trên giấy"),
    credentials_adopted_on=N_("Công nhận tư cách đại biểu ngày"),
)


def found(*, actor: Actor, slug: str, name: str, term_start: int, term_end: int, **fields: Any) -> Congress:
    """Create a congress. Raises RuleBroken for an impossible term, dates or short name."""
    rules.check_slug(slug)
    rules.check_term(term_start, term_end)
    rules.check_dates(fields.get("opens_on"), fields.get("closes_on"))
    congress = Congress(slug=slug, name=name, term_start=term_start, term_end=term_end, **fields)
    db.session.add(congress)
    note(
        actor, N_("Lập đại hội"), congress, label=congress.title, changes=differences({}, {"slug": slug, "name": name})
    )
    return congress


def change(
    congress: Congress, *, actor: Actor, version: int | None, confirmed: Iterable[str] | None = None, **fields: Any
) -> None:
    """Change the congress's own data. Raises RuleBroken or StaleEdit; nothing is written then.

    With `confirmed`, the keys of what somebody has checked, Objections for what is unlikely and not among them.
    """
    refuse_stale(congress, version)
    rules.check_term(fields.get("term_start", congress.term_start), fields.get("term_end", congress.term_end))
    rules.check_dates(fields.get("opens_on", congress.opens_on), fields.get("closes_on", congress.closes_on))
    asked = rules.questions(_course(congress), _course(congress, **fields)) if confirmed is not None else []
    answered = object_to(asked, confirmed or ())
    before = values_of(congress, *fields)
    for name, value in fields.items():
        setattr(congress, name, value)
    if changes := differences(before, fields):
        said = on_record(answered)
        note(actor, N_("Sửa thông tin đại hội"), congress, label=congress.title, changes=changes, reason=said)


def _course(congress: Congress, **fields: Any) -> rules.Course:
    """Days and totals as they stand, or as they would with these fields."""
    names = (each.name for each in dataclasses.fields(rules.Course))
    return rules.Course(**{name: fields.get(name, getattr(congress, name)) for name in names})


def adopt_credentials(congress: Congress, day: date | None, *, actor: Actor, reason: str = "") -> None:
    """The congress has recognised its delegates on that day; None takes it back. The credentials feature decides."""
    before = congress.credentials_adopted_on
    congress.credentials_adopted_on = day
    changes = differences({"credentials_adopted_on": before}, {"credentials_adopted_on": day})
    if changes:
        note(actor, N_("Công nhận tư cách đại biểu"), congress, label=congress.title, changes=changes, reason=reason)
