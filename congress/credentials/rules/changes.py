"""What is another figure today than when a report was drawn up."""

from dataclasses import dataclass

from congress.credentials.rules.figures import Figures


@dataclass(frozen=True)
class Moved:
    """One figure then and now; `block` is the title of its block, "" for the summoned, present and absent."""

    block: str
    name: str
    then: int
    now: int


@dataclass(frozen=True)
class Changes:
    """Figures that have moved, and whom the report counts no longer (`gone`) or not yet (`come`), name and cell."""

    moved: tuple[Moved, ...] = ()
    gone: tuple[str, ...] = ()
    come: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.moved or self.gone or self.come)


def changes(kept: Figures, present: Figures) -> Changes:
    """Hold a report's figures against those of today, counted in the same way."""
    return Changes(_moved(kept, present), _names(kept, present), _names(present, kept))


def _moved(kept: Figures, present: Figures) -> tuple[Moved, ...]:
    found = [Moved("", name, getattr(kept, name), getattr(present, name)) for name in ("summoned", "present", "absent")]
    for block in present.blocks:
        before = kept.block(block.key)
        then = {row.label: row.count for row in before.rows} if before else {}
        current = {row.label: row.count for row in block.rows}
        labels = dict.fromkeys([*then, *current])
        found += [Moved(block.title, label, then.get(label, 0), current.get(label, 0)) for label in labels]
    return tuple(each for each in found if each.then != each.now)


def _names(of: Figures, but: Figures) -> tuple[str, ...]:
    others = {each[0] for each in but.people}
    return tuple(f"{name} ({unit})" for key, name, unit, _birth in of.people if key not in others)
