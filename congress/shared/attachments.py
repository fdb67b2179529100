"""Papers people attach: recognised by their content, whatever they are called; refused with a sentence otherwise."""

import hashlib
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import tidy

LARGEST = 15 * 1024 * 1024
LONGEST_NAME = 150
ACCEPTED = ".pdf,.docx,.xlsx,.odt,.ods,.jpg,.jpeg,.png"
_OFFICE = "application/vnd.openxmlformats-officedocument."
_OPEN = "application/vnd.oasis.opendocument."
MEDIA_TYPES = {
    "pdf": "application/pdf",
    "jpg": "image/jpeg",
    "png": "image/png",
    "docx": _OFFICE + "wordprocessingml.document",
    "xlsx": _OFFICE + "spreadsheetml.sheet",
    "odt": _OPEN + "text",
    "ods": _OPEN + "spreadsheet",
}
EMPTY = N_("Tệp này trống. Hãy chọn tệp khác.")
TOO_LARGE = N_("Tệp lớn hơn 15 MB. Hãy nén ảnh trong tệp hoặc tách thành nhiều tệp.")
UNKNOWN = N_(
    "Chỉ nhận tệp PDF, Word (.docx), Excel (.xlsx), OpenDocument hoặc ảnh JPEG, PNG. Hãy chuyển tệp rồi thử lại."
)
MACROS = N_("Tệp có macro nên không được nhận. Hãy lưu thành .docx, .xlsx hoặc PDF rồi thử lại.")


@dataclass(frozen=True)
class Attachment:
    """A file as it will be kept: `name` ends with the extension of what it is."""

    name: str
    extension: str
    content: bytes

    @property
    def media_type(self) -> str:
        """What a browser is told."""
        return MEDIA_TYPES[self.extension]

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the content."""
        return hashlib.sha256(self.content).hexdigest()


def attachment(name: str, content: bytes, field: str | None = "file") -> Attachment:
    """The file, or RuleBroken on `field` with what to do."""
    if not content:
        raise RuleBroken(EMPTY, field)
    if len(content) > LARGEST:
        raise RuleBroken(TOO_LARGE, field)
    extension = _kind(content, field)
    bare = tidy(name.replace("\\", "/").rpartition("/")[2])
    stem = bare.rpartition(".")[0] if "." in bare else bare
    return Attachment(f"{stem.strip('. ')[:LONGEST_NAME] or 'tep'}.{extension}", extension, content)


def _kind(content: bytes, field: str | None) -> str:
    """The extension that fits the content."""
    if content.startswith(b"%PDF-"):
        return "pdf"
    if content.startswith(b"\xff\xd8\xff"):
        return "jpg"
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    try:
        with ZipFile(BytesIO(content)) as package:
            names = set(package.namelist())
            spoken = package.read("mimetype")[:100].decode("ascii", "replace") if "mimetype" in names else ""
    except (BadZipFile, KeyError, NotImplementedError, RuntimeError, OSError, ValueError) as broken:
        raise RuleBroken(UNKNOWN, field) from broken
    if any(each.lower().endswith("vbaproject.bin") for each in names):
        raise RuleBroken(MACROS, field)
    found = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx"}
    for part, extension in found.items():
        if part in names:
            return extension
    for extension in ("odt", "ods"):
        if spoken == MEDIA_TYPES[extension]:
            return extension
    raise RuleBroken(UNKNOWN, field)
