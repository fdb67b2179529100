"""The blueprint of all pages of drafts, and what the features above hand in."""

import uuid
from collections.abc import Callable, Sequence

from flask import Blueprint, Flask, current_app, g

from congress.drafts.rules.path import Asked

blueprint = Blueprint("drafts", __name__, url_prefix="/<congress>/drafts")

AskedAbout = Callable[[uuid.UUID], Sequence[Asked[uuid.UUID]]]


def init_app(app: Flask, asked: AskedAbout) -> None:
    """`asked(congress's id)` gives the comment rounds with the versions they ask about.

    Comments lie above the drafts, so create_app() hands in how they are asked.
    """
    app.extensions["drafts_asked_about"] = asked


def asked_about() -> Sequence[Asked[uuid.UUID]]:
    """The comment rounds of this congress, as the path of documents takes them."""
    found: Sequence[Asked[uuid.UUID]] = current_app.extensions["drafts_asked_about"](g.congress.id)
    return found
