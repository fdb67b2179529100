"""What a comparison of two versions shows, word by word."""

from hypothesis import given
from hypothesis import strategies as st

from congress.drafts.rules.blocks import Block, from_text
from congress.drafts.rules.groups import Group, grouped
from congress.drafts.rules.links import Link, links_of
from congress.drafts.rules.matching import compare
from congress.drafts.rules.redline import Gap, Line, Place, Run, Stroke, lines, redline, shortened
from congress.drafts.vocabulary import BlockKind, MatchKind

MARKS = {Stroke.KEPT: "{}", Stroke.STRUCK: "[-{}-]", Stroke.PUT_IN: "[+{}+]"}


def marked(runs: list[Run] | tuple[Run, ...]) -> str:
    return "".join(MARKS[run.stroke].format(run.text.rstrip()) + " " * (run.text[-1:] == " ") for run in runs)


def read(before: list[str], after: list[str]) -> list[Line]:
    """The comparison of two texts that were matched by the program."""
    old, new = from_text("\n".join(before)), from_text("\n".join(after))
    links = links_of(compare(old, new), list(range(len(old))), list(range(len(new))))
    before_by_place, after_by_place = dict(enumerate(old)), dict(enumerate(new))
    return lines(grouped(links, before_by_place, after_by_place), before_by_place, after_by_place)


sentences = st.lists(st.sampled_from(["kinh", "tế", "8", "6,5", "%", ",", ".", "Xã", "đạt"]), max_size=12).map(" ".join)


@given(sentences, sentences)
def test_kept_and_struck_give_the_old_words_kept_and_put_in_the_new(old, new):
    runs = redline(old, new)
    assert "".join(run.text for run in runs if run.stroke is not Stroke.PUT_IN).split() == old.split()
    assert "".join(run.text for run in runs if run.stroke is not Stroke.STRUCK).split() == new.split()


def test_a_changed_figure_is_struck_and_the_new_one_put_in():
    assert marked(redline("Tăng 6,5 % mỗi năm.", "Tăng 6,8 % mỗi năm.")) == "Tăng [-6,5-] [+6,8+] % mỗi năm."


def test_a_sign_that_changed_does_not_strike_the_word_before_it():
    assert marked(redline("Tăng khá, bền vững", "Tăng khá; bền vững")) == "Tăng khá[-,-] [+;+] bền vững"


def test_texts_that_have_next_to_nothing_in_common_are_not_shredded():
    runs = redline("Kinh tế của xã tăng trưởng khá.", "Quốc phòng, an ninh được giữ vững.")
    assert [run.stroke for run in runs] == [Stroke.STRUCK, Stroke.PUT_IN]


def test_a_number_that_moved_on_is_shown_though_the_passage_counts_as_the_same():
    line = read(["3. Chăm lo đời sống."], ["4. Chăm lo đời sống."])[0]
    assert line.kind is MatchKind.SAME
    assert marked(line.runs) == "[-3-] [+4+]. Chăm lo đời sống."


ONE = "Kinh tế của xã tăng trưởng khá, cơ cấu chuyển dịch đúng hướng trong cả nhiệm kỳ."
TWO = "Thu nhập bình quân đầu người năm 2025 ước đạt bảy mươi lăm triệu đồng mỗi năm."


def test_a_split_passage_is_shown_in_its_parts_with_nothing_struck():
    found = read(["Mở đầu", f"{ONE} {TWO}"], ["Mở đầu", ONE, TWO])
    assert [(line.kind, line.old, line.new) for line in found[1:]] == [
        (MatchKind.SPLIT, (2,), (2,)),
        (MatchKind.SPLIT, (2,), (3,)),
    ]
    assert [marked(line.runs).strip() for line in found[1:]] == [ONE, TWO]


def test_merged_passages_are_one_line_with_what_was_put_between():
    found = read(["Mở đầu", ONE, TWO], ["Mở đầu", f"{ONE} Cùng với đó, {TWO}"])
    assert (found[1].kind, found[1].old, found[1].new) == (MatchKind.MERGED, (2, 3), (2,))
    assert "[+Cùng với đó,+]" in marked(found[1].runs)


def test_a_moved_passage_is_shown_where_it_stands_and_where_it_stood():
    found = read([TWO, "Giáo dục.", ONE], [ONE.replace("khá", "nhanh"), TWO, "Giáo dục."])
    assert [(line.place, line.old, line.new) for line in found] == [
        (Place.CAME, (3,), (1,)),
        (Place.HERE, (1,), (2,)),
        (Place.HERE, (2,), (3,)),
        (Place.LEFT, (3,), (1,)),
    ]
    assert "[-khá-] [+nhanh+]" in marked(found[0].runs)


def test_the_short_comparison_shows_what_is_touched_under_its_heading_and_counts_the_rest():
    text = ["I. KINH TẾ", "Một.", "Hai.", "II. VĂN HÓA", "Ba bốn năm sáu.", "Bảy."]
    found = shortened(read(text, [each.replace("năm", "tám") for each in text]))
    assert [each.count if isinstance(each, Gap) else each.block.text for each in found] == [
        3,
        "II. VĂN HÓA",
        "Ba bốn tám sáu.",
        1,
    ]


def test_passages_tied_through_others_are_one_group():
    kind = MatchKind.SPLIT
    links = [Link("a", "A", kind, 50), Link("a", "B", kind, 50), Link("b", "B", kind, 40), Link(None, "C", kind, 0)]
    old, new = ({name: Block(BlockKind.PARAGRAPH, name) for name in names} for names in ("abz", "ABC"))
    assert grouped([*links, Link("z", None, kind, 0)], old, new) == [
        Group(MatchKind.SPLIT, ("a", "b"), ("A", "B"), 40),
        Group(MatchKind.REMOVED, ("z",), ()),
        Group(MatchKind.NEW, (), ("C",)),
    ]
