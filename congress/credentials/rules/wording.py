"""Labels a report keeps, as sentences a page can translate (the paper prints them as kept); texts that say nothing."""

import re
from typing import Any

from congress.shared.labels import N_
from congress.shared.vietnamese import fold

BANDS = (
    (r"Dưới (?P<n>\d+) tuổi", N_("Dưới %(n)s tuổi")),
    (r"(?P<low>\d+) – (?P<high>\d+) tuổi", N_("%(low)s – %(high)s tuổi")),
    (r"Trên (?P<n>\d+) tuổi", N_("Trên %(n)s tuổi")),
    (r"Từ (?P<n>\d+) tuổi trở lên", N_("Từ %(n)s tuổi trở lên")),
    (r"Dưới (?P<n>\d+) năm", N_("Dưới %(n)s năm")),
    (r"(?P<low>\d+) – (?P<high>\d+) năm", N_("%(low)s – %(high)s năm")),
    (r"Từ (?P<n>\d+) năm trở lên", N_("Từ %(n)s năm trở lên")),
)


def sentence(label: str) -> tuple[str, dict[str, Any]]:
    """A kept label as (message, values): "Dưới 30 tuổi" is ("Dưới %(n)s tuổi", {"n": "30"})."""
    for pattern, message in BANDS:
        if found := re.fullmatch(pattern, label):
            return message, found.groupdict()
    return label, {}


NOTHING = frozenset(("", "khong", "khong co", "chua", "chua co", "-"))
"""What people write where there is nothing to write, without marks."""


def says_something(text: str) -> bool:
    """Whether a text about rewards or discipline names any."""
    return fold(text).strip(" .") not in NOTHING
