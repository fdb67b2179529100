"""The journal: what counts as a change, who is named, and that an act and its entry stand or fall together."""

from datetime import date

import pytest

from congress.congresses import actions as congress_actions
from congress.database import db, transaction
from congress.journal import actions, queries
from congress.journal.rules import differences, plain
from congress.shared.problems import RuleBroken, StaleEdit
from congress.units import actions as unit_actions
from congress.units.vocabulary import UnitKind
from tests.factories import TODAY, Somebody, make_congress, make_unit


def test_only_what_differs_is_a_change():
    before = {"name": "Ấp Mỹ Thạnh", "held_on": None, "kind": UnitKind.CELL}
    after = {"name": "Ấp Mỹ Thạnh", "held_on": date(2025, 7, 18), "kind": UnitKind.PARTIAL}
    assert differences(before, after) == {"held_on": [None, "2025-07-18"], "kind": ["cell", "partial"]}


def test_every_value_becomes_plain():
    assert plain([date(2025, 8, 5), {"a": UnitKind.CELL}, None, True, 3]) == [
        "2025-08-05",
        {"a": "cell"},
        None,
        True,
        3,
    ]


def test_an_act_is_written_with_who_when_and_what(congress):
    unit = make_unit(congress)
    unit_actions.change(unit, actor=Somebody, today=TODAY, version=None, secretary="Lê Thị Anh")
    db.session.commit()
    entry = queries.latest_of(congress.id, unit.id)
    assert entry.actor_name == "Trần Thị Bích"
    assert entry.changes == {"secretary": ["", "Lê Thị Anh"]}
    assert entry.subject_label == unit.name
    assert entry.at.tzinfo is not None


def test_an_act_that_changes_nothing_leaves_no_entry(congress):
    unit = make_unit(congress)
    before = len(queries.history_of(congress.id, unit.id))
    unit_actions.change(unit, actor=Somebody, today=TODAY, version=None, name=unit.name)
    assert len(queries.history_of(congress.id, unit.id)) == before


def test_an_act_that_fails_leaves_neither_change_nor_entry(congress):
    unit = make_unit(congress)
    db.session.commit()
    entries = len(queries.history_of(congress.id, unit.id))
    with pytest.raises(RuleBroken), transaction():  # noqa: PT012 - the second act breaks what the first began
        unit_actions.change(unit, actor=Somebody, today=TODAY, version=None, secretary="X")
        unit_actions.change(unit, actor=Somebody, today=TODAY, version=None, official_quota=4000)
    assert unit.secretary == ""
    assert len(queries.history_of(congress.id, unit.id)) == entries


def test_an_old_version_is_refused_and_names_who_was_quicker(congress):
    unit = make_unit(congress)
    db.session.commit()
    seen = unit.version
    with transaction():
        unit_actions.change(unit, actor=Somebody, today=TODAY, version=seen, secretary="Lê Thị Anh")
    with pytest.raises(StaleEdit) as stale:
        actions.refuse_stale(unit, seen)
    assert stale.value.who == "Trần Thị Bích"
    assert stale.value.version == seen + 1
    assert stale.value.changes == {"secretary": ["", "Lê Thị Anh"]}


def test_the_journal_of_one_congress_is_not_that_of_another(congress):
    other = make_congress()
    make_unit(other)
    congress_actions.change(congress, actor=Somebody, version=None, venue="Hội trường xã")
    labels = {entry.subject_label for entry in queries.latest(congress.id)}
    assert labels == {congress.title}
