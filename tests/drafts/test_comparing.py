"""The pages that set versions beside each other: matches, corrections, the redline on screen and on paper."""

import re
from datetime import date
from typing import Any

import pytest

from congress.database import db
from congress.drafts import printouts, queries
from congress.drafts.rules.blocks import BAR, Block
from congress.drafts.rules.recomposing import as_text, from_edited
from congress.drafts.vocabulary import BlockKind, MatchKind, Source
from congress.printing.html import html_of
from congress.shared.problems import RuleBroken
from congress.web.access import Role
from tests.factories import DRAFT, make_document, make_version

INCOME = "Thu nhập bình quân đạt 75 triệu đồng/người/năm."
ECONOMY = "Kinh tế của xã tăng trưởng khá."
WEAK = "Một số chi bộ sinh hoạt chưa đều."


def url(congress: Any, path: str = "") -> str:
    return f"/{congress.slug}/drafts/{path}"


@pytest.fixture
def document(congress):
    """Two drafts: a figure changed, a paragraph new."""
    document = make_document(congress)
    make_version(document)
    make_version(document, f"{DRAFT.replace('75 triệu', '78 triệu')}Cải cách hành chính còn chậm.", number=2)
    db.session.expire_all()
    return document


def version(document: Any, number: int) -> Any:
    return queries.numbered(document.congress_id, document.id, number)


def ids_of(of: Any) -> dict[str, Any]:
    return {row.text: row.passage_id for row in queries.passages(of.congress_id, of.id)}


def bare(page: str) -> str:
    """The words a page shows, with what was struck and put in marked."""
    marked = re.sub(r"<(/?)(del|ins)\b[^>]*>", r"[\1\2]", page)
    return " ".join(re.sub(r"<[^>]+>", " ", marked).split())


def test_the_list_of_matches_counts_each_kind_and_narrows_to_it(sign_in, congress, document):
    client = sign_in(Role.DOCUMENTS_SECRETARY)
    address = url(congress, f"versions/{version(document, 2).id}/matches")
    page = bare(client.get(address).text)
    assert "Có thay đổi 2" in page
    assert "Giữ nguyên 6" in page
    assert "đạt [del]75[/del] [ins]78[/ins] triệu đồng" in page
    narrowed = bare(client.get(f"{address}?kind=passage_new").text)
    assert "Cải cách hành chính còn chậm." in narrowed
    assert ECONOMY not in narrowed
    assert ECONOMY in bare(client.get(f"{address}?q=tang+truong").text)
    assert "Không có đoạn nào phù hợp" in client.get(f"{address}?kind=passage_split").text


def test_a_match_is_corrected_by_hand_and_marked_as_such(sign_in, congress, document):
    client = sign_in(Role.DOCUMENTS_SECRETARY)
    old, new = ids_of(version(document, 1)), ids_of(version(document, 2))
    matches = url(congress, f"versions/{version(document, 2).id}/matches")
    address = f"{matches}/{new['Cải cách hành chính còn chậm.']}"
    page = client.get(f"{address}?q=chi+bo+sinh+hoat").text
    assert f'value="{old[WEAK]}"' in page
    assert "checked" not in page
    answer = client.post(address, data={"others": str(old[WEAK]), "seen": ""})
    assert answer.status_code == 302, bare(answer.text)
    page = bare(client.get(answer.location).text)
    assert "Tách ra 1" in page
    assert "Đã sửa tay 1" in page
    assert "Sửa chỗ đối chiếu" in client.get(url(congress, str(document.id))).text
    stale = client.post(address, data={"seen": ""})
    assert "vừa sửa chỗ này" in stale.text
    gone = client.post(
        f"{matches}/{old[INCOME]}?side=side_before",
        data={"seen": str(new[INCOME.replace("75", "78")])},
    )
    assert gone.status_code == 302
    assert "Bỏ đi 1" in bare(client.get(matches).text)


@pytest.mark.parametrize("other", ["x", "00000000-0000-0000-0000-000000000001"])
def test_a_choice_that_is_none_changes_nothing(sign_in, congress, document, other):
    second = version(document, 2)
    before = {row.plain() for row in queries.links(congress.id, second.id)}
    new = ids_of(second)
    seen = str(ids_of(version(document, 1))[WEAK])
    client = sign_in(Role.DOCUMENTS_SECRETARY)
    answer = client.post(
        url(congress, f"versions/{second.id}/matches/{new[WEAK]}"), data={"others": other, "seen": seen}
    )
    assert answer.status_code in (200, 404)
    assert {row.plain() for row in queries.links(congress.id, second.id)} == before


