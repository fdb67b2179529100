"""What counts as a change and how a value stands in the journal."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

Changes = dict[str, list[Any]]


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> Changes:
    """{field: [old, new]} for the fields whose value differs; values become plain JSON."""
    names = [*before, *(name for name in after if name not in before)]
    pairs = {name: [plain(before.get(name)), plain(after.get(name))] for name in names}
    return {
        name: pair for name, pair in pairs.items() if pair[0] != pair[1] and not (_none(pair[0]) and _none(pair[1]))
    }


def _none(value: Any) -> bool:
    """Nothing at all and nothing of many read alike: neither is a change of the other."""
    return value is None or value == []


def plain(value: Any) -> Any:
    """A value as JSON can hold it: dates in ISO form, everything unknown as text."""
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    return str(value)
