"""What most commands begin with: the application with its database, and the congress that is meant."""

import flask_migrate
from flask import Flask

from congress import create_app
from congress.commands import Refusal
from congress.config import Settings
from congress.congresses import queries as congresses
from congress.congresses.models import Congress


def prepared(settings: Settings) -> Flask:
    """The application with its database migrated to the newest version."""
    app = create_app(settings)
    with app.app_context():
        flask_migrate.upgrade()
    return app


def congress_of(slug: str) -> Congress:
    """The congress of a short name; a Refusal that lists those there are."""
    found = congresses.by_slug(slug)
    if found is None:
        known = ", ".join(each.slug for each in congresses.everyone()) or "chưa có đại hội nào"
        raise Refusal(f"Không có đại hội “{slug}” (đang có: {known}). (No such congress.)")
    return found
