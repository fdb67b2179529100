"""Vietnamese writing: clean text, sort keys by given name, search without marks, dates and numbers as on paper.

Everything is imported from here; `text`, `names`, `dates` and `numbers` only keep the modules short.
"""

from congress.shared.vietnamese.dates import (
    PartialDate,
    date_in_words,
    date_on_paper,
    parse_date,
    parse_partial_date,
    parse_time,
    time_on_paper,
)
from congress.shared.vietnamese.names import NameParts, name_sort_key, split_name, text_sort_key
from congress.shared.vietnamese.numbers import (
    decimal_on_paper,
    number_on_paper,
    parse_number,
    parse_roman,
    percent,
    roman,
    two_digits,
)
from congress.shared.vietnamese.text import (
    HouseStyle,
    file_slug,
    fold,
    house_style,
    nfc,
    searched,
    sought,
    tidy,
    tidy_lines,
    unify_apostrophes,
)

__all__ = [
    "HouseStyle",
    "NameParts",
    "PartialDate",
    "date_in_words",
    "date_on_paper",
    "decimal_on_paper",
    "file_slug",
    "fold",
    "house_style",
    "name_sort_key",
    "nfc",
    "number_on_paper",
    "parse_date",
    "parse_number",
    "parse_partial_date",
    "parse_roman",
    "parse_time",
    "percent",
    "roman",
    "searched",
    "sought",
    "split_name",
    "text_sort_key",
    "tidy",
    "tidy_lines",
    "time_on_paper",
    "two_digits",
    "unify_apostrophes",
]
