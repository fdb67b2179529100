"""The statements of a synthesis report, written from counts alone: no word of the compiler's (domain.md §6.4 [A]).

Every statement names the comments it rests on. Requests to add, change or drop words stand verbatim with heading and
place; an opinion of a single cell keeps its argument.
"""

import re
import uuid
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from congress.comments.rules import Opinion, RoundTotals
from congress.comments.vocabulary import Stance
from congress.shared.vietnamese import fold, number_on_paper
from congress.synthesis.rules.quantity import Thresholds
from congress.synthesis.vocabulary import Part
from congress.triage.rules.answers import Answered, by_draft

WHOLE = "Về toàn văn dự thảo"
ASKING = re.compile(r"(kinh |chi bo )?de nghi\b")
REASONS = 3
"""How many different arguments stand in one statement; its sources have them all."""


@dataclass(frozen=True)
class Statement:
    """One sentence: where it stands, its words, and the comments it rests on.

    `key` stays the same when the report is drawn up again, so that an edit finds its statement.
    """

    key: str
    part: Part
    version_id: uuid.UUID
    document: str
    heading: str
    text: str
    sources: tuple[uuid.UUID, ...]


def opening(totals: RoundTotals) -> str:
    """Who answered; opinions and participants are counted apart (domain.md §6.6)."""
    return (
        f"Đã có {totals.sent}/{totals.cells} chi bộ gửi phiếu góp ý, trong đó {totals.nothing_to_say} chi bộ không có "
        f"ý kiến. Có {number_on_paper(totals.present)}/{number_on_paper(totals.members)} đảng viên dự họp, "
        f"{number_on_paper(totals.spoke)} đồng chí phát biểu; tổng số {number_on_paper(totals.comments)} ý kiến."
    )


def statements(
    answered: Sequence[Answered],
    base: int,
    thresholds: Thresholds,
    drafts: Sequence[tuple[uuid.UUID, str]] = (),
) -> list[Statement]:
    """All statements in their order on paper: by draft, by part, by heading.

    base    the cells that answered
    drafts  (version, title) of the round in their order: one that nobody commented on has its section too
    """
    found: list[Statement] = []
    said = dict(by_draft(answered))
    version_of = {title: version for version, title in drafts}
    for document in dict.fromkeys([*version_of, *said]):
        lines = said.get(document, [])
        if not lines:
            version, text = version_of[document], f"Không có ý kiến nào trong phiếu của {base} chi bộ đã gửi."
            found.append(Statement(f"general:{version}", Part.GENERAL, version, document, "", text, ()))
            continue
        found += _general(document, lines, base, thresholds)
        found += _content(document, lines, base, thresholds)
        found += _proposals(document, lines)
    return found


def _general(document: str, lines: Sequence[Answered], base: int, thresholds: Thresholds) -> Iterator[Statement]:
    said = [opinion for each in lines for opinion in each.opinions]
    version = lines[0].first.version_id
    cells = len({opinion.unit_id for opinion in said})
    sides = Counter(opinion.stance for opinion in said)
    counted = "; ".join(f"{stance.label.lower()}: {sides[stance]} ý kiến" for stance in Stance if sides[stance])
    text = f"Có {cells}/{base} chi bộ góp {number_on_paper(len(said))} ý kiến, trong đó {counted}."
    yield Statement(f"general:{version}", Part.GENERAL, version, document, "", text, _ids(said))
    for each in lines:
        if not each.first.passage_position:
            yield _point(each, Part.GENERAL, document, WHOLE, base, thresholds)


def _content(document: str, lines: Sequence[Answered], base: int, thresholds: Thresholds) -> Iterator[Statement]:
    on_passages = [each for each in lines if each.first.passage_position]
    for heading, group in _by_heading(on_passages):
        said = [opinion for each in group for opinion in each.opinions]
        agreeing = [opinion for opinion in said if _merely_agrees(opinion)]
        if agreeing:
            cells = len({opinion.unit_id for opinion in agreeing})
            text = f"{thresholds.word(cells, base)} ({cells}/{base}) đồng ý như dự thảo, {len(agreeing)} ý kiến."
            yield _on(group[0].first, "agree", Part.CONTENT, document, heading, text, agreeing)
        for first, at_one_place in _by_place(said):
            sides = Counter(opinion.stance for opinion in at_one_place)
            if sides[Stance.AGREE] and sides[Stance.DISAGREE]:
                counted = "; ".join(f"{sides[each]} ý kiến {each.label.lower()}" for each in Stance if sides[each])
                text = f"{first.place} còn ý kiến khác nhau: {counted}."
                yield _on(first, "sides", Part.CONTENT, document, heading, text, at_one_place)
        for each in group:
            if not all(_merely_agrees(opinion) for opinion in each.opinions):
                yield _point(each, Part.CONTENT, document, heading, base, thresholds)


