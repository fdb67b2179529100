"""What a workbook of delegates would do, row by row, before anything is written."""

import unicodedata
import uuid
from datetime import date
from typing import Any

import pytest

from congress.delegates.rules.company import Place, Places
from congress.delegates.rules.import_plan import Planned, draw_up
from congress.delegates.rules.import_rows import Terms
from congress.delegates.rules.recognition import Entry
from congress.delegates.rules.registration import Window
from congress.delegates.vocabulary import Origin, Review, Standing
from congress.people.vocabulary import Sex
from congress.shared.problems import RuleBroken
from congress.shared.scope import UnitScope
from congress.shared.vietnamese import PartialDate
from congress.spreadsheets.answers import A_NEW_ONE, Answers
from congress.spreadsheets.meanwhile import compare
from congress.spreadsheets.preview import State
from congress.spreadsheets.tables import ParsedRow, ParsedTable, Problem
from congress.spreadsheets.totals import add_up

TODAY = date(2025, 7, 22)
HERE, THERE = uuid.UUID(int=1), uuid.UUID(int=2)
PLACES = (
    Place(HERE, "CB01", "Chi bộ ấp Mỹ Thạnh", official_quota=3, alternate_quota=2),
    Place(THERE, "CB02", "Chi bộ ấp Mỹ Hòa", official_quota=3, alternate_quota=2),
)
NO_ANSWERS = Answers()
PERSON = {"full_name": "Nguyễn Thị Hòa", "sex": Sex.FEMALE, "birth": PartialDate(1979, 8, 5), "unit": "CB01"}


def table(*rows: dict[str, Any], problems: dict[int, tuple[Problem, ...]] | None = None) -> ParsedTable:
    """Rows from row 5 on, as they are read from a file whose columns are those named in any of them."""
    columns = {key: chr(66 + place) for place, key in enumerate(dict.fromkeys(key for row in rows for key in row))}
    parsed = [
        ParsedRow(
            number,
            {key: row.get(key) for key in columns},
            {key: shown(row.get(key)) for key in columns},
            (problems or {}).get(number, ()),
        )
        for number, row in enumerate(rows, start=5)
    ]
    return ParsedTable("Danh sách", 4, columns, (), tuple(parsed))


def shown(value: Any) -> str:
    return "" if value is None else getattr(value, "label", str(value))


def entry(
    number: int,
    *,
    unit: uuid.UUID = HERE,
    version: int = 1,
    review: Review = Review.RECEIVED,
    replaced: bool = False,
    promoted: bool = False,
    **fields: Any,
) -> Entry:
    blank = dict.fromkeys(("ethnicity", "home_place", "post", "phone", "party_card_number"), "")
    fields = (
        blank
        | {"origin": Origin.ELECTED, "standing": Standing.OFFICIAL, "rank": None, "votes": None, "ballots": None}
        | {key: value for key, value in PERSON.items() if key != "unit"}
        | fields
    )
    return Entry(uuid.UUID(int=100 + number), version, unit, review, fields, replaced=replaced, promoted=promoted)


def terms(**fields: Any) -> Terms:
    plain: dict[str, Any] = {
        "places": Places(PLACES),
        "scope": UnitScope.everything(),
        "visible": UnitScope.everything(),
        "as_reviewer": True,
        "today": TODAY,
    }
    return Terms(**plain | fields)


def plan(*rows: dict[str, Any], known: Any = (), answers: Answers = NO_ANSWERS, **options: Any) -> list[Planned]:
    return draw_up(table(*rows), list(known), terms(**options), answers)


def only(*rows: dict[str, Any], **options: Any) -> Planned:
    [planned] = plan(*rows, **options)
    return planned


def sentences(planned: Planned) -> str:
    return " ".join(remark.sentence for remark in planned.row.remarks)


def test_somebody_nobody_knows_is_new_in_the_cell_the_row_names():
    planned = only(PERSON | {"post": "Trưởng ấp"})
    assert planned.row.state is State.NEW
    assert planned.unit_id == HERE
    assert planned.fields["post"] == "Trưởng ấp"
    assert {cell.state for cell in planned.row.cells.values()} == {State.NEW}


@pytest.mark.parametrize("written", ["cb01", "Chi bộ ấp Mỹ Thạnh", "chi bo ap my thanh", "Ấp Mỹ Thạnh", "ấp mỹ thạnh"])
def test_a_cell_is_named_by_its_code_or_its_name_as_people_write_it(written):
    assert only(PERSON | {"unit": written}).unit_id == HERE


