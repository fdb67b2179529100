"""The way of a document to the congress: the order of its states, what is odd about a record, what the facts suggest.

Typical path: domain notes on documents, 6.2 and 6.7 (outline, drafts, consultation, executive committee, appraisal by
the level above, congress) [B]. "Chương trình hành động" is discussed and not voted: 11977-CV/VPTW of 23/4/2020, taken
as still valid [A for 2020]. Nothing here blocks: what is odd is said.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from congress.drafts.vocabulary import DocumentKind, DocumentLevel, PathState
from congress.shared.labels import N_

K = TypeVar("K")

OWN_PATH = (
    PathState.OUTLINE,
    PathState.DRAFT,
    PathState.CONSULTATION,
    PathState.REVISED,
    PathState.COMMITTEE,
    PathState.APPRAISAL,
    PathState.RETURNED,
    PathState.CONGRESS,
)
PATH_ABOVE = (PathState.RECEIVED, PathState.CONSULTATION, PathState.SENT_UP)
WITH_PAPER = (PathState.APPRAISAL, PathState.RETURNED, PathState.ADOPTED, PathState.SENT_UP)
NOT_VOTED = "11977-CV/VPTW, 23/4/2020"


def path_of(kind: DocumentKind, level: DocumentLevel) -> tuple[PathState, ...]:
    """The states a document passes, in order; the action programme ends discussed, not adopted."""
    if level.above:
        return PATH_ABOVE
    return (*OWN_PATH, PathState.ADOPTED if is_voted(kind) else PathState.DISCUSSED)


def is_voted(kind: DocumentKind) -> bool:
    """Whether the congress votes on such a document."""
    return kind is not DocumentKind.ACTION_PROGRAMME


@dataclass(frozen=True)
class Step(Generic[K]):
    """A recorded step; `draft` is the version it speaks of."""

    state: PathState
    day: date | None = None
    draft: K | None = None
    body: str = ""
    paper: str = ""
    paper_on: date | None = None
    reason: str = ""


@dataclass(frozen=True)
class Remark:
    """Something odd, as a Vietnamese source sentence and what stands in it; words of a vocabulary are translated."""

    message: str
    details: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True)
class Station(Generic[K]):
    """A state of the path and the step that reached it on the present run; `passed` without one: it was skipped."""

    state: PathState
    step: Step[K] | None
    current: bool
    passed: bool


def goes_back(path: Sequence[PathState], now: PathState | None, to: PathState) -> bool:
    """Whether a step leads to an earlier state. A further draft after a consultation is the usual way and no return."""
    if now is None or now not in path or to not in path:
        return False
    if to is PathState.DRAFT and now in (PathState.CONSULTATION, PathState.REVISED):
        return False
    if to is PathState.CONSULTATION and now is PathState.REVISED:
        return False
    return path.index(to) < path.index(now)


def stations(path: Sequence[PathState], steps: Sequence[Step[K]]) -> list[Station[K]]:
    """The path as it stands: what was reached and not taken back, where the document is now."""
    reached: dict[PathState, Step[K]] = {}
    now: PathState | None = None
    for step in steps:
        if goes_back(path, now, step.state):
            reached = {state: each for state, each in reached.items() if path.index(state) < path.index(step.state)}
        if step.state in path:
            reached[step.state], now = step, step.state
    at = path.index(now) if now is not None else -1
    furthest = max((path.index(state) for state in reached), default=-1)
    return [
        Station(state, reached.get(state), state is now, place < max(at, furthest)) for place, state in enumerate(path)
    ]


def next_state(path: Sequence[PathState], now: PathState | None) -> PathState:
    """What usually comes next."""
    return path[min(path.index(now) + 1, len(path) - 1)] if now in path else path[0]


def remarks(path: Sequence[PathState], steps: Sequence[Step[K]], today: date) -> list[Remark]:
    """What is odd about the steps of a document: gaps, days out of order or to come, a paper that is missing."""
    found: list[Remark] = []
    last: Step[K] | None = None
    for step in steps:
        name = ("state", step.state.label)
        if last is not None and step.day and last.day and step.day < last.day:
            found.append(
                Remark(
                    N_("“%(state)s” ghi ngày %(day)s, trước ngày của bước ghi liền trước (%(before)s)."),
                    (name, ("day", step.day), ("before", last.day)),
                )
            )
        if step.day and step.day > today:
            found.append(Remark(N_("“%(state)s” ghi một ngày chưa tới: %(day)s."), (name, ("day", step.day))))
        if step.state in WITH_PAPER and not step.paper:
            found.append(Remark(N_("“%(state)s” chưa ghi số văn bản."), (name,)))
        if step.state not in path:
            found.append(Remark(N_("“%(state)s” không thuộc các bước của loại văn kiện này."), (name,)))
        last = step
    skipped = [each.state for each in stations(path, steps) if each.passed and each.step is None]
    found += [Remark(N_("Chưa ghi bước “%(state)s”."), (("state", state.label),)) for state in skipped]
    return found


@dataclass(frozen=True)
class Drawn(Generic[K]):
    """A recorded version, as far as the path is concerned."""

    draft: K
    number: int
    day: date


@dataclass(frozen=True)
class Asked(Generic[K]):
    """A comment round that asks about a version; `last_day` the last one on which anybody may write."""

    draft: K
    title: str
    first_day: date
    last_day: date


@dataclass(frozen=True)
class Proposal(Generic[K]):
    """A step the facts of the program suggest, and why; nobody but a person records it."""

    state: PathState
    day: date
    draft: K
    why: str
    details: tuple[tuple[str, Any], ...] = ()


def proposals(
    path: Sequence[PathState],
    steps: Sequence[Step[K]],
    drawn: Sequence[Drawn[K]],
    asked: Iterable[Asked[K]],
    today: date,
) -> list[Proposal[K]]:
    """What the program knows and the record does not say: a new version, a round that is open, a version after it."""
    known = {(step.state, step.draft) for step in steps}
    last = steps[-1] if steps else None
    newest = max(drawn, key=lambda each: each.number, default=None)
    rounds = [each for each in asked if each.draft in {version.draft for version in drawn}]
    first_state = PathState.RECEIVED if PathState.RECEIVED in path else PathState.DRAFT
    found: list[Proposal[K]] = []
    if newest is not None and not _past(path, last, PathState.COMMITTEE):
        found += _of_version(path, known, newest, first_state, rounds)
    for each in rounds:
        is_open = each.first_day <= today <= each.last_day
        if is_open and (PathState.CONSULTATION, each.draft) not in known and not _after(steps, each.first_day):
            details = (("title", each.title), ("day", each.first_day))
            found.append(
                Proposal(
                    PathState.CONSULTATION,
                    each.first_day,
                    each.draft,
                    N_("Đợt góp ý “%(title)s” đang mở từ %(day)s."),
                    details,
                )
            )
    return found


def _of_version(
    path: Sequence[PathState],
    known: Collection[tuple[PathState, K | None]],
    newest: Drawn[K],
    first_state: PathState,
    rounds: Sequence[Asked[K]],
) -> list[Proposal[K]]:
    """A version nobody has recorded a step for: a draft, or, after a round that is over, a revised text."""
    if any(draft == newest.draft for _state, draft in known):
        return []
    after = [each for each in rounds if each.draft != newest.draft and each.last_day < newest.day]
    consulted = bool(after) and PathState.REVISED in path
    state = PathState.REVISED if consulted else first_state
    why = (
        N_("Dự thảo lần %(number)s đã ghi nhận sau đợt góp ý.")
        if consulted
        else N_("Dự thảo lần %(number)s đã ghi nhận.")
    )
    return [Proposal(state, newest.day, newest.draft, why, (("number", newest.number),))]


def _past(path: Sequence[PathState], last: Step[K] | None, state: PathState) -> bool:
    return last is not None and last.state in path and state in path and path.index(last.state) > path.index(state)


def _after(steps: Sequence[Step[K]], day: date) -> bool:
    """Whether the last step is one beyond a consultation, of a later day than this."""
    beyond = steps[-1] if steps else None
    return (
        beyond is not None
        and beyond.state not in (PathState.OUTLINE, PathState.DRAFT, PathState.RECEIVED)
        and beyond.day is not None
        and beyond.day > day
    )
