"""What people do with drafts: `documents`, their `versions`, the `links` between the passages of two versions,
and the `path` a document takes."""

from congress.drafts.actions.documents import add_document, change_document, remove_document
from congress.drafts.actions.path import correct_step, record_step, remove_last_step
from congress.drafts.actions.places import keep_layout
from congress.drafts.actions.versions import choose_kinds, discard, read_again, read_in, record, take_back

__all__ = [
    "add_document",
    "change_document",
    "choose_kinds",
    "correct_step",
    "discard",
    "keep_layout",
    "read_again",
    "read_in",
    "record",
    "record_step",
    "remove_document",
    "remove_last_step",
    "take_back",
]
