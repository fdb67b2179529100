"""The commands behind `congress`, by subject; data errors are one sentence on stderr and exit 2, never a traceback."""

from typing import Any

import click
import flask_migrate
from flask import Flask
from sqlalchemy.exc import ArgumentError, OperationalError

from congress import create_app
from congress.config import Settings
from congress.congresses import queries as congresses
from congress.congresses.models import Congress
from congress.printing.problems import PrintFailed
from congress.shared.problems import RuleBroken


class Refusal(click.ClickException):
    """A command that cannot be carried out, in a sentence."""

    exit_code = 2

    def show(self, file: Any = None) -> None:
        """The bare sentence, for people and for scripts."""
        click.echo(self.message, err=True)


class Plain(click.Group):
    """A group whose commands end with a sentence where a rule, the database or the printer says no."""

    def invoke(self, context: click.Context) -> Any:
        """Run the command."""
        try:
            return super().invoke(context)
        except RuleBroken as broken:
            raise Refusal(str(broken)) from broken
        except PrintFailed as failed:
            raise Refusal(failed.sentence) from failed
        except (OperationalError, ArgumentError) as error:
            sentence = "Không mở được cơ sở dữ liệu. Chạy `congress doctor` để biết vì sao."
            raise Refusal(f"{sentence} (The database cannot be opened: {_first_line(error)})") from error


def _first_line(error: Exception) -> str:
    return str(getattr(error, "orig", error)).strip().split("\n")[0]


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
