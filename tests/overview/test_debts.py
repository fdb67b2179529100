"""Who still owes what, and how pressing it is."""

from datetime import date, timedelta

import pytest

from congress.overview.rules import Debt, Wanted, by_owner, in_order
from congress.overview.vocabulary import Owed, Urgency

TODAY = date(2025, 7, 22)
BODY = "Tiểu ban Văn kiện"


def debt(who="Chi bộ ấp Mỹ Đức", left=None, what=Owed.DELEGATE_LIST, **fields):
    """Work due so many days from today; None without a last day."""
    last_day = None if left is None else TODAY + timedelta(days=left)
    return Debt(what, who, last_day, "delegates.cell", **fields)


@pytest.mark.parametrize(
    ("left", "urgency"),
    [
        (-1, Urgency.LATE),
        (0, Urgency.SOON),
        (7, Urgency.SOON),
        (8, Urgency.LATER),
        (None, Urgency.UNDATED),
    ],
)
def test_nothing_is_late_on_its_last_day(left, urgency):
    assert debt(left=left).urgency(TODAY) is urgency


def test_the_longest_overdue_comes_first_and_what_has_no_day_last():
    owed = [debt("E"), debt("D", 9), debt("C", 2), debt("B", -1), debt("A", -5)]
    assert [each.who for each in in_order(owed, TODAY)] == ["A", "B", "C", "D", "E"]


def test_on_the_same_day_a_body_comes_before_cells_and_cells_stand_by_name_and_number():
    owed = [debt("Chi bộ ấp 10", 3), debt("Chi bộ ấp 2", 3), debt(BODY, 3, is_body=True)]
    assert [each.who for each in in_order(owed, TODAY)] == [BODY, "Chi bộ ấp 2", "Chi bộ ấp 10"]


def test_a_body_that_owes_nothing_still_has_its_line():
    owed = [debt("Chi bộ ấp 2", -3), debt(BODY, 1, is_body=True), debt(BODY, is_body=True)]
    owners = by_owner(owed, TODAY, ["Tiểu ban Nhân sự", BODY])
    assert [(each.who, each.late, each.soon, each.other) for each in owners] == [
        ("Tiểu ban Nhân sự", 0, 0, 0),
        (BODY, 0, 1, 1),
        ("Chi bộ ấp 2", 1, 0, 0),
    ]
    assert sum(each.total for each in owners) == len(owed)


def test_the_list_is_narrowed_by_words_without_marks_kind_and_urgency():
    one = debt("Chi bộ ấp Mỹ Đức", -1, about="Góp ý lần 1")
    assert Wanted.read({}, "my duc").takes(one, TODAY)
    assert Wanted.read({}, "gop y").takes(one, TODAY)
    assert not Wanted.read({}, "tram y te").takes(one, TODAY)
    assert Wanted.read({"urgency": "late", "what": "owed_delegate_list"}).takes(one, TODAY)
    assert not Wanted.read({"urgency": "soon"}).takes(one, TODAY)
    assert not Wanted.read({"what": "owed_comment_sheet"}).takes(one, TODAY)
    assert Wanted.read({"urgency": "no such word"}).takes(one, TODAY)


def test_the_paper_says_in_vietnamese_what_is_missing():
    one = debt(remarks=[("Thiếu %(n)s đại biểu chính thức.", {"n": 2}), ("%(n)s đại biểu chưa gửi.", {"n": 3})])
    assert one.on_paper() == "Thiếu 2 đại biểu chính thức. 3 đại biểu chưa gửi."
    assert debt().on_paper() == ""
