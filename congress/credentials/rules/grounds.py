"""How much each ground weighs and what it rests on (domain.md §2, confidence as marked there)."""

from dataclasses import dataclass

from congress.credentials.vocabulary import Colour, Ground
from congress.delegates.vocabulary import NOT_SUMMONED_BY
from congress.people.rules import Bound


@dataclass(frozen=True)
class Basis:
    """A ground's severity, and the rule behind it with its confidence; practice has none."""

    colour: Colour
    source: str = ""
    confidence: str = ""


APPOINTED_SHARE = Bound(5, "Điều lệ Đảng; tỷ lệ đề nghị văn phòng xác nhận", "D")
"""Appointed delegates in per cent of the official ones; a warning that asks for a reason, never a bar (§0 no. 3)."""

BASES: dict[Ground, Basis] = {
    Ground.NOT_SUMMONED: Basis(Colour.RED, NOT_SUMMONED_BY, "A"),
    Ground.PROBATIONARY: Basis(Colour.RED, "Quy chế bầu cử trong Đảng: đảng viên dự bị không ứng cử", "B"),
    Ground.NOT_ELECTED: Basis(Colour.RED, "Quy định 190-QĐ/TW ngày 10/10/2024, Điều 30", "A"),
    Ground.TOO_MANY_VOTES: Basis(Colour.RED),
    Ground.HELD_LATE: Basis(Colour.RED),
    Ground.SAME_PERSON: Basis(Colour.RED),
    Ground.DATES: Basis(Colour.RED, "Điều lệ Đảng, Điều 5", "A"),
    Ground.OVER_QUOTA: Basis(Colour.RED, "Điều lệ Đảng, Điều 11; quyết định phân bổ", "A"),
    Ground.OVER_APPOINTED: Basis(Colour.AMBER, APPOINTED_SHARE.source, APPOINTED_SHARE.confidence),
    Ground.EX_OFFICIO_UNLISTED: Basis(Colour.AMBER, "Điều lệ Đảng, Điều 11; quyết định phân bổ", "A"),
    Ground.DISCIPLINE: Basis(Colour.AMBER, "Bị kỷ luật không đương nhiên mất tư cách; cần đối chiếu", "D"),
    Ground.PERHAPS_TWICE: Basis(Colour.AMBER),
    Ground.UNLIKELY_DATES: Basis(Colour.AMBER, "Điều lệ Đảng, Điều 1 và Điều 5", "A"),
    Ground.NO_VOTES: Basis(Colour.AMBER),
    Ground.NOT_HELD: Basis(Colour.AMBER),
    Ground.MISSING: Basis(Colour.AMBER),
    Ground.STATISTICS: Basis(Colour.AMBER),
    Ground.PHOTO: Basis(Colour.AMBER),
    Ground.NOT_RECEIVED: Basis(Colour.AMBER),
}
