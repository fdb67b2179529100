"""A long text drawn in parts is the text drawn in one piece."""

import random

import pytest

from congress.printing import text_parts
from congress.printing.html import html_of
from congress.printing.long_text import SEAM, long_text
from tests.printing.papers import decision
from tests.printing.test_parts import tags

WORDS = "Đề nghị bổ sung chỉ tiêu giảm nghèo đa chiều của xã trong nhiệm kỳ mới vì con số này còn thấp".split()


def blocks(number, seed=5):
    """Headings of two levels and paragraphs of one line to two pages."""
    chance = random.Random(seed)
    found = []
    for place in range(number):
        if place % 97 == 0:
            found.append(("h2", f"Phần {place // 97 + 1}. K'Brơi và H'Hen Niê"))
        elif place % 13 == 0:
            found.append(("h3", f"{place}. Về lĩnh vực thứ {place}"))
        else:
            found.append(("p", " ".join(chance.choices(WORDS, k=chance.choice((6, 20, 35, 35, 90)))) + "."))
    found[number // 2] = ("p", " ".join(chance.choices(WORDS, k=1200)))
    return found


def paper(number, **changed):
    made = decision("text.html", paragraphs=0, **changed)
    made.context["blocks"] = blocks(number)
    return made


@pytest.fixture(scope="module")
def both(press):
    """The same paper in parts of thirty blocks or so, and in one piece; and what was told on the way."""
    heard = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("congress.printing.assembly.TEXT_FROM", 50)
        patch.setattr(text_parts, "BLOCKS", 40)
        patch.setattr(text_parts, "MARKED", 25)
        parts = press.pdf(paper(300), told=lambda done, total: heard.append((done, total)))
    return parts, press.pdf(paper(300), split=False), heard


def placed(page):
    """Every piece of text with where it stands, in hundredths of a point."""
    found = []
    page.extract_text(
        visitor_text=lambda text, _cm, tm, _font, _size: found.append((text, round(tm[4], 2), round(tm[5], 2)))
    )
    return found


def test_every_page_has_the_same_words_in_the_same_places(both, read):
    parts, whole = read(both[0]), read(both[1])
    assert len(parts.pages) == len(whole.pages) > 15
    for number, (one, other) in enumerate(zip(parts.pages, whole.pages, strict=True), 1):
        assert placed(one) == placed(other), f"page {number}"


def test_every_page_but_the_first_has_its_number(both, read):
    for number, page in enumerate(read(both[0]).pages, 1):
        assert page.extract_text().endswith(f"\n{number}") is (number > 1)


def test_bookmarks_stand_at_the_same_places_one_below_the_other(both, read):
    def outline(reader, items, depth=0):
        found = []
        for item in items:
            if isinstance(item, list):
                found += outline(reader, item, depth + 1)
            else:
                found.append((depth, item.title, reader.get_destination_page_number(item)))
        return found

    parts, whole = read(both[0]), read(both[1])
    assert outline(parts, parts.outline) == outline(whole, whole.outline)
    assert {depth for depth, _, _ in outline(parts, parts.outline)} == {0, 1, 2}


def test_the_tags_follow_one_another(both, read):
    assert tags(read(both[0])) == tags(read(both[1]))


def test_whoever_waits_hears_how_far_it_has_come(both):
    heard = both[2]
    assert len(heard) > 4
    assert max(heard) == (300, 300)


def test_a_text_without_headings_ends_where_it_ends(press, read, monkeypatch):
    monkeypatch.setattr("congress.printing.assembly.TEXT_FROM", 50)
    monkeypatch.setattr(text_parts, "BLOCKS", 40)
    made = paper(1)
    made.context["blocks"] = [("p", f"Đoạn {number}.") for number in range(120)]
    text = " ".join(page.extract_text() for page in read(press.pdf(made)).pages)
    assert all(f"Đoạn {number}." in text for number in range(120))
    assert text.index("Đoạn 119.") < text.index("Ghi chú cuối.")


def test_a_failure_in_one_part_is_the_papers_failure(press, monkeypatch):
    """Not a paper with a hole in it."""
    monkeypatch.setattr("congress.printing.assembly.TEXT_FROM", 50)
    monkeypatch.setattr(text_parts, "BLOCKS", 40)
    made = paper(300)
    made.context["blocks"][200] = ("p", "một ký tự lạ: \U0001f600")
    with pytest.raises(Exception, match="ký tự"):
        press.pdf(made)
    assert press.pdf(paper(60))  # and the processes still serve the next one


def test_what_is_not_only_paragraphs_is_left_in_one_piece():
    assert long_text(html_of(paper(60)), 50) is not None
    assert long_text(html_of(paper(60)), 61) is None
    page = html_of(paper(60))
    assert long_text(page.replace(f"{SEAM}\n", f"{SEAM}\n<table></table>", 1), 50) is None
    assert long_text(page.replace("<p>", '<p id="x">'), 50) is None


def test_a_mark_somebody_typed_is_only_text():
    made = paper(60)
    made.context["blocks"][3] = ("p", SEAM)
    assert len(html_of(made).split(SEAM)) == 3
