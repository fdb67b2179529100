"""Which of many pairs stay in order, and which have moved."""

from bisect import bisect_left
from collections.abc import Sequence


def in_order(pairs: Sequence[tuple[int, int]], weights: Sequence[int]) -> set[int]:
    """The heaviest set of pairs (old place, new place) that stand in the same order on both sides, as indexes.

    What is not in it has moved past it. Each weight is at least 1.
    """
    ranked = sorted(range(len(pairs)), key=lambda index: (pairs[index][1], -pairs[index][0]))
    olds = sorted({old for old, _new in pairs})
    best: list[tuple[int, int]] = [(0, -1)] * (len(olds) + 1)  # Fenwick tree: heaviest chain that ends below a place
    before: dict[int, int] = {}
    for index in ranked:
        place = bisect_left(olds, pairs[index][0])
        weight, last = max((best[node] for node in _below(place)), default=(0, -1))
        before[index] = last
        chain = (weight + weights[index], index)
        node = place + 1
        while node < len(best):
            best[node] = max(best[node], chain)
            node += node & -node
    _weight, last = max((best[node] for node in _below(len(olds))), default=(0, -1))
    kept: set[int] = set()
    while last != -1:
        kept.add(last)
        last = before[last]
    return kept


def _below(place: int) -> list[int]:
    nodes = []
    while place:
        nodes.append(place)
        place -= place & -place
    return nodes
