"""What cannot be in a personal record, what is unlikely, who is the same person; no database."""

import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress.people.rules import Facts, Identity, Likeness, card_key, check_dates, likeness, masked, months_after
from congress.shared.findings import Objections, Question, Refusal, object_to
from congress.shared.vietnamese import PartialDate

TODAY = date(2025, 7, 22)
BORN = PartialDate(1979, 8, 5)
days = st.dates(date(1930, 1, 1), date(2030, 1, 1))


def found(birth=BORN, admitted=None, official=None):
    return list(check_dates(Facts(birth, admitted, official), TODAY))


def kinds(findings):
    return [(type(each), each.field) for each in findings]


def test_an_ordinary_life_raises_nothing():
    assert found(BORN, date(2005, 2, 3), date(2006, 2, 3)) == []


def test_nothing_is_known_and_nothing_is_said():
    assert found(None) == []


def test_nobody_is_born_admitted_or_official_in_the_future():
    tomorrow = TODAY + timedelta(days=1)
    assert kinds(found(PartialDate.of(tomorrow))) == [(Refusal, "birth")]
    assert kinds(found(admitted=tomorrow)) == [(Refusal, "party_admitted_on")]
    assert (Refusal, "party_official_on") in kinds(found(official=tomorrow))


def test_a_birth_of_which_only_this_year_is_known_is_not_in_the_future():
    assert kinds(found(PartialDate(2025))) == [(Question, "birth")]


def test_admission_before_birth_is_refused_and_before_eighteen_is_asked():
    assert kinds(found(admitted=date(1979, 8, 4))) == [(Refusal, "party_admitted_on")]
    assert kinds(found(admitted=date(1997, 8, 4))) == [(Question, "party_admitted_on")]
    assert found(admitted=date(1997, 8, 5)) == []


def test_with_only_the_year_of_birth_the_kindest_reading_counts():
    assert found(PartialDate(1979), admitted=date(1997, 1, 1)) == []


def test_official_before_admission_is_refused_and_within_a_year_is_asked():
    assert kinds(found(admitted=date(2005, 2, 3), official=date(2005, 2, 2))) == [(Refusal, "party_official_on")]
    assert kinds(found(admitted=date(2005, 2, 3), official=date(2006, 2, 2))) == [(Question, "party_official_on")]
    assert found(admitted=date(2005, 2, 3), official=date(2006, 2, 3)) == []


def test_official_before_birth_is_refused_even_without_a_day_of_admission():
    assert kinds(found(official=date(1970, 1, 1))) == [(Refusal, "party_official_on")]


def test_older_than_a_hundred_and_younger_than_eighteen_are_asked():
    assert found(PartialDate(1925, 7, 22)) == []
    assert kinds(found(PartialDate(1924, 7, 21))) == [(Question, "birth")]
    assert kinds(found(PartialDate(2007, 7, 23))) == [(Question, "birth")]
    assert found(PartialDate(2007, 7, 22)) == []


@given(st.builds(PartialDate.of, days), days, days)
def test_no_dates_at_all_can_upset_the_checks(birth, admitted, official):
    for each in check_dates(Facts(birth, admitted, official), TODAY):
        assert each.message % each.values
        assert each.field in {"birth", "party_admitted_on", "party_official_on"}


@given(days, days)
def test_an_answer_holds_for_these_facts_only(one, other):
    keys = [{q.key for q in found(admitted=day) if isinstance(q, Question)} for day in (one, other)]
    assert one == other or not keys[0] & keys[1]


def test_answered_questions_pass_and_others_stop():
    question = Question("young:2008", "Sinh %(birth)s", "birth", {"birth": "2008"})
    assert object_to([question], ["young:2008"]) == [question]
    with pytest.raises(Objections) as stopped:
        object_to([question], ["young:2007"])
    assert str(stopped.value) == "Sinh 2008"


def test_with_a_refusal_the_open_questions_are_shown_as_well():
    with pytest.raises(Objections) as stopped:
        object_to([Question("a", "Hỏi"), Refusal("Sai", "birth")], [])
    assert [len(stopped.value.refusals), len(stopped.value.questions)] == [1, 1]
    assert stopped.value.field == "birth"


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2025, 1, 31), 1, date(2025, 2, 28)),
        (date(2025, 12, 1), 1, date(2026, 1, 1)),
        (date(2025, 6, 15), 12, date(2026, 6, 15)),
    ],
)
def test_months_later_stay_in_the_calendar(day, months, expected):
    assert months_after(day, months) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Nguyễn Thị Hòa", "Nguyễn Thị Hoà", Likeness.SAME_BIRTH),
        ("Nguyễn Thị Hòa", unicodedata.normalize("NFD", "Nguyễn Thị Hòa"), Likeness.SAME_BIRTH),
        ("Nguyễn Thị Hòa", "NGUYỄN THỊ HÒA", Likeness.SAME_BIRTH),
        ("Nguyễn Thị Hòa", "Nguyen Thi Hoa", Likeness.SAME_BIRTH),
        ("K'Brơi", "K’Brơi", Likeness.SAME_BIRTH),
        ("Trần Văn Hùng", "Trần Văn Hưng", Likeness.PERHAPS),
        ("Lê Anh", "Lê Anh (B)", Likeness.NONE),
        ("Lê Anh", "Lê An", Likeness.NONE),
    ],
)
def test_names_born_on_the_same_day(one, other, expected):
    assert likeness(Identity(one, BORN), Identity(other, BORN)) is expected
    assert likeness(Identity(other, BORN), Identity(one, BORN)) is expected


def test_the_same_name_in_the_same_year_is_perhaps_the_same_person():
    same_year, other_year = PartialDate(1979), PartialDate(1980, 8, 5)
    assert likeness(Identity("Lê Anh", BORN), Identity("Lê Anh", same_year)) is Likeness.PERHAPS
    assert likeness(Identity("Lê Anh", same_year), Identity("Lê Anh", same_year)) is Likeness.PERHAPS
    assert likeness(Identity("Lê Anh", BORN), Identity("Lê Anh", other_year)) is Likeness.NONE
    assert likeness(Identity("Lê Anh", BORN), Identity("Lê Anh", None)) is Likeness.PERHAPS


def test_a_party_card_belongs_to_one_person_however_it_is_spaced():
    assert card_key("60.012 345") == card_key("60012345")
    one, other = Identity("Lê Anh", BORN, "60.012345"), Identity("Trần Bình", None, "60012345")
    assert likeness(one, other) is Likeness.SAME_CARD
    assert likeness(Identity("Lê Anh", BORN), Identity("Trần Bình", BORN)) is Likeness.NONE


def test_a_number_in_the_journal_tells_apart_and_no_more():
    assert masked("60012345") == "…345"
    assert masked("") == ""
