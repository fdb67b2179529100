"""Many photographs at once: several files, or ZIP files of them, each by its name."""

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
_ZIP = b"PK\x03\x04"
_PIECE = 256 * 1024

TOO_MANY = N_("Có hơn 500 ảnh. Hãy chia ra gửi nhiều lần.")
LOCKED = N_("Tệp ZIP có mật khẩu nên không mở được. Hãy nén lại không đặt mật khẩu.")
BROKEN = N_("Tệp ZIP bị hỏng nên không mở được. Hãy nén lại rồi thử lần nữa.")
SWELLS = N_("Nội dung tệp ZIP phình ra quá lớn khi mở nên không được nhận. Hãy gửi từng phần.")


@dataclass(frozen=True)
class Photo:
    """A file as it came: what it is called, and what is in it."""

    name: str
    content: bytes

    @property
    def stem(self) -> str:
        """The name without folder and ending: the card number or the name of the person, one hopes."""
        return tidy(self.name.replace("\\", "/").rpartition("/")[2].rpartition(".")[0] or self.name)


def photos_in(files: Iterable[Photo], field: str) -> Iterator[Photo]:
    """Every photograph, those inside ZIP files too; RuleBroken on `field` for a file nobody should open.

    Sizes are counted while unpacking, whatever the file claims about itself.
    """
    number, room = 0, LARGEST_UNPACKED
    for file in files:
        for photo in _unpacked(file, room, field) if file.content.startswith(_ZIP) else (file,):
            number += 1
            room -= len(photo.content)
            if number > MOST_PHOTOS:
                raise RuleBroken(TOO_MANY, field)
            yield photo


def _unpacked(file: Photo, room: int, field: str) -> Iterator[Photo]:
    try:
        with zipfile.ZipFile(BytesIO(file.content)) as package:
            entries = [entry for entry in package.infolist() if _is_photo(entry)]
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


def _is_photo(entry: zipfile.ZipInfo) -> bool:
    """Neither a folder nor what systems put beside photographs (__MACOSX, .DS_Store, Thumbs.db)."""
    parts = PurePosixPath(entry.filename.replace("\\", "/")).parts
    hidden = any(part.startswith((".", "__")) for part in parts)
    return bool(parts) and not entry.is_dir() and not hidden and parts[-1].lower() not in ("thumbs.db", "desktop.ini")


def _read(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """As much of an entry as a photograph may be, and a little more: what is larger is refused later."""
    content = bytearray()
    with package.open(entry) as unpacking:
        while len(content) <= LARGEST_FILE and (piece := unpacking.read(_PIECE)):
            content += piece
    return bytes(content)
