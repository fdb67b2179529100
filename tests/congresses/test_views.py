"""The page of the congress itself."""

import re

import pytest

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


UNLIKELY = {
    "a total above the cap": (
        {"official_total": "260"},
        "260 vượt mức tối đa 250. Cần có ý kiến của cấp trên.",
    ),
    "lists after the opening": (
        {"registration_closes_on": "12/8/2025"},
        "Hạn gửi danh sách đại biểu 12/8/2025 không trước ngày khai mạc 11/8/2025",
    ),
    "lists on the opening day": ({"registration_closes_on": "11/8/2025"}, "không trước ngày khai mạc 11/8/2025"),
    "a congress of four days": ({"closes_on": "14/8/2025"}, "kéo dài 4 ngày, quá 2 ngày"),
}


@pytest.mark.parametrize("case", UNLIKELY)
def test_what_is_unlikely_is_asked_about_before_it_is_saved(sign_in, congress, case):
    fields, sentence = UNLIKELY[case]
    client, address = sign_in(Role.OFFICE), f"/{congress.slug}/congress/edit"
    asked = client.post(address, data=FORM | fields)
    assert asked.status_code == 200
    assert sentence in asked.text
    assert f'value="{next(iter(fields.values()))}"' in asked.text
    assert congress.venue == ""
    [key] = re.findall(r'name="confirmed"[^>]* value="([^"]+)"', asked.text)
    assert client.post(address, data=FORM | fields | {"confirmed": key}).status_code == 302
    assert congress.venue == "Hội trường xã"
    page = client.get(f"/{congress.slug}/congress/").text
    assert f"Đã kiểm tra, đúng như vậy: {sentence[:20]}" in page or sentence in page.split("Đã kiểm tra")[1]
    again = FORM | fields | {"version": str(congress.version), "venue": "Nhà văn hóa"}
    assert client.post(address, data=again).status_code == 302  # what stands there already is not asked again
    assert congress.venue == "Nhà văn hóa"


def test_over_the_cap_is_said_on_the_page_too(sign_in, congress):
    congress.official_total = 260
    assert "vượt mức tối đa 250" in sign_in(Role.READER).get(f"/{congress.slug}/congress/").text
