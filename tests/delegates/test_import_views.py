"""A workbook of delegates through the pages: sent, looked at, answered, confirmed; what it keeps and from whom."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from io import BytesIO
from threading import Barrier
from types import SimpleNamespace
from typing import Any

import openpyxl
import pytest
from sqlalchemy import update

from congress.database import db, now
from congress.delegates import queries
from congress.delegates.actions import imports
from congress.delegates.models import Delegate
from congress.delegates.vocabulary import Review, Standing
from congress.journal.queries import history_of, latest
from congress.shared.problems import RuleBroken
from congress.shared.scope import UnitScope
from congress.shared.vietnamese import PartialDate
from congress.spreadsheets import jobs, previews
from congress.spreadsheets.models import ImportPreview
from congress.spreadsheets.stages import Stage
from congress.units.models import Unit
from congress.web.access import Role
from tests.factories import make_account, make_congress, make_delegate, make_unit

HEADS = ("STT", "Họ và tên", "Giới tính", "Ngày sinh", "Chi bộ", "Chức vụ")
ROW = (1, "Nguyễn Thị Hòa", "Nữ", "5/8/1979", "CB01", "Trưởng ấp")
YESTERDAY = date.today() - timedelta(days=1)


def url(congress: Any, path: str = "") -> str:
    return f"/{congress.slug}/delegates/import{path}"


def book(*rows: Any, heads: Any = HEADS) -> bytes:
    """A workbook with a title above its heads, which stand in row 3."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet["A1"] = "DANH SÁCH ĐẠI BIỂU"
    for place, head in enumerate(heads, start=1):
        sheet.cell(3, place, head)
    for line, row in enumerate(rows, start=4):
        for place, value in enumerate(row, start=1):
            sheet.cell(line, place, value)
    buffer = BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def send(client: Any, congress: Any, *rows: Any, name: str = "danh sách.xlsx", query: str = "", **how: Any) -> Any:
    content = how.pop("content", None) or book(*rows, **how)
    return client.post(url(congress, query), data={"file": (BytesIO(content), name)})


def confirm(client: Any, answer: Any) -> str:
    """Confirm the preview an upload led to; the page it ends on."""
    return client.post(f"{answer.location}/confirm", follow_redirects=True).text


def everyone(congress: Any) -> Any:
    db.session.expire_all()
    return queries.lines(congress.id, UnitScope.everything(), private=UnitScope.everything())


def the_preview() -> Any:
    db.session.expire_all()
    return (
        db.session.query(ImportPreview)
        .execution_options(populate_existing=True)
        .filter(ImportPreview.congress_id.is_not(None))
        .one()
    )


@pytest.fixture
def unit(congress: Any) -> Any:
    return make_unit(congress, code="CB01", name="Chi bộ ấp Mỹ Thạnh")


def test_a_workbook_is_looked_at_confirmed_and_then_on_the_roll(sign_in, congress, unit):
    client = sign_in(Role.OFFICE)
    answer = send(client, congress, ROW, (2, "Lê Văn Tám", "Nam", 1965, "Ấp Mỹ Thạnh", ""))
    page = client.get(answer.location).text
    assert "thêm 2, thay đổi 0, giữ nguyên 0" in page
    assert everyone(congress) == []
    asked = client.get(f"{answer.location}/confirm").text
    assert "Thêm mới 2 đại biểu" in asked
    assert "thêm 2, thay đổi 0, giữ nguyên 0" in confirm(client, answer)
    assert {line.full_name: (line.birth, line.review, line.unit_id) for line in everyone(congress)} == {
        "Nguyễn Thị Hòa": (PartialDate(1979, 8, 5), Review.RECEIVED, unit.id),
        "Lê Văn Tám": (PartialDate(1965), Review.RECEIVED, unit.id),
    }


