"""Word's own styles in the look of a Party paper: headings in black, lists with a dash."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from congress.printing.layout_profiles import LayoutProfile

LEVELS = range(1, 7)
_AFTER_SUPPRESSED = tuple(
    f"w:{name}"
    for name in (
        "pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi "
        "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection "
        "textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
    ).split()
)
"""What follows w:suppressLineNumbers among the properties of a paragraph; Word wants them in this order."""


def uncounted(paragraph: Any) -> None:
    """Leave the lines of a paragraph out of the numbers in the margin."""
    shape = paragraph._p.get_or_add_pPr()
    shape.insert_element_before(OxmlElement("w:suppressLineNumbers"), *_AFTER_SUPPRESSED)


def dress(document: Any, font: str, profile: LayoutProfile) -> None:
    """Give headings and lists of the document the paper's letters, sizes and indents."""
    for level in LEVELS:
        style = document.styles[f"Heading {level}"]
        style.font.name, style.font.size = font, Pt(profile.text_size)
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.font.bold = True
        fonts = style.element.rPr.rFonts
        for name in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            if fonts.get(qn(name)) is not None:
                del fonts.attrib[qn(name)]
        fonts.set(qn("w:eastAsia"), font)
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
    _dash(document)
    bullets = document.styles["List Bullet"].paragraph_format
    together = document.styles["List Bullet"].element.pPr.find(qn("w:contextualSpacing"))
    if together is not None:
        together.getparent().remove(together)
    bullets.left_indent, bullets.first_line_indent = Mm(0), Mm(profile.first_line_indent)


def _dash(document: Any) -> None:
    """Items of a list begin with a dash, as papers write them."""
    number = document.styles["List Bullet"].element.pPr.numPr.numId.val
    numbering = document.part.numbering_part.element
    abstract = numbering.num_having_numId(number).abstractNumId.val
    for definition in numbering.findall(qn("w:abstractNum")):
        if definition.get(qn("w:abstractNumId")) == str(abstract):
            level = definition.find(qn("w:lvl"))
            level.find(qn("w:lvlText")).set(qn("w:val"), "-")
            symbols = level.find(qn("w:rPr"))
            if symbols is not None:
                level.remove(symbols)
