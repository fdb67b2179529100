"""What is unusual about a programme: said with its source, never blocked."""

from collections.abc import Sequence
from datetime import date
from itertools import combinations

from congress.agenda.rules.clock import SessionPlan, clock_of, clock_time
from congress.agenda.vocabulary import ItemKind, SessionKind
from congress.congresses.rules import LENGTH_CAP_DAYS, Cap, Caution
from congress.shared.labels import N_
from congress.shared.periods import Period
from congress.shared.vietnamese import date_on_paper, fold

# domain.md §1.3: "at most half a day", a text of 2019 for districts and above; four hours are what an office works in
# half a day.
PREPARATORY_CAP_MINUTES = Cap(240, "hướng dẫn đại hội nhiệm kỳ 2020 – 2025 cho cấp huyện trở lên, vận dụng", "A/B")
# domain.md §5.3: discussed by the congress, issued by the new committee.
ACTION_PROGRAMME_SOURCE = "Công văn 11977-CV/VPTW ngày 23/4/2020"
ACTION_PROGRAMME = fold("chương trình hành động")


def cautions(
    plans: Sequence[SessionPlan], *, max_days: int, congress_days: Period[date] | None = None
) -> list[Caution]:
    """Everything an office should look at again before it prints; sessions in the order of their start."""
    return [
        *_overruns(plans),
        *_overlaps(plans),
        *_too_many_days(plans, max_days),
        *_long_preparations(plans),
        *_outside(plans, congress_days),
        *_votes_on_the_action_programme(plans),
    ]


def _named(plan: SessionPlan) -> str:
    return f"{plan.name} ({date_on_paper(plan.day)})"


def _overruns(plans: Sequence[SessionPlan]) -> list[Caution]:
    late = [(plan, clock_of(plan)) for plan in plans]
    return [
        Caution(
            N_("%(session)s: các mục kết thúc lúc %(end)s, quá giờ dự kiến %(minutes)s phút."),
            {"session": _named(plan), "end": clock.ends, "minutes": clock.overrun},
        )
        for plan, clock in late
        if clock.overrun
    ]


def _overlaps(plans: Sequence[SessionPlan]) -> list[Caution]:
    found = []
    for first, second in combinations(plans, 2):
        one, other = clock_of(first).taken, clock_of(second).taken
        start, end = max(one.start, other.start), min(one.end, other.end)
        if first.day == second.day and start < end:
            found.append(
                Caution(
                    N_("%(first)s và %(second)s trùng giờ từ %(start)s đến %(end)s."),
                    {
                        "first": _named(first),
                        "second": second.name,
                        "start": clock_time(start),
                        "end": clock_time(end),
                    },
                )
            )
    return found


def _too_many_days(plans: Sequence[SessionPlan], max_days: int) -> list[Caution]:
    """Grassroots congress at most two days, the number is a setting (domain.md §1.3 [A/B])."""
    days = {plan.day for plan in plans if plan.kind is not SessionKind.BEFORE}
    if len(days) <= max_days:
        return []
    return [
        Caution(
            N_("Chương trình kéo dài %(days)s ngày, quá %(max)s ngày theo quy định (%(source)s)."),
            {"days": len(days), "max": max_days, "source": LENGTH_CAP_DAYS.source},
        )
    ]


def _long_preparations(plans: Sequence[SessionPlan]) -> list[Caution]:
    long = []
    for plan in plans:
        taken = clock_of(plan).taken
        if plan.kind is SessionKind.PREPARATORY and taken.end - taken.start > PREPARATORY_CAP_MINUTES.value:
            long.append((plan, taken.end - taken.start))
    return [
        Caution(
            N_("%(session)s dài %(minutes)s phút; phiên trù bị không quá nửa ngày, tức %(max)s phút (%(source)s)."),
            {
                "session": _named(plan),
                "minutes": minutes,
                "max": PREPARATORY_CAP_MINUTES.value,
                "source": PREPARATORY_CAP_MINUTES.source,
            },
        )
        for plan, minutes in long
    ]


def _outside(plans: Sequence[SessionPlan], congress_days: Period[date] | None) -> list[Caution]:
    if congress_days is None:
        return []
    return [
        Caution(N_("%(session)s nằm ngoài các ngày đại hội đã ghi."), {"session": _named(plan)})
        for plan in plans
        if plan.kind is not SessionKind.BEFORE and not congress_days.contains(plan.day)
    ]


def _votes_on_the_action_programme(plans: Sequence[SessionPlan]) -> list[Caution]:
    """The action programme is discussed but not voted (domain.md §0.6 [A for 2020, assumed for 2025])."""
    return [
        Caution(
            N_("“%(title)s”: chương trình hành động chỉ thảo luận, không biểu quyết (%(source)s)."),
            {"title": item.title, "source": ACTION_PROGRAMME_SOURCE},
        )
        for plan in plans
        for item in plan.items
        if item.kind is ItemKind.VOTE and ACTION_PROGRAMME in fold(item.title)
    ]
