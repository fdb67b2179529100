"""Typing several delegates of a cell into a table: everything checked at once, all saved or none, nothing lost."""

import re
from datetime import date, timedelta
from typing import Any

import pytest

from congress.database import db
from congress.delegates import forms, queries
from congress.delegates.vocabulary import Origin, Review, Standing
from congress.journal.queries import latest
from congress.shared.scope import UnitScope
from congress.web.access import Role
from tests.factories import make_congress, make_delegate, make_unit

ROW = {"full_name": "Nguyễn Thị Hòa", "sex": "female", "birth": "5/8/1979", "standing": "official_delegate"}
SECOND = {"full_name": "H'Hen Niê", "sex": "female", "birth": "1985", "standing": "alternate_delegate"}


def url(congress: Any, unit: Any) -> str:
    return f"/{congress.slug}/delegates/units/{unit.id}/grid"


def table(*rows: dict[str, str], **more: str) -> dict[str, str]:
    return {f"r{n}-{name}": value for n, row in enumerate(rows) for name, value in row.items()} | more


def names(congress: Any) -> list[str]:
    db.session.expire_all()
    return sorted(line.full_name for line in queries.lines(congress.id, UnitScope.everything()))


@pytest.fixture
def unit(congress):
    return make_unit(congress, name="Chi bộ ấp Mỹ Thạnh", official_quota=3, alternate_quota=2)


@pytest.fixture
def client(sign_in, unit):
    return sign_in(Role.CELL_SECRETARY, unit=unit)


def test_a_row_waits_for_each_place_of_the_quota_official_ones_first(client, congress, unit):
    page = client.get(url(congress, unit)).text
    assert len(re.findall(r'name="r\d+-full_name"', page)) == 5
    chosen = re.findall(r'<option selected value="(\w+_delegate)"', page)
    assert chosen == ["official_delegate"] * 3 + ["alternate_delegate"] * 2


def test_the_rows_are_saved_together_and_each_is_in_the_journal(client, congress, unit):
    answer = client.post(
        url(congress, unit), data=table(ROW, {"full_name": "", "standing": "official_delegate"}, SECOND)
    )
    assert answer.location.endswith(f"units/{unit.id}")
    assert "Đã thêm 2 đại biểu của Chi bộ ấp Mỹ Thạnh." in client.get(answer.location).text
    assert names(congress) == ["H'Hen Niê", "Nguyễn Thị Hòa"]
    lines = {line.full_name: line for line in queries.lines(congress.id, UnitScope.everything())}
    assert (lines["H'Hen Niê"].rank, lines["H'Hen Niê"].birth.label) == (1, "1985")
    assert {line.review for line in lines.values()} == {Review.NOT_SENT}
    assert [entry.act for entry in latest(congress.id)].count("Thêm đại biểu") == 2


def test_every_error_stands_in_its_cell_and_nothing_is_saved_or_lost(client, congress, unit):
    wrong = {"full_name": "Lê Văn Sai", "sex": "", "birth": "31/2/1980", "party_admitted_on": "hôm qua", "votes": "x"}
    page = client.post(url(congress, unit), data=table(ROW, wrong | {"standing": "official_delegate"})).text
    for place in ("r1-sex", "r1-birth", "r1-party_admitted_on", "r1-votes"):
        assert f'id="{place}-error"' in page
    assert "Dòng 2, Ngày sinh: 31/2/1980 không có trong lịch" in page
    for typed in ("Nguyễn Thị Hòa", "Lê Văn Sai", "31/2/1980", "hôm qua"):
        assert f'value="{typed}"' in page
    assert names(congress) == []


def test_what_rules_say_of_several_rows_is_said_at_once(client, congress, unit):
    early = ROW | {"party_admitted_on": "3/2/2005", "party_official_on": "3/2/2004"}
    ahead = SECOND | {"votes": "50", "ballots": "40"}
    page = client.post(url(congress, unit), data=table(early, ROW | {"full_name": "Lê Anh"}, ahead)).text
    assert 'id="r0-party_official_on-error"' in page and 'id="r2-votes-error"' in page
    assert 'id="r1-full_name-error"' not in page
    assert names(congress) == []


def test_a_person_typed_twice_in_the_table_is_found(client, congress, unit):
    page = client.post(url(congress, unit), data=table(ROW, ROW)).text
    assert 'id="r1-full_name-error"' in page and "đã là đại biểu của" in page
    assert names(congress) == []


def test_more_rows_than_places_are_refused_in_the_row_that_is_too_many(client, congress, unit):
    people = [ROW | {"full_name": f"Lê Văn {name}"} for name in ("Một", "Hai", "Ba", "Bốn")]
    page = client.post(url(congress, unit), data=table(*people)).text
    assert 'id="r3-standing-error"' in page and 'id="r2-standing-error"' not in page
    assert names(congress) == []


