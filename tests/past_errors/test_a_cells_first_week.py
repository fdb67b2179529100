"""What a first reader of the program stumbled over while a cell entered, sent, got back and sent again its list."""

import pytest

from congress.delegates.printouts import delegate_list
from congress.delegates.vocabulary import Review, Standing
from congress.web.access import Role
from tests.factories import TODAY, make_delegate, make_unit

REASON = "Thiếu ngày chính thức của đồng chí Nhung."


def _returned(sign_in, congress):
    unit = make_unit(congress, official_quota=2, alternate_quota=2)
    for name, fields in (
        ("Lê Thị Nhung", {}),
        ("Nguyễn Chí Quý", {}),
        ("Đặng Kim An", {"standing": Standing.ALTERNATE}),
    ):
        make_delegate(congress, unit, name, **fields, review=Review.SENT)
    desk = sign_in(Role.PERSONNEL_SECRETARY)
    url = f"/{congress.slug}/delegates/units/{unit.id}"
    page = desk.get(f"{url}/return").text
    ids = [part.split('"')[0] for part in page.split('name="delegate" value="')[1:]]
    assert desk.post(f"{url}/return", data={"delegate": ids, "reason": REASON}).status_code == 302
    return unit, url, desk


def test_the_standing_committee_is_not_led_to_a_page_it_may_not_open(sign_in, congress):
    client = sign_in(Role.STANDING_COMMITTEE)
    page = client.get(f"/{congress.slug}/dashboard").text
    assert f'href="/{congress.slug}/delegates/desk"' not in page
    assert f'<h2 id="b-delegates"><a href="/{congress.slug}/delegates/"' in page


@pytest.mark.parametrize("page", ["cell", "delegates/my"])
def test_one_reason_for_the_whole_list_is_said_once(sign_in, congress, page):
    unit, _url, _desk = _returned(sign_in, congress)
    cell = sign_in(Role.CELL_SECRETARY, unit=unit)
    assert cell.get(f"/{congress.slug}/{page}", follow_redirects=True).text.count(REASON) == 1


def test_a_reason_of_its_own_stands_with_its_delegate(sign_in, congress):
    unit, _url, desk = _returned(sign_in, congress)
    other = make_delegate(congress, unit, "Lý Tấn Trí", standing=Standing.ALTERNATE, rank=2, review=Review.SENT)
    desk.post(f"/{congress.slug}/delegates/return", data={"delegate": [str(other.id)], "reason": "Sai năm sinh."})
    page = sign_in(Role.CELL_SECRETARY, unit=unit).get(f"/{congress.slug}/cell").text
    assert "Sai năm sinh." in page


def test_the_form_repeats_why_it_came_back(sign_in, congress):
    unit, _url, _desk = _returned(sign_in, congress)
    cell = sign_in(Role.CELL_SECRETARY, unit=unit)
    page = cell.get(f"/{congress.slug}/delegates/my", follow_redirects=True).text
    record = page.split("<b>Lê Thị Nhung</b>")[0].rsplit('href="', 1)[1].split('"')[0]
    assert REASON in cell.get(f"{record}/edit").text


def test_a_list_received_at_last_no_longer_shows_why_it_was_returned(sign_in, congress):
    unit, url, desk = _returned(sign_in, congress)
    cell = sign_in(Role.CELL_SECRETARY, unit=unit)
    cell.post(f"{url}/submit")
    desk.post(f"{url}/receive")
    assert "Đã nhận" in cell.get(f"/{congress.slug}/cell").text
    assert REASON not in cell.get(f"/{congress.slug}/cell").text


def test_sending_for_the_cell_is_not_the_secretarys_first_button(sign_in, congress):
    _unit, url, desk = _returned(sign_in, congress)
    page = desk.get(url).text
    assert "Gửi thay chi bộ" in page
    assert 'btn-primary" href="' + url + "/submit" not in page


def test_the_cells_home_lists_officials_before_alternates_as_the_list_does(sign_in, congress):
    unit, _url, _desk = _returned(sign_in, congress)
    page = sign_in(Role.CELL_SECRETARY, unit=unit).get(f"/{congress.slug}/cell").text
    assert page.index("Lê Thị Nhung") < page.index("Nguyễn Chí Quý") < page.index("Đặng Kim An")


def test_the_cells_home_counts_what_a_record_lacks_as_the_list_does(sign_in, congress):
    unit = make_unit(congress)
    make_delegate(congress, unit, ethnicity="", home_place="")
    assert "Thiếu 2 mục" in sign_in(Role.CELL_SECRETARY, unit=unit).get(f"/{congress.slug}/cell").text


def test_the_form_offers_the_place_that_is_left_and_says_when_none_is(sign_in, congress):
    unit = make_unit(congress, official_quota=1, alternate_quota=1)
    make_delegate(congress, unit)
    cell = sign_in(Role.CELL_SECRETARY, unit=unit)
    page = cell.get(f"/{congress.slug}/delegates/new").text
    assert '<option selected value="alternate_delegate">' in page
    assert "đã nhập đủ chỉ tiêu" not in page
    make_delegate(congress, unit, standing=Standing.ALTERNATE)
    assert "đã nhập đủ chỉ tiêu" in cell.get(f"/{congress.slug}/delegates/new").text


def test_a_column_nobody_knows_is_refused_and_not_left_out_in_silence(congress):
    with pytest.raises(ValueError, match="party"):
        delegate_list(congress, today=TODAY, columns=["birth", "party"])
