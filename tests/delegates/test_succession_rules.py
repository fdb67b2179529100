"""The order of alternates, who comes up, what bars it, and what a change does to the figures."""

import itertools
import uuid
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress.delegates.rules import consequences, falling_out, succession
from congress.delegates.rules.on_paper import left_out
from congress.delegates.rules.roll import Line
from congress.delegates.rules.selection import Selection, facets
from congress.delegates.rules.succession import Candidate, propose
from congress.delegates.vocabulary import Bar, Origin, RankReason, Reason, Review, Standing, Status
from congress.people.vocabulary import Sex
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import PartialDate, name_sort_key

CELL = uuid.UUID(int=7)
TODAY = date(2025, 8, 1)
_ids = itertools.count(1)


def candidate(name, rank, votes=None, since=None):
    return Candidate(uuid.UUID(int=next(_ids)), name, rank, votes, since)


def line(name="Lê Anh", **fields):
    known = {
        "id": uuid.UUID(int=next(_ids)),
        "unit_id": CELL,
        "unit": "Chi bộ ấp 1",
        "full_name": name,
        "name_sort": name_sort_key(name),
        "review": Review.RECEIVED,
        "party_admitted_on": date(2005, 2, 3),
        "party_official_on": date(2006, 2, 3),
    }
    return Line(**known | fields)


def alternate(name, rank, **fields):
    return line(name, standing=Standing.ALTERNATE, rank=rank, **fields)


def order(candidates, **options):
    return [(place.candidate.name, place.rank, place.why) for place in propose(candidates, **options).places]


def test_alternates_stand_by_votes_from_the_highest_down():
    found = [candidate("Hoa", 1, 20), candidate("K'Brơi", 2, 31), candidate("H'Hen Niê", 3, 25)]
    assert order(found) == [
        ("K'Brơi", 1, RankReason.VOTES),
        ("H'Hen Niê", 2, RankReason.VOTES),
        ("Hoa", 3, RankReason.VOTES),
    ]


def test_of_equal_votes_the_longer_party_age_goes_first():
    found = [candidate("Trẻ", 1, 20, date(2010, 1, 1)), candidate("Già", 2, 20, date(1990, 1, 1))]
    assert order(found) == [("Già", 1, RankReason.PARTY_AGE), ("Trẻ", 2, RankReason.PARTY_AGE)]


def test_what_nothing_tells_apart_is_said_and_then_decided():
    day = date(2000, 2, 3)
    a, b, c = candidate("An", 1, 20, day), candidate("Bình", 2, 20, day), candidate("Cúc", 3, 9, day)
    proposed = propose([a, b, c])
    assert [place.why for place in proposed.places] == [RankReason.TIED, RankReason.TIED, RankReason.VOTES]
    assert proposed.places[0].tied_with == ("Bình",)
    assert [[place.candidate.name for place in tie] for tie in proposed.ties] == [["An", "Bình"]]
    decided = propose([a, b, c], decided=[b.id, a.id])
    assert [place.candidate.name for place in decided.places] == ["Bình", "An", "Cúc"]
    assert decided.places[0].why is RankReason.DECIDED and not decided.ties


def test_a_decision_says_nothing_against_votes_and_unknown_party_age_has_to_be_decided():
    a, b = candidate("An", 1, 10), candidate("Bình", 2, 20)
    assert [name for name, *_ in order([a, b], decided=[a.id, b.id])] == ["Bình", "An"]
    same = [candidate("An", 1, 20, date(1990, 1, 1)), candidate("Bình", 2, 20)]
    assert [why for *_, why in order(same)] == [RankReason.TIED] * 2


def test_alternates_without_votes_keep_their_entered_order_behind_the_others():
    found = [candidate("An", 1), candidate("Bình", 2, 5), candidate("Cúc", 3)]
    assert [name for name, *_ in order(found)] == ["Bình", "An", "Cúc"]


def test_ranks_of_those_who_came_up_stay_free_and_gaps_are_no_disagreement():
    found = propose([candidate("An", 2, 20), candidate("Bình", 5, 9)], held=[1])
    assert [place.rank for place in found.places] == [2, 3]
    assert not found.moved and found.differs


def test_entered_ranks_that_disagree_with_the_votes_are_named():
    found = propose([candidate("An", 1, 9), candidate("Bình", 2, 20), candidate("Cúc", 3, 5)])
    assert [place.candidate.name for place in found.moved] == ["Bình", "An"]


@given(st.lists(st.tuples(st.integers(0, 4), st.dates(date(1990, 1, 1), date(1990, 1, 4))), max_size=7), st.randoms())
def test_the_order_holds_everybody_once_falls_in_votes_and_depends_on_no_order_of_entry(rows, chance):
    found = [candidate(f"N{n}", n + 1, votes, since) for n, (votes, since) in enumerate(rows)]
    places = propose(found).places
    assert sorted(place.candidate.rank for place in places) == [each.rank for each in found]
    assert [place.rank for place in places] == list(range(1, len(found) + 1))
    votes = [place.candidate.votes for place in places]
    assert votes == sorted(votes, reverse=True)
    mixed = found[:]
    chance.shuffle(mixed)
    assert propose(mixed).places == places


def choices(*lines):
    return succession.choices(lines, line("Người đi"), date(2025, 7, 1), TODAY)


