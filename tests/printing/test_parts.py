"""A list drawn in parts is the list drawn in one piece."""

import dataclasses
from itertools import pairwise

import pytest
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NumberObject

from congress.printing.assembly import MARKED, _ask, _draw, planned
from congress.printing.engine import Engine
from congress.printing.html import DEFAULT_FAMILY, html_of, stylesheet_of
from congress.printing.layout_profiles import profile_for
from congress.printing.long_tables import long_table
from congress.printing.measuring import row_heights
from congress.printing.tables import Column, Group, Table
from tests.printing.papers import DAY, LONG_NAME, decision, delegate_list


@pytest.fixture(scope="module")
def both(press):
    paper = delegate_list(100, first_name=LONG_NAME)
    return press.pdf(paper), press.pdf(paper, split=False)


def tags(reader):
    """The structure tree as nested tuples of tag, page, marked content; without the ids of header cells."""
    pages = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages)}

    def walk(element):
        if isinstance(element, IndirectObject):
            element = element.get_object()
        if isinstance(element, NumberObject):
            return int(element)
        kids = element.get("/K", [])
        kids = kids if isinstance(kids, ArrayObject) else [kids]
        return (
            element["/S"],
            pages[element.raw_get("/Pg").idnum] if "/Pg" in element else None,
            tuple(walk(kid) for kid in kids),
        )

    return [walk(kid) for kid in reader.root_object["/StructTreeRoot"]["/K"]]


def elements(reader):
    waiting = list(reader.root_object["/StructTreeRoot"]["/K"])
    while waiting:
        element = waiting.pop().get_object()
        if isinstance(element, DictionaryObject):
            yield element
            kids = element.get("/K", [])
            waiting += kids if isinstance(kids, ArrayObject) else [kids]


def test_the_parts_make_the_same_pages_with_the_same_text(both, read):
    joined, whole = (read(data) for data in both)
    assert len(joined.pages) > 6
    assert [page.extract_text() for page in joined.pages] == [page.extract_text() for page in whole.pages]


def test_the_parts_make_the_same_structure_tree(both, read):
    joined, whole = (read(data) for data in both)
    assert tags(joined) == tags(whole)


