"""Word files out: the parts of a Party paper as an editable DOCX, laid out as on paper.

Takes the same plain values as printing (`Heading`, `Title`, `Signature`, `Table`) and `Text` for running text, so that
a paper has one content and two forms. Measures come from the layout profile of the paper's date (printing's sources).
"""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from congress.printing.layout_profiles import LayoutProfile, profile_for
from congress.printing.paper import Heading, Signature, Title
from congress.printing.printout import Printout
from congress.printing.tables import Table
from congress.shared.vietnamese import date_in_words, two_digits
from congress.wordprocessing.word_notes import add_footnotes, runs_of
from congress.wordprocessing.word_styles import dress, uncounted
from congress.wordprocessing.word_tables import add_rows, add_table

FONT = "Times New Roman"
TEXT_WIDTH, TEXT_WIDTH_LANDSCAPE = 165, 252
LINE_NUMBERS_FROM_TEXT = Mm(5)


@dataclass(frozen=True)
class Text:
    """A paragraph: `kind` is "paragraph", "heading", "subheading" (bold italics, as on paper), "note", "bullet" (an
    item of a list, without its dash) or "item" (one whose number or letter is typed: Word must not count it anew).

    `level` of a heading is that of Word's outline, 1 to 6.
    """

    text: str
    kind: str = "paragraph"
    level: int = 0


