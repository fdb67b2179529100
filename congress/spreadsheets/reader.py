"""Having a workbook read. Slow: call it without an open transaction."""

import json
from datetime import date
from typing import Any

from congress.shared.confined import Busy, Confined, TooMuch, Unreadable
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.spreadsheets import limits
from congress.spreadsheets.tables import CellError, SourceRow, SourceTable, Value

# Processor seconds and memory of the child: a hostile file is refused within 5 s and 500 MB. The clock on the wall is
# more patient, for a busy machine.
PROCESSOR_SECONDS = 4
MEGABYTES = 450
SECONDS = 20
AT_ONCE = 2
PATIENCE = 20

BUSY = N_("Máy đang đọc các tệp khác. Hãy thử lại sau ít phút.")
TOO_MUCH = N_(
    "Đọc tệp này mất quá lâu hoặc cần quá nhiều bộ nhớ nên đã dừng. "
    "Hãy chép riêng danh sách sang một tệp mới, hoặc chia thành nhiều tệp."
)

_child = Confined(
    "congress.spreadsheets.child",
    megabytes=MEGABYTES,
    seconds=PROCESSOR_SECONDS,
    at_once=AT_ONCE,
    patience=PATIENCE,
)


def read_tables(
    content: bytes, filename: str, field: str = "file", *, seconds: float = SECONDS
) -> tuple[SourceTable, ...]:
    """The visible sheets of an XLSX or ODS, or the one table of a CSV, as plain values.

    Raises RuleBroken on `field`, in a sentence for the office, for a file that is none of these, is locked, too
    large, broken, or holds macros, formulas or links to elsewhere.
    """
    limits.check_kind(content, filename, field)
    try:
        answer = json.loads(_child.run(content, filename[-200:], timeout=seconds))
    except Busy as error:
        raise RuleBroken(BUSY, field) from error
    except TooMuch as error:
        raise RuleBroken(TOO_MUCH, field) from error
    except Unreadable as error:
        raise RuleBroken(limits.BROKEN, field) from error
    if "refused" in answer:
        raise RuleBroken(answer["refused"], field, **answer["values"])
    return as_tables(answer)


def as_tables(answer: dict[str, Any]) -> tuple[SourceTable, ...]:
    """The child's answer as plain values."""
    return tuple(
        SourceTable(name, tuple(SourceRow(number, tuple(map(_value, values))) for number, values in rows), from_1904)
        for name, from_1904, rows in answer["tables"]
    )


def _value(value: Any) -> Value:
    if isinstance(value, dict):
        return date.fromisoformat(value["day"]) if "day" in value else CellError(value["error"])
    return value
