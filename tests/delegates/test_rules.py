"""Rules of seats, quotas, lists and the roll; no database."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress.delegates import permissions
from congress.delegates.rules import checks, registration, roll
from congress.delegates.rules.checks import Filled, Seat
from congress.delegates.rules.registration import Window
from congress.delegates.rules.roll import Line
from congress.delegates.rules.selection import Selection, facets
from congress.delegates.rules.twins import Known, check_twin
from congress.delegates.vocabulary import REASONS, ListState, Origin, Reason, Review, Standing, Status
from congress.people.rules import Facts, Identity
from congress.people.vocabulary import Sex
from congress.shared.findings import Question, Refusal
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import PartialDate, name_sort_key

TODAY = date(2025, 7, 22)
ALTERNATE = Seat(standing=Standing.ALTERNATE)
CELLS = [(uuid4(), f"Chi bộ ấp {n}", n) for n in range(1, 4)]


def line(full_name="Nguyễn Văn An", cell=0, **fields):
    unit_id, unit, position = CELLS[cell]
    known = {"id": uuid4(), "unit_id": unit_id, "unit": unit, "unit_position": position, "full_name": full_name}
    return Line(**known, **{"name_sort": name_sort_key(full_name)} | fields)


lines = st.lists(
    st.builds(
        line,
        st.sampled_from(["Nguyễn Văn An", "Lê Thị Ánh", "Trần Anh", "H'Hen Niê", "Đỗ Ý"]),
        st.integers(0, 2),
        sex=st.sampled_from([None, *Sex]),
        origin=st.sampled_from(Origin),
        standing=st.sampled_from(Standing),
        review=st.sampled_from(Review),
        ethnicity=st.sampled_from(["", "Kinh", "Khmer"]),
    ),
    max_size=30,
)


def test_ex_officio_and_appointed_delegates_do_not_fill_the_quota():
    assert Seat().counts
    assert ALTERNATE.counts
    assert not Seat(Origin.EX_OFFICIO).counts
    assert not Seat(Origin.APPOINTED).counts


def test_a_full_quota_is_refused_with_its_numbers():
    [refusal] = checks.check_quota(Seat(), Filled(4, 1, 4, 0))
    assert "được phân bổ 4 đại biểu chính thức, đã nhập 4" in refusal.message % refusal.values
    assert refusal.field == "standing"
    [refusal] = checks.check_quota(ALTERNATE, Filled(4, 1, 0, 1))
    assert "1 đại biểu dự khuyết, đã nhập 1" in refusal.message % refusal.values


def test_official_and_alternate_quotas_are_apart_and_ex_officio_needs_none():
    assert not list(checks.check_quota(Seat(), Filled(4, 1, 3, 1)))
    assert not list(checks.check_quota(ALTERNATE, Filled(4, 1, 4, 0)))
    assert not list(checks.check_quota(Seat(Origin.EX_OFFICIO), Filled(0, 0, 0, 0)))


@given(st.integers(0, 20), st.integers(0, 20))
def test_a_cell_never_gets_past_its_quota_one_by_one(quota, tries):
    taken = 0
    for _ in range(tries):
        if not list(checks.check_quota(Seat(), Filled(quota, 0, taken, 0))):
            taken += 1
    assert taken == min(quota, tries)


def test_an_ex_officio_delegate_is_no_alternate():
    assert [each.field for each in checks.check_seat(Seat(Origin.EX_OFFICIO, Standing.ALTERNATE))] == ["standing"]


def test_votes_belong_to_elections_and_fit_the_ballots():
    assert [type(each) for each in checks.check_seat(Seat(Origin.APPOINTED, votes=20))] == [Refusal]
    assert [type(each) for each in checks.check_seat(Seat(votes=26, ballots=25))] == [Refusal]
    assert [type(each) for each in checks.check_seat(Seat(votes=12, ballots=24))] == [Question]
    assert not list(checks.check_seat(Seat(votes=13, ballots=24)))
    assert not list(checks.check_seat(Seat(standing=Standing.ALTERNATE, votes=3, ballots=24)))


def test_two_alternates_do_not_share_a_rank():
    [refusal] = checks.check_rank(Seat(standing=Standing.ALTERNATE, rank=1), {1: "Ngô Hoa"})
    assert "Ngô Hoa" in refusal.message % refusal.values
    assert not list(checks.check_rank(Seat(standing=Standing.ALTERNATE, rank=2), {1: "Ngô Hoa"}))


def test_a_probationary_member_cannot_be_elected():
    held = date(2025, 6, 1)
    still = Facts(None, date(2024, 8, 1), date(2025, 8, 1))
    assert [each.field for each in checks.check_membership(Seat(), still, held, TODAY)] == ["party_official_on"]
    fresh = Facts(None, date(2025, 1, 1), None)
    assert [each.field for each in checks.check_membership(Seat(), fresh, None, TODAY)] == ["party_admitted_on"]


def test_a_missing_day_of_full_membership_is_no_refusal_after_the_probation():
    assert not list(checks.check_membership(Seat(), Facts(None, date(2005, 2, 3), None), None, TODAY))
    assert not list(checks.check_membership(Seat(), Facts(), None, TODAY))


def test_who_is_not_elected_may_be_appointed_on_probation():
    fresh = Facts(None, date(2025, 1, 1), None)
    assert not list(checks.check_membership(Seat(Origin.APPOINTED), fresh, None, TODAY))


def test_a_status_takes_its_own_reasons_and_no_others():
    checks.check_status(Status.NOT_SUMMONED, Reason.SUSPENDED)
    checks.check_status(Status.CHECKED, None)
    for status, reason in (
        (Status.NOT_SUMMONED, None),
        (Status.ABSENT, Reason.CHARGED),
        (Status.CHECKED, Reason.HEALTH),
    ):
        with pytest.raises(RuleBroken) as broken:
            checks.check_status(status, reason)
        assert broken.value.field == "status_reason"


def test_every_reason_belongs_to_a_status():
    assert {reason for reasons in REASONS.values() for reason in reasons} == set(Reason)


def test_a_list_is_open_through_its_last_day():
    window = Window(date(2025, 7, 25))
    assert window.is_open(date(2025, 7, 25))
    assert not window.is_open(date(2025, 7, 26))
    assert window.days_left(TODAY) == 3


def test_one_cell_may_be_given_longer_never_shorter():
    window = Window(date(2025, 7, 20), reopened_until=date(2025, 7, 23))
    assert window.is_open(TODAY)
    assert not window.is_open(date(2025, 7, 24))
    assert Window(date(2025, 7, 30), reopened_until=date(2025, 7, 23)).last_day == date(2025, 7, 30)


def test_without_a_deadline_a_list_stays_open():
    assert Window().is_open(date(2099, 1, 1))
    assert Window().days_left(TODAY) is None


def test_a_locked_list_says_why_and_whom_to_ask():
    with pytest.raises(RuleBroken, match=r"hết hạn ngày 21/7/2025.*Thư ký Tiểu ban Nhân sự"):
        registration.refuse_locked(Window(TODAY - timedelta(days=1)), TODAY)


@pytest.mark.parametrize(
    ("reviews", "state"),
    [
        ([], ListState.EMPTY),
        ([Review.NOT_SENT], ListState.ENTERING),
        ([Review.RECEIVED, Review.NOT_SENT], ListState.ENTERING),
        ([Review.SENT, Review.RECEIVED], ListState.SENT),
        ([Review.RETURNED, Review.NOT_SENT, Review.SENT], ListState.RETURNED),
        ([Review.RECEIVED], ListState.RECEIVED),
    ],
)
def test_the_state_of_a_list_follows_from_its_records(reviews, state):
    assert registration.state_of(reviews) is state


def summary(filled, **fields):
    return registration.Registration(uuid4(), "Chi bộ ấp 1", filled, Window(date(2025, 7, 20)), **fields)


def test_a_cell_is_late_while_it_owes_something():
    full = Filled(4, 1, 4, 1)
    assert not summary(full, sent=5).is_late(TODAY)
    assert summary(full, returned=1, received=4).is_late(TODAY)
    assert summary(Filled(4, 1, 3, 1), received=4).is_late(TODAY)
    assert not summary(Filled(4, 1, 3, 1)).is_late(date(2025, 7, 20))


def test_the_desk_adds_up_its_rows():
    desk = registration.add_up(
        [summary(Filled(4, 1, 4, 1), received=5, entered=5), summary(Filled(3, 1, 1, 0), sent=1, entered=1)], TODAY
    )
    assert (desk.units, desk.official, desk.lacking, desk.complete_lists, desk.late) == (2, 5, 3, 1, 1)


def test_more_than_decided_is_counted_and_nothing_else_happens():
    assert registration.over_total(160, 155) == 5
    assert registration.over_total(155, 155) == 0
    assert registration.over_total(5, 0) == 0


def test_a_cell_changes_what_lies_with_it_and_a_reviewer_everything():
    assert [permissions.may_change(review, as_reviewer=False) for review in Review] == [True, False, True, False]
    assert all(permissions.may_change(review, as_reviewer=True) for review in Review)


def test_a_twin_in_another_cell_is_refused_without_saying_more_than_the_cell():
    me = Identity("Nguyễn Thị Hoà", PartialDate(1979, 8, 5))
    other = Identity("Nguyễn Thị Hòa", PartialDate(1979, 8, 5))
    seen = check_twin(me, Known(other, "Chi bộ ấp 2", uuid4()))
    assert isinstance(seen, Refusal) and seen.about
    assert "Nguyễn Thị Hòa" in seen.message % seen.values
    hidden = check_twin(me, Known(other, "Chi bộ ấp 2"))
    assert isinstance(hidden, Refusal) and hidden.about is None
    assert "Chi bộ ấp 2" in hidden.message % hidden.values
    assert "Hòa" not in hidden.message % hidden.values


@given(lines, st.sampled_from([*roll.ORDERS, "nonsense"]), st.booleans())
def test_every_order_keeps_every_line(rows, order, descending):
    ordered = roll.in_order(rows, order, descending)
    assert sorted(each.id for each in ordered) == sorted(each.id for each in rows)


@given(lines)
def test_the_totals_agree_with_each_other_and_with_the_filters(rows):
    totals = roll.add_up(rows)
    assert totals.people == totals.official + totals.alternate == totals.ex_officio + totals.elected + totals.appointed
    assert totals.women == len(Selection(sex=Sex.FEMALE).of(rows))
    assert totals.incomplete == len(Selection(incomplete=True).of(rows))


@given(lines, st.sampled_from([None, *Standing]), st.sampled_from([None, *Sex]))
def test_a_chip_shows_what_a_click_on_it_leaves(rows, standing, sex):
    selection = Selection(standing=standing, sex=sex)
    counted = facets(rows, selection)
    for origin in Origin:
        assert counted["origin"].get(origin, 0) == len(Selection(standing=standing, sex=sex, origin=origin).of(rows))


@given(lines)
def test_groups_hold_every_line_once_and_no_cell_twice(rows):
    groups = roll.in_groups(roll.in_order(rows, "unit"))
    assert sum(len(members) for _id, _unit, members in groups) == len(rows)
    assert len({unit_id for unit_id, _unit, _members in groups}) == len(groups)


def test_names_stand_in_vietnamese_order():
    names = ["Bùi Thị Ánh", "Trần Văn Anh", "Đặng Ngọc Ân", "Lê Thị Anh", "Nguyễn Văn An", "H'Hen Niê"]
    ordered = [each.full_name for each in roll.in_order(line(name) for name in names)]
    assert ordered == ["Nguyễn Văn An", "Lê Thị Anh", "Trần Văn Anh", "Bùi Thị Ánh", "Đặng Ngọc Ân", "H'Hen Niê"]


def test_within_a_cell_alternates_follow_the_officials_by_rank():
    rows = [
        line("Lê Anh", standing=Standing.ALTERNATE, rank=2),
        line("Ngô Yến", standing=Standing.ALTERNATE, rank=1),
        line("Trần Ý"),
    ]
    assert [each.full_name for each in roll.in_order(rows, "unit")] == ["Trần Ý", "Ngô Yến", "Lê Anh"]


def test_search_looks_at_name_post_and_cell_without_marks():
    row = line("Nguyễn Đức", post="Trưởng ấp", cell=1)
    for words in ("nguyen duc", "truong ap", "AP 2", "Nguyễn Đức"):
        assert Selection(search=words).takes(row), words
    assert not Selection(search="tran").takes(row)


def test_what_no_vocabulary_knows_narrows_nothing():
    assert Selection.read({"sex": "robot", "unit": "x", "origin": "elected"}) == Selection(origin=Origin.ELECTED)


def test_the_filters_are_said_in_words():
    chosen = Selection.read({"standing": "official_delegate", "sex": "female", "unit": str(CELLS[0][0])}, "đức")
    names = {unit_id: name for unit_id, name, _position in CELLS}
    assert chosen.on_paper(names) == "chính thức, nữ, Chi bộ ấp 1, tìm “đức”"
    assert chosen.on_paper(names, but="standing") == "nữ, Chi bộ ấp 1, tìm “đức”"
    assert Selection().on_paper(names) == ""


def test_a_cells_name_is_short_under_its_head():
    assert line().unit_short == "Ấp 1"
