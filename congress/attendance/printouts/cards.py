"""Badges, several to a sheet with cut marks: from what a print run recorded, or as specimens without a valid code."""

import contextlib
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from congress.attendance import queries
from congress.attendance.models import Badge
from congress.attendance.rules.badges import BadgeLine, number_label
from congress.attendance.vocabulary import BadgeClass
from congress.congresses.models import Congress
from congress.delegates.printouts.words import styled
from congress.people.actions import photo_file
from congress.printing.cards import CARD_SHEETS, EIGHT, CardSheet
from congress.printing.fitting import fitted
from congress.printing.pictures import Picture, qr
from congress.printing.printout import Printout, file_name
from congress.storage import storage

NAME_SIZES = (18, 17, 16, 15, 14, 13)
NAME_WRAPPED = (12, 11, 10, 9, 8)
NAME_ROOM, NAME_LINES = 55, 3
UNIT_SIZES = (12, 11, 10, 9)
UNIT_WRAPPED = (8, 7, 6)
UNIT_ROOM, UNIT_LINES, UNIT_MOST_LINES = 34, 3, 5
HEAD_SIZES = (11, 10, 9, 8, 7)
HEAD_ROOM = 84
"""Sizes in points, room in millimetres; templates/printing/print.css draws the same boxes."""


@dataclass(frozen=True)
class Card:
    """One badge as the template draws it. Sizes in points; no `code` on a specimen."""

    name: str
    name_size: int
    unit: str
    unit_size: int
    badge_class: BadgeClass
    number: str
    seat: str = ""
    photo: Picture | None = None
    code: Picture | None = None


def badges(congress: Congress, *, today: date, sheet: str = EIGHT.key) -> Printout:
    """The badges printed so far, each as it was recorded at its last print; nothing new is recorded.

    sheet  "eight" (2 × 4 of 90 × 60 mm) or "ten" (2 × 5 of 90 × 55 mm) to a sheet of A4
    """
    return _recorded(congress, queries.of_run(congress.id), today, sheet)


def badges_of_run(congress: Congress, run_id: uuid.UUID, *, today: date, sheet: str = EIGHT.key) -> Printout:
    """The badges of one print run, without those that were printed again later."""
    return _recorded(congress, queries.of_run(congress.id, run_id), today, sheet)


def specimens(congress: Congress, lines: Iterable[BadgeLine], *, today: date, sheet: str = EIGHT.key) -> Printout:
    """How these badges will look. The code is left out, so that nobody enters with a specimen."""
    cards = [
        _card(
            each.face.name,
            each.face.unit,
            each.face.badge_class,
            each.number,
            each.face.seat,
            _photo(congress, each.face.photo),
            None,
        )
        for each in lines
    ]
    return _printout(congress, cards, today, sheet)


def _recorded(congress: Congress, rows: Sequence[Badge], today: date, sheet: str) -> Printout:
    cards = [
        _card(
            row.printed.get("name", ""),
            row.printed.get("unit", ""),
            row.badge_class,
            number_label(row.badge_class, row.number),
            row.printed.get("seat", ""),
            _photo(congress, row.printed.get("photo", "")),
            qr(row.token),
        )
        for row in rows
    ]
    return _printout(congress, cards, today, sheet)


def _card(
    name: str, unit: str, badge_class: BadgeClass, number: str, seat: str, photo: Picture | None, code: Picture | None
) -> Card:
    """A long name shrinks step by step to a floor on one line, then wraps; it is never cut."""
    size = fitted(name, NAME_SIZES, NAME_ROOM, bold=True)
    if size == NAME_SIZES[-1]:
        size = fitted(name, (size, *NAME_WRAPPED), NAME_ROOM, bold=True, most_lines=NAME_LINES)
    unit_size = fitted(unit, UNIT_SIZES, UNIT_ROOM, most_lines=UNIT_LINES)
    if unit_size == UNIT_SIZES[-1]:
        unit_size = fitted(unit, (unit_size, *UNIT_WRAPPED), UNIT_ROOM, most_lines=UNIT_MOST_LINES)
    return Card(
        name=name,
        name_size=size,
        unit=unit,
        unit_size=unit_size,
        badge_class=badge_class,
        number=number,
        seat=seat,
        photo=photo,
        code=code,
    )


def _photo(congress: Congress, content: str) -> Picture | None:
    """The small photograph with this hash, if it is still there."""
    if content:
        with contextlib.suppress(FileNotFoundError):
            return Picture.of("image/jpeg", storage().read(photo_file(congress.id, content, small=True)))
    return None


def _printout(congress: Congress, cards: Sequence[Card], today: date, key: str) -> Printout:
    sheet: CardSheet | None = CARD_SHEETS.get(key)
    if sheet is None:
        raise ValueError(f"sheet là một trong {', '.join(CARD_SHEETS)}, không phải “{key}”.")
    organisation = styled(congress, congress.organisation).upper()
    kind = "Đại hội đại biểu" if congress.of_delegates else "Đại hội đảng viên"
    title = f"{kind} lần thứ {congress.ordinal_roman}, nhiệm kỳ {congress.term}".upper()
    return Printout(
        template="attendance/printouts/badges.html",
        filename=file_name(congress.slug, "Thẻ đại biểu", today),
        title=f"Thẻ đại biểu {congress.title}",
        author=styled(congress, congress.committee),
        date=today,
        context={
            "sheet": sheet,
            "marks": sheet.marks,
            "sheets": sheet.sheets(cards),
            "organisation": organisation,
            "organisation_size": fitted(organisation, HEAD_SIZES, HEAD_ROOM, bold=True),
            "congress": title,
            "congress_size": fitted(title, HEAD_SIZES[2:], HEAD_ROOM, bold=True),
            "invented": congress.invented,
        },
    )
