"""Who is named in a programme: the people behind free text, in two places, chairing themselves, not in the hall."""

import re
from collections.abc import Sequence
from itertools import combinations

from congress.agenda.rules.clock import ItemPlan, SessionPlan, clock_time
from congress.agenda.rules.findings import Check, Hall, of_item
from congress.agenda.rules.shape import each_item, with_parts
from congress.agenda.vocabulary import Presence
from congress.shared.labels import N_
from congress.shared.vietnamese import fold

MAJORITY_SOURCE = "Quy định 190-QĐ/TW, Điều 30"
_APART = re.compile(r"[;,\n]|\s[–—-]\s|\(")
_ADDRESS = re.compile(r"^(?:các\s+)?(?:đồng chí|đ/c|ông|bà)\s+", re.IGNORECASE)


def named(text: str) -> list[str]:
    """The people in "Đồng chí Lê Thị Anh, Bí thư Đảng ủy; K'Brơi": those parts that are written like a person's name.

    A body or a post ("Đoàn Chủ tịch", "Bí thư Đảng ủy") has words in small letters and is nobody.
    """
    parts = (_ADDRESS.sub("", part.strip(" .)")) for part in _APART.split(text))
    return [part for part in parts if _is_person(part)]


def _is_person(part: str) -> bool:
    words = part.split()
    if not words or len(words) > 7 or not all(word[0].isupper() for word in words):
        return False
    return len(words) > 1 or "'" in part or "’" in part


def everybody(*texts: str) -> list[str]:
    """The people in several texts, each once, in their order."""
    found = {fold(name): name for text in texts for name in reversed(named(text))}
    return list(found.values())


def in_two_places(plans: Sequence[SessionPlan]) -> list[Check]:
    """One person presents or chairs two items at the same time."""
    found = []
    items = [(plan, item, slot, _folded(item)) for plan, item, slot in each_item(plans)]
    for (one, first, early, who), (other, second, late, whom) in combinations(items, 2):
        start, end = max(early.start, late.start), min(early.end, late.end)
        if one.day != other.day or start >= end:
            continue
        for name in sorted(who.keys() & whom.keys()):
            found.append(
                of_item(
                    second,
                    other,
                    "two_places",
                    N_("%(name)s cùng lúc ở “%(other)s” và “%(title)s”, từ %(start)s đến %(end)s."),
                    {
                        "name": who[name],
                        "other": first.title,
                        "start": clock_time(start),
                        "end": clock_time(end),
                    },
                )
            )
    return found


def _folded(item: ItemPlan) -> dict[str, str]:
    return {fold(name): name for name in everybody(item.presenter, item.chair)}


def chairing_themselves(plans: Sequence[SessionPlan]) -> list[Check]:
    """Somebody chairs the very item he or she presents."""
    return [
        of_item(item, plan, "chairs_own", N_("%(name)s vừa trình bày vừa điều hành “%(title)s”."), {"name": presenter})
        for plan, item, _slot in with_parts(plans)
        for presenter in named(item.presenter)
        if fold(presenter) in {fold(chair) for chair in named(item.chair)}
    ]


def not_in_the_hall(plans: Sequence[SessionPlan], hall: Hall) -> list[Check]:
    """A presenter or chair who is an alternate, was not summoned, or is no delegate at all."""
    if not hall.people:
        return []
    found = []
    for plan, item, _slot in with_parts(plans):
        for name in everybody(item.presenter, item.chair):
            presence = hall.people.get(fold(name))
            if presence is not Presence.OFFICIAL:
                code, message = _ABSENT[presence]
                found.append(of_item(item, plan, code, message, {"name": name}))
    return found


_ABSENT: dict[Presence | None, tuple[str, str]] = {
    Presence.ALTERNATE: (
        "alternate_presents",
        N_("“%(title)s”: %(name)s là đại biểu dự khuyết, chỉ vào hội trường khi được thay thế."),
    ),
    Presence.AWAY: (
        "absent_presents",
        N_("“%(title)s”: %(name)s không được triệu tập hoặc vắng suốt đại hội."),
    ),
    None: (
        "guest_presents",
        N_("“%(title)s”: %(name)s không có trong danh sách đại biểu. Nếu là khách mời, hãy mời và bố trí chỗ ngồi."),
    ),
}


def votes_without_base(plans: Sequence[SessionPlan], hall: Hall) -> list[Check]:
    """Something is put to the vote while the number a majority is counted from is unknown (domain.md §5.5 [A])."""
    if hall.base:
        return []
    votes = [(plan, item) for plan, item, _slot in with_parts(plans) if item.is_vote]
    return [
        of_item(
            item,
            plan,
            "vote_without_base",
            N_("“%(title)s” và cả thảy %(votes)s mục có biểu quyết, nhưng chưa có đại biểu để tính quá nửa."),
            {"votes": len(votes)},
            MAJORITY_SOURCE,
        )
        for plan, item in votes[:1]
    ]
