"""How sentences are written from counts, which word is used for how many, and what an edit may not hide."""

import uuid
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress.comments.rules import Opinion
from congress.comments.vocabulary import Stance
from congress.shared.problems import RuleBroken
from congress.synthesis.rules.departures import departures
from congress.synthesis.rules.quantity import ALL, MAJORITY, MANY, MOST, ONE, SOME, Thresholds
from congress.synthesis.rules.statements import statements
from congress.synthesis.vocabulary import Part
from congress.triage.rules.answers import Answered

VERSION = uuid.UUID(int=1)


def said(cell, proposed="", reason="", stance=Stance.PARTLY, position=5, heading="I. Kinh tế", number=3):
    """A comment of a cell (by its number) on a paragraph."""
    return Opinion(
        comment_id=uuid.uuid4(),
        version_id=VERSION,
        document="Báo cáo chính trị",
        passage_position=position,
        number=number if position else None,
        heading=heading if position else "",
        quoted="Kinh tế tăng trưởng khá." if position else "",
        unit_id=uuid.UUID(int=100 + cell),
        unit_name=f"Chi bộ ấp {cell}",
        stance=stance,
        proposed=proposed,
        reason=reason,
    )


def texts(*answered, base=10):
    return [each.text for each in statements(answered, base, Thresholds())]


@pytest.mark.parametrize(
    ("cells", "word"), [(10, ALL), (9, MOST), (6, MAJORITY), (5, MANY), (3, MANY), (2, SOME), (1, ONE)]
)
def test_the_word_follows_the_share_of_the_cells_that_answered(cells, word):
    assert Thresholds().word(cells, 10) == word


@given(st.integers(1, 80), st.integers(1, 80), st.integers(1, 80))
def test_more_cells_never_get_a_smaller_word(base, few, many):
    order = [ONE, SOME, MANY, MAJORITY, MOST, ALL]
    few, many = sorted((min(few, base), min(many, base)))
    assert order.index(Thresholds().word(few, base)) <= order.index(Thresholds().word(many, base))


@pytest.mark.parametrize(
    ("wrong", "field"),
    [(Thresholds(50, 50, 25), "majority"), (Thresholds(90, 50, 60), "many"), (Thresholds(101, 50, 25), "most")],
)
def test_thresholds_that_do_not_fall_are_refused(wrong, field):
    with pytest.raises(RuleBroken) as broken:
        wrong.check()
    assert broken.value.field == field


def test_the_note_names_every_threshold_and_its_base():
    note = Thresholds(95, 60, 30).explained(37)
    assert all(part in note for part in ("37 chi bộ", "95%", "60%", "30%"))


def test_a_shared_point_is_counted_by_cells_and_by_opinions():
    point = Answered((said(1, "Nâng lên 7,5%"), said(2, "Nâng lên 7,5 %"), said(2, "nâng 7,5%")), uuid.uuid4(), "Nâng")
    assert "Đoạn 3: Một số chi bộ (2/10; 3 ý kiến) đề nghị: “Nâng”." in texts(point)


def test_a_single_opinion_keeps_its_cell_and_its_argument():
    lone = Answered((said(1, "Bỏ câu này", "Trái với Nghị quyết số 12."),))
    assert "Đoạn 3: Có ý kiến (Chi bộ ấp 1) đề nghị: “Bỏ câu này”. Lý do: Trái với Nghị quyết số 12." in texts(lone)


@pytest.mark.parametrize(
    "asked", ["Đề nghị bổ sung số km đường.", "Kính đề nghị bổ sung số km đường", "đề nghị bổ sung…."]
)
def test_who_asks_in_so_many_words_is_not_said_to_ask_twice(asked):
    (found,) = [text for text in texts(Answered((said(1, asked),))) if "Có ý kiến" in text]
    assert ") nêu: “" in found and "đề nghị: “" not in found and not found.endswith(".”.")


def test_plain_agreement_is_counted_under_its_heading_and_quoted_nowhere():
    agreeing = [Answered((said(cell, stance=Stance.AGREE),)) for cell in range(1, 7)]
    found = texts(*agreeing)
    assert found[1:] == ["Đa số chi bộ (6/10) đồng ý như dự thảo, 6 ý kiến."]


def test_both_sides_of_a_disputed_passage_are_counted():
    found = texts(
        Answered((said(1, stance=Stance.AGREE),)),
        Answered((said(2, stance=Stance.AGREE),)),
        Answered((said(3, "Bỏ", stance=Stance.DISAGREE),)),
    )
    assert "Đoạn 3 còn ý kiến khác nhau: 2 ý kiến đồng ý; 1 ý kiến không đồng ý." in found


