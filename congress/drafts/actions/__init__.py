"""What people do with drafts: `documents`, their `versions`, and the `links` between the passages of two versions."""

from congress.drafts.actions.documents import add_document, change_document, remove_document
from congress.drafts.actions.versions import choose_kinds, discard, read_in, record, take_back

__all__ = [
    "add_document",
    "change_document",
    "choose_kinds",
    "discard",
    "read_in",
    "record",
    "remove_document",
    "take_back",
]
