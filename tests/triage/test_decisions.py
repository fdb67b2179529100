"""What an answer must hold."""

from datetime import date, timedelta

import pytest

from congress.shared.problems import RuleBroken
from congress.triage.rules.decisions import check_decision, doubts
from congress.triage.rules.desk import Wanted, read_keys, saved_query
from congress.triage.vocabulary import Disposition, State

TODAY = date(2025, 7, 25)
OPENED = date(2025, 7, 1)


@pytest.mark.parametrize("word", [Disposition.PARTLY, Disposition.EXPLAINED, Disposition.RESERVED])
def test_whoever_is_not_followed_as_a_whole_is_owed_a_reason(word):
    with pytest.raises(RuleBroken) as broken:
        check_decision(word, reason="", forwarded_to="", decided_on=None, opened=OPENED, today=TODAY)
    assert broken.value.field == "reason"
    check_decision(word, reason="Đã có trong nghị quyết", forwarded_to="", decided_on=TODAY, opened=OPENED, today=TODAY)


def test_what_is_passed_on_has_an_address_and_no_decision_lies_ahead():
    with pytest.raises(RuleBroken, match="cơ quan nào"):
        check_decision(Disposition.FORWARDED, reason="", forwarded_to="", decided_on=None, opened=OPENED, today=TODAY)
    with pytest.raises(RuleBroken, match="sau hôm nay"):
        decide(decided_on=date(2025, 7, 26))


@pytest.mark.parametrize("day", [date(1900, 1, 1), OPENED - timedelta(days=1)])
def test_no_decision_lies_before_the_round_was_opened(day):
    with pytest.raises(RuleBroken, match="trước ngày mở đợt góp ý 01/7/2025") as broken:
        decide(decided_on=day)
    assert broken.value.field == "decided_on"
    decide(decided_on=OPENED)


def decide(decided_on):
    word = Disposition.ACCEPTED
    check_decision(word, reason="", forwarded_to="", decided_on=decided_on, opened=OPENED, today=TODAY)


def test_an_accepted_point_without_words_or_place_is_doubted_not_refused():
    assert len(doubts(Disposition.ACCEPTED, wording="", landings=0, newer_version=True)) == 2
    assert doubts(Disposition.ACCEPTED, wording="85 triệu", landings=0, newer_version=False) == []
    assert doubts(Disposition.PARTLY, wording="", landings=1, newer_version=True) == []
    assert doubts(Disposition.EXPLAINED, wording="", landings=0, newer_version=True) == []


def test_words_of_the_address_that_mean_nothing_narrow_nothing():
    assert Wanted.read({"state": "no_such", "version": "x", "stance": "y", "topic": "1"}, "") == Wanted()
    assert Wanted.read({"state": "accepted"}, "").state is Disposition.ACCEPTED
    assert Wanted.read({"state": "open_point"}, "").state is State.OPEN


def test_ticked_rows_are_points_and_comments_and_nothing_else():
    one, two = "01a216ce-5732-7428-8082-074ebcec6f9a", "01a216ce-5732-7428-8082-074ebcec6f9b"
    points, comments = read_keys([f"p{one}", f"c{two}", "p", "", "cxyz", one])
    assert ([str(p) for p in points], [str(c) for c in comments]) == ([one], [two])


def test_a_kept_filter_has_its_words_in_one_order():
    assert saved_query({"stance": "agree", "q": "số", "page": "3", "state": "new_comment"}) == (
        "q=số&state=new_comment&stance=agree"
    )
