"""Badges, letters and the roll as PDF: codes that are read back, names that are never cut, and how they look.

After a wanted change: UPDATE_PICTURES=1 draws the references anew; look at them before committing.
"""

import os
import re
import subprocess
from datetime import date, datetime, time
from io import BytesIO
from types import SimpleNamespace

import pypdf
import pytest
import zxingcpp
from PIL import Image, ImageChops

from congress.agenda.vocabulary import SessionKind
from congress.attendance import actions as badge_actions
from congress.attendance import printouts, queries
from congress.attendance.models import Badge
from congress.attendance.printouts import cards
from congress.attendance.vocabulary import BadgeClass
from congress.congresses.vocabulary import HouseStyle
from congress.database import UTC, db
from congress.delegates.vocabulary import Origin, Standing
from congress.people import actions as people
from congress.pictures.portrait import portrait
from congress.printing.cards import CARD_SHEETS
from congress.printing.html import html_of
from congress.printing.pictures import Picture, qr
from congress.printing.render import Press, render
from congress.shared.vietnamese import PartialDate
from tests.factories import Somebody, make_delegate, make_session, make_unit
from tests.pictures.test_portrait import file_of, picture
from tests.printing.test_pictures import MOST_DIFFERING, REFERENCES, pictures

TODAY = date(2025, 8, 5)
SIXTY = "Công Tằng Tôn Nữ Nguyễn Thị Hoàng Phương Khánh Ngọc Minh Thư"
HARD = [
    "Nguyễn Văn An", "K'Brơi", "H'Hen Niê", "Nguyễn Thị Hòa", "Nguyễn Thị Hoà", "Lý Ý", "Ng" + "ô" * 40, SIXTY,
    SIXTY[:-3] + "Hoàng " * 10,
]  # fmt: skip
LONG_UNIT = "Chi bộ Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã Mỹ Hiệp và các đơn vị sự nghiệp trực thuộc"
PLAIN = SimpleNamespace(
    id="x",
    slug="my-hiep",
    organisation="Đảng bộ xã Mỹ Hiệp",
    committee="Đảng ủy xã Mỹ Hiệp",
    of_delegates=True,
    ordinal_roman="I",
    term="2025 – 2030",
    title="Đại hội Đảng bộ xã Mỹ Hiệp lần thứ I",
    house_style=HouseStyle.NEW,
    invented=False,
)


def drawn(names, sheet="eight", units=("Chi bộ ấp Mỹ Thạnh", LONG_UNIT)):
    """A sheet of badges without any database; each with a code and, but for the first, a grey photograph."""
    photo = Picture.of("image/jpeg", portrait(file_of(picture(colour="grey"))).small)
    made = [
        cards._card(
            name,
            units[number % len(units)],
            list(BadgeClass)[number % 2],
            f"{number + 1:03d}",
            "",
            photo if number else None,
            qr(f"TOKEN{number:021d}"),
        )
        for number, name in enumerate(names)
    ]
    return cards._printout(PLAIN, made, TODAY, sheet)


def words_of(data, folder):
    """Every word of a PDF with the box it stands in: (page, left, top, right, bottom, word), in points."""
    file = folder / "words.pdf"
    file.write_bytes(data)
    found = subprocess.run(["pdftotext", "-bbox", str(file), "-"], capture_output=True, text=True, check=True).stdout
    page, words = 0, []
    for line in found.splitlines():
        page += "<page " in line
        if box := re.search(r'xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>', line):
            words.append((page, *(float(box[n]) for n in range(1, 5)), box[5]))
    return words


