"""Drafts of the demo: the political report and the review report, two versions each."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from congress.congresses.models import Congress
from congress.demo import texts
from congress.drafts import actions
from congress.drafts.models import Document, DraftVersion
from congress.drafts.rules import blocks
from congress.drafts.vocabulary import DocumentKind, DocumentLevel, PathState
from congress.journal.actions import Actor


@dataclass(frozen=True)
class Written:
    """The versions the rounds ask about."""

    political_1: DraftVersion
    political_2: DraftVersion
    review_2: DraftVersion


def write_drafts(congress: Congress, *, actor: Actor, today: date) -> Written:
    """Enter both reports by the way of a pasted text: read in, looked through, recorded."""
    political = actions.add_document(
        congress,
        actor=actor,
        kind=DocumentKind.POLITICAL_REPORT,
        title="Báo cáo chính trị trình Đại hội đại biểu Đảng bộ xã",
    )
    review = actions.add_document(
        congress, actor=actor, kind=DocumentKind.REVIEW_REPORT, title="Báo cáo kiểm điểm của Ban Chấp hành Đảng bộ xã"
    )

    def version(document: Document, number: int, text: str, days_ago: int) -> DraftVersion:
        draft = actions.read_in(
            document,
            blocks.from_text(text),
            actor=actor,
            number=number,
            dated=today - timedelta(days=days_ago),
            note_text=texts.INVENTED,
        )
        return actions.record(draft, actor=actor)

    first = version(political, 1, texts.earlier(texts.POLITICAL_REPORT, texts.EARLIER_WORDS), 40)
    second = version(political, 2, texts.POLITICAL_REPORT, 12)
    version(review, 1, texts.earlier(texts.REVIEW_REPORT, texts.EARLIER_REVIEW_WORDS), 38)
    written = Written(first, second, version(review, 2, texts.REVIEW_REPORT, 12))
    _further_documents(congress, actor=actor)
    _walk(political, written, actor=actor, today=today)
    return written


def _further_documents(congress: Congress, *, actor: Actor) -> None:
    """Documents without a draft yet: the resolution, the action programme, two of the levels above."""
    for kind, level, title in (
        (DocumentKind.RESOLUTION, DocumentLevel.OWN, "Dự thảo Nghị quyết Đại hội"),
        (DocumentKind.ACTION_PROGRAMME, DocumentLevel.OWN, "Chương trình hành động thực hiện Nghị quyết Đại hội"),
        (DocumentKind.SUPERIOR, DocumentLevel.PROVINCE, "Dự thảo Báo cáo chính trị Đại hội Đảng bộ tỉnh"),
        (DocumentKind.SUPERIOR, DocumentLevel.CENTRAL, "Dự thảo các văn kiện trình Đại hội XIV của Đảng"),
    ):
        actions.add_document(congress, actor=actor, kind=kind, level=level, title=title)


def _walk(political: Document, written: Written, *, actor: Actor, today: date) -> None:
    """The political report has come as far as its first revision; the open round is for a person to record."""
    first, second = written.political_1.id, written.political_2.id
    steps: tuple[tuple[PathState, int, dict[str, Any]], ...] = (
        (PathState.OUTLINE, 75, {"body": "Ban Thường vụ Đảng ủy", "paper": "12-KL/ĐU", "note": "Kết luận về đề cương"}),
        (PathState.DRAFT, 40, {"body": "Tổ Biên tập", "draft_id": first}),
        (PathState.CONSULTATION, 36, {"body": "Các chi bộ, Mặt trận Tổ quốc, đoàn thể", "paper": "21-CV/ĐU"}),
        (PathState.REVISED, 12, {"body": "Tiểu ban Văn kiện", "draft_id": second, "note": "Trình thành dự thảo lần 2"}),
    )
    for state, ago, fields in steps:
        day = today - timedelta(days=ago)
        paper_on = {"paper_on": day} if "paper" in fields else {}
        actions.record_step(political, actor=actor, version=None, state=state, day=day, **fields, **paper_on)
