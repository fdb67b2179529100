"""Portraits of delegates: who may send and see them, what is kept, and how files find their delegates."""

import re
import zipfile
from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from congress.database import db
from congress.delegates.rules.photos import Roll, in_doubt
from congress.delegates.rules.roll import Line
from congress.delegates.vocabulary import Match, Review
from congress.journal.queries import history_of
from congress.people import queries as people
from congress.storage import storage
from congress.web.access import Role
from tests.factories import make_congress, make_delegate, make_unit
from tests.pictures.test_portrait import file_of, picture


def line(name: str, card: str = "", number: int = 1) -> Line:
    return Line(id=number, unit_id=1, unit="Chi bộ ấp 1", full_name=name, name_sort=name, party_card_number=card)  # type: ignore[arg-type]


LINES = [
    line("Nguyễn Thị Hòa", "MH-000 001", 1),
    line("Lê Văn Hùng", "MH-000002", 2),
    line("Lê Văn Hưng", "60 012.345", 3),
    line("Trần Văn An", "", 4),
    line("Trần Văn An", "MH-000005", 5),
    line("K'Brơi", "", 6),
]


@pytest.mark.parametrize(
    ("stem", "how", "number"),
    [
        ("MH-000001", Match.CARD, 1),
        ("mh000001", Match.CARD, 1),
        ("60012345", Match.CARD, 3),
        ("MH-000002 Ai đó khác", Match.CARD, 2),
        ("Nguyễn_Thị_Hòa", Match.NAME, 1),
        ("Nguyễn Thị Hoà (2)", Match.NAME, 1),
        ("nguyen thi hoa", Match.NAME, 1),
        ("Nguye\u0302\u0303n Thi\u0323 Ho\u0300a", Match.NAME, 1),
        ("Lê Văn Hưng", Match.NAME, 3),
        ("le van hung", Match.SEVERAL, None),
        ("Trần Văn An", Match.SEVERAL, None),
        ("Trần Văn An MH-000005", Match.CARD, 5),
        ("K'Brơi", Match.NAME, 6),
        ("IMG_20250805", Match.NOBODY, None),
        ("", Match.NOBODY, None),
    ],
)
def test_a_file_is_of_whom_its_name_says(stem, how, number):
    found = Roll(LINES).find(stem)
    assert found.how is how
    assert (found.line.id if found.line else None) == number


def test_two_photographs_of_one_person_are_noticed():
    roll = Roll(LINES)
    assert in_doubt([roll.find(name) for name in ("MH-000001", "Nguyễn Thị Hòa", "ai", "ai")]) == [
        False,
        True,
        False,
        False,
    ]


def url(congress: Any, path: str) -> str:
    return f"/{congress.slug}/delegates/{path}"


@pytest.fixture
def delegate(congress):
    unit = make_unit(congress)
    return make_delegate(congress, unit, "Nguyễn Thị Hòa", party_card_number="MH-000001")


@pytest.fixture
def cell(sign_in, delegate):
    return sign_in(Role.CELL_SECRETARY, unit=delegate.unit)


def send(client, congress, delegate, content=None, name="x.jpg", **fields):
    data = {"photo": (BytesIO(content or file_of(picture())), name), "frame": "frame_top", **fields}
    return client.post(url(congress, f"{delegate.id}/photo"), data=data, follow_redirects=True)


def kept(congress):
    return list(storage().names(f"photos/{congress.id}"))


def test_a_cell_sends_the_portrait_of_its_delegate_and_sees_what_was_kept(cell, congress, delegate):
    answer = send(cell, congress, delegate)
    assert "Đã lưu ảnh" in answer.text and "photo.jpg" in answer.text
    shown = cell.get(url(congress, f"{delegate.id}/photo.jpg"))
    assert shown.mimetype == "image/jpeg" and Image.open(BytesIO(shown.data)).size == (600, 800)
    assert shown.headers["X-Content-Type-Options"] == "nosniff"
    assert shown.headers["Cache-Control"] == "no-store" and "Cookie" in shown.headers["Vary"]
    assert "photo.jpg" in cell.get(url(congress, str(delegate.id))).text
    assert people.with_photo(congress.id) == {delegate.person_id}
    [entry] = [each for each in history_of(congress.id, delegate.id) if "ảnh" in each.act]
    assert entry.act == "Thêm ảnh đại biểu" and entry.changes["photo"][0] is None


def test_a_portrait_is_replaced_and_the_old_file_goes(cell, congress, delegate):
    send(cell, congress, delegate)
    before = kept(congress)
    send(cell, congress, delegate, file_of(picture(colour="blue")))
    assert len(before) == len(kept(congress)) == 2 and not set(before) & set(kept(congress))


def test_a_portrait_is_taken_away_with_its_file(cell, congress, delegate):
    send(cell, congress, delegate)
    answer = cell.post(url(congress, f"{delegate.id}/photo/remove"), follow_redirects=True)
    assert "Đã bỏ ảnh." in answer.text and "Chưa có ảnh" in answer.text
    assert kept(congress) == [] and not people.with_photo(congress.id)
    assert cell.get(url(congress, f"{delegate.id}/photo.jpg")).status_code == 404


