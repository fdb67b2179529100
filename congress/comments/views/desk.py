"""Whose sheet lies on the table, its form, and what is doubtful in it."""

import uuid
from dataclasses import dataclass
from typing import Any

from flask import g
from flask_babel import gettext as _
from flask_login import current_user

from congress.comments import queries, rules
from congress.comments.forms import MeetingForm, meeting_form
from congress.comments.models import CommentRound, Respondent, Sheet
from congress.comments.vocabulary import Channel
from congress.shared import clock
from congress.shared.problems import RuleBroken
from congress.units.models import Unit
from congress.web.access import Permission, my_grants, my_scope
from congress.web.base_form import said


@dataclass(frozen=True)
class Desk:
    """Whose sheet is on the table, and whether it may be written on."""

    round: CommentRound
    unit: Unit | Respondent
    sheet: Sheet | None
    on_paper: bool
    closed: RuleBroken | None

    @property
    def ids(self) -> dict[str, Any]:
        """For url_for."""
        return {"round_id": self.round.id, "unit_id": self.unit.id}

    @property
    def acting(self) -> dict[str, Any]:
        """Who writes, for the actions."""
        return {"actor": current_user, "today": clock.today(), "on_paper": self.on_paper}

    @property
    def closed_sentence(self) -> str:
        """Why nothing can be written, in the interface language; "" when it can."""
        return said(self.closed) if self.closed else ""

    @property
    def window(self) -> rules.Window:
        """The days of the round, and until when this cell was reopened."""
        until = self.sheet.reopened_until if self.sheet else None
        return rules.Window(self.round.opens_on, self.round.closes_on, until)

    @property
    def is_cell(self) -> bool:
        """Whether a cell answers, and no other respondent."""
        return isinstance(self.unit, Unit)

    @property
    def late(self) -> bool:
        """Whether the sheet was sent after the round had closed."""
        if self.sheet is None or not self.sheet.sent_at:
            return False
        return self.window.is_late(clock.day_of(self.sheet.received_at or self.sheet.sent_at))


def open_desk(round_id: uuid.UUID, unit_id: uuid.UUID) -> Desk:
    """The sheet of a cell, or of another respondent, within the reach of whoever is signed in."""
    round_ = queries.one_round(g.congress.id, round_id)
    unit = queries.answerer(round_, my_scope(Permission.COMMENT), unit_id)
    sheet = queries.sheet(round_, unit.id)
    closed = None
    window = rules.Window(round_.opens_on, round_.closes_on, sheet.reopened_until if sheet else None)
    try:
        rules.check_may_write(window, sent=bool(sheet and sheet.sent_at), today=clock.today())
    except RuleBroken as broken:
        closed = broken
    on_paper = all(grant.unit_id != unit.id for grant in my_grants())
    return Desk(round_, unit, sheet, on_paper, closed)


def sheet_form(desk: Desk) -> MeetingForm:
    """The form of this sheet as it stands, with its drafts and guiding questions."""
    kind = meeting_form(len(desk.round.drafts), tuple(desk.round.asked))
    kept: dict[str, Any] = {f"reply_{place}": row.answer for place, row in queries.question_answers(desk.sheet).items()}
    verdicts = queries.verdicts_of(desk.sheet)
    for n, draft in enumerate(desk.round.drafts, start=1):
        if row := verdicts.get(draft.version_id):
            kept |= {f"agree_{n}": row.agree, f"changes_{n}": row.with_changes, f"other_{n}": row.other}
            kept[f"silent_{n}"] = row.nothing_to_say
    form = kind(obj=desk.sheet, data=kept)
    if not form.is_submitted() and (desk.sheet is None or desk.sheet.members is None):
        form.members.data = desk.unit.members or None
    if not desk.is_cell:
        form.members.label.text = _("Số người được mời")
        form.present.label.text = _("Số người dự họp")
        form.spoke.label.text = _("Số người phát biểu")
        form.nothing_to_say.label.text = _("Không có ý kiến")
    if desk.sheet is not None and desk.sheet.channel is Channel.QR_PAGE:
        del form.channel
    return form


def wholes(desk: Desk) -> list[tuple[str, rules.Verdict]]:
    """Each draft of the round with how many agree with it, as far as it was filled in."""
    verdicts = queries.verdicts_of(desk.sheet)
    return [
        (draft.version.full_title, verdicts[draft.version_id].verdict)
        for draft in desk.round.drafts
        if draft.version_id in verdicts
    ]


def doubts_of(desk: Desk) -> list[str]:
    """The unlikely figures of the sheet, in sentences."""
    if desk.sheet is None:
        return []
    meeting = rules.Meeting(met_on=desk.sheet.met_on, members=desk.sheet.members)
    found = rules.doubts(meeting, desk.round.opens_on, desk.unit.members)
    return [said(each) for each in found + rules.verdict_doubts(wholes(desk), desk.sheet.present)]
