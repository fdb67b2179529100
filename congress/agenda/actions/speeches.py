"""Registering papers (tham luận), their files and their order."""

import uuid
from functools import partial
from typing import Any

from congress.agenda import queries
from congress.agenda.models import AgendaSpeech
from congress.agenda.rules import clock
from congress.agenda.rules import order as order_rules
from congress.congresses.models import Congress
from congress.database import afterwards, db, explain_twice, new_id, values_of
from congress.journal.actions import Actor, note, refuse_stale
from congress.journal.rules import differences
from congress.shared.attachments import Attachment
from congress.shared.labels import N_, name_fields
from congress.shared.scope import UnitScope
from congress.storage import storage
from congress.units.models import Unit

explain_twice("agenda_speech", N_("Tham luận này đã được lưu ở lần bấm trước."))
name_fields(
    "agenda_speech",
    title=N_("Tên tham luận"),
    speaker=N_("Người trình bày"),
    minutes=N_("Số phút"),
    spoken=N_("Trình bày tại hội trường"),
    position=N_("Thứ tự"),
    file_name=N_("Tệp"),
    note=N_("Ghi chú"),
)


def register_speech(
    congress: Congress, unit: Unit, *, actor: Actor, row: uuid.UUID | None = None, **fields: Any
) -> AgendaSpeech:
    """Register a paper of a cell, called up last. Raises RuleBroken on `minutes`."""
    fields.pop("version", None)
    clock.check_minutes(fields["minutes"])
    db.session.refresh(congress, with_for_update=True)
    before = queries.speeches(congress.id, UnitScope.everything())
    position = max((each.position for each in before), default=0) + 1
    speech = AgendaSpeech(congress_id=congress.id, id=row or new_id(), unit_id=unit.id, position=position, **fields)
    db.session.add(speech)
    note(
        actor,
        N_("Đăng ký tham luận"),
        speech,
        label=speech.title,
        changes=differences({}, {"unit": unit.name} | fields),
    )
    return speech


def change_speech(speech: AgendaSpeech, *, actor: Actor, version: int | None, **fields: Any) -> None:
    """Change a registered paper. Raises RuleBroken on `minutes`, or StaleEdit."""
    fields.pop("row", None)
    refuse_stale(speech, version)
    clock.check_minutes(fields["minutes"])
    before = values_of(speech, *fields)
    for name, value in fields.items():
        setattr(speech, name, value)
    if changes := differences(before, values_of(speech, *fields)):
        note(actor, N_("Sửa tham luận"), speech, label=speech.title, changes=changes)


def keep_speech_file(speech: AgendaSpeech, paper: Attachment, *, actor: Actor) -> None:
    """Keep the text of a paper; the one before is replaced."""
    before, old_place = speech.file_name, speech.place
    speech.file_name, speech.file_extension, speech.file_digest = paper.name, paper.extension, paper.digest
    db.session.flush()
    storage().put(speech.place, paper.content)
    if before and old_place != speech.place:
        afterwards(partial(storage().remove, old_place))
    changes = {"file_name": [before or None, paper.name]}
    note(actor, N_("Gửi tệp tham luận"), speech, label=speech.title, changes=changes)


def remove_speech(speech: AgendaSpeech, *, actor: Actor) -> None:
    """Take a registered paper and its file away."""
    note(actor, N_("Bỏ tham luận"), speech, label=speech.title, changes=differences(values_of(speech), {}))
    if speech.file_name:
        afterwards(partial(storage().remove, speech.place))
    db.session.delete(speech)


def step_speech(congress: Congress, speech: AgendaSpeech, step: int, *, actor: Actor) -> None:
    """Call a paper up one place earlier (-1) or later (+1)."""
    db.session.refresh(congress, with_for_update=True)
    rows = queries.speeches(congress.id, UnitScope.everything())
    before = {congress.id: [row.id for row in rows]}
    after = order_rules.stepped(before, speech.id, step)
    old, new = (order_rules.places(each)[speech.id][1] for each in (before, after))
    if old == new:
        return
    by_id = {row.id: row for row in rows}
    for position, row_id in enumerate(after[congress.id], start=1):
        by_id[row_id].position = position
    note(actor, N_("Xếp thứ tự tham luận"), speech, label=speech.title, changes={"position": [old, new]})