def test_every_record_and_the_whole_file_stand_in_the_journal(sign_in, congress, unit):
    client = sign_in(Role.OFFICE)
    confirm(client, send(client, congress, ROW))
    acts = [(entry.act, entry.subject_label) for entry in latest(congress.id)]
    assert ("Thêm đại biểu", "Nguyễn Thị Hòa") in acts
    assert ("Nhập đại biểu từ tệp", "danh sách.xlsx") in acts
    assert "Nhập đại biểu từ tệp" in client.get(f"/{congress.slug}/journal/").text


def test_the_same_file_again_changes_nothing_and_a_corrected_one_says_what(sign_in, congress, unit):
    client = sign_in(Role.OFFICE)
    confirm(client, send(client, congress, ROW))
    before = len(latest(congress.id))
    again = client.get(send(client, congress, ROW).location).text
    assert "Mọi dòng đã có và giữ nguyên" in again
    assert len(latest(congress.id)) == before
    answer = send(client, congress, (*ROW[:5], "Bí thư chi bộ"))
    page = client.get(answer.location).text
    assert "<del>Trưởng ấp</del> → <ins>Bí thư chi bộ</ins>" in page
    assert "cột F" in page
    confirm(client, answer)
    [line] = everyone(congress)
    assert line.post == "Bí thư chi bộ"
    changes = history_of(congress.id, line.id)[0].changes
    assert changes == {"post": ["Trưởng ấp", "Bí thư chi bộ"]}


def test_one_wrong_row_keeps_all_of_them_out_and_says_where(sign_in, congress, unit):
    client = sign_in(Role.OFFICE)
    answer = send(client, congress, ROW, (2, "Lê Văn Tám", "Nam", "31/2/1965", "CB01", ""))
    page = client.get(answer.location).text
    assert "1 dòng có lỗi" in page
    assert re.search(r'<td class="num"[^>]*>5</td>\s*<td><span class="tag bad">Có lỗi', page)
    assert "31/2/1965" in page and "cột D" in page
    assert "Còn 1 dòng có lỗi" in confirm(client, answer)
    assert everyone(congress) == []


def test_the_rows_can_be_narrowed_to_a_state(sign_in, congress, unit):
    client = sign_in(Role.OFFICE)
    answer = send(client, congress, ROW, (2, "Lê Văn Tám", "Nam", "31/2/1965", "CB01", ""))
    page = client.get(f"{answer.location}?state=new").text
    assert "Nguyễn Thị Hòa" in page and "Lê Văn Tám" not in page
    assert client.get(f"{answer.location}?state=nonsense&page=99").status_code == 200


def test_a_long_preview_comes_in_pages(sign_in, congress):
    make_unit(congress, code="CB01", name="Chi bộ ấp Mỹ Thạnh", official_members=99, official_quota=80)
    client = sign_in(Role.OFFICE)
    rows = [(n, f"Lê Văn {n}", "Nam", f"{1 + n % 28}/{1 + n % 12}/{1950 + n % 40}", "CB01", "") for n in range(60)]
    answer = send(client, congress, *rows)
    assert client.get(answer.location).text.count('<th scope="row">') == 50
    assert client.get(f"{answer.location}?page=2").text.count('<th scope="row">') == 10


def test_a_row_that_is_not_certain_is_answered_and_then_imported(sign_in, congress, unit):
    make_delegate(congress, unit, "Nguyễn Thị Hòa", birth=PartialDate(1979, 8, 5))
    client = sign_in(Role.OFFICE)
    answer = send(client, congress, (1, "Nguyen Thi Hoa", "Nữ", "5/8/1979", "CB01", "Bí thư"))
    page = client.get(answer.location).text
    assert "Dòng này nói về ai?" in page and "sinh 05/8/1979, Chi bộ ấp Mỹ Thạnh" in page
    assert "cần đồng chí trả lời" in confirm(client, answer)
    [line] = everyone(congress)
    client.post(f"{answer.location}/answers", data={"who-4": str(line.id)})
    confirm(client, answer)
    assert [(line.full_name, line.post) for line in everyone(congress)] == [("Nguyen Thi Hoa", "Bí thư")]


