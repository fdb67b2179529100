"""Where an edited statement departs from the counts: said to the editor, never refused."""

import re
from collections import Counter

from congress.synthesis.rules.quantity import WORDS

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def numbers(text: str) -> Counter[str]:
    """The figures of a text; those between quotation marks are people's own words and do not count."""
    return Counter(_NUMBER.findall(re.sub(r"“[^”]*”", "", text)))


def quantity_words(text: str) -> list[str]:
    """The words for quantity in a text, in the order of the list."""
    low = text.lower()
    return [word for word in WORDS if word.lower() in low]


def departures(written: str, edited: str) -> dict[str, list[str]]:
    """How an edited sentence differs from that of the program: {"new", "gone", "words"}, none of them empty.

    new    figures nobody counted
    gone   counted figures that no longer stand there
    words  words for quantity other than those that follow from the counts
    """
    if written == edited:
        return {}
    before, after = numbers(written), numbers(edited)
    words = [word for word in quantity_words(edited) if word not in quantity_words(written)]
    found = {"new": sorted((after - before).keys()), "gone": sorted((before - after).keys()), "words": words}
    return {name: values for name, values in found.items() if values}
