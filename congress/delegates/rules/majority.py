"""The base a majority is counted on, and how many votes are needed (domain.md §5.5).

Sources: 190-QĐ/TW Art. 30 and 24-QĐ/TW 9.3.1 [A]. Elected, or decided, is what more than half of the base agrees to;
invalid and missing ballots do not shrink it, and whoever is away for a part of the congress stays in it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from congress.delegates.rules.roll import Line
from congress.delegates.vocabulary import Origin, Standing
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken


@dataclass(frozen=True)
class Base:
    """Official delegates summoned, and who of them does not count because of missing the whole congress.

    `committee_absent` are members of the convening committee, `delegates_absent` official delegates nobody replaces.
    """

    summoned: int = 0
    committee_absent: int = 0
    delegates_absent: int = 0

    @property
    def base(self) -> int:
        """The number the majority is counted on."""
        return self.summoned - self.committee_absent - self.delegates_absent

    @property
    def needed(self) -> int:
        """The least number of votes that is more than half: 76 of 151, 76 of 150; of nobody there is no majority."""
        return self.base // 2 + 1 if self.base else 0

    @property
    def message(self) -> str:
        """How the base comes about, as one sentence to be filled with `values`."""
        if self.committee_absent or self.delegates_absent:
            return N_(
                "%(summoned)s đại biểu chính thức được triệu tập, trừ %(committee)s cấp ủy viên cấp triệu tập và "
                "%(delegates)s đại biểu vắng suốt đại hội không có dự khuyết thay, còn %(base)s; "
                "quá một nửa là từ %(needed)s phiếu."
            )
        return N_("%(base)s đại biểu chính thức được triệu tập; quá một nửa là từ %(needed)s phiếu.")

    @property
    def values(self) -> dict[str, object]:
        """What the sentence is filled with."""
        found = {"base": self.base, "needed": self.needed}
        if self.committee_absent or self.delegates_absent:
            found |= {
                "summoned": self.summoned,
                "committee": self.committee_absent,
                "delegates": self.delegates_absent,
            }
        return dict(found)


def majority_base(summoned: int, committee_absent_throughout: int = 0, absent_throughout_unreplaced: int = 0) -> Base:
    """The base of these counts. Raises RuleBroken when more are absent than were summoned, or a count is negative."""
    if min(summoned, committee_absent_throughout, absent_throughout_unreplaced) < 0:
        raise RuleBroken(N_("Số đại biểu không thể âm."))
    found = Base(summoned, committee_absent_throughout, absent_throughout_unreplaced)
    if found.base < 0:
        raise RuleBroken(
            N_("Số vắng suốt đại hội (%(absent)s) nhiều hơn số được triệu tập (%(summoned)s). Hãy xem lại danh sách."),
            absent=committee_absent_throughout + absent_throughout_unreplaced,
            summoned=summoned,
        )
    return found


def base_of(lines: Iterable[Line]) -> Base:
    """The base the registry's lines give.

    A delegate who was replaced is counted once, through the alternate who came up; who is not summoned is not counted
    at all. Members of the convening committee are the delegates ex officio (§2.2).
    """
    official = [line for line in lines if line.standing is Standing.OFFICIAL and line.takes_part]
    absent = [line for line in official if line.misses_all]
    committee = sum(line.origin is Origin.EX_OFFICIO for line in absent)
    return majority_base(len(official), committee, len(absent) - committee)
