"""The public page of a round: when it is open, and how many opinions one address may send."""

from datetime import date, timedelta

from congress.comments.rules.windows import Window
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken

FROM_ONE_ADDRESS = 50
"""As many as the sign-in page takes from one address (an office, a hall and its network share one)."""
FROM_EVERYWHERE = 600
WITHIN = timedelta(minutes=15)


def check_page_open(window: Window, *, switched_on: bool, today: date) -> None:
    """The page takes opinions while it is switched on and the round lasts. Raises RuleBroken."""
    if not switched_on or not window.is_open(today):
        raise RuleBroken(
            N_("Trang này hiện không nhận ý kiến: đợt góp ý chưa mở, đã khóa, hoặc văn phòng đã tắt trang.")
        )


def check_pace(from_address: int, from_everywhere: int) -> None:
    """Not too many opinions in a quarter of an hour. Raises RuleBroken."""
    if from_address >= FROM_ONE_ADDRESS or from_everywhere >= FROM_EVERYWHERE:
        raise RuleBroken(N_("Đang có quá nhiều ý kiến gửi cùng lúc. Chữ đã viết còn nguyên; hãy gửi lại sau 15 phút."))
