"""The page of the QR code: who may write, what is kept, and that nothing counts before the office accepts it."""

import uuid
from datetime import timedelta
from io import BytesIO

import pypdf
import pytest

from congress.comments import queries
from congress.comments.actions import qr as actions
from congress.comments.queries import qr as pages
from congress.comments.queries.statistics import of_round
from congress.comments.rules.qr import FROM_EVERYWHERE, FROM_ONE_ADDRESS, check_pace
from congress.comments.vocabulary import Channel, RespondentKind
from congress.database import db
from congress.shared import clock
from congress.shared.problems import RuleBroken
from congress.web.access import Role
from tests.comments.test_views import Story
from tests.factories import Somebody, make_comment, make_congress, send_sheet


@pytest.fixture
def story(congress):
    found = Story(congress)
    actions.switch(found.round, on=True, actor=Somebody)
    db.session.commit()
    return found


@pytest.fixture
def page(story):
    return f"/{story.congress.slug}/comments/opinion/{story.round.qr_token}"


def said(**fields):
    return {"comment": str(uuid.uuid4()), "kind": "of_public", "proposed": "Làm thêm cầu qua kênh"} | fields


def test_somebody_without_an_account_writes_and_the_office_accepts(story, page, client, sign_in):
    passage = story.passage(1).passage_id
    answer = client.post(f"{page}?version={story.version.id}&passage={passage}", data=said(name="H'Hen Niê"))
    assert answer.location.endswith("/thanks") and "Xin cảm ơn" in client.get(answer.location).text
    assert not queries.opinions(story.round) and not of_round(story.round).groups, "unread, it counts nowhere"
    office = sign_in(Role.OFFICE)
    inbox = office.get(f"{story.page}/qr").text
    assert "H&#39;Hen Niê" in inbox and "Làm thêm cầu qua kênh" in inbox
    ((sheet, comment),) = pages.waiting(story.round, 10)
    assert (sheet.channel, comment.passage_id) == (Channel.QR_PAGE, passage)
    assert office.post(f"{story.page}/qr", data={"sheet": str(sheet.id), "accept": "1"}).status_code == 302
    (opinion,) = queries.opinions(story.round)
    assert (opinion.unit_name, opinion.proposed) == ("H'Hen Niê", "Làm thêm cầu qua kênh")
    ((kind, sums, _ways),) = of_round(story.round).groups
    assert (kind, sums.opinions) == (RespondentKind.PUBLIC, 1)
    assert queries.totals_of(story.round).sent == 0, "no cell has answered by that"


def test_nothing_of_other_peoples_is_shown(story, page, client):
    make_comment(story.round, story.unit, story.version, 1, proposed="Ý kiến kín của chi bộ")
    send_sheet(story.round, story.unit)
    client.post(page, data=said(proposed="Ý kiến của người trước", name="Lê Thị Ổn"))
    for path in (page, f"{page}/{story.version.id}", f"{page}/thanks"):
        shown = client.get(path).text
        assert not any(word in shown for word in ("kín của chi bộ", "người trước", "Lê Thị Ổn")), path


def test_a_wrong_token_is_no_page_and_one_of_another_congress_neither(story, page, client):
    assert client.get(f"{page[:-3]}abc").status_code == 404
    elsewhere = make_congress()
    db.session.commit()
    assert client.get(page.replace(story.congress.slug, elsewhere.slug)).status_code == 404
    assert client.get(f"/nowhere/comments/opinion/{story.round.qr_token}").status_code == 404
    assert client.get(f"/{story.congress.slug}/comments/opinion/a%00b").status_code == 404
    assert len(story.round.qr_token) >= 43


def test_switched_off_the_page_takes_nothing_and_the_poster_is_good_again_later(story, page, client, sign_in):
    office = sign_in(Role.OFFICE)
    office.post(f"{story.page}/qr/switch", data={"on": "0"})
    assert client.get(page).status_code == 403
    assert client.post(page, data=said()).status_code == 403
    assert not pages.waiting(story.round, 10)
    office.post(f"{story.page}/qr/switch", data={"on": "1"})
    assert client.get(page).status_code == 200
    office.post(f"{story.page}/qr/switch", data={"on": "renew"})
    assert client.get(page).status_code == 404


