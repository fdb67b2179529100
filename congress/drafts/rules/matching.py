"""Which passage of the version before a block is: only where there can be no doubt."""

from collections import Counter
from collections.abc import Hashable, Sequence
from typing import TypeVar

from congress.shared.vietnamese import tidy

Id = TypeVar("Id", bound=Hashable)


def key(text: str) -> str:
    """Two blocks are the same passage when they differ in white space and case only."""
    return tidy(text).casefold()


def match(before: Sequence[tuple[Id, str]], texts: Sequence[str]) -> list[Id | None]:
    """For each new text the id of the same passage before, or None; no id is given twice.

    A text that stands once in both versions is the same passage. Texts that stand several times ("1. Mục tiêu") are
    matched only beside a neighbour that is matched already.
    """
    old = [key(text) for _id, text in before]
    new = [key(text) for text in texts]
    old_counts, new_counts = Counter(old), Counter(new)
    place = {word: number for number, word in enumerate(old) if old_counts[word] == 1}
    found = [place[word] if new_counts[word] == 1 and word in place else None for word in new]
    taken = {number for number in found if number is not None}
    for step in (1, -1):
        order = range(1, len(new)) if step == 1 else range(len(new) - 2, -1, -1)
        for number in order:
            neighbour = found[number - step]
            if found[number] is not None or neighbour is None:
                continue
            candidate = neighbour + step
            if 0 <= candidate < len(old) and candidate not in taken and old[candidate] == new[number]:
                found[number] = candidate
                taken.add(candidate)
    return [None if number is None else before[number][0] for number in found]
