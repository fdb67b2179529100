"""The layout of Party papers, one profile per set of rules, chosen by the date of the paper.

Each value carries where it comes from and how sure that is: A = text of the guide seen, B = two independent sources,
C = offices that follow the guide, D = practice.
"""

import datetime
from dataclasses import dataclass, fields
from typing import Annotated


@dataclass(frozen=True)
class Source:
    """Where a value comes from, and the confidence in it (A to D)."""

    text: str
    confidence: str


_OFFICES = "seven offices that follow the guides of 2018 and 2026 agree"
_ANNEX = "annex of 36-HD/VPTW as reproduced"


@dataclass(frozen=True, kw_only=True)
class LayoutProfile:
    """Measures of a paper: millimetres for places, points for type."""

    code: str
    name: str
    first_day: datetime.date

    margin_top: Annotated[float, Source(_OFFICES, "C")] = 20
    margin_bottom: Annotated[float, Source(_OFFICES, "C")] = 20
    margin_left: Annotated[float, Source(_OFFICES, "C")] = 30
    margin_right: Annotated[float, Source(_OFFICES, "C")] = 15
    page_number_from_edge: Annotated[float, Source("office handbook of 2004", "B")] = 10
    page_number_size: Annotated[float, Source("13 to 14 pt", "C")] = 14

    party_size: Annotated[float, Source(_ANNEX, "A")] = 15
    body_name_size: Annotated[float, Source(_ANNEX, "A")] = 14
    number_size: Annotated[float, Source(_ANNEX, "A")] = 14
    place_size: Annotated[float, Source(_ANNEX, "A")] = 14
    kind_size: Annotated[float, Source(_ANNEX + ": 15 to 16 pt", "A")] = 16
    subject_size: Annotated[float, Source(_ANNEX + ": 14 to 15 pt", "A")] = 14
    reference_size: Annotated[float, Source(_ANNEX, "A")] = 12
    text_size: Annotated[float, Source(_ANNEX + ": 14 to 15 pt", "A")] = 14
    recipients_size: Annotated[float, Source("followers of the guide", "C")] = 12
    heading_left: Annotated[float, Source("followers of the guide, of 165 mm", "C")] = 75
    heading_right: Annotated[float, Source("followers of the guide, of 165 mm", "C")] = 90

    line_pitch: Annotated[float, Source("exact 18 to 20 pt by three implementers", "C")] = 18
    paragraph_gap: Annotated[float, Source("6 pt before or after a paragraph", "C")] = 6
    first_line_indent: Annotated[float, Source("followers of the guide", "C")] = 10
    position_bold: Annotated[bool, Source("the most careful follower of 05-HD: not bold", "C")] = False

    def sources(self) -> dict[str, Source]:
        """The source of every measure, by its name."""
        return {f.name: mark for f in fields(self) for mark in getattr(f.type, "__metadata__", ())}


HD36 = LayoutProfile(code="36-hd-vptw", name="36-HD/VPTW", first_day=datetime.date(2018, 4, 3))
"""36-HD/VPTW of 3/4/2018 under 66-QĐ/TW (2017): every paper of a congress held in 2025."""

HD05 = LayoutProfile(
    code="05-hd-vptw",
    name="05-HD/VPTW",
    first_day=datetime.date(2026, 5, 27),
    kind_size=15,
    line_pitch=19,
)
"""05-HD/VPTW under 399-QĐ/TW (9/1/2026), seen only through offices that follow it (C): kind of paper 14 to 15 pt, pitch
18 to 20 pt; names of bodies 13 to 14 pt, kept at 14."""

PROFILES = (HD05, HD36)


def profile_for(date: datetime.date) -> LayoutProfile:
    """The rules in force on the day of the paper; papers older than 2018 are set as in 2018."""
    return next((p for p in PROFILES if date >= p.first_day), HD36)
