"""Writing, sending and reopening sheets. Who writes for a cell on paper says so in the journal."""

import uuid
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy.exc import IntegrityError

from congress.comments import queries, rules
from congress.comments.actions.verdicts import save_replies, save_verdicts
from congress.comments.models import Comment, CommentRound, Respondent, Sheet
from congress.comments.rules import Verdict
from congress.comments.vocabulary import Channel
from congress.database import db, explain_unique, now, values_of
from congress.journal import queries as journal
from congress.journal.actions import Actor, note, refuse_stale
from congress.journal.rules import differences
from congress.shared.labels import N_, name_fields
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import fold
from congress.units.models import Unit

explain_unique(
    "comment_sheet",
    ("congress_id", "round_id", "unit_id"),
    N_("Người khác vừa mở phiếu của chi bộ. Hãy tải lại trang."),
)
name_fields(
    "comment_round",
    "comment_sheet",
    "comment",
    closes_on=N_("Đến hết ngày"),
    questions=N_("Câu hỏi gợi ý"),
    every_unit=N_("Mọi chi bộ góp ý"),
    drafts=N_("Các dự thảo"),
    units=N_("Các chi bộ"),
    met_on=N_("Ngày họp"),
    chair=N_("Chủ trì"),
    members=N_("Số đảng viên"),
    present=N_("Số dự họp"),
    spoke=N_("Số phát biểu"),
    nothing_to_say=N_("Không có ý kiến"),
    stance=N_("Mức đồng ý"),
    proposed=N_("Nội dung đề nghị"),
    reason=N_("Lý do"),
    comments=N_("Số ý kiến"),
    reopened_until=N_("Mở lại đến hết ngày"),
    place=N_("Vị trí"),
    kind=N_("Loại ý kiến"),
    cited=N_("Trang, dòng"),
    supporters=N_("Số tán thành"),
    speaker=N_("Người phát biểu"),
)
name_fields("comment_sheet", secretary=N_("Thư ký"), channel=N_("Hình thức góp ý"))
WRITTEN = ("stance", "proposed", "reason", "kind", "cited", "supporters", "speaker")
DETAILS: dict[str, Any] = {"kind": None, "cited": "", "supporters": None, "speaker": ""}
"""What a comment may say besides; nobody has to."""
Owner = Unit | Respondent
"""Whose sheet it is: a cell, or a respondent whose answer the office types in."""
COALESCED = timedelta(minutes=10)
"""Saving while typing writes one line to the journal per person and stretch of work, not one per pause."""


def save_meeting(
    round_: CommentRound,
    unit: Owner,
    *,
    actor: Actor,
    today: date,
    on_paper: bool,
    version: int | None,
    verdicts: Mapping[uuid.UUID, Verdict] | None = None,
    replies: Mapping[int, str] | None = None,
    **fields: Any,
) -> Sheet:
    """Save what a sheet says of the meeting, of each draft as a whole and to the guiding questions.

    verdicts  {draft of the round: how many agree}; replies {place of a question: the answer}; None leaves them alone.
    Raises RuleBroken or StaleEdit.
    """
    existing = queries.sheet(round_, unit.id)
    if existing is not None:
        _refuse_closed(round_, existing, today)
        refuse_stale(existing, version or 1)
    sheet = _sheet_to_write(round_, unit, actor=actor, today=today, on_paper=on_paper)
    before = values_of(sheet, *fields)
    for name, value in fields.items():
        setattr(sheet, name, value)
    rules.check_meeting(sheet.meeting, today, round_.opens_on)
    rules.check_nothing_to_say(sheet.nothing_to_say, queries.count_comments(sheet))
    changes = differences(before, values_of(sheet, *fields))
    changes |= save_verdicts(round_, sheet, verdicts or {})
    changes |= save_replies(round_, sheet, replies or {})
    if changes:
        _note_writing(actor, N_("Ghi cuộc họp vào phiếu"), sheet, unit, changes, on_paper=on_paper)
    db.session.flush()
    return sheet


