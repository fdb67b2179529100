"""The subcommittees of the demo: founded by decision, with their people, support groups and working rules."""

from datetime import date, timedelta
from typing import Any

from congress.congresses.models import Congress
from congress.database import db
from congress.journal.actions import Actor
from congress.shared.attachments import attachment
from congress.subcommittees import actions
from congress.subcommittees.models import Subcommittee
from congress.subcommittees.rules import STANDARD
from congress.subcommittees.vocabulary import FileKind, MemberRole, SubcommitteeKind

SIGNER = "Nguyễn Văn Thành"
HEAD, DEPUTY, SECRETARY, MEMBER = MemberRole.HEAD, MemberRole.DEPUTY, MemberRole.SECRETARY, MemberRole.MEMBER
PEOPLE: dict[SubcommitteeKind, tuple[tuple[str, str, MemberRole], ...]] = {
    SubcommitteeKind.PERSONNEL: (
        ("Nguyễn Văn Thành", "Bí thư Đảng ủy", HEAD),
        ("Lê Hữu Nghĩa", "Phó Bí thư Thường trực Đảng ủy", DEPUTY),
        ("Trần Thị Bích", "Phó Trưởng Ban Xây dựng Đảng", SECRETARY),
        ("Đoàn Quốc Việt", "Chủ nhiệm Ủy ban Kiểm tra Đảng ủy", MEMBER),
        ("Nguyễn Thị Hòa", "Phó Chủ tịch Hội đồng nhân dân xã", MEMBER),
    ),
    SubcommitteeKind.DOCUMENTS: (
        ("Nguyễn Văn Thành", "Bí thư Đảng ủy", HEAD),
        ("Hồ Thanh Liêm", "Chủ tịch Ủy ban nhân dân xã", DEPUTY),
        ("Phạm Quốc Toàn", "Phó Chánh Văn phòng Đảng ủy", SECRETARY),
        ("Trần Thị Bích", "Phó Trưởng Ban Xây dựng Đảng", MEMBER),
        ("Mai Ngọc Yến", "Trưởng phòng Kinh tế", MEMBER),
        ("Huỳnh Tấn Đạt", "Trưởng phòng Văn hóa – Xã hội", MEMBER),
    ),
    SubcommitteeKind.SERVICE: (
        ("Lê Hữu Nghĩa", "Phó Bí thư Thường trực Đảng ủy", HEAD),
        ("Hồ Thanh Liêm", "Chủ tịch Ủy ban nhân dân xã", DEPUTY),
        ("Nguyễn Minh Khang", "Chánh Văn phòng Đảng ủy", DEPUTY),
        ("Võ Thị Thu Hà", "Chuyên viên Văn phòng Đảng ủy", SECRETARY),
        ("Phan Văn Hùng", "Trưởng Công an xã", MEMBER),
        ("Đặng Thị Ngọc Ánh", "Trưởng Trạm Y tế xã", MEMBER),
        ("Lý Thị Kim Dung", "Bí thư Đoàn xã", MEMBER),
    ),
}
GROUPS: tuple[tuple[SubcommitteeKind, str, tuple[tuple[str, str, MemberRole], ...]], ...] = (
    (
        SubcommitteeKind.DOCUMENTS,
        "Tổ Biên tập",
        (
            ("Phạm Quốc Toàn", "Phó Chánh Văn phòng Đảng ủy", HEAD),
            ("Mai Ngọc Yến", "Trưởng phòng Kinh tế", MEMBER),
            ("Cao Thị Mỹ Linh", "Giáo viên Trường THCS Mỹ Hiệp", MEMBER),
        ),
    ),
    (
        SubcommitteeKind.SERVICE,
        "Tổ An ninh trật tự, y tế",
        (
            ("Phan Văn Hùng", "Trưởng Công an xã", HEAD),
            ("Tô Văn Bảy", "Chỉ huy trưởng Ban Chỉ huy Quân sự xã", DEPUTY),
            ("Đặng Thị Ngọc Ánh", "Trưởng Trạm Y tế xã", MEMBER),
        ),
    ),
    (
        SubcommitteeKind.SERVICE,
        "Tổ Lễ tân, hậu cần",
        (
            ("Nguyễn Minh Khang", "Chánh Văn phòng Đảng ủy", HEAD),
            ("Lý Thị Kim Dung", "Bí thư Đoàn xã", DEPUTY),
            ("Trương Thị Cẩm Tú", "Chủ tịch Hội Liên hiệp Phụ nữ xã", MEMBER),
        ),
    ),
)
RULES = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
RULES += b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def found(congress: Congress, *, actor: Actor, today: date) -> dict[SubcommitteeKind, Subcommittee]:
    """Found the three subcommittees and their support groups."""
    made = {}
    for number, each in enumerate(STANDARD, start=11):
        made[each.kind] = actions.found(
            congress,
            actor=actor,
            name=each.name,
            kind=each.kind,
            decision_number=f"{number}-QĐ/ĐU",
            decision_date=today - timedelta(days=38),
            decision_signer=SIGNER,
            people=_people(PEOPLE[each.kind]),
        )
    db.session.flush()
    for number, (kind, name, people) in enumerate(GROUPS, start=1):
        body = made[kind]
        db.session.refresh(body)
        actions.found_group(
            body,
            actor=actor,
            name=name,
            decision_number=f"{number:02d}-QĐ/TB",
            decision_date=today - timedelta(days=33),
            decision_signer=body.head,
            people=_people(people),
        )
    for body in made.values():
        actions.keep_file(body, attachment("Quy chế làm việc.pdf", RULES), FileKind.RULES, actor=actor)
    db.session.flush()
    return made


def _people(rows: tuple[tuple[str, str, MemberRole], ...]) -> list[dict[str, Any]]:
    return [{"name": name, "post": post, "phone": _phone(name), "role": role} for name, post, role in rows]


def _phone(name: str) -> str:
    """An invented number, the same wherever the person sits; numbers with 0900 000 are nobody's."""
    return f"0900 000 {sum(map(ord, name)) % 900 + 100}"
