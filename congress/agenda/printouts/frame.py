"""What the papers of the programme share: heading, house style, times and people in words."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from congress.agenda.rules.snapshot import Entry
from congress.congresses.models import Congress
from congress.congresses.vocabulary import HouseStyle
from congress.printing.paper import Heading
from congress.printing.printout import Printout, file_name
from congress.shared.vietnamese import house_style


def writer(congress: Congress) -> Callable[[str], str]:
    """Puts tones where this office wants them."""
    return partial(house_style, style="uỷ" if congress.house_style is HouseStyle.OLD else "ủy")


def frame(
    congress: Congress,
    template: str,
    name: str,
    today: date,
    *,
    of_committee: bool = False,
    draft_mark: str = "",
    acting: str = "",
    landscape: bool = False,
    **context: Any,
) -> Printout:
    """A paper of the programme with its heading; `context` is what its own template takes."""
    write = writer(congress)
    if of_committee:
        superior, issuer = congress.superior, congress.committee
    else:
        kind = "Đại hội đại biểu" if congress.of_delegates else "Đại hội đảng viên"
        superior, issuer = congress.organisation, f"{kind} lần thứ {congress.ordinal_roman}"
    return Printout(
        template=template,
        filename=file_name(congress.slug, name, today),
        title=write(f"{name} {congress.title}"),
        author=write(congress.committee if of_committee else congress.organisation),
        date=today,
        landscape=landscape,
        context={
            "heading": Heading(
                superior=write(superior),
                issuer=write(issuer),
                acting=acting,
                place=congress.name,
                date=today,
                draft_mark=draft_mark,
            ),
            **context,
        },
    )


def people_of(entry: Entry) -> str:
    """ "Lê Thị Anh; điều hành: Đoàn Chủ tịch"."""
    if entry.presenter and entry.chair:
        return f"{entry.presenter}; điều hành: {entry.chair}"
    return entry.presenter or entry.chair


def on_paper(minutes: int) -> str:
    """810 is 13h30; 840 is 14h00, so that the column stays straight."""
    return f"{minutes // 60:02d}h{minutes % 60:02d}"
