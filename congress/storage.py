"""Files by name in one folder of the program's own: put, read, exists, remove, names. The database says whose they are.

A name is a path of plain words ("photos/0198…/3f2a….jpg"). A file is there whole or not at all: written beside its
place, brought to disk, then renamed.
"""

import contextlib
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from flask import Flask, current_app

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*(/[a-z0-9][a-z0-9_-]*)*(\.[a-z0-9]+)?")


class Storage:
    """A folder of files. Personal data: for the owner only."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, name: str, content: bytes) -> None:
        """Keep the content under the name; what was there before is replaced."""
        place = self._place(name)
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, written = tempfile.mkstemp(dir=place.parent, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(written).replace(place)
        except BaseException:
            Path(written).unlink(missing_ok=True)
            raise
        _settle(place.parent)

    def read(self, name: str) -> bytes:
        """The content; FileNotFoundError if there is none."""
        return self._place(name).read_bytes()

    def exists(self, name: str) -> bool:
        """Whether there is a file of this name."""
        return self._place(name).is_file()

    def remove(self, name: str) -> None:
        """Take the file away, if there is one."""
        self._place(name).unlink(missing_ok=True)

    def names(self, below: str) -> Iterator[str]:
        """The names of the files directly in a folder, in order."""
        folder = self._place(below)
        if folder.is_dir():
            found = sorted(each.name for each in folder.iterdir() if each.is_file() and each.suffix != ".part")
            yield from (f"{below}/{name}" for name in found)

    def _place(self, name: str) -> Path:
        if not _NAME.fullmatch(name):
            raise ValueError(f"not a name of a stored file: {name[:80]!r}")
        return self.folder / name


def _settle(folder: Path) -> None:
    """Bring the renaming itself to disk, where the system knows how."""
    with contextlib.suppress(OSError, AttributeError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def init_app(app: Flask) -> None:
    """Give the application its storage, in the data folder."""
    app.extensions["storage"] = Storage(Path(app.config["CONGRESS_DATA"]) / "files")


def storage() -> Storage:
    """The storage of the running application."""
    found: Storage = current_app.extensions["storage"]
    return found