def test_a_file_two_people_share_stays_as_long_as_one_has_it(cell, congress, delegate):
    other = make_delegate(congress, delegate.unit, "Lê Văn Ước")
    send(cell, congress, delegate)
    send(cell, congress, other)
    cell.post(url(congress, f"{delegate.id}/photo/remove"))
    assert len(kept(congress)) == 2
    cell.post(url(congress, f"{other.id}/photo/remove"))
    assert kept(congress) == []


def test_who_is_taken_off_the_list_takes_the_portrait_along(cell, congress, delegate):
    send(cell, congress, delegate)
    cell.post(url(congress, f"{delegate.id}/remove"))
    assert kept(congress) == [] and not people.with_photo(congress.id)


def test_a_file_that_is_no_photograph_is_refused_with_a_sentence(cell, congress, delegate):
    assert "không phải ảnh JPEG" in send(cell, congress, delegate, b"<svg onload=alert(1)>", "x.jpg").text
    assert "Chưa chọn tệp ảnh" in cell.post(url(congress, f"{delegate.id}/photo"), data={"frame": "frame_top"}).text
    assert kept(congress) == []


def test_what_the_cell_has_sent_is_the_reviewers_to_change(cell, sign_in, congress, delegate):
    delegate.review = Review.SENT
    db.session.flush()
    assert send(cell, congress, delegate).status_code == 409
    assert cell.post(url(congress, f"{delegate.id}/photo/remove")).status_code == 409
    assert "Đã lưu ảnh" in send(sign_in(Role.PERSONNEL_SECRETARY), congress, delegate).text


def test_another_cell_and_another_congress_see_no_portrait(cell, sign_in, congress, delegate):
    send(cell, congress, delegate)
    stranger = sign_in(Role.CELL_SECRETARY, unit=make_unit(congress))
    assert stranger.get(url(congress, f"{delegate.id}/photo.jpg")).status_code == 404
    assert send(stranger, congress, delegate).status_code == 404
    other = make_congress()
    outsider = sign_in(Role.OFFICE, at=other)
    assert outsider.get(url(other, f"{delegate.id}/photo.jpg")).status_code == 404
    assert sign_in(Role.READER).get(url(congress, f"{delegate.id}/photo.jpg")).status_code == 403
    assert sign_in(Role.SERVICE_SECRETARY).get(url(congress, f"{delegate.id}/photo.jpg")).status_code == 200
    assert send(sign_in(Role.SERVICE_SECRETARY), congress, delegate).status_code == 403


def many(client, congress, *files):
    data = {"files": [(BytesIO(content), name) for name, content in files]}
    return client.post(url(congress, "photos"), data=data)


def fields_of(page: str) -> dict[str, list[str]]:
    return {
        "hash": re.findall(r'name="hash" value="(\w+)"', page),
        "who": re.findall(r'name="who" value="([^"]*)"', page),
        "take": re.findall(r'name="take" value="(\w+)"[^>]*checked', page),
    }


def test_many_portraits_are_looked_at_before_they_are_saved(sign_in, congress, delegate):
    reviewer = sign_in(Role.PERSONNEL_SECRETARY)
    make_delegate(congress, delegate.unit, "Lê Văn Ước")
    package = BytesIO()
    with zipfile.ZipFile(package, "w") as bundle:
        bundle.writestr("anh/Lê Văn Ước.jpg", file_of(picture(colour="blue")))
        bundle.writestr("anh/IMG_1.jpg", file_of(picture(colour="green")))
        bundle.writestr("anh/ghi chu.txt", b"khong phai anh")
    page = many(reviewer, congress, ("MH-000001.JPG", file_of(picture())), ("tap.zip", package.getvalue())).text
    assert "3 ảnh đọc được, 2 ảnh đã biết của ai" in page
    assert "Khớp số thẻ" in page and "Khớp họ và tên" in page and "Không khớp ai" in page
    assert "ghi chu.txt" in page and "không phải ảnh" in page
    assert not people.with_photo(congress.id)
    fields = fields_of(page)
    assert len(fields["hash"]) == 3 and len(fields["take"]) == 2
    page = reviewer.post(url(congress, "photos/save"), data=fields, follow_redirects=True).text
    assert "Đã lưu 2 ảnh." in page and "1 ảnh đọc được, 0 ảnh đã biết" in page
    assert len(people.with_photo(congress.id)) == 2


