"""Numbers as on Vietnamese paper."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import (
    decimal_on_paper,
    number_on_paper,
    parse_number,
    parse_roman,
    percent,
    roman,
    two_digits,
)


def hundredths(printed):
    return int(printed.replace(".", "").replace(",", ""))


@pytest.mark.parametrize(
    ("number", "paper"), [(0, "0"), (999, "999"), (1293, "1.293"), (1234567, "1.234.567"), (-1293, "-1.293")]
)
def test_thousands_are_parted_by_dots(number, paper):
    assert number_on_paper(number) == paper


@pytest.mark.parametrize(
    ("number", "paper"), [(0, "00"), (5, "05"), (9, "09"), (10, "10"), (1293, "1.293"), (-5, "-5")]
)
def test_counts_below_ten_carry_a_zero(number, paper):
    assert two_digits(number) == paper


@pytest.mark.parametrize(
    ("part", "whole", "printed"),
    [
        (546, 547, "99,82"),
        (222, 1587, "13,99"),
        (175, 1587, "11,03"),
        (10, 43, "23,26"),
        (1067, 1587, "67,23"),
        (191, 1587, "12,04"),
        (1381, 1587, "87,02"),
        (15, 1587, "0,95"),
        (1, 800, "0,13"),
        (1, 1, "100,00"),
        (0, 43, "0,00"),
        (3, 0, "–"),
    ],
)
def test_shares_are_rounded_half_up_to_two_decimals(part, whole, printed):
    assert percent(part, whole) == printed


def test_printed_shares_are_not_forced_to_a_hundred():
    assert sum(hundredths(percent(part, 1587)) for part in (191, 1381, 15)) == 10001


@given(st.lists(st.integers(0, 5000), min_size=1, max_size=20).filter(any))
def test_printed_shares_miss_a_hundred_by_no_more_than_their_rounding(parts):
    printed = [percent(part, sum(parts)) for part in parts]
    assert abs(sum(hundredths(share) for share in printed) - 10000) <= len(parts) / 2


@pytest.mark.parametrize(
    ("number", "places", "paper"),
    [
        (Fraction(208, 10), 1, "20,8"),
        (Fraction(1, 8), 2, "0,13"),
        (Fraction(-1, 8), 2, "-0,13"),
        (Fraction(-1, 1000), 2, "0,00"),
        (Decimal("2.675"), 2, "2,68"),
        (Fraction(3, 2), 0, "2"),
        (1293, 1, "1.293,0"),
        (Fraction(99999, 100), 1, "1.000,0"),
    ],
)
def test_decimals_follow_a_comma_and_are_exact(number, places, paper):
    assert decimal_on_paper(number, places) == paper


@pytest.mark.parametrize(
    ("typed", "number"), [("1293", 1293), ("1.293", 1293), (" 1 293 ", 1293), ("05", 5), ("1.234.567", 1234567)]
)
def test_a_whole_number_is_read_with_or_without_dots(typed, number):
    assert parse_number(typed) == number


@pytest.mark.parametrize(
    "typed", ["", "12,5", "1.29", "1.2930", "12.93", "năm", "1e5", "٣", "²", "9" * 30, "1.000 000x"]
)
def test_what_is_no_whole_number_is_refused(typed):
    with pytest.raises(RuleBroken, match="không phải số nguyên") as broken:
        parse_number(typed, field="seats")
    assert broken.value.field == "seats"
    assert len(str(broken.value)) < 120


@given(st.integers(-(10**17), 10**17))
def test_printed_numbers_are_read_back(number):
    assert parse_number(number_on_paper(number)) == number


@pytest.mark.parametrize(
    ("number", "numeral"), [(1, "I"), (4, "IV"), (14, "XIV"), (1990, "MCMXC"), (3999, "MMMCMXCIX")]
)
def test_ordinals_of_congresses_are_roman(number, numeral):
    assert roman(number) == numeral
    assert parse_roman(numeral.lower()) == number


@given(st.integers(1, 3999))
def test_roman_numbers_are_read_back(number):
    assert parse_roman(roman(number)) == number


@pytest.mark.parametrize("typed", ["", "IIII", "VX", "IC", "MMMM", "1", "XIVA", "M" * 10_000])
def test_what_is_no_roman_number_is_refused(typed):
    with pytest.raises(RuleBroken, match="không phải số La Mã"):
        parse_roman(typed)


@pytest.mark.parametrize("number", [0, -1, 4000])
def test_numbers_without_a_roman_form_are_a_fault_of_the_program(number):
    with pytest.raises(ValueError, match="Roman"):
        roman(number)
