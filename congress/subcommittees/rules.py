"""What must hold for the members of a body, and the usual subcommittees as data."""

from collections.abc import Sequence
from dataclasses import dataclass

from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import fold
from congress.subcommittees.vocabulary import MemberRole, SubcommitteeKind

STANDARD_SOURCE = "các tiểu ban thường lập ở cấp xã; người đứng đầu theo thông lệ"


@dataclass(frozen=True)
class Standard:
    """One of the usual subcommittees; `usual_head` is practice, not a rule."""

    name: str
    kind: SubcommitteeKind
    usual_head: str


# domain.md §9.1: kinds [B], heads [D].
STANDARD = (
    Standard("Tiểu ban Nhân sự", SubcommitteeKind.PERSONNEL, "Bí thư Đảng ủy"),
    Standard("Tiểu ban Văn kiện", SubcommitteeKind.DOCUMENTS, "Bí thư Đảng ủy"),
    Standard("Tiểu ban Tổ chức phục vụ", SubcommitteeKind.SERVICE, "Phó Bí thư Thường trực"),
)


@dataclass(frozen=True)
class MemberPlan:
    """What the rules know of somebody in a body."""

    name: str
    post: str
    role: MemberRole


def check_members(members: Sequence[MemberPlan]) -> None:
    """One head, one secretary, nobody twice. Raises RuleBroken whose `row` is the 1-based row to blame."""
    heads = secretaries = 0
    seen: set[tuple[str, str]] = set()
    for number, member in enumerate(members, start=1):
        heads += member.role is MemberRole.HEAD
        secretaries += member.role is MemberRole.SECRETARY
        key = (fold(member.name), fold(member.post))
        if heads > 1:
            _refuse(number, N_("Chỉ một người là Trưởng. Hãy đổi vai trò của dòng này."), "role")
        if secretaries > 1:
            _refuse(number, N_("Chỉ một người là Thư ký. Hãy đổi vai trò của dòng này."), "role")
        if key in seen:
            _refuse(
                number,
                N_("Người này đã có ở dòng trên. Nếu là hai người trùng tên, hãy ghi chức vụ khác nhau."),
                "name",
            )
        seen.add(key)


def _refuse(row: int, message: str, field: str) -> None:
    broken = RuleBroken(message, field)
    broken.row = row
    raise broken