def test_what_is_unlikely_is_confirmed_row_by_row_or_all_at_once(sign_in, congress, unit):
    heads = (*HEADS, "Ngày vào Đảng")
    rows = [
        (n, f"Lê Văn {name}", "Nam", "5/8/1979", "CB01", "", "3/2/1996") for n, name in enumerate(("An", "Bình"), 1)
    ]
    client = sign_in(Role.OFFICE)
    answer = send(client, congress, *rows, heads=heads)
    page = client.get(answer.location).text
    assert page.count("khi mới 16 tuổi") == 2
    key = re.search(r'name="ok-4" value="([^"]+)"', page)
    assert key
    client.post(f"{answer.location}/answers", data={"ok-4": key[1]})
    assert "1 dòng chờ đồng chí trả lời" in client.get(answer.location).text
    client.post(f"{answer.location}/answers", data={"all": "1"})
    confirm(client, answer)
    assert len(everyone(congress)) == 2
    reasons = [entry.reason for entry in latest(congress.id) if entry.act == "Thêm đại biểu"]
    assert all("Đã kiểm tra, đúng như vậy" in reason for reason in reasons)


def test_nothing_is_overwritten_that_was_changed_after_the_preview(sign_in, congress, unit):
    delegate = make_delegate(congress, unit, "Nguyễn Thị Hòa", birth=PartialDate(1979, 8, 5), post="Trưởng ấp")
    client = sign_in(Role.OFFICE)
    answer = send(client, congress, (*ROW[:5], "Bí thư"))
    db.session.refresh(delegate)
    delegate.person.post = "Phó Bí thư"
    delegate.changed_at = now()
    db.session.commit()
    page = confirm(client, answer)
    assert "dữ liệu đã khác lúc xem trước" in page
    assert "<del>Phó Bí thư</del> → <ins>Bí thư</ins>" in page
    assert [line.post for line in everyone(congress)] == ["Phó Bí thư"]
    confirm(client, answer)
    assert [line.post for line in everyone(congress)] == ["Bí thư"]


def test_a_record_that_was_removed_meanwhile_is_not_quietly_entered_anew(sign_in, congress, unit):
    delegate = make_delegate(congress, unit, "Nguyễn Thị Hòa", birth=PartialDate(1979, 8, 5))
    client = sign_in(Role.OFFICE)
    answer = send(client, congress, (*ROW[:5], "Bí thư"))
    client.post(f"/{congress.slug}/delegates/{delegate.id}/remove")
    assert "dữ liệu đã khác lúc xem trước" in confirm(client, answer)
    assert everyone(congress) == []


def test_a_quota_that_filled_meanwhile_is_reported_at_its_row(sign_in, congress):
    unit = make_unit(congress, code="CB01", name="Chi bộ ấp Mỹ Thạnh", official_quota=1)
    client = sign_in(Role.OFFICE)
    answer = send(client, congress, ROW)
    make_delegate(congress, unit, "Lê Văn Tám")
    assert "được phân bổ 1 đại biểu chính thức, đã nhập 1" in confirm(client, answer)
    assert [line.full_name for line in everyone(congress)] == ["Lê Văn Tám"]


def test_a_deadline_that_passed_meanwhile_is_reported_and_nothing_is_written(sign_in, congress, unit):
    client = sign_in(Role.CELL_SECRETARY, unit=unit)
    answer = send(client, congress, ROW)
    congress.registration_closes_on = YESTERDAY
    db.session.commit()
    assert "Danh sách đã khóa vì hết hạn" in confirm(client, answer)
    assert everyone(congress) == []


