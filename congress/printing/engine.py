"""The layout engine: HTML and CSS in, PDF out. Imported in render processes only, never by the web process."""

import functools
import gc
import logging
import re
import unicodedata
from io import BytesIO
from xml.etree import ElementTree

from cssselect2 import ElementWrapper
from fontTools.ttLib import TTFont
from pydyf import PDF, Dictionary
from weasyprint import CSS, HTML
from weasyprint.document import Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from congress.printing.fetching import NothingOutside
from congress.printing.measuring import LetterWidths

UA_SHEET = """
html, body, div, p, h1, h2, h3, main, section, article, header, footer, ul, ol, figure { display: block }
head, title, meta, link, style, script, template { display: none }
table { display: table; box-sizing: border-box; border-spacing: 0 }
caption { display: table-caption; text-align: center }
colgroup { display: table-column-group } col { display: table-column }
thead { display: table-header-group; break-inside: avoid } tfoot { display: table-footer-group }
tbody { display: table-row-group }
tr { display: table-row } td, th { display: table-cell; vertical-align: inherit }
li { display: list-item } ul { list-style-type: disc } ol { list-style-type: decimal }
b, strong { font-weight: bold } i, em { font-style: italic } u { text-decoration: underline }
sup { vertical-align: super; font-size: smaller; line-height: 0 }
img { -weasy-link: none }
br::before { content: '\\A'; white-space: pre-line }
"""
"""What our own papers need of a browser's default style sheet: a tenth of the rules, each element styled faster."""

LETTERS = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
VIETNAMESE = "".join(dict.fromkeys(c for letter in LETTERS for c in (letter, letter.upper()) if not c.isascii()))
"""The 134 letters of Vietnamese that ASCII lacks."""


class CannotPrint(Exception):
    """Why a paper cannot be printed: a kind for the program, details for its sentence."""

    def __init__(self, kind: str, **details: str) -> None:
        super().__init__(kind, details)
        self.kind, self.details = kind, details


class Page(HTML):
    """An HTML page under our own light default style sheet, read by the quick parser where it can."""

    def __init__(self, html: str, url_fetcher: URLFetcher) -> None:
        try:
            tree = tree_of(html)
        except ElementTree.ParseError:
            super().__init__(string=html, base_url=None, url_fetcher=url_fetcher)
            return
        self.base_url, self.url_fetcher, self.media_type = None, url_fetcher, "print"
        self.wrapper_element = ElementWrapper.from_html_root(tree, content_language=None)
        self.etree_element = self.wrapper_element.etree_element

    def _ua_stylesheets(self, forms: bool = False) -> list[CSS]:
        return [_ua_sheet()]


_DOCTYPE = re.compile(r"\s*<!DOCTYPE html>\s*")
_EMPTY = re.compile(r"<((?:meta|link|br|col|img|hr|input)\b[^>]*)>")


def tree_of(html: str) -> ElementTree.Element:
    """The tree of a page whose every element is closed, as our templates write them; ParseError for any other.

    Thirty times as fast as a parser that forgives; the tree is the same.
    """
    return ElementTree.fromstring(_EMPTY.sub(r"<\1/>", _DOCTYPE.sub("", html, count=1)))  # noqa: S314 -- our own text


@functools.cache
def _ua_sheet() -> CSS:
    return CSS(string=UA_SHEET, url_fetcher=NothingOutside())