def test_a_cell_nobody_knows_is_an_error_beside_its_cell():
    planned = only(PERSON | {"unit": "CB99"})
    assert planned.row.cells["unit"].state is State.ERROR
    assert "CB99" in sentences(planned)


@pytest.mark.parametrize(
    "name", ["Nguyễn Thị Hòa", "Nguyễn Thị Hoà", unicodedata.normalize("NFD", "Nguyễn Thị Hòa"), "NGUYỄN THỊ HÒA"]
)
def test_the_same_name_and_birth_is_the_same_person_however_the_name_is_written(name):
    planned = only({"full_name": name, "birth": PartialDate(1979, 8, 5), "post": "Bí thư"}, known=[entry(1)])
    assert planned.row.record == str(entry(1).id)
    assert planned.row.state is State.CHANGED


def test_what_is_as_recorded_is_found_and_written_nowhere():
    planned = only(PERSON, known=[entry(1)])
    assert planned.row.state is State.FOUND
    assert not planned.fields


def test_a_change_shows_the_old_value_and_writes_that_field_alone():
    planned = only(PERSON | {"post": "Bí thư"}, known=[entry(1, post="Trưởng ấp")])
    assert planned.row.cells["post"].before == "Trưởng ấp"
    assert planned.row.cells["post"].state is State.CHANGED
    assert planned.row.cells["full_name"].state is State.FOUND
    assert planned.fields == {"post": "Bí thư"}


def test_a_column_the_file_does_not_have_stays_and_an_empty_cell_says_what_it_takes_away():
    known = [entry(1, post="Trưởng ấp", phone="0912 345 678")]
    planned = only(PERSON | {"post": None}, known=known)
    assert planned.fields == {"post": ""}
    assert planned.row.cells["post"].before == "Trưởng ấp"


@pytest.mark.parametrize("field", ["origin", "standing", "rank"])
def test_an_empty_capacity_is_left_as_it_is(field):
    known = [entry(1, standing=Standing.ALTERNATE, rank=2)]
    assert only(PERSON | {field: None}, known=known).row.state is State.FOUND


def test_a_card_finds_a_person_whose_name_was_corrected():
    known = [entry(1, party_card_number="60.012 345")]
    planned = only(PERSON | {"full_name": "Nguyễn Thị Hòe", "party_card_number": "60012345"}, known=known)
    assert planned.row.record == str(known[0].id)
    assert planned.row.cells["full_name"].before == "Nguyễn Thị Hòa"


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ({"full_name": "Nguyen Thi Hoa"}, {}),
        ({"birth": PartialDate(1979, 5, 8)}, {}),
        ({}, {"birth": None}),
        ({}, {"birth": PartialDate(1979)}),
        ({"party_card_number": "111"}, {"party_card_number": "222"}),
        (
            {"party_card_number": "111", "full_name": "Lê Văn Tám", "birth": PartialDate(1960)},
            {"party_card_number": "111"},
        ),
    ],
    ids=[
        "no marks",
        "another day",
        "no birth recorded",
        "a year recorded",
        "another card",
        "the card of somebody else",
    ],
)
def test_when_it_is_not_certain_who_is_meant_the_row_asks(said, known):
    planned = only(PERSON | said, known=[entry(1, **known)])
    assert planned.row.unsure
    assert planned.row.state is State.WARNING
    assert [each.id for each in planned.row.candidates] == [str(entry(1).id)]
    assert "Chi bộ ấp Mỹ Thạnh" in planned.row.candidates[0].label


def test_a_row_without_a_birth_asks_which_of_two_people_of_that_name_is_meant():
    known = [entry(1), entry(2, birth=PartialDate(1985, 1, 2))]
    planned = only({"full_name": "Nguyễn Thị Hòa", "phone": "0912"}, known=known)
    assert {each.id for each in planned.row.candidates} == {str(each.id) for each in known}


def test_the_answer_decides_between_a_change_and_a_new_person():
    known = [entry(1)]
    said = PERSON | {"birth": PartialDate(1979, 5, 8)}
    same = only(said, known=known, answers=Answers({5: str(known[0].id)}))
    assert same.row.state is State.CHANGED
    assert same.fields == {"birth": PartialDate(1979, 5, 8)}
    other = only(said, known=known, answers=Answers({5: A_NEW_ONE}))
    assert other.row.state is State.NEW
    assert not other.row.waits


def test_an_answer_that_names_nobody_who_was_offered_is_none():
    planned = only(PERSON | {"birth": None}, known=[entry(1)], answers=Answers({5: str(uuid.uuid4())}))
    assert planned.row.unsure