def test_rights_that_were_lost_meanwhile_open_nothing(sign_in, congress, unit):
    account = make_account(congress, Role.PERSONNEL_SECRETARY)
    client = sign_in(account=account)
    answer = send(client, congress, ROW)
    account.memberships[0].role = Role.READER
    db.session.commit()
    assert client.post(f"{answer.location}/confirm").status_code == 403
    account.memberships[0].role, account.memberships[0].unit_id = Role.CELL_SECRETARY, make_unit(congress).id
    db.session.commit()
    assert "Đồng chí không nhập thay cho Chi bộ ấp Mỹ Thạnh" in confirm(client, answer)
    assert everyone(congress) == []


def test_confirming_twice_imports_once(sign_in, congress, unit):
    client = sign_in(Role.OFFICE)
    answer = send(client, congress, ROW)
    confirm(client, answer)
    assert "thêm 1, thay đổi 0" in confirm(client, answer)
    assert len(everyone(congress)) == 1


def test_two_hands_that_confirm_at_once_import_once(app, sign_in, congress, unit):
    client = sign_in(Role.OFFICE)
    answer = send(client, congress, ROW)
    together = Barrier(2)

    def hand(_number: int) -> int:
        other = app.test_client()
        other._cookies = dict(client._cookies)
        together.wait(timeout=10)
        return other.post(f"{answer.location}/confirm").status_code

    db.session.commit()
    with ThreadPoolExecutor(2) as hands:
        assert list(hands.map(hand, range(2))) == [302, 302]
    assert len(everyone(congress)) == 1
    assert len([entry for entry in latest(congress.id) if entry.act == "Nhập đại biểu từ tệp"]) == 1


def test_a_cell_secretary_brings_in_the_own_cell_which_then_waits_to_be_sent(sign_in, congress, unit):
    client = sign_in(Role.CELL_SECRETARY, unit=unit)
    heads = tuple(head for head in HEADS if head != "Chi bộ")
    answer = send(client, congress, (*ROW[:4], "Trưởng ấp"), heads=heads)
    confirm(client, answer)
    assert [(line.unit_id, line.review) for line in everyone(congress)] == [(unit.id, Review.NOT_SENT)]


def test_another_cell_in_the_file_of_a_cell_secretary_is_an_error(sign_in, congress, unit):
    make_unit(congress, code="CB02", name="Chi bộ ấp Mỹ Hòa")
    client = sign_in(Role.CELL_SECRETARY, unit=unit)
    answer = send(client, congress, (*ROW[:4], "CB02", ""))
    assert "Đồng chí không nhập thay cho Chi bộ ấp Mỹ Hòa" in client.get(answer.location).text


def test_a_cell_whose_list_is_closed_learns_it_before_it_fills_in_anything(sign_in, congress, unit):
    congress.registration_closes_on = YESTERDAY
    client = sign_in(Role.CELL_SECRETARY, unit=unit)
    assert client.get(url(congress)).status_code == 409
    assert send(client, congress, ROW).status_code == 409


def test_another_cell_cannot_be_named_in_the_address(sign_in, congress, unit):
    other = make_unit(congress)
    client = sign_in(Role.CELL_SECRETARY, unit=unit)
    assert client.get(url(congress, f"?unit={other.id}")).status_code == 404
    assert client.get(url(congress, f"/template?unit={other.id}&filled=1")).status_code == 404


def test_only_its_owner_opens_a_preview(sign_in, congress, unit):
    answer = send(sign_in(Role.OFFICE), congress, ROW)
    colleague = sign_in(Role.OFFICE)
    for path in ("", "/progress", "/confirm"):
        assert colleague.get(f"{answer.location}{path}").status_code == 404
    for path in ("/confirm", "/answers", "/again", "/discard"):
        assert colleague.post(f"{answer.location}{path}").status_code == 404
    assert everyone(congress) == []


