"""From a pasted text, or from what Word holds, to headings, paragraphs and rows of tables. No word is lost."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from congress.drafts.vocabulary import BlockKind
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import tidy

DEEPEST = 6
MOST_BLOCKS = 10_000
LONGEST_BLOCK = 20_000
LONGEST_HEADING = 200
BAR = " | "

_ORDINAL = r"(?:thứ\s+)?(?:nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười|[ivxlc]{1,7}|\d{1,2})"
_NUMBER = r"(?:[ivxlc]{1,7}|\d{1,2})"
# Rank of a heading by its mark: the lower the number, the higher the heading. "Phần/Chương/Mục/A./I./1./1.1/a)".
_NAMED = (
    (1, re.compile(rf"phần\s+{_ORDINAL}\b", re.IGNORECASE)),
    (2, re.compile(rf"chương\s+{_NUMBER}\b", re.IGNORECASE)),
    (3, re.compile(rf"mục\s+{_NUMBER}\b", re.IGNORECASE)),
)
_MARKED = (
    (5, re.compile(r"[IVXLC]{1,7}\s*[.\-–)/]\s*\S")),
    (4, re.compile(r"[A-H]\s*[.\-–)/]\s*\S")),
    (9, re.compile(r"\d{1,2}\.\d{1,2}\.\d{1,2}(?:\.\d{1,2})?[.)\-–]?\s+\S")),
    (7, re.compile(r"\d{1,2}\.\d{1,2}[.)\-–]?\s+\S")),
    (6, re.compile(r"\d{1,2}\s*[.)\-–]\s*[^\W\d]")),
    (10, re.compile(r"[a-zđ]\)\s*\S")),
)
_SHORT = {6: 150, 7: 150, 9: 150, 10: 100}
_CAPITALS = 1
_BARE_LABEL = re.compile(rf"(?:phần\s+{_ORDINAL}|chương\s+{_NUMBER}|mục\s+{_NUMBER})\s*[.:–-]?", re.IGNORECASE)
_ITEM_MARK = re.compile(r"(?:[-–+*•]|[a-zđ]\)|[IVXLC]{1,7}[.)]|\d{1,2}(?:\.\d{1,2})*[.)]?)")
_STARTS_ITEM = re.compile(r"(?:[-–+*•]\s|[a-zđ]\)\s|\d{1,2}(?:\.\d{1,2})*[.)]\s|[IVXLC]{1,7}[.)]\s)")
_SENTENCE_END = re.compile(r"[.;:!?…][\"”’)]*$")
_LINE_END = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")


@dataclass(frozen=True)
class Block:
    """One heading (level 1 to 6), paragraph or row of a table, as plain text."""

    kind: BlockKind
    text: str
    level: int = 0

    @property
    def choice(self) -> str:
        """Its kind as one word of the preview's form: "h1" … "h6", "p", "row"."""
        return f"h{self.level}" if self.kind is BlockKind.HEADING else CHOICES[self.kind]

    def as_choice(self, choice: str) -> "Block":
        """The same text as another kind; an unknown word changes nothing."""
        if re.fullmatch(rf"h[1-{DEEPEST}]", choice):
            return replace(self, kind=BlockKind.HEADING, level=int(choice[1]))
        kinds = {word: kind for kind, word in CHOICES.items()}
        return replace(self, kind=kinds[choice], level=0) if choice in kinds else self

    def plain(self) -> list[Any]:
        """As JSON keeps it."""
        return [self.kind.value, self.text, self.level]

    @classmethod
    def from_plain(cls, value: Sequence[Any]) -> "Block":
        """Read back what `plain` gave."""
        kind, text, level = value
        return cls(BlockKind(kind), text, level)


CHOICES = {BlockKind.PARAGRAPH: "p", BlockKind.ROW: "row"}


def from_text(text: str, *, join_lines: bool = False) -> list[Block]:
    """Blocks of a pasted text: a line is a block, a line with tabs a row of a table.

    `join_lines` mends a text whose lines were broken at the margin (pasted from a PDF).
    """
    lines = [_line(line) for line in _LINE_END.split(text)]
    if join_lines:
        lines = list(_mended(lines))
    return with_headings([block for block in lines if block is not None])


def lines_of(text: str) -> list[Block]:
    """Paragraphs and rows as they are typed, one a line; a line with bars is a row too. No headings are looked for."""
    found = [block for line in _LINE_END.split(text) if (block := _line(line)) is not None]
    return [replace(block, kind=BlockKind.ROW) if BAR in block.text else block for block in found]


def with_headings(blocks: Iterable[Block]) -> list[Block]:
    """Recognise headings by their marks (Phần, Chương, Mục, A., I., 1., 1.1, a)) or capitals, levels without gaps."""
    ranked: list[tuple[Block, int | None]] = []
    for block in blocks:
        rank = rank_of(block.text, first=not ranked) if block.kind is BlockKind.PARAGRAPH else None
        before = ranked[-1] if ranked else None
        if before and rank == _CAPITALS and before[1] is not None and _BARE_LABEL.fullmatch(before[0].text):
            ranked[-1] = (replace(before[0], text=f"{before[0].text} {block.text}"), before[1])
        else:
            ranked.append((block, rank))
    levels = {
        rank: min(place, DEEPEST) for place, rank in enumerate(sorted({r for _, r in ranked if r is not None}), 1)
    }
    return [
        block if rank is None else replace(block, kind=BlockKind.HEADING, level=levels[rank]) for block, rank in ranked
    ]


