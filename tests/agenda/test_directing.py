"""Papers for those who direct the congress."""

from datetime import date, time
from typing import Any

import pytest

from congress.agenda import actions, printouts, queries
from congress.agenda.rules.cards import cards
from congress.agenda.vocabulary import Duty, SessionKind
from congress.printing.html import html_of
from congress.printing.render import render
from congress.web.access import Role
from tests.factories import Somebody, make_delegate, make_item, make_session, make_unit
from tests.paper import text_of

TODAY = date(2025, 8, 5)


@pytest.fixture
def directed(congress: Any) -> Any:
    """A morning with a report and a vote, everything written down."""
    session = make_session(congress, kind=SessionKind.OFFICIAL, starts_at=time(7), ends_at=time(8))
    make_item(
        session,
        title="Báo cáo chính trị",
        presenter="Lê Thị Anh",
        chair="Đoàn Chủ tịch",
        introduced_by="Trần Văn Đức",
        paper="Báo cáo chính trị (tóm tắt)",
        script="Kính mời đồng chí Lê Thị Anh.",
        fallback="Đồng chí Bình đọc thay",
        internal_note="Bật đèn bục",
    )
    make_item(session, title="Thông qua Nghị quyết", chair="Đoàn Chủ tịch", votes=True)
    make_item(session, title="Số lượng", votes=True, vote_wording="Ai nhất trí với số lượng 27?")
    return congress


def test_the_directors_book_holds_everything(directed):
    page = html_of(printouts.director_book(directed, today=TODAY))
    for words in (
        "KỊCH BẢN ĐIỀU HÀNH",
        "07h00 – 07h10",
        "Trần Văn Đức",
        "Lê Thị Anh; điều hành: Đoàn Chủ tịch",
        "Kính mời đồng chí Lê Thị Anh.",
        "Báo cáo chính trị (tóm tắt)",
        "Đồng chí Bình đọc thay",
        "Bật đèn bục",
        "Theo bản nháp",
    ):
        assert words in page, words
    actions.release(directed, actor=Somebody)
    assert "Theo chương trình ban hành lần 1" in html_of(printouts.director_book(directed, today=TODAY))
    assert "Kịch bản điều hành".upper() in text_of(render(printouts.director_book(directed, today=TODAY)))


def test_the_public_programme_holds_none_of_it(directed):
    page = html_of(printouts.build(directed, today=TODAY))
    for words in ("Kính mời đồng chí", "Đồng chí Bình đọc thay", "Bật đèn bục", "Trần Văn Đức"):
        assert words not in page, words
    assert "Dự thảo" in page


def test_the_crib_asks_every_vote_in_order_with_the_base(directed):
    page = html_of(printouts.presidium_crib(directed, today=TODAY))
    at = page.index("Xin ý kiến biểu quyết của Đại hội về: Thông qua Nghị quyết.")
    assert at < page.index("không đồng ý?", at) < page.index("ý kiến khác?", at)
    assert "Ai nhất trí với số lượng 27?" in page
    assert "Số để tính quá nửa" not in page
    unit = make_unit(directed)
    for _ in range(3):
        make_delegate(directed, unit)
    page = html_of(printouts.presidium_crib(directed, today=TODAY))
    assert "Số để tính quá nửa: 3; cần trên 3/2, tức ít nhất 2." in page


def test_everybody_named_gets_a_card_with_all_duties(directed):
    found = cards(queries.draft(queries.sessions(directed.id)))
    assert [card.who for card in found] == ["Lê Thị Anh", "Đoàn Chủ tịch", "Trần Văn Đức"]
    assert [(duty.role, duty.entry.title) for duty in found[1].duties] == [
        (Duty.CHAIRS, "Báo cáo chính trị"),
        (Duty.CHAIRS, "Thông qua Nghị quyết"),
    ]
    assert found[1].duties[1].after == "Báo cáo chính trị"
    page = html_of(printouts.presenter_cards(directed, today=TODAY))
    assert "Thứ Hai 11/8/2025" in page
    assert "Văn bản: Báo cáo chính trị (tóm tắt)" in page


@pytest.mark.parametrize("name", ["director-book", "presidium-crib", "presenter-cards"])
def test_each_paper_is_a_page_and_a_file(sign_in, directed, name):
    client = sign_in(Role.SERVICE_SECRETARY)
    assert client.get(f"/{directed.slug}/programme/papers/{name}").status_code == 200
    answer = client.get(f"/{directed.slug}/programme/papers/{name}/pdf?draft=1")
    assert answer.mimetype == "application/pdf"
    assert client.get(f"/{directed.slug}/programme/papers/khong-co").status_code == 404


def test_an_empty_programme_prints_a_sentence(congress):
    for build in (printouts.director_book, printouts.presidium_crib, printouts.presenter_cards):
        assert "<main" in html_of(build(congress, today=TODAY))
