"""Papers to test with: invented people, every part of a Party paper."""

import datetime
import random

from congress.printing.paper import Heading, Signature, Title
from congress.printing.printout import Printout, file_name
from congress.printing.tables import Column, Group, Table

DAY = datetime.date(2025, 8, 5)
NAMES = [
    "Nguyễn Thị Hòa",
    "K'Brơi",
    "H'Hen Niê",
    "Trần Thị Ánh",
    "Đỗ Hữu Ăn",
    "Đặng Ngọc Ân",
    "Lý Ý",
    "Phan Thị Mỹ Anh",
    "Võ Minh Đức",
    "Nguyễn Văn Út",
]
LONG_NAME = "Tôn Nữ Hoàng Phượng Nghiêng Thương Nguyệt Khuyển Trường Nghĩa"


def heading(**changed):
    parts = {
        "superior": "Đảng bộ tỉnh Đồng Tháp",
        "issuer": "Đảng ủy xã Mỹ Hiệp",
        "place": "Mỹ Hiệp",
        "date": DAY,
        "symbol": "QĐ/ĐU",
        "number": 5,
    }
    return Heading(**parts | changed)


def signature(**changed):
    parts = {
        "authority": "T/M Ban Thường vụ",
        "position": "Bí thư",
        "name": "Nguyễn Văn A",
        "recipients": ("Ban Tổ chức Tỉnh ủy", "Các chi bộ trực thuộc", "Lưu Văn phòng Đảng ủy"),
    }
    return Signature(**parts | changed)


def decision(template="decision.html", paragraphs=3, day=DAY, **changed):
    context = {
        "heading": heading(date=day),
        "title": Title(
            kind="Quyết định",
            subject="về việc phân bổ đại biểu dự Đại hội đại biểu Đảng bộ xã Mỹ Hiệp lần thứ I, nhiệm kỳ 2025 – 2030",
        ),
        "signature": signature(),
        "paragraphs": [
            f"Điều {n + 1}. Đảng bộ xã Mỹ Hiệp được thành lập trên cơ sở nhập ba đảng bộ "
            "xã Mỹ Long, Mỹ Hiệp và Bình Thành; "
            "đến ngày 05/8/2025 có 72 chi bộ trực thuộc với 1.293 đảng viên, trong đó có 1.246 đảng viên chính thức."
            for n in range(paragraphs)
        ],
    }
    return Printout(
        template=template,
        filename=file_name("my-hiep", "Quyết định", day),
        title="Quyết định phân bổ đại biểu",
        author="Đảng ủy xã Mỹ Hiệp",
        date=day,
        context=context | changed,
    )


COLUMNS = (
    Column("STT", 9, "stt"),
    Column("Họ và tên", 34, "name"),
    Column("Nam", 18, "date", "Ngày, tháng, năm sinh"),
    Column("Nữ", 18, "date", "Ngày, tháng, năm sinh"),
    Column("Dân tộc", 13, "centre"),
    Column("Tôn giáo", 14, "centre"),
    Column("Quê quán", 34),
    Column("Vào Đảng", 18, "date"),
    Column("Chính thức", 18, "date"),
    Column("Phổ thông", 14, "centre", "Trình độ"),
    Column("Chuyên môn", 24, "text", "Trình độ"),
    Column("Lý luận", 16, "centre", "Trình độ"),
    Column("Chức vụ, đơn vị công tác", 40),
    Column("Thành phần", 18, "centre"),
)


def person(chance, name):
    def day(first, last):
        return f"{chance.randint(1, 28):02d}/{chance.randint(3, 12)}/{chance.randint(first, last)}"

    man, born = chance.random() < 0.6, day(1960, 1996)
    return (
        name,
        born if man else "",
        "" if man else born,
        "Kinh",
        "Không",
        chance.choice(["Mỹ Hiệp, Đồng Tháp", "Bình Thành, Đồng Tháp", "Cao Lãnh, Đồng Tháp", "Cái Bè, Tiền Giang"]),
        day(1985, 2023),
        day(1985, 2024),
        "12/12",
        chance.choice(["Đại học Luật", "Đại học Sư phạm", "Cử nhân Kinh tế", "Trung cấp"]),
        chance.choice(["Cao cấp", "Trung cấp", "Sơ cấp"]),
        chance.choice(
            [
                "Bí thư Chi bộ ấp Mỹ Thạnh",
                "Chủ tịch Hội Nông dân xã",
                "Công chức Văn phòng Đảng ủy",
                "Hiệu trưởng Trường Tiểu học Mỹ Hiệp 1",
            ]
        ),
        chance.choice(["Đương nhiên", "Bầu", "Chỉ định"]),
    )


def delegate_list(rows, seed=1, size=10, group_size=6, first_name=None, foot=False, **changed):
    chance = random.Random(seed)
    people = [person(chance, first_name if n == 0 and first_name else NAMES[n % len(NAMES)]) for n in range(rows)]
    groups = [
        Group(
            f"Chi bộ ấp số {start // group_size + 1} — {len(people[start : start + group_size])} đại biểu",
            people[start : start + group_size],
        )
        for start in range(0, rows, group_size)
    ]
    context = {
        "heading": heading(symbol=""),
        "title": Title(
            kind="Danh sách",
            subject="đại biểu chính thức dự Đại hội đại biểu Đảng bộ xã Mỹ Hiệp\nlần thứ I, nhiệm kỳ 2025 – 2030",
        ),
        "signature": signature(),
        "table": Table(COLUMNS, groups, ("Tổng cộng", str(rows), *[""] * 11), size=size),
    }
    return Printout(
        template="list.html",
        filename=file_name("my-hiep", "Danh sách đại biểu", DAY),
        title="Danh sách đại biểu chính thức",
        author="Đảng ủy xã Mỹ Hiệp",
        date=DAY,
        context=context | changed,
        landscape=True,
        foot=foot,
    )
