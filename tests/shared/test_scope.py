"""Which units somebody may touch."""

from uuid import uuid4

from congress.shared.scope import UnitScope

MINE, THEIRS = uuid4(), uuid4()


def test_everything_covers_every_unit_and_things_of_no_unit():
    scope = UnitScope.everything()
    assert scope.is_everything
    assert scope.unit_ids is None
    assert scope.covers(MINE) and scope.covers(None)


def test_a_named_scope_covers_just_the_units_named():
    scope = UnitScope.only([MINE])
    assert scope.covers(MINE)
    assert not scope.covers(THEIRS)
    assert not scope.covers(None)
    assert scope == UnitScope(frozenset({MINE}))


def test_naming_no_unit_covers_nothing_rather_than_everything():
    scope = UnitScope.only([])
    assert not scope.is_everything
    assert not scope.covers(MINE) and not scope.covers(None)
