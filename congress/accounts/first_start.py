"""The first start: a token for the set-up page, 256 bits, shown once in the terminal, kept as a hash in a 0600 file.

Several processes may serve one installation, hence a file and not the memory of one of them.
"""

import hashlib
import hmac
import os
import secrets
from pathlib import Path

NAME = "set-up.token"
LONGEST = 200  # characters worth hashing; a token has 43


def new_token(data: Path) -> str:
    """Make a token that replaces any earlier one; only its hash is written, readable by the owner only."""
    token = secrets.token_urlsafe(32)
    file = data / NAME
    file.unlink(missing_ok=True)
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as handle:
        handle.write(_hash(token))
    return token


def is_token(data: Path, given: str) -> bool:
    """Whether this is the token of the last start; without one nothing is."""
    try:
        kept = (data / NAME).read_text()
    except FileNotFoundError:
        return False
    return hmac.compare_digest(kept, _hash(given[:LONGEST]))


def forget_token(data: Path) -> None:
    """The installation has an account: the token is dead."""
    (data / NAME).unlink(missing_ok=True)


class Guesses:
    """Wrong tokens per address, in memory: the token cannot be guessed, and nobody need be given the chance to try."""

    def __init__(self, allowed: int = 20, window: float = 900) -> None:
        self.allowed, self.window = allowed, window
        self._wrong: dict[str, list[float]] = {}

    def too_many(self, address: str, moment: float) -> bool:
        """Whether this address has to wait."""
        recent = [each for each in self._wrong.get(address, []) if moment - each < self.window]
        self._wrong[address] = recent
        return len(recent) >= self.allowed

    def note(self, address: str, moment: float) -> None:
        """One more wrong token."""
        if len(self._wrong) > 1000:
            self._wrong.clear()
        self._wrong.setdefault(address, []).append(moment)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
