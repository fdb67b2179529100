"""A version on paper and as a Word file: headings, paragraphs, lists, tables, in the layout of Party papers."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from congress.congresses.models import Congress
from congress.drafts import queries
from congress.drafts.models import DraftVersion, PassageText
from congress.drafts.rules.blocks import BAR
from congress.drafts.vocabulary import BlockKind, DocumentKind
from congress.printing.layout_profiles import profile_for
from congress.printing.paper import Heading, Title
from congress.printing.printout import LineNumbers, Printout, file_name
from congress.printing.running_tables import widths_of
from congress.shared.clock import day_of
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import fold
from congress.wordprocessing.writer import Rows, Text, WordPaper, write_word

TEXT_WIDTH = 165
EDITION = "1"
"""Raised when the same version would be printed with other lines."""
_NAMED_BY_TITLE = (DocumentKind.SUPERIOR, DocumentKind.OTHER)
_NOTE = re.compile(r"\[([0-9]{1,3})\] (.+)")
_ITEM = re.compile(r"(?:[0-9]{1,3}[.)]|[a-zđ]\)) \S")


@dataclass(frozen=True)
class Piece:
    """A heading (level from 1), a paragraph, or some rows of a table as (anchor, cells)."""

    anchor: str
    text: str = ""
    level: int = 0
    rows: tuple[tuple[str, tuple[str, ...]], ...] = ()
    widths: tuple[int, ...] = ()


def draft_paper(
    congress: Congress, version: DraftVersion, passages: Sequence[PassageText], *, lines: LineNumbers
) -> Printout:
    """A version as it is printed, with or without the numbers of its lines."""
    return Printout(
        template="drafts/printouts/draft.html",
        filename=file_name(congress.slug, f"{version.document.title} lần {version.number}", _day(version)),
        title=version.full_title,
        author=congress.committee,
        date=_day(version),
        lines=lines,
        context={
            "heading": _heading(congress, version),
            "title": _title(version, passages),
            "pieces": pieces_of(passages),
        },
    )


def draft_word(
    congress: Congress, version: DraftVersion, passages: Sequence[PassageText], *, lines: LineNumbers
) -> bytes:
    """The same as a DOCX file: headings of Word's own styles, notes at the end of the text as footnotes."""
    rows, notes = _without_notes(passages)
    return write_word(
        WordPaper(
            date=_day(version),
            subject=version.full_title,
            author=congress.committee,
            heading=_heading(congress, version),
            title=_title(version, passages),
            blocks=[_word(piece) for piece in pieces_of(rows)],
            numbered_lines=lines is not LineNumbers.NONE,
            lines_through=lines is LineNumbers.THROUGH,
            notes=notes,
        )
    )


def layout_key(congress: Congress, version: DraftVersion) -> str:
    """Names the paper that is printed of a version: another name of the congress or the document may move lines."""
    parts = (EDITION, profile_for(_day(version)).code, congress.superior, congress.committee, congress.name)
    heading = (version.document.title, version.document.kind, version.document.level, version.label, str(_day(version)))
    return hashlib.sha256("\0".join(parts + heading).encode()).hexdigest()


def pieces_of(passages: Sequence[PassageText]) -> list[Piece]:
    """The text with neighbouring rows put together into tables."""
    found: list[Piece] = []
    rows: list[tuple[str, tuple[str, ...]]] = []

    def close() -> None:
        if rows:
            widths = widths_of([cells for _anchor, cells in rows], TEXT_WIDTH)
            found.append(Piece("", rows=tuple(rows), widths=tuple(widths)))
            rows.clear()

    for each in passages:
        if each.kind is BlockKind.ROW:
            rows.append((each.anchor, tuple(each.text.split(BAR))))
            continue
        close()
        found.append(Piece(each.anchor, each.text, each.depth))
    close()
    return found


def _word(piece: Piece) -> Text | Rows:
    if piece.rows:
        return Rows(tuple(cells for _anchor, cells in piece.rows))
    if piece.level:
        return Text(piece.text, "heading" if piece.level < 3 else "subheading", level=min(piece.level, 6))
    if piece.text.startswith("- "):
        return Text(piece.text[2:], "bullet")
    return Text(piece.text, "item" if _ITEM.match(piece.text) else "paragraph")


def _without_notes(passages: Sequence[PassageText]) -> tuple[list[PassageText], dict[int, str]]:
    """The text, and the notes that stand at its end under the numbers [1], [2] … by which the text refers to them."""
    rows = list(passages)
    notes: dict[int, str] = {}
    while rows and (found := _NOTE.fullmatch(rows[-1].text)):
        notes[int(found[1])] = found[2]
        rows.pop()
    text = "\n".join(row.text for row in rows)
    complete = all(f"[{number}]" in text for number in notes) and sorted(notes) == list(range(1, len(notes) + 1))
    return (rows, notes) if complete else (list(passages), {})


def _day(version: DraftVersion) -> date:
    return version.dated or day_of(version.recorded_at)


def _heading(congress: Congress, version: DraftVersion) -> Heading | None:
    """The block of the issuing body; a document of a level above has another one, which nobody has told us."""
    if version.document.level.above:
        return None
    return Heading(
        superior=congress.superior,
        issuer=congress.committee,
        place=congress.name,
        date=version.dated,
        year=_day(version).year,
        draft_mark=version.label,
    )


def _title(version: DraftVersion, passages: Sequence[PassageText]) -> Title | None:
    """Kind and subject; nothing where the text itself begins with them."""
    kind, title = version.document.kind.label, version.document.title
    first = fold(passages[0].text) if passages else ""
    if first and first in (fold(kind), fold(title)):
        return None
    if fold(title).startswith(fold(kind)) and version.document.kind not in _NAMED_BY_TITLE:
        return Title(kind=kind, subject=title[len(kind) :].strip(" ,:–-"))
    return Title(kind=title)


def build_draft(
    congress: Congress, *, today: date, document: str = "", number: int = 0, lines: str = "page"
) -> Printout:
    """A draft for the command line: a document by its title, a draft by its number; the newest of the first without.

    `lines` is page, through or none. RuleBroken where there is no such draft.
    """
    for each in queries.documents(congress.id):
        for version in each.versions:
            if document in ("", each.title) and number in (0, version.number):
                wanted = next((kind for kind in LineNumbers if kind.value == lines), LineNumbers.NONE)
                return draft_paper(congress, version, queries.passages(congress.id, version.id), lines=wanted)
    raise RuleBroken(N_("Không có dự thảo nào như vậy để in."), "document")