def test_a_preview_is_of_one_congress(sign_in, congress, unit):
    account = make_account(congress, Role.OFFICE)
    other = make_congress()
    from_other = make_account(other, Role.OFFICE)
    account.memberships.append(from_other.memberships[0])
    db.session.flush()
    client = sign_in(account=account)
    answer = send(client, congress, ROW)
    assert client.get(answer.location).status_code == 200
    assert client.get(answer.location.replace(congress.slug, other.slug)).status_code == 404


def test_a_preview_expires_and_the_next_file_sweeps_it_away(sign_in, congress, unit):
    client = sign_in(Role.OFFICE)
    answer = send(client, congress, ROW)
    db.session.execute(update(ImportPreview).values(expires_at=now() - timedelta(minutes=1)))
    db.session.commit()
    page = client.get(answer.location)
    assert page.status_code == 409 and "đã hết hạn" in page.text
    assert client.post(f"{answer.location}/confirm").status_code in (302, 409)
    send(client, congress, ROW)
    assert the_preview().stage is Stage.READY


def test_an_owner_keeps_no_more_than_a_few_files(sign_in, congress, unit):
    client = sign_in(Role.OFFICE)
    for _ in range(previews.AT_MOST + 3):
        send(client, congress, ROW)
    rows = db.session.query(ImportPreview).filter(ImportPreview.congress_id == congress.id).count()
    assert rows == previews.AT_MOST


def test_the_file_is_kept_no_longer_than_it_takes_to_read_it(sign_in, congress, unit):
    client = sign_in(Role.OFFICE)
    answer = send(client, congress, ROW)
    assert the_preview().content is None
    assert the_preview().source is not None
    confirm(client, answer)
    assert the_preview().source is None


def test_a_file_that_cannot_be_read_is_refused_beside_the_field_and_not_kept(sign_in, congress, unit):
    client = sign_in(Role.OFFICE)
    for name, content in (
        ("anh.png", b"\x89PNG\r\n" + b"\0" * 200),
        ("hong.xlsx", b"PK\x03\x04" + b"\0" * 200),
        ("trong.csv", b"\n\n"),
        ("khac.csv", "Món,Giá\nPhở,40000\n".encode()),
    ):
        page = send(client, congress, content=content, name=name)
        assert page.status_code == 200
        assert 'id="file-error"' in page.text, name
    assert (
        "Hãy chọn" in client.post(url(congress), data={}).text or 'id="file-error"' in client.post(url(congress)).text
    )
    assert db.session.query(ImportPreview).filter(ImportPreview.congress_id == congress.id).count() == 0


@pytest.mark.parametrize(
    "name", ["<script>alert(1)</script>", "Lê \u202eanH", "A" * 120, "{{7*7}} %s %(n)s", "'; DROP TABLE delegate; --"]
)
def test_hostile_names_stand_as_text(sign_in, congress, unit, name):
    client = sign_in(Role.OFFICE)
    answer = send(client, congress, (1, name, *ROW[2:]), name="<b>tệp</b>.xlsx")
    page = client.get(answer.location).text
    assert "<script>alert" not in page and "<b>tệp" not in page and "\u202e" not in page
    confirm(client, answer)
    assert len(everyone(congress)) == 1


def test_a_name_of_five_hundred_letters_is_refused_in_its_cell(sign_in, congress, unit):
    client = sign_in(Role.OFFICE)
    page = client.get(send(client, congress, (1, "Ă" * 500, *ROW[2:])).location).text
    assert "Dài 500 ký tự" in page


