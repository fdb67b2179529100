"""Who stands on a paper of the roll, and whom it leaves out and says so."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from congress.delegates.rules.roll import Line
from congress.delegates.rules.selection import Selection
from congress.delegates.vocabulary import Status


def called(lines: Iterable[Line], selection: Selection) -> list[Line]:
    """Who stands on a paper of these lines: whoever takes part, unless the paper asks for another status."""
    return [line for line in lines if line.takes_part or selection.status is not None]


@dataclass(frozen=True)
class LeftOut:
    """Who would stand on a paper but for the status."""

    not_summoned: int = 0
    replaced: int = 0


def left_out(everyone: Iterable[Line], selection: Selection) -> LeftOut:
    """Count those a paper of this selection leaves out, so that it can say so; of these lines, all of them."""
    if selection.status is not None:
        return LeftOut()
    fitting = replace(selection, replaced_too=True).of(everyone)
    return LeftOut(
        sum(line.status is Status.NOT_SUMMONED for line in fitting), sum(not line.current for line in fitting)
    )