def test_one_person_in_two_rows_is_an_error_that_names_both():
    one, other = plan(PERSON, PERSON | {"full_name": "Nguyễn Thị Hoà"})
    for planned, words in ((one, ("5", "6")), (other, ("6", "5"))):
        assert planned.row.state is State.ERROR
        assert f"Dòng {words[0]} và dòng {words[1]}" in sentences(planned)


def test_one_card_in_two_rows_is_an_error_that_names_both():
    one, other = plan(
        PERSON | {"party_card_number": "60.012345"},
        PERSON | {"full_name": "Lê Văn Tám", "party_card_number": "60 012 345"},
    )
    assert one.row.has_errors and other.row.has_errors


def test_alike_rows_are_asked_about_once():
    one, other = plan(PERSON, PERSON | {"full_name": "Nguyễn Thị Hoa"})
    assert one.row.state is State.NEW
    assert "Dòng 5" in sentences(other)
    [question] = other.row.open_questions
    _one, sure = plan(
        PERSON, PERSON | {"full_name": "Nguyễn Thị Hoa"}, answers=Answers(confirmed={6: frozenset({question.key})})
    )
    assert sure.row.state is State.NEW


def test_what_entering_by_hand_refuses_is_an_error_and_what_it_asks_is_a_question():
    wrong = only(PERSON | {"party_admitted_on": date(2025, 8, 1)})
    assert wrong.row.cells["party_admitted_on"].state is State.ERROR
    unlikely = only(PERSON | {"party_admitted_on": date(1996, 1, 2)})
    assert unlikely.row.cells["party_admitted_on"].state is State.WARNING
    assert unlikely.row.waits
    assert (
        only(PERSON | {"party_admitted_on": date(1996, 1, 2)}, answers=Answers(everything=True)).row.state is State.NEW
    )


@pytest.mark.parametrize("field", ["full_name", "sex", "birth"])
def test_what_the_form_needs_a_row_needs(field):
    assert only(PERSON | {field: None}).row.cells[field].state is State.ERROR


def test_who_was_replaced_fills_no_place_and_who_came_up_used_up_an_alternates():
    known = [
        entry(1, replaced=True),
        *(entry(n, full_name=f"Lê Văn {name}", promoted=n == 4) for n, name in ((2, "Ba"), (3, "Tư"), (4, "Năm"))),
        entry(5, full_name="Lê Văn Sáu", standing=Standing.ALTERNATE, rank=2),
    ]
    assert only(PERSON | {"post": "Bí thư chi bộ"}, known=known).row.does is State.CHANGED
    person = PERSON | {"full_name": "Trần Văn Mới", "birth": PartialDate(1980, 1, 2)}
    late = only(person | {"standing": Standing.ALTERNATE}, known=known)
    assert "2 đại biểu dự khuyết, đã nhập 2" in sentences(late)


def test_the_last_row_over_a_quota_is_the_wrong_one():
    rows = [PERSON | {"full_name": f"Lê Văn {name}"} for name in ("An", "Bình", "Cường", "Dũng")]
    planned = plan(*rows)
    assert [each.row.state for each in planned] == [State.NEW] * 3 + [State.ERROR]
    assert "được phân bổ 3" in sentences(planned[3])


def test_an_official_and_an_alternate_may_change_places_in_a_full_cell():
    known = [
        entry(1, full_name="Lê Văn Một"),
        entry(2, full_name="Lê Văn Hai"),
        entry(3, full_name="Lê Văn Ba"),
        entry(4, full_name="Lê Văn Bốn", standing=Standing.ALTERNATE, rank=1),
        entry(5, full_name="Lê Văn Năm", standing=Standing.ALTERNATE, rank=2),
    ]
    planned = plan(
        PERSON | {"full_name": "Lê Văn Bốn", "standing": Standing.OFFICIAL, "rank": None},
        PERSON | {"full_name": "Lê Văn Một", "standing": Standing.ALTERNATE, "rank": 1},
        known=known,
    )
    assert [each.row.state for each in planned] == [State.CHANGED, State.CHANGED]
    assert planned[0].fields == {"standing": Standing.OFFICIAL, "rank": None}


def test_alternates_may_exchange_their_ranks():
    known = [entry(n, full_name=f"Lê Văn {n}", standing=Standing.ALTERNATE, rank=n) for n in (1, 2)]
    rows = [PERSON | {"full_name": f"Lê Văn {n}", "standing": Standing.ALTERNATE, "rank": 3 - n} for n in (1, 2)]
    assert [each.row.state for each in plan(*rows, known=known)] == [State.CHANGED, State.CHANGED]


