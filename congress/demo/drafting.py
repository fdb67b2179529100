"""Drafts of the demo: the political report and the review report, two versions each."""

from dataclasses import dataclass
from datetime import date, timedelta

from congress.congresses.models import Congress
from congress.demo import texts
from congress.drafts import actions
from congress.drafts.models import Document, DraftVersion
from congress.drafts.rules import blocks
from congress.drafts.vocabulary import DocumentKind
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
    return Written(first, second, version(review, 2, texts.REVIEW_REPORT, 12))
