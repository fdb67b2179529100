"""The dashboard: the state of the congress at a glance."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from congress.agenda import queries as agenda
from congress.allocation import queries as allocation
from congress.comments.models import CommentRound
from congress.comments.rules import Duty, RoundTotals
from congress.credentials.models import CredentialsReport
from congress.credentials.vocabulary import Colour
from congress.delegates import queries as delegates
from congress.delegates.rules import registration
from congress.overview.queries.debts import Facts
from congress.overview.rules import Progress
from congress.synthesis.models import SynthesisReport
from congress.triage.rules.desk import Counts
from congress.units import rules as unit_rules


@dataclass(frozen=True)
class RoundState:
    """One round of comments: the cells' answers, and how far the desk and the synthesis report have come."""

    round: CommentRound
    totals: RoundTotals
    desk: Counts
    report: SynthesisReport | None

    @property
    def answered(self) -> Progress:
        """Comments with an answer decided on, of all that came in: points count for their members."""
        return Progress(sum(self.desk.decided.values()), self.desk.points + self.desk.new)


@dataclass(frozen=True)
class CredentialsState:
    """The check of credentials: delegates by colour, how many wait for a decision, the newest report."""

    colours: Mapping[Colour, int]
    waiting: int
    report: CredentialsReport | None

    def of(self, colour: Colour) -> int:
        """How many delegates have this colour."""
        return self.colours.get(colour, 0)


@dataclass(frozen=True)
class Board:
    """The state of the congress at a glance. A part is None when the reader may not see it."""

    sums: unit_rules.Sums
    gap: unit_rules.Gap
    allocation: allocation.Summary | None
    held: Progress
    official: int
    desk: registration.Desk | None
    owing_lists: Sequence[registration.Registration]
    credentials: CredentialsState | None
    rounds: Sequence[RoundState]
    owing_answers: Sequence[Duty]
    programme: agenda.Summary


def board(known: Facts, today: date) -> Board:
    """Everything the dashboard shows of what the reader may see."""
    sums = unit_rules.add_up(unit.figures for unit in known.cells)
    return Board(
        sums=sums,
        gap=unit_rules.quota_gap(sums, known.congress.official_total, known.congress.alternate_total),
        allocation=known.allocation,
        held=Progress(sum(unit.held_on is not None for unit in known.cells), len(known.cells)),
        official=delegates.count_official(known.congress.id) if known.lists is not None else 0,
        desk=registration.add_up(known.lists, today) if known.lists is not None else None,
        owing_lists=[each for each in known.lists or () if not each.done],
        credentials=_credentials(known),
        rounds=[
            RoundState(round_, totals, known.desks[round_.id], known.newest_report(round_))
            for round_, totals in known.rounds
        ],
        owing_answers=[duty for duty in known.duties if duty.is_open(today)],
        programme=known.programme,
    )


def _credentials(known: Facts) -> CredentialsState | None:
    if known.cases is None:
        return None
    return CredentialsState(
        colours=Counter(case.checked.colour for case in known.cases),
        waiting=sum(case.waits for case in known.cases),
        report=known.credentials_report,
    )
