"""What the bodies that prepare a congress are called here."""

import uuid

from congress.subcommittees import queries as subcommittees
from congress.subcommittees.vocabulary import SubcommitteeKind

USUAL = {
    SubcommitteeKind.PERSONNEL: "Tiểu ban Nhân sự",
    SubcommitteeKind.DOCUMENTS: "Tiểu ban Văn kiện",
    SubcommitteeKind.SERVICE: "Tiểu ban Tổ chức phục vụ",
}


def body_names(congress_id: uuid.UUID) -> dict[SubcommitteeKind, str]:
    """The name of the first body of each of the three kinds, or what it is usually called (domain.md §9.1)."""
    found = dict(USUAL)
    for body in reversed(subcommittees.listed(congress_id)):
        if body.kind in found:
            found[body.kind] = body.name
    return found
