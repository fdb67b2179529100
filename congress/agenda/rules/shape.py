"""What is unusual about the items themselves: their times, their session, their papers, what is put to the vote."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from congress.agenda.rules.clock import ItemPlan, SessionPlan, Slot, clock_of, clock_time, parts_of
from congress.agenda.rules.findings import Check, of_item, of_session
from congress.agenda.vocabulary import ItemKind, SessionKind
from congress.shared.labels import N_
from congress.shared.vietnamese import date_on_paper, fold

# domain.md §5.3: discussed by the congress, issued by the new committee.
ACTION_PROGRAMME_SOURCE = "Công văn 11977-CV/VPTW ngày 23/4/2020"
ACTION_PROGRAMME = fold("chương trình hành động")
# domain.md §5.2: what the preparatory session elects and adopts; the Charter's contents belong to the official one.
SESSIONS_SOURCE = "Hướng dẫn 01-HD/TW, điểm 14.1"
BELONGS_TO = {
    SessionKind.PREPARATORY: (
        "bầu đoàn chủ tịch", "bầu đoàn thư ký", "bầu ban thẩm tra", "nội quy", "quy chế làm việc", "quy chế bầu cử",
    ),
    SessionKind.OFFICIAL: (
        "báo cáo chính trị", "báo cáo kiểm điểm", "bầu ban chấp hành", "nghị quyết đại hội", "bầu đoàn đại biểu",
        "diễn văn khai mạc", "diễn văn bế mạc", "ra mắt ban chấp hành",
    ),
}  # fmt: skip
LONGEST_SITTING = 150
"""Minutes without a rest [D]."""
LUNCH = (10 * 60 + 30, 14 * 60)
LUNCH_MINUTES = 60
"""Where somebody sits before and after noon, this many minutes are free in between [D]."""


def each_item(plans: Sequence[SessionPlan]) -> Iterator[tuple[SessionPlan, ItemPlan, Slot]]:
    """Every item with its session and its slot, parts left out."""
    for plan in plans:
        for item, slot in zip(plan.items, clock_of(plan).slots, strict=True):
            yield plan, item, slot


def with_parts(plans: Sequence[SessionPlan]) -> Iterator[tuple[SessionPlan, ItemPlan, Slot]]:
    """The same, each item followed by its parts."""
    for plan, item, slot in each_item(plans):
        yield plan, item, slot
        for part, own in zip(item.subs, parts_of(item, slot), strict=True):
            yield plan, part, own


def fixed_points(plans: Sequence[SessionPlan]) -> list[Check]:
    """A fixed start that what comes before does not leave free."""
    return [
        of_item(
            item,
            plan,
            "fixed_overrun",
            N_("“%(title)s” cố định lúc %(start)s nhưng các mục trước đến %(end)s mới xong, chồng %(minutes)s phút."),
            {"start": slot.starts, "end": clock_time(slot.start - slot.gap), "minutes": -slot.gap},
        )
        for plan, item, slot in each_item(plans)
        if slot.gap < 0
    ]


def parts_too_long(plans: Sequence[SessionPlan]) -> list[Check]:
    """Parts that together take longer than their item."""
    found = []
    for plan, item, _slot in each_item(plans):
        over = sum(part.minutes for part in item.subs) - item.minutes
        if over > 0:
            found.append(
                of_item(
                    item,
                    plan,
                    "parts_too_long",
                    N_("“%(title)s”: các mục con dài hơn mục này %(minutes)s phút."),
                    {"minutes": over},
                )
            )
    return found


def meals_and_rests(plans: Sequence[SessionPlan]) -> list[Check]:
    """No hour for lunch on a day that goes on in the afternoon; too long a sitting without a rest."""
    found = []
    for day, sessions in groupby(sorted(plans, key=lambda plan: plan.day), key=lambda plan: plan.day):
        of_day = list(sessions)
        if _no_lunch(of_day):
            found.append(
                of_session(
                    of_day[0],
                    "no_lunch",
                    N_("Ngày %(day)s họp cả sáng và chiều nhưng không có %(minutes)s phút nghỉ trưa."),
                    {"day": date_on_paper(day), "minutes": LUNCH_MINUTES},
                )
            )
    for plan in plans:
        if plan.kind is not SessionKind.BEFORE and (sitting := _longest_sitting(plan)) > LONGEST_SITTING:
            found.append(
                of_session(
                    plan,
                    "no_rest",
                    N_("%(session)s: ngồi liền %(minutes)s phút không nghỉ giải lao (nên tối đa %(most)s phút)."),
                    {
                        "session": f"{plan.name} ({date_on_paper(plan.day)})",
                        "minutes": sitting,
                        "most": LONGEST_SITTING,
                    },
                )
            )
    return found


def _no_lunch(plans: Sequence[SessionPlan]) -> bool:
    busy = sorted((slot.start, slot.end) for _plan, item, slot in each_item(plans) if item.kind is not ItemKind.BREAK)
    if not busy or busy[0][0] >= LUNCH[0] or max(end for _start, end in busy) <= LUNCH[1]:
        return False
    free, at = 0, LUNCH[0]
    for start, end in busy:
        free = max(free, min(start, LUNCH[1]) - at)
        at = max(at, end)
    return max(free, LUNCH[1] - at) < LUNCH_MINUTES


def _longest_sitting(plan: SessionPlan) -> int:
    longest, begun, ended = 0, None, 0
    for _plan, item, slot in each_item([plan]):
        if item.kind is ItemKind.BREAK or slot.start > ended:
            begun = None
        if item.kind is not ItemKind.BREAK:
            begun = slot.start if begun is None else begun
            longest = max(longest, slot.end - begun)
        ended = slot.end
    return longest


def wrong_sessions(plans: Sequence[SessionPlan]) -> list[Check]:
    """What the preparatory session does stands in the official one, or the other way round."""
    found = []
    for plan, item, _slot in with_parts(plans):
        words = f" {fold(item.title)} "
        for kind, marks in BELONGS_TO.items():
            other = next(each for each in BELONGS_TO if each is not kind)
            elsewhere = any(fold(mark) in words for mark in BELONGS_TO[other])
            if plan.kind is not kind and not elsewhere and any(fold(mark) in words for mark in marks):
                found.append(
                    of_item(
                        item,
                        plan,
                        "wrong_session",
                        N_("“%(title)s” thường ở phiên khác, không ở %(session)s."),
                        {"session": plan.name},
                        SESSIONS_SOURCE,
                    )
                )
    return found


def missing_papers(plans: Sequence[SessionPlan]) -> list[Check]:
    """A report without the paper that is read."""
    return [
        of_item(item, plan, "missing_paper", N_("“%(title)s” là báo cáo nhưng chưa ghi văn bản trình bày."), {})
        for plan, item, _slot in with_parts(plans)
        if item.kind is ItemKind.REPORT and not item.paper
    ]


def votes_on_the_action_programme(plans: Sequence[SessionPlan]) -> list[Check]:
    """The action programme is discussed but not voted (domain.md §0.6 [A for 2020, assumed for 2025])."""
    return [
        of_item(
            item,
            plan,
            "action_programme_vote",
            N_("“%(title)s”: chương trình hành động chỉ thảo luận, không biểu quyết (%(source)s)."),
            {"source": ACTION_PROGRAMME_SOURCE},
            ACTION_PROGRAMME_SOURCE,
        )
        for plan, item, _slot in with_parts(plans)
        if item.is_vote and ACTION_PROGRAMME in fold(item.title)
    ]
