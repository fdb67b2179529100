"""The meeting of a cell: what cannot be, and what is unlikely."""

from dataclasses import dataclass
from datetime import date, timedelta

from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import date_on_paper


@dataclass(frozen=True)
class Meeting:
    """The cell's meeting: day and how many members there are, came, and spoke."""

    met_on: date | None = None
    members: int | None = None
    present: int | None = None
    spoke: int | None = None


LONG_BEFORE = timedelta(days=366)


def check_meeting(meeting: Meeting, today: date, opens_on: date | None = None) -> None:
    """Spoke ≤ present ≤ members, and the meeting has been held (domain.md §6.3, §6.4). Raises RuleBroken.

    A day more than a year before the round opens is a slip of the pen (01/01/1900), not a meeting on its drafts.
    """
    if meeting.met_on and opens_on and meeting.met_on < opens_on - LONG_BEFORE:
        raise RuleBroken(
            N_("Ngày họp %(met)s ở trước ngày mở đợt góp ý %(opens)s hơn một năm. Hãy xem lại ngày, tháng, năm."),
            "met_on",
            met=date_on_paper(meeting.met_on),
            opens=date_on_paper(opens_on),
        )
    if meeting.met_on and meeting.met_on > today:
        raise RuleBroken(N_("Ngày họp không thể ở sau hôm nay."), "met_on")
    if meeting.present is not None and meeting.members is not None and meeting.present > meeting.members:
        raise RuleBroken(
            N_("%(present)s đảng viên dự họp nhiều hơn %(members)s đảng viên của chi bộ."),
            "present",
            present=meeting.present,
            members=meeting.members,
        )
    if meeting.spoke is not None and meeting.present is not None and meeting.spoke > meeting.present:
        raise RuleBroken(
            N_("%(spoke)s đồng chí phát biểu nhiều hơn %(present)s đảng viên dự họp."),
            "spoke",
            spoke=meeting.spoke,
            present=meeting.present,
        )


def doubts(meeting: Meeting, opens_on: date, known_members: int) -> list[RuleBroken]:
    """What is unlikely in a meeting's figures: asked about before the sheet is sent, never refused."""
    found = []
    if meeting.met_on and meeting.met_on < opens_on:
        found.append(
            RuleBroken(
                N_("Ngày họp %(met)s ở trước ngày mở đợt góp ý %(opens)s."),
                "met_on",
                met=date_on_paper(meeting.met_on),
                opens=date_on_paper(opens_on),
            )
        )
    if meeting.members is not None and known_members and meeting.members != known_members:
        found.append(
            RuleBroken(
                N_("Phiếu ghi %(members)s đảng viên, danh sách chi bộ có %(known)s đảng viên."),
                "members",
                members=meeting.members,
                known=known_members,
            )
        )
    return found
