"""Which opinions are suggested as one, without a database."""

import unicodedata
import uuid

from hypothesis import given
from hypothesis import strategies as st

from congress.shared.vietnamese import nfc
from congress.triage.rules.grouping import Said, likeness, marked, suggest

DOCUMENT = uuid.UUID(int=1)
words = st.sampled_from(
    "chuyển đổi số nông thôn mới thu nhập bình quân đường giao thông không bỏ 10 15% K'Brơi".split()
)
texts = st.lists(words, max_size=12).map(" ".join)


def said(*texts: str, document: uuid.UUID = DOCUMENT) -> list[Said]:
    return [Said(uuid.UUID(int=number), document, text) for number, text in enumerate(texts, start=100)]


def groups(*texts: str) -> list[list[int]]:
    return [[member.int - 100 for member in each.members] for each in suggest(said(*texts))]


def test_marks_capitals_and_filler_words_make_no_other_opinion():
    assert groups(
        "Đề nghị bổ sung chỉ tiêu về chuyển đổi số của xã", "de nghi BO SUNG chi tieu chuyen doi so", "Giữ nguyên"
    ) == [[0, 1]]


def test_the_same_words_in_nfd_are_the_same():
    text = "Bổ sung chỉ tiêu giảm nghèo bền vững"
    decomposed = unicodedata.normalize("NFD", text)
    assert groups(text, decomposed) == [[0, 1]]


def test_who_denies_is_never_put_beside_who_does_not():
    assert groups("Bổ sung chỉ tiêu chuyển đổi số", "Không bổ sung chỉ tiêu chuyển đổi số") == []
    assert groups("Giữ chỉ tiêu giao thông nông thôn", "Bỏ chỉ tiêu giao thông nông thôn") == []
    assert groups("Đảng bộ xã lãnh đạo chuyển đổi số", "Đảng bộ lãnh đạo chuyển đổi số") == [[0, 1]], "bộ is not bỏ"


def test_other_figures_are_suggested_and_said():
    [found] = suggest(said("Tăng thu nhập bình quân lên 80 triệu đồng", "Tăng thu nhập bình quân lên 85 triệu đồng"))
    assert found.near[0][1].other_figures == ("80", "85")


def test_short_opinions_are_near_only_when_they_are_the_same():
    assert groups("Đồng ý.", "đồng ý", "Đồng ý một phần") == [[0, 1]]


def test_a_group_does_not_drift_from_neighbour_to_neighbour():
    chain = ["một hai ba bốn năm sáu", "ba bốn năm sáu bảy tám", "năm sáu bảy tám chín mười"]
    for found in suggest(said(*chain)):
        by_id = {each.id: each for each in said(*chain)}
        assert all(likeness(by_id[found.first], by_id[near]).percent >= 70 for near, _how in found.near)


def test_opinions_on_different_documents_never_meet():
    one, other = (
        said("Bổ sung chỉ tiêu chuyển đổi số"),
        said("Bổ sung chỉ tiêu chuyển đổi số", document=uuid.UUID(int=2)),
    )
    other = [Said(uuid.UUID(int=999), each.document_id, each.text) for each in other]
    assert suggest(one + other) == []


@given(st.lists(texts, max_size=12))
def test_nobody_is_in_two_groups_and_the_same_order_gives_the_same_groups(many):
    found = suggest(said(*many))
    members = [member for each in found for member in each.members]
    assert len(members) == len(set(members))
    assert found == suggest(said(*many))


@given(texts, texts)
def test_likeness_is_the_same_both_ways_and_full_only_for_the_same_words(one, other):
    first, second = said(one, other)
    there, back = likeness(first, second), likeness(second, first)
    assert (there.percent, there.shared, there.other_figures) == (back.percent, back.shared, back.other_figures)
    if there.percent == 100:
        assert sorted(first.words) == sorted(second.words)


@given(texts, st.sets(words))
def test_marked_pieces_are_the_text_again(text, shared):
    assert "".join(piece for piece, _is_shared in marked(text, shared)) == nfc(text)


def test_only_shared_words_are_marked():
    pieces = marked("Bổ sung thêm chỉ tiêu, chuyển đổi số.", {"bo", "sung", "tieu"})
    assert [piece for piece, is_shared in pieces if is_shared] == ["Bổ", "sung", "tiêu,"]
