"""What a user name and a password must be, how long a guesser waits, whom an office may touch."""

import uuid
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress.accounts import rules
from congress.shared.problems import RuleBroken

NOW = datetime(2025, 7, 22, 8, 0, tzinfo=UTC)
MOMENTS = st.lists(st.integers(0, 3600).map(lambda seconds: NOW - timedelta(seconds=seconds)), max_size=40)


@given(MOMENTS)
def test_the_wait_is_never_longer_than_a_quarter_of_an_hour_after_the_last_failure(failures):
    until = rules.wait_until(failures, NOW)
    if until is not None:
        assert NOW < until <= max(failures) + rules.LONGEST_WAIT


@given(MOMENTS)
def test_the_order_of_the_failures_does_not_matter(failures):
    assert rules.wait_until(failures, NOW) == rules.wait_until(failures[::-1], NOW)


@given(MOMENTS)
def test_one_more_failure_never_shortens_the_wait(failures):
    before = rules.wait_until(failures, NOW)
    after = rules.wait_until([*failures, NOW], NOW)
    assert before is None or (after is not None and after >= before)


@given(MOMENTS)
def test_whoever_waits_long_enough_may_try_again(failures):
    assert rules.wait_until(failures, NOW + rules.WINDOW + timedelta(seconds=1)) is None


def test_four_failures_are_free_and_the_eleventh_attempt_waits_for_minutes():
    assert rules.wait_until([NOW] * (rules.FREE_TRIES - 1), NOW) is None
    assert rules.wait_until([NOW] * 10, NOW) == NOW + timedelta(minutes=15)


@pytest.mark.parametrize(
    ("name", "unit", "expected"),
    [
        ("Lê Thị Anh", "Chi bộ ấp Mỹ Thạnh", "bithu.mythanh"),
        ("Lê Thị Anh", "Đảng bộ Quân sự xã", "bithu.quansuxa"),
        ("Lê Thị Anh", "Chi bộ", "bithu.chibo"),
        ("Đặng Thị Ánh", None, "dangthianh"),
        ("Ý", None, "y00"),
    ],
)
def test_a_user_name_is_proposed_from_the_cell_or_the_name(name, unit, expected):
    assert rules.proposed_username(name, unit) == expected
    assert rules.clean_username(expected) == expected


def test_a_user_name_in_use_gets_a_number():
    assert rules.unused("bithu.cb01", {"bithu.cb01", "bithu.cb012"}) == "bithu.cb013"


@given(st.text(max_size=80), st.none() | st.text(max_size=80))
def test_whatever_the_name_the_proposal_is_a_user_name(name, unit):
    assert rules.clean_username(rules.proposed_username(name, unit))


@pytest.mark.parametrize(
    "password",
    [
        "quá ngắn",
        "x" * 129,
        "matkhau12345",
        "danguy2025!!",
        "Mỹ Hiệp 2025",
        "123456789012",
        "aaaaaaaaaaaaaaa",
        "nguyenvana12",
    ],
)
def test_a_password_everybody_would_try_is_refused(password):
    with pytest.raises(RuleBroken):
        rules.check_password(password, about=("nguyenvana", "Nguyễn Văn A", "Mỹ Hiệp"))


@pytest.mark.parametrize("password", ["con trâu đi trước", "cá lóc nướng trui", "a" * 7 + "bcdef" * 20, "x7!kQ2-pLw9z"])
def test_a_short_sentence_is_a_good_password_and_nothing_is_cut(password):
    rules.check_password(password, about=("nguyenvana",))


def test_a_temporary_password_has_no_sign_that_looks_like_another():
    made = {rules.temporary_password() for _ in range(50)}
    assert len(made) == 50
    for password in made:
        assert not set(password) & set("iIlLoO01")
        rules.check_password(password)


def test_an_office_touches_only_whom_it_shares_with_nobody():
    here, elsewhere = uuid.uuid4(), uuid.uuid4()
    rules.check_within_reach({here}, here)
    with pytest.raises(RuleBroken, match="người quản trị"):
        rules.check_within_reach({here, elsewhere}, here)
