"""What a congress decides about itself: limits that come from regulations, with their source, and what they warn of."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from congress.congresses.vocabulary import Mode
from congress.shared.findings import Question
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import date_on_paper


@dataclass(frozen=True)
class Cap:
    """A limit taken from a regulation, as a default that an office may change."""

    value: int
    source: str
    confidence: str


# domain.md §2.1: commune, ward or special zone directly under the province, after merger.
DELEGATE_CAP = Cap(250, "Chỉ thị 45-CT/TW ngày 14/4/2025", "A")
# domain.md §1.3: grassroots congress at most two days; a commune may count as a level above, hence a setting.
LENGTH_CAP_DAYS = Cap(2, "Chỉ thị 45-CT/TW ngày 14/4/2025", "A/B")


@dataclass(frozen=True)
class Totals:
    """Delegates by the committee's decision against what the congress allows."""

    official: int
    alternate: int
    cap: int


@dataclass(frozen=True)
class Caution:
    """Something unusual that is said, never blocked: `message` with `values` to fill in."""

    message: str
    values: dict[str, object]


def registration_cautions(closes_on: date | None, opens_on: date | None, today: date) -> list[Caution]:
    """What a last day for the lists of delegates does that the office may not have meant."""
    if closes_on is None:
        return []
    day = date_on_paper(closes_on)
    if opens_on and closes_on >= opens_on:
        return [Caution(N_("Hạn gửi danh sách đại biểu %(day)s không trước ngày khai mạc."), {"day": day})]
    if closes_on < today and (opens_on is None or today < opens_on):
        return [
            Caution(
                N_(
                    "Hạn gửi danh sách đại biểu %(day)s đã qua: chi bộ không sửa, không gửi được nữa, "
                    "trừ chi bộ được cho thời hạn riêng."
                ),
                {"day": day},
            )
        ]
    return []


@dataclass(frozen=True)
class Course:
    """Days and totals of a congress as far as something about them may be unlikely."""

    opens_on: date | None
    closes_on: date | None
    registration_closes_on: date | None
    official_total: int
    delegate_cap: int
    max_days: int


def questions(before: Course | None, after: Course) -> list[Question]:
    """What is asked about before it is saved; what stood there already is not asked again."""
    known = {each.key for each in questions(None, before)} if before else set()
    return [each for each in _unlikely(after) if each.key not in known]


def _unlikely(of: Course) -> Iterator[Question]:
    if of.registration_closes_on and of.opens_on and of.registration_closes_on >= of.opens_on:
        yield Question(
            f"late-lists:{of.registration_closes_on}:{of.opens_on}",
            N_(
                "Hạn gửi danh sách đại biểu %(day)s không trước ngày khai mạc %(opening)s: danh sách, thẻ và báo cáo "
                "thẩm tra sẽ không kịp."
            ),
            "registration_closes_on",
            {"day": date_on_paper(of.registration_closes_on), "opening": date_on_paper(of.opens_on)},
        )
    if of.official_total > of.delegate_cap:
        yield Question(
            f"over-cap:{of.official_total}:{of.delegate_cap}",
            N_("Số đại biểu chính thức %(official)s vượt mức tối đa %(cap)s. Cần có ý kiến của cấp trên."),
            "official_total",
            {"official": of.official_total, "cap": of.delegate_cap},
        )
    if of.opens_on and of.closes_on and (days := (of.closes_on - of.opens_on).days + 1) > of.max_days:
        yield Question(
            f"long:{days}:{of.max_days}",
            N_("Đại hội kéo dài %(days)s ngày, quá %(max)s ngày theo quy định."),
            "closes_on",
            {"days": days, "max": of.max_days},
        )


def cautions(totals: Totals, opens_on: date | None, closes_on: date | None, max_days: int) -> list[Caution]:
    """What an office should look at again before it prints."""
    found = []
    if totals.official > totals.cap:
        found.append(
            Caution(
                N_("Số đại biểu chính thức %(official)s vượt mức tối đa %(cap)s. Cần có ý kiến của cấp trên."),
                {"official": totals.official, "cap": totals.cap},
            )
        )
    if opens_on and closes_on and (days := (closes_on - opens_on).days + 1) > max_days:
        found.append(
            Caution(
                N_("Đại hội kéo dài %(days)s ngày, quá %(max)s ngày theo quy định."), {"days": days, "max": max_days}
            )
        )
    return found


@dataclass(frozen=True)
class Countdown:
    """How far away the opening is, as a sentence: `message` with `values` to fill in."""

    message: str
    values: dict[str, object]


def countdown(opens_on: date | None, closes_on: date | None, today: date) -> Countdown | None:
    """Days left until the opening, or where the congress stands since; None while no day is set."""
    if opens_on is None:
        return None
    days = (opens_on - today).days
    if days > 0:
        return Countdown(N_("còn %(days)s ngày"), {"days": days})
    if days == 0:
        return Countdown(N_("hôm nay"), {})
    if today <= (closes_on or opens_on):
        return Countdown(N_("đang họp"), {})
    return Countdown(N_("đã bế mạc"), {})


def check_dates(opens_on: date | None, closes_on: date | None) -> None:
    """A congress cannot close before it opens. Raises RuleBroken on `closes_on`."""
    if opens_on and closes_on and closes_on < opens_on:
        raise RuleBroken(N_("Ngày bế mạc không thể trước ngày khai mạc."), "closes_on")


def check_term(first: int, last: int) -> None:
    """A term runs forward. Raises RuleBroken on `term_end`."""
    if last <= first:
        raise RuleBroken(N_("Năm kết thúc nhiệm kỳ phải sau năm bắt đầu."), "term_end")


def holds_elections(mode: Mode) -> bool:
    """Only a congress of four contents elects its committee (domain.md §1.3 [B])."""
    return mode is Mode.FOUR_CONTENTS


RESERVED_SLUGS = frozenset(
    {"static", "bootstrap", "sign-in", "sign-out", "account", "set-up", "language", "healthz", "readyz", "assets"}
)


def check_slug(slug: str) -> None:
    """The short name stands in addresses: small letters, digits and hyphens, none of the program's own words."""
    plain = slug.replace("-", "")
    if not (plain.isascii() and plain.isalnum() and slug == slug.lower()) or slug.startswith("-") or slug.endswith("-"):
        raise RuleBroken(N_("Tên ngắn chỉ gồm chữ thường không dấu, số và gạch nối, ví dụ my-hiep."), "slug")
    if slug in RESERVED_SLUGS:
        raise RuleBroken(N_("Tên ngắn này dành riêng cho chương trình. Hãy chọn tên khác."), "slug")
