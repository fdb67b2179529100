"""The PDF: what it holds, not only how it looks."""

import re
import subprocess
import sys
import unicodedata

import pikepdf
import pytest

from congress.printing.html import html_of
from congress.printing.pool import Pool
from congress.printing.render import Press
from tests.printing.papers import LONG_NAME, NAMES, decision, delegate_list
from tests.printing.test_html import words


def text_of(reader):
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


@pytest.fixture(scope="module")
def list_of_25(press):
    return press.pdf(delegate_list(25, first_name=LONG_NAME))


def test_title_language_and_author_are_set(list_of_25, read):
    reader = read(list_of_25)
    assert reader.metadata.title == "Danh sách đại biểu chính thức"
    assert reader.metadata.author == "Đảng ủy xã Mỹ Hiệp"
    assert reader.root_object["/Lang"] == "vi"
    assert reader.root_object["/ViewerPreferences"]["/DisplayDocTitle"]


def test_it_is_tagged_and_says_so(list_of_25, read):
    reader = read(list_of_25)
    assert reader.root_object["/MarkInfo"]["/Marked"]
    assert b"pdfuaid:part" in reader.root_object["/Metadata"].get_data()


def test_every_font_is_embedded_and_of_the_family(list_of_25, read):
    fonts = {}
    for page in read(list_of_25).pages:
        for font in page["/Resources"]["/Font"].values():
            descendant = font.get_object()["/DescendantFonts"][0].get_object()
            fonts[descendant["/BaseFont"]] = descendant["/FontDescriptor"]
    assert fonts
    for name, descriptor in fonts.items():
        assert "Liberation-Serif" in name
        assert {"/FontFile2", "/FontFile3"} & set(descriptor.get_object())


def test_the_text_is_composed_and_holds_every_name(list_of_25, read):
    text = text_of(read(list_of_25))
    assert unicodedata.is_normalized("NFC", text)
    joined = text.replace(" ", "")
    for name in [*NAMES, LONG_NAME]:
        assert name.replace(" ", "") in joined, name


def test_the_text_of_the_pdf_is_the_text_of_the_page(press, read):
    paper = decision(paragraphs=12)
    reader = read(press.pdf(paper))
    pages = [page.extract_text() for page in reader.pages]
    body = pages[0] + "".join(
        page.removeprefix(f"{n}\n") if page.startswith(f"{n}\n") else page.removesuffix(f"\n{n}")
        for n, page in enumerate(pages[1:], 2)
    )
    assert re.sub(r"\s", "", body) == re.sub(r"\s", "", words(html_of(paper)))


def test_the_page_number_stands_on_every_page_but_the_first(press, read):
    pages = [page.extract_text().split("\n") for page in read(press.pdf(decision(paragraphs=20))).pages]
    assert len(pages) >= 3
    assert "1" not in pages[0]
    assert all(str(number) in (lines[0], lines[-1]) for number, lines in enumerate(pages[1:], 2))


def test_the_header_row_stands_on_every_page_of_a_list(list_of_25, read):
    pages = read(list_of_25).pages
    assert len(pages) >= 3
    assert all(
        "Họ và tên" in page.extract_text() for page in pages if re.search(r"^\d+ ", page.extract_text(), re.MULTILINE)
    )


@pytest.mark.parametrize("paragraphs", range(4, 12))
def test_the_signature_never_stands_alone(press, read, paragraphs):
    pages = read(press.pdf(decision(paragraphs=paragraphs))).pages
    last = pages[-1].extract_text()
    assert "T/M BAN THƯỜNG VỤ" in last and "Nguyễn Văn A" in last and "Nơi nhận" in last
    assert "đảng viên" in last


@pytest.mark.parametrize("rows", range(10, 26, 3))
def test_the_signature_of_a_list_keeps_rows_with_it(press, read, rows):
    last = read(press.pdf(delegate_list(rows))).pages[-1].extract_text()
    assert "T/M BAN THƯỜNG VỤ" in last and "Tổng cộng" in last
    assert "Kinh" in last


def test_no_row_is_split_and_none_is_lost(list_of_25, read):
    numbers = [
        int(n)
        for page in read(list_of_25).pages
        for n in re.findall(r"^(\d+) (?=\w)", page.extract_text(), re.MULTILINE)
    ]
    assert [n for n in numbers if n <= 25][:25] == list(range(1, 26)) or set(range(1, 26)) <= set(numbers)


def test_the_same_paper_gives_the_same_bytes(press):
    assert press.pdf(delegate_list(8)) == press.pdf(delegate_list(8))
    assert press.pdf(delegate_list(70)) == press.pdf(delegate_list(70))


def test_another_process_gives_the_same_bytes_too(press):
    other = Press(pool=Pool("Liberation Serif", processes=1))
    try:
        assert other.pdf(decision()) == press.pdf(decision())
    finally:
        other.pool.close()


def test_a_row_longer_than_a_page_is_printed_to_its_end(press, read):
    name = "Nguyễn Văn Rất Dài " * 120 + "Cuối"
    text = text_of(read(press.pdf(delegate_list(3, first_name=name))))
    assert text.count("Rất") == 120 and "Cuối" in text


def test_a_name_without_spaces_wraps_instead_of_vanishing(press, read):
    text = text_of(read(press.pdf(delegate_list(2, first_name="W" * 500))))
    assert text.count("W") == 500


def test_the_checker_of_pdf_syntax_finds_no_fault(list_of_25, tmp_path):
    file = tmp_path / "list.pdf"
    file.write_bytes(list_of_25)
    with pikepdf.open(file) as pdf:
        assert pdf.check_pdf_syntax() == []


def test_the_web_process_never_loads_the_layout_engine():
    code = """if True:
        import sys
        import congress.printing.render, congress.printing.response
        print({"weasyprint", "pikepdf"} & set(sys.modules))"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "set()"
