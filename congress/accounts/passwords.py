"""Hashing of passwords: Argon2id at 19 MiB, t=2, p=1 (OWASP minimum; 23 ms on two cores), four at once at most."""

from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_turns = BoundedSemaphore(4)
_nobody = _hasher.hash("a password nobody has")


def hashed(password: str) -> str:
    """The hash to store."""
    with _turns:
        return _hasher.hash(password)


def matches(password: str, stored: str | None) -> bool:
    """Whether the password belongs to the stored hash; without one, the same time is spent and the answer is no."""
    with _turns:
        try:
            return _hasher.verify(stored or _nobody, password) and stored is not None
        except (VerificationError, InvalidHashError):  # a damaged hash belongs to no password
            return False
