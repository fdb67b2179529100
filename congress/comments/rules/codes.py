"""The code on a blank sheet: names its round and cell, so that the office finds where to type it in."""

import hashlib
import uuid
from collections.abc import Iterable

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: without I, L, O and U, which are misread on paper."""
MISREAD = str.maketrans("ILO", "110")
LENGTH = 6


def code_of(round_id: uuid.UUID, unit_id: uuid.UUID) -> str:
    """Six letters and figures, "7KD-2QX"; always the same for the same round and cell."""
    number = int.from_bytes(hashlib.sha256(round_id.bytes + unit_id.bytes).digest()[:5], "big")
    letters = "".join(LETTERS[(number >> 5 * place) & 31] for place in range(LENGTH))
    return f"{letters[:3]}-{letters[3:]}"


def plain(code: str) -> str:
    """A code as it may have been typed: without blanks and dashes, in capitals, misread letters put right."""
    return "".join(letter for letter in code.upper().translate(MISREAD) if letter.isalnum())


def cells_of(code: str, round_id: uuid.UUID, unit_ids: Iterable[uuid.UUID]) -> list[uuid.UUID]:
    """Which of these cells have this code in the round: none, or one, or (hardly ever) more."""
    wanted = plain(code)
    return [unit_id for unit_id in unit_ids if plain(code_of(round_id, unit_id)) == wanted]
