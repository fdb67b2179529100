"""Who still owes what: gathered once, for the dashboard, the full list and the state report alike."""

import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from congress.agenda import queries as agenda
from congress.allocation import queries as allocation
from congress.comments import queries as comments
from congress.comments.models import CommentRound
from congress.comments.rules import Duty, RoundTotals
from congress.comments.vocabulary import Answer
from congress.congresses.models import Congress
from congress.credentials import queries as credentials
from congress.credentials.models import CredentialsReport
from congress.credentials.rules.queue import Case
from congress.delegates import queries as delegates
from congress.delegates.rules import registration
from congress.overview.rules import Debt
from congress.overview.vocabulary import Owed
from congress.shared.labels import N_
from congress.shared.scope import UnitScope
from congress.subcommittees.vocabulary import SubcommitteeKind
from congress.synthesis import queries as synthesis
from congress.synthesis.models import SynthesisReport
from congress.triage import queries as triage
from congress.triage.rules.desk import Counts
from congress.units import queries as units
from congress.units.models import Unit

EVERYTHING = UnitScope.everything()


@dataclass(frozen=True)
class Facts:
    """What other features know; None where the reader may not see it."""

    congress: Congress
    cells: Sequence[Unit]
    allocation: allocation.Summary | None
    lists: Sequence[registration.Registration] | None
    cases: Sequence[Case] | None
    credentials_report: CredentialsReport | None
    rounds: Sequence[tuple[CommentRound, RoundTotals]]
    duties: Sequence[Duty]
    desks: Mapping[uuid.UUID, Counts]
    reports: Sequence[SynthesisReport]
    programme: agenda.Summary

    def newest_report(self, round_: CommentRound) -> SynthesisReport | None:
        """The newest synthesis report of a round."""
        return next((each for each in self.reports if each.round_id == round_.id), None)

    def is_reported(self, round_id: uuid.UUID) -> bool:
        """Whether a synthesis report of the round was issued: its sheets are owed no longer."""
        return any(each.round_id == round_id and each.issued_on for each in self.reports)


def facts(
    congress: Congress,
    *,
    with_delegates: bool,
    with_comments: bool,
    with_allocation: bool,
    with_credentials: bool,
) -> Facts:
    """Read everything once; the same number of queries for one cell and for seventy."""
    rounds = comments.totals_of_rounds(congress.id) if with_comments else []
    cases = credentials.cases(congress) if with_credentials else None
    return Facts(
        congress=congress,
        cells=units.listed(congress.id, EVERYTHING),
        allocation=allocation.summary(congress.id) if with_allocation else None,
        lists=delegates.registrations(congress, EVERYTHING) if with_delegates else None,
        cases=cases,
        credentials_report=next(iter(credentials.reports(congress.id)), None) if with_credentials else None,
        rounds=rounds,
        duties=comments.duties(congress.id, EVERYTHING) if with_comments else [],
        desks=triage.desk.counts_of(congress.id, [round_.id for round_, _totals in rounds]) if with_comments else {},
        reports=[report for report, _title in synthesis.reports(congress.id)] if with_comments else [],
        programme=agenda.programme_summary(congress),
    )


def debts(known: Facts, names: Mapping[SubcommitteeKind, str], today: date) -> list[Debt]:
    """Everything still owed, in no particular order; `names` are what the three bodies are called.

    What only has to be done before the congress is due on its opening day.
    """
    found = [*_of_cells(known, today), *_of_personnel(known, names[SubcommitteeKind.PERSONNEL])]
    found += _of_documents(known, names[SubcommitteeKind.DOCUMENTS], today)
    return found + list(_of_service(known, names[SubcommitteeKind.SERVICE]))


def _of_cells(known: Facts, today: date) -> Iterator[Debt]:
    for unit in known.cells:
        if unit.held_on is None and unit.planned_on:
            yield Debt(Owed.CELL_CONGRESS, unit.name, unit.planned_on, "units.show", {"unit_id": unit.id})
    for each in known.lists or ():
        if each.filled.issued and not each.done:
            yield Debt(
                Owed.DELEGATE_LIST,
                each.unit_name,
                each.window.last_day,
                "delegates.cell",
                {"unit_id": each.unit_id},
                remarks=[
                    (text, {"n": number})
                    for text, number in (
                        (N_("Thiếu %(n)s đại biểu chính thức."), each.missing_official),
                        (N_("Thiếu %(n)s đại biểu dự khuyết."), each.missing_alternate),
                        (N_("%(n)s đại biểu bị trả lại."), each.returned),
                        (N_("%(n)s đại biểu chưa gửi."), each.not_sent),
                    )
                    if number
                ],
            )
    for duty in known.duties:
        begun = duty.window.opens_on <= today
        if begun and duty.answer is not Answer.SENT and not known.is_reported(duty.round_id):
            yield Debt(
                Owed.COMMENT_SHEET,
                duty.unit_name,
                duty.window.last_day,
                "comments.show",
                {"round_id": duty.round_id, "answer": duty.answer.value},
                about=duty.round_title,
                remarks=[(N_("Đã viết %(n)s ý kiến, chưa gửi."), {"n": duty.comments})] if duty.comments else [],
            )


def _of_personnel(known: Facts, body: str) -> Iterator[Debt]:
    last = known.congress.opens_on
    if known.allocation and known.cells and not known.allocation.issued:
        remark = N_("%(n)s phương án đã lập.") if known.allocation.plans else N_("Chưa lập phương án.")
        values = {"n": known.allocation.plans}
        yield Debt(Owed.ALLOCATION, body, last, "allocation.listing", remarks=[(remark, values)], is_body=True)
    sent = sum(each.sent for each in known.lists or ())
    if sent:
        yield Debt(
            Owed.REVIEW,
            body,
            last,
            "delegates.listing",
            {"review": "sent"},
            remarks=[(N_("%(n)s đại biểu đã gửi, chờ nhận."), {"n": sent})],
            is_body=True,
        )
    waiting = sum(case.waits for case in known.cases or ())
    if waiting:
        yield Debt(
            Owed.CREDENTIALS,
            body,
            last,
            "credentials.queue",
            remarks=[(N_("%(n)s đại biểu chờ kết luận."), {"n": waiting})],
            is_body=True,
        )


def _of_documents(known: Facts, body: str, today: date) -> Iterator[Debt]:
    last = known.congress.opens_on
    for round_, totals in known.rounds:
        desk = known.desks[round_.id]
        if desk.new or desk.open:
            yield Debt(
                Owed.TRIAGE,
                body,
                last,
                "triage.desk",
                {"round_id": round_.id},
                about=round_.title,
                remarks=[(N_("%(new)s ý kiến mới, %(open)s điểm đang xử lý."), {"new": desk.new, "open": desk.open})],
                is_body=True,
            )
        if totals.sent and today > round_.closes_on and not known.is_reported(round_.id):
            yield Debt(Owed.SYNTHESIS, body, last, "synthesis.listing", about=round_.title, is_body=True)


def _of_service(known: Facts, body: str) -> Iterator[Debt]:
    last = known.congress.opens_on
    if not known.programme.sessions:
        remark = N_("Chưa lập chương trình.")
        yield Debt(Owed.PROGRAMME, body, last, "agenda.show", remarks=[(remark, {})], is_body=True)
    elif known.programme.cautions:
        yield Debt(
            Owed.PROGRAMME,
            body,
            last,
            "agenda.show",
            remarks=[(N_("%(n)s điều cần xem lại."), {"n": known.programme.cautions})],
            is_body=True,
        )
