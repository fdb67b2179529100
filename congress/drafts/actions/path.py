"""Recording the steps of a document on its way to the congress, correcting one, taking the last one back."""

from typing import Any

from sqlalchemy.orm.attributes import flag_modified

from congress.database import db, explain_unique, values_of
from congress.drafts import queries
from congress.drafts.models import Document, DocumentStep
from congress.drafts.rules import path as path_rules
from congress.drafts.vocabulary import PathState
from congress.journal.actions import Actor, note, refuse_stale
from congress.journal.rules import differences
from congress.shared.labels import N_, name_fields
from congress.shared.problems import RuleBroken

explain_unique(
    "document_step",
    ("congress_id", "document_id", "number"),
    N_("Người khác vừa ghi một bước của văn kiện này. Hãy xem lại rồi ghi lần nữa."),
)
name_fields(
    "document_step",
    "document",
    state=N_("Bước"),
    day=N_("Ngày"),
    body=N_("Cơ quan, người thực hiện"),
    paper=N_("Số văn bản"),
    paper_on=N_("Ngày của văn bản"),
    note=N_("Trích yếu, ghi chú"),
    reason=N_("Lý do"),
    level=N_("Cấp"),
    draft=N_("Bản dự thảo"),
)
WRITTEN = ("state", "day", "draft_id", "body", "paper", "paper_on", "note", "reason")


def record_step(document: Document, *, actor: Actor, version: int | None, **fields: Any) -> DocumentStep:
    """Say where a document has come to. `fields` as WRITTEN names them.

    Raises StaleEdit, and RuleBroken on `state` for a state such a document never has, on `reason` when the document
    goes back and nobody says why.
    """
    refuse_stale(document, version)
    path = path_rules.path_of(document.kind, document.level)
    state: PathState = fields["state"]
    _refuse_foreign(path, state)
    if path_rules.goes_back(path, document.state, state) and not fields.get("reason"):
        raise RuleBroken(N_("Văn kiện quay lại bước trước: hãy ghi lý do."), "reason")
    step = DocumentStep(
        congress_id=document.congress_id,
        document_id=document.id,
        number=queries.next_step(document),
        recorded_by=actor.full_name,
        **{name: fields[name] for name in WRITTEN if name in fields},
    )
    db.session.add(step)
    _settle(document, state)
    note(
        actor,
        N_("Ghi bước của văn kiện"),
        document,
        label=document.title,
        changes=differences({}, _told(step)),
        reason=step.reason,
    )
    return step


def correct_step(document: Document, step: DocumentStep, *, actor: Actor, version: int | None, **fields: Any) -> None:
    """Correct what was recorded of a step; the state of the last step is the document's. Raises as record_step."""
    refuse_stale(step, version)
    _refuse_foreign(path_rules.path_of(document.kind, document.level), fields.get("state", step.state))
    before = _told(step)
    for name in WRITTEN:
        if name in fields:
            setattr(step, name, fields[name])
    if changes := differences(before, _told(step)):
        last = queries.steps(document)[-1]
        _settle(document, last.state)
        note(actor, N_("Sửa một bước của văn kiện"), document, label=document.title, changes=changes)


def remove_last_step(document: Document, step: DocumentStep, *, actor: Actor) -> None:
    """Take back the step that was recorded last, for one recorded by mistake. Raises RuleBroken for an earlier one."""
    known = queries.steps(document)
    if step is not known[-1]:
        raise RuleBroken(N_("Chỉ bỏ được bước ghi sau cùng; bước trước đó thì sửa lại."))
    note(actor, N_("Bỏ bước ghi sau cùng"), document, label=document.title, changes=differences(_told(step), {}))
    db.session.delete(step)
    _settle(document, known[-2].state if len(known) > 1 else None)


def _settle(document: Document, state: PathState | None) -> None:
    """The document carries its last state, and counts as changed even where that stays the same."""
    document.state = state
    flag_modified(document, "state")


def _told(step: DocumentStep) -> dict[str, Any]:
    draft = queries.version(step.congress_id, step.draft_id).label if step.draft_id else None
    told = values_of(step, *(name for name in WRITTEN if name != "draft_id")) | {"draft": draft}
    return {name: value for name, value in told.items() if value not in (None, "")}


def _refuse_foreign(path: tuple[PathState, ...], state: PathState) -> None:
    if state not in path:
        raise RuleBroken(N_("Bước này không thuộc các bước của loại văn kiện này."), "state")
