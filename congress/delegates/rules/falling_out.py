"""What stands against letting a delegate fall out, or against undoing it."""

from datetime import date

from congress.delegates.rules.roll import Line
from congress.delegates.vocabulary import REASONS, Origin, Reason, Review, Standing, Status
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import date_on_paper


def check_fall(out: Line, reason: Reason | None, *, moved: bool) -> None:
    """Whether this delegate can fall out for this reason and be replaced. Raises RuleBroken.

    Only whom the cell elected is replaced by an alternate of the cell. Who moved under the same superior committee
    stays with the delegation, and nobody comes up for it (01-HD/TW 13.1 [A]).
    """
    check_replaceable(out)
    if reason not in REASONS[Status.REPLACED]:
        raise RuleBroken(N_("Hãy chọn lý do."), "reason")
    if moved and reason is Reason.MOVED:
        raise RuleBroken(
            N_(
                "Đồng chí này chuyển sinh hoạt trong cùng đảng bộ cấp trên nên vẫn thuộc đoàn cũ, "
                "không cử dự khuyết thay (Hướng dẫn 01-HD/TW, mục 13.1). Nếu đã chuyển khỏi đảng bộ thì bỏ ghi chuyển "
                "sinh hoạt trước."
            ),
            "reason",
        )


def check_replaceable(out: Line) -> None:
    """Whether an alternate may come up for this delegate at all. Raises RuleBroken."""
    if out.status is Status.REPLACED:
        raise RuleBroken(N_("Đồng chí này đã được thay thế. Mỗi đại biểu chỉ được thay một lần."))
    if out.standing is not Standing.OFFICIAL:
        raise RuleBroken(N_("Chỉ thay đại biểu chính thức. Dự khuyết không dự thì đổi tình trạng của dự khuyết."))
    if out.origin is not Origin.ELECTED:
        raise RuleBroken(
            N_(
                "Đại biểu đương nhiên hoặc chỉ định không do chi bộ bầu nên dự khuyết của chi bộ không thay được. "
                "Hãy ghi tình trạng của đồng chí này."
            )
        )
    if out.review is not Review.RECEIVED:
        raise RuleBroken(N_("Tiểu ban Nhân sự chưa nhận hồ sơ của đồng chí này. Hãy nhận hồ sơ trước, rồi thay."))


def check_open(adopted_on: date | None, override: str, *, may_override: bool) -> None:
    """No promotion once the credentials report is adopted, unless the office says so with a reason (§2.5 [D])."""
    if adopted_on is None or (may_override and override):
        return
    raise RuleBroken(
        N_(
            "Đại hội đã thông qua báo cáo thẩm tra tư cách đại biểu ngày %(day)s nên không thay đại biểu nữa. "
            "Trường hợp đặc biệt, Văn phòng ghi rõ căn cứ rồi mới thay được."
        ),
        "override" if may_override else None,
        day=date_on_paper(adopted_on),
    )


def check_undo(adopted_on: date | None, later: str, rank_holder: str = "") -> None:
    """A promotion is taken back until the report is adopted, the latest first. Raises RuleBroken.

    `later` names whoever has come up for the promoted one since; `rank_holder` whoever holds the rank meanwhile.
    """
    if adopted_on is not None:
        raise RuleBroken(
            N_(
                "Đại hội đã thông qua báo cáo thẩm tra tư cách đại biểu ngày %(day)s nên không hoàn tác được nữa. "
                "Nếu ghi sai, hãy báo Ban Thẩm tra tư cách đại biểu."
            ),
            day=date_on_paper(adopted_on),
        )
    if later:
        raise RuleBroken(
            N_("Người lên thay nay đã được đồng chí %(name)s thay. Hãy hoàn tác lần thay sau trước."), name=later
        )
    if rank_holder:
        raise RuleBroken(
            N_("Thứ hạng dự khuyết cũ nay là của đồng chí %(name)s. Hãy đổi thứ hạng đó trước rồi hoàn tác."),
            name=rank_holder,
        )
