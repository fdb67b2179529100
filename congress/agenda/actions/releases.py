"""Releasing the programme: the draft is frozen under the next number, with what changed against the one before."""

from congress.agenda import queries
from congress.agenda.models import AgendaRelease
from congress.agenda.rules import changes as changes_rules
from congress.agenda.rules import snapshot
from congress.congresses.models import Congress
from congress.database import db
from congress.journal.actions import Actor, note
from congress.shared.labels import N_, name_fields
from congress.shared.problems import RuleBroken, StaleEdit

name_fields("agenda_release", number=N_("Lần ban hành"), changes=N_("Số điểm thay đổi"))
name_fields("agenda_item", time=N_("Thời gian"))


def release(congress: Congress, *, actor: Actor, reason: str = "", seen: str | None = None) -> AgendaRelease:
    """Freeze the draft as the next release.

    `seen` is the fingerprint of the draft on the screen; None when it does not matter. Raises RuleBroken when there is
    nothing to release or nothing changed, StaleEdit when somebody changed the draft meanwhile.
    """
    db.session.refresh(congress, with_for_update=True)  # two at once get two numbers, or the second is refused
    rows = queries.sessions(congress.id, for_update=True)
    programme = queries.draft(rows)
    if not any(sitting.entries for sitting in programme):
        raise RuleBroken(N_("Chương trình chưa có mục nào nên chưa ban hành được."))
    _refuse_unseen(congress, programme, seen)
    before = queries.latest_release(congress.id)
    found = changes_rules.compare(before.programme if before else (), programme)
    if before and not found:
        raise RuleBroken(N_("Bản nháp không khác bản đã ban hành lần %(number)s."), None, number=before.number)
    row = AgendaRelease(
        congress_id=congress.id,
        number=before.number + 1 if before else 1,
        released_by=actor.full_name,
        note=reason,
        content=snapshot.as_data(programme),
        changes=changes_rules.as_data(found) if before else [],
    )
    db.session.add(row)
    changes = {"number": [None, row.number], "changes": [None, len(found) if before else 0]}
    note(actor, N_("Ban hành chương trình"), row, label=congress.title, changes=changes, reason=reason)
    return row


def _refuse_unseen(congress: Congress, programme: snapshot.Programme, seen: str | None) -> None:
    if seen is None or seen == snapshot.fingerprint(programme):
        return
    latest = queries.latest_change(congress.id)
    if latest is None:
        raise StaleEdit("", None)
    raise StaleEdit(latest.actor_name, latest.at, latest.changes, table=latest.subject_kind)
