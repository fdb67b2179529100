"""Alembic's environment: batch mode on SQLite with foreign keys off, and checked before the commit.

With foreign keys on, re-creating a table would run its ON DELETE rules and silently empty the tables below it.
"""

from typing import Any

import sqlalchemy as sa
from alembic import context
from flask import current_app
from sqlalchemy import Connection

from congress.database import Moment

database = current_app.extensions["migrate"].db
options = current_app.extensions["migrate"].configure_args


def render_plainly(kind: str, item: Any, _autogen: Any) -> str | bool:
    """Migrations name only database types: moments as timestamps, words of a vocabulary as short text."""
    if kind == "type" and isinstance(item, Moment):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, sa.Enum):
        return f"sa.String(length={item.length})"
    return False


def same_type(_context: Any, _inspected: Any, column: Any, _existing: Any, declared: Any) -> bool | None:
    """A vocabulary word is stored as text, which is no drift; None lets Alembic compare the rest."""
    return False if isinstance(declared, sa.Enum) else None


def run(connection: Connection) -> None:
    """Run the migrations in one transaction."""
    on_sqlite = connection.dialect.name == "sqlite"
    if on_sqlite:
        set_foreign_keys(connection, "OFF")
    context.configure(
        connection=connection,
        target_metadata=database.metadata,
        transactional_ddl=True,
        render_item=render_plainly,
        **{**options, "compare_type": same_type},
    )
    with context.begin_transaction():
        context.run_migrations()
        if on_sqlite and (broken := connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()):
            raise RuntimeError(f"the migration would leave rows that point nowhere: {broken[:5]}")
    if on_sqlite:
        set_foreign_keys(connection, "ON")


def set_foreign_keys(connection: Connection, state: str) -> None:
    """The pragma does nothing inside a transaction, so it goes past SQLAlchemy to the driver."""
    driver: Any = connection.connection.driver_connection
    driver.execute(f"PRAGMA foreign_keys={state}")


if context.is_offline_mode():
    raise SystemExit("Migrations run against a database; there is no offline mode.")
with database.engine.connect() as open_connection:
    run(open_connection)
