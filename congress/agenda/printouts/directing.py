"""Papers for those who direct the congress: the director's book, the presidium's crib, a card per presenter."""

from collections.abc import Callable
from datetime import date
from typing import Any

from congress.agenda import queries
from congress.agenda.printouts.frame import frame, on_paper, people_of, writer
from congress.agenda.rules.cards import Card, cards
from congress.agenda.rules.snapshot import Entry, Programme, Sitting
from congress.agenda.rules.wording import asked
from congress.agenda.vocabulary import WEEKDAYS, SessionKind
from congress.congresses.models import Congress
from congress.printing.paper import Title
from congress.printing.printout import Printout
from congress.printing.tables import Column, Group, Table
from congress.shared.vietnamese import date_on_paper

OF_DRAFT = "Theo bản nháp, chưa ban hành"


def director_book(congress: Congress, *, today: date, draft: bool = False) -> Printout:
    """Kịch bản điều hành: every item with who introduces and performs it, script, papers, fallback, internal note."""
    write = writer(congress)
    programme, release = queries.in_force(congress.id, of_draft=draft)
    columns = [
        Column("Thời gian", 24, "centre"),
        Column("Nội dung", 46),
        Column("Giới thiệu", 24),
        Column("Thực hiện, điều hành", 32),
        Column("Lời dẫn", 62),
        Column("Văn bản", 26),
        Column("Dự phòng", 26),
        Column("Ghi chú nội bộ", 26),
    ]
    groups = [
        Group(_line(sitting, write), [_book_row(*each, write) for each in _each(sitting)])
        for sitting in programme
        if sitting.entries
    ]
    return frame(
        congress,
        "agenda/printouts/table.html",
        "Kịch bản điều hành",
        today,
        landscape=True,
        title=Title(kind="Kịch bản điều hành", subject=_subject(congress, write), note=_note(programme, release)),
        table=Table(columns, groups, size=11),
        signature=None,
    )


def _each(sitting: Sitting) -> list[tuple[Entry, bool]]:
    return [(each, each is not entry) for entry in sitting.entries for each in (entry, *entry.parts)]


def _book_row(entry: Entry, is_part: bool, write: Callable[[str], str]) -> tuple[str, ...]:
    script = "\n".join(filter(None, (entry.script, asked(entry) if entry.votes else "")))
    return (
        f"{on_paper(entry.start)} – {on_paper(entry.end)}",
        write(f"– {entry.title}" if is_part else f"{entry.title} ({entry.detail})" if entry.detail else entry.title),
        write(entry.introduced_by),
        write(people_of(entry)),
        write(script),
        write(entry.paper),
        write(entry.fallback),
        write("\n".join(filter(None, (entry.internal_note, entry.note)))),
    )


def presidium_crib(congress: Congress, *, today: date, draft: bool = False) -> Printout:
    """What the presidium says: item by item the script, and for every vote the words in which it is asked."""
    write = writer(congress)
    programme, release = queries.in_force(congress.id, of_draft=draft)
    base = queries.hall(congress.id).base
    return frame(
        congress,
        "agenda/printouts/crib.html",
        "Lời điều hành của Đoàn Chủ tịch",
        today,
        acting="Đoàn Chủ tịch",
        title=Title(kind="Lời điều hành", subject=write("của Đoàn Chủ tịch"), note=_note(programme, release)),
        base=f"Số để tính quá nửa: {base}; cần trên {base}/2, tức ít nhất {base // 2 + 1}." if base else "",
        sessions=[
            {
                "title": _line(sitting, write),
                "steps": [_step(entry, write) for entry, _part in _each(sitting)],
            }
            for sitting in programme
            if sitting.entries and sitting.kind is not SessionKind.BEFORE
        ],
        signature=None,
    )


def _step(entry: Entry, write: Callable[[str], str]) -> dict[str, str]:
    return {
        "when": f"{on_paper(entry.start)} – {on_paper(entry.end)}",
        "title": write(entry.title),
        "people": write(people_of(entry)),
        "script": write(entry.script),
        "vote": write(asked(entry)) if entry.votes else "",
    }


def presenter_cards(congress: Congress, *, today: date, draft: bool = False) -> Printout:
    """A card for everybody who presents or chairs something: when, where, what, with which paper, after whom."""
    write = writer(congress)
    programme, release = queries.in_force(congress.id, of_draft=draft)
    return frame(
        congress,
        "agenda/printouts/cards.html",
        "Thẻ nhắc việc",
        today,
        draft_mark="" if release else "Dự thảo",
        title=Title(kind="Thẻ nhắc việc", subject=write("của người trình bày, điều hành, giới thiệu")),
        cards=[_card(card, write) for card in cards(programme)],
        signature=None,
    )


def _card(card: Card, write: Callable[[str], str]) -> dict[str, Any]:
    return {
        "who": write(card.who),
        "duties": [
            {
                "when": f"{on_paper(duty.entry.start)} – {on_paper(duty.entry.end)}, "
                f"{WEEKDAYS[duty.sitting.day.weekday()]} {date_on_paper(duty.sitting.day)}",
                "what": write(duty.entry.title),
                "as_what": duty.role.label.lower(),
                "facts": [
                    (label, write(text))
                    for label, text in (
                        ("Phiên", duty.sitting.title),
                        ("Địa điểm", duty.entry.place or duty.sitting.place),
                        ("Văn bản", duty.entry.paper),
                        ("Giới thiệu", duty.entry.introduced_by),
                        ("Sau mục", duty.after),
                    )
                    if text
                ],
            }
            for duty in card.duties
        ],
    }


def _line(sitting: Sitting, write: Callable[[str], str]) -> str:
    return write(f"{sitting.title} — {WEEKDAYS[sitting.day.weekday()]}, ngày {date_on_paper(sitting.day)}")


def _subject(congress: Congress, write: Callable[[str], str]) -> str:
    return write(f"{congress.title},\nnhiệm kỳ {congress.term}")


def _note(programme: Programme, release: Any) -> str:
    return f"Theo chương trình ban hành lần {release.number}" if release else OF_DRAFT
