"""Invented members: everything a trích ngang asks for, plausible for age, sex and cell; nobody real."""

import random
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from congress.demo.cells import DemoCell
from congress.demo.names import invented_name
from congress.people.vocabulary import GeneralEducation, Qualification, Sex, Theory
from congress.shared.vietnamese import PartialDate

HOME_PLACES = (
    "Mỹ Hiệp, Đồng Tháp",
    "Mỹ Long, Đồng Tháp",
    "Bình Thành, Đồng Tháp",
    "Cao Lãnh, Đồng Tháp",
    "Chợ Mới, An Giang",
    "Cái Bè, Tiền Giang",
)
RELIGIONS = ("Không", "Không", "Không", "Không", "Không", "Phật giáo", "Phật giáo Hòa Hảo", "Cao Đài")
VILLAGE_POSTS = (
    "Bí thư chi bộ",
    "Phó Bí thư chi bộ",
    "Trưởng ấp",
    "Chi hội trưởng Nông dân",
    "Chi hội trưởng Phụ nữ",
    "Bí thư chi đoàn",
    "Chi hội trưởng Cựu chiến binh",
    "Cán bộ hưu trí",
)
SCHOOL_POSTS = ("Hiệu trưởng", "Phó Hiệu trưởng", "Chủ tịch Công đoàn", "Tổ trưởng chuyên môn", "Giáo viên")
OFFICE_POSTS = ("Bí thư chi bộ", "Phó Bí thư chi bộ", "Chuyên viên", "Công chức", "Phó Trưởng phòng", "Cán bộ")
COMMITTEE_POSTS = (
    "Bí thư Đảng ủy", "Phó Bí thư Thường trực Đảng ủy", "Phó Bí thư Đảng ủy, Chủ tịch Ủy ban nhân dân", "Chủ nhiệm Ủy ban Kiểm tra Đảng ủy",
    "Trưởng Ban Xây dựng Đảng", "Chánh Văn phòng Đảng ủy", "Chủ tịch Ủy ban Mặt trận Tổ quốc", "Phó Chủ tịch Hội đồng nhân dân",
    "Phó Chủ tịch Ủy ban nhân dân", "Trưởng Phòng Kinh tế", "Trưởng Phòng Văn hóa – Xã hội", "Trưởng Công an", "Chỉ huy trưởng Ban Chỉ huy Quân sự",
    "Phó Chủ nhiệm Ủy ban Kiểm tra Đảng ủy", "Phó Trưởng Ban Xây dựng Đảng", "Ủy viên Ban Chấp hành",
)  # fmt: skip
PROFESSIONS = {"Trường": "Sư phạm", "Trạm Y tế": "Y khoa", "Công an": "Luật", "Quân sự": "Quân sự"}


class Registry:
    """Invents one member after another; the same seed gives the same people."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.taken: set[str] = set()
        self.cards = 0
        self.committee = iter(COMMITTEE_POSTS)

    def member(self, cell: DemoCell, place: int, *, committee: bool = False) -> dict[str, Any]:
        """The fields of one member; `place` 0 is the cell's first, usually its secretary."""
        chance = self.chance
        woman = chance.random() < (0.62 if "Trường" in cell.name or "Y tế" in cell.name else 0.33)
        born = self._birthday(older="ấp" in cell.name)
        admitted = born + timedelta(days=chance.randint(20 * 365, min(38 * 365, (date(2023, 6, 30) - born).days)))
        self.cards += 1
        return {
            "full_name": self._name(woman),
            "sex": Sex.FEMALE if woman else Sex.MALE,
            "birth": PartialDate.of(born) if chance.random() > 0.03 else PartialDate(born.year),
            "ethnicity": "Kinh" if chance.random() > 0.02 else "Khmer",
            "religion": chance.choice(RELIGIONS),
            "home_place": chance.choice(HOME_PLACES),
            "party_admitted_on": admitted,
            "party_official_on": admitted + timedelta(days=370 + chance.randint(0, 60)),
            "general_education": GeneralEducation.TWELVE
            if chance.random() > 0.08
            else GeneralEducation.LOWER_SECONDARY,
            **self._training(cell, committee),
            **self._post(cell, place, committee),
            "party_card_number": f"MH-{self.cards:06}",
        }

    def _name(self, woman: bool) -> str:
        while (name := invented_name(self.chance, woman=woman)) in self.taken:
            continue
        self.taken.add(name)
        return name

    def _birthday(self, *, older: bool) -> date:
        year = self.chance.randint(1955, 1999) if older else self.chance.randint(1968, 2000)
        return date(year, 1, 1) + timedelta(days=self.chance.randint(0, 364))

    def _training(self, cell: DemoCell, committee: bool) -> dict[str, Any]:
        chance = self.chance
        village = "ấp" in cell.name and not committee
        level = chance.choice(
            (Qualification.INTERMEDIATE, Qualification.COLLEGE, Qualification.UNIVERSITY, Qualification.NONE)
            if village
            else (Qualification.UNIVERSITY, Qualification.UNIVERSITY, Qualification.UNIVERSITY, Qualification.MASTER)
        )
        field = next((field for word, field in PROFESSIONS.items() if word in cell.name), "Quản lý nhà nước")
        theory = (
            Theory.ADVANCED
            if committee
            else chance.choice((Theory.ELEMENTARY, Theory.INTERMEDIATE, Theory.INTERMEDIATE))
        )
        return {
            "qualification": level,
            "profession": "" if level is Qualification.NONE else field,
            "theory": theory,
        }

    def _post(self, cell: DemoCell, place: int, committee: bool) -> dict[str, Any]:
        where = cell.name.removeprefix("Chi bộ ")
        if committee:
            post = next(self.committee, "Ủy viên Ban Chấp hành")
            return {"post": post, "workplace": f"{where[0].upper()}{where[1:]} xã Mỹ Hiệp"}
        posts = SCHOOL_POSTS if "Trường" in where else VILLAGE_POSTS if where.startswith("ấp") else OFFICE_POSTS
        post = posts[place] if place < len(posts) else self.chance.choice(posts[-2:])
        return {"post": post, "workplace": f"{where[0].upper()}{where[1:]}"}


def committee(registry: Registry, cells: Iterable[DemoCell]) -> dict[str, list[dict[str, Any]]]:
    """The committee members in office by the code of the cell they sit with: delegates before anybody is elected."""
    return {
        cell.code: [registry.member(cell, place, committee=True) for place in range(cell.ex_officio)] for cell in cells
    }


def elected(registry: Registry, cell: DemoCell, official: int, alternate: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """("official" | "alternate", fields) for everybody a cell elects."""
    for place in range(official):
        yield "official", registry.member(cell, place)
    for place in range(alternate):
        yield "alternate", registry.member(cell, official + place)
