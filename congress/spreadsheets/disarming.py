"""Text that a spreadsheet program would take for a formula, made harmless going out and plain again coming in."""

import re

_CALCULATED = re.compile("'*[=+\\-@\t\r]")  # also what would look disarmed without having been


def disarm(text: str) -> str:
    """The text with an apostrophe in front where a program might calculate it: "=1+1" → "'=1+1"."""
    return f"'{text}" if _CALCULATED.match(text) else text


def rearm(text: str) -> str:
    """The reverse, so that what we wrote comes back as it was."""
    return text[1:] if text.startswith("'") and _CALCULATED.match(text[1:]) else text
