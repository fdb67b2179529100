"""What a workbook of cells would do, row by row, before anything is written."""

import uuid
from datetime import date
from typing import Any

import pytest

from congress.spreadsheets.answers import A_NEW_ONE, Answers
from congress.spreadsheets.preview import State
from congress.spreadsheets.tables import ParsedRow, ParsedTable
from congress.units.rules.import_plan import FIELDS, Entry, Planned, draw_up
from congress.units.vocabulary import UnitKind

TODAY = date(2025, 7, 22)
NO_ANSWERS = Answers()
CELL = {"code": "CB01", "name": "Chi bộ ấp Mỹ Hòa", "official_members": 25}


def entry(number: int = 1, *, version: int = 1, quota: int = 0, **fields: Any) -> Entry:
    blank: dict[str, Any] = dict.fromkeys(FIELDS, "") | dict.fromkeys(("counted_on", "planned_on", "held_on"))
    blank |= {"kind": UnitKind.CELL, "position": number, "probationary_members": 0}
    return Entry(uuid.UUID(int=number), version, blank | CELL | fields, official_quota=quota)


def plan(*rows: dict[str, Any], known: Any = (), answers: Answers = NO_ANSWERS) -> list[Planned]:
    keys = dict.fromkeys(key for row in rows for key in row)
    letters = {key: chr(66 + place) for place, key in enumerate(keys)}
    parsed = [
        ParsedRow(number, {key: row.get(key) for key in keys}, {key: str(row.get(key) or "") for key in keys})
        for number, row in enumerate(rows, start=5)
    ]
    return draw_up(ParsedTable("Danh sách", 4, letters, (), tuple(parsed)), list(known), TODAY, answers)


def only(row: dict[str, Any], **options: Any) -> Planned:
    [planned] = plan(row, **options)
    return planned


def said(planned: Planned) -> str:
    return " ".join(remark.sentence for remark in planned.row.remarks)


def test_a_code_nobody_has_is_a_new_cell():
    assert only(CELL | {"code": "CB02", "name": "Chi bộ ấp Mỹ Đức"}, known=[entry()]).row.state is State.NEW


def test_a_cell_as_recorded_is_found():
    planned = only(CELL, known=[entry()])
    assert planned.row.state is State.FOUND
    assert not planned.fields


@pytest.mark.parametrize("code", ["CB01", "cb01"])
def test_the_code_finds_a_cell_whose_name_was_corrected(code):
    planned = only(CELL | {"code": code, "name": "Chi bộ ấp Mỹ Hoà"}, known=[entry()])
    assert planned.row.state is State.CHANGED
    assert planned.row.cells["name"].before == "Chi bộ ấp Mỹ Hòa"


def test_without_a_code_the_exact_name_finds_the_cell():
    planned = only({"name": "Chi bộ ấp Mỹ Hòa", "official_members": 30}, known=[entry()])
    assert planned.fields == {"official_members": 30}


@pytest.mark.parametrize(
    ("row", "known"),
    [
        ({"name": "Chi bo ap My Hoa"}, [entry()]),
        (CELL | {"code": "CB09"}, [entry()]),
        (CELL | {"name": "Chi bộ ấp Mỹ Đức"}, [entry(), entry(2, code="CB02", name="Chi bộ ấp Mỹ Đức")]),
    ],
    ids=["a name without marks", "a known name under a new code", "a code that says one and a name another"],
)
def test_when_it_is_not_certain_which_cell_is_meant_the_row_asks(row, known):
    planned = only(row, known=known)
    assert planned.row.unsure
    assert {each.id for each in planned.row.candidates} == {str(each.id) for each in known}


def test_the_answer_decides():
    row = {"code": "CB02", "name": "Chi bộ ấp My Hoa"}
    assert only(row, known=[entry()], answers=Answers({5: str(entry().id)})).fields == row
    assert only(row, known=[entry()], answers=Answers({5: A_NEW_ONE})).row.state is State.NEW
    same_name = only(CELL | {"code": "CB02"}, known=[entry()], answers=Answers({5: A_NEW_ONE}))
    assert "Đã có chi bộ mang tên này, mã CB01." in said(same_name)


@pytest.mark.parametrize("twin", [{"code": "cb01", "name": "Chi bộ khác"}, {"code": "CB02"}])
def test_one_cell_in_two_rows_is_an_error_that_names_both(twin):
    one, other = plan(CELL, CELL | twin)
    assert "Dòng 5 và dòng 6" in said(one)
    assert "Dòng 6 và dòng 5" in said(other)


def test_a_new_cell_needs_code_and_name():
    assert only(CELL | {"code": ""}).row.cells["code"].state is State.ERROR
    assert only({"name": "Chi bộ ấp Mỹ Đức"}).row.state is State.ERROR


def test_fewer_members_than_the_quota_given_out_are_refused():
    planned = only(CELL | {"official_members": 3}, known=[entry(quota=4)])
    assert planned.row.cells["official_members"].state is State.ERROR
    assert "Chỉ tiêu 4" in said(planned)


def test_a_congress_held_tomorrow_is_refused():
    assert only(CELL | {"held_on": date(2025, 7, 23)}).row.cells["held_on"].state is State.ERROR


def test_an_empty_number_keeps_what_is_recorded_and_an_empty_text_says_what_it_takes_away():
    planned = only(CELL | {"official_members": None, "secretary": ""}, known=[entry(secretary="Lê Văn Tám")])
    assert planned.fields == {"secretary": ""}
    assert planned.row.cells["secretary"].before == "Lê Văn Tám"