def test_a_version_recorded_before_there_were_matches_is_matched_at_a_press(sign_in, congress, document):
    second = version(document, 2)
    for row in queries.links(congress.id, second.id):
        db.session.delete(row)
    db.session.commit()
    client = sign_in(Role.DOCUMENTS_SECRETARY)
    address = url(congress, f"versions/{second.id}/matches")
    assert "chưa được đối chiếu" in client.get(address).text
    assert client.get(f"{address}/{ids_of(second)[WEAK]}").location == address
    assert client.post(f"{address}/again").location == address
    assert "Giữ nguyên 6" in bare(client.get(address).text)


def test_a_reader_sees_matches_and_corrects_none(sign_in, congress, document):
    client = sign_in(Role.READER)
    second = version(document, 2)
    address = url(congress, f"versions/{second.id}/matches")
    page = client.get(address)
    assert page.status_code == 200
    assert "/matches/" not in page.text
    assert client.get(f"{address}/{ids_of(second)[WEAK]}").status_code == 403
    assert client.post(f"{address}/again").status_code == 403


def test_the_comparison_shows_words_and_leaves_out_what_did_not_change(sign_in, congress, document):
    client = sign_in(Role.READER)
    page = bare(client.get(url(congress, f"{document.id}/compare?from=1&to=2")).text)
    assert "đạt [del]75[/del] [ins]78[/ins] triệu đồng" in page
    assert "[ins]Cải cách hành chính còn chậm.[/ins]" in page
    assert ECONOMY not in page
    assert ECONOMY in bare(client.get(url(congress, f"{document.id}/compare?whole=1")).text)
    turned = bare(client.get(url(congress, f"{document.id}/compare?from=2&to=1")).text)
    assert "đạt [del]78[/del] [ins]75[/ins] triệu đồng" in turned
    assert "[del]Cải cách hành chính còn chậm.[/del]" in turned


def test_versions_that_are_not_neighbours_are_compared_through_those_between(congress, document):
    make_version(document, f"{WEAK}\n{DRAFT.replace('75 triệu', '80 triệu').replace(WEAK, '')}", number=3)
    found = queries.comparison(version(document, 1), version(document, 3))
    by_kind = {each.kind: found.before(each) or found.now(each) for each in found.groups}
    assert [row.text for row in by_kind[MatchKind.CHANGED]] == [INCOME]
    assert any(line.place == "came" and line.block.text == WEAK for line in found.lines())


def test_what_one_draft_left_out_and_the_next_took_up_again_is_the_same(congress):
    document = make_document(congress)
    make_version(document)
    make_version(document, DRAFT.replace(f"{ECONOMY}\n", ""), number=2)
    make_version(document, number=3)
    found = queries.comparison(version(document, 1), version(document, 3))
    assert {each.kind for each in found.groups} == {MatchKind.SAME}


@pytest.mark.parametrize("query", ["", "?from=1&to=1", "?from=x&to=99", "?from=7"])
def test_an_address_of_no_use_is_answered_with_the_last_two_or_a_sentence(sign_in, congress, document, query):
    answer = sign_in(Role.READER).get(url(congress, f"{document.id}/compare{query}"))
    assert answer.status_code == 200
    assert "78" in answer.text or "Hãy chọn hai lần dự thảo khác nhau" in answer.text


def test_a_document_with_one_draft_has_nothing_to_compare(sign_in, congress):
    document = make_document(congress)
    make_version(document)
    client = sign_in(Role.READER)
    assert "Chưa có hai lần dự thảo" in client.get(url(congress, f"{document.id}/compare")).text
    assert client.get(url(congress, f"{document.id}/compare/print.pdf")).status_code == 409


TODAY = date(2025, 8, 5)


def test_the_paper_says_which_drafts_and_how_to_read_it(congress, document):
    paper = printouts.build(congress, today=TODAY)
    words = bare(html_of(paper))
    assert "Dự thảo lần 2 so với dự thảo lần 1" in words
    assert "Chữ gạch ngang là chữ bỏ" in words
    assert "đạt [del]75[/del] [ins]78[/ins] triệu" in words
    assert "Đoạn 4, mới thêm" in words


