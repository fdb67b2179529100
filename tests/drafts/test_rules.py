"""Rules of drafts, without a database: no word is lost, headings are found, passages keep their ids."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress.drafts.rules import blocks as rules
from congress.drafts.rules.blocks import Block, from_text, from_word
from congress.drafts.rules.outline import place
from congress.drafts.vocabulary import BlockKind
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import tidy

MARKS = [
    "Phần thứ nhất",
    "PHẦN I",
    "Chương 2",
    "Mục 3.",
    "I. ",
    "1. ",
    "1.1. ",
    "a) ",
    "- ",
    "ĐẶT VẤN ĐỀ",
    "\t",
    "\n",
    "\n\n",
]
lines = st.one_of(st.sampled_from(MARKS), st.text(max_size=60))
texts = st.lists(lines, max_size=30).map(" ".join) | st.lists(lines, max_size=30).map("\n".join)


def words(text: str) -> list[str]:
    return tidy(text.replace("|", " ")).split()


@given(texts, st.booleans())
def test_no_word_of_a_pasted_text_is_lost_added_or_moved(text, join_lines):
    blocks = from_text(text, join_lines=join_lines)
    assert words(" ".join(block.text for block in blocks)) == words(text)


@given(texts)
def test_blocks_are_tidy_and_levels_stay_in_bounds(text):
    for block in from_text(text):
        assert block.text == tidy(block.text) != ""
        assert (1 <= block.level <= 6) == (block.kind is BlockKind.HEADING)
        assert Block.from_plain(block.plain()) == block


@given(texts)
def test_paragraphs_are_numbered_without_gaps_and_depths_never_jump(text):
    placed = place(from_text(text))
    numbers = [each.number for each in placed if each.number is not None]
    assert numbers == list(range(1, len(numbers) + 1))
    assert [each.position for each in placed] == list(range(1, len(placed) + 1))
    depth = 0
    for each in placed:
        if each.depth:
            assert each.depth <= depth + 1
            depth = each.depth


def headings(text: str) -> list[tuple[int, str]]:
    return [(block.level, block.text) for block in from_text(text) if block.kind is BlockKind.HEADING]


def test_headings_are_found_by_their_marks():
    text = """BÁO CÁO CHÍNH TRỊ
Phần thứ nhất
TÌNH HÌNH
I. KẾT QUẢ
1. Về kinh tế
1.1. Nông nghiệp
a) Cây lúa
Diện tích gieo trồng 2.000 ha.
II. HẠN CHẾ
1. Công tác chỉ đạo có lúc, có nơi chưa quyết liệt.
- Một là, năng lực còn hạn chế"""
    assert headings(text) == [
        (1, "BÁO CÁO CHÍNH TRỊ"),
        (2, "Phần thứ nhất TÌNH HÌNH"),
        (3, "I. KẾT QUẢ"),
        (4, "1. Về kinh tế"),
        (5, "1.1. Nông nghiệp"),
        (6, "a) Cây lúa"),
        (3, "II. HẠN CHẾ"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Phần lớn các chi bộ sinh hoạt đều.",
        "Mục tiêu chung là phát triển bền vững.",
        "Chương trình hành động của Đảng ủy",
        "2025 là năm cuối nhiệm kỳ",
        "30/4 hằng năm",
        "I" * 300,
    ],
)
def test_sentences_that_only_look_like_headings_are_paragraphs(line):
    assert from_text(line)[0].kind is BlockKind.PARAGRAPH


def test_a_line_with_tabs_is_a_row_of_a_table_but_a_number_and_a_tab_are_not():
    row, item = from_text("Chỉ tiêu\t2025\t2030\n1.\tVề kinh tế")
    assert (row.kind, row.text) == (BlockKind.ROW, "Chỉ tiêu | 2025 | 2030")
    assert (item.kind, item.text) == (BlockKind.HEADING, "1. Về kinh tế")


def test_lines_broken_at_the_margin_are_joined_when_asked():
    text = "Kinh tế của xã\ntăng trưởng khá.\nThu nhập tăng.\n- Một là đoàn kết\n1. Về văn hóa"
    assert [block.text for block in from_text(text, join_lines=True)] == [
        "Kinh tế của xã tăng trưởng khá.",
        "Thu nhập tăng.",
        "- Một là đoàn kết",
        "1. Về văn hóa",
    ]


def test_heading_styles_of_word_count_and_marks_only_where_there_are_none():
    styled = from_word([("heading", 2, "Tình hình"), ("paragraph", 0, "I. KẾT QUẢ"), ("row", 0, "a | b")])
    assert [block.choice for block in styled] == ["h2", "p", "row"]
    assert from_word([("paragraph", 0, "I. KẾT QUẢ")])[0].choice == "h1"


def test_a_kind_that_is_none_changes_nothing():
    block = Block(BlockKind.PARAGRAPH, "Kinh tế")
    assert block.as_choice("h9") == block.as_choice("<script>") == block
    assert block.as_choice("h3") == Block(BlockKind.HEADING, "Kinh tế", 3)


def test_an_empty_or_endless_text_is_refused():
    with pytest.raises(RuleBroken, match="Chưa có chữ nào"):
        rules.check([])
    with pytest.raises(RuleBroken, match="một đoạn dài"):
        rules.check([Block(BlockKind.PARAGRAPH, "a" * 20_001)])
    with pytest.raises(RuleBroken, match="10001 đoạn"):
        rules.check([Block(BlockKind.PARAGRAPH, "a")] * 10_001)
