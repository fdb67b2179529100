"""Answers of the web application: the PDF, or the preview of the same paper."""

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from flask import Flask, Response, current_app, url_for
from markupsafe import Markup

from congress.printing.html import DEFAULT_FAMILY, html_of
from congress.printing.layout_profiles import LayoutProfile, profile_for
from congress.printing.printout import Printout
from congress.printing.prints import LongPrints
from congress.printing.problems import EngineMissing, PrintFailed
from congress.printing.render import Press

__all__ = [
    "EngineMissing",
    "PrintFailed",
    "file_response",
    "init_app",
    "long_prints",
    "pdf_response",
    "press",
    "preview_response",
]


def init_app(app: Flask) -> None:
    """Give the application its press: settings CONGRESS_DATA (folder), PRINTING_FAMILY (font family)."""
    data = app.config.get("CONGRESS_DATA")
    app.extensions["press"] = Press(
        kept=Path(data) / "printed" if data else None, family=app.config.get("PRINTING_FAMILY") or DEFAULT_FAMILY
    )


def long_prints() -> LongPrints:
    """The long papers of the running application."""
    if "long_prints" not in current_app.extensions:
        current_app.extensions["long_prints"] = LongPrints(press())
    found: LongPrints = current_app.extensions["long_prints"]
    return found


def press() -> Press:
    """The press of the running application."""
    if "press" not in current_app.extensions:
        init_app(current_app)
    found: Press = current_app.extensions["press"]
    return found


def pdf_response(printout: Printout, download: bool = True) -> Response:
    """The PDF as a download (or shown in the browser). Where there is none: the preview, and why."""
    try:
        data = press().pdf(printout)
    except EngineMissing as missing:
        return preview_response(printout, notice=missing.sentence)
    except PrintFailed as failed:
        response = preview_response(printout, notice=failed.sentence)
        response.status_code = 503
        return response
    return file_response(data, printout.filename, download)


def file_response(data: bytes, filename: str, download: bool = True) -> Response:
    """A PDF that is there already."""
    response = Response(data, mimetype="application/pdf")
    how = "attachment" if download else "inline"
    response.headers["Content-Disposition"] = f"{how}; filename=\"{filename}\"; filename*=UTF-8''{quote(filename)}"
    return _private(response)


def preview_response(printout: Printout, notice: str = "", links: Sequence[tuple[str, str]] = ()) -> Response:
    """The paper as a page of the browser, as it will be printed.

    `notice` (a sentence) and `links` (label, address: back, the PDF) stand above the sheet and are not printed.
    """
    page = html_of(
        printout,
        stylesheet=stylesheet_url(profile_for(printout.date), printout.landscape),
        icon=url_for("static", filename="mark.svg"),
    )
    bar = Markup()
    if links:
        bar += Markup('<nav class="links">{}</nav>').format(
            Markup(" ").join(Markup('<a href="{}">{}</a>').format(to, label) for label, to in links)
        )
    if notice:
        bar += Markup('<p class="notice" role="status">{}</p>').format(notice)
    body_end = page.index(">", page.index("<body")) + 1
    return _private(Response(f"{page[:body_end]}\n{bar}{page[body_end:]}", mimetype="text/html"))


def stylesheet_url(profile: LayoutProfile, landscape: bool) -> str:
    """The address of the preview's style sheet: a static file, so the preview needs no inline style."""
    return url_for("static", filename=f"css/printing/{stylesheet_name(profile, landscape)}")


def stylesheet_name(profile: LayoutProfile, landscape: bool) -> str:
    """36-hd-vptw-portrait.css"""
    return f"{profile.code}-{'landscape' if landscape else 'portrait'}.css"


def _private(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
