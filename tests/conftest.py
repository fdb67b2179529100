"""One application per engine and worker, an empty database per test, clients that are signed in, counted queries."""

import contextlib
import contextvars
import functools
import os
import uuid
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import flask_migrate
import psycopg
import pytest
from flask import Flask, has_request_context
from flask.testing import FlaskClient
from hypothesis import HealthCheck, settings
from sqlalchemy import CompoundSelect, event, literal, make_url, select, union_all

from congress import create_app
from congress.accounts import actions as account_actions
from congress.accounts.models import Account
from congress.config import Settings
from congress.database import db, now
from congress.web.access import Role
from tests import factories

# A busy machine is no fault of a rule: no example is timed.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

POSTGRES = os.environ.get("CONGRESS_TEST_DATABASE_URL", "")
ENGINES = ["sqlite", "postgresql"] if POSTGRES else ["sqlite"]
_apps: dict[str, Flask] = {}
_made: list[str] = []


def pytest_configure(config: pytest.Config) -> None:
    """Refuse to pass quietly on one engine where both are promised."""
    if os.environ.get("REQUIRE_POSTGRES") == "1" and not POSTGRES:
        pytest.exit("PostgreSQL is required: set CONGRESS_TEST_DATABASE_URL.", returncode=3)


def pytest_report_header() -> str:
    return f"database engines: {', '.join(ENGINES)}" + (
        "" if POSTGRES else "  (PostgreSQL NOT tested: no CONGRESS_TEST_DATABASE_URL)"
    )


class FreshClient(FlaskClient):
    """A client whose requests run outside the test's application context, as they do in a server."""

    def open(self, *args: Any, **options: Any) -> Any:
        """What the test has written is committed first, and re-read afterwards."""
        with contextlib.suppress(RuntimeError):
            db.session.commit()
        return contextvars.Context().run(lambda: super(FreshClient, self).open(*args, **options))


def make_app(engine: str, folder: Path, **extra: Any) -> Flask:
    """An application on a new, migrated database of this engine."""
    url = f"sqlite:///{folder / 'congress.db'}" if engine == "sqlite" else new_postgres_database()
    settings = Settings(
        data=folder,
        database_url=url,
        extra={"TESTING": True, "WTF_CSRF_ENABLED": False, "PROPAGATE_EXCEPTIONS": False, "SET_UP_DONE": True} | extra,
    )
    app = create_app(settings)
    app.test_client_class = FreshClient
    with app.app_context():
        if engine == "sqlite":
            event.listen(db.engine, "connect", lambda connection, _record: connection.execute("PRAGMA synchronous=OFF"))
        flask_migrate.upgrade()
        db.engine.dispose()
    return app


def new_postgres_database() -> str:
    """A database of its own on the server under test; dropped at the end of the run."""
    name = f"congress_test_{uuid.uuid4().hex[:12]}"
    url = make_url(POSTGRES)
    with psycopg.connect(_plain(url.set(database=url.database or "postgres")), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    _made.append(name)
    return url.set(database=name).render_as_string(hide_password=False)


def _plain(url: Any) -> str:
    return str(url.set(drivername="postgresql").render_as_string(hide_password=False))


def pytest_unconfigure() -> None:
    """Drop the databases this process made."""
    if not _made:
        return
    url = make_url(POSTGRES)
    with psycopg.connect(_plain(url.set(database=url.database or "postgres")), autocommit=True) as connection:
        for name in _made:
            connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


@pytest.fixture(params=ENGINES)
def engine_name(request: pytest.FixtureRequest) -> str:
    """Every test that touches the database runs on every engine."""
    return str(request.param)


@pytest.fixture
def app(engine_name: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The application of this engine with an empty database, inside an application context."""
    if engine_name not in _apps:
        _apps[engine_name] = make_app(engine_name, tmp_path_factory.mktemp(engine_name))
    app = _apps[engine_name]
    with app.app_context():
        yield app
        db.session.rollback()
        empty(app)


def empty(app: Flask) -> None:
    """Delete every row, children first.

    Only where rows are: a test fills a handful of the tables, and truncating all costs PostgreSQL a new file for each
    table and each index.
    """
    with db.engine.begin() as connection:
        if db.engine.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        filled = set(connection.scalars(_tables_with_rows()))
        for table in reversed(db.metadata.sorted_tables):
            if table.name in filled:
                connection.execute(table.delete())


@functools.cache
def _tables_with_rows() -> CompoundSelect[tuple[str]]:
    """Asks for all tables at once which of them hold anything."""
    return union_all(
        *(select(literal(table.name)).where(select(table).exists()) for table in db.metadata.sorted_tables)
    )


@pytest.fixture
def congress(app: Flask) -> Any:
    """The congress most tests live in."""
    return factories.make_congress()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser nobody has signed in with."""
    return app.test_client()


SignIn = Callable[..., FlaskClient]


@pytest.fixture
def sign_in(app: Flask, congress: Any) -> SignIn:
    """sign_in(Role.OFFICE), sign_in(Role.CELL_SECRETARY, unit=…): a client with these roles at the test's congress."""

    def enter(*roles: Role, unit: Any = None, at: Any = None, account: Account | None = None) -> FlaskClient:
        account = account or factories.make_account(at or congress, *roles, unit=unit)
        token = account_actions.open_session(account, user_agent="test", moment=now(), lifetime=timedelta(days=1))
        db.session.commit()
        client = app.test_client()
        with client.session_transaction() as cookie:
            cookie.update(_user_id=token, _fresh=True)
        return client

    return enter


@pytest.fixture
def count_queries(app: Flask) -> Callable[[Callable[[], Any]], int]:
    """count_queries(lambda: client.get(…)): how many statements the database was sent."""

    def count(act: Callable[[], Any]) -> int:
        sent: list[str] = []

        def note(_conn: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
            if has_request_context():  # what the test itself reads does not count
                sent.append(statement)

        event.listen(db.engine, "before_cursor_execute", note)
        try:
            act()
        finally:
            event.remove(db.engine, "before_cursor_execute", note)
        return len([line for line in sent if not line.startswith(("BEGIN", "PRAGMA"))])

    return count
