"""Refusals and mishaps as pages: what happened, what it means, what to do next; never a traceback."""

import logging
import uuid

from flask import Flask, render_template, request
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import NoResultFound, OperationalError
from werkzeug.exceptions import HTTPException

from congress.database import db
from congress.shared.problems import RuleBroken
from congress.web.base_form import said

logger = logging.getLogger(__name__)


def init_app(app: Flask) -> None:
    """Register one handler per kind of refusal."""
    app.register_error_handler(HTTPException, refused)
    app.register_error_handler(NoResultFound, lambda _error: page(404))
    app.register_error_handler(RuleBroken, lambda broken: page(409, said(broken)))
    app.register_error_handler(CSRFError, expired)
    app.register_error_handler(OperationalError, busy)
    app.register_error_handler(Exception, mishap)


def page(code: int, message: str | None = None, **context: object) -> tuple[str, int]:
    """The error page of a status code; codes without a page of their own share `other.html`."""
    known = {403, 404, 409, 413, 429, 500, 503}
    template = f"errors/{code}.html" if code in known else "errors/other.html"
    return render_template(template, code=code, message=message, **context), code


def refused(error: HTTPException) -> tuple[str, int]:
    return page(error.code or 500)


def expired(error: CSRFError) -> tuple[str, int]:
    """A form whose token is gone: everything typed is handed back so that it can be sent again."""
    typed = [(name, value) for name, value in request.form.items(multi=True) if name != "csrf_token"]
    return render_template("errors/expired.html", typed=typed, code=400), 400


def busy(error: OperationalError) -> tuple[str, int]:
    """The database could not be reached or stayed locked; nothing was written."""
    logger.exception("database unavailable")
    db.session.rollback()
    return page(503, _("Cơ sở dữ liệu đang bận. Chưa có gì được ghi; hãy thử lại sau ít giây."))


def mishap(error: Exception) -> tuple[str, int]:
    number = uuid.uuid4().hex[:8]
    logger.exception("unexpected error %s", number)
    db.session.rollback()
    return page(500, number=number)