@pytest.mark.parametrize("sheet", CARD_SHEETS.values(), ids=list(CARD_SHEETS))
def test_no_name_however_long_is_cut_or_leaves_its_card_or_meets_the_code(sheet, tmp_path):
    data = render(drawn(HARD, sheet.key, units=(LONG_UNIT,)))
    text = " ".join(pypdf.PdfReader(BytesIO(data)).pages[0].extract_text().split())
    assert "Nguyễn Văn An" in text and "K'Brơi" in text
    millimetre = 72 / 25.4
    for _page, left, top, right, bottom, word in words_of(data, tmp_path):
        column = int((left / millimetre - sheet.left) // sheet.width)
        row = int((top / millimetre - sheet.top) // sheet.height)
        x, y = sheet.left + column * sheet.width, sheet.top + row * sheet.height
        assert right / millimetre <= x + sheet.width - 1, word
        inside = bottom / millimetre - y
        head_or_foot = inside < 13.5 or top / millimetre - y > sheet.height - 9
        assert head_or_foot or inside <= sheet.height - 8 + 0.5, word
        beside_code = right / millimetre > x + sheet.width - 21.5 and inside > sheet.height - 28
        assert head_or_foot or not beside_code, word


def test_a_long_name_is_there_to_the_last_letter():
    pages = pypdf.PdfReader(BytesIO(render(drawn(HARD)))).pages
    text = re.sub(r"\s", "", "".join(page.extract_text() for page in pages))
    for name in HARD:
        assert re.sub(r"\s", "", name) in text


def test_every_code_on_the_sheet_is_read_back(tmp_path):
    pages = pictures(render(drawn(HARD)), tmp_path, 200)
    found = {code.text for page in pages for code in zxingcpp.read_barcodes(page)}
    assert found == {f"TOKEN{number:021d}" for number in range(len(HARD))}


@pytest.mark.parametrize(
    ("count", "sheet", "pages"), [(1, "eight", 1), (8, "eight", 1), (9, "eight", 2), (21, "ten", 3)]
)
def test_as_many_sheets_as_needed_and_no_empty_one(count, sheet, pages):
    reader = pypdf.PdfReader(BytesIO(render(drawn(["Nguyễn Văn An"] * count, sheet))))
    assert len(reader.pages) == pages
    assert all(
        [float(side) for side in page.mediabox[2:]] == pytest.approx([595.28, 841.89], abs=1) for page in reader.pages
    )


def test_many_sheets_drawn_side_by_side_are_the_same_paper(tmp_path):
    names = [f"Nguyễn Văn {letter * 3}" for letter in "ABCDEFGHIKLMNOPQRSTUVXYZAEIOUABCDEFGHIKLMNOPQRS"]
    paper, press = drawn(names), Press()
    whole, parts = press.pdf(paper, split=False), press.pdf(paper)
    press.pool.close()
    assert whole != parts
    readers = [pypdf.PdfReader(BytesIO(data)) for data in (whole, parts)]
    texts = [[" ".join(page.extract_text().split()) for page in reader.pages] for reader in readers]
    assert texts[0] == texts[1] and len(texts[0]) == -(-len(names) // 8)
    assert readers[1].trailer["/Root"]["/MarkInfo"]["/Marked"]
    (tmp_path / "whole").mkdir()
    (tmp_path / "parts").mkdir()
    for one, other in zip(pictures(whole, tmp_path / "whole"), pictures(parts, tmp_path / "parts"), strict=True):
        assert not ImageChops.difference(one, other).getbbox()


def test_the_class_is_said_in_colour_and_in_words(tmp_path):
    data = render(drawn(["Nguyễn Văn An", "Lê Văn Bình"]))
    file = tmp_path / "x.pdf"
    file.write_bytes(data)
    subprocess.run(["pdftoppm", "-png", "-r", "50", str(file), str(tmp_path / "c")], check=True)
    page = Image.open(next(tmp_path.glob("c-*.png"))).convert("RGB")
    dot = 50 / 25.4
    red, blue = (page.getpixel((int(x * dot), int(40 * dot))) for x in (17, 107))
    assert red[0] > 150 > red[2] and blue[2] > 100 > blue[0]
    text = pypdf.PdfReader(BytesIO(data)).pages[0].extract_text()
    assert "ĐẠI BIỂU CHÍNH THỨC" in text and "ĐẠI BIỂU DỰ KHUYẾT" in text


@pytest.fixture
def roll(congress):
    """Two cells with officials and an alternate, their sessions, and one portrait."""
    units = [make_unit(congress, code=f"CB{n}", name=f"Chi bộ ấp Mỹ Thạnh {n}", official_quota=9) for n in (1, 2)]
    birth = PartialDate(1979, 8, 5)
    made = [
        make_delegate(congress, units[n % 2], name, birth=birth)
        for n, name in enumerate(["Nguyễn Văn An", SIXTY, "K'Brơi"])
    ]
    make_delegate(congress, units[0], "Ngô Hoa", standing=Standing.ALTERNATE, birth=birth, votes=20, ballots=25)
    make_delegate(congress, units[1], "H'Hen Niê", origin=Origin.APPOINTED, birth=birth)
    make_session(congress, place="Hội trường Đảng ủy xã Mỹ Hiệp")
    make_session(congress, kind=SessionKind.OFFICIAL, day=date(2025, 8, 12), starts_at=time(7, 30), ends_at=time(11))
    people.set_photo(made[0].person, portrait(file_of(picture(colour="grey"))))
    db.session.commit()
    return congress


def printed(congress):
    everyone = {each.id for each in queries.badge_lines(congress.id)}
    run = badge_actions.print_badges(congress, everyone, actor=Somebody, moment=datetime(2025, 8, 5, tzinfo=UTC))
    db.session.commit()
    return run


def test_the_codes_of_a_run_are_the_tokens_recorded(roll, tmp_path):
    run = printed(roll)
    pages = pictures(render(printouts.badges_of_run(roll, run.id, today=TODAY)), tmp_path, 200)
    found = {code.text for page in pages for code in zxingcpp.read_barcodes(page)}
    assert found == {badge.token for badge in db.session.query(Badge).filter(Badge.congress_id == roll.id)}
    assert len(found) == 5


def test_a_badge_says_what_was_recorded_even_if_the_delegate_changed_since(roll):
    run = printed(roll)
    line = next(iter(queries.badges(roll.id)))
    db.session.expire_all()
    before = html_of(printouts.badges_of_run(roll, run.id, today=TODAY))
    assert before.count('class="face"') == 1 and before.count('class="no-photo"') == 4
    assert line and "Nguyễn Văn An" in before and "Ghế" not in before and "None" not in before


def test_a_badge_holds_no_personal_data_beyond_name_and_cell(roll):
    page = html_of(printouts.badges_of_run(roll, printed(roll).id, today=TODAY))
    assert not any(word in page for word in ("1979", "Trưởng ấp", "Kinh", "Mỹ Hiệp, Đồng Tháp"))


def test_the_papers_are_tagged_vietnamese_and_in_one_family(roll):
    run = printed(roll)
    for paper in (
        printouts.badges_of_run(roll, run.id, today=TODAY),
        printouts.summons(roll, today=TODAY, standing="both"),
        printouts.signature_roll(roll, today=TODAY),
    ):
        reader = pypdf.PdfReader(BytesIO(render(paper)))
        assert reader.trailer["/Root"]["/Lang"] == "vi" and reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
        fonts = {
            str(font.get_object()["/BaseFont"])
            for page in reader.pages
            for font in page["/Resources"]["/Font"].values()
        }
        assert all("Liberation-Serif" in font or "LiberationSerif" in font for font in fonts), fonts


def test_each_letter_is_a_page_of_its_own_without_a_page_number(roll):
    reader = pypdf.PdfReader(BytesIO(render(printouts.summons(roll, today=TODAY, standing="both"))))
    texts = [page.extract_text() for page in reader.pages]
    assert len(texts) == 5
    assert all("GIẤY TRIỆU TẬP" in text and "T/M BAN THƯỜNG VỤ" in text for text in texts)
    assert not any(re.match(r"\s*\d\s", text) for text in texts)
    assert sum("chỉ định" in text for text in texts) == 1


def test_unknown_words_are_named(roll):
    for build, words in (
        (printouts.summons, {"standing": "x"}),
        (printouts.summons, {"unit": "KHONG-CO"}),
        (printouts.signature_roll, {"standing": "x"}),
        (printouts.signature_roll, {"group_by": "x"}),
        (printouts.badges, {"sheet": "x"}),
    ):
        with pytest.raises(ValueError, match="không"):
            build(roll, today=TODAY, **words)


def test_without_anybody_the_papers_say_so(congress):
    assert "Chưa có đại biểu nào" in html_of(printouts.summons(congress, today=TODAY))
    assert "Chưa có đại biểu nào" in html_of(printouts.signature_roll(congress, today=TODAY))
    assert "Không có thẻ nào" in html_of(printouts.badges(congress, today=TODAY))


def looks_as_it_did(name, data, folder):
    page = pictures(data, folder)[0]
    reference = REFERENCES / f"{name}-1.png"
    if os.environ.get("UPDATE_PICTURES"):
        page.quantize(16).save(reference, optimize=True)
    expected = Image.open(reference).convert("L")
    assert page.size == expected.size
    difference = ImageChops.difference(page, expected).point(lambda value: 255 if value > 64 else 0)
    assert difference.histogram()[255] / (page.width * page.height) <= MOST_DIFFERING


def test_the_badges_look_as_they_did(tmp_path):
    looks_as_it_did("badges", render(drawn(HARD[:6] + HARD[7:])), tmp_path)


def test_the_letter_and_the_roll_look_as_they_did(roll, tmp_path):
    looks_as_it_did("summons", render(printouts.summons(roll, today=TODAY)), tmp_path)
    (tmp_path / "roll").mkdir()
    looks_as_it_did("roll", render(printouts.signature_roll(roll, today=TODAY, standing="both")), tmp_path / "roll")
