"""Starting and finishing items in the hall, by one tap each, and taking the last tap back."""

import uuid
from datetime import datetime

from congress.agenda import queries
from congress.agenda.models import AgendaActual
from congress.agenda.rules.live import last_moment, mark_of
from congress.agenda.rules.snapshot import each_entry
from congress.congresses.models import Congress
from congress.database import db
from congress.journal.actions import Actor, note
from congress.shared.labels import N_, name_fields
from congress.shared.problems import RuleBroken

name_fields("agenda_actual", started_at=N_("Bắt đầu thực tế"), finished_at=N_("Kết thúc thực tế"))


def start(congress: Congress, item_id: uuid.UUID, *, actor: Actor, at: datetime) -> AgendaActual:
    """An item of the released programme starts at `at`; whatever still runs ends with it. Tapped twice it starts once.

    Raises RuleBroken when the item has finished already or does not stand in the released programme.
    """
    rows = _lock(congress)
    there = next((row for row in rows if row.item_id == item_id), None)
    if there is not None:
        if there.finished_at is None:
            return there
        raise RuleBroken(N_("Mục này đã kết thúc. Hãy hoàn tác nếu bấm nhầm."))
    title = _title(congress, item_id)
    for row in rows:
        if row.finished_at is None:
            _finish(row, actor, at)
    row = AgendaActual(congress_id=congress.id, item_id=item_id, title=title, started_at=at, tapped_by=actor.full_name)
    db.session.add(row)
    note(actor, N_("Bắt đầu mục tại hội trường"), row, label=title, changes={"started_at": [None, _text(at)]})
    return row


def finish(congress: Congress, item_id: uuid.UUID, *, actor: Actor, at: datetime) -> None:
    """A running item ends at `at`; one that has ended stays as it is. Raises RuleBroken when it has not started."""
    row = next((row for row in _lock(congress) if row.item_id == item_id), None)
    if row is None:
        raise RuleBroken(N_("Mục này chưa bắt đầu."))
    if row.finished_at is None:
        _finish(row, actor, at)


def undo(congress: Congress, *, actor: Actor, seen: str) -> list[str]:
    """Take the last tap back: what it started has not started, what it ended runs on. Returns the titles.

    `seen` is the mark of the run on the screen. Raises RuleBroken when there is nothing to take back, or when
    somebody has tapped meanwhile.
    """
    rows = _lock(congress)
    actuals = queries.actuals_of(rows)
    if seen != mark_of(actuals):
        raise RuleBroken(N_("Vừa có người bấm thêm. Hãy xem lại trang rồi hoàn tác nếu còn cần."))
    moment = last_moment(actuals)
    titles = []
    for row in rows:
        if queries.local(row.started_at) == moment:
            note(
                actor,
                N_("Hoàn tác bắt đầu mục"),
                row,
                label=row.title,
                changes={"started_at": [_text(row.started_at), None]},
            )
            db.session.delete(row)
            titles.append(row.title)
        elif row.finished_at and queries.local(row.finished_at) == moment:
            note(
                actor,
                N_("Hoàn tác kết thúc mục"),
                row,
                label=row.title,
                changes={"finished_at": [_text(row.finished_at), None]},
            )
            row.finished_at = None
            titles.append(row.title)
    return titles


def _lock(congress: Congress) -> list[AgendaActual]:
    """What has happened so far; nobody else taps until this transaction ends."""
    db.session.refresh(congress, with_for_update=True)
    return list(queries.actual_rows(congress.id))


def _title(congress: Congress, item_id: uuid.UUID) -> str:
    release = queries.latest_release(congress.id)
    found = (
        entry.title for _sitting, entry in each_entry(release.programme if release else ()) if entry.id == str(item_id)
    )
    title = next(found, None)
    if title is None:
        raise RuleBroken(N_("Mục này không có trong chương trình đã ban hành. Hãy tải lại trang."))
    return title


def _finish(row: AgendaActual, actor: Actor, at: datetime) -> None:
    row.finished_at = at
    note(actor, N_("Kết thúc mục tại hội trường"), row, label=row.title, changes={"finished_at": [None, _text(at)]})


def _text(moment: datetime) -> str:
    return f"{queries.local(moment):%H:%M:%S %d/%m/%Y}"