def test_every_marked_content_belongs_to_the_tag_the_parent_tree_names(both, read):
    reader = read(both[0])
    numbers = reader.root_object["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    found = {int(numbers[i]): numbers[i + 1].get_object() for i in range(0, len(numbers), 2)}
    assert sorted(found) == list(range(len(reader.pages)))
    for number, page in enumerate(reader.pages):
        assert page["/StructParents"] == number
        for mark, element in enumerate(found[number]):
            assert element.get_object()["/K"] == [mark]
            assert element.get_object().raw_get("/Pg") == page.indirect_reference


def test_header_cells_keep_ids_of_their_own_and_cells_find_them(both, read):
    heads, cells = [], []
    for element in elements(read(both[0])):
        if "/ID" in element:
            heads.append(element["/ID"])
        elif element.get("/S") == "/TD":
            cells += element["/A"].get("/Headers", [])
    assert len(heads) == len(set(heads)) > 60
    assert cells and set(cells) <= set(heads)


def test_each_tag_knows_its_parent(both, read):
    reader = read(both[0])
    for element in elements(reader):
        for kid in element.get("/K", []):
            if isinstance(kid, IndirectObject):
                assert kid.get_object()["/P"] == element


def test_bookmarks_run_across_the_seam(both, read):
    def names(reader):
        return [(entry.title, reader.get_destination_page_number(entry)) for entry in flat(reader.outline)]

    def flat(items):
        return [entry for item in items for entry in (flat(item) if isinstance(item, list) else [item])]

    joined, whole = (read(data) for data in both)
    assert names(joined) == names(whole)
    assert len(names(joined)) > 10


def test_the_joined_paper_has_the_same_metadata(both, read):
    joined, whole = (read(data) for data in both)
    assert joined.metadata == whole.metadata
    assert joined.root_object["/Lang"] == whole.root_object["/Lang"]


def test_a_foot_counts_the_pages_of_the_whole(press, read):
    reader = read(press.pdf(delegate_list(60, foot=True)))
    texts = [page.extract_text() for page in reader.pages]
    assert all(f"trang {n}/{len(texts)}" in text for n, text in enumerate(texts, 1))


def test_a_wrong_reckoning_is_put_right(press, read, monkeypatch):
    paper = delegate_list(64, seed=3)
    expected = [page.extract_text() for page in read(press.pdf(paper, split=False)).pages]

    def two_rows_late(tops, first_page, rows, processes):
        parts = planned(tops, first_page, rows, processes)
        assert len(parts) > 1
        for part, following in pairwise(parts):
            following.start += 2
            part.end = following.start
        return parts

    monkeypatch.setattr("congress.printing.assembly.planned", two_rows_late)
    assert [page.extract_text() for page in read(press.pdf(paper)).pages] == expected


def test_a_short_paper_is_not_taken_apart():
    assert long_table(html_of(decision()), 60) is None
    assert long_table(html_of(delegate_list(20)), 60) is None


def test_no_row_is_lost_between_parts():
    table = long_table(html_of(delegate_list(100)), 60)
    halves = table.part(0, 50) + table.part(50, len(table.rows), last=True)
    assert [halves.count(row) for row in table.rows] == [1] * len(table.rows)


def test_parts_are_of_nearly_equal_length_and_begin_where_pages_begin():
    tops = list(range(0, 1000, 10))
    parts = planned(tops, 1, 1000, 2)
    assert [part.start for part in parts] == [part.start for part in parts if part.start in tops]
    assert parts[-1].end == 1000
    assert [part.page for part in parts] == [tops.index(part.start) + 1 for part in parts]
    assert max(p.end - p.start for p in parts) - min(p.end - p.start for p in parts) <= 20
    assert len(parts) % 2 == 0


def test_a_part_that_ends_before_a_group_sees_where_the_group_will_stand():
    table = long_table(html_of(delegate_list(100, group_size=5)), 60)
    line = next(index for index in range(40, len(table.rows)) if table.is_group(index))
    assert table.past(line) == line + 2
    assert table.past(line + 1) == line + 2


@pytest.mark.parametrize("seed", range(3))
def test_the_reckoning_finds_the_pages_of_the_engine(press, read, monkeypatch, seed):
    """So that no part need be drawn twice: each one ends where it was meant to."""
    drawn = []
    monkeypatch.setattr("congress.printing.assembly._draw", lambda *each: (drawn.append(each[2]), DRAW(*each)))
    press.pdf(delegate_list(150 + seed, seed=seed, group_size=3 + seed))
    assert len(drawn) == len({part.start for part in drawn}) > 1


DRAW = _draw


def test_the_reckoned_heights_are_the_heights_the_engine_gives():
    """Also for texts with line breaks, slashes, hyphens, dashes, entities and words too long for their column."""
    wild = [
        "Bí thư Chi bộ\nấp Mỹ Thạnh",
        "Chủ tịch HĐND-UBND xã/phường – Mặt trận…",
        "x" * 60,
        "K'Brơi & H'Hen <b>",
        "AVATAR To Ty Wa\n",
        "“Mỹ Hiệp”; 1.293 đảng viên/72 chi bộ",
        "  Nguyễn   Văn  A ",
        "15 %, 20,8 %",
        "\n",
        "(2019)-(2025)",
        "",
    ]
    columns = [
        Column("STT", 8, "stt"),
        Column("Họ và tên", 30, "name"),
        Column("Ghi chú", 20),
        Column("Khác", 15, "centre"),
    ]
    rows = [(a, b, wild[(i + j) % len(wild)]) for i, a in enumerate(wild) for j, b in enumerate(wild)]
    engine = Engine()
    paper = delegate_list(1, table=Table(columns, [Group("Chi bộ ấp Mỹ Thạnh — " + "rất dài " * 30, rows)], size=11))
    table = long_table(html_of(dataclasses.replace(paper, landscape=False)), 60)
    document = engine.lay_out(
        table.part(0, len(table.rows), range(len(table.rows)), True), stylesheet_of(profile_for(DAY))
    )
    anchors = {name: place for page in document.pages for name, place in page.anchors.items()}
    heights = row_heights(table, *engine.letter_widths(DEFAULT_FAMILY))
    for index, height in enumerate(heights):
        _, top, _, bottom = anchors[f"row-{index}"]
        assert abs((bottom - top) * 0.75 - height) < 0.01, table.rows[index]


def test_a_reckoning_far_from_the_truth_is_put_right(press, read, monkeypatch):
    """Few rows are marked for finding where a part ends; where those do not tell, all are."""
    paper = delegate_list(64, seed=3)
    expected = [page.extract_text() for page in read(press.pdf(paper, split=False)).pages]

    def rows_late(tops, first_page, rows, processes):
        parts = planned(tops, first_page, rows, processes)
        for part, following in pairwise(parts):
            following.start += MARKED + 3
            part.end = following.start
        return parts

    asked = []
    monkeypatch.setattr("congress.printing.assembly.planned", rows_late)
    monkeypatch.setattr("congress.printing.assembly._ask", lambda *each: (asked.append(each[-1]), ASK(*each)))
    assert [page.extract_text() for page in read(press.pdf(paper)).pages] == expected
    assert any(len(marked) > MARKED + 3 for marked in asked)


ASK = _ask