def test_requests_stand_verbatim_with_their_place_and_once_for_the_same_words():
    point = Answered(
        (said(1, "Nâng lên 7,5%"), said(2, "nâng lên 7,5%"), said(3, "Giữ 7,0%")), uuid.uuid4(), "Chỉ tiêu"
    )
    (asked,) = [each for each in statements([point], 10, Thresholds()) if each.part is Part.PROPOSALS]
    assert asked.text == "Đoạn 3: “Nâng lên 7,5%” (Chi bộ ấp 1; Chi bộ ấp 2)\nĐoạn 3: “Giữ 7,0%” (Chi bộ ấp 3)"
    assert asked.heading == "I. Kinh tế"


def test_each_request_of_a_point_keeps_its_own_heading_and_place_with_page_and_line():
    far = replace(said(2, "Nâng lên 7,5%", heading="II. Xã hội", number=9, position=20), cited="trang 5, dòng 12")
    point = Answered((said(1, "Nâng lên 7,5%"), far), uuid.uuid4(), "Chỉ tiêu")
    (asked,) = [each for each in statements([point], 10, Thresholds()) if each.part is Part.PROPOSALS]
    assert asked.text.split("\n") == [
        "Đoạn 3: “Nâng lên 7,5%” (Chi bộ ấp 1)",
        "II. Xã hội, Đoạn 9 (trang 5, dòng 12): “Nâng lên 7,5%” (Chi bộ ấp 2)",
    ]


def test_who_agrees_and_asks_for_something_is_quoted_among_the_requests_as_well():
    point = Answered((said(1, "Thêm số liệu năm 2025", stance=Stance.AGREE),))
    (asked,) = [each for each in statements([point], 10, Thresholds()) if each.part is Part.PROPOSALS]
    assert "“Thêm số liệu năm 2025”" in asked.text


def test_the_three_parts_come_in_their_order_for_every_draft():
    lines = [Answered((said(1, "Một"),)), Answered((said(2, "Hai", position=0),))]
    parts = [each.part for each in statements(lines, 10, Thresholds())]
    assert parts == sorted(parts, key=list(Part).index) and set(parts) == set(Part)


def test_the_note_explains_every_word_that_is_printed():
    note = Thresholds().explained(10).lower()
    printed = " ".join(texts(Answered((said(1, "Bỏ", "Trái luật"),)), Answered((said(2, stance=Stance.AGREE),))))
    assert "Có ý kiến (" in printed and "“có ý kiến”" in note
    assert "Có chi bộ (" in printed and "“có chi bộ”" in note


def test_no_sentence_holds_a_word_of_the_compiler():
    """What is left of a sentence without counts, places, names and quotations is always one of these few words."""
    point = Answered((said(1, "Nâng lên 7,5%", "Sát thực tế"),))
    lone = [each for each in statements([point], 10, Thresholds()) if each.part is Part.CONTENT]
    assert [each.text for each in lone] == [
        "Đoạn 3: Có ý kiến (Chi bộ ấp 1) đề nghị: “Nâng lên 7,5%”. Lý do: Sát thực tế."
    ]


def test_every_comment_is_the_source_of_some_sentence():
    lines = [
        Answered((said(1, "Một", position=0),)),
        Answered((said(2, stance=Stance.AGREE),)),
        Answered((said(3, "Hai"), said(4, "Hai")), uuid.uuid4()),
    ]
    sources = {source for each in statements(lines, 10, Thresholds()) for source in each.sources}
    assert sources == {opinion.comment_id for each in lines for opinion in each.opinions}


def test_keys_are_unique_and_stay_when_the_report_is_drawn_up_again():
    lines = [Answered((said(cell, f"Ý {cell}"),)) for cell in range(4)]
    first = [each.key for each in statements(lines, 10, Thresholds())]
    assert len(set(first)) == len(first)
    assert [each.key for each in statements(lines, 20, Thresholds(80, 40, 20))] == first


@pytest.mark.parametrize(
    ("edited", "found"),
    [
        ("Một số chi bộ (2/10) đề nghị: “Nâng lên 7%”.", {}),
        ("Một số chi bộ (2/10) mong muốn: “Nâng lên 9%”.", {}),
        ("Đa số chi bộ (2/10) đề nghị: “Nâng”.", {"words": [MAJORITY]}),
        ("Một số chi bộ (8/10) đề nghị.", {"new": ["8"], "gone": ["2"]}),
        ("Có đề nghị nâng.", {"gone": ["10", "2"]}),
    ],
)
def test_an_edit_that_departs_from_the_counts_is_told(edited, found):
    assert departures("Một số chi bộ (2/10) đề nghị: “Nâng lên 7%”.", edited) == found
