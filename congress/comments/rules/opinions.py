"""Comments of sent sheets as everybody reads them, and how they are counted."""

import uuid
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from congress.comments.vocabulary import CommentKind, Stance


@dataclass(frozen=True)
class Opinion:
    """One comment of a sent sheet with the place it speaks of; position 0 and no `quoted` text: the whole draft."""

    comment_id: uuid.UUID
    version_id: uuid.UUID
    document: str
    passage_position: int
    number: int | None
    heading: str
    quoted: str
    unit_id: uuid.UUID
    unit_name: str
    stance: Stance
    proposed: str
    reason: str
    kind: CommentKind | None = None
    cited: str = ""
    supporters: int | None = None
    speaker: str = ""

    @property
    def place(self) -> str:
        """ "Toàn văn", "Đề mục" or "Đoạn 12", as papers cite it; "Đoạn 12 (trang 5, dòng 12)" where it was cited."""
        if not self.passage_position:
            found = "Toàn văn"
        else:
            found = f"Đoạn {self.number}" if self.number is not None else "Đề mục"
        return f"{found} ({self.cited})" if self.cited else found


def count_stances(stances: Iterable[Stance | None]) -> dict[Stance, int]:
    """How often each stance is taken, in the order of the vocabulary; no stance yet counts nowhere."""
    counted = Counter(stances)
    return {stance: counted[stance] for stance in Stance}


def by_stance(opinions: Iterable[Opinion]) -> dict[Stance, int]:
    """How many opinions take each stance."""
    return count_stances(opinion.stance for opinion in opinions)


def in_places(opinions: Sequence[Opinion]) -> list[tuple[Opinion, list[Opinion]]]:
    """Opinions in the order of the draft, grouped by place: (the first one, all of that place)."""
    groups: list[tuple[Opinion, list[Opinion]]] = []
    for opinion in opinions:
        last = groups[-1][0] if groups else None
        if last and (last.version_id, last.passage_position) == (opinion.version_id, opinion.passage_position):
            groups[-1][1].append(opinion)
        else:
            groups.append((opinion, [opinion]))
    return groups