def _proposals(document: str, lines: Sequence[Answered]) -> Iterator[Statement]:
    for each in lines:
        asking = [opinion for opinion in each.opinions if opinion.proposed]
        if not asking:
            continue
        words: dict[tuple[str, str], tuple[str, list[str]]] = {}
        for opinion in asking:
            place = _place_in(opinion, each.first)
            words.setdefault((place, fold(opinion.proposed)), (opinion.proposed, []))[1].append(opinion.unit_name)
        text = "\n".join(f"{place}: “{said}” ({_names(cells)})" for (place, _same), (said, cells) in words.items())
        yield Statement(
            f"verbatim:{_key(each)}",
            Part.PROPOSALS,
            each.first.version_id,
            document,
            each.first.heading if each.first.passage_position else WHOLE,
            text,
            _ids(asking),
        )


def _place_in(opinion: Opinion, first: Opinion) -> str:
    """Its place as papers cite it; with its own heading where the point stands under another one."""
    if not opinion.passage_position:
        return WHOLE
    elsewhere = opinion.heading and opinion.heading != first.heading
    return f"{opinion.heading}, {opinion.place}" if elsewhere else opinion.place


def _point(each: Answered, part: Part, document: str, heading: str, base: int, thresholds: Thresholds) -> Statement:
    """One point: who, how many, what, and the argument."""
    cells = len({opinion.unit_id for opinion in each.opinions})
    who = (
        f"{thresholds.word(cells, base)} ({cells}/{base}; {len(each.opinions)} ý kiến)"
        if cells > 1
        else f"Có ý kiến ({each.first.unit_name})"
    )
    place = f"{each.first.place}: " if each.first.passage_position else ""
    text = f"{place}{who} {_verb(each)}: “{each.said.rstrip(' .')}”"
    reasons = _reasons(each)
    if reasons:
        text += f". Lý do: {'; '.join(reasons)}"
    return Statement(
        f"point:{_key(each)}", part, each.first.version_id, document, heading, _ended(text), _ids(each.opinions)
    )


def _reasons(each: Answered) -> list[str]:
    words = {fold(opinion.reason): opinion.reason.strip().rstrip(".") for opinion in each.opinions if opinion.reason}
    words.pop(fold(each.said), None)
    return list(words.values())[:REASONS]


def _verb(each: Answered) -> str:
    """What they do; "nêu" where their own words say already that they ask for something."""
    sides = {opinion.stance for opinion in each.opinions}
    if sides == {Stance.AGREE}:
        return "đồng ý và nêu"
    asks = "nêu" if ASKING.match(fold(each.said)) else "đề nghị"
    return f"không đồng ý, {asks}" if sides == {Stance.DISAGREE} else asks


def _merely_agrees(opinion: Opinion) -> bool:
    return opinion.stance is Stance.AGREE and not opinion.proposed and not opinion.reason


def _on(
    first: Opinion, kind: str, part: Part, document: str, heading: str, text: str, said: Sequence[Opinion]
) -> Statement:
    key = f"{kind}:{first.version_id}:{first.passage_position}"
    return Statement(key, part, first.version_id, document, heading, text, _ids(said))


def _by_heading(lines: Iterable[Answered]) -> list[tuple[str, list[Answered]]]:
    groups: list[tuple[str, list[Answered]]] = []
    for each in lines:
        if not groups or groups[-1][0] != each.first.heading:
            groups.append((each.first.heading, []))
        groups[-1][1].append(each)
    return groups


def _by_place(said: Iterable[Opinion]) -> list[tuple[Opinion, list[Opinion]]]:
    places: dict[int, list[Opinion]] = {}
    for opinion in said:
        places.setdefault(opinion.passage_position, []).append(opinion)
    return [(found[0], found) for found in places.values()]


def _key(each: Answered) -> str:
    return str(each.point_id or each.first.comment_id)


def _ids(said: Iterable[Opinion]) -> tuple[uuid.UUID, ...]:
    return tuple(opinion.comment_id for opinion in said)


def _names(cells: Sequence[str]) -> str:
    return "; ".join(dict.fromkeys(cells))


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
