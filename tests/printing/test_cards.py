"""Cards, QR codes and sizes of type: reckoned without the engine, held against the fonts and a reader of codes."""

import base64
import itertools
from io import BytesIO

import pytest
import zxingcpp
from PIL import Image
from weasyprint import CSS, HTML

from congress.printing import fitting
from congress.printing.cards import CARD_SHEETS, EIGHT, SHEET_HEIGHT, SHEET_WIDTH
from congress.printing.engine import VIETNAMESE, Engine
from congress.printing.fetching import NothingOutside
from congress.printing.html import DEFAULT_FAMILY
from congress.printing.pictures import LARGEST, Picture, qr
from congress.printing.printout import NotPlain, require_plain
from tests.printing.test_pictures import pictures

NAMES = [
    "Nguyễn Văn An", "K'Brơi", "H'Hen Niê", "Nguyễn Thị Hòa", "Nguyễn Thị Hoà", "Lý Ý", "Trương Thị Ước-Mơ",
    "Công Tằng Tôn Nữ Nguyễn Thị Hoàng Phương Khánh Ngọc Minh Thư",
]  # fmt: skip


@pytest.fixture(scope="module")
def engine():
    return Engine()


@pytest.mark.parametrize("bold", [False, True])
def test_no_letter_is_wider_in_the_font_than_it_was_reckoned(engine, bold):
    drawn = engine.letter_widths(DEFAULT_FAMILY)[bold]
    for letter in [*VIETNAMESE, *map(chr, range(0x20, 0x7F)), "–"]:
        assert fitting.width(letter, bold=bold) == pytest.approx(drawn.width(letter), abs=0.001), letter


@pytest.mark.parametrize("bold", [False, True])
def test_no_name_is_wider_in_the_font_than_it_was_reckoned(engine, bold):
    drawn = engine.letter_widths(DEFAULT_FAMILY)[bold]
    for name in NAMES:
        assert drawn.width(name) <= fitting.width(name, bold=bold) + 0.001
        for size, room in itertools.product((8, 11, 14, 18), (34, 55)):
            assert drawn.lines(name, room * 72 / 25.4 / size) <= fitting.lines(name, size, room, bold=bold)


def test_a_text_shrinks_in_steps_to_a_floor_and_no_further():
    sizes = (18, 16, 14, 12)
    assert fitting.fitted("Lý Ý", sizes, 55, bold=True) == 18
    assert fitting.fitted("Nguyễn Thị Ngọc Ánh", sizes, 55, bold=True) == 16
    assert fitting.fitted(NAMES[-1], sizes, 55, bold=True) == 12
    assert fitting.fitted(NAMES[-1], sizes, 55, bold=True, most_lines=3) >= 12


def test_a_word_wider_than_its_box_counts_as_the_lines_it_is_broken_into():
    assert fitting.lines("m" * 100, 10, 50) > 4
    assert fitting.lines("", 10, 50) == 1


def pixels(picture):
    """A picture drawn by the layout engine itself."""
    html = HTML(string=f'<img src="{picture.address}">', url_fetcher=NothingOutside())
    css = "@page{size:30mm 30mm;margin:5mm}img{width:20mm;height:20mm;image-rendering:pixelated}"
    style = CSS(string=css, url_fetcher=NothingOutside())
    return html.render(stylesheets=[style])


def test_a_code_is_read_back_as_the_text_it_was_made_of(tmp_path):
    token = "0123456789ABCDEFGHJKMNPQRS"
    [page] = pictures(pixels(qr(token)).write_pdf(), tmp_path, 150)
    [found] = zxingcpp.read_barcodes(page)
    assert (found.text, found.format) == (token, zxingcpp.BarcodeFormat.QRCode)


def test_a_code_is_made_once_and_kept():
    assert qr("ABC") is qr("ABC")
    assert qr("ABC") != qr("ABD")


def test_a_picture_is_a_plain_value_and_bytes_are_not():
    require_plain(qr("ABC"), "code")
    with pytest.raises(NotPlain):
        require_plain(b"bytes", "code")


@pytest.mark.parametrize(
    ("kind", "data", "why"),
    [
        ("text/html", "", "no kind"),
        ("image/gif", "", "no kind"),
        ("image/png", "a" * LARGEST, "too large"),
        ("image/png", '"><script>', "base64"),
        ("image/png", "https://example.org/x.png", "base64"),
    ],
)
def test_nothing_but_a_small_picture_passes_for_one(kind, data, why):
    with pytest.raises(ValueError, match=why):
        Picture(kind, data)


def test_a_picture_goes_through_the_fetcher_that_refuses_everything_else():
    content = BytesIO()
    Image.new("RGB", (30, 40), "red").save(content, "JPEG")
    picture = Picture.of("image/jpeg", content.getvalue())
    assert NothingOutside().fetch(picture.address).read() == base64.b64decode(picture.data)


@pytest.mark.parametrize("sheet", CARD_SHEETS.values(), ids=list(CARD_SHEETS))
def test_the_cards_lie_in_the_middle_of_the_sheet_and_say_where_their_size_is_from(sheet):
    assert sheet.left >= 5 and sheet.top >= 5
    assert sheet.left * 2 + sheet.columns * sheet.width == SHEET_WIDTH
    assert sheet.top * 2 + sheet.rows * sheet.height == SHEET_HEIGHT
    assert "no official size" in sheet.source and sheet.confidence == "D"


def test_cards_fill_sheets_row_by_row():
    sheets = EIGHT.sheets(list(range(10)))
    assert sheets == [[[0, 1], [2, 3], [4, 5], [6, 7]], [[8, 9]]]
    assert EIGHT.sheets([]) == []
