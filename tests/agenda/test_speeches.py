"""Registered papers: per cell, with their file, their time and their order."""

from io import BytesIO
from typing import Any

import pytest

from congress.agenda import actions, queries
from congress.agenda.rules.speeches import room
from congress.agenda.vocabulary import ItemKind
from congress.database import db
from congress.shared.scope import UnitScope
from congress.web.access import Role
from tests.factories import Somebody, make_item, make_session, make_unit

PDF = b"%PDF-1.7 tham luan"


def url(congress: Any, path: str = "") -> str:
    return f"/{congress.slug}/programme/speeches{path}"


def all_of(congress: Any) -> Any:
    db.session.expire_all()
    return queries.speeches(congress.id, UnitScope.everything())


def test_spoken_papers_are_counted_against_the_time_and_filed_ones_are_not():
    counted = room([(True, 7), (True, 8), (False, 30)], 20)
    assert (counted.spoken, counted.filed, counted.taken, counted.left, counted.over) == (2, 1, 15, 5, 0)
    assert room([(True, 30)], 20).over == 10


def test_a_cell_registers_its_paper_with_the_file(sign_in, congress):
    unit = make_unit(congress)
    client = sign_in(Role.CELL_SECRETARY, unit=unit)
    form = {
        "unit_id": str(unit.id),
        "title": "Chuyển đổi số",
        "speaker": "H'Hen Niê",
        "minutes": "7",
        "spoken": "y",
        "file": (BytesIO(PDF), "Tham luận.pdf"),
    }
    assert client.post(url(congress, "/new"), data=form).status_code == 302
    (speech,) = all_of(congress)
    assert (speech.speaker, speech.spoken, speech.file_name) == ("H'Hen Niê", True, "Tham luận.pdf")
    answer = client.get(url(congress, f"/{speech.id}/file"))
    assert answer.data == PDF
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert client.post(url(congress, f"/{speech.id}/remove")).status_code == 302
    assert all_of(congress) == []


def test_a_file_that_is_none_is_refused_and_nothing_is_half_saved(sign_in, congress):
    unit = make_unit(congress)
    form = {"unit_id": str(unit.id), "title": "Lạ", "minutes": "7", "file": (BytesIO(b"MZ la"), "la.pdf")}
    page = sign_in(Role.OFFICE).post(url(congress, "/new"), data=form)
    assert page.status_code == 200
    assert "Chỉ nhận tệp PDF" in page.text
    assert 'value="Lạ"' in page.text
    assert all_of(congress) == []


def test_a_cell_neither_sees_nor_changes_another_cells_paper(sign_in, congress):
    mine, other = make_unit(congress), make_unit(congress)
    speech = actions.register_speech(congress, other, actor=Somebody, title="Của chi bộ khác", minutes=7)
    db.session.flush()
    client = sign_in(Role.CELL_SECRETARY, unit=mine)
    assert "Của chi bộ khác" not in client.get(url(congress)).text
    for path in ("edit", "file"):
        assert client.get(url(congress, f"/{speech.id}/{path}")).status_code == 404
    assert client.post(url(congress, f"/{speech.id}/remove")).status_code == 404
    form = {"unit_id": str(other.id), "title": "Giả", "minutes": "7"}
    assert client.post(url(congress, "/new"), data=form).status_code == 200
    assert [each.title for each in all_of(congress)] == ["Của chi bộ khác"]
    assert "Của chi bộ khác" in sign_in(Role.SERVICE_SECRETARY).get(url(congress)).text


@pytest.mark.parametrize("minutes", ["0", "-3", "61", "mười"])
def test_minutes_that_are_none_are_refused(sign_in, congress, minutes):
    unit = make_unit(congress)
    form = {"unit_id": str(unit.id), "title": "Tham luận", "minutes": minutes}
    page = sign_in(Role.OFFICE).post(url(congress, "/new"), data=form)
    assert page.status_code == 200
    assert f'value="{minutes}"' in page.text
    assert all_of(congress) == []


def test_too_many_minutes_for_the_discussion_are_told_and_the_order_is_changed(sign_in, congress):
    unit = make_unit(congress)
    make_item(make_session(congress), kind=ItemKind.PAPER, minutes=10)
    for title in ("Một", "Hai"):
        actions.register_speech(congress, unit, actor=Somebody, title=title, minutes=7)
        db.session.flush()
    client = sign_in(Role.SERVICE_SECRETARY)
    assert "Vượt 4 phút" in client.get(url(congress)).text
    second = all_of(congress)[1]
    assert client.post(url(congress, f"/{second.id}/step"), data={"step": "up"}).status_code == 302
    assert [each.title for each in all_of(congress)] == ["Hai", "Một"]


def test_an_old_version_of_a_paper_overwrites_nothing(sign_in, congress):
    unit = make_unit(congress)
    speech = actions.register_speech(congress, unit, actor=Somebody, title="Một", minutes=7)
    db.session.flush()
    client = sign_in(Role.OFFICE)
    form = {"unit_id": str(unit.id), "title": "Mới", "minutes": "8", "version": "1"}
    assert client.post(url(congress, f"/{speech.id}/edit"), data=form).status_code == 302
    page = client.post(url(congress, f"/{speech.id}/edit"), data=form | {"title": "Muộn"}).text
    assert "đã sửa nội dung này" in page
    assert all_of(congress)[0].title == "Mới"