def test_two_alternates_of_one_rank_are_an_error():
    rows = [PERSON | {"full_name": f"Lê Văn {n}", "standing": Standing.ALTERNATE, "rank": 1} for n in ("An", "Bình")]
    assert all(each.row.cells["rank"].state is State.ERROR for each in plan(*rows))


def test_alternates_without_a_rank_stand_behind_the_others_in_the_order_of_the_file():
    known = [entry(1, full_name="Lê Văn Một", standing=Standing.ALTERNATE, rank=1)]
    places = Places([Place(HERE, "CB01", "Chi bộ ấp Mỹ Thạnh", alternate_quota=9)])
    rows = [PERSON | {"full_name": f"Lê Văn {n}", "standing": Standing.ALTERNATE} for n in ("An", "Bình")]
    assert [each.fields["rank"] for each in plan(*rows, known=known, places=places)] == [2, 3]


def test_a_cell_brings_in_its_own_list_only():
    mine = {"as_reviewer": False, "scope": UnitScope.only([HERE]), "visible": UnitScope.only([HERE])}
    assert only({key: value for key, value in PERSON.items() if key != "unit"}, **mine).unit_id == HERE
    assert only(PERSON | {"unit": "CB02"}, **mine).row.cells["unit"].state is State.ERROR


def test_a_cell_learns_of_another_cells_delegate_only_whom_to_ask():
    mine = {"as_reviewer": False, "scope": UnitScope.only([HERE]), "visible": UnitScope.only([HERE])}
    planned = only(PERSON, known=[entry(1, unit=THERE, post="Bí thư")], **mine)
    assert planned.row.state is State.ERROR
    assert not planned.row.candidates
    assert "Hãy hỏi Chi bộ ấp Mỹ Hòa" in sentences(planned)


def test_a_cell_does_not_say_how_somebody_became_a_delegate():
    mine = {"as_reviewer": False, "scope": UnitScope.only([HERE])}
    assert only(PERSON | {"origin": Origin.APPOINTED}, **mine).row.cells["origin"].state is State.ERROR
    assert only(PERSON | {"origin": Origin.ELECTED}, **mine).row.state is State.NEW


def test_a_closed_list_and_what_was_sent_are_errors_for_the_cell_and_none_for_a_reviewer():
    closed = Places([Place(HERE, "CB01", "Chi bộ ấp Mỹ Thạnh", official_quota=3, window=Window(date(2025, 7, 1)))])
    mine = {"as_reviewer": False, "scope": UnitScope.only([HERE])}

    def sent(review: Review) -> None:
        raise RuleBroken("đã gửi")

    assert "đã khóa" in sentences(only(PERSON, places=closed, **mine))
    changed = only(PERSON | {"post": "Bí thư"}, known=[entry(1, review=Review.SENT)], refuse_sent=sent, **mine)
    assert "đã gửi" in sentences(changed)
    assert only(PERSON, places=closed).row.state is State.NEW
    assert only(PERSON, known=[entry(1)], refuse_sent=sent, **mine).row.state is State.FOUND


def test_a_cell_that_could_not_be_read_keeps_what_stood_there():
    broken = Problem("birth", "“%(typed)s” không phải ngày.", {"typed": "31/2"})
    [planned] = draw_up(table(PERSON, problems={5: (broken,)}), [], terms(), Answers())
    assert planned.row.cells["birth"].state is State.ERROR
    assert "“31/2” không phải ngày." in sentences(planned)
    assert "Cần ghi ngày sinh" not in sentences(planned)


def test_the_totals_say_what_stands_against_an_import():
    rows = [each.row for each in plan(PERSON, PERSON | {"full_name": "Lê Văn Tám", "sex": None})]
    totals = add_up(rows)
    assert (totals.rows, totals.new, totals.error, totals.importable) == (2, 1, 1, False)


def test_a_record_that_changed_meanwhile_is_reported_and_one_nobody_touches_is_not():
    seen = [each.row for each in plan(PERSON | {"post": "Bí thư"}, known=[entry(1)])]
    assert compare(seen, seen) is None
    later = [each.row for each in plan(PERSON | {"post": "Bí thư"}, known=[entry(1, version=2)])]
    moved = compare(seen, later)
    assert moved is not None
    assert moved[0].state is State.WARNING
    found = [each.row for each in plan(PERSON, known=[entry(1)])]
    assert compare(found, [each.row for each in plan(PERSON, known=[entry(1, version=7)])]) is None
