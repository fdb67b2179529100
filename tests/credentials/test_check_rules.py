"""Every delegate green, amber or red: each ground with its facts, decisions that hold or come back."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from congress.credentials.rules import queue
from congress.credentials.rules.checks import Cell, Checked, Known, check
from congress.credentials.rules.grounds import BASES
from congress.credentials.rules.queue import Case, Decided, Wanted
from congress.credentials.vocabulary import Colour, Ground, Stage, Verdict
from congress.delegates.rules.roll import Line
from congress.delegates.vocabulary import Origin, Reason, Review, Standing, Status
from congress.people.vocabulary import GeneralEducation, Qualification, Sex, Theory
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import PartialDate, fold

OPENING = date(2025, 8, 11)
UNIT = uuid4()


def line(name="Lê Anh", **fields):
    whole = {
        "sex": Sex.FEMALE, "birth": PartialDate(1980, 5, 1), "ethnicity": "Kinh", "home_place": "Mỹ Hiệp",
        "party_admitted_on": date(2005, 2, 3), "party_official_on": date(2006, 2, 3), "post": "Trưởng ấp",
        "general_education": GeneralEducation.TWELVE, "qualification": Qualification.UNIVERSITY,
        "theory": Theory.INTERMEDIATE, "votes": 20, "ballots": 22, "review": Review.RECEIVED,
    }  # fmt: skip
    whole |= {"unit_id": UNIT, "unit": "Chi bộ ấp 1", "name_sort": fold(name)}
    return Line(id=uuid4(), full_name=name, **(whole | fields))


def known(**options):
    cell = {"official_quota": 9, "alternate_quota": 9, "held_on": date(2025, 7, 1)} | options.pop("cell", {})
    return Known(OPENING, {UNIT: Cell(**cell)}, **({"issued": True} | options))


def grounds(one, **options):
    return check([one], known(**options))[0].grounds


def test_a_complete_record_is_green():
    checked = check([line()], known())[0]
    assert (checked.colour, checked.concerns) == (Colour.GREEN, ())


@pytest.mark.parametrize(
    ("fields", "ground"),
    [
        ({"home_place": ""}, Ground.MISSING),
        ({"theory": None}, Ground.STATISTICS),
        ({"review": Review.SENT}, Ground.NOT_RECEIVED),
        ({"discipline": "Khiển trách 2023"}, Ground.DISCIPLINE),
        ({"status": Status.NOT_SUMMONED, "status_reason": Reason.CHARGED}, Ground.NOT_SUMMONED),
        ({"votes": 11}, Ground.NOT_ELECTED),
        ({"votes": 23}, Ground.TOO_MANY_VOTES),
        ({"votes": None}, Ground.NO_VOTES),
        ({"party_admitted_on": date(2024, 7, 2), "party_official_on": date(2025, 7, 2)}, Ground.PROBATIONARY),
        ({"party_official_on": date(2004, 1, 1)}, Ground.DATES),
        ({"party_official_on": date(2005, 9, 1)}, Ground.UNLIKELY_DATES),
        ({"party_admitted_on": date(1997, 1, 1)}, Ground.UNLIKELY_DATES),
        ({"birth": PartialDate(1900, 1, 1)}, Ground.UNLIKELY_DATES),
    ],
)
def test_each_fault_of_a_record_has_its_ground(fields, ground):
    assert grounds(line(**fields)) == {ground}


def test_more_than_half_of_the_ballots_is_needed_and_half_is_not_enough():
    assert grounds(line(votes=12)) == set()
    assert grounds(line(votes=11)) == {Ground.NOT_ELECTED}


def test_whoever_is_not_elected_needs_no_votes():
    assert grounds(line(origin=Origin.EX_OFFICIO, votes=None, ballots=None)) == set()


def test_the_days_of_the_cells_congress_are_held_against_the_opening():
    assert grounds(line(), cell={"held_on": None}) == {Ground.NOT_HELD}
    assert grounds(line(), cell={"held_on": date(2025, 8, 12)}) == {Ground.HELD_LATE}


def test_a_quota_counts_officials_and_alternates_apart_and_only_once_it_is_issued():
    two = [line("Võ Ý"), line("Cao Yến", standing=Standing.ALTERNATE)]
    small = {"official_quota": 0, "alternate_quota": 1}
    assert [each.grounds for each in check(two, known(cell=small))] == [{Ground.OVER_QUOTA}, set()]
    assert [each.grounds for each in check(two, known(cell=small, issued=False))] == [set(), set()]


def test_the_same_card_or_name_and_birth_is_one_person_on_both_records():
    one, two = line("Nguyễn Thị Hòa"), line("Nguyễn Thị Hoà")
    found = check([one, two], known())
    assert [each.grounds for each in found] == [{Ground.SAME_PERSON}] * 2
    assert found[0].concerns[0].about == two.id
    card = [line("K'Brơi", party_card_number="60 012"), line("H'Hen Niê", party_card_number="60.012")]
    assert [each.grounds for each in check(card, known())] == [{Ground.SAME_PERSON}] * 2
    alike = [line("Lê Anh"), line("Lê Anh", birth=PartialDate(1980))]
    assert [each.grounds for each in check(alike, known())] == [{Ground.PERHAPS_TWICE}] * 2


def test_appointed_delegates_over_five_per_cent_are_a_warning_that_asks_for_a_reason():
    appointed = line("Hồ Dung", origin=Origin.APPOINTED, votes=None, ballots=None)
    crowd = [line(f"Người {n}", birth=PartialDate(1980, 1, 1 + n)) for n in range(19)]
    assert check([appointed, *crowd], known(cell={"official_quota": 99}))[0].grounds == set()
    over = check([appointed, *crowd[:18]], known(cell={"official_quota": 99}))[0]
    assert (over.grounds, over.colour) == ({Ground.OVER_APPOINTED}, Colour.AMBER)
    assert over.concerns[0].values["share"] == "5,26"
    with pytest.raises(RuleBroken, match="ghi lý do"):
        queue.refuse_bare(Verdict.QUALIFIED, over, "")
    queue.refuse_bare(Verdict.QUALIFIED, over, "Tỉnh ủy chỉ định")


def test_who_is_ex_officio_must_be_named_by_the_issued_plan_where_it_names_anybody():
    member = line("Trần Thị Ánh", origin=Origin.EX_OFFICIO, votes=None, ballots=None)
    assert grounds(member, cell={"ex_officio": frozenset({"x"})}) == {Ground.EX_OFFICIO_UNLISTED}
    assert grounds(member) == set()


def test_a_photo_is_asked_for_only_where_photos_are_kept():
    assert grounds(line(), photos=frozenset()) == {Ground.PHOTO}
    assert grounds(line(), photos=None) == set()


def test_whoever_was_replaced_is_no_case_any_more():
    assert check([line(status=Status.REPLACED)], known()) == []


def test_every_ground_has_a_severity_and_a_source_has_its_confidence():
    assert set(BASES) == set(Ground)
    assert all(bool(basis.source) == bool(basis.confidence) for basis in BASES.values())


def test_a_decision_comes_back_when_the_facts_behind_it_change():
    keys = check([line(discipline="Khiển trách")], known())[0].keys
    other = check([line(discipline="Cảnh cáo")], known())[0].keys
    for verdict, stage in ((Verdict.QUALIFIED, Stage.QUALIFIED), (Verdict.LACKING, Stage.LACKING)):
        decided = Decided(verdict, frozenset(keys))
        assert queue.stage_of(decided, keys) is stage
        assert queue.stage_of(decided, other) is Stage.OUTDATED
    assert queue.stage_of(None, keys) is Stage.OPEN


def test_being_qualified_stands_when_a_concern_only_goes_away_and_lacking_does_not():
    assert queue.stage_of(Decided(Verdict.QUALIFIED, frozenset({"photo"})), ()) is Stage.QUALIFIED
    assert queue.stage_of(Decided(Verdict.LACKING, frozenset({"photo"})), ()) is Stage.OUTDATED


@pytest.mark.parametrize("verdict", [Verdict.LACKING, Verdict.REJECTED])
def test_a_decision_against_somebody_needs_a_reason(verdict):
    with pytest.raises(RuleBroken, match="lý do"):
        queue.refuse_bare(verdict, Checked(line()), "")


def cases():
    green, amber, red = (check([line(name, **fields)], known())[0] for name, fields in (
        ("Lê Anh", {}), ("Võ Ý", {"theory": None}), ("Trần Thị Ánh", {"votes": 3})))  # fmt: skip
    return [Case(green, Stage.OPEN), Case(amber, Stage.OPEN), Case(red, Stage.OPEN)]


def test_the_queue_holds_red_ones_first_and_nobody_green():
    assert [case.checked.colour for case in queue.of(cases(), Wanted())] == [Colour.RED, Colour.AMBER]
    decided = [replace(case, stage=Stage.QUALIFIED) for case in cases()]
    assert queue.of(decided, Wanted()) == []
    assert len(queue.of(decided, Wanted(stage=Stage.QUALIFIED))) == 3


def test_it_is_narrowed_by_ground_cell_colour_and_a_search_without_marks():
    assert len(queue.of(cases(), Wanted(ground=Ground.STATISTICS))) == 1
    assert len(queue.of(cases(), Wanted(search="tran thi anh"))) == 1
    assert not queue.of(cases(), Wanted(unit=uuid4()))
    assert Wanted.read({"colour": "blue", "unit": "x"}) == Wanted()
    found = queue.facets(cases(), Wanted())
    assert found["colour"] == {Colour.GREEN: 1, Colour.AMBER: 1, Colour.RED: 1}
    assert found["ground"] == {Ground.STATISTICS: 1, Ground.NOT_ELECTED: 1}


def test_the_counts_add_up():
    counts = queue.add_up(cases())
    assert (counts.people, counts.red, counts.amber, counts.green, counts.waiting, counts.open_green) == (
        3,
        1,
        1,
        1,
        2,
        1,
    )
