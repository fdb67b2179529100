"""Rules of subcommittees, without a database."""

from uuid import uuid4

import pytest

from congress.shared.problems import RuleBroken
from congress.subcommittees.rules import STANDARD, MemberPlan, Seat, check_members, people
from congress.subcommittees.vocabulary import MemberRole, SubcommitteeKind


def person(name: str, role: MemberRole = MemberRole.MEMBER, post: str = "") -> MemberPlan:
    return MemberPlan(name, post, role)


def test_a_body_has_one_head_one_secretary_and_any_number_of_deputies():
    check_members(
        [
            person("Lê Thị Anh", MemberRole.HEAD),
            person("Trần Văn Bình", MemberRole.DEPUTY),
            person("Phạm Thị Chi", MemberRole.DEPUTY),
            person("Võ Minh Đức", MemberRole.SECRETARY),
        ]
    )


@pytest.mark.parametrize("role", [MemberRole.HEAD, MemberRole.SECRETARY])
def test_a_second_head_or_secretary_is_refused_in_the_row(role):
    with pytest.raises(RuleBroken) as broken:
        check_members([person("Lê Thị Anh", role), person("Trần Văn Bình", role)])
    assert (broken.value.row, broken.value.field) == (2, "role")


def test_the_same_person_twice_is_refused_and_two_of_one_name_are_not():
    check_members([person("Lê Thị Anh", post="Trạm Y tế"), person("Lê Thị Anh", post="Hội Phụ nữ")])
    with pytest.raises(RuleBroken, match="đã có ở dòng trên"):
        check_members([person("Lê Thị Ánh"), person("Trần Văn Bình"), person("lê thị ánh")])


def test_the_usual_subcommittees_are_the_three_the_program_has_work_for():
    assert [each.kind for each in STANDARD] == [
        SubcommitteeKind.PERSONNEL,
        SubcommitteeKind.DOCUMENTS,
        SubcommitteeKind.SERVICE,
    ]


def seat(name: str, body: str, phone: str = "", post: str = "") -> Seat:
    return Seat(uuid4(), body, name, post, phone, MemberRole.HEAD)


def test_one_name_is_one_person_wherever_they_sit_however_it_is_written():
    (one,) = people([seat("Nguyễn Thị Hòa", "A"), seat("Nguyễn Thị Hoà", "B", "0912 345 678")])
    assert [each.body for each in one.seats] == ["A", "B"]
    assert (one.phone, one.leads) == ("0912 345 678", 2)


def test_two_telephones_part_two_people_of_one_name_and_the_post_says_whose_the_rest_is():
    found = people(
        [
            seat("Lê Văn An", "A", "0912.000.001", "Công an xã"),
            seat("Lê Văn An", "B", "0912 000 002", "Trạm Y tế"),
            seat("Lê Văn An", "C", "", "Trạm Y tế"),
            seat("Lê Văn An", "D", "0912000001"),
        ]
    )
    assert [[each.body for each in person.seats] for person in found] == [["A", "D"], ["B", "C"]]