def save_comment(
    round_: CommentRound,
    unit: Owner,
    *,
    actor: Actor,
    today: date,
    on_paper: bool,
    comment_id: uuid.UUID,
    version_id: uuid.UUID,
    passage_id: uuid.UUID | None,
    version: int | None,
    **fields: Any,
) -> Comment:
    """Write a comment, or change it when the id is known: sending a form twice leaves one comment.

    Raises RuleBroken or StaleEdit, NoResultFound when the id belongs to another sheet.
    """
    fields = DETAILS | fields
    rules.check_text(fields["proposed"], fields["reason"], fields["stance"])
    sheet = _sheet_to_write(round_, unit, actor=actor, today=today, on_paper=on_paper)
    if sheet.nothing_to_say:
        raise RuleBroken(N_("Phiếu đang đánh dấu “Chi bộ không có ý kiến”. Hãy bỏ dấu đó trước khi viết ý kiến."))
    rules.check_supporters(fields["supporters"], sheet.meeting)
    _refuse_silence(sheet, version_id)
    if queries.comment_anywhere(round_.congress_id, comment_id):
        comment = queries.comment(sheet, comment_id)
        if values_of(comment, *WRITTEN) == fields:
            return comment
        refuse_stale(comment, version or 0)
    else:
        comment = Comment(
            congress_id=round_.congress_id,
            id=comment_id,
            sheet_id=sheet.id,
            version_id=version_id,
            passage_id=passage_id,
        )
        db.session.add(comment)
    before = values_of(comment, *WRITTEN)
    for name, value in fields.items():
        setattr(comment, name, value)
    comment.fold = fold(f"{comment.proposed} {comment.reason}")
    comment.changed_at = now()
    try:
        db.session.flush()
    except IntegrityError as error:  # the same new comment, sent twice in the same moment
        raise RuleBroken(N_("Ý kiến này vừa được lưu ở một cửa sổ khác. Hãy tải lại trang để xem.")) from error
    _note_writing(
        actor, N_("Viết ý kiến"), comment, unit, differences(before, values_of(comment, *WRITTEN)), on_paper=on_paper
    )
    db.session.flush()
    return comment


def remove_comment(comment: Comment, *, actor: Actor, today: date) -> None:
    """Remove a comment from a sheet that is still being written. Raises RuleBroken."""
    sheet = comment.sheet
    _refuse_closed(sheet.round, sheet, today)
    note(
        actor,
        N_("Xóa ý kiến"),
        sheet,
        label=sheet.from_name,
        changes=differences(values_of(comment, *WRITTEN), {}),
    )
    db.session.delete(comment)


def send(round_: CommentRound, unit: Owner, *, actor: Actor, today: date, on_paper: bool) -> Sheet:
    """Close a cell's sheet. What was sent is written to the journal comment by comment. Raises RuleBroken."""
    sheet = queries.sheet(round_, unit.id)
    _refuse_closed(round_, sheet, today)
    comments = queries.comments_of(sheet)
    lacking = what_is_missing(sheet, comments)
    if sheet is None or lacking:
        raise RuleBroken(lacking[0])
    rules.check_meeting(sheet.meeting, today, round_.opens_on)
    sheet.sent_at = now()
    sheet.sent_by = actor.full_name
    sheet.reopened_until = None
    act = N_("Gửi phiếu thay chi bộ, theo phiếu giấy") if on_paper else N_("Gửi phiếu góp ý")
    counts = values_of(sheet, "met_on", "members", "present", "spoke", "nothing_to_say") | {"comments": len(comments)}
    note(actor, act, sheet, label=unit.name, changes=differences({}, counts))
    for comment in comments:
        changes = differences({}, values_of(comment, *WRITTEN))
        note(actor, N_("Gửi ý kiến"), comment, label=unit.name, changes=changes)
    return sheet


