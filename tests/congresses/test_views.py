"""The page of the congress itself."""

from congress.web.access import Role

FORM = {
    "version": "1",
    "area_kind": "commune",
    "name": "Mỹ Hiệp",
    "superior": "Đảng bộ tỉnh Đồng Tháp",
    "merged_from": "Mỹ Long, Mỹ Hiệp, Bình Thành",
    "ordinal": "1",
    "term_start": "2025",
    "term_end": "2030",
    "mode": "two",
    "of_delegates": "y",
    "opens_on": "11/8/2025",
    "closes_on": "12/8/2025",
    "venue": "Hội trường xã",
    "official_total": "155",
    "alternate_total": "39",
    "decision_number": "12-QĐ/ĐU",
    "decision_date": "15/7/2025",
    "delegate_cap": "250",
    "delegate_cap_source": "Chỉ thị 45-CT/TW",
    "max_days": "2",
    "registration_closes_on": "1/8/2025",
    "house_style": "ủy",
    "paper_font": "Liberation Serif",
}


def test_the_office_fills_in_the_congress_and_everybody_reads_it(sign_in, congress):
    answer = sign_in(Role.OFFICE).post(f"/{congress.slug}/congress/edit", data=FORM)
    assert answer.status_code == 302
    page = sign_in(Role.READER).get(f"/{congress.slug}/congress/").text
    for words in ("Mỹ Long, Mỹ Hiệp, Bình Thành", "11/8/2025", "155 chính thức, 39 dự khuyết", "12-QĐ/ĐU", "01/8/2025"):
        assert words in page


def test_an_impossible_day_is_said_beside_its_field_and_stays_typed(sign_in, congress):
    page = sign_in(Role.OFFICE).post(f"/{congress.slug}/congress/edit", data=FORM | {"opens_on": "31/2/2025"})
    assert page.status_code == 200
    assert 'value="31/2/2025"' in page.text
    assert "31/2/2025" in page.text.split('id="opens_on-error"')[1][:200]


def test_closing_before_opening_is_refused_and_nothing_is_saved(sign_in, congress):
    page = sign_in(Role.OFFICE).post(f"/{congress.slug}/congress/edit", data=FORM | {"closes_on": "10/8/2025"})
    assert "Ngày bế mạc không thể trước ngày khai mạc." in page.text
    assert congress.venue == ""


def test_a_reader_may_not_change_it(sign_in, congress):
    assert sign_in(Role.READER).get(f"/{congress.slug}/congress/edit").status_code == 403
    assert sign_in(Role.READER).post(f"/{congress.slug}/congress/edit", data=FORM).status_code == 403


def test_over_the_cap_is_said_on_the_page_but_saved(sign_in, congress):
    client = sign_in(Role.OFFICE)
    client.post(f"/{congress.slug}/congress/edit", data=FORM | {"official_total": "260"})
    assert "vượt mức tối đa 250" in client.get(f"/{congress.slug}/congress/").text
