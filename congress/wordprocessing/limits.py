"""What a file must be before a parser may see it: a Word file, unlocked, of a bearable size packed and unpacked."""

import zipfile
from io import BytesIO

from congress.shared.labels import N_
from congress.shared.problems import RuleBroken

MEGABYTE = 1024 * 1024
LARGEST_FILE = 20 * MEGABYTE
LARGEST_UNPACKED = 200 * MEGABYTE
LARGEST_TEXT = 60 * MEGABYTE
MOST_PARTS = 5000
TEXT = "word/document.xml"

_ZIP = b"PK\x03\x04"
_OLD_CONTAINER = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_PIECE = 256 * 1024

TOO_LARGE = N_("Tệp lớn hơn 20 MB. Hãy bỏ bớt ảnh trong tệp, hoặc dán phần chữ vào ô văn bản.")
LOCKED = N_(
    "Tệp có mật khẩu nên không đọc được. Hãy bỏ mật khẩu trong Word (Tệp, Thông tin, Bảo vệ tài liệu) rồi lưu lại."
)
OLD_WORD = N_("Đây là tệp Word đời cũ (.doc). Hãy mở bằng Word và lưu thành .docx, hoặc dán phần chữ vào ô văn bản.")
NO_WORD = N_("Tệp này không phải tệp Word (.docx). Hãy chọn tệp khác, hoặc dán phần chữ vào ô văn bản.")
BROKEN = N_("Tệp Word này bị hỏng nên không đọc được. Hãy mở bằng Word, lưu lại rồi thử lần nữa.")
SWELLS = N_("Nội dung của tệp phình ra quá lớn khi mở nên không được nhận. Hãy dán phần chữ vào ô văn bản.")


def check(data: bytes, field: str) -> None:
    """Raise RuleBroken on `field`, in a sentence for the office, unless the file may be parsed."""
    if len(data) > LARGEST_FILE:
        raise RuleBroken(TOO_LARGE, field)
    if data.startswith(_OLD_CONTAINER):
        raise RuleBroken(LOCKED if _ENCRYPTED_PACKAGE in data else OLD_WORD, field)
    if not data.startswith(_ZIP):
        raise RuleBroken(NO_WORD, field)
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            _check_package(package, field)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError, RuntimeError) as error:
        raise RuleBroken(BROKEN, field) from error
    except zipfile.LargeZipFile as error:
        raise RuleBroken(SWELLS, field) from error


def _check_package(package: zipfile.ZipFile, field: str) -> None:
    parts = package.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise RuleBroken(LOCKED, field)
    if TEXT not in package.namelist():
        raise RuleBroken(NO_WORD, field)
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise RuleBroken(SWELLS, field)
    if any(_unpacked(package, part, _allowed(part)) for part in parts):
        raise RuleBroken(SWELLS, field)


def _allowed(part: zipfile.ZipInfo) -> int:
    return LARGEST_TEXT if part.filename.endswith((".xml", ".rels")) else LARGEST_UNPACKED


def _unpacked(package: zipfile.ZipFile, part: zipfile.ZipInfo, most: int) -> bool:
    """Whether a part holds more than `most` bytes, counted: what a package says of itself may be a lie."""
    counted = 0
    with package.open(part) as handle:
        while piece := handle.read(_PIECE):
            counted += len(piece)
            if counted > most:
                return True
    return False
