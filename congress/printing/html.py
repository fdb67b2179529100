"""From a printout to HTML: the same page is the preview on screen and the source of the PDF."""

import datetime
import functools
import unicodedata
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from congress.printing import measures
from congress.printing.cards import CARD_SHEETS
from congress.printing.layout_profiles import LayoutProfile, profile_for
from congress.printing.printout import Printout
from congress.shared.vietnamese import date_in_words, date_on_paper, number_on_paper, percent, time_on_paper, two_digits

PACKAGE = Path(__file__).resolve().parents[1]
TEMPLATES = next(folder for folder in (PACKAGE / "_templates", PACKAGE.parent / "templates") if folder.is_dir())

DEFAULT_FAMILY = "Liberation Serif"

# Marks without a shape that turn or hide the letters around them; paper has no use for them.
INVISIBLE = dict.fromkeys(
    [0x00AD, 0x061C, 0x180E, *range(0x200B, 0x2010), *range(0x2028, 0x202F), *range(0x2060, 0x2070), 0xFEFF]
)


def html_of(printout: Printout, stylesheet: str = "", icon: str = "") -> str:
    """The complete HTML page of a printout; `stylesheet` and `icon` are addresses for a browser that shows it."""
    profile = profile_for(printout.date)
    return (
        _environment()
        .get_template(printout.template)
        .render(
            printout.context,
            paper=printout,
            profile=profile,
            table_width=text_width(profile, printout.landscape),
            stylesheet=stylesheet,
            icon=icon,
        )
    )


def stylesheet_of(
    profile: LayoutProfile, landscape: bool = False, foot: bool = False, family: str = DEFAULT_FAMILY
) -> str:
    """The style sheet of a paper: the profile's measures in printing/print.css."""
    if set(family) & set("\"'\\;{}<>\n"):
        raise ValueError(f"not the name of a font family: {family!r}")
    top, right, bottom, left = margins(profile, landscape)
    return (
        _environment()
        .get_template("printing/print.css")
        .render(
            p=profile,
            landscape=landscape,
            foot=foot,
            family=family,
            top=top,
            right=right,
            bottom=bottom,
            left=left,
            text_width=text_width(profile, landscape),
            m=measures,
            cards=CARD_SHEETS.values(),
        )
    )


def margins(profile: LayoutProfile, landscape: bool) -> tuple[float, float, float, float]:
    """Top, right, bottom, left in millimetres. A turned sheet keeps its binding edge: left becomes top."""
    upright = (profile.margin_top, profile.margin_right, profile.margin_bottom, profile.margin_left)
    return (upright[3], upright[0], upright[1], upright[2]) if landscape else upright


def text_width(profile: LayoutProfile, landscape: bool) -> int:
    """Width between the margins, in whole millimetres."""
    _, right, _, left = margins(profile, landscape)
    return int((297 if landscape else 210) - left - right)


def clean(value: Any) -> Any:
    """What reaches the paper: NFC, no invisible marks, nothing for None."""
    if value is None:
        return ""
    if isinstance(value, Markup):
        return value
    return unicodedata.normalize("NFC", str(value)).translate(INVISIBLE)


def short_date(day: datetime.date | None) -> str:
    """05/8/2025; nothing for None."""
    return date_on_paper(day) if day else ""


def figure(value: Any) -> Any:
    """A whole number with dots between thousands; anything else as it is."""
    return number_on_paper(value) if type(value) is int else value


@functools.cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=lambda name: not (name or "").endswith(".css"),  # noqa: S701 -- all but the style sheet
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=clean,
    )
    for function in (
        short_date,
        figure,
        date_on_paper,
        date_in_words,
        time_on_paper,
        number_on_paper,
        two_digits,
        percent,
    ):
        environment.filters[function.__name__] = function
    return environment
