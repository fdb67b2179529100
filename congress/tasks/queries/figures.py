"""What the program can see for itself: for each condition how far it is; only what is asked for is read."""

from collections.abc import Callable, Iterable
from functools import cached_property

from congress.agenda import queries as agenda
from congress.allocation import queries as allocation
from congress.attendance import queries as attendance
from congress.comments.queries.answers import totals_of_rounds
from congress.congresses.models import Congress
from congress.credentials import queries as credentials
from congress.credentials.vocabulary import ReportState
from congress.delegates import queries as delegates
from congress.delegates.vocabulary import ListState
from congress.drafts.queries.documents import versions
from congress.drafts.vocabulary import DocumentKind
from congress.shared.scope import UnitScope
from congress.subcommittees import queries as subcommittees
from congress.synthesis import queries as synthesis
from congress.tasks.queries import dossier
from congress.tasks.rules.standing import Count
from congress.tasks.vocabulary import Condition, DossierState
from congress.units import queries as units
from congress.units.models import Unit


class Sources:
    """The rows conditions look at, each read once."""

    def __init__(self, congress: Congress) -> None:
        self.congress = congress

    @cached_property
    def units(self) -> list[bool]:
        """For each cell whether its members were counted."""
        return [unit.counted_on is not None for unit in self._units]

    @cached_property
    def held(self) -> list[bool]:
        """For each cell whether its congress was held."""
        return [unit.held_on is not None for unit in self._units]

    @cached_property
    def _units(self) -> list[Unit]:
        return list(units.listed(self.congress.id, UnitScope.everything()))

    @cached_property
    def lists(self) -> list[ListState]:
        """How far each cell's list of delegates is."""
        return [each.state for each in delegates.registrations(self.congress, UnitScope.everything())]

    @cached_property
    def draft(self) -> int:
        """The number of the newest draft of the political report."""
        rows = versions(self.congress.id)
        numbers = [row.number for row in rows if row.document.kind is DocumentKind.POLITICAL_REPORT]
        return max(numbers, default=0)

    @cached_property
    def papers(self) -> list[DossierState]:
        """How far each paper of the dossier is."""
        return dossier.states(self.congress.id)

    @cached_property
    def reports(self) -> list[ReportState]:
        """How far each credentials report is."""
        return [row.state for row in credentials.reports(self.congress.id)]


def counts(congress: Congress, wanted: Iterable[Condition]) -> dict[Condition, Count]:
    """How far each of these conditions is."""
    sources = Sources(congress)
    return {condition: COUNTS[condition](sources) for condition in set(wanted)}


def _all(found: Iterable[bool]) -> Count:
    rows = list(found)
    return Count(sum(rows), len(rows))


def _once(found: bool) -> Count:
    return Count(int(found), 1)


def _answers(sources: Sources) -> Count:
    rounds = totals_of_rounds(sources.congress.id)
    if not rounds:
        return Count(0, 0)
    _round, totals = max(rounds, key=lambda pair: (pair[0].opens_on, pair[0].id))
    return Count(totals.sent, totals.cells)


def _bodies(sources: Sources) -> Count:
    return _all(bool(body.decision_number and body.head) for body in subcommittees.listed(sources.congress.id))


def _badges(sources: Sources) -> Count:
    return _all(each.times > 0 for each in attendance.badge_lines(sources.congress.id) if each.line.takes_part)


def _synthesis(sources: Sources) -> Count:
    return _once(any(report.issued_on for report, _title in synthesis.reports(sources.congress.id)))


def _programme(sources: Sources) -> Count:
    return _once(agenda.latest_release(sources.congress.id) is not None)


def _sent(sources: Sources) -> Count:
    gone = (DossierState.SENT, DossierState.RETURNED, DossierState.PASSED)
    return _all(state in gone for state in sources.papers)


SENT = (ListState.SENT, ListState.RECEIVED)
COUNTS: dict[Condition, Callable[[Sources], Count]] = {
    Condition.BODIES_FOUNDED: _bodies,
    Condition.MEMBERS_COUNTED: lambda found: _all(found.units),
    Condition.CELLS_HELD: lambda found: _all(found.held),
    Condition.ALLOCATION_ISSUED: lambda found: _once(allocation.is_issued(found.congress.id)),
    Condition.LISTS_SENT: lambda found: _all(state in SENT for state in found.lists),
    Condition.LISTS_RECEIVED: lambda found: _all(state is ListState.RECEIVED for state in found.lists),
    Condition.DRAFT_1: lambda found: _once(found.draft >= 1),
    Condition.DRAFT_2: lambda found: _once(found.draft >= 2),
    Condition.DRAFT_3: lambda found: _once(found.draft >= 3),
    Condition.DRAFT_4: lambda found: _once(found.draft >= 4),
    Condition.ANSWERS_SENT: _answers,
    Condition.SYNTHESIS_ISSUED: _synthesis,
    Condition.DOSSIER_SENT: _sent,
    Condition.DOSSIER_PASSED: lambda found: _all(state is DossierState.PASSED for state in found.papers),
    Condition.BADGES_PRINTED: _badges,
    Condition.PROGRAMME_RELEASED: _programme,
    Condition.CREDENTIALS_SIGNED: lambda found: _once(any(state is not ReportState.DRAFT for state in found.reports)),
    Condition.CREDENTIALS_ADOPTED: lambda found: _once(found.congress.credentials_adopted_on is not None),
}
