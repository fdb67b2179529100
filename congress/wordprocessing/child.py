"""The child process: a Word file on standard input, its blocks as JSON on standard output.

What is read becomes plain text: markup is reduced to headings, paragraphs, lists and tables by nh3, then dropped.
"""

import json
import re
import sys
import zipfile
from html.parser import HTMLParser
from io import BytesIO
from typing import Any

import mammoth
import nh3

from congress.shared.confined import UNREADABLE

HEADINGS = {f"h{level}": level for level in range(1, 7)}
KEPT = {*HEADINGS, "p", "li", "ol", "ul", "table", "tr", "td", "th", "br", "sup"}
STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
u => em
"""
PARTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
_INSERTED, _DELETED = re.compile(rb"<w:(?:ins|moveTo)[ >]"), re.compile(rb"<w:(?:del|moveFrom)[ >]")
_PICTURE = re.compile(rb"<w:(?:drawing|pict|object)[ >]")
_MARK_ALONE = re.compile(r"[-–]|\d+\.|[a-z]\)|\[\d+\]")  # its own text follows in a paragraph


def convert(data: bytes) -> dict[str, Any]:
    """{"blocks": [[kind, level, text]], "inserted": n, "deleted": n, "numbered": n,
    "pictures": n}; kinds: heading, paragraph, row."""
    html = mammoth.convert_to_html(
        BytesIO(data),
        style_map=STYLES,
        include_embedded_style_map=False,
        convert_image=mammoth.images.img_element(_no_image),
    ).value
    reader = Reader()
    reader.feed(nh3.clean(html, tags=KEPT, attributes={"li": {"id"}}, link_rel=None))
    reader.close()
    reader.end_block()
    with zipfile.ZipFile(BytesIO(data)) as package:
        names = set(package.namelist())
        xml = b"".join(package.read(name) for name in PARTS if name in names)
    return {
        "blocks": reader.blocks,
        "inserted": len(_INSERTED.findall(xml)),
        "deleted": len(_DELETED.findall(xml)),
        "numbered": reader.numbered,
        "pictures": len(_PICTURE.findall(xml)),
    }


def _no_image(_image: Any) -> dict[str, str]:
    return {"src": ""}


class Reader(HTMLParser):
    """Reads the reduced HTML into blocks; a row of a table is one block, its cells parted by bars."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[list[Any]] = []
        self.numbered = 0
        self.text: list[str] = []
        self.level = 0
        self.lists: list[list[Any]] = []  # [tag, items so far]
        self.rows: list[list[str]] = []  # cells of the rows that are open; tables may stand in tables

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.text.append("\n")
        elif tag == "tr":
            self.end_block()
            self.rows.append([])
        elif tag in ("td", "th") and self.rows:
            self.end_cell()
        elif tag in ("ol", "ul"):
            self.end_block()
            self.lists.append([tag, 0])
        elif tag == "li":
            self.end_block()
            self.text.append(self.mark(dict(attrs).get("id") or ""))
        elif tag in HEADINGS:
            self.end_block()
            self.level = HEADINGS[tag]
        elif tag == "p":
            self.end_block()

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th") and self.rows:
            self.end_cell()
        elif tag == "tr" and self.rows:
            self.end_cell()
            cells = self.rows.pop()
            if self.rows:
                self.text.append(" | ".join(cells) + " ")
            elif cells:
                self.blocks.append(["row", 0, " | ".join(cells)])
        elif tag in ("ol", "ul"):
            self.end_block()
            if self.lists:
                self.lists.pop()
        elif tag in HEADINGS or tag in ("p", "li"):
            self.end_block()

    def handle_data(self, data: str) -> None:
        self.text.append(
            data.rstrip().removesuffix("↑") if data.rstrip().endswith("↑") else data
        )  # the way back from a note

    def mark(self, name: str) -> str:
        """The mark in front of an item: Word counts by itself, so the numbers are counted again; "[1]" for a note."""
        if self.lists and re.match(r"(foot|end)note-", name):
            self.lists[-1][1] += 1
            return f"[{self.lists[-1][1]}] "
        if not self.lists or self.lists[-1][0] == "ul":
            return "- "
        self.lists[-1][1] += 1
        count = int(self.lists[-1][1])
        self.numbered += 1
        depth = sum(tag == "ol" for tag, _ in self.lists)
        return f"{chr(96 + count)}) " if depth == 2 and count <= 26 else f"{count}. "

    def end_cell(self) -> None:
        """Put what was read into the open row."""
        text = " ".join("".join(self.text).split())
        self.text, self.level = [], 0
        if text:
            self.rows[-1].append(text)

    def end_block(self) -> None:
        """Close the block that is open; inside a table its text waits for the end of the cell."""
        if self.rows:
            self.text.append(" ")
            return
        kind = "heading" if self.level else "paragraph"
        lines = [" ".join(line.split()) for line in "".join(self.text).split("\n")]
        if kind == "heading":
            lines = [" ".join(line for line in lines if line)]
        if len(lines) == 1 and _MARK_ALONE.fullmatch(lines[0]) and self.lists:
            self.text = [f"{lines[0]} "]
            return
        self.blocks += [[kind, self.level, line] for line in lines if line]
        self.text, self.level = [], 0


def main(_arguments: list[str]) -> None:
    """Read, convert, answer; any failure is an exit code and nothing else."""
    try:
        answer = convert(sys.stdin.buffer.read())
    except Exception:
        sys.exit(UNREADABLE)
    sys.stdout.buffer.write(json.dumps(answer).encode())
