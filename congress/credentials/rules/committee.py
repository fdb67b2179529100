"""Who may sit in the credentials committee (domain.md §4.1, §5.1 [A])."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from congress.credentials.vocabulary import CommitteeRole
from congress.delegates.vocabulary import Standing, Status
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import name_sort_key

USUAL = (3, 5)
"""The usual size at grassroots congresses (questions and answers of the Party portal [A])."""


def refuse_member(name: str, standing: Standing, status: Status) -> None:
    """Only an official delegate may check credentials. Raises RuleBroken on `delegate`."""
    if why := unfit(standing, status):
        raise RuleBroken(why, "delegate", name=name)


def unfit(standing: Standing, status: Status) -> str:
    """Why a delegate may not sit in the committee, as a sentence with %(name)s; "" if nothing stands against it."""
    if standing is not Standing.OFFICIAL:
        return N_("Đồng chí %(name)s là đại biểu dự khuyết. Ủy viên Ban Thẩm tra phải là đại biểu chính thức.")
    if status is Status.REPLACED:
        return N_("Đồng chí %(name)s đã được thay thế nên không thể ở trong Ban Thẩm tra.")
    if status is Status.NOT_SUMMONED:
        return N_("Đồng chí %(name)s không được triệu tập nên không thể ở trong Ban Thẩm tra.")
    return ""


def advice(roles: Iterable[CommitteeRole]) -> str:
    """What is unusual about the committee's size or head; a sentence, or "". Never blocks."""
    found = list(roles)
    if not found:
        return ""
    if found.count(CommitteeRole.HEAD) != 1:
        return N_("Ban Thẩm tra cần đúng một Trưởng ban.")
    if not USUAL[0] <= len(found) <= USUAL[1]:
        return N_("Ban Thẩm tra ở cơ sở thường có 3 đến 5 đồng chí.")
    if len(found) % 2 == 0:
        return N_("Ban Thẩm tra thường có số ủy viên lẻ, để khi biểu quyết không ngang phiếu.")
    return ""


@dataclass(frozen=True)
class Member:
    """Somebody of the committee as a report names it."""

    id: str
    name: str
    role: CommitteeRole


def refuse_signature(
    members: Sequence[Member], standings: Mapping[str, tuple[Standing, Status]], signed_by: str
) -> None:
    """Raise RuleBroken unless this committee may sign now and the signer is of it.

    `standings` are of every delegate on the list, by id; whoever left the list is of no standing at all.
    """
    if not any(member.role is CommitteeRole.HEAD for member in members):
        raise RuleBroken(
            N_("Báo cáo này lập khi Ban Thẩm tra chưa có Trưởng ban. Hãy cử Ban Thẩm tra rồi lập báo cáo mới.")
        )
    for member in members:
        if member.id not in standings:
            raise RuleBroken(
                N_("Đồng chí %(name)s không còn trong danh sách đại biểu. Hãy sửa Ban Thẩm tra rồi lập báo cáo mới."),
                name=member.name,
            )
        if why := unfit(*standings[member.id]):
            raise RuleBroken(why, name=member.name)
    if name_sort_key(signed_by) not in {name_sort_key(member.name) for member in members}:
        raise RuleBroken(
            N_("%(name)s không ở trong Ban Thẩm tra của báo cáo này. Người ký phải là Trưởng ban hoặc ủy viên."),
            "signed_by",
            name=signed_by,
        )
