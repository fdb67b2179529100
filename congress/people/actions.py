"""Writing a person's record; who the person is at the congress decides where the act is noted in the journal."""

import uuid
from collections.abc import Iterable
from typing import Any

from congress.database import afterwards, db, explain_unique, now, values_of
from congress.journal.rules import Changes
from congress.people import queries
from congress.people.models import Person, Photo
from congress.people.rules import Identity, masked
from congress.pictures.portrait import MEDIA_TYPE, Portrait
from congress.shared.labels import N_, name_fields
from congress.shared.vietnamese import fold, name_sort_key
from congress.storage import storage

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
    photo=N_("Ảnh"),
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


def photo_file(congress_id: uuid.UUID, content: str, *, small: bool = False) -> str:
    """The name under which the storage keeps the portrait with this hash."""
    return f"photos/{congress_id}/{content}{'-small' if small else ''}.jpg"


def set_photo(person: Person, portrait: Portrait) -> Changes:
    """Give a person this portrait in place of any before; the change in figures, {} where it is the same portrait."""
    row = queries.photo_of(person.congress_id, person.id)
    before = row.hash if row else None
    if before == portrait.hash:
        return {}
    files = storage()
    files.put(photo_file(person.congress_id, portrait.hash), portrait.content)
    files.put(photo_file(person.congress_id, portrait.hash, small=True), portrait.small)
    if row is None:
        row = Photo(congress_id=person.congress_id, person_id=person.id)
        db.session.add(row)
    old = _in_figures(row) if before else None
    row.hash, row.size, row.media_type, row.added_at = portrait.hash, len(portrait.content), MEDIA_TYPE, now()
    if before:
        forget_photo(person.congress_id, before)
    return {"photo": [old, _in_figures(row)]}


def remove_photo(person: Person) -> Changes:
    """Take a person's portrait away; {} where there was none."""
    row = queries.photo_of(person.congress_id, person.id)
    if row is None:
        return {}
    db.session.delete(row)
    forget_photo(person.congress_id, row.hash)
    return {"photo": [_in_figures(row), None]}


def forget_photo(congress_id: uuid.UUID, content: str) -> None:
    """Once the act is on disk, remove the files of a portrait that nobody has any more."""

    def remove() -> None:
        if not queries.is_pictured(congress_id, content):
            for small in (False, True):
                storage().remove(photo_file(congress_id, content, small=small))

    afterwards(remove)


def forget_all_photos(congress_id: uuid.UUID) -> None:
    """Remove every file of a congress that is no more."""
    files = storage()
    for name in list(files.names(f"photos/{congress_id}")):
        files.remove(name)


def _in_figures(photo: Photo) -> str:
    """How a portrait stands in the journal: "JPEG 45 kB, 3f2a9c01", never the picture."""
    return f"JPEG {-(-photo.size // 1000)} kB, {photo.hash[:8]}"
