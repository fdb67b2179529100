"""PDFs already made, kept for a day: the same content is served again at once. Personal data: for the owner only."""

import contextlib
import os
import tempfile
import time
from pathlib import Path

DAY = 24 * 3600


class KeptPapers:
    """A folder of PDFs by key, bounded by age and size."""

    def __init__(self, folder: Path, megabytes: int = 100, seconds: float = DAY) -> None:
        self.folder, self.limit, self.seconds = folder, megabytes << 20, seconds

    def find(self, key: str) -> bytes | None:
        """The PDF kept under the key, if it is not too old."""
        file = self.folder / f"{key}.pdf"
        try:
            return file.read_bytes() if time.time() - file.stat().st_mtime < self.seconds else None
        except OSError:
            return None

    def keep(self, key: str, data: bytes) -> None:
        """Keep a PDF and drop what is too old or too much; a full disk only means that nothing is kept."""
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle, name = tempfile.mkstemp(dir=self.folder, suffix=".part")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(data)
                Path(name).replace(self.folder / f"{key}.pdf")
            except OSError:
                Path(name).unlink(missing_ok=True)
                raise
            self._tidy()

    def forget(self) -> None:
        """Drop everything, as after the erasure of a person."""
        for file in self._files():
            file.unlink(missing_ok=True)

    def _files(self) -> list[Path]:
        return [*self.folder.glob("*.pdf"), *self.folder.glob("*.part")]

    def _tidy(self) -> None:
        now, room = time.time(), self.limit
        found = []
        for file in self._files():
            with contextlib.suppress(OSError):
                found.append((file.stat().st_mtime, file.stat().st_size, file))
        for made, size, file in sorted(found, key=lambda each: each[0], reverse=True):
            room -= size
            if room < 0 or now - made > self.seconds:
                file.unlink(missing_ok=True)
