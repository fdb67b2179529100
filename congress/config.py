"""Settings from the environment: one class, safe defaults."""

import os
import secrets
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Settings:
    """Where the program keeps its things and how it may be reached.

    `data` holds the database, uploads, backups and the secret key; nothing in it is ever served as a file.
    """

    data: Path
    database_url: str
    https: bool = False
    hosts: tuple[str, ...] = ()
    address: str = ""
    proxies: int = 0
    idle_hours: int = 12
    session_days: int = 7
    extra: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def from_environment(cls) -> "Settings":
        """Read CONGRESS_DATA, CONGRESS_DATABASE_URL, _HTTPS, _HOSTS, _PROXIES and CONGRESS_ADDRESS.

        The last is what people type in a browser; it is printed on access slips.
        """
        data = Path(os.environ.get("CONGRESS_DATA", "var")).resolve()
        hosts = os.environ.get("CONGRESS_HOSTS", "")
        return cls(
            data=data,
            database_url=database_url(os.environ.get("CONGRESS_DATABASE_URL", ""), data),
            https=os.environ.get("CONGRESS_HTTPS", "") == "1",
            hosts=tuple(host.strip() for host in hosts.split(",") if host.strip()),
            address=os.environ.get("CONGRESS_ADDRESS", "").strip(),
            proxies=int(os.environ.get("CONGRESS_PROXIES", "0")),
        )

    def for_flask(self) -> dict[str, Any]:
        """The same settings under the names Flask and its extensions know."""
        return {
            "SECRET_KEY": secret_key(self.data),
            "SQLALCHEMY_DATABASE_URI": self.database_url,
            "TRUSTED_HOSTS": list(self.hosts) or None,
            "SESSION_COOKIE_NAME": "__Host-congress" if self.https else "congress",
            "SESSION_COOKIE_SECURE": self.https,
            "SESSION_COOKIE_HTTPONLY": True,
            "SESSION_COOKIE_SAMESITE": "Lax",
            # The cookie outlives both ends, so that the page after them knows who was there.
            "PERMANENT_SESSION_LIFETIME": timedelta(days=self.session_days * 2),
            "LOGIN_SESSION_LIFETIME": timedelta(days=self.session_days),
            "IDLE_LIMIT": timedelta(hours=self.idle_hours),
            "SET_UP_DONE": False,  # turns True with the first account that is seen
            "WTF_CSRF_TIME_LIMIT": None,  # as long as the session: a long evening of typing must not be lost
            "MAX_CONTENT_LENGTH": 25 * MEGABYTE,
            "MAX_FORM_MEMORY_SIZE": 4 * MEGABYTE,  # a quota grid of 400 cells
            "MAX_FORM_PARTS": 5000,
            "IMPORT_AT_ONCE": 60_000,  # bytes of a workbook that is read within its request; larger ones beside it
            "BABEL_DEFAULT_LOCALE": "vi",
            "BABEL_DEFAULT_TIMEZONE": "Asia/Ho_Chi_Minh",
            "CONGRESS_DATA": self.data,
            "CONGRESS_HTTPS": self.https,
            "CONGRESS_PROXIES": self.proxies,
            "CONGRESS_ADDRESS": self.address,
            **self.extra,
        }


def database_url(given: str, data: Path) -> str:
    """The database asked for, or a file in the data folder; postgres:// and postgresql:// mean psycopg 3."""
    for prefix in ("postgres://", "postgresql://"):
        if given.startswith(prefix):
            return f"postgresql+psycopg://{given.removeprefix(prefix)}"
    return given or f"sqlite:///{data / 'congress.db'}"


def secret_key(data: Path) -> str:
    """The key that signs cookies: 256 bits, made at the first start, readable by the owner only."""
    file = data / "secret.key"
    data.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return file.read_text().strip()
    with os.fdopen(descriptor, "w") as handle:
        key = secrets.token_hex(32)
        handle.write(key)
    return key
