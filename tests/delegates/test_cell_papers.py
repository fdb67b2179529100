"""Summaries cell by cell, and the alternates by rank."""

import re
from datetime import date
from io import BytesIO

import pypdf
import pytest

from congress.delegates import printouts
from congress.delegates.vocabulary import Standing
from congress.printing.html import html_of
from congress.printing.render import render
from congress.units.vocabulary import UnitKind
from congress.web.access import Role
from tests.attendance.test_printouts import words_of
from tests.factories import make_delegate, make_unit

TODAY = date(2025, 8, 5)


@pytest.fixture
def cells(congress):
    """A cell with enough delegates for two pages, a committee with an alternate or two, a cell with nobody."""
    units = [
        make_unit(congress, code="CB1", name="Chi bộ ấp Mỹ Thạnh", official_quota=20),
        make_unit(congress, code="DB2", name="Đảng bộ Quân sự", kind=UnitKind.GRASSROOTS, alternate_quota=2),
        make_unit(congress, code="CB3", name="Chi bộ ấp Trống"),
    ]
    for number in range(20):
        make_delegate(congress, units[0], f"Nguyễn Văn {chr(65 + number)}n")
    make_delegate(congress, units[1], "Lê Thị Út", standing=Standing.ALTERNATE, rank=2, votes=20, ballots=27)
    make_delegate(congress, units[1], "Trần Ánh", standing=Standing.ALTERNATE, rank=1, votes=21, ballots=27)
    return units


def test_each_cell_has_a_paper_of_its_own_with_heading_and_signature(congress, cells):
    page = html_of(printouts.cell_summaries(congress, today=TODAY))
    assert page.count('<section class="sheet paper') == 2 and "ấp Trống" not in page
    assert '<p class="issuer">CHI BỘ ẤP MỸ THẠNH</p>' in page and "ĐẢNG ỦY XÃ MỸ HIỆP" in page
    assert "của chi bộ ấp Mỹ Thạnh" in page
    assert page.count("T/M CHI ỦY") == 1 and page.count("T/M BAN CHẤP HÀNH") == 1
    assert "None" not in page


def test_pages_are_counted_from_one_in_each_paper(congress, cells, tmp_path):
    data = render(printouts.cell_summaries(congress, today=TODAY))
    reader, words = pypdf.PdfReader(BytesIO(data)), words_of(data, tmp_path)
    starts = [n for n, page in enumerate(reader.pages) if "DANH SÁCH TRÍCH NGANG" in page.extract_text()]
    assert len(starts) == 2 and starts[0] == 0 and starts[1] > 1
    for number in range(len(reader.pages)):
        expected = number - max(start for start in starts if start <= number) + 1
        said = {word for page, _x, top, _r, _b, word in words if page == number + 1 and top < 50}
        assert said == ({str(expected)} if expected > 1 else set()), number


def test_one_cell_alone_and_a_code_nobody_has(congress, cells):
    page = html_of(printouts.cell_summaries(congress, today=TODAY, unit="DB2"))
    assert page.count('<section class="sheet paper') == 1 and "ĐẢNG BỘ QUÂN SỰ" in page
    with pytest.raises(ValueError, match="KHONG"):
        printouts.cell_summaries(congress, today=TODAY, unit="KHONG")


def test_alternates_stand_by_rank_with_their_votes(congress, cells):
    page = html_of(printouts.alternates(congress, today=TODAY))
    assert page.index("Trần Ánh") < page.index("Lê Thị Út")
    assert "21/27" in page and "77,78" in page and "Đảng bộ Quân sự — 02 đại biểu dự khuyết" in page
    assert "Danh sách có 02 đại biểu dự khuyết của 01 chi bộ." in page and "Nguyễn Văn" not in page


def test_without_anybody_they_say_so(congress):
    assert "Chưa có đại biểu dự khuyết nào" in html_of(printouts.alternates(congress, today=TODAY))
    assert "Chưa có đại biểu nào" in html_of(printouts.cell_summaries(congress, today=TODAY))


def test_a_cell_prints_its_own_paper_only(sign_in, congress, cells):
    client = sign_in(Role.CELL_SECRETARY, unit=cells[1])
    base = f"/{congress.slug}/delegates/print/"
    page = client.get(f"{base}cell-summaries").text
    assert "Đảng bộ Quân sự".upper() in page and "MỸ THẠNH" not in page
    assert client.get(f"{base}cell-summaries?unit={cells[0].id}").status_code == 404
    assert client.get(f"{base}cell-summaries.pdf?unit={cells[1].id}").mimetype == "application/pdf"
    own = client.get(f"/{congress.slug}/delegates/units/{cells[1].id}").text
    assert re.search(rf"print/cell-summaries\?unit={cells[1].id}", own)


def test_the_office_prints_all_cells_and_the_alternates(sign_in, congress, cells):
    client = sign_in(Role.OFFICE)
    base = f"/{congress.slug}/delegates/print/"
    for name in ("cell-summaries", "alternates"):
        assert "Tải PDF" in client.get(base + name).text
        assert client.get(f"{base}{name}.pdf").mimetype == "application/pdf"
    links = client.get(f"{base}delegate-list").text
    assert "print/cell-summaries" in links and "print/alternates" in links
