"""A workbook's package before a parser may see it: sizes counted, nothing active inside, and where its sheets lie."""

import re
import zipfile
from dataclasses import dataclass
from io import BytesIO
from posixpath import join, normpath
from xml.etree.ElementTree import Element, ParseError, fromstring

from congress.shared.problems import RuleBroken
from congress.spreadsheets import limits

_PIECE = 256 * 1024
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCODING = re.compile(rb"""^<\?xml[^>]{0,100}encoding=["']([\w.-]+)["']""")
_ACTIVE = re.compile(
    r"(^|/)(vbaProject[^/]*\.bin|vbaData\.xml)$|^xl/(macrosheets|dialogsheets|activeX)/|^(Basic|Scripts)/", re.I
)
_OUTSIDE = re.compile(r"^xl/(externalLinks/|connections\.xml$|queryTables/|model/)", re.IGNORECASE)
_OUTSIDE_ODS = re.compile(rb"<table:(?:table-source|cell-range-source)|<office:dde-source")
ODS = "application/vnd.oasis.opendocument.spreadsheet"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True)
class SheetPart:
    """A sheet of the package: its name as people see it, its XML, and whether the book counts days from 1904."""

    name: str
    xml: bytes
    from_1904: bool = False


def sheets_of(content: bytes) -> tuple[bool, list[SheetPart]]:
    """Whether the package is an ODS, and its sheets' XML (an ODS has all of them in one).

    Raises RuleBroken when it is no workbook, is locked, swells, or holds macros, links outside or entities.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            return _sheets(package)
    except zipfile.LargeZipFile as error:
        raise RuleBroken(limits.SWELLS) from error
    except (
        zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError, RuntimeError, ParseError, KeyError,
    ) as error:  # fmt: skip
        raise RuleBroken(limits.BROKEN) from error


def _sheets(package: zipfile.ZipFile) -> tuple[bool, list[SheetPart]]:
    parts = package.infolist()
    names = [part.filename for part in parts]
    if any(part.flag_bits & 1 for part in parts):
        raise RuleBroken(limits.LOCKED)
    if len(parts) > limits.MOST_PARTS or sum(part.file_size for part in parts) > limits.LARGEST_UNPACKED:
        raise RuleBroken(limits.SWELLS)
    _refuse_active(names)
    # Which of two parts of one name a parser reads is its own affair; here it is the one that was looked at.
    if len({name.replace("\\", "/").casefold() for name in names}) != len(names):
        raise RuleBroken(limits.BROKEN)
    texts = _texts(package, parts)
    if package_kind(texts, package) == ODS:
        return True, [_ods(texts)]
    if "xl/workbook.bin" in names:
        raise RuleBroken(limits.BINARY_EXCEL)
    if "xl/workbook.xml" not in texts:
        raise RuleBroken(limits.NO_WORKBOOK)
    if b"macroEnabled" in texts.get("[Content_Types].xml", b""):
        raise RuleBroken(limits.MACROS)
    return False, list(_xlsx(texts))


def _refuse_active(names: list[str]) -> None:
    """Raise RuleBroken for a file of another kind, for macros and for links to elsewhere, by the names of the parts."""
    if "word/document.xml" in names:
        raise RuleBroken(limits.WORD)
    if any(_ACTIVE.search(name) for name in names):
        raise RuleBroken(limits.MACROS)
    if any(_OUTSIDE.search(name) for name in names):
        raise RuleBroken(limits.EXTERNAL)


def package_kind(texts: dict[str, bytes], package: zipfile.ZipFile) -> str:
    """What an OpenDocument package says it is; "" for an Office one."""
    if "content.xml" not in texts or "mimetype" not in package.namelist():
        return ""
    kind = package.read("mimetype").decode("ascii", "replace").strip()
    if kind.startswith(ODS):
        return ODS
    raise RuleBroken(limits.NO_WORKBOOK)


def _texts(package: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> dict[str, bytes]:
    """Every XML part, its size counted while it unpacks: what a package says of itself may be a lie."""
    texts: dict[str, bytes] = {}
    total = 0
    for part in parts:
        is_text = part.filename.lower().endswith((".xml", ".rels"))
        pieces: list[bytes] = []
        size = 0
        with package.open(part) as handle:
            while piece := handle.read(_PIECE):
                size += len(piece)
                total += len(piece)
                if total > limits.LARGEST_UNPACKED or _swells(part, size):
                    raise RuleBroken(limits.SWELLS)
                if is_text and size > limits.LARGEST_XML:
                    raise RuleBroken(limits.SHEET_TOO_LARGE, rows=limits.MOST_ROWS, columns=limits.MOST_COLUMNS)
                if is_text:
                    pieces.append(piece)
        if is_text:
            texts[part.filename] = _plain(b"".join(pieces))
    return texts


def _swells(part: zipfile.ZipInfo, size: int) -> bool:
    """Whether a part unpacks to far more than any list does."""
    return size > limits.SMALL_PART and size > limits.MOST_SWELLING * part.compress_size


def _plain(xml: bytes) -> bytes:
    """The XML if it is UTF-8 without declarations of its own, as every office program writes it."""
    if _DECLARED.search(xml):
        raise RuleBroken(limits.ENTITIES)
    head = xml.removeprefix(b"\xef\xbb\xbf").lstrip()
    encoding = _ENCODING.match(head)
    if b"\0" in xml[:8] or (encoding and encoding[1].lower() not in (b"utf-8", b"us-ascii", b"ascii")):
        raise RuleBroken(limits.BROKEN)
    return xml


def _ods(texts: dict[str, bytes]) -> SheetPart:
    if b"encryption-data" in texts.get("META-INF/manifest.xml", b""):
        raise RuleBroken(limits.LOCKED)
    content = texts["content.xml"]
    if _OUTSIDE_ODS.search(content):
        raise RuleBroken(limits.EXTERNAL)
    return SheetPart("", content)


def _xlsx(texts: dict[str, bytes]) -> list[SheetPart]:
    targets = {each.get("Id"): each for each in fromstring(texts["xl/_rels/workbook.xml.rels"])}  # noqa: S314 - no entities
    book = list(fromstring(texts["xl/workbook.xml"]).iter())  # noqa: S314
    from_1904 = any(each.get("date1904") in ("1", "true") for each in book)
    sheets = [each for each in book if each.tag.rpartition("}")[2] == "sheet"]
    if len(sheets) > limits.MOST_SHEETS:
        raise RuleBroken(limits.TOO_MANY_SHEETS, most=limits.MOST_SHEETS)
    found = []
    for sheet in sheets:
        target = targets.get(sheet.get(RELATION) or _any_id(sheet))
        path = _path(target.get("Target", "")) if target is not None else ""
        found.append(SheetPart(sheet.get("name", ""), texts[path], from_1904))
    return found


def _any_id(sheet: Element) -> str | None:
    return next((value for name, value in sheet.items() if name.rpartition("}")[2] == "id"), None)


def _path(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))