def test_the_template_comes_blank_or_filled_and_goes_back_in_unchanged(sign_in, congress, unit):
    make_delegate(congress, unit, "H'Hen Niê", sort_name="H'Hen Niê", phone="0912 345 678", post="=1+1")
    make_delegate(congress, unit, "Ngô Hoa", standing=Standing.ALTERNATE, birth=PartialDate(1965))
    other = make_unit(congress, code="CB02", name="Chi bộ ấp Mỹ Hòa")
    make_delegate(congress, other, "Lê Văn Tám")
    client = sign_in(Role.OFFICE)
    blank = client.get(url(congress, "/template"))
    assert "0 dòng" not in blank.headers["Content-Disposition"]
    filled = client.get(url(congress, "/template?filled=1")).data
    page = client.get(send(client, congress, content=filled).location).text
    assert "Mọi dòng đã có và giữ nguyên" in page, re.findall(r'class="error">.*?<', page)
    own = client.get(url(congress, f"/template?filled=1&unit={other.id}")).data
    names = [row[1].value for row in openpyxl.load_workbook(BytesIO(own)).worksheets[0].iter_rows()]
    assert "Lê Văn Tám" in names and "Ngô Hoa" not in names


def test_a_large_file_is_read_beside_the_request_and_says_how_far_it_is(app, sign_in, congress, unit, monkeypatch):
    monkeypatch.setitem(app.config, "IMPORT_AT_ONCE", 0)
    started: list[Any] = []
    monkeypatch.setattr(
        jobs.threading, "Thread", lambda **how: started.append(how) or SimpleNamespace(start=lambda: None)
    )
    client = sign_in(Role.OFFICE)
    answer = send(client, congress, ROW)
    page = client.get(answer.location).text
    assert "<progress" in page and 'http-equiv="refresh"' in page
    assert client.get(f"{answer.location}/progress").json == {
        "stage": "reading", "done": 0, "total": 0, "working": True,
    }  # fmt: skip
    assert "đang được đọc" in confirm(client, answer)
    started[0]["target"](*started[0]["args"])
    assert client.get(f"{answer.location}/progress").json["working"] is False
    assert "thêm 1, thay đổi 0" in client.get(answer.location).text


def test_a_large_file_that_cannot_be_read_says_so_where_it_was_asked_for(app, sign_in, congress, unit, monkeypatch):
    monkeypatch.setitem(app.config, "IMPORT_AT_ONCE", 0)
    client = sign_in(Role.OFFICE)
    answer = send(client, congress, content=b"PK\x03\x04" + b"\0" * 200)
    for thread in [each for each in jobs.threading.enumerate() if each.name.startswith("import-")]:
        thread.join(timeout=30)
    page = client.get(answer.location).text
    assert "bị hỏng hoặc bị cắt cụt" in page
    assert the_preview().content is None


def test_a_job_that_died_is_shown_as_such_and_can_be_started_again(app, sign_in, congress, unit, monkeypatch):
    monkeypatch.setitem(app.config, "IMPORT_AT_ONCE", 0)
    monkeypatch.setattr(jobs.threading, "Thread", lambda **_how: SimpleNamespace(start=lambda: None))
    client = sign_in(Role.OFFICE)
    answer = send(client, congress, ROW)
    assert client.post(f"{answer.location}/again").status_code == 409
    db.session.execute(update(ImportPreview).values(beat_at=now() - previews.SILENCE - timedelta(seconds=1)))
    db.session.commit()
    assert "bị ngắt giữa chừng" in client.get(answer.location).text
    monkeypatch.setitem(app.config, "IMPORT_AT_ONCE", 10**9)
    assert "thêm 1, thay đổi 0" in client.post(f"{answer.location}/again", follow_redirects=True).text


def test_a_mishap_is_a_sentence_and_the_file_can_be_tried_again(sign_in, congress, unit, monkeypatch):
    client = sign_in(Role.OFFICE)
    monkeypatch.setattr(jobs, "parse_list", lambda *_what: 1 / 0)
    page = send(client, congress, ROW)
    assert "Chương trình gặp sự cố" in page.text


def test_a_file_can_be_thrown_away(sign_in, congress, unit):
    client = sign_in(Role.OFFICE)
    answer = send(client, congress, ROW)
    assert "Đã bỏ tệp" in client.post(f"{answer.location}/discard", follow_redirects=True).text
    assert client.get(answer.location).status_code == 404