def test_a_typed_name_is_matched_again_and_nothing_is_saved_by_it(sign_in, congress, delegate):
    reviewer = sign_in(Role.PERSONNEL_SECRETARY)
    fields = fields_of(many(reviewer, congress, ("IMG_1.jpg", file_of(picture()))).text)
    typed = fields | {"who": ["nguyen thi hoa"]}
    page = reviewer.post(url(congress, "photos/save"), data=typed | {"again": "1"}).text
    assert "1 ảnh đã biết của ai" in page and not people.with_photo(congress.id)
    answer = reviewer.post(url(congress, "photos/save"), data=fields_of(page), follow_redirects=True)
    assert "Đã lưu 1 ảnh." in answer.text and people.with_photo(congress.id) == {delegate.person_id}
    assert list(storage().names(f"photos-aside/{congress.id}")) == []


def test_what_one_account_put_aside_is_nobody_elses(sign_in, congress, delegate):
    fields = fields_of(many(sign_in(Role.PERSONNEL_SECRETARY), congress, ("MH-000001.jpg", file_of(picture()))).text)
    answer = sign_in(Role.OFFICE).post(url(congress, "photos/save"), data=fields, follow_redirects=True)
    assert "không còn chờ" in answer.text and not people.with_photo(congress.id)


def test_a_cell_gives_many_portraits_to_its_own_delegates_only(sign_in, congress, delegate):
    stranger = sign_in(Role.CELL_SECRETARY, unit=make_unit(congress))
    page = many(
        stranger, congress, ("MH-000001.jpg", file_of(picture())), ("Nguyễn Thị Hòa.jpg", file_of(picture()))
    ).text
    assert "0 ảnh đã biết của ai" in page and "Chi bộ ấp" not in page.split("<table")[1]


def test_no_files_a_bad_zip_and_a_sent_record_say_so(cell, sign_in, congress, delegate):
    assert "Chưa chọn tệp nào" in cell.post(url(congress, "photos"), data={}).text
    assert "ZIP bị hỏng" in many(cell, congress, ("x.zip", b"PK\x03\x04xx")).text
    fields = fields_of(many(cell, congress, ("MH-000001.jpg", file_of(picture()))).text)
    delegate.review = Review.SENT
    page = cell.post(url(congress, "photos/save"), data=fields).text
    assert "Nguyễn Thị Hòa" in page and "đã gửi đại biểu này" in page and not people.with_photo(congress.id)


def test_what_nobody_came_back_for_is_gone_the_next_day(sign_in, congress, delegate, monkeypatch):
    many(sign_in(Role.OFFICE), congress, ("IMG_1.jpg", file_of(picture())))
    waiting = f"photos-aside/{congress.id}"
    assert len(list(storage().names(waiting))) == 1
    tomorrow = date.today() + timedelta(days=2)
    monkeypatch.setattr("congress.shared.clock.today", lambda: tomorrow)
    many(sign_in(Role.PERSONNEL_SECRETARY), congress, ("IMG_2.jpg", file_of(picture(colour="blue"))))
    [name] = storage().names(waiting)
    assert tomorrow.isoformat() in name


HOSTILE = {
    "../Lê Văn Ước.jpg": ("../Lê Văn Ước.jpg", "chỉ ra ngoài thư mục"),
    "/etc/Lê Văn Ước.jpg": ("/etc/Lê Văn Ước.jpg", "chỉ ra ngoài thư mục"),
    "C:\\Lê Văn Ước.jpg": ("Lê Văn Ước.jpg", "chỉ ra ngoài thư mục"),
    "anh\\..\\..\\x.jpg": ("x.jpg", "chỉ ra ngoài thư mục"),
    "Lê\x00Văn.jpg": ("Lê□Văn.jpg", "ký tự điều khiển"),
    "Lê\x1bVăn.jpg": ("Lê□Văn.jpg", "ký tự điều khiển"),
    f"{'a' * 300}.jpg": (f"{'a' * 80}…", "dài quá 240 ký tự"),
    "__MACOSX/._Lê Văn Ước.jpg": ("__MACOSX/._Lê Văn Ước.jpg", "tệp của hệ điều hành"),
    "anh/Thumbs.db": ("anh/Thumbs.db", "tệp của hệ điều hành"),
    "anh/": ("anh/", "đây là thư mục"),
}


@pytest.mark.parametrize("name", HOSTILE, ids=lambda name: ascii(name)[:40])
def test_what_is_left_out_of_a_zip_is_named_with_the_reason(sign_in, congress, delegate, name):
    shown, reason = HOSTILE[name]
    entry = zipfile.ZipInfo("stand-in.jpg")
    entry.filename = entry.orig_filename = name  # as nobody's program writes it, but a hand may
    package = BytesIO()
    with zipfile.ZipFile(package, "w") as bundle:
        bundle.writestr(entry, b"" if name.endswith("/") else file_of(picture()))
        bundle.writestr("anh/MH-000001.jpg", file_of(picture(colour="blue")))
    page = many(sign_in(Role.OFFICE), congress, ("tap.zip", package.getvalue())).text
    assert "1 ảnh đọc được, 1 ảnh đã biết của ai" in page
    assert "1 tệp không dùng được" in page
    assert f"{shown}</b>: Bỏ qua" in page
    assert reason in page
