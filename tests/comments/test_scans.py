"""Scans of the signed paper, and reminders for those who owe something."""

from io import BytesIO

import pypdf
import pytest

from congress.comments import queries
from congress.comments.rules import short_reminder
from congress.comments.rules.answers import SMS
from congress.web.access import Role
from tests.comments.test_views import Story
from tests.factories import make_comment, make_respondent, make_unit, send_sheet

PDF = b"%PDF-1.4 signed"
PNG = b"\x89PNG\r\n\x1a\n picture"


@pytest.fixture
def story(congress):
    found = Story(congress)
    make_comment(found.round, found.unit, found.version, 1)
    return found


def sent(client, address, content, name):
    return client.post(address, data={"file": (BytesIO(content), name)}, content_type="multipart/form-data")


def scans(story):
    return queries.scans_of(queries.sheet(story.round, story.unit.id))


def test_a_scan_is_kept_and_downloaded_by_those_who_may_read_it(story, sign_in):
    cell = sign_in(Role.CELL_SECRETARY, unit=story.unit)
    assert sent(cell, f"{story.sheet}/scans/new", PDF, "Phiếu góp ý ấp Mỹ Thạnh.pdf").status_code == 302
    (scan,) = scans(story)
    got = cell.get(f"{story.sheet}/scans/{scan.id}")
    assert got.data == PDF and got.headers["Content-Disposition"].startswith("attachment")
    other = sign_in(Role.CELL_SECRETARY, unit=make_unit(story.congress, name="Chi bộ Quân sự"))
    assert other.get(f"{story.sheet}/scans/{scan.id}").status_code == 404
    board = sign_in(Role.STANDING_COMMITTEE)
    read = f"{story.page}/read/{story.unit.id}/scans/{scan.id}"
    assert board.get(read).status_code == 404, "a sheet that was not sent is nobody else's to read"
    send_sheet(story.round, story.unit)
    assert board.get(read).data == PDF
    assert read in board.get(f"{story.page}/read?unit={story.unit.id}").text
    assert other.get(read).status_code == 403


def test_what_is_no_scan_is_refused_with_a_sentence(story, sign_in):
    cell = sign_in(Role.CELL_SECRETARY, unit=story.unit)
    address = f"{story.sheet}/scans/new"
    assert "Chỉ nhận tệp" in sent(cell, address, b"MZ program", "phieu.pdf").text
    assert "trống" in sent(cell, address, b"", "phieu.pdf").text or not scans(story)
    assert not scans(story)


def test_the_same_scan_twice_is_one_and_goes_before_sending_only(story, sign_in):
    cell = sign_in(Role.CELL_SECRETARY, unit=story.unit)
    for name in ("a.png", "b.png"):
        sent(cell, f"{story.sheet}/scans/new", PNG, name)
    (scan,) = scans(story)
    sent(cell, f"{story.sheet}/scans/new", PDF, "c.pdf")
    assert cell.post(f"{story.sheet}/scans/{scan.id}/remove").status_code == 302
    (left,) = scans(story)
    send_sheet(story.round, story.unit)
    assert cell.post(f"{story.sheet}/scans/{left.id}/remove").status_code == 409
    assert scans(story) == [left]


def test_letters_go_to_those_who_owe_something_one_page_each(story, sign_in):
    owing = make_unit(story.congress, name="Chi bộ Trường Tiểu học Mỹ Hiệp")
    front = make_respondent(story.round, "Hội Nông dân xã")
    send_sheet(story.round, story.unit)
    office = sign_in(Role.OFFICE)
    pdf = pypdf.PdfReader(BytesIO(office.get(f"{story.page}/reminders.pdf").data))
    texts = [" ".join(each.extract_text().split()) for each in pdf.pages]
    assert len(texts) == 2
    assert owing.name in texts[0] and front.name in texts[1]
    assert not any(story.unit.name in text for text in texts)
    assert "Kính gửi" in texts[0] and "chưa gửi phiếu" in texts[0]
    page = office.get(story.page).text
    assert f"{owing.name} chưa gửi phiếu" in page and f"{story.unit.name} chưa gửi phiếu" not in page


def test_with_nothing_owed_there_is_no_letter(story, sign_in):
    send_sheet(story.round, story.unit)
    answer = sign_in(Role.OFFICE).get(f"{story.page}/reminders.pdf", follow_redirects=True)
    assert "Không còn nơi nào nợ phiếu góp ý." in answer.text


def test_a_short_message_fits_one_sms_whatever_the_names(story):
    text = short_reminder("Góp ý " * 40, story.round.window, "Chi bộ " * 30, story.round.opens_on)
    assert len(text) <= SMS
