"""Two congresses with one row of everything each, and a hash of every table, for the tests that write nothing."""

import hashlib
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from congress.agenda import actions as agenda
from congress.attendance import actions as badges
from congress.database import db, now
from congress.drafts import actions as drafts
from congress.drafts import queries
from congress.drafts.rules.blocks import from_text
from congress.drafts.vocabulary import PathState
from congress.spreadsheets import previews
from congress.subcommittees import actions as subcommittees
from congress.subcommittees.vocabulary import MemberRole
from congress.synthesis import queries as synthesis
from congress.tasks.actions import tasks
from congress.triage.actions import kept
from congress.web.access import ASSETS, Role
from tests import factories

# Moves with every sign-in and is no part of a congress.
OUTSIDE = {"login_session", "login_attempt", "alembic_version"}


def furnish(congress: Any) -> dict[str, Any]:
    """One row of everything in a congress: the name of the part of an address, and the row's id."""
    unit = factories.make_unit(congress)
    session = factories.make_session(congress)
    document = factories.make_document(congress)
    factories.make_version(document)
    version = factories.make_version(document, number=2)
    waiting = drafts.read_in(document, from_text(factories.DRAFT), actor=factories.Somebody, number=3)
    round_ = factories.make_round(congress, version)
    somebody = {"name": "Lê Thị Anh", "post": "", "phone": "", "role": MemberRole.HEAD}
    body = factories.make_subcommittee(congress, somebody)
    (member,) = body.people
    task = factories.make_task(congress, subcommittee_id=body.id, lead_id=member.id)
    item = factories.make_dossier_item(congress)
    group = subcommittees.found_group(body, actor=factories.Somebody, name="Tổ giúp việc")
    owner = factories.make_account(congress, Role.READER)
    delegate = factories.make_delegate(congress, unit)
    db.session.flush()
    desk_round = factories.make_round(congress, version)
    point = factories.make_point(desk_round, unit, version, "Bổ sung chỉ tiêu", "Bỏ chỉ tiêu")
    report = factories.make_synthesis(desk_round)
    step = drafts.record_step(document, actor=factories.Somebody, version=None, state=PathState.DRAFT)
    rows = {
        "step_id": step,
        "unit_id": unit,
        "account_id": owner,
        "unit_preview_id": previews.keep(congress.id, owner.id, "units", b"x", "x.csv", moment=now()),
        "delegate_preview_id": previews.keep(congress.id, owner.id, "delegates", b"x", "x.csv", moment=now()),
        "plan_id": factories.make_plan(congress),
        "session_id": session,
        "item_id": factories.make_item(session),
        "speech_id": agenda.register_speech(congress, unit, actor=factories.Somebody, title="Chuyển đổi số", minutes=7),
        "release_id": agenda.release(congress, actor=factories.Somebody),
        "delegate_id": delegate,
        "run_id": badges.print_badges(congress, {delegate.id}, actor=factories.Somebody, moment=now()),
        "substitution_id": factories.make_substitution(congress, unit, "Lê Văn Ổn", "Lê Thị Ển"),
        "report_id": factories.make_report(congress),
        "target_id": factories.make_target(congress),
        "document_id": document,
        "version_id": version,
        "import_id": waiting,
        "round_id": round_,
        "comment_id": factories.make_comment(round_, unit, version),
        "respondent_id": factories.make_respondent(round_),
        "subcommittee_id": body,
        "group_id": group,
        "file_id": factories.make_file(body),
        "task_id": task,
        "task_file_id": task.files[0],
        "member_id": member,
        "feed_id": tasks.give_calendar(congress, member, actor=factories.Somebody),
        "dossier_item_id": item,
        "dossier_file_id": item.files[0],
        "point_id": point,
        "landing_id": factories.make_landing(point),
        "synthesis_id": report,
        "statement_id": synthesis.statements(report)[0],
        "reason_id": kept.keep_reason(congress, actor=factories.Somebody, name="Đã có", text="Đã có trong dự thảo"),
        "filter_id": kept.keep_filter(congress, actor=factories.Somebody, name="Lọc", query="state=new_comment"),
    }
    db.session.flush()
    rows["scan_id"] = factories.make_scan(round_, unit)
    passage_id = queries.passages(congress.id, version.id)[0].passage_id
    return {name: row.id for name, row in rows.items()} | {"first_id": rows["comment_id"].id, "passage_id": passage_id}