def check(blocks: Sequence[Block]) -> None:
    """A draft holds something, and no more than a page can show. Raises RuleBroken on `text`."""
    if not blocks:
        raise RuleBroken(N_("Chưa có chữ nào để đưa vào. Hãy dán văn bản hoặc chọn tệp DOCX."), "text")
    if len(blocks) > MOST_BLOCKS:
        raise RuleBroken(
            N_(
                "Văn bản có %(count)s đoạn, nhiều hơn mức %(most)s đoạn của một dự thảo. Hãy chia thành nhiều văn kiện."
            ),
            "text",
            count=len(blocks),
            most=MOST_BLOCKS,
        )
    longest = max(len(block.text) for block in blocks)
    if longest > LONGEST_BLOCK:
        raise RuleBroken(
            N_("Có một đoạn dài %(length)s chữ cái, nhiều hơn mức %(most)s. Hãy xuống dòng ở giữa đoạn đó."),
            "text",
            length=longest,
            most=LONGEST_BLOCK,
        )


def _line(line: str) -> Block | None:
    cells = [tidied for cell in line.split("\t") if (tidied := tidy(cell))]
    if not cells:
        return None
    if len(cells) == 1 or (len(cells) == 2 and _ITEM_MARK.fullmatch(cells[0])):
        return Block(BlockKind.PARAGRAPH, " ".join(cells))
    return Block(BlockKind.ROW, BAR.join(cells))


def _mended(lines: Iterable[Block | None]) -> Iterable[Block | None]:
    """Join a line to the one before when that one broke off in the middle of a sentence."""
    open_line: Block | None = None
    for block in lines:
        if open_line is not None and block is not None and _goes_on(open_line, block):
            open_line = replace(open_line, text=f"{open_line.text} {block.text}")
            continue
        if open_line is not None:
            yield open_line
        open_line = block
    yield open_line


def _goes_on(before: Block, block: Block) -> bool:
    return (
        before.kind is block.kind is BlockKind.PARAGRAPH
        and not _SENTENCE_END.search(before.text)
        and rank_of(before.text) is None
        and rank_of(block.text) is None
        and not _STARTS_ITEM.match(block.text)
    )


def rank_of(text: str, *, first: bool = False) -> int | None:
    """How high a line stands as a heading; None for a paragraph."""
    if len(text) > LONGEST_HEADING:
        return None
    for rank, pattern in _NAMED:
        if pattern.match(text) and (
            (text[0].isupper() and not text.endswith((".", ";", ","))) or _BARE_LABEL.fullmatch(text)
        ):
            return rank
    if text.endswith((".", ";", ",", "!", "?")):
        return None
    for rank, pattern in _MARKED:
        if pattern.match(text):
            return rank if len(text) <= _SHORT.get(rank, LONGEST_HEADING) else None
    if text.isupper() and len(text.split()) > 1:
        return 0 if first else _CAPITALS
    return None


def from_word(blocks: Iterable[tuple[str, int, str]]) -> list[Block]:
    """Blocks of a Word file, given as (heading | paragraph | row, level, text).

    The author's heading styles count; only where none was used are headings recognised by their marks.
    """
    kinds = {"heading": BlockKind.HEADING, "row": BlockKind.ROW}
    found = [
        Block(kinds.get(kind, BlockKind.PARAGRAPH), tidied, min(level, DEEPEST))
        for kind, level, text in blocks
        if (tidied := tidy(text))
    ]
    return found if any(block.kind is BlockKind.HEADING for block in found) else with_headings(found)


def remarks(inserted: int, deleted: int, numbered: int, blocks: Sequence[Block], *, pictures: int = 0) -> list[str]:
    """What to look at before a text from Word is recorded; Vietnamese source sentences, translated on the page."""
    found = []
    if inserted or deleted:
        found.append(
            N_("Tệp có phần sửa theo dõi (Track Changes): chữ thêm đã lấy vào, chữ bị xóa đã bỏ ra. Hãy đối chiếu.")
        )
    if numbered:
        found.append(N_("Tệp dùng số thứ tự tự động của Word: số được đánh lại 1., 2., a), b)… Hãy đối chiếu."))
    if pictures:
        found.append(
            N_("Tệp có hình vẽ hoặc ảnh: chỉ lấy chữ, không lấy hình. Nội dung nằm trong hình thì hãy gõ thêm.")
        )
    if any(block.kind is BlockKind.ROW for block in blocks):
        found.append(N_("Tệp có bảng: mỗi dòng của bảng thành một dòng riêng, các ô cách nhau bằng dấu |."))
    return found
