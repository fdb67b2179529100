"""The `congress` command: everything an office or a script asks of the program from a terminal."""

import logging

import click
import flask_migrate
import waitress
from flask import Flask

from congress import create_app
from congress.config import Settings


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="dai-hoi")
@click.pass_context
def main(context: click.Context) -> None:
    """Đại hội: the congress of a commune, from the first plan to the printed programme.

    CONGRESS_DATA is the folder for database, uploads and backups (default: var);
    CONGRESS_DATABASE_URL names another database.
    """
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    logging.getLogger("alembic").setLevel(logging.WARNING)
    context.obj = Settings.from_environment()


def prepared(settings: Settings) -> Flask:
    """The application with its database migrated to the newest version."""
    app = create_app(settings)
    with app.app_context():
        flask_migrate.upgrade()
    return app


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, help="Port to listen on.")
@click.pass_obj
def serve(settings: Settings, host: str, port: int) -> None:
    """Bring the database up to date and serve the program (production server, one process, eight threads)."""
    app = prepared(settings)
    click.echo(f"http://{host}:{port}")
    waitress.serve(app, host=host, port=port, threads=8, ident=None)


@main.command()
@click.pass_obj
def migrate(settings: Settings) -> None:
    """Bring the database up to date and stop."""
    prepared(settings)
    click.echo("Cơ sở dữ liệu đã ở phiên bản mới nhất.")