class Engine:
    """Keeps fonts and parsed style sheets between papers."""

    def __init__(self) -> None:
        logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
        self.fonts = FontConfiguration()
        self._letters: dict[str, frozenset[int]] = {}
        self._widths: dict[str, tuple[LetterWidths, LetterWidths]] = {}
        self._sheets: dict[str, CSS] = {}
        self.laid: Document | None = None  # a part of a long text, laid out and not drawn yet

    def warm_up(self, family: str) -> None:
        """Check the family and draw a first page, then tell the garbage collector that all loaded so far stays."""
        self.letters_of(family)
        gc.collect()
        gc.freeze()
        gc.set_threshold(100_000, 50, 50)

    def lay_out(self, html: str, css: str, extra: str = "") -> Document:
        """The paper divided into pages; `extra` is a style sheet for this paper alone."""
        sheets = [self._sheet(css)]
        if extra:
            sheets.append(CSS(string=extra, url_fetcher=NothingOutside(), font_config=self.fonts))
        return Page(html, url_fetcher=NothingOutside()).render(
            font_config=self.fonts, stylesheets=sheets, pdf_variant="pdf/ua-1"
        )

    def write(self, document: Document, family: str, prefix: str = "") -> bytes:
        """Draw the pages. `prefix` keeps the ids of header cells apart when parts are joined.

        Uncompressed and without an identifier: `finish` is quicker at both, and asked for an identifier the engine
        writes every object twice.
        """

        def rename(_: Document, pdf: PDF) -> None:
            for item in pdf.objects:
                if isinstance(item, Dictionary) and "ID" in item:
                    item["ID"].string = prefix + item["ID"].string  # the cells' lists of headers hold the same object

        data: bytes = document.write_pdf(
            pdf_variant="pdf/ua-1",
            uncompressed_pdf=True,
            finisher=rename if prefix else None,
        )
        strangers = sorted({_text(font.family) for font in document.fonts.values()} - {family})
        if strangers:
            raise CannotPrint("font-missing", family=family, found=", ".join(strangers))
        return data

    def check_letters(self, html: str, family: str) -> None:
        """Raise CannotPrint naming the letters of the page that the family cannot draw."""
        known = self.letters_of(family)
        missing = [c for c in sorted(set(html)) if ord(c) not in known and c not in "\n\r\t"]
        if missing:
            before, after = html.split(missing[0], 1)
            around = before.rpartition(">")[2][-30:] + missing[0] + after.partition("<")[0][:30]
            raise CannotPrint(
                "letter-missing", letters=" ".join(_named(c) for c in missing[:5]), around=" ".join(around.split())
            )

    def letters_of(self, family: str) -> frozenset[int]:
        """The code points all four styles of the family can draw; CannotPrint where the family cannot serve."""
        if family not in self._letters:
            fonts = self._four_styles(family)
            letters = frozenset.intersection(*(frozenset(font.getBestCmap()) for font in fonts))
            lacking = [c for c in VIETNAMESE if ord(c) not in letters]
            if lacking:
                raise CannotPrint("font-incomplete", family=family, letters=" ".join(lacking[:10]))
            upright = sorted(
                (f for f in fonts if not f["head"].macStyle & 2), key=lambda font: font["OS/2"].usWeightClass
            )
            self._widths[family] = LetterWidths(upright[0]), LetterWidths(upright[-1])
            self._letters[family] = letters
        return self._letters[family]

    def letter_widths(self, family: str) -> tuple[LetterWidths, LetterWidths]:
        """Widths in the regular and in the bold style."""
        self.letters_of(family)
        return self._widths[family]

    def _four_styles(self, family: str) -> list[TTFont]:
        """The files the engine really uses for the family."""
        specimen = "".join(f"<p class='{style}'>Đại hội</p>" for style in "abcd")
        css = f'body{{font-family:"{family}"}}.b,.d{{font-weight:bold}}.c,.d{{font-style:italic}}'
        document = self.lay_out(f"<html lang=vi><title>-</title><body>{specimen}", css)
        document.write_pdf(full_fonts=True)
        families = {_text(font.family) for font in document.fonts.values()}
        if families != {family}:
            raise CannotPrint("font-missing", family=family, found=", ".join(sorted(families)))
        return [TTFont(BytesIO(font.file_content), fontNumber=max(font.index, 0)) for font in document.fonts.values()]

    def _sheet(self, css: str) -> CSS:
        if css not in self._sheets:
            if len(self._sheets) > 20:
                self._sheets.clear()
            self._sheets[css] = CSS(string=css, url_fetcher=NothingOutside(), font_config=self.fonts)
        return self._sheets[css]


def _text(value: str | bytes) -> str:
    return value.decode() if isinstance(value, bytes) else value


def _named(letter: str) -> str:
    return f"{letter} (U+{ord(letter):04X}, {unicodedata.name(letter, 'không tên')})"
