"""Whose tasks somebody may change: the office all of them, a secretary those the own subcommittee leads."""

from collections.abc import Iterable

from congress.subcommittees.vocabulary import SubcommitteeKind

OFFICE = "office"
KIND_OF = {
    "personnel_secretary": SubcommitteeKind.PERSONNEL,
    "documents_secretary": SubcommitteeKind.DOCUMENTS,
    "service_secretary": SubcommitteeKind.SERVICE,
}
"""The words are those of congress.web.access.Role."""


def kinds_of(roles: Iterable[str]) -> frozenset[SubcommitteeKind] | None:
    """The kinds of subcommittees whose tasks these roles change; None for all tasks."""
    held = set(roles)
    if OFFICE in held:
        return None
    return frozenset(KIND_OF[role] for role in held if role in KIND_OF)


def may_change(roles: Iterable[str], kind: SubcommitteeKind | None) -> bool:
    """Whether somebody may change a task or paper led by a subcommittee of this kind (None: by the office)."""
    kinds = kinds_of(roles)
    return kinds is None or (kind is not None and kind in kinds)
