"""The list delegates sign when they come: by delegation, with room for the pen at both sessions."""

from collections.abc import Sequence
from datetime import date

from congress.attendance import queries
from congress.attendance.rules.badges import BadgeLine, comes
from congress.congresses.models import Congress
from congress.delegates.printouts.words import OF_WHOM, styled
from congress.delegates.rules import roll
from congress.delegates.vocabulary import Standing
from congress.printing.paper import Heading, Signature, Title
from congress.printing.printout import Printout, file_name
from congress.printing.tables import Column, Group, Table
from congress.shared.vietnamese import two_digits

STANDINGS = {"official": Standing.OFFICIAL, "alternate": Standing.ALTERNATE, "both": None}
PREPARATORY, OFFICIAL = "Phiên trù bị", "Phiên chính thức"
SIGNED = "Ký tên"


def signature_roll(congress: Congress, *, today: date, standing: str = "official", group_by: str = "unit") -> Printout:
    """The list for the signature roll: everybody who is expected, the badge number, and two places to sign.

    standing  "official", "alternate" or "both"
    group_by  "unit" for a line per delegation; "" for the order of names
    """
    if standing not in STANDINGS:
        raise ValueError(f"standing là official, alternate hoặc both, không phải “{standing}”.")
    if group_by not in ("", "unit"):
        raise ValueError(f"group-by là unit hoặc để trống, không phải “{group_by}”.")
    of = STANDINGS[standing]
    lines = [e for e in queries.badge_lines(congress.id) if comes(e.line) and of in (None, e.line.standing)]
    if not group_by:
        lines.sort(key=lambda each: roll.by_name(each.line))
    number = Column("Số thẻ", 16, "centre")
    names = [Column("STT", 10, "stt"), Column("Họ và tên", 50, "name")]
    signs = [Column(PREPARATORY, 34, "sign", SIGNED), Column(OFFICIAL, 34, "sign", SIGNED)]
    middle = [number] if group_by else [Column("Chi bộ", 30), number]
    table = Table([*names, *middle, *signs], _groups(lines, by_unit=bool(group_by)), size=12)
    what = "Đại hội đại biểu" if congress.of_delegates else "Đại hội"
    subject = (
        f"{OF_WHOM[of]}\ndự {what} {styled(congress, congress.organisation)} "
        f"lần thứ {congress.ordinal_roman}, nhiệm kỳ {congress.term}"
    )
    return Printout(
        template="attendance/printouts/roll.html",
        filename=file_name(congress.slug, "Danh sách ký tên điểm danh", today),
        title=f"Danh sách ký tên điểm danh {congress.title}",
        author=styled(congress, congress.committee),
        date=today,
        foot=True,
        context={
            "heading": Heading(
                superior=styled(congress, congress.organisation),
                issuer=f"{what} lần thứ {congress.ordinal_roman}",
                place=congress.name,
                date=None,
                year=(congress.opens_on or today).year,
            ),
            "title": Title(kind="Danh sách ký tên điểm danh", subject=subject),
            "table": table if lines else None,
            "sentence": f"Danh sách có {two_digits(len(lines))} đại biểu." if lines else "Chưa có đại biểu nào.",
            "invented": congress.invented,
            "signature": Signature(position="Người điểm danh"),
        },
    )


def _groups(lines: Sequence[BadgeLine], *, by_unit: bool) -> list[Group]:
    if not by_unit:
        rows = [[each.line.full_name, each.line.unit_short, each.number, "", ""] for each in lines]
        return [Group("", rows)]
    numbers = {each.id: each.number for each in lines}
    return [
        Group(
            f"{unit} — {len(members)} đại biểu",
            [[line.full_name, numbers[line.id], "", ""] for line in members],
        )
        for _unit_id, unit, members in roll.in_groups(each.line for each in lines)
    ]