def what_is_missing(sheet: Sheet | None, comments: Sequence[Comment]) -> list[str]:
    """What a sheet lacks before it can be sent."""
    said = [row.verdict for row in queries.verdicts_of(sheet).values()]
    answered = any(verdict.people for verdict in said) or bool(queries.question_answers(sheet))
    return rules.missing(
        sheet.meeting if sheet else rules.Meeting(),
        comments=len(comments),
        incomplete=sum(not comment.complete for comment in comments),
        nothing_to_say=bool(sheet and sheet.nothing_to_say),
        gathered=sheet is None or sheet.channel is Channel.MEETING,
        answered=answered or _silent_on_every_draft(sheet),
    )


def _silent_on_every_draft(sheet: Sheet | None) -> bool:
    """Whether "không có ý kiến" was said of each draft of the round."""
    if sheet is None:
        return False
    verdicts = queries.verdicts_of(sheet)
    return all(version_id in verdicts and verdicts[version_id].nothing_to_say for version_id in sheet.round.version_ids)


def _refuse_silence(sheet: Sheet, version_id: uuid.UUID) -> None:
    verdict = queries.verdicts_of(sheet).get(version_id)
    if verdict is not None and verdict.nothing_to_say:
        raise RuleBroken(N_("Phiếu đang đánh dấu không có ý kiến về dự thảo này. Hãy bỏ dấu đó trước khi viết ý kiến."))


def reopen(round_: CommentRound, unit: Owner, *, actor: Actor, today: date, until: date, reason: str) -> Sheet:
    """Let one cell write again, through a day, also after the window. Raises RuleBroken on `until`."""
    rules.check_reopening(until, today)
    sheet = queries.sheet(round_, unit.id) or _begin(round_, unit)
    before = values_of(sheet, "reopened_until", "sent_at")
    sheet.reopened_until = until
    sheet.sent_at = None
    sheet.sent_by = ""
    sheet.put_aside = ""
    changes = differences(before, values_of(sheet, "reopened_until", "sent_at"))
    note(actor, N_("Mở lại phiếu góp ý"), sheet, label=unit.name, changes=changes, reason=reason)
    return sheet


def _sheet_to_write(round_: CommentRound, unit: Owner, *, actor: Actor, today: date, on_paper: bool) -> Sheet:
    """The cell's sheet, begun if need be, and open. Raises RuleBroken."""
    sheet = queries.sheet(round_, unit.id)
    _refuse_closed(round_, sheet, today)
    if sheet is None:
        sheet = _begin(round_, unit)
        note(actor, N_("Mở phiếu góp ý"), sheet, label=unit.name)
    if on_paper and not sheet.on_paper and sheet.received_at is None:
        sheet.on_paper = True
        note(actor, N_("Nhập phiếu thay chi bộ, theo phiếu giấy"), sheet, label=unit.name)
    return sheet


def _begin(round_: CommentRound, unit: Owner) -> Sheet:
    owner = {"respondent_id" if isinstance(unit, Respondent) else "unit_id": unit.id}
    sheet = Sheet(congress_id=round_.congress_id, round_id=round_.id, **owner)
    db.session.add(sheet)
    db.session.flush()
    return sheet


def _refuse_closed(round_: CommentRound, sheet: Sheet | None, today: date) -> None:
    window = rules.Window(round_.opens_on, round_.closes_on, sheet.reopened_until if sheet else None)
    rules.check_may_write(window, sent=bool(sheet and sheet.sent_at), today=today)


def _note_writing(
    actor: Actor, act: str, row: Sheet | Comment, unit: Owner, changes: dict[str, list[Any]], *, on_paper: bool
) -> None:
    db.session.flush()
    last = journal.latest_of(row.congress_id, row.id)
    if last and last.act == act and last.actor_id == actor.id and now() - last.at < COALESCED:
        return
    note(actor, act, row, label=unit.name, changes=changes, reason="theo phiếu giấy" if on_paper else "")
