"""Access slips: a new temporary password on paper and nowhere else."""

from datetime import date
from io import BytesIO
from typing import Any

import pypdf
import pytest

from congress.accounts import passwords, printouts
from congress.journal import queries as journal
from congress.printing.html import html_of
from congress.printing.problems import EngineMissing
from congress.printing.render import Press
from congress.shared.problems import RuleBroken
from congress.web.access import Role
from tests.factories import TODAY, make_account, make_unit

FORM = {"contact": "đồng chí Hoa, Văn phòng Đảng ủy", "phone": "0277 3 123 456"}


def url(congress: Any, path: str) -> str:
    return f"/{congress.slug}/accounts/{path}"


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages)


@pytest.fixture
def account(congress):
    cell = make_unit(congress, name="Chi bộ ấp Mỹ Thạnh")
    return make_account(congress, Role.CELL_SECRETARY, unit=cell, username="bithu.mythanh", full_name="Lê Thị Anh")


def test_the_page_says_what_printing_does_and_opening_it_changes_nothing(sign_in, congress, account):
    page = sign_in(Role.OFFICE).get(url(congress, f"{account.id}/slip")).text
    assert "Mật khẩu cũ sẽ hết hiệu lực" in page
    assert "chỉ mở được trên chính máy này" in page
    assert account.password_hash == "!"


def test_the_printed_password_opens_the_door_once_and_the_old_sessions_are_over(sign_in, client, congress, account):
    theirs = sign_in(account=account)
    answer = sign_in(Role.OFFICE).post(url(congress, f"{account.id}/slip"), data=FORM)
    assert answer.mimetype == "application/pdf"
    assert answer.headers["Cache-Control"] == "no-store"
    text = text_of(answer.data)
    for expected in ("bithu.mythanh", "Lê Thị Anh", "Chi bộ ấp Mỹ Thạnh", "http://localhost/", *FORM.values()):
        assert expected in text
    password = next(word for word in text.split() if word.count("-") == 3)
    assert passwords.matches(password, account.password_hash)
    assert theirs.get("/").status_code == 302
    entry = client.post("/sign-in", data={"username": "bithu.mythanh", "password": password})
    assert entry.status_code == 302
    assert client.get(f"/{congress.slug}/units/").location == "/account"


def test_the_password_is_neither_in_the_journal_nor_kept_on_disk(app, sign_in, congress, account):
    answer = sign_in(Role.OFFICE).post(url(congress, f"{account.id}/slip"), data=FORM)
    password = next(word for word in text_of(answer.data).split() if word.count("-") == 3)
    (entry,) = journal.history_of(congress.id, account.id)
    assert entry.act == "Cấp lại mật khẩu"
    assert password not in f"{entry.changes} {entry.reason} {entry.subject_label}"
    kept = list((app.config["CONGRESS_DATA"] / "printed").rglob("*.pdf"))
    assert not any(password in text_of(file.read_bytes()) for file in kept)


def test_where_no_pdf_can_be_made_the_slip_is_shown_to_print_from_the_browser(sign_in, congress, account, monkeypatch):
    def missing(self: Press, printout: Any) -> bytes:
        raise EngineMissing("engine-missing", missing="libpango")

    monkeypatch.setattr(Press, "pdf", missing)
    page = sign_in(Role.OFFICE).post(url(congress, f"{account.id}/slip"), data=FORM)
    assert page.mimetype == "text/html"
    assert "bithu.mythanh" in page.text and "Máy này chưa có gói hệ thống" in page.text


def test_slips_for_many_stand_two_on_a_sheet(sign_in, congress):
    waiting = [make_account(congress, Role.READER, must_change_password=True, full_name=f"Người {n}") for n in range(3)]
    settled = make_account(congress, Role.READER)
    client = sign_in(Role.OFFICE)
    page = client.get(url(congress, "slips")).text
    assert "Có 3 tài khoản chưa đặt mật khẩu riêng" in page
    ids = [str(each.id) for each in waiting]
    pdf = client.post(url(congress, "slips"), data=FORM | {"accounts": ids})
    assert len(pypdf.PdfReader(BytesIO(pdf.data)).pages) == 2
    assert all(each.username in text_of(pdf.data) for each in waiting)
    assert all(each.password_hash != "!" for each in waiting)
    assert settled.password_hash == "!"


def test_an_account_that_is_not_waiting_cannot_be_slipped_in(sign_in, congress):
    make_account(congress, Role.READER, must_change_password=True)
    settled = make_account(congress, Role.READER)
    page = sign_in(Role.OFFICE).post(url(congress, "slips"), data=FORM | {"accounts": [str(settled.id)]})
    assert page.mimetype == "text/html"
    assert settled.password_hash == "!"


def test_no_account_chosen_prints_nothing(sign_in, congress):
    make_account(congress, Role.READER, must_change_password=True)
    assert "Hãy chọn ít nhất một tài khoản." in sign_in(Role.OFFICE).post(url(congress, "slips"), data=FORM).text


def test_a_slip_leaves_room_for_the_pen_where_nothing_is_known(congress, account):
    page = html_of(printouts.access_slips(congress, [(account, "k7mp-qr3t-wxyz-2345")], today=TODAY))
    assert "Văn phòng Đảng ủy xã Mỹ Hiệp" in page
    assert page.count("……………") > 1
    assert "None" not in page


def test_every_sign_of_the_password_says_whether_it_is_a_letter_or_a_digit():
    slip = printouts.Slip("", "", "", "k7-m")
    assert slip.letters == (("k", "chữ"), ("7", "số"), ("-", ""), ("m", "chữ"))


def test_the_command_lines_slip_names_who_is_missing(congress, account):
    printed = printouts.access_slip(congress, today=date(2025, 7, 22), account="BITHU.mythanh")
    assert printed.filename == f"{congress.slug}_phieu-truy-cap_2025-07-22.pdf"
    with pytest.raises(RuleBroken, match=r"không có tài khoản khong\.co"):
        printouts.access_slip(congress, today=TODAY, account="khong.co")
