"""What a change of delegates does to the figures, before it is made: structure, quota, base (domain.md §5.5)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from congress.delegates.rules import majority, roll, traits
from congress.delegates.rules.majority import Base
from congress.delegates.rules.roll import Line
from congress.delegates.vocabulary import Reason, Standing, Status
from congress.shared.ages import average_on_paper, known_age
from congress.shared.labels import N_


@dataclass(frozen=True)
class Structure:
    """The official delegates who take part, in figures; the average age as pages say it, "" while no birth is known."""

    official: int
    women: int
    minority: int
    young: int
    average_age: str


def structure(lines: Iterable[Line], day: date) -> Structure:
    """Count the official delegates who take part, as the structure board does; ages on `day`."""
    official = [line for line in lines if line.standing is Standing.OFFICIAL and line.takes_part]
    totals = roll.add_up(official)
    return Structure(
        official=totals.people,
        women=totals.women,
        minority=totals.minority,
        young=sum(traits.YOUTH.test(line, day) for line in official),
        average_age=average_on_paper(age for line in official if (age := known_age(line.birth, day))),
    )


@dataclass(frozen=True)
class Row:
    """One figure before and after."""

    label: str
    before: str
    after: str

    @property
    def changed(self) -> bool:
        """Whether the figure moves."""
        return self.before != self.after


@dataclass(frozen=True)
class Effect:
    """The congress before and after a change, in figures a page and a paper can show."""

    before: Structure
    after: Structure
    base_before: Base
    base_after: Base
    quota: int
    filled_before: int
    filled_after: int
    alternates_before: int
    alternates_after: int

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every figure with its label, for a table."""
        before, after = self.before, self.after
        return (
            Row(
                N_("Đại biểu chính thức được bầu của đoàn"),
                f"{self.filled_before}/{self.quota}",
                f"{self.filled_after}/{self.quota}",
            ),
            Row(N_("Dự khuyết còn lại của đoàn"), str(self.alternates_before), str(self.alternates_after)),
            Row(N_("Đại biểu chính thức dự đại hội"), str(before.official), str(after.official)),
            Row(N_("Nữ"), str(before.women), str(after.women)),
            Row(N_("Dân tộc thiểu số"), str(before.minority), str(after.minority)),
            Row(N_("Dưới 40 tuổi"), str(before.young), str(after.young)),
            Row(N_("Tuổi bình quân"), before.average_age or "—", after.average_age or "—"),
            Row(N_("Số để tính quá nửa"), str(self.base_before.base), str(self.base_after.base)),
            Row(N_("Số phiếu cần để quá nửa"), str(self.base_before.needed), str(self.base_after.needed)),
        )


def effect(before: Sequence[Line], after: Sequence[Line], out: Line, quota: int, day: date) -> Effect:
    """Compare two states of the whole roll; `quota` is that of the delegation `out` belongs to."""
    return Effect(
        before=structure(before, day),
        after=structure(after, day),
        base_before=majority.base_of(before),
        base_after=majority.base_of(after),
        quota=quota,
        filled_before=_filled(before, out),
        filled_after=_filled(after, out),
        alternates_before=_alternates(before, out),
        alternates_after=_alternates(after, out),
    )


def _filled(lines: Iterable[Line], out: Line) -> int:
    mine = (line for line in lines if line.unit_id == out.unit_id and line.standing is Standing.OFFICIAL)
    return sum(line.current and line.seat.counts for line in mine)


def _alternates(lines: Iterable[Line], out: Line) -> int:
    mine = (line for line in lines if line.unit_id == out.unit_id and line.standing is Standing.ALTERNATE)
    return sum(line.takes_part for line in mine)


def promoted(lines: Iterable[Line], out: Line, chosen: Line) -> list[Line]:
    """The roll once `chosen` has come up for `out`."""
    changed = {
        out.id: replace(out, status=Status.REPLACED, absent_throughout=False),
        chosen.id: replace(chosen, standing=Standing.OFFICIAL, rank=None),
    }
    return [changed.get(line.id, line) for line in lines]


def with_status(
    lines: Iterable[Line], of: Line, status: Status, reason: Reason | None = None, *, absent_throughout: bool = False
) -> list[Line]:
    """The roll once one delegate has another status."""
    changed = replace(
        of,
        status=status,
        status_reason=reason,
        absent_throughout=absent_throughout and status is Status.ABSENT,
    )
    return [changed if line.id == of.id else line for line in lines]
