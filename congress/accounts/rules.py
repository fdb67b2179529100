"""What a user name and a password must be, and how long somebody who guesses has to wait."""

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import fold, tidy

SHORTEST, LONGEST = 12, 128
FREE_TRIES = 5  # failures of one account before it has to wait at all
ADDRESS_TRIES = 50  # an office of twenty people may share one address
WINDOW = timedelta(minutes=15)
LONGEST_WAIT = timedelta(minutes=15)
# Words everyone in the office would try first (quality.md S41); compared without marks, spaces and digits.
GUESSABLE = (
    "password",
    "matkhau",
    "danguy",
    "dangbo",
    "daihoi",
    "chibo",
    "qwerty",
    "abcdef",
    "iloveyou",
    "admin",
    "vietnam",
    "congress",
)
# Letters and digits nobody mistakes for one another when read from a slip.
SLIP_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def clean_username(text: str) -> str:
    """The user name as stored: lower case letters, digits, dot, hyphen. Raises RuleBroken on `username`."""
    name = tidy(text).lower()
    plain = name.replace(".", "").replace("-", "").replace("_", "")
    if not (plain.isascii() and plain.isalnum() and 3 <= len(name) <= 60):
        raise RuleBroken(
            N_("Tên đăng nhập gồm 3 đến 60 chữ không dấu, số, dấu chấm hoặc gạch nối, ví dụ bithu.mythanh."), "username"
        )
    return name


def check_password(password: str, *, about: Sequence[str] = ()) -> None:
    """12 to 128 characters, no composition rule, not a word everyone would try.

    `about` are words close to the person: user name, name, commune. Raises RuleBroken on `password`.
    """
    if len(password) < SHORTEST:
        raise RuleBroken(
            N_("Mật khẩu cần ít nhất %(shortest)s ký tự. Một câu ngắn dễ nhớ là tốt nhất."),
            "password",
            shortest=SHORTEST,
        )
    if len(password) > LONGEST:
        raise RuleBroken(N_("Mật khẩu dài tối đa %(longest)s ký tự."), "password", longest=LONGEST)
    core = "".join(letter for letter in fold(password) if letter.isalpha())
    words = [*GUESSABLE, *(fold(word).replace(" ", "") for word in about if len(word) > 2)]
    if (
        len(set(password)) < 5
        or (len(core) < 12 and any(core == word or core == word * 2 for word in words))
        or _is_run(password)
    ):
        raise RuleBroken(N_("Mật khẩu này quá dễ đoán. Hãy ghép vài từ không liên quan."), "password")


def _is_run(password: str) -> bool:
    """123456789012 and the like: every character follows the one before."""
    steps = {(ord(b) - ord(a)) % 10 if a.isdigit() and b.isdigit() else ord(b) - ord(a) for a, b in pairwise(password)}
    return steps in ({1}, {-1}, {9}, {0})


def wait_until(failures: Sequence[datetime], now: datetime, free_tries: int = FREE_TRIES) -> datetime | None:
    """When the next attempt is welcome, from the recent failures; None if at once.

    After `free_tries` failures within the window the wait doubles with each: 30 s, 1 min, 2 min … 15 min.
    """
    recent = sorted(moment for moment in failures if now - moment < WINDOW)
    extra = len(recent) - free_tries
    if extra < 0:
        return None
    wait = min(timedelta(seconds=30) * 2**extra, LONGEST_WAIT)
    until = recent[-1] + wait
    return until if until > now else None


def temporary_password() -> str:
    """A password for the access slip: four groups of four, easy to read aloud, 79 bits."""
    groups = ["".join(secrets.choice(SLIP_LETTERS) for _ in range(4)) for _ in range(4)]
    return "-".join(groups)
