"""Vietnamese text as stored, searched and printed."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress.shared.vietnamese import file_slug, fold, house_style, nfc, searched, sought, tidy, tidy_lines

HARD_NAMES = [
    "Nguyễn Thị Hòa",
    "Nguyễn Thị Hoà",
    "K'Brơi",
    "H'Hen Niê",
    "Vàng Thị Lun",
    "Ðặng Văn Đức",
    "Y Ƀhơ̆ Niê",
    "Lý",
    "",
]


def test_a_search_without_marks_finds_the_name():
    assert "nguyen duc" in fold("Nguyễn Đức")
    assert fold("ĐẢNG BỘ XÃ MỸ HIỆP") == "dang bo xa my hiep"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà", "hòa"),
        ("Đảng uỷ", "Đảng ủy"),
        ("K'Brơi", "KʼBrơi"),
        ("K’Brơi", "K‘BRƠI"),
        ("Nguyễn\u00a0 Đức\n", "nguyễn đức"),
        ("Ðức", "đức"),  # the first is an eth
    ],
)
def test_search_sees_no_difference_of_spelling_alone(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize("name", HARD_NAMES)
def test_search_takes_decomposed_text_too(name):
    assert fold(unicodedata.normalize("NFD", name)) == fold(name)


@given(st.text(max_size=80))
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạậữỵẶỞ ", max_size=40))
def test_vietnamese_folds_to_plain_letters(text):
    assert re.fullmatch("[a-z ]*", fold(text))


def test_tidy_text_is_one_trimmed_line_of_visible_characters():
    assert tidy("  Nguyễn\u00a0\u200b Văn\r\n\tAn\x00\ufeff ") == "Nguyễn Văn An"
    assert tidy("ngược \u202e chiều\u2069") == "ngược chiều"
    assert tidy("nửa \ud83d ký tự") == "nửa ký tự"


def test_tidy_text_is_composed_even_where_something_invisible_stood_between():
    assert tidy("a\u200b\u0301") == "á"
    assert nfc(unicodedata.normalize("NFD", "Đặng Thị Tuyết")) == "Đặng Thị Tuyết"


def test_an_eth_becomes_the_vietnamese_letter_it_looks_like():
    assert tidy("\u00d0ức") == "\u0110ức"


def test_lines_stay_lines_and_lose_only_the_blanks_around():
    assert tidy_lines("\n\n  Một  hai \r\n\r\nBa\u2028Bốn\r \n") == "Một hai\n\nBa\nBốn"


@given(st.text(max_size=80))
def test_tidying_twice_changes_nothing_and_leaves_no_control_character(text):
    once = tidy(text)
    assert tidy(once) == once
    assert not any(unicodedata.category(character) in ("Cc", "Cf", "Cs") for character in once)
    assert tidy_lines(tidy_lines(text)) == tidy_lines(text)
    once.encode("utf-8")


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("Đảng ủy xã Mỹ Hiệp", "Đảng uỷ xã Mỹ Hiệp"),
        ("ĐẢNG ỦY", "ĐẢNG UỶ"),
        ("hòa, khỏe; Thúy (tùy)", "hoà, khoẻ; Thuý (tuỳ)"),
        ("Nguyễn Thị Hóa", "Nguyễn Thị Hoá"),
    ],
)
def test_the_house_style_moves_the_tone_and_nothing_else(older, newer):
    for text in (older, newer, unicodedata.normalize("NFD", newer)):
        assert house_style(text, "ủy") == older
        assert house_style(text, "uỷ") == newer


@pytest.mark.parametrize(
    "text", ["quý, quỹ, QUÝ, Quỳ", "hoàn toàn, khoẻn, huỳnh, khuỷu, hoài, xoáy", "của, lúa, mía", "Hoa, uy"]
)
@pytest.mark.parametrize("style", ["ủy", "uỷ"])
def test_the_house_style_leaves_words_that_both_styles_write_alike(text, style):
    assert house_style(text, style) == text


def test_an_unknown_house_style_is_a_fault_of_the_program():
    with pytest.raises(ValueError, match="house style"):
        house_style("Đảng ủy", "uy")  # type: ignore[arg-type]


@given(st.text(alphabet="hqoóòaáàeéuúùyýỳủỷn HQOÒAÀUỦYỶ,", max_size=30))
def test_the_house_style_is_settled_after_one_pass_and_search_does_not_see_it(text):
    for style in ("ủy", "uỷ"):
        styled = house_style(text, style)
        assert house_style(styled, style) == styled
        assert fold(styled) == fold(text)


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Danh sách đại biểu", "danh-sach-dai-bieu"),
        ("Báo cáo số 05-BC/ĐU (lần 2)", "bao-cao-so-05-bc-du-lan-2"),
        ("../../etc/passwd", "etc-passwd"),
        ("Con", "con-tep"),
        ("", "tai-lieu"),
        ("???", "tai-lieu"),
    ],
)
def test_a_title_becomes_a_file_name_that_every_system_takes(title, slug):
    assert file_slug(title) == slug


@given(st.text(max_size=300))
def test_a_file_name_is_short_and_plain_whatever_the_title(title):
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", file_slug(title))
    assert len(file_slug(title)) <= 80


TYPED = ["hhen", "h hen", "h'hen", "h’hen", "H'Hen Niê", "Hhen nie", "h' hen", "Hʼ Hen"]


@pytest.mark.parametrize("typed", TYPED)
@pytest.mark.parametrize("name", ["H'Hen Niê", "H’Hen Niê", "H' Hen Niê", "Hʼ hen niê"])
def test_a_name_with_an_apostrophe_is_found_with_another_with_a_space_and_without(name, typed):
    assert sought(typed) in searched(f"Lê Anh {name} Bí thư")
    assert sought("k hen") not in searched(name)
    assert sought("bí thư") in searched(f"{name} Bí thư")
