"""Two texts word by word: what stays, what was struck out, what was put in."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from rapidfuzz.distance import Indel

from congress.drafts.rules.blocks import Block
from congress.drafts.rules.groups import Group
from congress.drafts.vocabulary import MatchKind

Id = TypeVar("Id")

_PIECE = re.compile(r"(?:\d+(?:[.,/]\d+)*|[^\W\d_]+|[^\w\s]|_)\s*")
UNLIKE = 0.3


class Stroke(StrEnum):
    """What happened to a stretch of words."""

    KEPT = "kept"
    STRUCK = "struck"
    PUT_IN = "put_in"


@dataclass(frozen=True)
class Run:
    """Some words in a row that had the same fate, with the spaces behind them."""

    stroke: Stroke
    text: str


def redline(old: str, new: str) -> list[Run]:
    """Old and new text as runs: kept and struck give the old words, kept and put in the new ones."""
    was, now = _PIECE.findall(old), _PIECE.findall(new)
    one, two = [piece.rstrip() for piece in was], [piece.rstrip() for piece in now]
    if was and now and Indel.normalized_similarity(one, two) < UNLIKE:
        return _joined([Run(Stroke.STRUCK, _ended(old)), Run(Stroke.PUT_IN, new)])
    runs = []
    for step in Indel.opcodes(one, two):
        struck, put_in = "".join(was[step.src_start : step.src_end]), "".join(now[step.dest_start : step.dest_end])
        if step.tag == "equal":
            runs.append(Run(Stroke.KEPT, put_in))
            if struck[-1:].isspace() and not put_in[-1:].isspace():
                runs.append(Run(Stroke.STRUCK, " "))
        else:
            runs += [Run(Stroke.STRUCK, struck), Run(Stroke.PUT_IN, put_in)]
    return _joined(runs)


def _ended(text: str) -> str:
    return f"{text.rstrip()} " if text else ""


def _joined(runs: Iterable[Run]) -> list[Run]:
    """Neighbours of one kind put together; between two kept runs what was struck stands before what was put in."""
    found: list[Run] = []
    struck = put_in = ""
    for run in [*runs, Run(Stroke.KEPT, "")]:
        if run.stroke is Stroke.STRUCK:
            struck += run.text
        elif run.stroke is Stroke.PUT_IN:
            put_in += run.text
        elif not run.text.strip() and run.text:
            struck, put_in = struck + run.text, put_in + run.text
        else:
            if struck[-1:].isalnum() and put_in[:1].isalnum():
                struck += " "
            found += [Run(Stroke.STRUCK, struck)] * bool(struck.strip())
            found += [Run(Stroke.PUT_IN, put_in)] * bool(put_in.strip())
            struck = put_in = ""
            if run.text and found and found[-1].stroke is Stroke.KEPT:
                found[-1] = Run(Stroke.KEPT, found[-1].text + run.text)
            elif run.text:
                found.append(run)
    return found


class Place(StrEnum):
    """What a line of a comparison shows."""

    HERE = "here"
    CAME = "came"
    LEFT = "left"


@dataclass(frozen=True)
class Line:
    """One passage, or several that became one or the other way round, as a comparison shows it.

    old, new  places (from 1) in the versions; none on one side for what is new or was removed
    place     HERE; of what has moved, CAME with its words where it stands now and LEFT where it stood
    """

    kind: MatchKind
    block: Block
    runs: tuple[Run, ...]
    old: tuple[int, ...] = ()
    new: tuple[int, ...] = ()
    place: Place = Place.HERE

    @property
    def touched(self) -> bool:
        """Whether it differs from the version before in anything."""
        return (
            self.kind in (MatchKind.SPLIT, MatchKind.MERGED)
            or self.place is not Place.HERE
            or any(run.stroke is not Stroke.KEPT for run in self.runs)
        )


def lines(groups: Sequence[Group[Id]], old: Mapping[Id, Block], new: Mapping[Id, Block]) -> list[Line]:
    """The comparison of two versions, in the order of the new one; the mappings are in the order of the versions."""
    old_place = {each: place for place, each in enumerate(old, start=1)}
    new_place = {each: place for place, each in enumerate(new, start=1)}
    found: list[Line] = []
    left: list[tuple[int, Line]] = []
    for group in groups:
        olds, news = tuple(old_place[each] for each in group.olds), tuple(new_place[each] for each in group.news)
        kind = group.fate
        where = Place.CAME if group.moved else Place.HERE
        was = " ".join(old[each].text for each in group.olds)
        texts = [new[each].text for each in group.news]
        runs = redline(was, " ".join(texts))
        blocks = [new[each] for each in group.news] or [old[each] for each in group.olds]
        if len(news) > 1:
            parts = _cut(runs, texts)
            found += [
                Line(kind, block, part, olds, (place,), where)
                for block, part, place in zip(blocks, parts, news, strict=True)
            ]
        else:
            found.append(Line(kind, blocks[0], tuple(runs), olds, news, where))
        if group.moved:
            struck = (Run(Stroke.STRUCK, was),)
            left.append((olds[0], Line(kind, old[group.olds[0]], struck, olds, news, Place.LEFT)))
    return _with_left(found, left)


def _cut(runs: Iterable[Run], texts: Sequence[str]) -> list[tuple[Run, ...]]:
    """Runs over several joined texts, cut where each text ends; struck words stay before the next cut."""
    parts: list[list[Run]] = [[] for _ in texts]
    number, room = 0, len("".join(texts[0].split()))
    for run in runs:
        if run.stroke is Stroke.STRUCK:
            parts[number].append(run)
            continue
        text = run.text
        while text:
            taken, counted = 0, 0
            while taken < len(text) and (counted < room or text[taken].isspace()):
                counted += not text[taken].isspace()
                taken += 1
            if taken:
                parts[number].append(Run(run.stroke, text[:taken]))
            room -= counted
            text = text[taken:]
            if text and number + 1 < len(texts):
                number += 1
                room = len("".join(texts[number].split()))
            elif text:
                parts[number].append(Run(run.stroke, text))
                text = ""
    return [tuple(part) for part in parts]


def _with_left(found: Sequence[Line], left: Iterable[tuple[int, Line]]) -> list[Line]:
    """Put the marks of what has moved away behind what stood before it."""
    behind: dict[int, int] = {}
    for index, line in enumerate(found):
        if line.place is Place.HERE:
            behind |= dict.fromkeys(line.old, index)
    marks: dict[int, list[Line]] = {}
    for place, line in sorted(left, key=lambda each: each[0]):
        before = next((behind[each] for each in range(place - 1, 0, -1) if each in behind), -1)
        marks.setdefault(before, []).append(line)
    result = list(marks.get(-1, ()))
    for index, line in enumerate(found):
        result += [line, *marks.get(index, ())]
    return result


@dataclass(frozen=True)
class Gap:
    """So many passages that did not change, left out."""

    count: int


def shortened(whole: Sequence[Line]) -> list[Line | Gap]:
    """What is touched, with the nearest heading above it; the rest is counted."""
    shown: set[int] = set()
    heading: int | None = None
    for index, line in enumerate(whole):
        if line.block.level and line.place is Place.HERE:
            heading = index
        if line.touched:
            shown |= {index} if heading is None else {heading, index}
    found: list[Line | Gap] = []
    hidden = 0
    for index, line in enumerate(whole):
        if index not in shown:
            hidden += 1
            continue
        found += [Gap(hidden), line] if hidden else [line]
        hidden = 0
    return [*found, Gap(hidden)] if hidden else found
