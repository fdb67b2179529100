"""Which passage is which: hard cases, and what holds whatever the texts."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress.drafts.rules.blocks import Block, from_text
from congress.drafts.rules.matching import Match, compare
from congress.drafts.rules.order import in_order
from congress.drafts.vocabulary import BlockKind, MatchKind
from congress.shared.vietnamese import tidy

SAME, CHANGED, MOVED = MatchKind.SAME, MatchKind.CHANGED, MatchKind.MOVED
SPLIT, MERGED, NEW, REMOVED = MatchKind.SPLIT, MatchKind.MERGED, MatchKind.NEW, MatchKind.REMOVED


def found(before: str | list[str], after: str | list[str]) -> list[Match]:
    """Lines, or rows where they hold tabs."""
    texts = [text if isinstance(text, str) else "\n".join(text) for text in (before, after)]
    return compare(from_text(texts[0]), from_text(texts[1]))


def kinds(before: str | list[str], after: str | list[str]) -> list[tuple[MatchKind, tuple[int, ...], tuple[int, ...]]]:
    return [(each.kind, each.old, each.new) for each in found(before, after)]


def paragraphs(texts: list[str]) -> list[Block]:
    return [Block(BlockKind.PARAGRAPH, text) for text in texts]


letters = st.lists(st.sampled_from("abcdef"), max_size=15)
phrases = st.lists(st.sampled_from("kinh tế văn hóa xã hội đảng viên chi bộ 75 %".split()), min_size=1, max_size=9)
phrase_lists = st.lists(phrases.map(" ".join), max_size=14)


@given(phrase_lists, phrase_lists)
def test_every_passage_has_exactly_one_fate(before, after):
    matches = compare(paragraphs(before), paragraphs(after))
    assert sorted(place for each in matches for place in each.old) == list(range(len(before)))
    assert sorted(place for each in matches for place in each.new) == list(range(len(after)))
    for each in matches:
        shape = (len(each.old), len(each.new))
        assert shape == {NEW: (0, 1), REMOVED: (1, 0)}.get(each.kind, shape)
        assert shape == (1, 1) or each.kind in (NEW, REMOVED, SPLIT, MERGED)
        assert 0 <= each.likeness <= 1
    shown = [each.new[0] for each in matches if each.new]
    assert shown == sorted(shown)


@given(letters, letters)
def test_what_is_the_same_has_the_same_words(before, after):
    for each in compare(paragraphs(before), paragraphs(after)):
        if each.kind is SAME:
            assert before[each.old[0]] == after[each.new[0]]


@given(st.lists(st.text(min_size=1), max_size=20, unique_by=lambda text: tidy(text).casefold()))
def test_a_text_that_did_not_change_is_the_same_throughout(texts):
    assert [(each.kind, each.old, each.new) for each in compare(paragraphs(texts), paragraphs(texts))] == [
        (SAME, (place,), (place,)) for place in range(len(texts))
    ]


def test_identical_headings_are_told_apart_by_their_neighbours():
    before = ["I. Kinh tế", "1. Mục tiêu", "Tăng 8 %", "II. Văn hóa", "1. Mục tiêu", "Giữ gìn bản sắc"]
    after = ["I. Kinh tế", "1. Mục tiêu", "Tăng 9 %", "II. VĂN HÓA", "1. Mục tiêu", "Giữ  gìn bản sắc"]
    assert kinds(before, after) == [(CHANGED if place == 2 else SAME, (place,), (place,)) for place in range(6)]


def test_a_heading_that_stands_thrice_follows_its_section_when_one_section_is_new():
    goal = "1. Mục tiêu"
    before = ["I. Kinh tế", goal, "Thu nhập tăng.", "II. Văn hóa", goal, "Xây dựng nếp sống."]
    after = [*before[:3], "II. Quốc phòng", goal, "Giao quân đủ chỉ tiêu.", "III. Văn hóa", goal, "Xây dựng nếp sống."]
    assert kinds(before, after) == [
        (SAME, (0,), (0,)),
        (SAME, (1,), (1,)),
        (SAME, (2,), (2,)),
        (NEW, (), (3,)),
        (NEW, (), (4,)),
        (NEW, (), (5,)),
        (SAME, (3,), (6,)),
        (SAME, (4,), (7,)),
        (SAME, (5,), (8,)),
    ]


LONG = (
    "Kinh tế của xã tăng trưởng khá, cơ cấu chuyển dịch đúng hướng, thu nhập bình quân đạt 75 triệu đồng.",
    "Sản xuất nông nghiệp phát triển ổn định, diện tích lúa chất lượng cao chiếm hơn tám phần mười.",
)


def test_a_paragraph_split_in_two():
    assert kinds(["Mở đầu của báo cáo", " ".join(LONG), "Kết."], ["Mở đầu của báo cáo", *LONG, "Kết."]) == [
        (SAME, (0,), (0,)),
        (SPLIT, (1,), (1, 2)),
        (SAME, (2,), (3,)),
    ]


def test_a_paragraph_whose_end_became_a_paragraph_of_its_own():
    whole = f"{LONG[0]} Thương mại tăng mạnh."
    assert kinds([whole, "Kết."], [LONG[0], "Thương mại tăng mạnh.", "Kết."])[0] == (SPLIT, (0,), (0, 1))


def test_two_paragraphs_put_together_with_a_word_changed():
    assert kinds([*LONG, "Kết."], [" ".join(LONG).replace("75", "78"), "Kết."]) == [
        (MERGED, (0, 1), (0,)),
        (SAME, (2,), (1,)),
    ]


def test_a_sentence_put_into_a_paragraph_is_a_change_not_a_merger():
    assert kinds([LONG[0], "Kết."], [f"{LONG[0]} Hộ nghèo giảm còn 1,2 %.", "Kết."])[0][0] is CHANGED


def test_a_moved_section_keeps_its_passages_and_the_larger_part_stays():
    culture = ["II. Văn hóa", "1. Mục tiêu", "Giữ gìn bản sắc văn hóa của quê hương."]
    economy = ["I. Kinh tế", "1. Mục tiêu", *LONG]
    assert kinds(economy + culture, [*culture, *economy]) == [
        (MOVED, (4,), (0,)),
        (MOVED, (5,), (1,)),
        (MOVED, (6,), (2,)),
        *((SAME, (place,), (place + 3,)) for place in range(4)),
    ]


def test_a_moved_paragraph_with_a_word_changed_is_moved_and_less_alike():
    matches = found([LONG[0], "Văn hóa.", "Giáo dục.", LONG[1]], [LONG[1].replace("tám", "bảy"), LONG[0], "Văn hóa."])
    moved = [each for each in matches if each.kind is MOVED]
    assert [(each.old, each.new) for each in moved] == [((3,), (0,))]
    assert 0.9 < moved[0].likeness < 1


def test_a_new_number_before_the_same_words_is_no_change_of_words():
    before = ["1. Giữ vững đoàn kết;", "2. Phát triển kinh tế;", "3. Chăm lo đời sống."]
    after = ["1. Giữ vững đoàn kết;", "2. Cải cách hành chính;", "3. Phát triển kinh tế;", "4. Chăm lo đời sống."]
    assert kinds(before, after) == [
        (SAME, (0,), (0,)),
        (NEW, (), (1,)),
        (SAME, (1,), (2,)),
        (SAME, (2,), (3,)),
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [("75 triệu đồng mỗi người", "78 triệu đồng mỗi người"), ("3,5 % hộ nghèo", "2,5 % hộ nghèo")],
)
def test_a_figure_at_the_head_of_a_sentence_is_no_number_of_an_item(before, after):
    assert kinds([before], [after]) == [(CHANGED, (0,), (0,))]


def test_rows_of_a_table_are_known_by_what_they_name():
    before = ["STT\tChỉ tiêu\t2025", "1\tThu nhập\t75", "2\tHộ nghèo\t1,2", "3\tSố chi bộ\t42"]
    after = ["STT\tChỉ tiêu\t2030", "1\tThu nhập\t110", "2\tĐảng viên mới\t30", "3\tHộ nghèo\t0,5", "4\tSố chi bộ\t42"]
    assert kinds(before, after) == [
        (CHANGED, (0,), (0,)),
        (CHANGED, (1,), (1,)),
        (NEW, (), (2,)),
        (CHANGED, (2,), (3,)),
        (SAME, (3,), (4,)),
    ]


def test_a_row_is_never_taken_for_a_sentence():
    assert [each[0] for each in kinds("Thu nhập\t75\t80\t85", "Thu nhập 75 80 85 triệu")] == [REMOVED, NEW]


def test_what_was_removed_stands_behind_what_stood_before_it():
    assert kinds(["Mở.", "Bỏ câu này đi.", "Kết."], ["Mở.", "Kết."]) == [
        (SAME, (0,), (0,)),
        (REMOVED, (1,), ()),
        (SAME, (2,), (1,)),
    ]


def test_texts_with_nothing_in_common_are_removed_and_new():
    fates = kinds([LONG[0]], ["Quốc phòng và an ninh được giữ vững trên địa bàn."])
    assert [each[0] for each in fates] == [REMOVED, NEW]


@given(st.permutations(range(8)))
def test_the_order_that_stays_is_the_longest(places):
    kept = in_order(list(enumerate(places)), [1] * 8)
    chain = [places[index] for index in sorted(kept)]
    assert chain == sorted(chain)
    longest = max(
        bin(mask).count("1")
        for mask in range(256)
        if (picked := [places[n] for n in range(8) if mask >> n & 1]) == sorted(picked)
    )
    assert len(kept) == longest


@pytest.mark.parametrize("share", [0.1, 1.0])
def test_two_hundred_pages_are_matched_in_a_few_seconds(share):
    chance = random.Random(7)
    vocabulary = [f"{a}{b}" for a in "bcdghklmnpqrstvx" for b in ("a", "i", "ong", "anh", "uyên", "ước", "ế", "oàn")]
    texts = [" ".join(chance.choices(vocabulary, k=chance.randint(4, 60))) for _ in range(3000)]
    after = [
        " ".join(chance.choice(vocabulary) if chance.random() < 0.15 else word for word in text.split())
        if chance.random() < share
        else text
        for text in texts
    ]
    started = time.perf_counter()
    matches = compare(paragraphs(texts), paragraphs(after))
    assert time.perf_counter() - started < 10
    right = sum(each.old == each.new for each in matches)
    assert right > 2800


@pytest.mark.parametrize("line", ["Đoạn văn số {} của dự thảo", "Kinh tế", "{} | Chỉ tiêu | 75 | {}"])
def test_a_long_text_of_lines_that_are_all_alike_takes_no_longer(line):
    before = paragraphs([line.format(number, number) for number in range(3000)])
    after = paragraphs([line.format(number + 9000, number) for number in range(3000)])
    started = time.perf_counter()
    compare(before, after)
    assert time.perf_counter() - started < 10
