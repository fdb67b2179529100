"""The database: base class, keys that carry their congress, transactions, and what differs between engines."""

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

import uuid_utils.compat as uuid7
from flask import Flask, has_request_context, request
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import (
    ColumnElement,
    DateTime,
    Engine,
    Enum,
    ForeignKey,
    ForeignKeyConstraint,
    MetaData,
    String,
    Uuid,
    event,
    func,
    inspect,
    or_,
)
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    ORMExecuteState,
    declared_attr,
    mapped_column,
    registry,
    relationship,
)
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy.sql import ClauseElement, visitors
from sqlalchemy.types import TypeDecorator

from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import sought

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


class Moment(TypeDecorator[datetime]):
    """A point in time, UTC in the database, always aware in Python."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:
        return value.replace(tzinfo=UTC) if value is not None and value.tzinfo is None else value


class Base(DeclarativeBase):
    """Base of all models."""

    registry = registry(
        metadata=MetaData(naming_convention=NAMES), type_annotation_map={uuid.UUID: Uuid(), datetime: Moment()}
    )


@event.listens_for(Base, "init", propagate=True)
def fill_in_defaults(row: Base, _args: Any, given: dict[str, Any]) -> None:
    """A new row has its defaults, and its id, from the start and not only once it is written."""
    for attribute in inspect(type(row)).column_attrs:
        default = attribute.columns[0].default
        if attribute.key not in given and default is not None:
            given[attribute.key] = default.arg(None) if default.is_callable else default.arg


db = SQLAlchemy(model_class=Base)
migrate = Migrate()


def new_id() -> uuid.UUID:
    """A UUIDv7: grows with time, never collides when two offices are merged."""
    return uuid7.uuid7()


def now() -> datetime:
    """This moment in UTC."""
    return datetime.now(UTC)


def one_of(words: type[StrEnum]) -> Enum:
    """The column type of a StrEnum: its value as text, checked in Python, no engine-specific type."""
    return Enum(words, native_enum=False, length=40, values_callable=lambda enum: [word.value for word in enum])


def sort_key_type() -> String:
    """Text ordered by bytes on every engine, for stored sort keys."""
    return String().with_variant(String(collation="C"), "postgresql")


class OfCongress:
    """Mixin of every root table: primary key (congress_id, id)."""

    @declared_attr
    def congress_id(cls) -> Mapped[uuid.UUID]:
        return mapped_column(ForeignKey("congress.id"), primary_key=True, sort_order=-20)

    @declared_attr
    def id(cls) -> Mapped[uuid.UUID]:
        return mapped_column(primary_key=True, default=new_id, sort_order=-10)


class Versioned:
    """Mixin of records two people may open at once; saving an old version raises StaleEdit."""

    @declared_attr
    def version(cls) -> Mapped[int]:
        return mapped_column(default=1, nullable=False)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.version}


def refers(column: str, table: str, *, ondelete: str | None = None) -> ForeignKeyConstraint:
    """A foreign key inside the same congress: the database refuses a row that points into another one."""
    return ForeignKeyConstraint(["congress_id", column], [f"{table}.congress_id", f"{table}.id"], ondelete=ondelete)


def belongs_to(target: str, own: str, column: str, **options: Any) -> Any:
    """Relationship `own.column -> target.id` inside one congress, e.g. `belongs_to("Unit", "Delegate", "unit_id")`."""
    join = f"and_(foreign({own}.{column}) == remote({target}.id), {own}.congress_id == remote({target}.congress_id))"
    return relationship(target, primaryjoin=join, lazy=options.pop("lazy", "select"), **options)


def has_many(target: str, own: str, column: str, **options: Any) -> Any:
    """The other side of belongs_to: `has_many("Item", "Session", "session_id", order_by="Item.position")`."""
    join = f"and_({own}.id == foreign(remote({target}.{column})), {own}.congress_id == remote({target}.congress_id))"
    return relationship(target, primaryjoin=join, viewonly=True, **options)


def _names_the_congress(where: ClauseElement | None) -> bool:
    parts = visitors.iterate(where) if where is not None else ()
    return any(getattr(part, "key", "") == "congress_id" for part in parts)


class UnscopedQuery(Exception):
    """A statement reads rows of a congress without saying of which one."""


def refuse_unscoped(statement: ORMExecuteState) -> None:
    """Refuse a query on a congress's rows that does not name the congress.

    Rows loaded through a relationship follow its key, which carries the congress, so they pass.
    """
    if not statement.is_select or statement.is_relationship_load or statement.is_column_load:
        return
    tables = [str(mapper.local_table) for mapper in statement.all_mappers if issubclass(mapper.class_, OfCongress)]
    where = getattr(statement.statement, "whereclause", None)
    if tables and not _names_the_congress(where):
        raise UnscopedQuery(f"a query on {', '.join(tables)} names no congress")


_explained: dict[str, tuple[str, str | None]] = {}


def explain_unique(table: str, columns: tuple[str, ...], message: str, field: str | None = None) -> None:
    """Say in the user's words what a broken unique constraint means and which field to blame."""
    _explained[f"uq_{table}_{'_'.join(columns)}"] = (message, field)
    _explained[", ".join(f"{table}.{column}" for column in columns)] = (message, field)


