"""Who may do what with one record."""

from congress.delegates.vocabulary import Review
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken

WITH_THE_CELL = frozenset({Review.NOT_SENT, Review.RETURNED})
WITH_THE_REVIEWER = frozenset({Review.SENT, Review.RECEIVED})


def may_change(review: Review, *, as_reviewer: bool) -> bool:
    """A reviewer always; a cell only what lies with it: not yet sent, or sent back."""
    return as_reviewer or review in WITH_THE_CELL


def refuse_sent(review: Review, *, as_reviewer: bool) -> None:
    """Raise RuleBroken, saying whom to ask, when a cell wants to change what it has sent."""
    if may_change(review, as_reviewer=as_reviewer):
        return
    if review is Review.SENT:
        raise RuleBroken(
            N_("Chi bộ đã gửi đại biểu này. Muốn sửa, hãy đề nghị Thư ký Tiểu ban Nhân sự trả lại để bổ sung.")
        )
    raise RuleBroken(N_("Tiểu ban Nhân sự đã nhận đại biểu này. Muốn sửa, hãy đề nghị Thư ký Tiểu ban Nhân sự."))
