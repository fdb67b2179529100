"""Many photographs at once: several files, or ZIP files of them, each by its name."""

import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath

from congress.pictures.portrait import LARGEST_FILE
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import tidy

MOST_PHOTOS = 500
LARGEST_UNPACKED = 300 * 1024 * 1024
MOST_ENTRIES = 4 * MOST_PHOTOS
LONGEST_NAME = 240
_ZIP = b"PK\x03\x04"
_PIECE = 256 * 1024

TOO_MANY = N_("Có hơn 500 ảnh. Hãy chia ra gửi nhiều lần.")
LOCKED = N_("Tệp ZIP có mật khẩu nên không mở được. Hãy nén lại không đặt mật khẩu.")
BROKEN = N_("Tệp ZIP bị hỏng nên không mở được. Hãy nén lại rồi thử lần nữa.")
ELSEWHERE = N_("Bỏ qua: tên tệp trong ZIP chỉ ra ngoài thư mục (../ hoặc đường dẫn tuyệt đối). Hãy kiểm tra nguồn tệp.")
STRANGE = N_("Bỏ qua: tên tệp trong ZIP có ký tự điều khiển. Hãy đổi tên rồi nén lại.")
TOO_LONG = N_("Bỏ qua: tên tệp trong ZIP dài quá 240 ký tự. Hãy đổi tên ngắn lại rồi nén lại.")
OF_SYSTEM = N_("Bỏ qua: tệp của hệ điều hành hoặc tệp ẩn, không phải ảnh.")
FOLDER = N_("Bỏ qua: đây là thư mục; ảnh bên trong vẫn được đọc.")
SWELLS = N_("Nội dung tệp ZIP phình ra quá lớn khi mở nên không được nhận. Hãy gửi từng phần.")


@dataclass(frozen=True)
class Photo:
    """A file as it came: what it is called, and what is in it; or why it is left out of a ZIP file."""

    name: str
    content: bytes
    left_out: str = ""

    @property
    def stem(self) -> str:
        """The name without folder and ending: the card number or the name of the person, one hopes."""
        return tidy(self.name.replace("\\", "/").rpartition("/")[2].rpartition(".")[0] or self.name)


def photos_in(files: Iterable[Photo], field: str) -> Iterator[Photo]:
    """Every photograph, those inside ZIP files too, and what is left out of them with the reason.

    RuleBroken on `field` for a file nobody should open. Sizes are counted while unpacking, whatever it claims itself.
    """
    number, room = 0, LARGEST_UNPACKED
    for file in files:
        for photo in _unpacked(file, room, field) if file.content.startswith(_ZIP) else (file,):
            number += not photo.left_out
            room -= len(photo.content)
            if number > MOST_PHOTOS:
                raise RuleBroken(TOO_MANY, field)
            yield photo


def _unpacked(file: Photo, room: int, field: str) -> Iterator[Photo]:
    try:
        with zipfile.ZipFile(BytesIO(file.content)) as package:
            every = package.infolist()
            if len(every) > MOST_ENTRIES:
                raise RuleBroken(TOO_MANY, field)
            reasons = [_left_out(entry) for entry in every]
            entries = [entry for entry, reason in zip(every, reasons, strict=True) if not reason]
            for entry, reason in zip(every, reasons, strict=True):
                if reason:
                    yield Photo(_as_shown(entry.orig_filename), b"", reason)
            if len(entries) > MOST_PHOTOS:
                raise RuleBroken(TOO_MANY, field)
            if sum(entry.file_size for entry in entries) > room:
                raise RuleBroken(SWELLS, field)
            for entry in entries:
                content = _read(package, entry)
                room -= len(content)
                if room < 0:
                    raise RuleBroken(SWELLS, field)
                yield Photo(entry.filename, content)
    except RuntimeError as locked:
        raise RuleBroken(LOCKED, field) from locked
    except (zipfile.BadZipFile, OSError, NotImplementedError, EOFError, ValueError) as broken:
        raise RuleBroken(BROKEN, field) from broken


def _left_out(entry: zipfile.ZipInfo) -> str:
    """Why an entry is not looked at, or "": a name that leads elsewhere, what systems put beside photographs, a folder.

    Nothing is ever written under such a name; a name like that says that somebody tampered with the file.
    """
    name = entry.orig_filename.replace("\\", "/")
    parts = PurePosixPath(name).parts
    if "\0" in name or not all(character.isprintable() for character in name):
        return STRANGE
    if not parts or ".." in parts or name.startswith("/") or re.match("[A-Za-z]:", name):
        return ELSEWHERE
    if len(name) > LONGEST_NAME:
        return TOO_LONG
    if any(part.startswith((".", "__")) for part in parts) or parts[-1].lower() in ("thumbs.db", "desktop.ini"):
        return OF_SYSTEM
    return FOLDER if entry.is_dir() else ""


def _as_shown(name: str) -> str:
    """A name as a page may show it: signs nobody sees as □, cut where it is endless."""
    shown = "".join(character if character.isprintable() else "□" for character in name)
    return shown if len(shown) <= LONGEST_NAME else f"{shown[:80]}…"


def _read(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """As much of an entry as a photograph may be, and a little more: what is larger is refused later."""
    content = bytearray()
    with package.open(entry) as unpacking:
        while len(content) <= LARGEST_FILE and (piece := unpacking.read(_PIECE)):
            content += piece
    return bytes(content)
