"""Finding the head row and understanding the rows: as offices really write their lists."""

from datetime import date

import pytest

from congress.people.vocabulary import Sex, Theory
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import PartialDate
from congress.spreadsheets import cells, heads, matching
from congress.spreadsheets.matching import parse_table
from congress.spreadsheets.tables import CellError, ColumnSpec, Kind, SourceRow, SourceTable

COLUMNS = (
    ColumnSpec("full_name", "Họ và tên", cells.text(120), aliases=("Họ tên",), required=True, example="Nguyễn Văn Ví"),
    ColumnSpec("sex", "Giới tính", cells.word(Sex), words=("Nam", "Nữ"), aliases=("Giới",)),
    ColumnSpec(
        "birth",
        "Ngày sinh",
        cells.partial_day,
        aliases=("Ngày, tháng, năm sinh", "Năm sinh"),
        required=True,
        kind=Kind.PARTIAL_DAY,
        halves={"Nam": ("sex", "Nam"), "Nữ": ("sex", "Nữ")},
    ),
    ColumnSpec("admitted", "Ngày vào Đảng", cells.day, kind=Kind.DAY),
    ColumnSpec("theory", "Lý luận chính trị", cells.word(Theory), aliases=("LLCT", "Trình độ LLCT")),
    ColumnSpec("votes", "Số phiếu", cells.whole(0, 1000), kind=Kind.NUMBER),
    ColumnSpec("note", "Ghi chú", cells.text(200), empty=""),
)


def table(*rows, name="Sheet1", first=1, from_1904=False):
    return SourceTable(
        name,
        tuple(SourceRow(number, tuple(row)) for number, row in enumerate(rows, start=first) if any(row)),
        from_1904,
    )


def understood(*rows, columns=COLUMNS, **options):
    return parse_table((table(*rows, **options),), columns)


HEAD = ("STT", "Họ và tên", "Giới tính", "Ngày sinh")


def test_the_head_row_is_found_below_titles_and_in_any_order():
    parsed = understood(
        ("ĐẢNG BỘ XÃ MỸ HIỆP",),
        ("DANH SÁCH ĐẠI BIỂU",),
        (),
        ("Ngày sinh", "TT", "HO VA TEN", "giới  tính:"),
        ("05/8/1979", 1, "Nguyễn Văn An", "nam"),
    )
    assert parsed.head_row == 4
    assert parsed.letters == {"birth": "A", "full_name": "C", "sex": "D"}
    assert parsed.rows[0].fields == {"birth": PartialDate(1979, 8, 5), "full_name": "Nguyễn Văn An", "sex": Sex.MALE}
    assert parsed.rows[0].number == 5


def test_brackets_stars_and_line_breaks_in_heads_do_not_matter():
    parsed = understood(("Họ và\ntên (*)", "Ngày sinh (dd/mm/yyyy)"), ("Lê Thị Bình", "1965"))
    assert parsed.letters == {"full_name": "A", "birth": "B"}


def test_the_head_may_stand_in_any_sheet():
    help_sheet = table(("Hướng dẫn",), ("Họ và tên", "Viết đủ dấu"), name="Hướng dẫn")
    parsed = parse_table((help_sheet, table(HEAD, (1, "Lê Anh", "Nữ", 1980), name="Danh sách")), COLUMNS)
    assert parsed.sheet == "Danh sách"


def test_two_sheets_with_lists_are_refused_rather_than_one_left_out():
    one, two = (table(HEAD, (1, "Lê Anh", "Nữ", 1980), name=name) for name in ("Ấp 1", "Ấp 2"))
    with pytest.raises(RuleBroken, match="“Ấp 1”, “Ấp 2”"):
        parse_table((one, two), COLUMNS)


def test_a_birth_column_split_by_sex_fills_both():
    parsed = understood(
        ("TT", "Họ và tên", "Ngày, tháng, năm sinh", None, "Trình độ", None),
        (None, None, "Nam", "Nữ", "GDPT", "LLCT"),
        (1, "Nguyễn Văn An", "5/8/1979", None, "12/12", "Cao cấp"),
        (2, "Lê Thị Bình", None, "1980", "12/12", "trung cap"),
    )
    assert parsed.letters == {"full_name": "B", "birth": "C, D", "sex": "C, D", "theory": "F"}
    assert [(row.fields["sex"], row.fields["birth"].label) for row in parsed.rows] == [
        (Sex.MALE, "05/8/1979"),
        (Sex.FEMALE, "1980"),
    ]
    assert parsed.rows[1].fields["theory"] is Theory.INTERMEDIATE
    assert parsed.unknown == ("Trình độ GDPT",)
    assert parsed.rows[0].problems == ()


