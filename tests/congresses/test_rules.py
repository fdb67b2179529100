"""Limits of a congress: defaults with a source, warned of and never blocked; impossible things refused."""

from datetime import date

import pytest

from congress.congresses.rules import (
    DELEGATE_CAP,
    Totals,
    cautions,
    check_dates,
    check_slug,
    check_term,
    holds_elections,
)
from congress.congresses.vocabulary import Mode
from congress.shared.problems import RuleBroken

DAY = date(2025, 8, 12)


def test_the_cap_of_a_commune_is_250_and_says_where_from():
    assert DELEGATE_CAP.value == 250
    assert "45-CT/TW" in DELEGATE_CAP.source


def test_more_delegates_than_the_cap_is_a_caution():
    assert not cautions(Totals(250, 60, 250), DAY, DAY, 2)
    (caution,) = cautions(Totals(251, 60, 250), DAY, DAY, 2)
    assert caution.values == {"official": 251, "cap": 250}


def test_three_days_are_a_caution_and_two_are_not():
    assert not cautions(Totals(155, 39, 250), date(2025, 8, 11), DAY, 2)
    (caution,) = cautions(Totals(155, 39, 250), date(2025, 8, 10), DAY, 2)
    assert caution.values == {"days": 3, "max": 2}


def test_a_congress_cannot_close_before_it_opens():
    check_dates(DAY, DAY)
    check_dates(None, DAY)
    with pytest.raises(RuleBroken) as broken:
        check_dates(DAY, date(2025, 8, 11))
    assert broken.value.field == "closes_on"


def test_a_term_runs_forward():
    check_term(2025, 2030)
    with pytest.raises(RuleBroken):
        check_term(2030, 2025)


@pytest.mark.parametrize("slug", ["my-hiep", "p1", "xa-2"])
def test_a_short_name_stands_in_an_address(slug):
    check_slug(slug)


@pytest.mark.parametrize("slug", ["", "Mỹ Hiệp", "my hiep", "-my", "my-", "MY", "static", "sign-in", "a/b", "ấp"])
def test_other_short_names_are_refused(slug):
    with pytest.raises(RuleBroken) as broken:
        check_slug(slug)
    assert broken.value.field == "slug"


def test_only_four_contents_hold_elections():
    assert [mode for mode in Mode if holds_elections(mode)] == [Mode.FOUR_CONTENTS]
