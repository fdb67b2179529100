"""What a comment and a sheet must hold before they are kept and sent."""

from congress.comments.rules.meetings import Meeting
from congress.comments.vocabulary import Stance
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken

LONGEST_TEXT = 10_000


def check_text(proposed: str, reason: str, stance: Stance | None) -> None:
    """A comment says something. Raises RuleBroken on `stance`."""
    if stance is None and not proposed and not reason:
        raise RuleBroken(N_("Chưa ghi gì. Hãy chọn đồng ý hay không đồng ý, hoặc viết nội dung đề nghị."), "stance")


def check_supporters(supporters: int | None, meeting: Meeting) -> None:
    """No more people share an opinion than were there (domain.md §6.3 [C]). Raises RuleBroken on `supporters`."""
    if supporters is not None and meeting.present is not None and supporters > meeting.present:
        raise RuleBroken(
            N_("%(supporters)s đồng chí tán thành nhiều hơn %(present)s đảng viên dự họp ghi trong phiếu."),
            "supporters",
            supporters=supporters,
            present=meeting.present,
        )


def is_complete(stance: Stance | None, proposed: str, reason: str) -> bool:
    """Whether a comment can be sent: a stance, and words unless it simply agrees."""
    return stance is not None and (stance is Stance.AGREE or bool(proposed or reason))


def missing(
    meeting: Meeting,
    *,
    comments: int,
    incomplete: int,
    nothing_to_say: bool,
    gathered: bool = True,
    answered: bool = False,
) -> list[str]:
    """What a sheet lacks before it can be sent, as Vietnamese source sentences; empty when it can go.

    gathered  the opinions were given at a meeting, which has a day and figures; a letter has none
    answered  a draft's people were counted, a question answered or "không có ý kiến" said of every draft
    """
    found = []
    if gathered and meeting.met_on is None:
        found.append(N_("Chưa ghi ngày họp."))
    if gathered and None in (meeting.members, meeting.present, meeting.spoke):
        found.append(N_("Chưa ghi đủ số đảng viên, số dự họp và số phát biểu."))
    if not comments and not nothing_to_say and not answered:
        found.append(N_("Chưa có ý kiến nào. Nếu chi bộ không có ý kiến, hãy đánh dấu ô “Chi bộ không có ý kiến”."))
    if comments and nothing_to_say:
        found.append(N_("Phiếu vừa có ý kiến vừa đánh dấu “Chi bộ không có ý kiến”. Hãy bỏ một trong hai."))
    if incomplete:
        found.append(N_("Có ý kiến chưa chọn mức đồng ý hoặc chưa viết nội dung."))
    return found


def check_nothing_to_say(nothing_to_say: bool, comments: int) -> None:
    """ "Không có ý kiến" and comments exclude each other. Raises RuleBroken on `nothing_to_say`."""
    if nothing_to_say and comments:
        raise RuleBroken(
            N_("Phiếu đã có %(count)s ý kiến. Hãy xóa các ý kiến đó trước khi đánh dấu ô này."),
            "nothing_to_say",
            count=comments,
        )
