"""Papers that take longer than anybody waits in front of: drawn behind a bar, kept until they are fetched."""

import secrets
import threading
import time
from dataclasses import dataclass, field

from congress.printing.printout import Printout
from congress.printing.problems import PrintFailed
from congress.printing.render import Press

KEPT_SECONDS = 3600
MOST = 20
"""Prints remembered at most; the oldest finished ones go first."""


@dataclass
class LongPrint:
    """One paper being drawn: how many paragraphs of how many; then its PDF, or the sentence that says why not."""

    owner: str
    key: str
    filename: str
    token: str = field(default_factory=lambda: secrets.token_urlsafe(12))
    begun: float = field(default_factory=time.monotonic)
    done: int = 0
    total: int = 0
    data: bytes = b""
    problem: str = ""

    @property
    def working(self) -> bool:
        """Whether it is still being drawn."""
        return not (self.data or self.problem)

    def tell(self, done: int, total: int) -> None:
        """How far it has come."""
        self.done, self.total = done, total


class LongPrints:
    """The long papers of this process. Several people who want the same paper wait for the same print."""

    def __init__(self, press: Press) -> None:
        self.press = press
        self._prints: dict[str, LongPrint] = {}
        self._lock = threading.Lock()

    def begin(self, owner: str, printout: Printout) -> LongPrint:
        """Start drawing the paper of `owner` (a record), unless the same paper is there or on its way."""
        key = self.press.key(printout)
        with self._lock:
            self._tidy()
            for each in self._prints.values():
                if (each.owner, each.key) == (owner, key) and not each.problem:
                    return each
            made = LongPrint(owner, key, printout.filename)
            self._prints[made.token] = made
        threading.Thread(target=self._draw, args=(made, printout), name="long print", daemon=True).start()
        return made

    def find(self, owner: str, token: str) -> LongPrint | None:
        """The print of this record that was begun under this token."""
        found = self._prints.get(token)
        return found if found and found.owner == owner else None

    def _draw(self, made: LongPrint, printout: Printout) -> None:
        try:
            made.data = self.press.pdf(printout, told=made.tell)
        except PrintFailed as failed:
            made.problem = failed.sentence
        except Exception:
            made.problem = PrintFailed("failed", error="Exception").sentence
            raise

    def _tidy(self) -> None:
        finished = sorted((each for each in self._prints.values() if not each.working), key=lambda each: each.begun)
        too_many = len(self._prints) - MOST
        for number, each in enumerate(finished):
            if number < too_many or time.monotonic() - each.begun > KEPT_SECONDS:
                del self._prints[each.token]
