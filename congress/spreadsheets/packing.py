"""A table that was read, as JSON and back; words of a vocabulary come back as their plain values."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from congress.shared.vietnamese import PartialDate, parse_partial_date
from congress.spreadsheets.tables import ParsedRow, ParsedTable, Problem, Skipped


def packed(table: ParsedTable) -> dict[str, Any]:
    """The table as JSON can hold it."""
    return {
        "sheet": table.sheet,
        "head_row": table.head_row,
        "letters": dict(table.letters),
        "unknown": list(table.unknown),
        "rows": [
            [
                row.number,
                {key: _packed(value) for key, value in row.fields.items()},
                dict(row.shown),
                [[each.column, each.message, _values(each.values), each.warning] for each in row.problems],
            ]
            for row in table.rows
        ],
        "skipped": [[each.number, each.text, each.reason] for each in table.skipped],
    }


def unpacked(stored: Mapping[str, Any]) -> ParsedTable:
    """The table as it was packed."""
    return ParsedTable(
        sheet=stored["sheet"],
        head_row=stored["head_row"],
        letters=stored["letters"],
        unknown=tuple(stored["unknown"]),
        rows=tuple(
            ParsedRow(
                number,
                {key: _unpacked(value) for key, value in fields.items()},
                shown,
                tuple(
                    Problem(column, message, values, warning=warning) for column, message, values, warning in problems
                ),
            )
            for number, fields, shown, problems in stored["rows"]
        ),
        skipped=tuple(Skipped(*each) for each in stored["skipped"]),
    )


def _packed(value: Any) -> Any:
    if isinstance(value, PartialDate):
        return {"partial": value.iso}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    return str(value) if isinstance(value, str) else value


def _unpacked(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    return parse_partial_date(value["partial"]) if "partial" in value else date.fromisoformat(value["day"])


def _values(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value if isinstance(value, int) else str(value) for name, value in values.items()}
