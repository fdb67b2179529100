"""The figures of a round: four queries for any number of comments."""

from sqlalchemy import and_, func, select

from congress.comments.models import Comment, CommentRound, DraftVerdict, Respondent, RoundDraft, Sheet
from congress.comments.queries.opinions import of_round_draft
from congress.comments.rules.statistics import Said, SentSheet, Statistics, statistics
from congress.database import db
from congress.drafts.models import Document, DraftVersion
from congress.units.models import Unit


def of_round(round_: CommentRound) -> Statistics:
    """Opinions and participants of the sheets that were sent."""
    key = round_.congress_id
    sent = (Sheet.congress_id == key, Sheet.round_id == round_.id, Sheet.sent_at.is_not(None))
    owner = func.coalesce(Sheet.unit_id, Sheet.respondent_id)
    of_cell = and_(Unit.congress_id == Sheet.congress_id, Unit.id == Sheet.unit_id)
    of_respondent = and_(Respondent.congress_id == Sheet.congress_id, Respondent.id == Sheet.respondent_id)
    sheets = [
        SentSheet(owner_id, name, channel, members or 0, present or 0, spoke or 0, kind, listed is not False)
        for owner_id, name, channel, members, present, spoke, kind, listed in db.session.execute(
            select(
                owner,
                func.coalesce(Unit.name, Respondent.name),
                Sheet.channel,
                Sheet.members,
                Sheet.present,
                Sheet.spoke,
                Respondent.kind,
                Respondent.listed,
            )
            .select_from(Sheet)
            .outerjoin(Unit, of_cell)
            .outerjoin(Respondent, of_respondent)
            .where(*sent)
            .order_by(func.coalesce(Unit.position, 1_000_000), Sheet.id)
        )
    ]
    in_sheet = and_(Sheet.congress_id == Comment.congress_id, Sheet.id == Comment.sheet_id)
    counted = dict(
        db.session.execute(
            select(owner, func.count(Comment.id))
            .select_from(Sheet)
            .join(Comment, in_sheet)
            .where(*sent)
            .group_by(owner)
        ).all()
    )
    said = [
        Said(*row)
        for row in db.session.execute(
            select(owner, Comment.version_id, Document.title, Comment.stance, Comment.kind)
            .select_from(Comment)
            .join(Sheet, in_sheet)
            .join(RoundDraft, of_round_draft(round_.id))
            .join(
                DraftVersion,
                and_(DraftVersion.congress_id == Comment.congress_id, DraftVersion.id == Comment.version_id),
            )
            .join(
                Document,
                and_(Document.congress_id == DraftVersion.congress_id, Document.id == DraftVersion.document_id),
            )
            .where(*sent)
        )
    ]
    verdicts = [
        (row.version_id, row.verdict)
        for row in db.session.scalars(
            select(DraftVerdict)
            .join(Sheet, and_(Sheet.congress_id == DraftVerdict.congress_id, Sheet.id == DraftVerdict.sheet_id))
            .where(*sent)
        )
    ]
    drafts = [(draft.version_id, draft.version.full_title) for draft in round_.drafts]
    return statistics(sheets, said, drafts, counted, verdicts)
