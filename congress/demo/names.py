"""Plausible invented names: frequent family, middle and given names of the Mekong delta, combined at random."""

import random

FAMILIES = (
    ("Nguyễn", 38), ("Trần", 12), ("Lê", 11), ("Phạm", 8), ("Huỳnh", 6), ("Võ", 5), ("Phan", 4), ("Trương", 3), ("Bùi", 3),
    ("Đặng", 3), ("Đỗ", 2), ("Hồ", 2), ("Ngô", 2), ("Dương", 2), ("Lý", 1), ("Cao", 1), ("Đinh", 1), ("Lâm", 1), ("Thạch", 1),
)  # fmt: skip
MIDDLES_M = (
    "Văn",
    "Hữu",
    "Minh",
    "Thanh",
    "Quốc",
    "Hoàng",
    "Ngọc",
    "Công",
    "Đức",
    "Tấn",
    "Phước",
    "Trung",
    "Chí",
    "Thành",
)
GIVEN_M = (
    "An", "Ân", "Bình", "Bính", "Châu", "Cường", "Dũng", "Duy", "Đạt", "Điền", "Đức", "Giang", "Hải", "Hậu", "Hiền", "Hòa", "Hùng",
    "Hưng", "Khang", "Kiệt", "Lâm", "Lợi", "Long", "Luận", "Mẫn", "Nam", "Nghĩa", "Nhân", "Phong", "Phúc", "Quang", "Quý", "Sang",
    "Sơn", "Tài", "Tâm", "Thắng", "Thiện", "Thuận", "Tín", "Toàn", "Trí", "Trung", "Tuấn", "Út", "Vinh", "Vũ", "Ý",
)  # fmt: skip
MIDDLES_F = (
    "Thị",
    "Thị",
    "Thị",
    "Ngọc",
    "Kim",
    "Mỹ",
    "Thanh",
    "Thu",
    "Hồng",
    "Thị Mỹ",
    "Thị Kim",
    "Thị Thanh",
    "Bích",
    "Tuyết",
)
GIVEN_F = (
    "Anh", "Ánh", "Bích", "Châu", "Chi", "Cúc", "Diễm", "Diệu", "Dung", "Duyên", "Đào", "Giang", "Hà", "Hạnh", "Hằng", "Hiền",
    "Hòa", "Hoa", "Hồng", "Huệ", "Hương", "Lan", "Liên", "Linh", "Loan", "Mai", "Nga", "Ngân", "Nhung", "Oanh", "Phượng", "Quyên",
    "Sương", "Thảo", "Thắm", "Thơ", "Thúy", "Thủy", "Tiên", "Trang", "Trinh", "Tuyền", "Uyên", "Vân", "Xuân", "Yến",
)  # fmt: skip


def invented_name(chance: random.Random, *, woman: bool) -> str:
    """One name, deterministic for a given generator."""
    family = chance.choices([name for name, _ in FAMILIES], [weight for _, weight in FAMILIES])[0]
    middle = chance.choice(MIDDLES_F if woman else MIDDLES_M)
    given = chance.choice([name for name in (GIVEN_F if woman else GIVEN_M) if name != middle])
    return f"{family} {middle} {given}"
