"""Why a cell gets its seats: one sentence anybody understands, with the steps of the arithmetic behind it."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from congress.allocation.rules import steps
from congress.allocation.rules.phrases import ROUNDING, TIE_RULES, Phrase, Told, names, rough, short
from congress.allocation.rules.plan import Plan
from congress.allocation.rules.shares import Allocation
from congress.shared.labels import N_


@dataclass(frozen=True)
class Explanation:
    """Of one cell: a sentence and the steps behind it, for official seats and alternates; put together when asked."""

    key: str
    official: Told
    alternate: Told

    @property
    def sentence(self) -> Phrase:
        """Members, official seats, and how they come about."""
        return sentence(self.official)

    @property
    def steps(self) -> tuple[Phrase, ...]:
        """The arithmetic of the official seats."""
        return tuple(steps.of(self.official))

    @property
    def alternate_sentence(self) -> Phrase:
        """Alternates, and how they come about."""
        return sentence(self.alternate)

    @property
    def alternate_steps(self) -> tuple[Phrase, ...]:
        """The arithmetic of the alternates."""
        return tuple(steps.of(self.alternate))


def explain(plan: Plan, allocation: Allocation, key: str) -> Explanation:
    """Explain the seats of one cell; KeyError for a cell the plan does not have."""
    official, alternate = (
        Told(plan, outcome, plan.by_key[key], outcome.by_key[key])
        for outcome in (allocation.official, allocation.alternate)
    )
    return Explanation(key, official, alternate)


def explain_all(plan: Plan, allocation: Allocation) -> Iterator[Explanation]:
    """Every cell in printed order, one at a time."""
    return (explain(plan, allocation, cell.key) for cell in plan.cells)


def sentence(told: Told) -> Phrase:
    """Members, seats, and how they come about."""
    values = {"cell": told.cell.name, "members": told.cell.members, "seats": told.share.seats, "why": _why(told)}
    if told.is_official:
        return Phrase(
            N_("%(cell)s có %(members)s đảng viên chính thức, được bầu %(seats)s đại biểu chính thức: %(why)s."), values
        )
    return Phrase(N_("%(cell)s được bầu %(seats)s đại biểu dự khuyết: %(why)s."), values)


def _why(told: Told) -> tuple[Phrase, ...]:
    if told.share.pinned:
        return (_pinned(told),)
    if told.share.raised:
        values = {"exact": rough(_exact(told)), "low": told.share.seats}
        return (Phrase(N_("tính ra %(exact)s, thấp hơn mức tối thiểu %(low)s nên được nâng lên"), values),)
    if told.share.lowered:
        return (_lowered(told),)
    if told.outcome.divisor and not told.outcome.pool:
        return (*_before(told), Phrase(N_("không còn suất nào để chia theo số đảng viên")))
    by_members = _rounded(told) if told.outcome.divisor else _by_remainder(told)
    return (*_before(told), *by_members, *_tied(told))


def _exact(told: Told) -> Fraction:
    """Base, priority and the exact share by members together."""
    return told.share.base + told.share.priority + told.share.quotient


def _pinned(told: Told) -> Phrase:
    reason = told.cell.pin_reason if told.is_official else told.cell.alternate_pin_reason
    values = {"computed": told.share.computed, "reason": reason.rstrip(". ")}
    if told.share.computed is None:
        return Phrase(N_("số này được ấn định; lý do: %(reason)s") if reason else N_("số này được ấn định"), values)
    if not reason:
        return Phrase(N_("số này được ấn định, theo cách tính là %(computed)s"), values)
    return Phrase(N_("số này được ấn định, theo cách tính là %(computed)s; lý do: %(reason)s"), values)


def _lowered(told: Told) -> Phrase:
    values = {"exact": rough(_exact(told)), "high": told.share.seats}
    if told.is_official and told.cell.cap is not None and told.cell.cap < told.cell.eligible:
        return Phrase(N_("tính ra %(exact)s, cao hơn số tối đa %(high)s nên được hạ xuống"), values)
    return Phrase(N_("tính ra %(exact)s, nhưng chi bộ chỉ còn %(high)s đảng viên có thể bầu"), values)


def _before(told: Told) -> Iterator[Phrase]:
    if told.share.base:
        yield Phrase(N_("%(base)s theo mức nền"), {"base": told.share.base})
    if told.share.priority:
        reason = told.cell.priority_reason.rstrip(". ")
        message = N_("%(priority)s ưu tiên (%(reason)s)") if reason else N_("%(priority)s ưu tiên")
        yield Phrase(message, {"priority": told.share.priority, "reason": reason})


def _rounded(told: Told) -> Iterator[Phrase]:
    values = {
        "members": told.cell.members,
        "divisor": short(told.outcome.divisor or Fraction(1)),
        "quotient": rough(told.share.quotient),
        "rounding": Phrase(ROUNDING[told.plan.method]),
        "rounded": told.share.seats - told.share.priority,
    }
    yield Phrase(N_("%(members)s đảng viên : %(divisor)s = %(quotient)s, %(rounding)s thành %(rounded)s"), values)


def _by_remainder(told: Told) -> Iterator[Phrase]:
    values = {
        "whole": told.share.whole,
        "remainder": rough(told.share.remainder),
        "rank": told.share.rank or 0,
        "left": told.outcome.left_over,
    }
    if told.share.from_remainder:
        if told.share.whole:
            yield Phrase(N_("%(whole)s theo số đảng viên"), values)
        yield Phrase(N_("1 nhờ phần dư %(remainder)s đứng thứ %(rank)s khi chia %(left)s suất còn lại"), values)
    elif told.share.rank and told.share.remainder and told.outcome.left_over:
        yield Phrase(
            N_(
                "%(whole)s theo số đảng viên; phần dư %(remainder)s đứng thứ %(rank)s nên không được thêm khi chia "
                "%(left)s suất còn lại"
            ),
            values,
        )
    else:
        yield Phrase(N_("%(whole)s theo số đảng viên"), values)


def _tied(told: Told) -> Iterator[Phrase]:
    if told.tie is not None:
        yield Phrase(
            N_("bằng %(others)s nên %(rule)s"),
            {"others": names(told.plan, told.tie.cells, told.cell.key), "rule": Phrase(TIE_RULES[told.tie.rule])},
        )
