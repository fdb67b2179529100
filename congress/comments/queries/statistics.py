"""The figures of a round: three queries for any number of comments."""

from sqlalchemy import and_, func, select

from congress.comments.models import Comment, CommentRound, RoundDraft, Sheet
from congress.comments.queries.opinions import of_round_draft
from congress.comments.rules.statistics import Said, SentSheet, Statistics, statistics
from congress.database import db
from congress.drafts.models import Document, DraftVersion
from congress.units.models import Unit


def of_round(round_: CommentRound) -> Statistics:
    """Opinions and participants of the sheets that were sent."""
    key = round_.congress_id
    sent = (Sheet.congress_id == key, Sheet.round_id == round_.id, Sheet.sent_at.is_not(None))
    sheets = [
        SentSheet(unit_id, name, channel, members or 0, present or 0, spoke or 0)
        for unit_id, name, channel, members, present, spoke in db.session.execute(
            select(Sheet.unit_id, Unit.name, Sheet.channel, Sheet.members, Sheet.present, Sheet.spoke)
            .join(Unit, and_(Unit.congress_id == Sheet.congress_id, Unit.id == Sheet.unit_id))
            .where(*sent)
            .order_by(Unit.position, Unit.id)
        )
    ]
    in_sheet = and_(Sheet.congress_id == Comment.congress_id, Sheet.id == Comment.sheet_id)
    counted = dict(
        db.session.execute(
            select(Sheet.unit_id, func.count(Comment.id)).join(Comment, in_sheet).where(*sent).group_by(Sheet.unit_id)
        ).all()
    )
    said = [
        Said(*row)
        for row in db.session.execute(
            select(Sheet.unit_id, Comment.version_id, Document.title, Comment.stance, Comment.kind)
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
    drafts = [(draft.version_id, draft.version.full_title) for draft in round_.drafts]
    return statistics(sheets, said, drafts, counted)
