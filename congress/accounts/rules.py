"""What a user name and a password must be, and how long somebody who guesses has to wait."""

import secrets
import uuid
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from itertools import count, pairwise

from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import fold, tidy

SHORTEST, LONGEST = 12, 128
FREE_TRIES = 5  # failures of one account before it has to wait at all
ADDRESS_TRIES = 50  # an office of twenty people may share one address
WINDOW = timedelta(minutes=15)
LONGEST_WAIT = timedelta(minutes=15)
ATTEMPTS_KEPT = timedelta(days=30)  # quality.md, retention: sessions and attempts 30 days
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


# What stands before the name of a cell and says nothing in a user name: "Chi bộ ấp Mỹ Thạnh" is mythanh.
CELL_WORDS = ("chi bo", "dang bo", "co so", "bo phan", "ap", "khom", "thon", "to dan pho", "khu pho")


def proposed_username(full_name: str, unit_name: str | None = None) -> str:
    """bithu.mythanh for the secretary of Chi bộ ấp Mỹ Thạnh; for others the name without marks: lethianh."""
    if unit_name is None:
        return _letters(full_name)[:50].ljust(3, "0")
    rest = fold(unit_name)
    while word := next((word for word in CELL_WORDS if rest.startswith(f"{word} ")), None):
        rest = rest.removeprefix(f"{word} ")
    return f"bithu.{_letters(rest)[:40] or 'chibo'}"


def cell_username(code: str) -> str:
    """bithu.cb01 for the secretary of the cell CB01."""
    return f"bithu.{_letters(code)[:40] or 'chibo'}"


def _letters(text: str) -> str:
    return "".join(letter for letter in fold(text) if letter.isascii() and letter.isalnum())


def unused(username: str, taken: Collection[str]) -> str:
    """The user name, or with the first free number behind it."""
    if username not in taken:
        return username
    return next(name for number in count(2) if (name := f"{username}{number}") not in taken)


def check_office_remains(others: int) -> None:
    """A congress never loses its last office account. `others` counts open office accounts but this one."""
    if others < 1:
        raise RuleBroken(
            N_("Đây là tài khoản văn phòng cuối cùng của đại hội. Hãy giao vai trò Văn phòng cho người khác trước."),
            "roles",
        )


def check_not_oneself(account_id: uuid.UUID, actor_id: uuid.UUID | None) -> None:
    """Nobody closes or resets the account one is signed in with."""
    if account_id == actor_id:
        raise RuleBroken(
            N_(
                "Đây là tài khoản đồng chí đang dùng. Mật khẩu của mình đổi ở trang Tài khoản của tôi; "
                "muốn khóa thì nhờ người khác của văn phòng."
            )
        )


def check_within_reach(congresses: Collection[uuid.UUID], congress_id: uuid.UUID) -> None:
    """An office touches the person behind an account only if all its roles are at this congress."""
    if set(congresses) - {congress_id}:
        raise RuleBroken(
            N_(
                "Tài khoản này còn có vai trò ở đại hội khác nên văn phòng không khóa, "
                "cấp lại mật khẩu hay đổi tên được. Hãy nhờ người quản trị máy chủ."
            )
        )


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
