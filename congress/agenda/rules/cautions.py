"""What is unusual about a programme: said with its source and the item it speaks of, never blocked."""

from collections.abc import Sequence
from datetime import date
from itertools import combinations

from congress.agenda.rules import people, shape
from congress.agenda.rules.clock import SessionPlan, clock_of, clock_time
from congress.agenda.rules.findings import Check, Hall, of_session
from congress.agenda.vocabulary import SessionKind
from congress.congresses.rules import LENGTH_CAP_DAYS, Cap
from congress.shared.labels import N_
from congress.shared.periods import Period
from congress.shared.vietnamese import date_on_paper

__all__ = ["Check", "Hall", "cautions"]

# domain.md §1.3: "at most half a day", a text of 2019 for districts and above; four hours are what an office works in
# half a day.
PREPARATORY_CAP_MINUTES = Cap(240, "hướng dẫn đại hội nhiệm kỳ 2020 – 2025 cho cấp huyện trở lên, vận dụng", "A/B")


def cautions(
    plans: Sequence[SessionPlan],
    *,
    max_days: int,
    congress_days: Period[date] | None = None,
    hall: Hall | None = None,
) -> list[Check]:
    """Everything an office should look at again before it prints or releases; sessions in the order of their start.

    Without a `hall` nothing is said about who sits in it.
    """
    return [
        *_overruns(plans),
        *_overlaps(plans),
        *_too_many_days(plans, max_days),
        *_long_preparations(plans),
        *_outside(plans, congress_days),
        *shape.fixed_points(plans),
        *shape.parts_too_long(plans),
        *shape.meals_and_rests(plans),
        *shape.wrong_sessions(plans),
        *shape.missing_papers(plans),
        *shape.votes_on_the_action_programme(plans),
        *people.in_two_places(plans),
        *people.chairing_themselves(plans),
        *(people.not_in_the_hall(plans, hall) if hall else ()),
        *(people.votes_without_base(plans, hall) if hall else ()),
    ]


def _named(plan: SessionPlan) -> str:
    return f"{plan.name} ({date_on_paper(plan.day)})"


def _overruns(plans: Sequence[SessionPlan]) -> list[Check]:
    late = [(plan, clock_of(plan)) for plan in plans]
    return [
        of_session(
            plan,
            "session_overrun",
            N_("%(session)s: các mục kết thúc lúc %(end)s, quá giờ dự kiến %(minutes)s phút."),
            {"session": _named(plan), "end": clock.ends, "minutes": clock.overrun},
        )
        for plan, clock in late
        if clock.overrun
    ]


def _overlaps(plans: Sequence[SessionPlan]) -> list[Check]:
    found = []
    for first, second in combinations(plans, 2):
        one, other = clock_of(first).taken, clock_of(second).taken
        start, end = max(one.start, other.start), min(one.end, other.end)
        if first.day == second.day and start < end:
            found.append(
                of_session(
                    second,
                    "session_overlap",
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


def _too_many_days(plans: Sequence[SessionPlan], max_days: int) -> list[Check]:
    """Grassroots congress at most two days, the number is a setting (domain.md §1.3 [A/B])."""
    days = {plan.day for plan in plans if plan.kind is not SessionKind.BEFORE}
    if len(days) <= max_days:
        return []
    return [
        Check(
            N_("Chương trình kéo dài %(days)s ngày, quá %(max)s ngày theo quy định (%(source)s)."),
            {"days": len(days), "max": max_days, "source": LENGTH_CAP_DAYS.source},
            code="too_many_days",
            source=LENGTH_CAP_DAYS.source,
        )
    ]


def _long_preparations(plans: Sequence[SessionPlan]) -> list[Check]:
    long = []
    for plan in plans:
        taken = clock_of(plan).taken
        if plan.kind is SessionKind.PREPARATORY and taken.end - taken.start > PREPARATORY_CAP_MINUTES.value:
            long.append((plan, taken.end - taken.start))
    return [
        of_session(
            plan,
            "long_preparatory",
            N_("%(session)s dài %(minutes)s phút; phiên trù bị không quá nửa ngày, tức %(max)s phút (%(source)s)."),
            {
                "session": _named(plan),
                "minutes": minutes,
                "max": PREPARATORY_CAP_MINUTES.value,
                "source": PREPARATORY_CAP_MINUTES.source,
            },
            source=PREPARATORY_CAP_MINUTES.source,
        )
        for plan, minutes in long
    ]


def _outside(plans: Sequence[SessionPlan], congress_days: Period[date] | None) -> list[Check]:
    if congress_days is None:
        return []
    return [
        of_session(
            plan,
            "outside_congress",
            N_("%(session)s nằm ngoài các ngày đại hội đã ghi."),
            {"session": _named(plan)},
        )
        for plan in plans
        if plan.kind is not SessionKind.BEFORE and not congress_days.contains(plan.day)
    ]
