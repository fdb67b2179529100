"""The 41 invented Party organisations of the demo: villages of the three old communes, schools, offices, forces."""

from dataclasses import dataclass

from congress.units.vocabulary import UnitKind


@dataclass(frozen=True)
class DemoCell:
    """Code, name, old unit, official and probationary members, ex officio delegates."""

    code: str
    name: str
    merged_from: str
    official: int
    probationary: int
    ex_officio: int = 0
    kind: UnitKind = UnitKind.CELL


VILLAGES = {
    "Mỹ Long": ("Mỹ Long 1", "Mỹ Long 2", "Mỹ Thạnh", "Mỹ Hưng", "Mỹ Lợi", "Mỹ Phước", "Mỹ Tường", "Mỹ Xuân"),
    "Mỹ Hiệp": (
        "Mỹ Hiệp 1",
        "Mỹ Hiệp 2",
        "Mỹ Đức",
        "Mỹ Hòa",
        "Mỹ Thới",
        "Mỹ Bình",
        "Mỹ An",
        "Mỹ Quới",
        "Đông Mỹ",
        "Tây Mỹ",
    ),
    "Bình Thành": (
        "Bình Chánh",
        "Bình Định",
        "Bình Hòa",
        "Bình Linh",
        "Bình Mỹ A",
        "Bình Mỹ B",
        "Bình Tân",
        "Bình Thuận",
    ),
}
OFFICES = (
    ("Cơ quan Đảng", 46, 1, 14), ("Cơ quan Ủy ban nhân dân", 58, 3, 9), ("Mặt trận Tổ quốc và các đoàn thể", 31, 2, 4),
    ("Công an", 44, 2, 2), ("Quân sự", 19, 1, 2), ("Trung tâm Phục vụ hành chính công", 17, 1, 1), ("Trạm Y tế", 21, 2, 0),
    ("Trường THPT Mỹ Hiệp", 38, 3, 0), ("Trường THCS Mỹ Long", 29, 2, 0), ("Trường THCS Bình Thành", 27, 1, 0),
    ("Trường Tiểu học Mỹ Hiệp", 24, 2, 0), ("Trường Tiểu học Bình Thành", 22, 1, 0), ("Trường Mầm non Mỹ Long", 16, 2, 0),
    ("Trường Mầm non Hướng Dương", 12, 1, 0), ("Hợp tác xã Mỹ Xương", 3, 1, 0),
)  # fmt: skip
VILLAGE_MEMBERS = (
    34,
    41,
    25,
    28,
    19,
    37,
    22,
    31,
    45,
    26,
    33,
    29,
    18,
    24,
    36,
    21,
    27,
    30,
    39,
    23,
    32,
    20,
    35,
    28,
    26,
    43,
)


def demo_cells() -> list[DemoCell]:
    """All cells in printed order: offices of the commune first, then villages by old unit."""
    cells = [
        DemoCell(f"CQ{n:02}", f"Chi bộ {name}", "", official, probationary, ex_officio)
        for n, (name, official, probationary, ex_officio) in enumerate(OFFICES, start=1)
    ]
    members = iter(VILLAGE_MEMBERS)
    number = 0
    for old, villages in VILLAGES.items():
        for village in villages:
            number += 1
            cells.append(
                DemoCell(f"AP{number:02}", f"Chi bộ ấp {village}", old, next(members), number % 3, int(number % 9 == 0))
            )
    return cells
