"""How the paper looks: pixels against references drawn on Debian 12; every Vietnamese letter with a shape of its own.

After a wanted change: UPDATE_PICTURES=1 draws the references anew; look at them before committing.
"""

import os
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PIL import Image, ImageChops, ImageDraw, ImageFont

from congress.printing.engine import VIETNAMESE
from congress.printing.paper import Heading
from tests.printing.papers import decision, delegate_list, heading

REFERENCES = Path(__file__).parent / "references"
RESOLUTION = 50
MOST_DIFFERING = 0.005


def pictures(data, folder, resolution=RESOLUTION):
    file = folder / "paper.pdf"
    file.write_bytes(data)
    subprocess.run(["pdftoppm", "-gray", "-png", "-r", str(resolution), str(file), str(folder / "page")], check=True)
    return [Image.open(each).convert("L") for each in sorted(folder.glob("page-*.png"))]


def congress_paper():
    block = Heading(
        superior="Đảng bộ xã Mỹ Hiệp",
        issuer="Đại hội đại biểu lần thứ I",
        acting="Đoàn Chủ tịch",
        place="Mỹ Hiệp",
        symbol="NQ/ĐH",
        year=2025,
        draft_mark="Dự thảo lần 2",
        circulation=("Tài liệu đại hội",),
    )
    return decision(heading=block, paragraphs=2)


PAPERS = {
    "decision": decision(heading=heading(), paragraphs=8),
    "congress": congress_paper(),
    "list": delegate_list(14),
}


@pytest.mark.parametrize("name", PAPERS)
def test_the_paper_looks_as_it_did(press, tmp_path, name):
    drawn = pictures(press.pdf(PAPERS[name]), tmp_path)
    for number, page in enumerate(drawn[:2], 1):
        reference = REFERENCES / f"{name}-{number}.png"
        if os.environ.get("UPDATE_PICTURES"):
            REFERENCES.mkdir(exist_ok=True)
            page.quantize(16).save(reference, optimize=True)
        expected = Image.open(reference).convert("L")
        assert page.size == expected.size
        difference = ImageChops.difference(page, expected).point(lambda value: 255 if value > 64 else 0)
        share = difference.histogram()[255] / (page.width * page.height)
        assert share <= MOST_DIFFERING, f"{share:.2%} of page {number} differ"


def test_the_rule_is_exactly_as_long_as_the_name_of_the_party(press, tmp_path):
    page = pictures(press.pdf(decision()), tmp_path, 200)[0].point(lambda value: 255 if value < 128 else 0)
    right_half = page.crop((page.width // 2, 0, page.width, page.height // 6))
    rows = [(right_half.crop((0, y, right_half.width, y + 1)).histogram()[255], y) for y in range(right_half.height)]
    longest, y = max(rows)
    rule = right_half.crop((0, y, right_half.width, y + 1)).getbbox()
    name = right_half.crop((0, 0, right_half.width, y - 2)).getbbox()
    assert longest > 300
    assert abs(rule[0] - name[0]) <= 3 and abs(rule[2] - name[2]) <= 3


def test_every_vietnamese_letter_has_a_shape_of_its_own_in_all_four_styles(press, read):
    paper = decision(template="letters.html", letters=VIETNAMESE)
    reader = read(press.pdf(paper))
    assert "".join(reader.pages[0].extract_text().split()) == VIETNAMESE * 4
    fonts = {}
    for font in reader.pages[0]["/Resources"]["/Font"].values():
        descriptor = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        fonts[descriptor["/FontName"]] = TTFont(
            BytesIO((descriptor.get("/FontFile2") or descriptor["/FontFile3"]).get_data())
        )
    assert len(fonts) == 4
    for font in fonts.values():
        shapes = [font["glyf"][name] for name in font.getGlyphOrder() if name != ".notdef"]
        drawn = {bytes(glyph.compile(font["glyf"])) for glyph in shapes if glyph.numberOfContours}
        assert len(drawn) >= len(VIETNAMESE)
    assert len(VIETNAMESE) == 134


def test_the_letters_drawn_are_the_letters_of_the_font_file(press, tmp_path):
    """Text that extracts well can still be drawn wrong (garbage glyphs): compare with letters drawn by FreeType."""
    sample = "ĐẶNG ườ ễ ữ ẵ ỹ"
    file = subprocess.run(
        ["fc-match", "-f", "%{file}", "Liberation Serif:style=Regular"], capture_output=True, text=True, check=True
    ).stdout
    page = pictures(press.pdf(decision(template="letters.html", letters=sample)), tmp_path, 216)[0]
    drawn = page.point(lambda value: 255 - value)
    left, top = round(30 / 25.4 * 216), round(20 / 25.4 * 216)
    line = drawn.crop((left, top, left + 500, top + 54))
    line = line.crop(line.getbbox())
    free = Image.new("L", (900, 100))
    ImageDraw.Draw(free).text((10, 10), sample, 255, ImageFont.truetype(file, 42))
    free = free.crop(free.getbbox()).resize(line.size)
    difference = ImageChops.difference(line, free).point(lambda value: 255 if value > 128 else 0)
    assert difference.histogram()[255] / (line.width * line.height) < 0.12