def test_a_word_may_have_a_column_of_its_own_to_tick():
    rows = (
        ("Họ và tên", "Giới tính", None, "Ngày sinh"),
        (None, "Nam", "Nữ", None),
        ("Nguyễn Văn An", "x", None, 1979),
        ("Lê Thị Bình", None, "x", 1980),
        ("Trần Cả Hai", "x", "x", 1981),
    )
    parsed = understood(*rows)
    assert [row.fields["sex"] for row in parsed.rows[:2]] == [Sex.MALE, Sex.FEMALE]
    assert parsed.rows[2].problems[0].message == matching.TWO_TICKS


def test_both_halves_of_a_split_column_filled_is_a_problem():
    parsed = understood(("Họ và tên", "Ngày, tháng, năm sinh", None), (None, "Nam", "Nữ"), ("Lê Anh", "1979", "1980"))
    assert [(each.column, each.message) for each in parsed.rows[0].problems] == [("birth", matching.TWO_HALVES)]


def test_the_first_row_of_data_is_not_taken_for_a_second_head_row():
    parsed = understood(("Họ và tên", "Giới tính", "Ngày sinh"), ("Nguyễn Văn An", "Nam", "1979"))
    assert (parsed.head_row, len(parsed.rows)) == (1, 1)


def test_a_column_that_is_there_twice_is_refused_by_both_letters():
    with pytest.raises(RuleBroken) as broken:
        understood(("Họ và tên", "Ngày sinh", "Năm sinh"), ("Lê Anh", 1980, 1980))
    assert str(broken.value).startswith("Cột B và cột C cùng là “Ngày sinh”")


def test_a_missing_required_column_is_named_with_what_was_found():
    with pytest.raises(RuleBroken) as broken:
        understood(("Danh sách",), ("Họ và tên", "Giới tính", "Quê quán"), ("Lê Anh", "Nam", "Mỹ Hiệp"))
    assert str(broken.value) == (
        "Thiếu cột “Ngày sinh”. Ở dòng 2 của trang “Sheet1” có các cột: “Họ và tên”, “Giới tính”, “Quê quán”."
    )


def test_a_table_without_heads_is_refused_by_what_is_needed():
    with pytest.raises(RuleBroken, match="“Họ và tên”, “Ngày sinh”"):
        understood(("Lê Anh", 1980), ("Lê Bình", 1981))


def test_heads_nobody_knows_are_listed():
    parsed = understood(("STT", "Họ tên", "Năm sinh", "Cỡ áo"), (1, "Lê Anh", 1980, "XL"))
    assert parsed.unknown == ("Cỡ áo",)


def test_every_problem_of_every_row_is_kept_with_its_sentence():
    parsed = understood(
        ("STT", "Họ và tên", "Giới tính", "Ngày sinh", "Ngày vào Đảng", "Số phiếu"),
        (1, None, "Nma", "31/2/1980", "hôm qua", 1.5),
        (2, "Lê Anh", CellError("#N/A"), None, date(2005, 2, 3), "1.293"),
    )
    said = [[(each.column, each.message % each.values) for each in row.problems] for row in parsed.rows]
    assert said == [
        [
            ("full_name", "Thiếu họ và tên."),
            ("sex", "“Nma” không có trong danh sách. Hãy ghi một trong: Nam, Nữ."),
            ("birth", "31/2/1980 không có trong lịch: tháng 2 năm 1980 chỉ có 29 ngày."),
            ("admitted", "“hôm qua” không phải ngày, tháng, năm. Hãy ghi như 5/8/2025."),
            ("votes", "“1,5” không phải số nguyên. Hãy ghi như 1293 hoặc 1.293."),
        ],
        [
            ("sex", "Ô này báo lỗi #N/A trong Excel. Hãy ghi giá trị đúng vào ô."),
            ("birth", "Thiếu ngày sinh."),
            ("votes", "Số phải từ 0 đến 1.000."),
        ],
    ]
    assert parsed.rows[0].shown["sex"] == "Nma"
    assert parsed.rows[0].fields == {"full_name": None}
    assert parsed.rows[1].fields == {"full_name": "Lê Anh", "birth": None, "admitted": date(2005, 2, 3)}


