"""Figures that ought to agree and do not: shown with both numbers and the difference, explained, never repaired."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from congress.credentials.rules.figures import Figures
from congress.delegates.rules.roll import Line
from congress.delegates.vocabulary import Origin, Review, Standing, Status
from congress.people.rules import Identity, Likeness, likeness
from congress.shared.labels import N_


@dataclass(frozen=True)
class Typed:
    """Figures the committee writes down from papers or from the roll; None where it has none."""

    summoned: int | None = None
    present: int | None = None
    women: int | None = None
    disciplined: int | None = None
    complaints: int | None = None


@dataclass(frozen=True)
class Contradiction:
    """Two figures that differ. `key` stays the same as long as both figures do; `message` marked with N_()."""

    key: str
    message: str
    left: int
    right: int
    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def kept(self) -> dict[str, Any]:
        """As a report keeps it."""
        names = ("key", "message", "left", "right")
        return {name: getattr(self, name) for name in names} | {"values": dict(self.values)}

    @property
    def difference(self) -> int:
        """Right minus left."""
        return self.right - self.left


@dataclass(frozen=True)
class Quota:
    """A cell's issued official quota."""

    unit: str
    official: int
    entered: int


@dataclass(frozen=True)
class Intake:
    """What the personnel subcommittee has in hand: received official delegates who are summoned; cells and their lists.

    `cells` owe a list; `silent` are those of them that have not sent theirs, by name.
    """

    received: int
    cells: int = 0
    silent: tuple[str, ...] = ()


def intake(lines: Iterable[Line], owing: Mapping[str, bool]) -> Intake:
    """Of the whole roll; `owing` says of every cell that owes a list whether it has sent it."""
    received = sum(
        line.standing is Standing.OFFICIAL and line.takes_part and line.review is Review.RECEIVED for line in lines
    )
    return Intake(received, len(owing), tuple(name for name, sent in owing.items() if not sent))


def _of_intake(figures: Figures, found: Intake) -> list[Contradiction | None]:
    return [
        _unlike(
            "received",
            N_("Được triệu tập %(left)s, Tiểu ban Nhân sự mới nhận %(right)s; %(rest)s đại biểu chưa được nhận."),
            figures.summoned,
            found.received,
            rest=figures.summoned - found.received,
        ),
        _unlike(
            "lists-sent",
            N_("%(left)s chi bộ phải gửi danh sách, mới có %(right)s chi bộ gửi; chưa gửi: %(names)s."),
            found.cells,
            found.cells - len(found.silent),
            names=", ".join(found.silent),
        ),
    ]


def contradictions(
    figures: Figures,
    typed: Typed,
    lines: Sequence[Line],
    quotas: Sequence[Quota],
    in_hand: Intake | None = None,
) -> list[Contradiction]:
    """Everything that does not agree, each once, in the order of the report (domain.md §4.5, §0 no. 10)."""
    found = [
        _unlike("decided", N_("Theo quyết định %(left)s đại biểu chính thức, được triệu tập %(right)s."),
                figures.decided, figures.summoned) if figures.decided else None,
        _unlike("typed-summoned", N_("Ban Thẩm tra ghi triệu tập %(left)s, danh sách có %(right)s."),
                typed.summoned, figures.summoned),
        _unlike("typed-present", N_("Ban Thẩm tra ghi có mặt %(left)s, danh sách đánh dấu có mặt %(right)s."),
                typed.present, figures.present) if figures.present else None,
        _present_and_absent(figures, typed),
        _unlike("typed-women", N_("Ban Thẩm tra ghi %(left)s nữ, danh sách có %(right)s."),
                typed.women, _women(figures)),
        _unlike("typed-disciplined", N_("Ban Thẩm tra ghi %(left)s đại biểu bị kỷ luật, danh sách có %(right)s."),
                typed.disciplined, figures.disciplined),
    ]  # fmt: skip
    found += [
        _unlike(
            f"block-{block.key}",
            N_("Cộng các dòng của “%(block)s” được %(right)s, phải bằng %(left)s."),
            figures.counted,
            block.total,
            block=block.title,
        )
        for block in figures.blocks
    ]
    found += [
        _unlike(
            f"quota-{quota.unit}",
            N_("%(unit)s được phân bổ %(left)s đại biểu được bầu, danh sách có %(right)s."),
            quota.official,
            quota.entered,
            unit=quota.unit,
        )
        for quota in quotas
    ]
    if in_hand is not None:
        found += _of_intake(figures, in_hand)
    found += _twice(lines)
    return [each for each in found if each is not None]


def _unlike(key: str, message: str, left: int | None, right: int | None, **values: Any) -> Contradiction | None:
    if left is None or right is None or left == right:
        return None
    return Contradiction(f"{key}:{left}:{right}", message, left, right, {"left": left, "right": right} | values)


def _present_and_absent(figures: Figures, typed: Typed) -> Contradiction | None:
    """Present and absent together are the summoned, once anybody's presence is noted: excuses come in before that."""
    present = figures.present or typed.present
    if not present:
        return None
    return _unlike(
        "present-absent",
        N_("Có mặt và vắng cộng lại là %(right)s, được triệu tập %(left)s."),
        figures.summoned,
        (present or 0) + figures.absent,
    )


def _women(figures: Figures) -> int | None:
    block = figures.block("sex")
    return next((row.count for row in block.rows if row.label == "Nữ"), 0) if block else None


def _twice(lines: Sequence[Line]) -> list[Contradiction]:
    """The same person counted under two records (domain.md §2.2: Hà Nội 2015 lost a seat this way)."""
    by_key: dict[str, list[Line]] = {}
    for line in lines:
        if line.standing is Standing.OFFICIAL and line.status not in (Status.REPLACED, Status.NOT_SUMMONED):
            by_key.setdefault(Identity(line.full_name).name_key, []).append(line)
    found = []
    for same in by_key.values():
        for place, line in enumerate(same):
            for other in same[place + 1 :]:
                one, two = (Identity(each.full_name, each.birth, each.party_card_number) for each in (line, other))
                if likeness(one, two) in (Likeness.SAME_BIRTH, Likeness.SAME_CARD):
                    found.append(
                        Contradiction(
                            f"twice:{line.id}:{other.id}",
                            N_("%(name)s có hai bản ghi: %(unit)s và %(other)s. Một người chỉ tính một lần."),
                            1,
                            2,
                            {"name": line.full_name, "unit": line.unit, "other": other.unit},
                        )
                    )
    return found


def elected_of(lines: Sequence[Line], unit: str) -> int:
    """Elected official delegates of a cell who still count."""
    return sum(
        line.unit == unit
        and line.standing is Standing.OFFICIAL
        and line.origin is Origin.ELECTED
        and line.status not in (Status.REPLACED,)
        for line in lines
    )