def test_previews_wait_where_they_were_asked_for(sign_in, congress, unit):
    client = sign_in(Role.OFFICE)
    answer = send(client, congress, ROW)
    assert answer.location in client.get(url(congress)).text


def test_a_get_writes_nothing(sign_in, congress, unit):
    client = sign_in(Role.OFFICE)
    answer = send(client, congress, ROW)
    before = (the_preview().beat_at, the_preview().stage)
    for path in ("", "/confirm", "/progress"):
        client.get(f"{answer.location}{path}")
    assert (the_preview().beat_at, the_preview().stage) == before
    assert db.session.query(Delegate).filter(Delegate.congress_id == congress.id).count() == 0
    assert db.session.query(Unit).filter(Unit.congress_id == congress.id).count() == 1


def test_a_refused_row_is_not_counted_as_imported_on_any_page(sign_in, congress, unit):
    """Of five rows one is refused: nothing says five, nothing is written; put right, five are."""
    unit.official_quota = 9
    names = ("Nguyễn Thị Hòa", "Lê Văn Tám", "K'Brơi", "H'Hen Niê", "Trần Văn Anh")
    rows = [(n, name, "Nữ", 1960 + n, "CB01", "Trưởng ấp") for n, name in enumerate(names, start=1)]
    wrong = [*rows[:4], (5, names[4], "Nữ", 1965, "CB99", "Trưởng ấp")]
    client = sign_in(Role.OFFICE)
    answer = send(client, congress, *wrong)
    for page in (client.get(answer.location).text, confirm(client, answer)):
        assert "1 dòng có lỗi nên chưa nhập được" in page
        assert not re.search(r"Nhập [45] dòng|thêm [45]\b|Đã nhập", page)
    assert everyone(congress) == []
    assert client.get(f"{answer.location}/confirm").status_code == 302
    assert (the_preview().sums.adds, the_preview().sums.error, the_preview().sums.importable) == (4, 1, False)
    client.post(f"{answer.location}/discard")
    right = send(client, congress, *rows)
    assert "Nhập 5 dòng" in client.get(right.location).text
    assert "thêm 5, thay đổi 0, giữ nguyên 0" in confirm(client, right)
    assert len(everyone(congress)) == 5


def test_a_row_a_rule_refuses_only_while_it_is_written_counts_for_nothing(sign_in, congress, unit, monkeypatch):
    client = sign_in(Role.OFFICE)
    answer = send(client, congress, ROW, (2, "Lê Văn Tám", "Nam", 1965, "CB01", ""))
    assert "Nhập 2 dòng" in client.get(answer.location).text

    def refuse(*args: Any, full_name: str, **fields: Any) -> None:
        raise RuleBroken("Không ghi được dòng này.", "full_name")

    monkeypatch.setattr(imports.records, "add", refuse)
    page = confirm(client, answer)
    assert "Chưa nhập, chưa có gì được ghi" in page
    assert "1 dòng có lỗi nên chưa nhập được" in page
    assert not re.search(r"Nhập \d dòng|Đã nhập", page)
    assert everyone(congress) == []


def test_official_delegates_beyond_the_decision_are_asked_about_row_by_row(sign_in, congress, unit):
    congress.official_total = 2
    make_delegate(congress, unit, "Lê Hoa")
    rows = [(n, f"Trần Văn {name}", "Nam", 1960 + n, "CB01", "") for n, name in enumerate(("An", "Bình", "Cường"))]
    client = sign_in(Role.OFFICE)
    answer = send(client, congress, *rows)
    page = client.get(answer.location).text
    assert "2 dòng chờ đồng chí trả lời" in page
    assert "đại hội có 3 đại biểu chính thức, quá 2 theo quyết định." in page
    assert "đại hội có 4 đại biểu chính thức, quá 2 theo quyết định." in page
    client.post(f"{answer.location}/answers", data={"all": "1"})
    confirm(client, answer)
    assert len(everyone(congress)) == 4