def test_a_paper_of_drafts_there_are_not_is_refused(congress, document):
    with pytest.raises(RuleBroken, match="đủ hai lần dự thảo"):
        printouts.build(congress, today=TODAY, old=4, new=9)


def test_a_long_comparison_is_read_page_by_page(sign_in, congress, document):
    make_version(document, "\n".join(f"Đoạn văn thứ {number} của dự thảo." for number in range(450)), number=3)
    client = sign_in(Role.READER)
    page = client.get(url(congress, f"{document.id}/compare?from=2&to=3")).text
    assert "Đoạn văn thứ 250" not in page
    assert "page=2" in page
    assert "Đoạn văn thứ 250" in bare(client.get(url(congress, f"{document.id}/compare?from=2&to=3&page=2")).text)


def test_lists_ask_as_often_for_many_passages_as_for_few(sign_in, congress, document, count_queries):
    make_version(document, DRAFT * 30, number=3)
    client = sign_in(Role.DOCUMENTS_SECRETARY)
    for path in ("versions/{}/matches", "versions/{}"):
        few, many = (url(congress, path.format(version(document, number).id)) for number in (2, 3))
        client.get(few)
        assert count_queries(lambda few=few: client.get(few)) == count_queries(lambda many=many: client.get(many))


def test_a_next_draft_is_written_from_a_copy_and_its_passages_keep_their_ids(sign_in, congress, document):
    client = sign_in(Role.DOCUMENTS_SECRETARY)
    address = url(congress, f"{document.id}/read-in?based=2")
    page = client.get(address).text
    assert "Cải cách hành chính còn chậm.</textarea>" in page
    assert 'name="number" required value="3"' in page or 'value="3"' in page
    text = as_text([row.block for row in queries.passages(congress.id, version(document, 2).id)])
    edited = text.replace("78 triệu", "80 triệu").replace(WEAK, f"{WEAK}\nMột câu mới.")
    preview = client.post(address, data={"number": "3", "text": edited}).location
    assert "Giữ nguyên: 7 Sửa chữ: 1 Mới thêm: 1" in bare(client.get(f"{preview}/record").text)
    client.post(f"{preview}/record")
    third = version(document, 3)
    assert third.source is Source.COMPOSED
    was, now = ids_of(version(document, 2)), ids_of(third)
    assert now[INCOME.replace("75", "80")] == was[INCOME.replace("75", "78")]
    assert now["Một câu mới."] not in was.values()
    assert [row.block.level for row in queries.passages(congress.id, third.id)][:4] == [1, 2, 3, 0]


def test_an_edited_text_that_is_refused_is_not_lost(sign_in, congress, document):
    client = sign_in(Role.DOCUMENTS_SECRETARY)
    page = client.post(url(congress, f"{document.id}/read-in?based=2"), data={"number": "2", "text": "Kinh tế"}).text
    assert "đã có dự thảo lần 2" in page
    assert "Kinh tế</textarea>" in page


def test_kinds_chosen_by_hand_outlive_the_editing():
    base = [
        Block(BlockKind.HEADING, "Mở đầu", 1),
        Block(BlockKind.PARAGRAPH, "1. Về kinh tế"),
        Block(BlockKind.ROW, BAR.join(("1", "Thu nhập", "75"))),
        Block(BlockKind.HEADING, "2. Về văn hóa", 4),
    ]
    lines = as_text(base).replace("75", "78").replace("Mở đầu", "Mở đầu\n\n3. Về an ninh\nCâu mới.")
    assert [(block.choice, block.text) for block in from_edited(lines, base)] == [
        ("h1", "Mở đầu"),
        ("h4", "3. Về an ninh"),
        ("p", "Câu mới."),
        ("p", "1. Về kinh tế"),
        ("row", "1 | Thu nhập | 78"),
        ("h4", "2. Về văn hóa"),
    ]


def test_an_untouched_copy_is_the_same_text():
    base = [Block(BlockKind.PARAGRAPH, "PHẦN I"), Block(BlockKind.HEADING, "TÌNH HÌNH", 2)]
    assert from_edited(as_text(base).replace("\n", "\r\n"), base) == base
