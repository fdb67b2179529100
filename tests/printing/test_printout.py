"""What may be handed over to be printed."""

import datetime
import pickle
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

import pytest
from markupsafe import Markup

from congress.printing.layout_profiles import HD05, HD36, PROFILES, profile_for
from congress.printing.paper import Signature
from congress.printing.printout import NotPlain, Printout, file_name
from congress.printing.tables import Column, Group, Table
from tests.printing.papers import COLUMNS, DAY, decision, delegate_list


def printout(**context):
    return Printout(template="x.html", filename="x.pdf", title="x", author="x", date=DAY, context=context)


def test_the_file_name_says_congress_thing_and_day():
    assert file_name("my-hiep", "Danh sách đại biểu", DAY) == "my-hiep_danh-sach-dai-bieu_2025-08-05.pdf"


@pytest.mark.parametrize(
    "name", ["../etc/passwd.pdf", "a b.pdf", 'a".pdf', "a.html", "Đảng.pdf", "a.pdf\r\nSet-Cookie: x"]
)
def test_a_file_name_made_by_hand_is_refused(name):
    with pytest.raises(ValueError, match="not a file name"):
        Printout(template="x.html", filename=name, title="x", author="x", date=DAY)


class Standing(StrEnum):
    OFFICIAL = "official"


@dataclass(frozen=True)
class Frozen:
    name: str


@dataclass
class Thawed:
    name: str


class Row:
    """Looks like a row of the database."""

    __tablename__ = "delegate"


def test_plain_values_pass():
    printout(
        a=1,
        b="chữ",
        c=None,
        d=DAY,
        e=[Frozen("x"), {"k": Decimal("1.5")}],
        f=Standing.OFFICIAL,
        g=datetime.time(8),
        h=True,
    )


@pytest.mark.parametrize(
    "value", [Row(), Thawed("x"), Frozen(Row()), [Row()], {"k": (Row(),)}, Markup("<b>"), len, iter([]), Frozen]
)
def test_rows_functions_and_ready_made_markup_are_refused(value):
    with pytest.raises(NotPlain, match="people"):
        printout(people=value)


def test_a_printout_can_be_sent_to_another_process():
    paper = delegate_list(5)
    assert pickle.loads(pickle.dumps(paper)) == paper


def test_the_rules_of_the_day_of_the_paper_apply():
    assert profile_for(datetime.date(2026, 5, 26)) is HD36
    assert profile_for(datetime.date(2026, 5, 27)) is HD05
    assert profile_for(datetime.date(2015, 1, 1)) is HD36
    assert decision().date.year == 2025


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.name)
def test_each_measure_names_its_source_and_how_sure_it_is(profile):
    sources = profile.sources()
    measures = {name for name in vars(profile) if name not in ("code", "name", "first_day")}
    assert set(sources) == measures
    assert all(source.text and source.confidence in "ABCD" for source in sources.values())


def test_the_last_recipient_ends_with_a_full_stop():
    assert Signature(recipients=("Như trên;", "- Lưu Đảng ủy.")).recipient_lines == ("- Như trên;", "- Lưu Đảng ủy.")


def test_the_widths_of_a_table_fill_the_page_to_the_millimetre():
    table = Table((Column("STT", 10, "stt"), Column("Họ và tên", 33, "name"), Column("Ghi chú", 17)), [])
    assert sum(table.widths(165)) == 165
    assert sum(table.widths(257)) == 257


def test_a_date_keeps_its_room_in_a_crowded_table():
    table = delegate_list(30).context["table"]
    widths = dict(zip([column.label for column in COLUMNS], table.widths(257), strict=True))
    assert sum(widths.values()) == 257
    assert widths["Nam"] >= 19 and widths["Vào Đảng"] >= 19
    assert widths["STT"] >= 9


def test_a_table_that_cannot_fit_still_fills_the_page():
    assert sum(Table([Column("Ngày", 1, "date")] * 12, [], size=14).widths(165)) == 165


def test_the_running_number_goes_on_across_groups():
    table = Table((Column("STT", 1, "stt"), Column("Tên", 1)), [Group("A", [("x",)] * 45), Group("B", [("y",)])])
    assert [(label, before, len(rows)) for label, before, rows in table.bodies()] == [
        ("A", 0, 20),
        ("", 20, 20),
        ("", 40, 5),
        ("B", 45, 1),
    ]


def test_a_row_with_too_few_cells_is_refused():
    with pytest.raises(ValueError, match="1 cells in a table of 2"):
        Table((Column("a", 1), Column("b", 1)), [Group("", [("x",)])])
