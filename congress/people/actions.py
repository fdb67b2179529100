"""Writing a person's record; who the person is at the congress decides where the act is noted in the journal."""

import uuid
from collections.abc import Iterable
from typing import Any

from congress.database import db, explain_unique, values_of
from congress.journal.rules import Changes
from congress.people.models import Person
from congress.people.rules import Identity, masked
from congress.shared.labels import N_, name_fields
from congress.shared.vietnamese import fold, name_sort_key

explain_unique(
    "person",
    ("congress_id", "name_key", "birth_year", "birth_month", "birth_day"),
    N_("Đã có một người cùng họ tên và ngày sinh."),
    "full_name",
)
explain_unique("person", ("congress_id", "card_key"), N_("Số thẻ này đã ghi cho một người khác."), "party_card_number")
name_fields(
    "person",
    "delegate",
    full_name=N_("Họ và tên"),
    sort_name=N_("Tên để xếp thứ tự"),
    sex=N_("Giới tính"),
    birth=N_("Ngày sinh"),
    ethnicity=N_("Dân tộc"),
    religion=N_("Tôn giáo"),
    home_place=N_("Quê quán"),
    party_admitted_on=N_("Ngày vào Đảng"),
    party_official_on=N_("Ngày chính thức"),
    general_education=N_("Giáo dục phổ thông"),
    qualification=N_("Trình độ chuyên môn"),
    profession=N_("Chuyên ngành"),
    theory=N_("Lý luận chính trị"),
    state_management=N_("Quản lý nhà nước"),
    foreign_language=N_("Ngoại ngữ"),
    informatics=N_("Tin học"),
    post=N_("Chức vụ"),
    workplace=N_("Đơn vị công tác"),
    party_card_number=N_("Số thẻ đảng viên"),
    rewards=N_("Khen thưởng"),
    discipline=N_("Kỷ luật"),
    note=N_("Ghi chú"),
)
SECRETS = ("party_card_number", "phone")


def enter(congress_id: uuid.UUID, **fields: Any) -> Person:
    """A new person of this congress."""
    person = Person(congress_id=congress_id)
    fill_in(person, **fields)
    db.session.add(person)
    return person


def fill_in(person: Person, **fields: Any) -> None:
    """Set fields and keep the derived columns."""
    for name, value in fields.items():
        setattr(person, name, value)
    identity = Identity(person.full_name, person.birth, person.party_card_number)
    person.name_sort = name_sort_key(person.full_name, person.sort_name)
    person.name_fold = fold(person.full_name)
    person.name_key = identity.name_key
    person.card_key = identity.card_key or None


def recorded(person: Person, names: Iterable[str]) -> dict[str, Any]:
    """The named fields as they stand, the birth as it is written."""
    wanted = set(names)
    plain = values_of(person, *sorted(wanted - {"birth"}))
    return plain | ({"birth": person.birth.label if person.birth else None} if "birth" in wanted else {})


def discreet(changes: Changes) -> Changes:
    """Changes with card and telephone numbers shortened, because more people read the journal than these."""
    return {
        name: [masked(str(value or "")) for value in pair] if name in SECRETS else pair
        for name, pair in changes.items()
    }
