"""The congress of a page: taken from the URL, loaded once, put back into every link.

`web` lies below the features, so create_app() hands in how a congress is found.
"""

from collections.abc import Callable
from typing import Any

from flask import Flask, abort, current_app, g, request
from flask_login import current_user


def init_app(app: Flask, find_congress: Callable[[str], Any]) -> None:
    """`find_congress(slug)` returns the congress of that name or None. Register before the access guard."""

    @app.url_value_preprocessor
    def take_slug(_endpoint: str | None, values: dict[str, Any] | None) -> None:
        g.congress = None
        g.congress_slug = values.pop("congress", None) if values else None

    @app.url_defaults
    def put_slug(endpoint: str, values: dict[str, Any]) -> None:
        slug = g.get("congress_slug")
        if slug and "congress" not in values and current_app.url_map.is_endpoint_expecting(endpoint, "congress"):
            values["congress"] = slug

    @app.before_request
    def load() -> None:
        if g.get("congress_slug") is None:
            return
        g.congress = find_congress(g.congress_slug)
        if g.congress is None and request.endpoint is not None and current_user.is_authenticated:
            abort(404)

    @app.context_processor
    def name_congress() -> dict[str, Any]:
        return {"congress": g.get("congress")}
