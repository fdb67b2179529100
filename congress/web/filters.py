"""How values stand on a page: dates, moments, numbers, translated labels."""

from datetime import date, datetime
from typing import Any

from flask import Flask, g, request
from flask_babel import get_locale, get_translations, ngettext

from congress.shared import vietnamese
from congress.shared.clock import HANOI
from congress.shared.labels import FIELD_LABELS, WORD_LABELS


def gettext(text: str) -> str:
    """A sentence in the interface language, as Flask-Babel's, which finds the catalogue anew for each of the thousands
    of words of a list; here a page finds it once.
    """
    catalogue = g.get("catalogue")
    if catalogue is None:
        catalogue = g.catalogue = get_translations()
    said: str = catalogue.gettext(text)
    return said


def label(word: Any) -> str:
    """The translated label of a vocabulary word, or of a string marked with N_()."""
    text = getattr(word, "label", word)
    return gettext(text) if text else ""


def day(value: date | None) -> str:
    """05/8/2025, as on paper."""
    return vietnamese.date_on_paper(value) if value else ""


def moment(value: datetime | None) -> str:
    """14:05 05/8/2025 in Vietnamese time."""
    if value is None:
        return ""
    local = value.astimezone(HANOI)
    return f"{local:%H:%M} {vietnamese.date_on_paper(local.date())}"


def field_label(name: str, table: str = "") -> str:
    """The translated label of a journalled field of a table; its plain name where nobody gave one."""
    return label(FIELD_LABELS.get(f"{table}.{name}") or FIELD_LABELS.get(name, name))


NAMES_IN_FIGURES = frozenset({"term_start", "term_end", "birth_year"})
"""Fields whose whole numbers are names, not counts: a year has no sign between its thousands."""


def number(value: int) -> str:
    """A count as the reader's language writes it: 3.000, in English 3,000."""
    return f"{value:,}" if str(get_locale() or "vi") == "en" else vietnamese.number_on_paper(value)


def journal_value(value: Any, name: str = "") -> str:
    """An old or new value of the journal as people read it, in the field of this name."""
    if value is None or value == "":
        return "—"
    if isinstance(value, bool):
        return gettext("có") if value else gettext("không")
    if isinstance(value, int):
        return str(value) if name in NAMES_IN_FIGURES else number(value)
    if isinstance(value, list):
        return ", ".join(journal_value(item, name) for item in value)
    try:
        return vietnamese.date_on_paper(date.fromisoformat(str(value)))
    except ValueError:
        return label(WORD_LABELS.get(value, str(value)))


def here() -> str:
    """The path of this page, to come back to after a small act."""
    return request.full_path.rstrip("?") if request.method == "GET" else request.path


def init_app(app: Flask) -> None:
    """Give templates the filters label, day, moment, number, field_label, journal_value and a few functions."""
    app.jinja_env.filters.update(
        label=label,
        day=day,
        moment=moment,
        number=vietnamese.number_on_paper,
        field_label=field_label,
        journal_value=journal_value,
    )
    app.jinja_env.globals.update(
        percent=vietnamese.percent,
        decimal=vietnamese.decimal_on_paper,
        here=here,
        language=lambda: str(get_locale() or "vi"),
    )


def speak(app: Flask) -> None:
    """Let the sentences of templates take the same short way; register after Flask-Babel, which brings its own."""
    app.jinja_env.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]