@dataclass(frozen=True)
class Rows:
    """A table of running text: rows of cells; a row that is short has a wide last cell."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, kw_only=True)
class WordPaper:
    """A paper before it is written; without heading or title the text begins at once.

    numbered_lines  every line of the text carries its number, beginning anew on every page, unless `lines_through`
    notes           footnotes by number; "[3]" in a text becomes the reference to the third
    """

    date: datetime.date
    subject: str
    author: str
    blocks: Sequence[Text | Table | Rows]
    heading: Heading | None = None
    title: Title | None = None
    signature: Signature | None = None
    landscape: bool = False
    numbered_lines: bool = False
    lines_through: bool = False
    notes: Mapping[int, str] = field(default_factory=dict)


def write_word(paper: WordPaper) -> bytes:
    """The DOCX file. Control characters, which no XML may hold, are left out."""
    return _Writer(paper).written()


def word_of(paper: Printout, blocks: Sequence[Text | Table]) -> bytes:
    """The DOCX form of a paper: its heading, title and signature (from the context, as its template takes them) around
    these blocks."""
    return write_word(
        WordPaper(
            date=paper.date,
            subject=paper.title,
            author=paper.author,
            blocks=blocks,
            heading=paper.context.get("heading"),
            title=paper.context.get("title"),
            signature=paper.context.get("signature"),
            landscape=paper.landscape,
        )
    )


def clean(text: object) -> str:
    """Text as XML may hold it; line breaks stay."""
    return "".join(letter for letter in str(text) if letter >= " " or letter in "\n\t")


class _Writer:
    def __init__(self, paper: WordPaper) -> None:
        self.paper = paper
        self.profile: LayoutProfile = profile_for(paper.date)
        self.document = Document()
        self.width = TEXT_WIDTH_LANDSCAPE if paper.landscape else TEXT_WIDTH

    def written(self) -> bytes:
        self._set_up()
        if self.paper.heading:
            self._heading(self.paper.heading)
        if self.paper.title:
            self._title(self.paper.title)
        for block in self.paper.blocks:
            if isinstance(block, Table):
                add_table(self.document, block, self.width, clean)
                self._line("", gap=self.profile.paragraph_gap)
            elif isinstance(block, Rows):
                add_rows(self.document, block.rows, self.width, clean)
            else:
                self._text(block)
        if self.paper.signature:
            self._signature(self.paper.signature)
        if self.paper.notes:
            add_footnotes(self.document, {number: clean(text) for number, text in self.paper.notes.items()})
        buffer = BytesIO()
        self.document.save(buffer)
        return buffer.getvalue()

    def _set_up(self) -> None:
        core = self.document.core_properties
        core.author, core.title, core.language = clean(self.paper.author), clean(self.paper.subject), "vi-VN"
        core.comments = ""
        core.created = core.modified = datetime.datetime.combine(self.paper.date, datetime.time())
        style: Any = self.document.styles["Normal"]
        style.font.name, style.font.size = FONT, Pt(self.profile.text_size)
        style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
        dress(self.document, FONT, self.profile)
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        if self.paper.landscape:
            section.orientation = WD_ORIENT.LANDSCAPE
            section.page_width, section.page_height = Mm(297), Mm(210)
        section.top_margin, section.bottom_margin = Mm(self.profile.margin_top), Mm(self.profile.margin_bottom)
        section.left_margin, section.right_margin = Mm(self.profile.margin_left), Mm(self.profile.margin_right)
        section.header_distance = Mm(self.profile.page_number_from_edge)
        self._page_numbers(section)
        if self.paper.numbered_lines:
            numbers = OxmlElement("w:lnNumType")
            numbers.set(qn("w:countBy"), "1")
            numbers.set(qn("w:restart"), "continuous" if self.paper.lines_through else "newPage")
            numbers.set(qn("w:distance"), str(LINE_NUMBERS_FROM_TEXT.twips))
            margins = section._sectPr.find(qn("w:pgMar"))
            margins.addnext(numbers)

    def _page_numbers(self, section: Any) -> None:
        """In the middle of the upper edge, from the second page on."""
        section.different_first_page_header_footer = True
        paragraph = section.header.paragraphs[0]
        for each in (paragraph, section.first_page_header.paragraphs[0]):
            uncounted(each)
        paragraph.alignment = ALIGN.CENTER
        run = paragraph.add_run()
        run.font.size = Pt(self.profile.page_number_size)
        for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
            element = OxmlElement("w:fldChar" if kind else "w:instrText")
            if kind:
                element.set(qn("w:fldCharType"), kind)
            else:
                element.text = text
            run._r.append(element)

    def _line(self, text: str, *, into: Any = None, size: float = 0, gap: float = 0, **how: Any) -> Any:
        """One paragraph; `how`: align, bold, italic, underline, indent."""
        paragraph = (into or self.document).add_paragraph()
        paragraph.alignment = how.get("align", ALIGN.LEFT)
        shape = paragraph.paragraph_format
        shape.space_before, shape.space_after = Pt(0), Pt(gap)
        if how.get("indent"):
            shape.first_line_indent = Mm(self.profile.first_line_indent)
        for place, part in enumerate(clean(text).split("\n")):
            for run in runs_of(paragraph, part, self.paper.notes):
                run.bold, run.italic, run.underline = how.get("bold"), how.get("italic"), how.get("underline")
                run.font.size = Pt(size or self.profile.text_size)
            if place < clean(text).count("\n"):
                paragraph.add_run().add_break()
        return paragraph

    def _beside(self, left: float, right: float) -> tuple[Any, Any]:
        """Two cells side by side without rules; each begins with an empty paragraph, which is taken away."""
        table = self.document.add_table(rows=1, cols=2)
        table.autofit = False
        cells = table.rows[0].cells
        for cell, width in zip(cells, (left, right), strict=True):
            cell.width = Mm(width)
            first = cell.paragraphs[0]._p
            first.getparent().remove(first)
        return cells[0], cells[1]

    def _heading(self, heading: Heading) -> None:
        scale = self.width / TEXT_WIDTH
        left, right = self._beside(self.profile.heading_left * scale, self.profile.heading_right * scale)
        centred = {"align": ALIGN.CENTER}
        body, number = self.profile.body_name_size, self.profile.number_size
        self._line(heading.superior.upper(), into=left, size=body, **centred)
        for name in filter(None, (heading.issuer, heading.acting)):
            self._line(name.upper(), into=left, size=body, bold=True, **centred)
        self._line("*", into=left, size=body, **centred)
        if heading.symbol:
            given = "     " if heading.number is None else two_digits(heading.number)
            self._line(f"Số {given}-{heading.symbol}", into=left, size=number, **centred)
        for mark in filter(None, (heading.reference, heading.draft_mark, *heading.circulation)):
            self._line(mark, into=left, size=self.profile.reference_size, italic=True, **centred)
        party = self.profile.party_size
        self._line("ĐẢNG CỘNG SẢN VIỆT NAM", into=right, size=party, bold=True, underline=True, **centred)
        day = date_in_words(heading.date) if heading.date else f"ngày      tháng      năm {heading.year or '        '}"
        self._line(f"{heading.place}, {day}", into=right, size=self.profile.place_size, italic=True, **centred)

    def _title(self, title: Title) -> None:
        first = len(self.document.paragraphs)
        self._title_lines(title)
        for paragraph in self.document.paragraphs[first:]:  # the lines that are counted are those of the text
            uncounted(paragraph)

    def _title_lines(self, title: Title) -> None:
        self._line("", size=self.profile.text_size)
        self._line(title.kind.upper(), size=self.profile.kind_size, bold=True, align=ALIGN.CENTER)
        if title.subject:
            self._line(title.subject, size=self.profile.subject_size, bold=True, align=ALIGN.CENTER)
        self._line("-----", align=ALIGN.CENTER)
        if title.note:
            self._line(title.note, italic=True, align=ALIGN.CENTER, gap=self.profile.paragraph_gap)

    def _text(self, block: Text) -> None:
        gap = self.profile.paragraph_gap
        if block.kind in ("heading", "subheading"):
            paragraph = self._line(block.text, bold=True, italic=block.kind == "subheading", gap=gap, indent=True)
            paragraph.style = f"Heading {block.level or (2 if block.kind == 'subheading' else 1)}"
            paragraph.paragraph_format.keep_with_next = True
            if block.level == 1:
                paragraph.alignment, paragraph.paragraph_format.first_line_indent = ALIGN.CENTER, Mm(0)
        elif block.kind == "bullet":
            paragraph = self._line(block.text, gap=gap, align=ALIGN.JUSTIFY)
            paragraph.style = "List Bullet"
        elif block.kind == "item":
            paragraph = self._line(block.text, gap=gap, align=ALIGN.JUSTIFY)
            paragraph.style = "List Paragraph"
            paragraph.paragraph_format.left_indent = Mm(0)
            paragraph.paragraph_format.first_line_indent = Mm(self.profile.first_line_indent)
        elif block.kind == "note":
            paragraph = self._line(block.text, italic=True, gap=gap)
        else:
            paragraph = self._line(block.text, gap=gap, indent=True, align=ALIGN.JUSTIFY)
        paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        paragraph.paragraph_format.line_spacing = Pt(self.profile.line_pitch)

    def _signature(self, signature: Signature) -> None:
        left, right = self._beside(self.width / 2, self.width / 2)
        size = self.profile.recipients_size
        if signature.recipients:
            self._line("Nơi nhận:", into=left, size=size, underline=True)
        for line in signature.recipient_lines or ("",):
            self._line(line, into=left, size=size)
        centred = {"align": ALIGN.CENTER}
        if signature.authority:
            self._line(signature.authority.upper(), into=right, bold=True, **centred)
        bold = not signature.authority or self.profile.position_bold
        self._line(signature.position.upper(), into=right, bold=bold, **centred)
        self._line("\n\n\n", into=right)
        self._line(signature.name, into=right, bold=True, **centred)
