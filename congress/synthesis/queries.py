"""Reading synthesis reports and their statements."""

import uuid
from collections.abc import Sequence
from typing import Any

from sqlalchemy import and_, func, select

from congress.comments import queries as comments
from congress.comments.models import CommentRound
from congress.database import db
from congress.synthesis.models import ReportStatement, SynthesisReport
from congress.synthesis.vocabulary import Part


def reports(congress_id: uuid.UUID) -> list[tuple[SynthesisReport, str]]:
    """All reports with the title of their round, the newest first."""
    rows = db.session.execute(
        select(SynthesisReport, CommentRound.title)
        .join(
            CommentRound,
            and_(CommentRound.congress_id == SynthesisReport.congress_id, CommentRound.id == SynthesisReport.round_id),
        )
        .where(SynthesisReport.congress_id == congress_id)
        .order_by(SynthesisReport.drawn_at.desc(), SynthesisReport.id.desc())
    )
    return [(report, title) for report, title in rows]


def report(congress_id: uuid.UUID, report_id: uuid.UUID) -> SynthesisReport:
    """One report; NoResultFound for another congress's."""
    return db.session.scalars(
        select(SynthesisReport).where(SynthesisReport.congress_id == congress_id, SynthesisReport.id == report_id)
    ).one()


def _of(report: SynthesisReport, version_id: uuid.UUID | None, part: Part | None, *, edited: bool) -> list[Any]:
    wanted: list[Any] = [
        ReportStatement.congress_id == report.congress_id,
        ReportStatement.report_id == report.id,
    ]
    if version_id is not None:
        wanted.append(ReportStatement.version_id == version_id)
    if part is not None:
        wanted.append(ReportStatement.part == part)
    if edited:
        wanted.append(ReportStatement.edited.is_(True) | ReportStatement.left_out.is_(True))
    return wanted


def statements(
    report: SynthesisReport,
    *,
    version_id: uuid.UUID | None = None,
    part: Part | None = None,
    edited: bool = False,
    limit: int | None = None,
    offset: int = 0,
) -> Sequence[ReportStatement]:
    """The statements in their order on paper, those left out as well."""
    rows = select(ReportStatement).where(*_of(report, version_id, part, edited=edited)).order_by(ReportStatement.place)
    if limit is not None:
        rows = rows.limit(limit).offset(offset)
    return db.session.scalars(rows).all()


def count(
    report: SynthesisReport, *, version_id: uuid.UUID | None = None, part: Part | None = None, edited: bool = False
) -> int:
    """How many statements there are."""
    rows = select(func.count()).select_from(ReportStatement).where(*_of(report, version_id, part, edited=edited))
    return int(db.session.scalar(rows) or 0)


def drafts(report: SynthesisReport) -> list[tuple[uuid.UUID, str]]:
    """The drafts of a report, in its order."""
    rows = db.session.execute(
        select(ReportStatement.version_id, ReportStatement.document, func.min(ReportStatement.place))
        .where(ReportStatement.congress_id == report.congress_id, ReportStatement.report_id == report.id)
        .group_by(ReportStatement.version_id, ReportStatement.document)
        .order_by(func.min(ReportStatement.place))
    )
    return [(version_id, document) for version_id, document, _least in rows]


def moved(report: SynthesisReport, round_: CommentRound) -> tuple[int, int] | None:
    """How many cells have answered, and with how many comments, where that is no longer what the report counted."""
    now = comments.totals_of(round_)
    return (now.sent, now.comments) if (now.sent, now.comments) != (report.base, report.comments) else None


def statement(congress_id: uuid.UUID, report_id: uuid.UUID, statement_id: uuid.UUID) -> ReportStatement:
    """One statement of a report; NoResultFound for any other's."""
    return db.session.scalars(
        select(ReportStatement).where(
            ReportStatement.congress_id == congress_id,
            ReportStatement.report_id == report_id,
            ReportStatement.id == statement_id,
        )
    ).one()
