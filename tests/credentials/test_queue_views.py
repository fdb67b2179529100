"""Working through the queue: concerns, decisions with reasons, bulk, undoing, and who may."""

from datetime import date

import pytest

from congress.credentials import queries
from congress.credentials.vocabulary import Verdict
from congress.database import db
from congress.delegates.vocabulary import Review
from congress.people.models import Photo
from congress.people.vocabulary import Qualification, Theory
from congress.web.access import Role
from tests.factories import make_delegate, make_unit


def url(congress, tail=""):
    return f"/{congress.slug}/credentials/checks{tail}"


@pytest.fixture
def cell(congress):
    return make_unit(congress, official_quota=5, alternate_quota=1, held_on=date(2025, 7, 1))


def green(congress, unit, name, **fields):
    delegate = make_delegate(congress, unit, name, review=Review.RECEIVED, votes=20, ballots=22, **fields)
    delegate.person.theory, delegate.person.qualification = Theory.INTERMEDIATE, Qualification.COLLEGE
    db.session.add(
        Photo(congress_id=congress.id, person_id=delegate.person_id, hash=f"{delegate.id.hex:0<64}", size=9,
              media_type="image/jpeg")
    )  # fmt: skip
    db.session.flush()
    return delegate


def decision(client, congress, delegate, **fields):
    page = client.get(url(congress, f"/{delegate.id}"))
    assert page.status_code == 200
    case = next(each for each in queries.cases(congress) if each.checked.line.id == delegate.id)
    row = queries.decision(congress.id, delegate.id)
    data = {"version": str(row.version if row else 0), "seen": "\n".join(case.checked.keys), "reason": "", "paper": ""}
    return client.post(url(congress, f"/{delegate.id}"), data=data | fields)


def test_the_queue_shows_who_waits_and_why(congress, cell, sign_in):
    green(congress, cell, "Lê Anh")
    make_delegate(congress, cell, "H'Hen Niê")
    page = sign_in(Role.PERSONNEL_SECRETARY).get(url(congress)).text
    assert "H&#39;Hen Niê" in page
    assert "Lê Anh" not in page
    assert "Thiếu ảnh" in page
    assert "1 không vướng mắc" in page
    assert "Lê Anh" in sign_in(Role.OFFICE).get(url(congress, "?colour=check_green")).text


def test_a_decision_keeps_who_why_and_upon_what(congress, cell, sign_in):
    green(congress, cell, "Lê Anh")
    delegate = make_delegate(congress, cell, "K'Brơi")
    client = sign_in(Role.OFFICE)
    bare = decision(client, congress, delegate, verdict="verdict_lacking")
    assert "Hãy ghi lý do" in bare.text
    answer = decision(client, congress, delegate, verdict="verdict_lacking", reason="Thiếu ảnh", paper="BB 01")
    assert answer.status_code == 302
    row = queries.decision(congress.id, delegate.id)
    assert (row.verdict, row.reason, row.paper) == (Verdict.LACKING, "Thiếu ảnh", "BB 01")
    assert "photo" in row.keys
    page = client.get(url(congress, f"/{delegate.id}")).text
    assert "Chờ bổ sung" in page
    assert "Kết luận tư cách đại biểu" in page
    delegate.person.discipline = "Khiển trách"
    db.session.commit()
    page = client.get(url(congress, f"/{delegate.id}")).text
    assert "cần xem lại" in page
    assert "mới so với khi kết luận" in page


def test_facts_that_changed_while_the_page_was_open_are_shown_before_anything_is_decided(congress, cell, sign_in):
    delegate = make_delegate(congress, cell, "K'Brơi")
    data = {"version": "0", "seen": "photo", "verdict": "verdict_qualified", "reason": "Đã gọi điện", "paper": ""}
    answer = sign_in(Role.OFFICE).post(url(congress, f"/{delegate.id}"), data=data)
    assert "vừa thay đổi" in answer.text
    assert "Đã gọi điện" in answer.text
    assert queries.decision(congress.id, delegate.id) is None


