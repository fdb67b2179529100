"""Figures of a report: nobody dropped, shares as the published vectors print them, contradictions with both numbers."""

from datetime import date
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress.credentials.rules.committee import advice, refuse_member
from congress.credentials.rules.contradictions import Quota, Typed, contradictions
from congress.credentials.rules.figures import BANDS, as_json, figures_of, from_json
from congress.credentials.vocabulary import CommitteeRole, CountedOn
from congress.delegates.rules.roll import Line
from congress.delegates.vocabulary import Origin, Reason, Standing, Status
from congress.people.vocabulary import Sex
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import PartialDate, percent

OPENING = date(2025, 8, 11)


def line(name="Lê Anh", **fields):
    fields = {"sex": Sex.FEMALE, "birth": PartialDate(1980, 5, 1), "party_admitted_on": date(2005, 2, 3)} | fields
    return Line(id=uuid4(), unit_id=uuid4(), unit="Chi bộ ấp 1", full_name=name, name_sort=name, **fields)


def figures(*lines, decided=0, **options):
    return figures_of(lines, day=OPENING, decided=decided, **options)


def rows(found, key):
    return {row.label: row.count for row in found.block(key).rows}


@given(
    st.lists(
        st.builds(
            line,
            sex=st.sampled_from([None, *Sex]),
            birth=st.sampled_from([None, PartialDate(1955), PartialDate(1985, 8, 12), PartialDate(1999)]),
            ethnicity=st.sampled_from(["", "Kinh", "Khmer"]),
            origin=st.sampled_from(list(Origin)),
            status=st.sampled_from(list(Status)),
            post=st.sampled_from(["", "Bí thư chi bộ", "Trưởng ấp", "Thợ may"]),
        ),
        max_size=30,
    )
)
def test_every_block_adds_up_to_the_base_whatever_is_not_known(lines):
    found = figures(*lines)
    assert {block.total for block in found.blocks} == {found.counted}
    assert found.summoned == found.present + found.absent + found.unmarked
    assert from_json(as_json(found)) == found


def test_who_is_replaced_or_not_summoned_is_named_and_not_counted():
    gone = line("Võ Ý", status=Status.REPLACED, status_reason=Reason.HEALTH)
    barred = line("Cao Yến", status=Status.NOT_SUMMONED, status_reason=Reason.CHARGED)
    found = figures(line(), gone, barred)
    assert (found.registered, found.summoned) == (3, 1)
    assert [(each.name, each.detail) for each in found.replaced] == [("Võ Ý", "Sức khỏe")]
    assert [each.name for each in found.not_summoned] == ["Cao Yến"]


def test_alternates_are_no_part_of_it():
    assert figures(line(), line("Hồ Dung", standing=Standing.ALTERNATE, rank=1)).summoned == 1


def test_shares_may_be_counted_on_those_present():
    here, away = line(status=Status.PRESENT), line("Võ Ý", status=Status.ABSENT, status_reason=Reason.HEALTH)
    found = figures(here, away, counted_on=CountedOn.PRESENT)
    assert (found.counted, found.present, found.absent) == (1, 1, 1)
    assert found.absentees[0].detail == "Sức khỏe"


@pytest.mark.parametrize(
    ("birth", "band"),
    [
        (PartialDate(1995, 8, 12), "Dưới 30 tuổi"),
        (PartialDate(1995, 8, 11), "30 – 40 tuổi"),
        (PartialDate(1984, 8, 11), "41 – 50 tuổi"),
        (PartialDate(1955), "61 – 70 tuổi"),
        (PartialDate(1954), "Chưa có thông tin"),
        (PartialDate(1950), "Trên 70 tuổi"),
        (None, "Chưa có thông tin"),
    ],
)
def test_an_age_on_the_opening_day_falls_into_one_band_or_is_not_known(birth, band):
    assert {label for label, count in rows(figures(line(birth=birth)), "age").items() if count} == {band}


def test_the_bands_of_other_papers_can_be_chosen():
    labels = list(rows(figures(line(), bands=BANDS["40-50"]), "age"))
    assert labels == ["Dưới 40 tuổi", "40 – 50 tuổi", "Trên 50 tuổi"]


def test_the_youngest_and_the_oldest_are_named_with_year_and_cell():
    found = figures(line("Trẻ", birth=PartialDate(1999, 1, 1)), line("Già", birth=PartialDate(1950, 1, 1)))
    assert (found.youngest[0].name, found.oldest[0].name) == ("Trẻ", "Già")
    assert found.oldest[0].detail == "75|1950"
    assert found.average_age == "50,5"


@pytest.mark.parametrize(
    ("part", "whole", "printed"),
    [(546, 547, "99,82"), (222, 1587, "13,99"), (175, 1587, "11,03"), (10, 43, "23,26"), (1067, 1587, "67,23")],
)
def test_published_shares_are_computed_and_never_retyped(part, whole, printed):
    assert percent(part, whole) == printed


def found_keys(found):
    return [each.key.split(":")[0] for each in found]


def test_figures_that_agree_are_no_contradiction():
    one = line()
    assert not contradictions(figures(one, decided=1), Typed(summoned=1, women=1), [one], [Quota("Chi bộ ấp 1", 1, 1)])


def test_typed_figures_are_held_against_the_counted_ones_with_both_numbers():
    """Hải Phòng 2025: 446 summoned, 445 present; papers mixed the two."""
    lines = [line(f"Người {n}", status=Status.PRESENT) for n in range(445)]
    lines.append(line("Người vắng", status=Status.ABSENT, status_reason=Reason.HEALTH))
    found = contradictions(figures(*lines), Typed(summoned=445, present=446), lines, [])
    assert [(each.left, each.right, each.difference) for each in found[:2]] == [(445, 446, 1), (446, 445, -1)]


def test_present_and_absent_must_be_the_summoned():
    lines = [line(status=Status.PRESENT), line("Võ Ý")]
    assert found_keys(contradictions(figures(*lines), Typed(), lines, [])) == ["present-absent"]


def test_the_decision_and_every_quota_are_held_against_the_list():
    one = line()
    found = contradictions(figures(one, decided=2), Typed(), [one], [Quota("Chi bộ ấp 1", 2, 1)])
    assert found_keys(found) == ["decided", "quota-Chi bộ ấp 1"]


def test_a_person_with_two_records_is_counted_once_and_said():
    one, two = line("Nguyễn Thị Hòa"), line("Nguyễn Thị Hoà")
    assert found_keys(contradictions(figures(one, two), Typed(), [one, two], [])) == ["twice"]
    other = line("Nguyễn Thị Hòa", birth=PartialDate(1970, 1, 1))
    assert not contradictions(figures(one, other), Typed(), [one, other], [])


@pytest.mark.parametrize(
    ("standing", "status", "why"),
    [
        (Standing.ALTERNATE, Status.NAMED, "dự khuyết"),
        (Standing.OFFICIAL, Status.REPLACED, "thay thế"),
        (Standing.OFFICIAL, Status.NOT_SUMMONED, "không được triệu tập"),
    ],
)
def test_only_an_official_delegate_sits_in_the_committee(standing, status, why):
    with pytest.raises(RuleBroken, match=why):
        refuse_member("Lê Anh", standing, status)


def test_the_size_of_the_committee_is_advised_and_never_blocked():
    head, members = CommitteeRole.HEAD, [CommitteeRole.MEMBER] * 8
    assert not advice([])
    assert not advice([head, *members[:4]])
    assert "lẻ" in advice([head, *members[:3]])
    assert "3 đến 5" in advice([head, *members])
    assert "Trưởng ban" in advice(members[:3])