def test_outside_the_window_the_page_takes_nothing(story, page, client, monkeypatch):
    for day in (story.round.opens_on - timedelta(days=1), story.round.closes_on + timedelta(days=1)):
        monkeypatch.setattr(clock, "today", lambda day=day: day)
        assert client.post(page, data=said()).status_code == 403
        assert client.get(f"{page}/{story.version.id}").status_code == 302
    assert not pages.waiting(story.round, 10)


def test_the_same_form_sent_twice_leaves_one(story, page, client):
    data = said()
    assert client.post(page, data=data).status_code == client.post(page, data=data).status_code == 302
    assert pages.count_waiting(story.round) == 1


def test_a_known_id_of_a_cells_comment_is_never_taken_over(story, page, client):
    comment = make_comment(story.round, story.unit, story.version, 1)
    db.session.commit()
    answer = client.post(page, data=said(comment=str(comment.id), proposed="Ghi đè"))
    assert answer.status_code == 200 and "Ghi đè" in answer.text
    assert story.comments[0].proposed != "Ghi đè"


def test_many_at_once_have_to_wait_and_lose_nothing(story, page, client, monkeypatch):
    monkeypatch.setattr(pages, "lately", lambda *_args: (FROM_ONE_ADDRESS, FROM_ONE_ADDRESS))
    answer = client.post(page, data=said(proposed="Đã viết rất dài"))
    assert "hãy gửi lại sau 15 phút" in answer.text and "Đã viết rất dài" in answer.text
    assert not pages.waiting(story.round, 10)
    with pytest.raises(RuleBroken):
        check_pace(0, FROM_EVERYWHERE)


def test_the_pace_is_counted_per_address(story, page, client):
    for _time in range(3):
        client.post(page, data=said())
    moment = db.session.scalars(db.select(pages.QrVisit.at).where(pages.QrVisit.congress_id == story.congress.id)).all()
    assert pages.lately(story.round, "127.0.0.1", max(moment)) == (3, 3)
    assert pages.lately(story.round, "10.0.0.9", max(moment)) == (0, 3)


def test_nobody_sends_an_empty_opinion_and_hostile_text_stays_text(story, page, client, sign_in):
    assert "Cần điền mục này" in client.post(page, data=said(proposed="  ")).text
    client.post(page, data=said(proposed="<script>alert(1)</script>"))
    assert "&lt;script&gt;alert(1)" in sign_in(Role.OFFICE).get(f"{story.page}/qr").text


def test_put_aside_needs_a_reason_and_can_be_brought_back(story, page, client, sign_in):
    client.post(page, data=said())
    office = sign_in(Role.OFFICE)
    ((sheet, _comment),) = pages.waiting(story.round, 10)
    chosen = {"sheet": str(sheet.id), "aside": "1"}
    assert "Hãy ghi lý do" in office.post(f"{story.page}/qr", data=chosen).text
    office.post(f"{story.page}/qr", data=chosen | {"reason": "Không liên quan dự thảo"})
    assert not pages.waiting(story.round, 10) and "Không liên quan dự thảo" in office.get(f"{story.page}/qr").text
    office.post(f"{story.page}/qr/{sheet.respondent_id}/back")
    assert pages.count_waiting(story.round) == 1
    assert "Hãy chọn ít nhất một phiếu" in office.post(f"{story.page}/qr", data={"accept": "1"}).text


def test_the_poster_is_one_page_with_the_address(congress, story, sign_in):
    pdf = sign_in(Role.OFFICE).get(f"{story.page}/qr/poster.pdf")
    reader = pypdf.PdfReader(BytesIO(pdf.data))
    assert len(reader.pages) == 1
    text = reader.pages[0].extract_text()
    assert "MỜI GÓP Ý" in text and story.round.qr_token[:20] in text.replace("\n", "")


def test_a_cell_secretary_has_no_inbox(story, sign_in):
    cell = sign_in(Role.CELL_SECRETARY, unit=story.unit)
    assert cell.get(f"{story.page}/qr").status_code == 403