def test_days_come_as_days_as_serials_of_both_systems_and_as_text():
    rows = (("Họ và tên", "Ngày sinh", "Ngày vào Đảng"), ("Lê Anh", 29072, 38386), ("Lê Bình", "8/1979", "3.2.2005"))
    parsed = understood(*rows)
    assert [row.fields["birth"].label for row in parsed.rows] == ["05/8/1979", "8/1979"]
    assert {row.fields["admitted"] for row in parsed.rows} == {date(2005, 2, 3)}
    from_1904 = understood(rows[0], ("Lê Anh", 29072 - 1462, 38386 - 1462), from_1904=True)
    assert from_1904.rows[0].fields == parsed.rows[0].fields


def test_totals_numbers_of_columns_group_heads_and_signatures_are_no_data():
    parsed = understood(
        HEAD,
        ("(1)", "(2)", "(3)", "(4)"),
        (None, "Chi bộ ấp Mỹ Thạnh — 2 đại biểu"),
        (1, "Lê Anh", "Nam", 1980),
        (2, "Tống Cộng", "Nam", None),
        (3,),
        (None, "Tổng cộng: 2 đồng chí", "1 nữ"),
        (),
        (None, None, None, "NGƯỜI LẬP BIỂU"),
    )
    assert [row.number for row in parsed.rows] == [4, 5]
    assert [(each.number, each.reason) for each in parsed.skipped] == [
        (3, matching.SKIPPED_NO_NUMBER),
        (7, matching.SKIPPED_TOTAL),
        (9, matching.SKIPPED_NO_NUMBER),
    ]


def test_totals_are_known_even_where_only_the_name_is_required():
    columns = [ColumnSpec("name", "Tên", required=True), ColumnSpec("members", "Đảng viên", cells.whole())]
    rows = (("STT", "Tên", "Đảng viên"), (1, "Chi bộ Tổng công ty", 9), (2, "Tổng", 3), (None, "Tổng", 12))
    parsed = understood(*rows, columns=columns)
    assert [row.fields["name"] for row in parsed.rows] == ["Chi bộ Tổng công ty", "Tổng"]
    assert [each.number for each in parsed.skipped] == [4]


def test_a_row_with_its_number_is_data_even_if_it_has_nothing_else_but_a_name():
    parsed = understood(HEAD, (1, "Lê Anh", None, None))
    assert [each.column for each in parsed.rows[0].problems] == ["birth"]


def test_the_example_row_is_skipped_until_somebody_writes_over_it():
    columns = [ColumnSpec("full_name", "Họ và tên", required=True, example="Nguyễn Văn Ví"), *COLUMNS[1:]]
    head = ("STT", "Họ và tên", "Giới tính")
    columns = [each for each in columns if each.key in ("full_name", "sex")]
    assert understood(head, ("Ví dụ", "Nguyễn Văn Ví", None), columns=columns).rows == ()
    assert len(understood(head, ("Ví dụ", "Lê Thật", "Nữ"), columns=columns).rows) == 1


@pytest.mark.parametrize("written", ["x", "X", "có", True, 1, "1", "✓", "Đúng"])
def test_a_tick_is_written_in_many_ways(written):
    assert cells.yes_no(written) is True


@pytest.mark.parametrize("written", ["không", "0", False, "-", "KO"])
def test_so_is_none(written):
    assert cells.yes_no(written) is False


def test_a_number_in_a_column_of_text_is_written_as_it_is_seen():
    assert cells.text(20)(12) == "12"
    assert cells.text(20)(0.5) == "0,5"
    assert cells.text(20)(date(2025, 8, 5)) == "05/8/2025"
    with pytest.raises(RuleBroken, match="Dài 3 ký tự, chỉ được 2"):
        cells.text(2)("abc")


def test_a_vocabulary_is_known_by_label_without_marks_and_by_other_names():
    parse = cells.word(Theory, {"CN": Theory.BACHELOR})
    assert [parse(typed) for typed in ("cu nhan", "CN", "Cao cấp.")] == [
        Theory.BACHELOR,
        Theory.BACHELOR,
        Theory.ADVANCED,
    ]


def test_only_the_first_rows_are_searched_for_heads():
    rows = [(f"Dòng {number}",) for number in range(heads.LOOKED_AT + 1)]
    with pytest.raises(RuleBroken, match="Không tìm thấy dòng tiêu đề"):
        understood(*rows, HEAD, (1, "Lê Anh", "Nam", 1980))
