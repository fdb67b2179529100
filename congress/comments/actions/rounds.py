"""Opening, changing and removing rounds."""

import uuid
from collections.abc import Sequence
from typing import Any

from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError

from congress.comments import queries, rules
from congress.comments.models import CommentRound, RoundDraft, RoundUnit
from congress.congresses.models import Congress
from congress.database import db, explain_unique, values_of
from congress.journal.actions import Actor, note, refuse_stale
from congress.journal.rules import differences
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken

explain_unique("comment_round", ("congress_id", "title"), N_("Đã có đợt góp ý mang tên này."), "title")


def open_round(
    congress: Congress,
    *,
    actor: Actor,
    version_ids: Sequence[uuid.UUID],
    unit_ids: Sequence[uuid.UUID] = (),
    **fields: Any,
) -> CommentRound:
    """Open a round on some drafts, for every cell or the listed ones. Raises RuleBroken."""
    _check_round(version_ids, unit_ids, fields)
    round_ = CommentRound(congress_id=congress.id, **fields)
    db.session.add(round_)
    db.session.flush()
    _set_members(round_, version_ids, unit_ids)
    changes = differences({}, fields | {"drafts": len(version_ids), "units": len(unit_ids)})
    note(actor, N_("Mở đợt góp ý"), round_, label=round_.title, changes=changes)
    return round_


def change_round(
    round_: CommentRound,
    *,
    actor: Actor,
    version: int | None,
    version_ids: Sequence[uuid.UUID],
    unit_ids: Sequence[uuid.UUID] = (),
    **fields: Any,
) -> None:
    """Change a round. A draft with comments, or a cell with a sheet, cannot be taken out. Raises RuleBroken."""
    refuse_stale(round_, version)
    _check_round(version_ids, unit_ids, fields)
    if queries.commented_versions(round_) - set(version_ids):
        raise RuleBroken(N_("Không bỏ được dự thảo đã có ý kiến ra khỏi đợt góp ý."), "drafts")
    if not fields["every_unit"] and queries.units_with_sheets(round_) - set(unit_ids):
        raise RuleBroken(N_("Không bỏ được chi bộ đã mở phiếu góp ý ra khỏi đợt."), "units")
    if fields["questions"] != round_.questions:
        rules.check_questions(fields["questions"], queries.answered_questions(round_))
    before = values_of(round_, *fields) | {"drafts": len(round_.drafts), "units": len(round_.listed_units)}
    for name, value in fields.items():
        setattr(round_, name, value)
    after = fields | {"drafts": len(version_ids), "units": len(unit_ids)}
    _set_members(round_, version_ids, unit_ids)
    if changes := differences(before, after):
        note(actor, N_("Sửa đợt góp ý"), round_, label=round_.title, changes=changes)


def remove_round(round_: CommentRound, *, actor: Actor) -> None:
    """Remove a round no cell has begun to answer. Raises RuleBroken."""
    note(actor, N_("Xóa đợt góp ý"), round_, label=round_.title, changes=differences(values_of(round_), {}))
    db.session.delete(round_)
    try:
        db.session.flush()
    except IntegrityError as error:
        raise RuleBroken(N_("Đã có chi bộ mở phiếu góp ý nên không xóa được đợt này.")) from error


def _check_round(version_ids: Sequence[uuid.UUID], unit_ids: Sequence[uuid.UUID], fields: dict[str, Any]) -> None:
    rules.check_window(fields["opens_on"], fields["closes_on"])
    rules.check_questions(fields["questions"], {})
    if not version_ids:
        raise RuleBroken(N_("Hãy chọn ít nhất một dự thảo để góp ý."), "drafts")
    if not fields["every_unit"] and not unit_ids:
        raise RuleBroken(N_("Hãy chọn ít nhất một chi bộ, hoặc để mọi chi bộ góp ý."), "units")


def _set_members(round_: CommentRound, version_ids: Sequence[uuid.UUID], unit_ids: Sequence[uuid.UUID]) -> None:
    key = {"congress_id": round_.congress_id, "round_id": round_.id}
    for table in (RoundDraft, RoundUnit):
        db.session.execute(delete(table).where(table.congress_id == round_.congress_id, table.round_id == round_.id))
    db.session.add_all(
        RoundDraft(**key, version_id=version_id, position=place)
        for place, version_id in enumerate(version_ids, start=1)
    )
    if not round_.every_unit:
        db.session.add_all(RoundUnit(**key, unit_id=unit_id) for unit_id in unit_ids)
    db.session.flush()