def explain_twice(table: str, message: str) -> None:
    """Say what it means that a row with the id its form proposed is there already: the form came twice."""
    _explained[f"pk_{table}"] = (message, None)
    _explained[f"{table}.congress_id, {table}.id"] = (message, None)


def _explanation(error: IntegrityError) -> RuleBroken | None:
    text = str(error.orig)
    for key, (message, field) in _explained.items():
        if f'"{key}"' in text or text.endswith(key):
            return RuleBroken(message, field)
    return None


_writing: ContextVar[bool] = ContextVar("writing", default=False)


@contextmanager
def transaction() -> Iterator[None]:
    """One transaction: commit at the end, roll back on any error.

    Raises RuleBroken instead of a database error where the constraint has been explained.
    """
    token = _writing.set(True)
    try:
        yield
        due = db.session.info.pop(_AFTERWARDS, [])
        db.session.commit()
        for act in due:
            act()
    except IntegrityError as error:
        db.session.rollback()
        if broken := _explanation(error):
            raise broken from error
        raise
    except StaleDataError as error:
        db.session.rollback()
        raise RuleBroken(N_("Người khác vừa lưu bản ghi này. Hãy xem lại rồi lưu lần nữa.")) from error
    except BaseException:
        db.session.rollback()
        raise
    finally:
        db.session.info.pop(_AFTERWARDS, None)
        _writing.reset(token)


_AFTERWARDS = "afterwards"


def afterwards(act: Callable[[], object]) -> None:
    """Do this once the running transaction is on disk, and never where it is taken back: removing a file, say."""
    db.session.info.setdefault(_AFTERWARDS, []).append(act)


def let_go() -> None:
    """End the running transaction before something slow, so that nobody waits for the write lock; rows are re-read."""
    db.session.rollback()


def init_app(app: Flask) -> None:
    """Tie the database to the application and prepare its connections."""
    db.init_app(app)
    if not event.contains(db.session, "do_orm_execute", refuse_unscoped):
        event.listen(db.session, "do_orm_execute", refuse_unscoped)
    migrate.init_app(app, db, directory=str(migrations_folder()), render_as_batch=True, compare_type=True)
    with app.app_context():
        if db.engine.dialect.name == "sqlite":
            prepare_sqlite(db.engine)


def migrations_folder() -> Path:
    """Where the migrations lie: in the checkout, or inside the installed package."""
    here = Path(__file__).parent
    checkout = here.parent / "migrations"
    return checkout if checkout.is_dir() else here / "_migrations"


def prepare_sqlite(engine: Engine) -> None:
    """WAL, full sync, foreign keys, and a write lock taken at once by whoever is going to write.

    A deferred transaction that reads first and writes later fails with "database is locked" whatever the timeout.
    """

    @event.listens_for(engine, "connect")
    def connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=10000"):
            connection.execute(f"PRAGMA {pragma}").close()

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        writes = _writing.get() or (has_request_context() and request.method not in SAFE_METHODS)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def found_in(column: Any, search: str) -> ColumnElement[bool]:
    """Whether a column of folded text holds what was typed, as rules see it: see `vietnamese.searched`."""
    close = func.replace(func.replace(column, "' ", "'"), " '", "'")
    wanted = sought(search)
    return or_(*(func.replace(close, "'", sign).contains(wanted, autoescape=True) for sign in ("", " ")))


def values_of(row: Base, *names: str) -> dict[str, Any]:
    """The named columns of a row as a plain dictionary, for before and after in the journal."""
    wanted = names or tuple(
        column.key for column in inspect(type(row)).column_attrs if column.key not in {"id", "congress_id", "version"}
    )
    return {name: getattr(row, name) for name in wanted}
