"""What must hold for the members of a body, and the usual subcommittees as data."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import fold, name_sort_key
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


@dataclass(frozen=True)
class Seat:
    """Somebody's place in a body, as the view of the load takes it; `key` is the row it comes from."""

    key: UUID
    body: str
    name: str
    post: str
    phone: str
    role: MemberRole


@dataclass(frozen=True)
class Person:
    """One person with every place they hold, in the order of the bodies."""

    seats: tuple[Seat, ...]

    @property
    def name(self) -> str:
        """As first written."""
        return self.seats[0].name

    @property
    def post(self) -> str:
        """The first post that was written down."""
        return next((seat.post for seat in self.seats if seat.post), "")

    @property
    def phone(self) -> str:
        """The first number that was written down."""
        return next((seat.phone for seat in self.seats if seat.phone), "")

    @property
    def leads(self) -> int:
        """How many bodies the person is the head of."""
        return sum(seat.role is MemberRole.HEAD for seat in self.seats)


def people(seats: Iterable[Seat]) -> list[Person]:
    """Who sits where, by given name. A name is one person, unless two different telephone numbers part it.

    Without a number the post parts people of one name only where numbers already do.
    """
    by_name: dict[str, list[Seat]] = {}
    for seat in seats:
        by_name.setdefault(fold(seat.name), []).append(seat)
    found = [Person(tuple(group)) for same in by_name.values() for group in _parted(same)]
    return sorted(found, key=lambda person: (name_sort_key(person.name), _digits(person.phone)))


def _parted(same: Sequence[Seat]) -> list[list[Seat]]:
    """The places of one name, a list for each telephone number; those without one go where the post is the same."""
    by_phone: dict[str, list[Seat]] = {}
    for seat in same:
        if digits := _digits(seat.phone):
            by_phone.setdefault(digits, []).append(seat)
    if len(by_phone) < 2:
        return [list(same)]
    groups, rest = list(by_phone.values()), [seat for seat in same if not _digits(seat.phone)]
    for seat in rest:
        near = [group for group in groups if any(fold(each.post) == fold(seat.post) for each in group)]
        near[0].append(seat) if near else groups.append([seat])
    return groups


def _digits(phone: str) -> str:
    return "".join(letter for letter in phone if letter.isdigit())


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
