"""Tasks that wait for tasks: no circles, and an order in which each comes after what it waits for."""

from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

from congress.shared.labels import N_
from congress.shared.problems import RuleBroken

Key = TypeVar("Key", bound=Hashable)


def circle(needs: Mapping[Key, Iterable[Key]]) -> list[Key]:
    """The first circle there is, its first task again at the end; empty where there is none.

    `needs` names for each task those it waits for.
    """
    done: set[Key] = set()
    for start in needs:
        way: list[Key] = []
        on_way: set[Key] = set()
        waiting = [(start, iter(needs.get(start, ())))]
        if start in done:
            continue
        way.append(start)
        on_way.add(start)
        while waiting:
            task, rest = waiting[-1]
            following = next(rest, None)
            if following is None:
                waiting.pop()
                done.add(task)
                on_way.discard(way.pop())
            elif following in on_way:
                return [*way[way.index(following) :], following]
            elif following not in done:
                way.append(following)
                on_way.add(following)
                waiting.append((following, iter(needs.get(following, ()))))
    return []


def check_needs(needs: Mapping[Key, Iterable[Key]], titles: Mapping[Key, str]) -> None:
    """RuleBroken on `needs`, with the circle in words, where tasks would wait for each other in a circle."""
    if found := circle(needs):
        words = " → ".join(f"“{titles[each]}”" for each in found)
        raise RuleBroken(
            N_("Các việc chờ nhau thành vòng tròn: %(circle)s. Hãy bỏ bớt một việc phải chờ trong vòng này."),
            "needs",
            circle=words,
        )
