"""Migrations: one head, up, no drift, down again, and up once more with the same result."""

import flask_migrate
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from congress.database import db, migrations_folder
from tests.conftest import make_app


def test_there_is_one_head():
    assert len(ScriptDirectory(str(migrations_folder())).get_heads()) == 1


def test_the_tables_are_what_the_models_say(app):
    flask_migrate.check()


def test_down_to_nothing_and_up_again(engine_name, tmp_path):
    app = make_app(engine_name, tmp_path)
    with app.app_context():
        tables = set(inspect(db.engine).get_table_names())
        flask_migrate.downgrade(revision="base")
        assert set(inspect(db.engine).get_table_names()) == {"alembic_version"}
        flask_migrate.upgrade()
        assert set(inspect(db.engine).get_table_names()) == tables
        db.engine.dispose()


def test_every_table_of_a_congress_carries_its_key(app):
    """Primary key (congress_id, id), unique constraints that start with it, foreign keys that carry it."""
    shared_by_all = {"congress", "account", "login_session", "login_attempt"}
    for table in db.metadata.sorted_tables:
        if table.name in shared_by_all:
            continue
        assert [column.name for column in table.primary_key.columns] == ["congress_id", "id"], table.name
        for constraint in table.constraints:
            names = [column.name for column in getattr(constraint, "columns", [])]
            kind = type(constraint).__name__
            if kind == "UniqueConstraint":
                assert names[0] == "congress_id", f"{table.name}: {names}"
            if kind == "ForeignKeyConstraint" and constraint.referred_table.name not in shared_by_all:
                assert names[0] == "congress_id", f"{table.name}: {names}"
