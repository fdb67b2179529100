"""The same form sent twice at once, by an impatient hand: one record, or a sentence that says why not."""

import re
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import func, select

from congress.accounts.models import Account
from congress.agenda.models import AgendaItem, AgendaSession, AgendaSpeech
from congress.allocation.models import AllocationPlan
from congress.comments.models import Comment, CommentRound
from congress.database import db
from congress.delegates.models import Delegate
from congress.drafts.models import Document
from congress.subcommittees.models import Subcommittee, SupportGroup
from congress.tasks.models import DossierItem, Task
from congress.units.models import Unit
from congress.web.access import Role
from tests.markup import Markup
from tests.walk import Grown, ids_of, pages

WHO = {"full_name": "Bùi Văn Yên", "username": "bui.van.yen", "roles": "reader"}
ONCE = {
    "units.new": (Unit, {"code": "CB99", "name": "Chi bộ ấp Mỹ Đức"}),
    "delegates.new": (
        Delegate,
        WHO | {"sex": "male", "birth": "5/8/1979", "origin": "elected", "standing": "official_delegate"},
    ),
    "drafts.new": (Document, {"title": "Báo cáo kiểm điểm", "kind": "review_report"}),
    "comments.new": (CommentRound, {"title": "Góp ý lần cuối", "opens_on": "1/8/2025", "closes_on": "5/8/2025"}),
    "comments.write": (Comment, {"stance": "agree", "proposed": "Giữ nguyên"}),
    "subcommittees.new": (Subcommittee, {"name": "Tiểu ban Tuyên truyền"}),
    "subcommittees.new_group": (SupportGroup, {"name": "Tổ giúp việc số 9"}),
    "agenda.new_session": (AgendaSession, {"day": "12/8/2025", "starts_at": "7:00", "ends_at": "11:00"}),
    "agenda.new_speech": (AgendaSpeech, {"title": "Chuyển đổi số", "minutes": "7"}),
    "agenda.new_item": (AgendaItem, {"title": "Chào cờ", "minutes": "10"}),
    "allocation.new": (AllocationPlan, {"name": "Phương án cuối cùng"}),
    "accounts.new": (Account, WHO),
    "tasks.new": (Task, {"title": "In thẻ đợt hai"}),
    "tasks.new_dossier_item": (DossierItem, {"name": "Tờ trình bổ sung"}),
    "tasks.conclude": (Task, {"on": "26/7/2025", "due_on": "30/7/2025", "conclusions": "Rút gọn phần III"}),
}


@pytest.mark.parametrize("endpoint", ONCE)
def test_a_form_sent_twice_at_once_makes_one_record(app, congress, sign_in, endpoint):
    model, typed = ONCE[endpoint]
    Grown(congress).grow()
    browser = sign_in(Role.OFFICE)
    place = next(page for page in pages(app, congress, ids_of(congress)) if page.endpoint == endpoint)
    answer = browser.get(place.path, follow_redirects=True)
    shown = Markup(answer.get_data(as_text=True), answer.request.full_path)
    form = next(form for form in shown.forms if form.method == "post" and typed.keys() & set(form.names))
    fields = form.fields | {name: value for name, value in typed.items() if name in form.names}
    if endpoint == "comments.new":
        fields["drafts"] = str(ids_of(congress)["version_id"])
    before = db.session.scalar(select(func.count()).select_from(model))
    together = Barrier(2)

    def send(_number):
        client = app.test_client()
        client._cookies = dict(browser._cookies)
        together.wait(timeout=10)
        return client.post(form.action, data=fields)

    db.session.commit()
    with ThreadPoolExecutor(2) as hands:
        answers = list(hands.map(send, range(2)))
    db.session.rollback()
    made = db.session.scalar(select(func.count()).select_from(model)) - before
    codes = sorted(answer.status_code for answer in answers)
    assert made == 1, (codes, said(answers))
    assert max(codes) < 500
    refused = [answer for answer in answers if answer.status_code not in (302, 303)]
    assert all('role="alert"' in answer.get_data(as_text=True) for answer in refused), codes


def said(answers):
    """What the pages complain about, for the message of a failure."""
    return [re.findall("<li>.*?</li>", answer.get_data(as_text=True), re.DOTALL)[-3:] for answer in answers]
