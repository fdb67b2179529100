"""The papers of the registry: the right names in the right order, the same as on the screen, in the Party's layout."""

import re
import unicodedata
from datetime import date
from io import BytesIO
from typing import Any

import pypdf
import pytest

from congress.congresses.vocabulary import HouseStyle
from congress.delegates import printouts
from congress.delegates.vocabulary import Origin, Standing
from congress.people.vocabulary import Sex
from congress.printing.html import html_of
from congress.printing.render import render
from congress.shared.vietnamese import PartialDate
from congress.web.access import Role
from tests.factories import make_congress, make_delegate, make_unit
from tests.paper import text_of

TODAY = date(2025, 8, 5)
LONG = "Công Tằng Tôn Nữ Nguyễn Thị Hoàng Phương Khánh Ngọc Minh Thư"
NAMES = [
    "Bùi Thị Ánh",
    "Trần Văn Anh",
    "Đặng Ngọc Ân",
    "Lê Thị Anh",
    "Nguyễn Văn An",
    "Hồ Thị Dung",
    "Đinh Văn Dũng",
    LONG,
]
IN_ORDER = [
    "Nguyễn Văn An", "Lê Thị Anh", "Trần Văn Anh", "Bùi Thị Ánh", "Đặng Ngọc Ân", "Hồ Thị Dung", "Đinh Văn Dũng", LONG,
]  # fmt: skip


@pytest.fixture
def roll(congress: Any) -> Any:
    """Two cells, eight officials in no order, one alternate."""
    units = [make_unit(congress, code=f"CB0{n}", name=f"Chi bộ ấp Mỹ Thạnh {n}", official_quota=9) for n in (1, 2)]
    for number, name in enumerate(NAMES):
        make_delegate(congress, units[number % 2], name, sex=Sex.FEMALE if "Thị" in name else Sex.MALE)
    make_delegate(congress, units[0], "Ngô Hoa", sex=Sex.FEMALE, standing=Standing.ALTERNATE, birth=PartialDate(1980))
    return congress


def positions(text: str, names: list[str]) -> list[int]:
    return [text.index(name) for name in names]


def test_the_officials_stand_in_the_order_of_names(roll):
    page = html_of(printouts.delegate_list(roll, today=TODAY))
    assert positions(page, IN_ORDER) == sorted(positions(page, IN_ORDER))
    assert "Ngô Hoa" not in page
    for words in (
        "ĐẢNG BỘ TỈNH ĐỒNG THÁP",
        "ĐẢNG ỦY XÃ MỸ HIỆP",
        "Mỹ Hiệp, ngày 05 tháng 8 năm 2025",
        "đại biểu chính thức",
        "nhiệm kỳ 2025 – 2030",
        "T/M BAN THƯỜNG VỤ",
        "Tổng cộng: 8",
        "Danh sách có 08 đại biểu chính thức; trong đó 04 nữ (50,00%), 08 được bầu.",
    ):
        assert words in page, words


def test_alternates_have_a_list_of_their_own(roll):
    paper = printouts.delegate_list(roll, today=TODAY, standing="alternate")
    page = html_of(paper)
    assert "Ngô Hoa" in page and "Nguyễn Văn An" not in page
    assert "Dự khuyết 1" in page
    assert "du-khuyet" in paper.filename


def test_both_stand_on_one_paper_officials_first(roll):
    page = html_of(printouts.delegate_list(roll, today=TODAY, standing="both"))
    assert "Đại biểu chính thức — 8 đại biểu (4 nữ)" in page
    assert page.index("Đinh Văn Dũng") < page.index("Đại biểu dự khuyết — 1 đại biểu") < page.index("Ngô Hoa")


def test_cells_stand_in_printed_order_with_their_sums(roll):
    page = html_of(printouts.delegate_list(roll, today=TODAY, standing="both", group_by="unit"))
    first, second = "Chi bộ ấp Mỹ Thạnh 1 — 5 đại biểu (2 nữ, 1 dự khuyết)", "Chi bộ ấp Mỹ Thạnh 2 — 4 đại biểu"
    assert page.index(first) < page.index("Ngô Hoa") < page.index(second)
    numbers = [int(number) for number in re.findall(r'<td class="stt">(\d+)</td>', page)]
    assert numbers == list(range(1, 10))


def test_one_cell_can_be_printed_alone(roll):
    page = html_of(printouts.delegate_list(roll, today=TODAY, standing="both", unit="CB02"))
    assert "Trần Văn Anh" in page and "Ngô Hoa" not in page
    assert "Lọc theo: Chi bộ ấp Mỹ Thạnh 2" in page


def test_chosen_columns_are_printed_and_no_others(roll):
    page = html_of(printouts.delegate_list(roll, today=TODAY, columns=["home_place", "party_admitted_on"]))
    assert "Quê quán" in page and "Vào Đảng" in page
    assert "Chức vụ" not in page and "Thành phần" not in page


def test_card_and_telephone_are_never_printed():
    assert not {"phone", "party_card_number"} & set(printouts.CELLS)


def test_the_summaries_put_the_birth_in_the_column_of_the_sex(roll):
    paper = printouts.delegate_summaries(roll, today=TODAY)
    rows = {row[0]: row for group in paper.context["table"].groups for row in group.rows}
    assert rows["Ngô Hoa"][1:3] == ["", "1980"]
    assert rows["Nguyễn Văn An"][2] == ""
    assert rows["Nguyễn Văn An"][1]
    assert paper.landscape
    assert "5 nữ" in paper.context["table"].totals
    assert "4 nam" in paper.context["table"].totals


