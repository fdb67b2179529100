"""Refusals and mishaps as pages: what happened, what it means, what to do next; never a traceback."""

import contextlib
import logging
import re
import uuid
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from flask import Flask, g, render_template, request
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import NoResultFound, OperationalError, SQLAlchemyError
from werkzeug.exceptions import HTTPException

from congress.database import db
from congress.extensions import login_manager
from congress.shared.labels import WORD_LABELS
from congress.shared.problems import RuleBroken
from congress.web.base_form import FORMS, SECRETS, said

UUID = re.compile(r"[0-9a-f]{8}(-?[0-9a-f]{4}){3}-?[0-9a-f]{12}", re.IGNORECASE)
logger = logging.getLogger(__name__)


def init_app(app: Flask) -> None:
    """Register one handler per kind of refusal."""
    app.register_error_handler(HTTPException, refused)
    app.register_error_handler(NoResultFound, lambda _error: page(404))
    app.register_error_handler(RuleBroken, refused_by_rule)
    app.register_error_handler(OperationalError, busy)
    app.register_error_handler(Exception, mishap)


def page(code: int, message: str | None = None, **context: object) -> tuple[str, int]:
    """The error page of a status code; codes without a page of their own share `other.html`."""
    known = {403, 404, 409, 413, 429, 500, 503}
    template = f"errors/{code}.html" if code in known else "errors/other.html"
    return render_template(template, code=code, message=message, **context), code


def refused_by_rule(broken: RuleBroken) -> tuple[str, int]:
    """What no form of the page could say: the sentence, what was typed, and the way back to where it was typed."""
    return page(409, said(broken), back=came_from(), shown=shown(typed()))


def came_from() -> str:
    """The address within this program a form was sent from; "" where the browser does not say."""
    source = urlsplit(request.referrer or "")
    if source.netloc != request.host or not source.path.startswith("/"):
        return ""
    return source.path + (f"?{source.query}" if source.query else "")


def ask_nothing_more() -> None:
    """Show the page as somebody sees it who has not signed in: without one look at the database, which may be the one
    that failed.
    """
    g.congress = g.congress_slug = None
    g._login_user = login_manager.anonymous_user()  # where Flask-Login keeps who is asking
    with contextlib.suppress(SQLAlchemyError):
        db.session.rollback()


def refused(error: HTTPException) -> tuple[str, int] | HTTPException:
    """A refusal of the framework; a redirect is none."""
    return page(error.code) if error.code and error.code >= 400 else error


def typed(without: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """The fields of the form as they were sent, to be sent again; tokens and passwords are left out."""
    pairs = request.form.items(multi=True)
    return [(name, value) for name, value in pairs if not _is_secret(name) and name not in without]


def shown(fields: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The same fields as people read them: label and value, without what nobody typed."""
    labels = _labels_of({name.rpartition("-")[2] for name, _value in fields})
    return [line for name, value in fields for line in _readable(name, value, labels)]


def lost_files() -> list[tuple[str, str]]:
    """Field and file name of every file that came with the form and cannot be handed back."""
    return [(name, file.filename) for name, file in request.files.items(multi=True) if file.filename]


def sent_from_elsewhere() -> bool:
    """Whether another site made the browser send this form: such a form is never handed back with a valid token."""
    site = request.headers.get("Sec-Fetch-Site")  # sent where the connection is secure or local
    if site is not None:
        return site not in ("same-origin", "none")
    origin = request.headers.get("Origin")
    return origin is not None and urlsplit(origin).netloc != request.host


def expired(_error: CSRFError) -> tuple[str, int]:
    """A form whose token is gone: everything typed is handed back so that it can be sent again."""
    return send_again(_("Trang này mở đã lâu. Những gì đã nhập vẫn còn bên dưới; bấm “Gửi lại” để lưu."), 400)


def send_again(message: str, code: int = 200) -> tuple[str, int]:
    """What was typed, with a button that sends it."""
    fields = typed()
    return render_template(
        "errors/expired.html", message=message, typed=fields, shown=shown(fields), files=lost_files(), code=code
    ), code


def _is_secret(name: str) -> bool:
    """Tokens, and passwords, which no page repeats."""
    return name.rpartition("-")[2] in SECRETS | {"csrf_token"}


def _labels_of(names: set[str]) -> dict[str, object]:
    """The labels of the form these names most likely come from: the one that shares most of them."""
    return max(FORMS, key=lambda form: (len(names & form.keys()), -len(form)), default={})


def _readable(name: str, value: str, labels: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Label and value as people read them; nothing for what nobody typed (ids, versions, packed data)."""
    row, _dash, plain = name.rpartition("-")
    if not value.strip() or UUID.fullmatch(value) or not labels.get(plain) or len(max(value.split(), key=len)) > 200:
        return
    label = str(labels[plain])
    if grid_row := re.fullmatch(r"r(\d+)", row):
        label = _("Dòng %(n)s, %(field)s", n=int(grid_row[1]) + 1, field=label)
    word = WORD_LABELS.get(value)
    yield label, _(word) if word else _("có") if value == "y" else value


def busy(error: OperationalError) -> tuple[str, int]:
    """The database could not be reached or stayed locked; nothing was written."""
    logger.exception("database unavailable")
    ask_nothing_more()
    return page(503, _("Cơ sở dữ liệu đang bận. Chưa có gì được ghi; hãy thử lại sau ít giây."))


def mishap(error: Exception) -> tuple[str, int]:
    """Nobody's fault but ours: a number to find it by in the log, and nothing else of it."""
    number = uuid.uuid4().hex[:8]
    logger.exception("unexpected error %s", number)
    ask_nothing_more()
    return page(500, number=number)