@pytest.fixture
def mine(congress: Any) -> dict[str, Any]:
    """The rows of the test's congress."""
    return furnish(congress)


@pytest.fixture
def theirs(app: Flask) -> dict[str, Any]:
    """The rows of another congress; its slug is under "congress"."""
    other = factories.make_congress(name="Nơi Khác")
    return furnish(other) | {"congress": other.slug, "congress_id": other.id}


def rules_of(app: Flask) -> list[Any]:
    """Every address but the assets'."""
    return [rule for rule in app.url_map.iter_rules() if rule.endpoint not in ASSETS]


def address(rule: Any, values: dict[str, Any]) -> str:
    """The rule's address; a part that is no id is a word."""
    parts = {name: values.get(name, "x") for name in rule.arguments}
    return str(rule.build(parts, append_unknown=False)[1])


def every_table() -> str:
    """A hash over every row of every table."""
    db.session.commit()  # what the test has made counts as being there
    content = hashlib.sha256()
    with db.engine.connect() as connection:
        for table in db.metadata.sorted_tables:
            if table.name not in OUTSIDE:
                rows = connection.execute(select(table).order_by(*table.primary_key.columns)).all()
                content.update(f"{table.name} {[tuple(row) for row in rows]!r}".encode())
    return content.hexdigest()


def references_to(ids: set[str], congress_id: Any) -> list[str]:
    """Where rows of one congress point at one of these ids.

    A new row may be sent with the id it shall have, so that sending twice leaves one; its own id, and the journal's
    line about it, point at nothing outside: a row is known by its congress and its id.
    """
    found = []
    with db.engine.connect() as connection:
        for table in db.metadata.sorted_tables:
            columns = [each for each in table.columns if each.name not in ("id", "subject_id")]
            if "congress_id" in table.columns:
                for row in connection.execute(select(*columns).where(table.c.congress_id == congress_id)):
                    if ids & set(re.findall(r"[0-9a-f-]{36}", repr(tuple(row)))):
                        found.append(f"{table.name} {tuple(row)!r}")
    return found


class Forms(HTMLParser):
    """The posting forms of a page: address, and for each control its name and the values it can send."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.forms: list[tuple[str, list[tuple[str, list[str]]]]] = []
        self._inside = False
        self._select: str | None = None
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a form or a control."""
        has = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._inside = has.get("method", "").lower() == "post"
            if self._inside:
                self.forms.append((has.get("action", ""), []))
        elif self._inside and tag in ("input", "textarea", "button") and has.get("name"):
            self.forms[-1][1].append((has["name"], [has.get("value", "")]))
        elif self._inside and tag == "select":
            self.forms[-1][1].append((has["name"], []))
        elif self._inside and tag == "option" and self.forms[-1][1]:
            self.forms[-1][1][-1][1].append(has.get("value", ""))

    def handle_endtag(self, tag: str) -> None:
        """A form ends."""
        if tag == "form":
            self._inside = False


@pytest.fixture
def guarded(app: Flask) -> Any:
    """The application with forgery protection, as in service."""
    app.config["WTF_CSRF_ENABLED"] = True
    yield app
    app.config["WTF_CSRF_ENABLED"] = False


@pytest.fixture
def office(sign_in: Any) -> FlaskClient:
    """The office of the test's congress, which may do everything there."""
    client: FlaskClient = sign_in(Role.OFFICE)
    return client
