"""Dates and times as typed and as printed."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import (
    PartialDate,
    date_in_words,
    date_on_paper,
    parse_date,
    parse_partial_date,
    parse_time,
    time_on_paper,
)

some_days = st.dates(date(1800, 1, 1), date(2199, 12, 31))
partial_dates = st.builds(
    lambda day, known: PartialDate(*(day.year, day.month, day.day)[:known]), some_days, st.integers(1, 3)
)


def backwards(things):
    return list(reversed(things))


@pytest.mark.parametrize(
    "typed",
    [
        "5/8/2025",
        "05-08-2025",
        "5.8.2025",
        "2025-08-05",
        "5 tháng 8 năm 2025",
        "ngày 05 tháng 8 năm 2025",
        "Ngày 5 tháng 08, năm 2025",
        " 5 / 8 / 2025 ",
    ],
)
def test_a_date_is_read_however_it_is_typed(typed):
    assert parse_date(typed) == date(2025, 8, 5)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("31/2/2025", "31/2/2025 không có trong lịch: tháng 2 năm 2025 chỉ có 28 ngày."),
        ("29/2/2100", "29/2/2100 không có trong lịch: tháng 2 năm 2100 chỉ có 28 ngày."),
        ("0/8/2025", "0/8/2025 không có trong lịch: tháng 8 năm 2025 chỉ có 31 ngày."),
        ("8/31/2025", "8/31/2025 không có trong lịch: tháng chỉ từ 1 đến 12."),
        ("5/8/25", "“5/8/25”: hãy ghi năm đủ bốn chữ số, ví dụ 2025."),
        ("5/8/20255", "“5/8/20255”: hãy ghi năm đủ bốn chữ số, ví dụ 2025."),
        ("5/8/0205", "“5/8/0205”: năm phải từ 1800 đến 2199."),
        ("hôm qua", "“hôm qua” không phải ngày, tháng, năm. Hãy ghi như 5/8/2025."),
        ("5/8-2025", "“5/8-2025” không phải ngày, tháng, năm. Hãy ghi như 5/8/2025."),
        ("100%", "“100%” không phải ngày, tháng, năm. Hãy ghi như 5/8/2025."),
        ("", "“” không phải ngày, tháng, năm. Hãy ghi như 5/8/2025."),
        ("٥/٨/٢٠٢٥", "“٥/٨/٢٠٢٥” không phải ngày, tháng, năm. Hãy ghi như 5/8/2025."),
    ],
)
def test_what_is_no_date_is_refused_in_a_clear_sentence(typed, sentence):
    with pytest.raises(RuleBroken) as broken:
        parse_date(typed, field="opens_on")
    assert str(broken.value) == sentence
    assert broken.value.field == "opens_on"


@pytest.mark.parametrize("parse", [parse_date, parse_partial_date, parse_time])
@given(text=st.text(max_size=60))
def test_no_text_makes_a_parser_stumble(parse, text):
    try:
        parse(text)
    except RuleBroken as broken:
        assert len(str(broken)) < 200


def test_a_very_long_text_is_not_repeated_in_full():
    with pytest.raises(RuleBroken) as broken:
        parse_date("1/1/" + "9" * 10_000)
    assert len(str(broken.value)) < 120


@pytest.mark.parametrize(
    ("day", "paper", "words"),
    [
        (date(2025, 8, 5), "05/8/2025", "ngày 05 tháng 8 năm 2025"),
        (date(2025, 2, 5), "05/02/2025", "ngày 05 tháng 02 năm 2025"),
        (date(2025, 1, 27), "27/01/2025", "ngày 27 tháng 01 năm 2025"),
        (date(2025, 12, 31), "31/12/2025", "ngày 31 tháng 12 năm 2025"),
    ],
)
def test_paper_puts_a_zero_before_small_days_and_the_first_two_months(day, paper, words):
    assert date_on_paper(day) == paper
    assert date_in_words(day) == words


@given(some_days)
def test_printed_dates_are_read_back(day):
    assert parse_date(date_on_paper(day)) == day
    assert parse_date(date_in_words(day)) == day
    assert parse_date(day.isoformat()) == day


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("1965", "1965"),
        ("năm 1965", "1965"),
        ("8/1979", "8/1979"),
        ("02-1979", "02/1979"),
        ("1979-08", "8/1979"),
        ("tháng 8 năm 1979", "8/1979"),
        ("5/8/1979", "05/8/1979"),
    ],
)
def test_a_birth_may_be_known_by_year_or_month_only(typed, label):
    assert parse_partial_date(typed).label == label


@pytest.mark.parametrize("typed", ["65", "13/1979", "0/1979", "31/4/1979", "8/79", "khoảng 1965", "", "1799"])
def test_an_impossible_birth_is_refused(typed):
    with pytest.raises(RuleBroken):
        parse_partial_date(typed, field="born")


def test_a_partial_date_knows_the_days_it_can_have_been():
    assert (PartialDate(1965).earliest, PartialDate(1965).latest) == (date(1965, 1, 1), date(1965, 12, 31))
    assert (PartialDate(1980, 2).earliest, PartialDate(1980, 2).latest) == (date(1980, 2, 1), date(1980, 2, 29))
    assert PartialDate(1980, 2, 3).earliest == PartialDate(1980, 2, 3).latest == date(1980, 2, 3)
    assert PartialDate(1980, 2, 3).is_exact and not PartialDate(1980, 2).is_exact


def test_partial_dates_stand_in_order_of_time_the_vaguer_first():
    in_order = [
        PartialDate(1965),
        PartialDate(1965, 3),
        PartialDate(1965, 3, 1),
        PartialDate(1965, 12),
        PartialDate(1966),
    ]
    assert sorted(backwards(in_order)) == in_order
    assert PartialDate(1965, 3) <= PartialDate(1965, 3) != PartialDate(1965)


def test_a_day_without_a_month_is_a_fault_of_the_program():
    with pytest.raises(ValueError, match="month"):
        PartialDate(1965, day=3)


@given(partial_dates)
def test_partial_dates_are_read_back_from_paper_and_from_store(born):
    assert parse_partial_date(born.label) == born
    assert parse_partial_date(born.iso) == born
    assert born.earliest <= born.latest


@pytest.mark.parametrize(
    ("moment", "long", "short"),
    [
        (time(13, 30), "13 giờ 30 phút", "13h30"),
        (time(13), "13 giờ", "13h"),
        (time(7, 5), "7 giờ 05 phút", "7h05"),
        (time(0), "0 giờ", "0h"),
    ],
)
def test_times_are_printed_in_hours_and_minutes(moment, long, short):
    assert time_on_paper(moment) == long
    assert time_on_paper(moment, short=True) == short


@pytest.mark.parametrize("typed", ["13:30", "13h30", "13 giờ 30 phút", "13g30", "13 GIỜ 30", "13:30:00"])
def test_a_time_is_read_however_it_is_typed(typed):
    assert parse_time(typed) == time(13, 30)


@pytest.mark.parametrize("typed", ["24:00", "13:60", "13", "sáng", "", "1330"])
def test_what_is_no_time_is_refused(typed):
    with pytest.raises(RuleBroken, match="không phải giờ trong ngày"):
        parse_time(typed)


@given(st.times().map(lambda moment: moment.replace(second=0, microsecond=0)))
def test_printed_times_are_read_back(moment):
    assert parse_time(time_on_paper(moment)) == moment
    assert parse_time(time_on_paper(moment, short=True)) == moment