def test_the_first_who_may_come_up_is_proposed_and_the_others_say_why_not():
    found = choices(
        alternate("An", 1, review=Review.SENT),
        alternate("Bình", 2, status=Status.NOT_SUMMONED),
        alternate("Cúc", 3, status=Status.ABSENT, absent_throughout=True),
        alternate("Dung", 4, party_official_on=date(2025, 7, 20)),
        alternate("Én", 5),
        alternate("Giang", 6),
        line("Khác", unit_id=uuid.UUID(int=99), standing=Standing.ALTERNATE, rank=1),
    )
    assert [choice.bar for choice in found] == [
        Bar.NOT_RECEIVED, Bar.NOT_SUMMONED, Bar.ABSENT, Bar.PROBATIONARY, None, None,
    ]  # fmt: skip
    assert succession.first(found).line.full_name == "Én"


def test_passing_somebody_over_needs_a_reason_and_keeps_it():
    found = choices(alternate("An", 1), alternate("Bình", 2, review=Review.SENT), alternate("Cúc", 3))
    first, barred, third = (choice.line.id for choice in found)
    with pytest.raises(RuleBroken, match=r"An \(dự khuyết 1\) đứng trước"):
        succession.pass_over(found, third, {first: "  "})
    chosen, skipped = succession.pass_over(found, third, {first: "Xin rút"})
    assert chosen.line.full_name == "Cúc"
    assert [(each.name, each.reason) for each in skipped] == [("An", "Xin rút"), ("Bình", "Chưa nhận hồ sơ")]
    with pytest.raises(RuleBroken, match="chưa được Tiểu ban Nhân sự nhận"):
        succession.pass_over(found, barred, {first: "Xin rút"})
    with pytest.raises(RuleBroken, match="chính đoàn này"):
        succession.pass_over(found, uuid.UUID(int=10**6), {})


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"status": Status.REPLACED}, "đã được thay thế"),
        ({"standing": Standing.ALTERNATE}, "Chỉ thay đại biểu chính thức"),
        ({"origin": Origin.EX_OFFICIO}, "không do chi bộ bầu"),
        ({"review": Review.SENT}, "chưa nhận hồ sơ"),
    ],
)
def test_only_received_elected_officials_are_replaced(fields, words):
    with pytest.raises(RuleBroken, match=words):
        falling_out.check_fall(line(**fields), Reason.HEALTH, moved=False)


def test_who_moved_under_the_same_superior_committee_stays_with_the_delegation():
    falling_out.check_fall(line(), Reason.MOVED, moved=False)
    with pytest.raises(RuleBroken, match="vẫn thuộc đoàn cũ"):
        falling_out.check_fall(line(), Reason.MOVED, moved=True)


def test_the_adopted_report_closes_the_door_but_for_the_office_with_a_reason():
    day = date(2025, 8, 11)
    falling_out.check_open(None, "", may_override=False)
    falling_out.check_open(day, "Thường vụ Tỉnh ủy đồng ý", may_override=True)
    for override, may in (("", True), ("Có lý do", False)):
        with pytest.raises(RuleBroken, match="11/8/2025"):
            falling_out.check_open(day, override, may_override=may)
    for refused in ((day, "", ""), (None, "Hoa", ""), (None, "", "Hoa")):
        with pytest.raises(RuleBroken):
            falling_out.check_undo(*refused)
    falling_out.check_undo(None, "")


def test_a_promotion_moves_the_structure_and_keeps_the_base():
    out = line("Người đi", sex=Sex.MALE, birth=PartialDate(1960, 1, 1), ethnicity="Kinh")
    up = alternate("Người lên", 1, sex=Sex.FEMALE, birth=PartialDate(1990, 1, 1), ethnicity="Khmer")
    stays = line("Ở lại", sex=Sex.MALE, birth=PartialDate(1980, 1, 1), ethnicity="Kinh")
    before = [out, up, stays]
    effect = consequences.effect(before, consequences.promoted(before, out, up), out, 2, TODAY)
    assert (effect.before.women, effect.after.women) == (0, 1)
    assert (effect.before.minority, effect.after.minority) == (0, 1)
    assert (effect.before.young, effect.after.young) == (0, 1)
    assert (effect.before.average_age, effect.after.average_age) == ("55,0", "40,0")
    assert (effect.filled_before, effect.filled_after) == (2, 2)
    assert (effect.alternates_before, effect.alternates_after) == (1, 0)
    assert effect.base_before == effect.base_after and effect.base_after.base == 2
    assert [row.after for row in effect.rows][6] == "40,0"


def test_nobody_in_the_place_shrinks_the_base_only_if_absent_throughout():
    lines = [line(f"N{n}") for n in range(4)]
    for away, base in ((True, 3), (False, 4)):
        after = consequences.with_status(lines, lines[0], Status.ABSENT, Reason.HEALTH, absent_throughout=away)
        assert consequences.effect(lines, after, lines[0], 4, TODAY).base_after.base == base


def test_the_roll_leaves_out_who_was_replaced_unless_asked_and_papers_say_so():
    lines = [line("An"), line("Bình", status=Status.REPLACED), line("Cúc", status=Status.NOT_SUMMONED)]
    assert [each.full_name for each in Selection().of(lines)] == ["An", "Cúc"]
    assert [each.full_name for each in Selection(status=Status.REPLACED).of(lines)] == ["Bình"]
    assert [each.full_name for each in Selection(search="binh").of(lines)] == ["Bình"]
    counted = facets(lines, Selection())
    assert counted["status"][Status.REPLACED] == 1 and counted["standing"][Standing.OFFICIAL] == 2
    found = left_out(lines, Selection())
    assert (found.not_summoned, found.replaced) == (1, 1)
