"""Rules of rounds, sheets and totals, without a database."""

import uuid
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress.comments import rules
from congress.comments.rules import CellAnswer, Meeting, Opinion, Window
from congress.comments.vocabulary import Answer, Stance
from congress.overview.rules import Due
from congress.shared.problems import RuleBroken

OPENS, CLOSES = date(2025, 7, 20), date(2025, 8, 5)
WINDOW = Window(OPENS, CLOSES)
DAY = timedelta(days=1)
numbers = st.none() | st.integers(0, 50)


def test_a_round_is_open_on_both_its_first_and_its_last_day():
    for day in (OPENS, CLOSES):
        rules.check_may_write(WINDOW, sent=False, today=day)
    assert (WINDOW.days_left(CLOSES), WINDOW.days_left(CLOSES + DAY)) == (0, -1)


@pytest.mark.parametrize(
    ("today", "sent", "said"),
    [
        (OPENS - DAY, False, "từ ngày 20/7/2025"),
        (CLOSES + DAY, False, "hết ngày 05/8/2025"),
        (OPENS, True, "đã gửi"),
    ],
)
def test_outside_the_window_or_after_sending_nothing_is_written(today, sent, said):
    with pytest.raises(RuleBroken) as broken:
        rules.check_may_write(WINDOW, sent=sent, today=today)
    assert said in str(broken.value)


def test_a_reopened_cell_may_write_longer_than_the_others_and_never_shorter():
    assert Window(OPENS, CLOSES, CLOSES + 3 * DAY).is_open(CLOSES + 3 * DAY)
    assert not Window(OPENS, CLOSES, CLOSES + 3 * DAY).is_open(CLOSES + 4 * DAY)
    assert Window(OPENS, CLOSES, OPENS).is_open(CLOSES)


def test_a_round_ends_no_earlier_than_it_begins():
    rules.check_window(OPENS, OPENS)
    with pytest.raises(RuleBroken) as broken:
        rules.check_window(CLOSES, OPENS)
    assert broken.value.field == "closes_on"


@given(numbers, numbers, numbers)
def test_a_meeting_passes_exactly_when_spoke_present_members_rise(members, present, spoke):
    meeting = Meeting(OPENS, members, present, spoke)
    too_many = None not in (members, present) and present > members
    too_loud = None not in (present, spoke) and spoke > present
    if too_many or too_loud:
        with pytest.raises(RuleBroken) as broken:
            rules.check_meeting(meeting, OPENS)
        assert broken.value.field == ("present" if too_many else "spoke")
    else:
        rules.check_meeting(meeting, OPENS)


def test_a_meeting_tomorrow_was_not_held():
    with pytest.raises(RuleBroken, match="không thể ở sau hôm nay"):
        rules.check_meeting(Meeting(OPENS + DAY), OPENS)


FULL = Meeting(OPENS, 25, 20, 4)


@pytest.mark.parametrize(
    ("meeting", "counts", "lacks"),
    [
        (FULL, {"comments": 2, "incomplete": 0, "nothing_to_say": False}, 0),
        (FULL, {"comments": 0, "incomplete": 0, "nothing_to_say": True}, 0),
        (FULL, {"comments": 0, "incomplete": 0, "nothing_to_say": False}, 1),
        (FULL, {"comments": 1, "incomplete": 0, "nothing_to_say": True}, 1),
        (FULL, {"comments": 1, "incomplete": 1, "nothing_to_say": False}, 1),
        (Meeting(), {"comments": 1, "incomplete": 0, "nothing_to_say": False}, 2),
    ],
)
def test_a_sheet_goes_when_nothing_is_missing(meeting, counts, lacks):
    assert len(rules.missing(meeting, **counts)) == lacks


def test_a_comment_needs_a_stance_and_words_unless_it_agrees():
    assert rules.is_complete(Stance.AGREE, "", "")
    assert not rules.is_complete(Stance.DISAGREE, "", "")
    assert rules.is_complete(Stance.DISAGREE, "", "Chưa đúng thực tế")
    assert not rules.is_complete(None, "Thêm", "")
    with pytest.raises(RuleBroken, match="Chưa ghi gì"):
        rules.check_text("", "", None)


answers = st.builds(
    CellAnswer,
    unit_id=st.uuids(),
    unit_name=st.just("Chi bộ"),
    contact=st.just(""),
    answer=st.sampled_from(Answer),
    comments=st.integers(0, 20),
    nothing_to_say=st.booleans(),
    on_paper=st.booleans(),
    sent_on=st.none(),
    window=st.just(WINDOW),
)


@given(st.lists(answers))
def test_the_totals_add_up_to_the_cells(rows):
    totals = rules.count_answers(rows)
    assert totals.sent + totals.writing + totals.owing == totals.cells == len(rows)
    assert totals.comments == sum(row.comments for row in rows if row.answer is Answer.SENT)
    assert 0 <= totals.share <= 100


def opinion(position: int, stance: Stance = Stance.AGREE) -> Opinion:
    ids = [uuid.UUID(int=number) for number in (1, 2, 3)]
    return Opinion(ids[0], ids[1], "Báo cáo", position, position or None, "", "", ids[2], "Chi bộ", stance, "", "")


@given(st.lists(st.integers(0, 5)).map(sorted))
def test_places_keep_every_opinion_in_its_order(positions):
    rows = [opinion(position) for position in positions]
    places = rules.in_places(rows)
    assert [each for _first, group in places for each in group] == rows
    assert len(places) == len(set(positions))


def test_stances_are_counted_in_the_order_of_the_paper_also_where_there_are_none():
    counted = rules.by_stance([opinion(1), opinion(2, Stance.OTHER), opinion(2)])
    assert list(counted.items()) == [
        (Stance.AGREE, 2),
        (Stance.PARTLY, 0),
        (Stance.DISAGREE, 0),
        (Stance.OTHER, 1),
    ]


def test_the_reminder_names_the_cells_and_the_day():
    text = rules.reminder("Góp ý lần 1", WINDOW, ["Chi bộ ấp Mỹ Thạnh", "Chi bộ Trạm Y tế"], CLOSES - 2 * DAY)
    assert "hết ngày 05/8/2025 (còn 2 ngày)" in text
    assert "Chi bộ ấp Mỹ Thạnh; Chi bộ Trạm Y tế" in text
    assert "đã hết hạn" in rules.reminder("Góp ý", WINDOW, ["A"], CLOSES + DAY)


def test_likely_figures_of_a_meeting_raise_no_doubt():
    assert not rules.doubts(FULL, OPENS, FULL.members)
    assert not rules.doubts(Meeting(), OPENS, 25)
    assert not rules.doubts(FULL, OPENS, 0)
    assert len(rules.doubts(Meeting(OPENS - DAY, 24), OPENS, 25)) == 2


def test_every_page_counts_the_days_left_alike():
    """The cell's page said five days and the comments' page six: one of them counted today in."""
    today = CLOSES - 5 * DAY
    assert WINDOW.days_left(today) == Due(CLOSES, today).days == 5