def test_the_summaries_name_the_cell_when_not_grouped_by_it(roll):
    page = html_of(printouts.delegate_summaries(roll, today=TODAY, group_by=""))
    assert "Mỹ Thạnh 1</td>" in page


def test_the_file_names_say_congress_thing_and_day(app):
    congress = make_congress(slug="my-hiep")
    assert printouts.delegate_list(congress, today=TODAY).filename == "my-hiep_danh-sach-dai-bieu_2025-08-05.pdf"
    summaries = printouts.delegate_summaries(congress, today=TODAY)
    assert summaries.filename == "my-hiep_danh-sach-trich-ngang-dai-bieu_2025-08-05.pdf"


def test_a_list_without_anybody_says_so(congress):
    page = html_of(printouts.delegate_list(congress, today=TODAY))
    assert "Chưa có đại biểu nào." in page
    assert "None" not in page


def test_the_office_writes_uy_its_own_way_and_names_stay_as_they_are(roll):
    roll.house_style = HouseStyle.OLD
    make_delegate(roll, make_unit(roll), "Nguyễn Thị Hòa")
    page = html_of(printouts.delegate_list(roll, today=TODAY))
    assert "ĐẢNG UỶ XÃ MỸ HIỆP" in page
    assert "Nguyễn Thị Hòa" in page


def test_a_congress_of_invented_people_says_so_on_paper(roll):
    assert "Số liệu minh họa" not in html_of(printouts.delegate_list(roll, today=TODAY))
    roll.invented = True
    assert "Số liệu minh họa" in html_of(printouts.delegate_list(roll, today=TODAY))


def test_hostile_text_stays_text(roll):
    make_delegate(roll, make_unit(roll), "Lê <b>Anh</b>", post="<script>alert(1)</script>")
    page = html_of(printouts.delegate_list(roll, today=TODAY))
    assert "<script>" not in page and "&lt;b&gt;Anh" in page


@pytest.mark.parametrize(
    "words", [{"standing": "everybody"}, {"order": "height"}, {"group_by": "sex"}, {"unit": "CB99"}]
)
def test_a_word_that_means_nothing_is_named(congress, words):
    with pytest.raises(ValueError, match=str(*words.values())):
        printouts.delegate_list(congress, today=TODAY, **words)


def test_the_pdf_holds_the_names_in_vietnamese_order_composed_and_under_a_repeated_head(roll):
    unit = make_unit(roll, official_members=90, official_quota=60)
    for number in range(50):
        make_delegate(
            roll, unit, f"Vương Văn Ý {number}", birth=PartialDate(1950 + number % 30, 1, 1), post="Đảng viên"
        )
    reader = pypdf.PdfReader(BytesIO(render(printouts.delegate_list(roll, today=TODAY))))
    pages = [" ".join(page.extract_text().split()) for page in reader.pages]
    text = " ".join(pages)
    assert unicodedata.is_normalized("NFC", text)
    assert len(pages) > 1
    assert all("Họ và tên" in page for page in pages[:-1])
    assert positions(text, IN_ORDER[:-1]) == sorted(positions(text, IN_ORDER[:-1]))
    assert "Phương Khánh Ngọc Minh Thư" in text
    assert reader.trailer["/Root"]["/Lang"] == "vi"
    assert "đại biểu chính thức" in reader.metadata.title


def test_the_summaries_become_a_pdf_with_embedded_fonts(roll):
    reader = pypdf.PdfReader(BytesIO(render(printouts.delegate_summaries(roll, today=TODAY))))
    fonts = [font.get_object() for page in reader.pages for font in page["/Resources"]["/Font"].values()]
    assert fonts
    assert all("LiberationSerif" in str(font["/BaseFont"]).replace("-", "") for font in fonts)
    box = reader.pages[0].mediabox
    assert box.width > box.height
    text = " ".join(reader.pages[0].extract_text().split())
    assert "Chi bộ ấp Mỹ Thạnh 1 — 5 đại biểu" in text


def test_the_page_and_the_command_line_print_the_same(roll, sign_in):
    page = sign_in(Role.OFFICE).get(f"/{roll.slug}/delegates/print/delegate-list?standing=official_delegate").text
    for words in re.findall(r'<td class="name">(.*?)</td>', html_of(printouts.delegate_list(roll, today=TODAY))):
        assert words in page


def test_the_pdf_is_sent_under_its_name_and_an_unknown_paper_is_not_found(roll, sign_in):
    client = sign_in(Role.OFFICE)
    answer = client.get(f"/{roll.slug}/delegates/print/delegate-list.pdf?order=unit")
    assert answer.mimetype == "application/pdf"
    assert "danh-sach-dai-bieu" in answer.headers["Content-Disposition"]
    assert "Mỹ Thạnh 1 — 5 đại biểu" in text_of(answer.data)
    assert client.get(f"/{roll.slug}/delegates/print/secret").status_code == 404


def test_an_appointed_delegate_is_called_so(roll):
    make_delegate(roll, make_unit(roll), "Võ Minh Đức", origin=Origin.APPOINTED)
    assert "01 chỉ định" in html_of(printouts.delegate_list(roll, today=TODAY))
