"""What the pages of an import share: the file that was sent, the answers that were given, the rows to show."""

import re
from collections.abc import Mapping
from typing import Any

from werkzeug.datastructures import FileStorage, MultiDict

from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.spreadsheets.answers import Answers
from congress.spreadsheets.limits import LARGEST_FILE, check_kind
from congress.spreadsheets.preview import PreviewRow, State, Weight

ROWS = 50
"""Rows of a preview on one page."""
MOST_ANSWERS = 5000


def file_sent(upload: Any, field: str = "file") -> tuple[bytes, str]:
    """Content and name of an uploaded workbook. Raises RuleBroken on `field` when it is none, or too large."""
    if not isinstance(upload, FileStorage) or not upload.filename:
        raise RuleBroken(N_("Hãy chọn một tệp."), field)
    content = upload.stream.read(LARGEST_FILE + 1)
    check_kind(content, upload.filename, field)
    return content, upload.filename


def answers_sent(form: "MultiDict[str, str]", rows: list[PreviewRow], before: Answers) -> Answers:
    """What a page of the preview sends: `who-5` a record or a new one, `ok-5` keys of questions, `all` for the rest."""
    by_number = {row.number: row for row in rows}
    who: dict[int, str] = {}
    confirmed: dict[int, set[str]] = {}
    for name, value in list(form.items(multi=True))[:MOST_ANSWERS]:
        if not (found := re.fullmatch(r"(who|ok)-(\d{1,7})", name, re.ASCII)):
            continue
        row = by_number.get(int(found[2]))
        if row is None:
            continue
        if found[1] == "who" and value in {"new", *(each.id for each in row.candidates)}:
            who[row.number] = value
        elif found[1] == "ok":
            confirmed.setdefault(row.number, set()).add(value[:200])
    if form.get("all"):
        for row in rows:
            if keys := {each.key for each in row.remarks if each.weight is Weight.QUESTION}:
                confirmed[row.number] = keys
    return before.and_also(who, confirmed)


def state_asked(filters: Mapping[str, str]) -> State | None:
    """The state the rows shown are narrowed to; None for all."""
    wanted = filters.get("state", "")
    return State(wanted) if wanted in set(State) else None
