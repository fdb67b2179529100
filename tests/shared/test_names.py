"""Names and titles in Vietnamese order."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress.shared.vietnamese import name_sort_key, split_name, text_sort_key, tidy

# Domain §8.1, in the right order.
IN_ORDER = [
    "Nguyễn Văn An",
    "Lê Anh",
    "Lê Thị Anh",
    "Lê Văn Anh",
    "Phan Thị Mỹ Anh",
    "Trần Thị Ánh",
    "Đỗ Hữu Ăn",
    "Đặng Ngọc Ân",
    "Bùi Thị Bình",
    "Phạm Văn Bính",
    "Hồ Thị Dung",
    "Đinh Văn Dũng",
    "Võ Minh Đức",
    "Ngô Hoa",
    "Nguyễn Thị Hòa",
    "Nguyễn Thị Ung",
    "Nguyễn Văn Út",
    "Trần Thị Ước",
    "Lý Ý",
    "Cao Yến",
]
SINGLE_WORDS = [
    ["An", "Anh", "Ảnh", "Ánh", "Ăn", "Ân"],
    ["Bình", "Bỉnh", "Bính", "Bịnh"],
    ["Dung", "Dùng", "Dũng", "Duy", "Đức"],
    ["Hoa", "Hòa", "Hóa", "Huệ"],
    ["Uyên", "Ưng", "Ý", "Yến"],
]
ALPHABET = [
    "a",
    "ă",
    "â",
    "b",
    "c",
    "d",
    "đ",
    "e",
    "ê",
    "f",
    "g",
    "h",
    "i",
    "j",
    "k",
    "l",
    "m",
    "n",
    "o",
    "ô",
    "ơ",
    "p",
    "q",
    "r",
    "s",
    "t",
    "u",
    "ư",
    "v",
    "w",
    "x",
    "y",
    "z",
]
TONES = ["Ma", "Mà", "Mả", "Mã", "Má", "Mạ"]

LETTERS = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
vietnamese_words = st.text(alphabet=LETTERS + LETTERS.upper() + "'", min_size=1, max_size=8)
vietnamese_names = st.lists(vietnamese_words, min_size=1, max_size=5).map(" ".join)


def backwards(things):
    return list(reversed(things))


def ordered(names):
    return sorted(backwards(names), key=name_sort_key)


def test_a_list_of_names_stands_by_given_name_then_family_name_then_middle_words():
    assert ordered(IN_ORDER) == IN_ORDER


@pytest.mark.parametrize("words", [*SINGLE_WORDS, TONES, ALPHABET], ids=lambda words: words[0])
def test_single_words_stand_by_letters_first_then_by_tones(words):
    assert ordered(words) == words
    assert sorted(backwards(words), key=text_sort_key) == words


def test_every_name_of_the_vector_has_a_key_of_its_own():
    assert len({name_sort_key(name) for name in IN_ORDER}) == len(IN_ORDER)


def test_the_tone_of_the_given_name_decides_before_the_family_name():
    assert ordered(["Lê Thị Anh", "Vũ Văn Anh", "Bùi Thị Ánh"]) == ["Lê Thị Anh", "Vũ Văn Anh", "Bùi Thị Ánh"]


def test_the_family_name_decides_before_the_middle_words():
    assert ordered(["Lê Văn Sơn", "Trần An Sơn"]) == ["Lê Văn Sơn", "Trần An Sơn"]


def test_a_family_name_with_another_letter_stands_apart():
    assert ordered(["Dương Thị Lan", "Đoàn Thị Lan"]) == ["Dương Thị Lan", "Đoàn Thị Lan"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nguyễn Thị Hòa", "Nguyễn Thị Hoà"),
        ("Lê Thị Thúy", "Lê Thị Thuý"),
        ("Trần Khỏe", "Trần Khoẻ"),
        ("NGUYỄN VĂN ĐỨC", "nguyễn văn đức"),
        ("K'Brơi", "K’Brơi"),
        ("  Nguyễn\u00a0Văn \u200b Đức ", "Nguyễn Văn Đức"),
        ("Ðức", "Đức"),  # the first is an eth
    ],
)
def test_names_that_are_the_same_to_a_reader_have_the_same_key(one, other):
    assert name_sort_key(one) == name_sort_key(other)


@pytest.mark.parametrize(("one", "other"), [("Lý", "Lí"), ("Hoa", "Hòa"), ("Dung", "Đung"), ("Thuy", "Thúy")])
def test_names_that_differ_to_a_reader_have_different_keys(one, other):
    assert name_sort_key(one) != name_sort_key(other)


def test_a_name_sorts_under_the_sort_name_typed_by_hand():
    assert ordered_by_hand([("H'Hen Niê", "Hen Niê"), ("Lê Hạnh", None), ("Lê Hoa", None)]) == [
        "Lê Hạnh",
        "H'Hen Niê",
        "Lê Hoa",
    ]


def ordered_by_hand(pairs):
    return [name for name, _ in sorted(pairs, key=lambda pair: name_sort_key(*pair))]


def test_a_remark_in_brackets_tells_two_people_apart_and_moves_nobody_else():
    names = ["Lê Anh", "Lê Anh (A)", "Lê Anh (Tư)", "Lê An Anh", "Lê Thị Anh", "Lê Bình (A)"]
    assert ordered(names) == names


@pytest.mark.parametrize("blank", [None, "", "  \u00a0"])
def test_a_blank_sort_name_counts_for_nothing(blank):
    assert name_sort_key("Vàng Thị Lun", blank) == name_sort_key("Vàng Thị Lun")


def test_names_of_other_peoples_find_a_place_under_their_letter():
    names = ["Trần Hùng", "K'Brơi", "Lê Kiên", "Vàng Thị Lun", "H'Hen Niê", "Y Ƀhơ̆", "Lê Z"]
    assert ordered(names) == ["Y Ƀhơ̆", "Trần Hùng", "K'Brơi", "Lê Kiên", "Vàng Thị Lun", "H'Hen Niê", "Lê Z"]


@pytest.mark.parametrize("empty", ["", "   ", "\u200b", "-", "..."])
def test_an_empty_name_has_the_key_that_stands_first(empty):
    assert name_sort_key(empty) == "" < name_sort_key("A")


def test_a_name_of_sixty_letters_keeps_a_key_of_bounded_length():
    name = " ".join(
        ["Nguyễn", "Phước", "Công", "Tằng", "Tôn", "Nữ", "Trường", "Khánh", "Hoàng", "Thị", "Diễm", "Phương"]
    )
    assert len(name_sort_key(name)) <= 2 * len(name) + 3 * 12


@given(vietnamese_names)
def test_keys_are_the_same_for_composed_and_decomposed_text(name):
    assert name_sort_key(unicodedata.normalize("NFD", name)) == name_sort_key(unicodedata.normalize("NFC", name))
    assert text_sort_key(unicodedata.normalize("NFD", name)) == text_sort_key(unicodedata.normalize("NFC", name))


@given(st.text(max_size=60))
def test_any_text_has_a_plain_key_without_a_fault(text):
    for key in (name_sort_key(text), text_sort_key(text), name_sort_key("An", text)):
        assert re.fullmatch("[a-z0-9]*", key)


@given(vietnamese_names)
def test_the_sort_name_reads_in_the_order_of_comparison(name):
    ho, dem, ten = split_name(name)
    if all(any(character.isalnum() for character in word) for word in name.split()):
        assert name_sort_key("somebody", f"{ten} {ho} {dem}") == name_sort_key(name)


@given(st.lists(vietnamese_names, max_size=8))
def test_the_order_does_not_depend_on_the_order_before(names):
    keys = [name_sort_key(name) for name in names]
    assert sorted(keys) == sorted(backwards(keys))


@given(vietnamese_words, vietnamese_words)
def test_a_word_stands_before_every_longer_word_that_begins_with_it(beginning, rest):
    plain = "".join(character for character in unicodedata.normalize("NFD", beginning) if character.isalpha())
    more = "".join(character for character in rest if character.isalpha())
    if plain and more:
        assert name_sort_key(plain) < name_sort_key(plain + more)


def test_cells_with_numbers_stand_by_the_value_of_the_number():
    cells = ["Chi bộ ấp 1", "Chi bộ ấp 2", "Chi bộ ấp 10", "Chi bộ ấp 10A", "Chi bộ ấp 11", "Chi bộ ấp Bình Hòa"]
    assert sorted(backwards(cells), key=text_sort_key) == cells


def test_signs_in_the_name_of_a_cell_only_separate_words():
    assert text_sort_key("Chi bộ Công an – Quân sự (xã)") == text_sort_key("Chi bộ Công an - Quân sự xã")


def test_a_letter_with_a_mark_that_nothing_composes_stays_inside_its_word():
    assert text_sort_key("Buôn Kbơ̆ng") != text_sort_key("Buôn Kbơ ng")


def test_titles_stand_word_by_word_in_reading_order():
    titles = ["Chi bộ An Bình", "Chi bộ Ấp Bắc", "Chi bộ Long Thạnh", "Chi bộ Trường Tiểu học", "Đảng bộ Công an"]
    assert sorted(backwards(titles), key=text_sort_key) == titles


@given(st.integers(0, 10**12), st.integers(0, 10**12))
def test_numbers_in_titles_compare_as_numbers(one, other):
    assert (one < other) == (text_sort_key(f"Ấp {one}") < text_sort_key(f"Ấp {other}"))


@pytest.mark.parametrize(
    ("full_name", "parts"),
    [
        ("Nguyễn Thị Minh Khai", ("Nguyễn", "Thị Minh", "Khai")),
        ("Lê Anh", ("Lê", "", "Anh")),
        ("K'Brơi", ("", "", "K'Brơi")),
        ("Nguyễn Văn An (B)", ("Nguyễn", "Văn", "An (B)")),
        ("  Vàng   Thị Lun ", ("Vàng", "Thị", "Lun")),
        ("", ("", "", "")),
    ],
)
def test_a_name_splits_into_family_middle_and_given_name(full_name, parts):
    assert split_name(full_name) == parts


@given(vietnamese_names)
def test_the_parts_of_a_name_make_the_name_again(name):
    assert " ".join(part for part in split_name(name) if part) == tidy(name)
