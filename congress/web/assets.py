"""Style sheets, scripts and icons: one address per content, kept for ever by browsers, compressed once. Pages are
compressed on their way out.

The digest stands in the path and not behind a question mark, so that a module's `import "./keep.js"` and a style
sheet's `url(…)` carry it along by being relative.
"""

import gzip
import hashlib
import mimetypes
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import flask_bootstrap
from flask import Flask, Request, Response, current_app, request
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface, SessionMixin

OURS = Path(__file__).parents[1] / "static"
BOOTSTRAP = Path(flask_bootstrap.__file__).parent / "static" / "bootstrap5"
FOLDERS = {"static": OURS, "bootstrap.static": BOOTSTRAP}
BOOTSTRAP_IN_USE = ("css/bootstrap.min.css",)

FOR_EVER = "public, max-age=31536000, immutable"
SMALLEST_WORTH_IT = 1000  # bytes; below, the gzip frame and the work cost more than they save
TEXTS = frozenset({"text/html", "text/css", "text/javascript", "text/plain", "application/json", "image/svg+xml"})


@dataclass(frozen=True)
class Asset:
    """One file as it is sent: plain and, for text, compressed."""

    kind: str
    plain: bytes
    packed: bytes | None


@cache
def digest() -> str:
    """Twelve letters that change when any of our files, or Bootstrap's in use, changes."""
    total = hashlib.sha256()
    for file in (
        *sorted(path for path in OURS.rglob("*") if path.is_file()),
        *(BOOTSTRAP / n for n in BOOTSTRAP_IN_USE),
    ):
        total.update(file.name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()[:12]


def static_path() -> str:
    """The path the application hands its static files out under."""
    return f"/static/{digest()}"


@cache
def _asset(folder: Path, name: str) -> Asset | None:
    """A file of a folder, read once; None for anything that is not inside it."""
    file = (folder / name).resolve()
    if not file.is_relative_to(folder.resolve()) or not file.is_file():
        return None
    kind = (
        "text/javascript" if file.suffix == ".js" else mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    )
    plain = file.read_bytes()
    packed = gzip.compress(plain, 9, mtime=0) if kind in TEXTS and len(plain) > SMALLEST_WORTH_IT else None
    return Asset(kind, plain, packed)


class Sessions(SecureCookieSessionInterface):
    """Sessions of pages only: an asset is nobody's, so that no cookie is read for it and none goes out with it."""

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        """An asset gets an empty session."""
        return SecureCookieSession() if is_asset(request) else super().open_session(app, request)

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Nothing of it is kept."""
        if not is_asset(request):
            super().save_session(app, session, response)


def is_asset(request: Request) -> bool:
    """Whether the address belongs to our files or Bootstrap's."""
    return request.path.startswith((static_path(), f"/bootstrap{static_path()}"))


def serve() -> Response | None:
    """Answer a request for an asset before anything reads a row; what does not exist goes on to the framework's 404."""
    folder = FOLDERS.get(request.endpoint or "")
    name = (request.view_args or {}).get("filename", "")
    # What does not exist is not remembered: the cache holds our few files and nothing a stranger asked for.
    asset = _asset(folder, name) if folder and (folder / name).is_file() else None
    if asset is None:
        return None
    packed = asset.packed if takes_gzip() else None
    answer = Response(packed or asset.plain, mimetype=asset.kind)
    if asset.packed:
        answer.vary.add("Accept-Encoding")
    if packed:
        answer.headers["Content-Encoding"] = "gzip"
    # While somebody works on the files themselves, the digest of the start is not theirs any more.
    answer.headers["Cache-Control"] = "no-cache" if current_app.debug else FOR_EVER
    return answer


def takes_gzip() -> bool:
    """Whether the browser unpacks gzip."""
    return request.accept_encodings.quality("gzip") > 0


def compress(answer: Response) -> Response:
    """Pack a page for a browser that takes gzip.

    BREACH guesses a secret of a page from the length of its packed form, byte by byte over thousands of requests, and
    needs the secret to stay the same meanwhile. Flask-WTF's token is `payload.time.signature`: the payload stays for a
    session, but time and signature change every second, and the payload without a signature (made with our secret key)
    opens nothing. The session cookie never stands in a page, and being SameSite=Lax it is not sent with the requests
    another site can make in numbers. So the token is not masked. A page that shows a lasting secret (an access slip)
    answers with `Cache-Control: no-transform` and stays as it is.
    """
    if answer.mimetype not in TEXTS or answer.is_streamed or answer.direct_passthrough:
        return answer
    answer.vary.add("Accept-Encoding")
    if (
        not takes_gzip()
        or "Content-Encoding" in answer.headers
        or answer.cache_control.no_transform
        or answer.status_code in (204, 304)
        or len(body := answer.get_data()) <= SMALLEST_WORTH_IT
    ):
        return answer
    answer.set_data(gzip.compress(body, 6, mtime=0))
    answer.headers["Content-Encoding"] = "gzip"
    return answer


def init_app(app: Flask) -> None:
    """Serve our files and Bootstrap's from memory, and compress pages; register before anything reads a row."""
    app.session_interface = Sessions()
    app.before_request(serve)
    app.after_request(compress)