def test_an_older_decision_form_is_refused(congress, cell, sign_in):
    delegate = make_delegate(congress, cell, "K'Brơi")
    client = sign_in(Role.OFFICE)
    for verdict in ("verdict_lacking", "verdict_rejected"):
        assert decision(client, congress, delegate, verdict=verdict, reason="Thiếu").status_code == 302
    stale = decision(client, congress, delegate, verdict="verdict_qualified", reason="Đủ", version="1")
    assert stale.status_code == 200
    assert queries.decision(congress.id, delegate.id).verdict is Verdict.REJECTED


def test_after_a_decision_the_next_of_the_queue_opens(congress, cell, sign_in):
    one, two = make_delegate(congress, cell, "Lê Anh"), make_delegate(congress, cell, "Võ Ý")
    client = sign_in(Role.OFFICE)
    answer = decision(client, congress, one, verdict="verdict_lacking", reason="Thiếu ảnh")
    assert answer.location.endswith(str(two.id))
    assert decision(client, congress, two, verdict="verdict_lacking", reason="Thiếu").location.endswith("/checks")
    assert "Không còn ai chờ xem" in client.get(url(congress)).text


def test_all_green_ones_are_found_qualified_after_a_page_that_says_how_many(congress, cell, sign_in):
    people = [green(congress, cell, "Lê Anh"), green(congress, cell, "Võ Ý")]
    other = make_delegate(congress, cell, "K'Brơi")
    client = sign_in(Role.OFFICE)
    assert "Kết luận đủ tư cách 2 đại biểu" in client.get(url(congress, "/qualify")).text
    people[1].person.discipline = "Cảnh cáo"
    db.session.commit()
    chosen = [str(each.id) for each in (*people, other)] + ["x"]
    page = client.post(url(congress, "/qualify"), data={"delegate": chosen}, follow_redirects=True).text
    assert "Đã kết luận đủ tư cách 1 đại biểu" in page
    assert "2 đại biểu vừa có thay đổi" in page
    assert set(queries.decisions(congress.id)) == {people[0].id}


def test_a_decision_is_taken_back_and_the_journal_keeps_both(congress, cell, sign_in):
    delegate = make_delegate(congress, cell, "Lê Anh")
    client = sign_in(Role.OFFICE)
    assert "Chưa có kết luận" in client.get(url(congress, f"/{delegate.id}/undo")).text
    decision(client, congress, delegate, verdict="verdict_rejected", reason="Bầu sai thủ tục")
    assert "sẽ được rút" in client.get(url(congress, f"/{delegate.id}/undo")).text
    assert client.post(url(congress, f"/{delegate.id}/undo"), data={"version": "1"}).status_code == 302
    assert queries.decision(congress.id, delegate.id) is None
    assert "Rút kết luận tư cách" in client.get(url(congress, f"/{delegate.id}")).text
    again = client.post(url(congress, f"/{delegate.id}/undo"), data={"version": "1"}, follow_redirects=True)
    assert again.request.path == url(congress, f"/{delegate.id}")
    assert "Chưa có kết luận nào để rút" in again.text


def test_whoever_only_reads_decides_nothing(congress, cell, sign_in):
    delegate = make_delegate(congress, cell, "Lê Anh")
    reader = sign_in(Role.STANDING_COMMITTEE)
    assert "Ghi kết luận" not in reader.get(url(congress, f"/{delegate.id}")).text
    reader.post(url(congress, f"/{delegate.id}"), data={"verdict": "verdict_qualified", "version": "0", "seen": ""})
    assert queries.decision(congress.id, delegate.id) is None
    assert reader.get(url(congress, "/qualify")).status_code == 403
    assert sign_in(Role.CELL_SECRETARY, unit=cell).get(url(congress)).status_code == 403


def test_pages_take_as_many_statements_for_one_as_for_many(congress, cell, sign_in, count_queries):
    one = make_delegate(congress, cell, "Lê Anh")
    client = sign_in(Role.OFFICE)
    pages = (url(congress), url(congress, f"/{one.id}"), url(congress, "/qualify"))
    db.session.commit()
    before = [count_queries(lambda page=page: client.get(page)) for page in pages]
    for n in range(3):
        make_delegate(congress, cell, f"Võ Ý {n}")
    db.session.commit()
    assert [count_queries(lambda page=page: client.get(page)) for page in pages] == before
