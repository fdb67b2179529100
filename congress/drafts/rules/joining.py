"""One passage that has become several: the several hold its words, and together say what it said.

Turned round, the same finds several passages that were put together.
"""

from collections.abc import Mapping, Sequence

from congress.drafts.rules.likeness import Index, Words, couples, likeness

HELD = 0.6
TOGETHER = 0.7
GAINED = 0.05
NEAREST = 3
MOST_PARTS = 6
NEVER: tuple[frozenset[int], frozenset[int]] = (frozenset(), frozenset())


def joined(
    wholes: Sequence[Words],
    parts: Sequence[Words],
    part_of: Mapping[int, int],
    whole_of: Mapping[int, int],
    *,
    apart: tuple[set[int], set[int]] | tuple[frozenset[int], frozenset[int]] = NEVER,
) -> dict[int, tuple[int, ...]]:
    """{place of a whole: places of its parts, neighbours in their order}.

    part_of, whole_of  the pairs found so far; a part that is tied to another whole is left there
    apart              places of wholes and of parts that are settled already
    """
    open_wholes = {
        place
        for place, said in enumerate(wholes)
        if place not in apart[0] and (place not in part_of or parts[part_of[place]] != said)
    }
    index = Index((place, wholes[place]) for place in sorted(open_wholes))
    beside = _tied_beside(len(parts), whole_of)
    gathered: dict[int, set[int]] = {}
    for place, said in enumerate(parts):
        if place in whole_of or place in apart[1] or len(said) < 2:
            continue
        # In a long draft most couples stand nearly everywhere and lead nowhere: the neighbours are looked at anyway.
        near = open_wholes.intersection(beside[place])
        for whole in near.union(index.nearest(said, NEAREST)):
            if _held(said, wholes[whole]):
                gathered.setdefault(whole, set()).add(place)
    found: dict[int, tuple[int, ...]] = {}
    taken: set[int] = set()
    for whole in sorted(gathered):
        main = part_of.get(whole)
        places = {each for each in gathered[whole] | ({main} if main is not None else set()) if each not in taken}
        run = _best(wholes[whole], parts, places, main)
        if run:
            found[whole] = run
            taken.update(run)
    return found


def _held(part: Words, whole: Words) -> bool:
    """Whether most of what a part says stands in the whole."""
    said = couples(part)
    return len(said & couples(whole)) >= HELD * len(said)


def _tied_beside(length: int, whole_of: Mapping[int, int]) -> list[set[int]]:
    """For each part the wholes that the nearest tied parts before and behind it belong to."""
    found: list[set[int]] = [set() for _ in range(length)]
    for places in (range(length), range(length - 1, -1, -1)):
        nearest, away = None, 0
        for place in places:
            nearest, away = (whole_of[place], 0) if place in whole_of else (nearest, away + 1)
            if nearest is not None and 0 < away < MOST_PARTS:
                found[place].add(nearest)
    return found


def _best(whole: Words, parts: Sequence[Words], places: set[int], main: int | None) -> tuple[int, ...]:
    """The neighbours that together say the whole best, if they say it better than any one of them."""
    alone = max((likeness(whole, parts[place]) for place in places), default=0.0)
    best = max(TOGETHER, alone + GAINED)
    found: tuple[int, ...] = ()
    for run in _runs(sorted(places)):
        for start in range(len(run)):
            for end in range(start + 2, min(len(run), start + MOST_PARTS) + 1):
                chosen = tuple(run[start:end])
                if main is not None and main not in chosen:
                    continue
                alike = likeness(whole, sum((parts[place] for place in chosen), ()))
                if alike > best:
                    best, found = alike, chosen
    return found


def _runs(places: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for place in places:
        if runs and runs[-1][-1] == place - 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs
