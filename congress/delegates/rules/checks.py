"""What cannot be in a delegate's record and what is unlikely, beyond the person's own dates."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from congress.delegates.vocabulary import REASONS, Origin, Reason, Standing, Status
from congress.people.rules import PROBATION_MONTHS, Facts, months_after
from congress.shared.findings import Finding, Question, Refusal
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import date_on_paper


@dataclass(frozen=True)
class Seat:
    """In which capacity somebody is a delegate; votes of so many ballots, where the cell gave them."""

    origin: Origin = Origin.ELECTED
    standing: Standing = Standing.OFFICIAL
    rank: int | None = None
    votes: int | None = None
    ballots: int | None = None
    replaced: bool = False

    @property
    def counts(self) -> bool:
        """Whether it fills a place of the cell's quota.

        Ex officio delegates are not elected again and do not count (domain.md §2.2 [A]); appointed ones are named by
        the committee and stand outside the quota to be elected as well (§2.4). Every alternate counts. Who has been
        replaced gave the place to the alternate who came up.
        """
        return not self.replaced and self._is_elected

    @property
    def is_official(self) -> bool:
        """Whether it makes one of the congress's official delegates."""
        return self.standing is Standing.OFFICIAL and not self.replaced

    @property
    def _is_elected(self) -> bool:
        return self.origin is Origin.ELECTED or self.standing is Standing.ALTERNATE


@dataclass(frozen=True)
class Filled:
    """A cell's quota and how much of it is taken, official and alternate separately.

    `issued` is False while the cell has no quota because no allocation of delegates is in force yet.
    `promoted` alternates have come up: they fill official places, and their alternate places are used up.
    """

    official_quota: int = 0
    alternate_quota: int = 0
    official: int = 0
    alternate: int = 0
    issued: bool = True
    promoted: int = 0

    def quota(self, standing: Standing) -> int:
        """Places of this standing."""
        return self.official_quota if standing is Standing.OFFICIAL else self.alternate_quota

    def taken(self, standing: Standing) -> int:
        """Places of this standing already filled."""
        return self.official if standing is Standing.OFFICIAL else self.alternate + self.promoted


OVER_QUOTA = {
    Standing.OFFICIAL: N_(
        "Chi bộ được phân bổ %(quota)s đại biểu chính thức, đã nhập %(taken)s. Muốn thêm phải bớt một người, "
        "hoặc đề nghị Tiểu ban Nhân sự điều chỉnh chỉ tiêu."
    ),
    Standing.ALTERNATE: N_(
        "Chi bộ được phân bổ %(quota)s đại biểu dự khuyết, đã nhập %(taken)s. Muốn thêm phải bớt một người, "
        "hoặc đề nghị Tiểu ban Nhân sự điều chỉnh chỉ tiêu."
    ),
}


NOT_ISSUED = N_(
    "Phân bổ đại biểu chưa được ban hành nên chi bộ chưa có chỉ tiêu. Khi Đảng ủy ban hành, chi bộ thấy chỉ tiêu của "
    "mình ở trang Việc của chi bộ rồi nhập đại biểu được bầu."
)


def check_quota(seat: Seat, others: Filled) -> Iterator[Finding]:
    """A cell names no more delegates than it was given; `others` leaves this record out."""
    if seat.counts and not others.issued:
        yield Refusal(NOT_ISSUED, "standing")
    elif seat.counts and others.taken(seat.standing) >= others.quota(seat.standing):
        yield Refusal(
            OVER_QUOTA[seat.standing],
            "standing",
            {"quota": others.quota(seat.standing), "taken": others.taken(seat.standing)},
        )


@dataclass(frozen=True)
class Room:
    """How many official delegates the congress has without this one, how many were decided, the most it may have."""

    official: int = 0
    decided: int = 0
    cap: int = 0


def check_room(room: Room) -> Iterator[Finding]:
    """One more official delegate beyond the committee's decision, or beyond the cap, is asked about (domain.md §0)."""
    after = room.official + 1
    if room.cap and after > room.cap:
        yield Question(
            f"beyond-cap:{room.cap}",
            N_(
                "Thêm đồng chí này, đại hội có %(after)s đại biểu chính thức, vượt mức tối đa %(cap)s. "
                "Cần có ý kiến của cấp trên."
            ),
            "full_name",
            {"after": after, "cap": room.cap},
        )
    elif room.decided and after > room.decided:
        yield Question(
            f"beyond-total:{room.decided}",
            N_("Thêm đồng chí này, đại hội có %(after)s đại biểu chính thức, quá %(decided)s theo quyết định."),
            "full_name",
            {"after": after, "decided": room.decided},
        )


def check_seat(seat: Seat) -> Iterator[Finding]:
    """Origin, standing, rank and votes must fit together.

    Ex officio members are delegates by office and cannot be alternates (§2.2 [A]); rank belongs to alternates (§2.5);
    votes cannot exceed ballots. Elected with half of the ballots or fewer is asked about: elected means more than half
    of a base that is not the ballots (§5.5), so it is unlikely, not impossible.
    """
    if seat.origin is Origin.EX_OFFICIO and seat.standing is Standing.ALTERNATE:
        yield Refusal(N_("Đại biểu đương nhiên là đại biểu chính thức, không thể dự khuyết."), "standing")
    if seat.origin is not Origin.ELECTED and (seat.votes is not None or seat.ballots is not None):
        yield Refusal(N_("Chỉ đại biểu được bầu mới có số phiếu. Hãy để trống."), "votes")
    elif seat.votes is not None and seat.ballots is not None:
        if seat.votes > seat.ballots:
            yield Refusal(
                N_("%(votes)s phiếu bầu nhiều hơn %(ballots)s phiếu thu về."),
                "votes",
                {"votes": seat.votes, "ballots": seat.ballots},
            )
        elif seat.standing is Standing.OFFICIAL and seat.votes * 2 <= seat.ballots:
            yield Question(
                f"half:{seat.votes}:{seat.ballots}",
                N_("%(votes)s trên %(ballots)s phiếu là chưa quá một nửa."),
                "votes",
                {"votes": seat.votes, "ballots": seat.ballots},
            )


def check_rank(seat: Seat, taken: Mapping[int, str]) -> Iterator[Finding]:
    """Two alternates of a cell do not share a rank; `taken` names who holds which."""
    if seat.standing is Standing.ALTERNATE and seat.rank is not None and seat.rank in taken:
        yield Refusal(
            N_("Thứ hạng %(rank)s đã là của đồng chí %(name)s. Hãy ghi thứ hạng khác."),
            "rank",
            {"rank": seat.rank, "name": taken[seat.rank]},
        )


def check_membership(seat: Seat, facts: Facts, elected_on: date | None, today: date) -> Iterator[Finding]:
    """Only a full member can be elected (election regulation as of 2014, domain.md §2.3 [B]).

    `elected_on` is the day of the cell's congress where it is known. Refused when the member became official later
    than that, or joined less than twelve months before and is official on no day. A full member of longer standing
    whose day is merely not written down is not refused: the record counts as incomplete.
    """
    if seat.origin is not Origin.ELECTED:
        return
    day = elected_on or today
    if facts.official_on and elected_on and facts.official_on > elected_on:
        yield Refusal(
            N_("Ngày chi bộ bầu (%(elected)s) đồng chí này còn là đảng viên dự bị: chính thức từ %(day)s."),
            "party_official_on",
            {"elected": date_on_paper(elected_on), "day": date_on_paper(facts.official_on)},
        )
    elif not facts.official_on and facts.admitted_on and day < months_after(facts.admitted_on, PROBATION_MONTHS.value):
        yield Refusal(
            N_("Vào Đảng ngày %(day)s, đồng chí này còn là đảng viên dự bị nên chưa được bầu làm đại biểu."),
            "party_admitted_on",
            {"day": date_on_paper(facts.admitted_on)},
        )


def check_status(status: Status, reason: Reason | None) -> None:
    """A status that needs a reason has one of its own, every other has none. Raises RuleBroken on `status_reason`."""
    allowed = REASONS.get(status, ())
    if allowed and reason is None:
        raise RuleBroken(N_("Hãy chọn lý do."), "status_reason")
    if status is Status.REPLACED:
        raise RuleBroken(N_("Thay đại biểu thì dùng trang “Thay thế đại biểu”, để dự khuyết lên cùng lúc."), "status")
    if reason is not None and reason not in allowed:
        raise RuleBroken(N_("Lý do này không dùng cho tình trạng đã chọn."), "status_reason")
