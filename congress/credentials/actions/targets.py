"""Setting, changing and dropping targets of the structure."""

from congress.congresses.models import Congress
from congress.credentials.models import StructureTarget
from congress.credentials.rules.structure import refuse_target
from congress.credentials.vocabulary import TargetKind, TargetScope
from congress.database import db, explain_unique, values_of
from congress.delegates.rules.traits import named
from congress.journal.actions import Actor, note, refuse_stale
from congress.journal.rules import differences
from congress.shared.labels import N_, name_fields

explain_unique(
    "structure_target",
    ("congress_id", "trait", "scope"),
    N_("Mục này đã có mục tiêu. Hãy sửa mục tiêu ấy."),
    "trait",
)
name_fields(
    "structure_target",
    trait=N_("Mục cơ cấu"),
    scope=N_("Phạm vi"),
    kind=N_("Đơn vị tính"),
    amount=N_("Ít nhất"),
    reason=N_("Căn cứ"),
)


def put(
    congress: Congress,
    target: StructureTarget | None,
    *,
    actor: Actor,
    version: int | None,
    trait: str,
    scope: TargetScope,
    kind: TargetKind,
    amount: int,
    reason: str,
) -> StructureTarget:
    """Set a target, or change one. Raises RuleBroken on `trait` or `amount`, StaleEdit."""
    refuse_target(trait, kind, amount)
    before = {}
    if target is None:
        target = StructureTarget(congress_id=congress.id, trait=trait, amount=amount)
        db.session.add(target)
    else:
        refuse_stale(target, version)
        before = values_of(target)
    target.trait, target.scope, target.kind, target.amount, target.reason = trait, scope, kind, amount, reason
    if changes := differences(before, values_of(target)):
        note(actor, N_("Đặt mục tiêu cơ cấu"), target, label=named(trait), changes=changes, reason=reason)
    return target


def drop(target: StructureTarget, *, actor: Actor) -> None:
    """Take a target off the board."""
    changes = differences(values_of(target), {})
    note(actor, N_("Bỏ mục tiêu cơ cấu"), target, label=named(target.trait), changes=changes)
    db.session.delete(target)
