"""Drawing up a report, drawing it up again, wording a statement anew, issuing."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import insert

from congress.comments import queries as comments
from congress.comments.models import CommentRound
from congress.comments.rules import RoundTotals
from congress.database import db, new_id, now, values_of
from congress.journal.actions import Actor, note, refuse_stale
from congress.journal.rules import differences
from congress.shared.labels import N_, name_fields
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import date_on_paper
from congress.synthesis import queries
from congress.synthesis.models import ReportStatement, SynthesisReport
from congress.synthesis.rules.numbering import read_number
from congress.synthesis.rules.quantity import Thresholds
from congress.synthesis.rules.statements import Statement, opening, statements
from congress.triage import queries as triage

name_fields(
    "synthesis_report",
    "synthesis_statement",
    comments=N_("Số ý kiến"),
    base=N_("Số chi bộ đã gửi phiếu"),
    statements=N_("Số câu"),
    text=N_("Câu trong báo cáo"),
    left_out=N_("Bỏ khỏi báo cáo"),
    number=N_("Số văn bản"),
    symbol=N_("Ký hiệu"),
    issued_on=N_("Ngày ban hành"),
    authority=N_("Thẩm quyền ký"),
    position=N_("Chức vụ người ký"),
    signed_by=N_("Người ký"),
    most=N_("Ngưỡng “hầu hết” (%)"),
    majority=N_("Ngưỡng “đa số” (%)"),
    many=N_("Ngưỡng “nhiều” (%)"),
)
ISSUE = ("number", "symbol", "issued_on", "authority", "position", "signed_by")
LABEL = N_("Báo cáo tổng hợp ý kiến")


def draw_up(round_: CommentRound, thresholds: Thresholds, *, actor: Actor) -> SynthesisReport:
    """Write a report from what the cells have sent. Raises RuleBroken while nothing was sent."""
    totals, found = _written(round_, thresholds.check())
    report = SynthesisReport(
        congress_id=round_.congress_id,
        round_id=round_.id,
        thresholds=thresholds.kept(),
        base=totals.sent,
        opening=opening(totals),
        comments=totals.comments,
    )
    db.session.add(report)
    db.session.flush()
    _insert(report, found, {})
    changes = differences({}, {"comments": totals.comments, "base": totals.sent, "statements": len(found)})
    note(actor, N_("Lập báo cáo tổng hợp ý kiến"), report, label=LABEL, changes=changes)
    return report


def draw_up_again(
    round_: CommentRound, report: SynthesisReport, thresholds: Thresholds, *, actor: Actor, version: int | None
) -> None:
    """Count anew; what people worded themselves, or left out, stays so. Raises RuleBroken, StaleEdit."""
    refuse_stale(report, version)
    _refuse_issued(report)
    totals, found = _written(round_, thresholds.check())
    old = queries.statements(report)
    kept = {each.key: (each.text, each.left_out) for each in old if each.edited or each.left_out}
    before = {"comments": report.comments, "base": report.base, "statements": len(old), **report.thresholds}
    for each in old:
        db.session.delete(each)
    report.thresholds, report.base, report.comments = thresholds.kept(), totals.sent, totals.comments
    report.opening, report.drawn_at = opening(totals), now()
    db.session.flush()
    _insert(report, found, kept)
    after = {"comments": totals.comments, "base": totals.sent, "statements": len(found), **thresholds.kept()}
    note(actor, N_("Tính lại báo cáo tổng hợp"), report, label=LABEL, changes=differences(before, after))


def _written(round_: CommentRound, thresholds: Thresholds) -> tuple[RoundTotals, list[Statement]]:
    totals = comments.totals_of(round_)
    if not totals.comments:
        raise RuleBroken(N_("Chưa chi bộ nào gửi ý kiến nên chưa có gì để tổng hợp."))
    drafts = [(draft.version_id, draft.version.full_title) for draft in round_.drafts]
    return totals, statements(triage.answers.answered(round_), totals.sent, thresholds, drafts)


def _insert(report: SynthesisReport, found: Sequence[Statement], kept: dict[str, tuple[str, bool]]) -> None:
    rows: list[dict[str, Any]] = []
    for place, each in enumerate(found):
        text, left_out = kept.get(each.key, (each.text, False))
        rows.append(
            {
                "congress_id": report.congress_id,
                "id": new_id(),
                "report_id": report.id,
                "key": each.key,
                "place": place,
                "part": each.part,
                "version_id": each.version_id,
                "document": each.document,
                "heading": each.heading,
                "written": each.text,
                "text": text,
                "sources": [str(comment_id) for comment_id in each.sources],
                "edited": text != each.text,
                "left_out": left_out,
                "version": 1,
            }
        )
    db.session.execute(insert(ReportStatement), rows)


def reword(
    report: SynthesisReport,
    statement: ReportStatement,
    *,
    actor: Actor,
    version: int | None,
    text: str,
    left_out: bool = False,
) -> None:
    """Word a statement anew, leave it out or take it in again. Raises RuleBroken, StaleEdit."""
    _refuse_issued(report)
    refuse_stale(statement, version)
    if not text:
        raise RuleBroken(N_("Câu không được để trống. Muốn bỏ câu, hãy đánh dấu “Bỏ câu này khỏi báo cáo”."), "text")
    before = values_of(statement, "text", "left_out")
    statement.text, statement.left_out = text, left_out
    statement.edited = text != statement.written
    changes = differences(before, {"text": text, "left_out": left_out})
    if changes:
        label = f"{statement.document}, {statement.heading}"[:300]
        note(actor, N_("Sửa câu trong báo cáo tổng hợp"), statement, label=label, changes=changes)


def issue(
    report: SynthesisReport,
    *,
    actor: Actor,
    version: int | None,
    today: date,
    number: str,
    issued_on: date,
    authority: str,
    position: str,
    signed_by: str,
) -> None:
    """Sign and lock the report; the number as offices write it. Raises RuleBroken, StaleEdit."""
    refuse_stale(report, version)
    _refuse_issued(report)
    if issued_on > today:
        raise RuleBroken(N_("Ngày ban hành không thể ở sau hôm nay."), "issued_on")
    opened = comments.one_round(report.congress_id, report.round_id).opens_on
    if issued_on < opened:
        raise RuleBroken(
            N_("Ngày ban hành không thể ở trước ngày mở đợt góp ý %(day)s."), "issued_on", day=date_on_paper(opened)
        )
    figure, symbol = read_number(number)
    after = {
        "number": figure,
        "symbol": symbol,
        "issued_on": issued_on,
        "authority": authority,
        "position": position,
        "signed_by": signed_by,
    }
    before = values_of(report, *ISSUE)
    for name, value in after.items():
        setattr(report, name, value)
    note(actor, N_("Ban hành báo cáo tổng hợp"), report, label=LABEL, changes=differences(before, after))


def reopen(report: SynthesisReport, *, actor: Actor, version: int | None) -> None:
    """Open an issued report again for editing; number and signer stay for the next time. Raises StaleEdit."""
    refuse_stale(report, version)
    before = values_of(report, "issued_on")
    report.issued_on = None
    note(
        actor,
        N_("Mở lại báo cáo tổng hợp để sửa"),
        report,
        label=LABEL,
        changes=differences(before, {"issued_on": None}),
    )


def drop(report: SynthesisReport, *, actor: Actor, version: int | None) -> None:
    """Throw a report away that was not issued. Raises RuleBroken, StaleEdit."""
    refuse_stale(report, version)
    _refuse_issued(report)
    note(actor, N_("Xóa báo cáo tổng hợp"), report, label=LABEL)
    db.session.delete(report)


def _refuse_issued(report: SynthesisReport) -> None:
    if report.issued_on is not None:
        raise RuleBroken(N_("Báo cáo đã ban hành nên không sửa được. Hãy mở lại trước khi sửa."))
