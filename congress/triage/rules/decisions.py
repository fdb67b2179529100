"""What a decision on a point must hold before it is recorded, and what is worth a second look."""

from datetime import date, timedelta

from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import date_on_paper
from congress.triage.vocabulary import WRITTEN_IN, Disposition

LONGEST_TEXT = 10_000
STILL_HERE = timedelta(minutes=2)
"""Whoever was seen on a point's page within this time is taken to be working on it."""
_REASONED = frozenset({Disposition.PARTLY, Disposition.EXPLAINED, Disposition.RESERVED})


def check_decision(
    disposition: Disposition, *, reason: str, forwarded_to: str, decided_on: date | None, opened: date, today: date
) -> None:
    """Whoever is not followed is owed a reason, whoever is passed on an address. Raises RuleBroken on the field.

    Source: "không tiếp thu thì giải trình" in the practice of synthesis tables (domain.md §6.5 [C]).
    """
    if disposition in _REASONED and not reason:
        raise RuleBroken(N_("Hãy ghi lý do: nơi góp ý cần biết vì sao không tiếp thu toàn bộ."), "reason")
    if disposition is Disposition.FORWARDED and not forwarded_to:
        raise RuleBroken(N_("Hãy ghi chuyển đến cơ quan nào."), "forwarded_to")
    if decided_on and decided_on > today:
        raise RuleBroken(N_("Ngày quyết định không thể ở sau hôm nay."), "decided_on")
    if decided_on and decided_on < opened:
        raise RuleBroken(
            N_("Ngày quyết định không thể ở trước ngày mở đợt góp ý %(day)s."), "decided_on", day=date_on_paper(opened)
        )


def doubts(disposition: Disposition | None, *, wording: str, landings: int, newer_version: bool) -> list[str]:
    """What a decided point still lacks, as Vietnamese source sentences; said, never refused."""
    if disposition not in WRITTEN_IN:
        return []
    found = []
    if not wording and not landings:
        found.append(N_("Tiếp thu nhưng chưa ghi câu chữ mới của Tiểu ban."))
    if newer_version and not landings:
        found.append(N_("Tiếp thu nhưng chưa ghi đã sửa ở đoạn nào của dự thảo sau."))
    return found
