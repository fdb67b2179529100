"""The demo congress: as large as the real one was, invented throughout, and gone again when asked."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from congress.accounts import queries as accounts
from congress.allocation import queries as allocation
from congress.allocation.vocabulary import Method
from congress.comments import queries as comments
from congress.congresses import queries as congresses
from congress.database import transaction
from congress.delegates import queries as delegates
from congress.delegates.vocabulary import Standing
from congress.demo.accounts import ACCOUNTS, new_passwords
from congress.demo.build import LARGE, SLUG, Size, build
from congress.demo.reset import erase
from congress.drafts import queries as drafts
from congress.drafts.vocabulary import MatchKind
from congress.journal.models import JournalEntry
from congress.journal.queries import history_of
from congress.journal.rules import plain
from congress.people.actions import SECRETS
from congress.shared.problems import RuleBroken
from congress.shared.scope import UnitScope
from congress.subcommittees import queries as subcommittees
from congress.units import queries as units
from congress.web.access import Role
from tests.factories import make_congress, make_unit

TODAY = date(2025, 7, 22)


SMALL = Size(official=50, alternate=8, cells=8)


def test_the_demo_is_the_congress_of_my_hiep(app):
    with transaction():
        demo = build(TODAY)
    lines = delegates.lines(demo.id, UnitScope.everything())
    assert sum(line.standing is Standing.OFFICIAL for line in lines) == 155
    assert sum(line.standing is Standing.ALTERNATE for line in lines) == 39
    assert len({line.full_name for line in lines}) == 194
    assert demo.slug == SLUG
    assert demo.merged_from == "Mỹ Long, Mỹ Hiệp, Bình Thành"
    assert demo.invented
    assert len(subcommittees.listed(demo.id)) == 3
    assert len(drafts.versions(demo.id)) == 4
    latest = next(each for each in drafts.versions(demo.id) if each.number == 2)
    before = drafts.matched_with(latest)
    assert {each.fate for each in drafts.matches(latest, before).groups} == set(MatchKind)
    ((_round, totals),) = comments.totals_of_rounds(demo.id)
    assert totals.cells == 41
    assert totals.sent >= 30
    assert totals.comments > 150


def test_every_role_and_two_cells_have_an_account_that_opens(app):
    with transaction():
        demo = build(TODAY, size=SMALL)
    made = new_passwords(demo)
    roles = [role for _user, _password, role in made]
    assert set(roles) == {role.value for role in Role}
    assert roles.count(Role.CELL_SECRETARY.value) == 2
    assert not any(accounts.by_username(user).must_change_password for user, _password, _role in made)
    again = new_passwords(demo)
    assert {password for _user, password, _role in made}.isdisjoint(password for _user, password, _role in again)


def test_the_demo_is_taken_away_with_all_its_rows_and_nothing_else(app):
    other = make_congress()
    make_unit(other)
    kept = other.id
    with transaction():
        demo = build(TODAY, size=SMALL)
    with transaction():
        erase(demo)
    assert congresses.by_slug(SLUG) is None
    assert units.count(kept) == 1
    assert accounts.by_username(ACCOUNTS[0].username) is None
    with transaction():
        build(TODAY, size=SMALL)
    assert congresses.by_slug(SLUG) is not None


def test_a_real_congress_is_never_taken_away(congress):
    with pytest.raises(RuleBroken, match="không phải dữ liệu minh họa"):
        erase(congress)


@pytest.mark.parametrize("size", [Size(), LARGE])
def test_the_quotas_come_from_a_plan_that_was_issued_and_adds_up_to_the_decision(app, size):
    with transaction():
        demo = build(TODAY, size=size)
    plan = allocation.in_force(demo.id)
    given = {line.unit_id: (line.official, line.alternate) for line in plan.lines}
    cells = units.listed(demo.id, UnitScope.everything())
    assert {unit.id: (unit.official_quota, unit.alternate_quota) for unit in cells} == given
    assert sum(official + line.ex_officio for line, (official, _) in zip(plan.lines, given.values(), strict=True)) == (
        size.official
    )
    assert sum(alternate for _official, alternate in given.values()) == size.alternate
    assert all(official >= 1 for official, _alternate in given.values())
    assert all(len(line.ex_officio_names.splitlines()) == line.ex_officio for line in plan.lines)
    assert [line.priority_reason for line in plan.lines if line.priority]
    assert [line.pin_reason for line in plan.lines if line.pin is not None]
    assert (demo.decision_number, demo.official_total) == (plan.decision_number, size.official)
    assert [other.method for other in allocation.listed(demo.id) if other.is_draft] == [Method.WEBSTER]


def _as_told(history: Sequence[JournalEntry]) -> dict[str, Any]:
    """What a record must be by now, by its history: the last new value of every field it speaks of."""
    found: dict[str, Any] = {}
    for entry in reversed(history):
        found |= {name: pair[1] for name, pair in entry.changes.items()}
    return found


def test_the_history_of_every_demo_delegate_agrees_with_the_record(app):
    with transaction():
        congress = build(TODAY)
    everything = UnitScope.everything()
    lines = delegates.lines(congress.id, everything)
    rows = delegates.several(congress.id, everything, [line.id for line in lines])
    assert len(rows) > 150
    told_of = 0
    for row in rows:
        told = _as_told(history_of(congress.id, row.id))
        for name, value in told.items():
            if name in SECRETS or name == "photo":
                continue
            if name == "unit":
                stands = row.unit.name
            elif name == "birth":
                stands = row.person.birth.label if row.person.birth else None
            elif holder := next((each for each in (row, row.person) if hasattr(each, name)), None):
                stands = plain(getattr(holder, name))
            else:  # a verdict, a paper: what was done about the delegate, not the record
                continue
            assert (stands or None) == (value or None), (row.person.full_name, name)
            told_of += 1
        for name in ("votes", "ballots", "rank"):
            assert getattr(row, name) is None or name in told, (row.person.full_name, name)
        assert not row.person.discipline or "discipline" in told
    assert told_of > 1500