def test_what_is_unlikely_is_asked_in_its_row_and_saved_once_ticked(client, congress, unit):
    old = ROW | {"birth": "1/1/1920"}
    page = client.post(url(congress, unit), data=table(SECOND, old)).text
    assert "Có 1 điều ít gặp" in page and "Dòng 2, Ngày sinh: Sinh 01/01/1920" in page
    [key] = re.findall(r'name="r1-confirmed"[^>]* value="([^"]+)"', page)
    assert names(congress) == []
    answer = client.post(url(congress, unit), data=table(SECOND, old | {"confirmed": key}))
    assert answer.status_code == 302
    assert names(congress) == ["H'Hen Niê", "Nguyễn Thị Hòa"]


def test_an_answer_of_one_row_is_kept_while_another_is_corrected(client, congress, unit):
    old = ROW | {"birth": "1/1/1920", "confirmed": "old:1920-01-01"}
    page = client.post(url(congress, unit), data=table(old, SECOND | {"sex": ""})).text
    assert '<input type="hidden" name="r0-confirmed" value="old:1920-01-01">' in page


def test_other_columns_and_rows_can_be_added_without_scripts_and_without_losing_a_letter(client, congress, unit):
    page = client.post(url(congress, unit), data=table(ROW, widen="1")).text
    assert 'name="r0-home_place"' in page and 'value="Nguyễn Thị Hòa"' in page and "data-unsaved" in page
    page = client.post(url(congress, unit), data=table(ROW | {"home_place": "Mỹ Hiệp"}, more="1", wide="1")).text
    assert 'value="Mỹ Hiệp"' in page and 'name="r5-full_name"' in page
    assert names(congress) == []
    client.post(url(congress, unit), data=table(ROW | {"home_place": "Mỹ Hiệp"}, wide="1"))
    [line] = queries.lines(congress.id, UnitScope.everything())
    assert line.home_place == "Mỹ Hiệp"


def test_an_empty_table_says_so(client, congress, unit):
    page = client.post(url(congress, unit), data=table({"full_name": " ", "standing": "official_delegate"})).text
    assert "Chưa có dòng nào được nhập." in page


def test_a_locked_list_is_refused_and_what_was_typed_stays(sign_in, congress):
    congress.registration_closes_on = date.today() - timedelta(days=1)
    unit = make_unit(congress)
    client = sign_in(Role.CELL_SECRETARY, unit=unit)
    page = client.post(url(congress, unit), data=table(ROW)).text
    assert "Danh sách đã khóa" in page and 'value="Nguyễn Thị Hòa"' in page
    assert names(congress) == []


def test_a_reviewer_enters_for_any_cell_says_the_origin_and_they_are_received(sign_in, congress, unit):
    client = sign_in(Role.PERSONNEL_SECRETARY)
    rows = table(ROW | {"origin": "ex_officio"})
    assert client.post(url(congress, unit), data=rows).status_code == 302
    [line] = queries.lines(congress.id, UnitScope.everything())
    assert (line.origin, line.review, line.standing) == (Origin.EX_OFFICIO, Review.RECEIVED, Standing.OFFICIAL)


def test_a_cell_cannot_choose_the_origin(client, congress, unit):
    client.post(url(congress, unit), data=table(ROW | {"origin": "ex_officio"}))
    [line] = queries.lines(congress.id, UnitScope.everything())
    assert line.origin is Origin.ELECTED


def test_another_cells_table_is_not_found(client, congress):
    other = make_unit(congress)
    assert client.get(url(congress, other)).status_code == 404
    foreign = make_unit(make_congress(slug="khac"))
    assert client.get(url(congress, foreign)).status_code == 404


def test_the_registry_leads_to_the_table_of_the_cell(sign_in, congress, unit):
    client = sign_in(Role.CELL_SECRETARY, unit=unit)
    assert client.get(f"/{congress.slug}/delegates/grid").location.endswith(f"units/{unit.id}/grid")
    make_delegate(congress, unit, "Lê Văn Một")
    make_unit(congress, name="Chi bộ Công an")
    page = sign_in(Role.PERSONNEL_SECRETARY).get(f"/{congress.slug}/delegates/grid").text
    assert "Chi bộ Công an" in page and "1 / 3" in page


def test_a_table_beyond_what_is_saved_at_once_is_refused_whole(client, congress, unit, monkeypatch):
    monkeypatch.setattr(forms, "LARGEST_GRID", 1)
    page = client.post(url(congress, unit), data=table(ROW, SECOND)).text
    assert "Bảng có 2 dòng đã nhập, mỗi lần lưu được 1 dòng." in page and "H&#39;Hen Niê" in page
