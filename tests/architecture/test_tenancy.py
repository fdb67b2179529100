"""Two congresses in one installation: no statement reads a congress's rows without naming the congress."""

import uuid
from datetime import date

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from congress.accounts.models import Membership
from congress.database import UnscopedQuery, db
from congress.units.models import Unit
from congress.web.access import Role
from tests.factories import make_account, make_congress, make_unit


def test_a_query_that_forgets_the_congress_is_refused(congress):
    make_unit(congress)
    with pytest.raises(UnscopedQuery, match="unit"):
        db.session.scalars(select(Unit)).all()


def test_a_query_that_names_the_congress_is_not(congress):
    unit = make_unit(congress)
    assert db.session.scalars(select(Unit).where(Unit.congress_id == congress.id)).all() == [unit]


def test_the_database_itself_refuses_a_row_that_points_into_another_congress(congress):
    foreign = make_unit(make_congress())
    account = make_account()
    db.session.add(
        Membership(congress_id=congress.id, account_id=account.id, role=Role.CELL_SECRETARY, unit_id=foreign.id)
    )
    with pytest.raises(IntegrityError):
        db.session.flush()
    db.session.rollback()


def test_a_marker_planted_in_one_congress_shows_on_no_page_of_another(app, sign_in, congress):
    other = make_congress(venue="DẤU-VẾT-LẠ")
    make_unit(other, name="Chi bộ DẤU-VẾT-LẠ")
    client = sign_in(Role.OFFICE)
    for rule in app.url_map.iter_rules():
        if rule.arguments == {"congress"} and "GET" in rule.methods:
            page = client.get(str(rule.build({"congress": congress.slug})[1]))
            assert "DẤU-VẾT-LẠ".encode() not in page.data, rule.rule


def test_ids_grow_with_time_and_never_repeat(congress):
    ids = [make_unit(congress).id for _ in range(20)]
    assert ids == sorted(ids)
    assert all(isinstance(number, uuid.UUID) and number.version == 7 for number in ids)


def test_foreign_keys_are_enforced_on_every_engine(app, congress):
    with pytest.raises(IntegrityError):
        db.session.execute(
            text(
                "INSERT INTO journal_entry (congress_id, id, at, actor_name, act, subject_kind, subject_id, "
                "subject_label, changes, reason) VALUES (:c, :c, :d, '', '', '', :c, '', '{}', '')"
            ),
            {"c": uuid.uuid4().hex, "d": date(2025, 7, 1)},
        )
    db.session.rollback()
