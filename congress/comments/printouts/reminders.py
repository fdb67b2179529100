"""Letters of reminder: one page for each cell that owes its answer, in the layout of the Party's official letters."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from congress.comments.models import CommentRound
from congress.comments.rules import CellAnswer
from congress.comments.vocabulary import Answer
from congress.congresses.models import Congress
from congress.printing.paper import Heading, Signature
from congress.printing.printout import Printout, file_name
from congress.shared.vietnamese import date_on_paper


@dataclass(frozen=True)
class Letter:
    """One letter as the template draws it."""

    heading: Heading
    to: str
    lines: tuple[str, ...]
    signature: Signature


def reminder_letters(congress: Congress, round_: CommentRound, owing: Sequence[CellAnswer], *, today: date) -> Printout:
    """A letter to each of these cells."""
    return Printout(
        template="comments/printouts/reminders.html",
        filename=file_name(congress.slug, "Công văn nhắc góp ý", today),
        title=f"Nhắc gửi phiếu góp ý: {round_.title}",
        author=congress.committee,
        date=today,
        context={"letters": [_letter(congress, round_, row, today) for row in owing]},
    )


def _letter(congress: Congress, round_: CommentRound, row: CellAnswer, today: date) -> Letter:
    last = date_on_paper(row.window.last_day)
    left = row.window.days_left(today)
    when = f"còn {left} ngày" if left > 0 else "hôm nay là ngày cuối" if left == 0 else f"đã quá hạn {-left} ngày"
    begun = f"đã viết {row.comments} ý kiến nhưng chưa gửi phiếu" if row.answer is Answer.WRITING else "chưa gửi phiếu"
    drafts = "; ".join(draft.version.full_title for draft in round_.drafts)
    return Letter(
        heading=Heading(
            superior=congress.superior,
            issuer=congress.committee,
            place=congress.name,
            date=today,
            symbol="CV/ĐU",
            reference=f"V/v gửi phiếu góp ý: {round_.title}",
        ),
        to=row.unit_name,
        lines=(
            f"Đợt “{round_.title}” lấy ý kiến về: {drafts}; nhận ý kiến đến hết ngày {last} ({when}).",
            f"Đến ngày {date_on_paper(today)}, {row.unit_name} {begun}.",
            "Đề nghị các đồng chí họp, ghi ý kiến và gửi phiếu về Tiểu ban Văn kiện đúng hạn; nếu không có ý kiến thì "
            "ghi rõ “không có ý kiến” và vẫn gửi phiếu.",
        ),
        signature=Signature(
            authority="T/L Ban Thường vụ",
            position="Chánh Văn phòng",
            recipients=("Như trên", "Tiểu ban Văn kiện", "Lưu Văn phòng"),
        ),
    )
