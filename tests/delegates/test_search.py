"""Wherever people are searched, a name with an apostrophe is found with it, without it, with a space instead."""

from datetime import date

import pytest

from congress.delegates.printouts import substitution_decision
from congress.shared.vietnamese import fold
from congress.web.access import Role
from tests.factories import (
    make_account,
    make_comment,
    make_delegate,
    make_document,
    make_round,
    make_substitution,
    make_unit,
    make_version,
    send_sheet,
)

WAYS = {
    "H'Hen Niê": ("hhen", "h hen", "H'Hen", "H’Hen", "hhen nie"),
    "K’Brơi": ("kbroi", "k broi", "k'broi", "K’Brơi"),
}
NAMED = [(name, typed) for name, ways in WAYS.items() for typed in ways]


@pytest.fixture
def office(congress, sign_in):
    unit = make_unit(congress, official_quota=9)
    for name in (*WAYS, "Lê Hoa"):
        make_delegate(congress, unit, name)
        make_account(congress, Role.READER, full_name=name)
        make_unit(congress, secretary=name)
    return sign_in(Role.OFFICE)


@pytest.mark.parametrize("where", ["delegates/", "credentials/checks", "attendance/badges", "units/", "accounts/"])
def test_people_with_an_apostrophe_in_their_name_are_found_however_it_is_typed(congress, office, where):
    for name, typed in NAMED:
        found = office.get(f"/{congress.slug}/{where}", query_string={"q": typed}).text.split("<main")[1]
        assert any(each in found for each in (name, name.replace("'", "&#39;"))), (where, typed)
        assert "Lê Hoa" not in found


def test_comments_that_name_them_are_found_however_it_is_typed(congress, office):
    unit, version = make_unit(congress), make_version(make_document(congress))
    round_ = make_round(congress, version)
    for name in WAYS:
        make_comment(round_, unit, version, 1, proposed=f"Nêu gương đồng chí {name}")
    send_sheet(round_, unit)
    for page in ("comments/{}/read", "triage/{}"):
        for name, typed in NAMED:
            address = f"/{congress.slug}/{page.format(round_.id)}"
            found = office.get(address, query_string={"q": typed, "state": "", "search": typed}).text.split("<main")[1]
            mine, other = (name, next(each for each in WAYS if each != name))
            assert f"đồng chí {mine}".replace("'", "&#39;") in found, (page, typed)
            assert f"đồng chí {other}".replace("'", "&#39;") not in found, (page, typed)


def test_a_decision_is_printed_for_whoever_is_named_however_it_is_typed(congress):
    for name in WAYS:
        make_substitution(congress, make_unit(congress), name, f"Trần Thị {name[-2:]}")
    for name, typed in NAMED:
        if "hen" in typed.lower() and "nie" not in fold(typed):
            continue
        paper = substitution_decision(congress, today=date(2025, 8, 1), delegate=typed)
        assert name.split("’")[-1].split("'")[-1] in str(paper.context), typed
    with pytest.raises(ValueError, match="đúng một"):
        substitution_decision(congress, today=date(2025, 8, 1), delegate="broi")
