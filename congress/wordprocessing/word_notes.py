"""Footnotes of a Word file, which the library does not write by itself."""

import re
from collections.abc import Mapping
from typing import Any
from xml.sax.saxutils import escape

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)
_MARK = re.compile(r"\[([0-9]{1,3})\]")


def runs_of(paragraph: Any, text: str, notes: Mapping[int, str]) -> list[Any]:
    """The runs of a text; the mark of a note the paper has becomes its reference."""
    if not notes:
        return [paragraph.add_run(text)]
    runs, start = [], 0
    for mark in _MARK.finditer(text):
        if int(mark[1]) not in notes:
            continue
        runs.append(paragraph.add_run(text[start : mark.start()]))
        run = paragraph.add_run()
        run.font.superscript = True
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), mark[1])
        run._r.append(reference)
        start = mark.end()
    runs.append(paragraph.add_run(text[start:]))
    return runs


def add_footnotes(document: Any, notes: Mapping[int, str]) -> None:
    """Put the part that holds the notes into the file."""
    written = "".join(_note(number, text) for number, text in sorted(notes.items()))
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    xml = f'{head}<w:footnotes xmlns:w="{_W}">{_SEPARATORS}{written}</w:footnotes>'
    part = Part(PackURI("/word/footnotes.xml"), TYPE, xml.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _note(number: int, text: str) -> str:
    mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
    words = f'<w:r><w:rPr><w:sz w:val="22"/></w:rPr><w:t xml:space="preserve"> {escape(text)}</w:t></w:r>'
    return f'<w:footnote w:id="{number}"><w:p><w:pPr><w:suppressLineNumbers/></w:pPr>{mark}{words}</w:p></w:footnote>'
