"""The base of a majority: the vectors of the handbook, and what the registry's lines give."""

import uuid

import pytest

from congress.delegates.rules.majority import base_of, majority_base
from congress.delegates.rules.roll import Line
from congress.delegates.vocabulary import Origin, Standing, Status
from congress.shared.problems import RuleBroken

CELL = uuid.UUID(int=9)


def line(**fields):
    return Line(id=uuid.uuid4(), unit_id=CELL, unit="Chi bộ ấp 1", full_name="Lê Anh", name_sort="anh le", **fields)


@pytest.mark.parametrize(
    ("counts", "base", "needed"),
    [((155, 2, 2), 151, 76), ((150, 0, 0), 150, 76), ((151, 0, 0), 151, 76), ((1, 0, 0), 1, 1), ((0, 0, 0), 0, 0)],
)
def test_more_than_half_of_the_base_is_needed(counts, base, needed):
    found = majority_base(*counts)
    assert (found.base, found.needed) == (base, needed)
    assert found.needed * 2 > found.base or not found.base


def test_the_base_of_the_registry_counts_a_replaced_delegate_once():
    absent = {"status": Status.ABSENT, "absent_throughout": True}
    lines = [line() for _ in range(150)]
    lines += [line(origin=Origin.EX_OFFICIO, **absent) for _ in range(2)]
    lines += [line(**absent) for _ in range(2)]
    lines += [line(status=Status.REPLACED), line()]  # the third absent one, and the alternate who came up
    lines += [line(standing=Standing.ALTERNATE) for _ in range(38)]
    found = base_of(lines)
    assert (found.summoned, found.committee_absent, found.delegates_absent) == (155, 2, 2)
    assert (found.base, found.needed) == (151, 76)
    assert found.message % found.values == (
        "155 đại biểu chính thức được triệu tập, trừ 2 cấp ủy viên cấp triệu tập và 2 đại biểu vắng suốt đại hội "
        "không có dự khuyết thay, còn 151; quá một nửa là từ 76 phiếu."
    )


def test_who_is_away_for_a_part_stays_in_the_base_and_who_is_not_summoned_was_never_in_it():
    lines = [line() for _ in range(150)] + [line(status=Status.ABSENT), line(status=Status.NOT_SUMMONED)]
    found = base_of(lines)
    assert (found.base, found.needed) == (151, 76)
    assert found.message % found.values == "151 đại biểu chính thức được triệu tập; quá một nửa là từ 76 phiếu."


def test_more_absent_than_summoned_is_refused():
    with pytest.raises(RuleBroken, match="nhiều hơn số được triệu tập"):
        majority_base(2, 2, 1)
    with pytest.raises(RuleBroken, match="âm"):
        majority_base(-1)
