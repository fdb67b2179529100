"""Pages of the allocation: drawn up, computed as it is typed, compared, issued, amended, read by a cell."""

import re
from datetime import date
from uuid import UUID

import pytest

from congress.allocation import actions, queries
from congress.allocation.vocabulary import Method, PlanState
from congress.database import db, now
from congress.web.access import Role
from tests.factories import Somebody, issue_plan, make_delegate, make_plan, make_unit


def url(congress, tail=""):
    return f"/{congress.slug}/allocation/{tail}"


@pytest.fixture
def cells(congress):
    """Three cells of 90, 45 and 3 members."""
    sizes = (("Chi bộ ấp Mỹ Thạnh", 90), ("Chi bộ ấp Mỹ Long", 45), ("Chi bộ H'Hen Niê", 3))
    return [
        make_unit(congress, name=name, official_members=members, official_quota=0, alternate_quota=0)
        for name, members in sizes
    ]


def typed(plan, **changes):
    """The plan's form as the page sends it, with changes like c0_pin="4"."""
    data = {
        "version": str(plan.version),
        "name": plan.name,
        "official_total": str(plan.official_total),
        "alternate_total": str(plan.alternate_total),
        "reserve": "0",
        "base": "1",
        "method": plan.method.value,
        "frozen_on": "1/7/2025",
        "note": "",
    }
    for place, line in enumerate(plan.lines):
        data |= {f"c{place}-unit": str(line.unit_id), f"c{place}-members": str(line.members)}
        data |= {f"c{place}-{name}": "" for name in ("ex_officio", "appointed", "priority", "pin", "alternate_pin")}
    return data | {name.replace("_", "-", 1) if name[0] == "c" and name[1].isdigit() else name: value
                   for name, value in changes.items()}  # fmt: skip


def test_a_plan_is_drawn_up_with_the_members_counted_now(congress, cells, sign_in):
    client = sign_in(Role.PERSONNEL_SECRETARY)
    answer = client.post(
        url(congress, "new"),
        data={"name": "Phương án 1", "official_total": "13", "alternate_total": "3", "base": "1",
              "method": "largest-remainder", "reserve": "", "frozen_on": "1/7/2025"},
    )  # fmt: skip
    assert answer.status_code == 302
    (plan,) = queries.listed(congress.id)
    assert [line.members for line in plan.lines] == [90, 45, 3]
    page = client.get(url(congress, str(plan.id))).text
    assert "Chi bộ H&#39;Hen Niê" in page
    assert "được bầu 1 đại biểu chính thức" in page


def test_typing_is_computed_without_being_saved_and_saved_when_asked(congress, cells, sign_in):
    plan = make_plan(congress, official_total=13, alternate_total=3)
    client = sign_in(Role.OFFICE)
    page = client.post(url(congress, str(plan.id)), data=typed(plan, c2_pin="3", c2_pin_reason="Chi bộ biên giới")).text
    assert "Chưa lưu" in page
    assert "tính ra 1" in page
    db.session.expire_all()
    assert [line.pin for line in queries.one(congress.id, plan.id).lines] == [None, None, None]
    data = typed(plan, c2_pin="3", c2_pin_reason="Chi bộ biên giới", save="1")
    assert client.post(url(congress, str(plan.id)), data=data).status_code == 302
    line = queries.one(congress.id, plan.id).lines[2]
    assert (line.pin, line.pin_reason) == (3, "Chi bộ biên giới")
    assert line.pinned_by
    assert line.pinned_at is not None


def test_a_wrong_number_stays_in_its_box_and_nothing_is_saved(congress, cells, sign_in):
    plan = make_plan(congress, official_total=13)
    page = sign_in(Role.OFFICE).post(url(congress, str(plan.id)), data=typed(plan, c0_members="chín", save="1")).text
    assert 'value="chín"' in page
    assert "Chưa lưu được" in page


def test_figures_that_contradict_each_other_are_said_in_a_sentence(congress, cells, sign_in):
    plan = make_plan(congress, official_total=13)
    page = sign_in(Role.OFFICE).post(url(congress, str(plan.id)), data=typed(plan, official_total="2")).text
    assert "Các số này mâu thuẫn nhau" in page
    assert "cần ít nhất 3" in page


def test_somebody_elses_change_is_not_overwritten(congress, cells, sign_in):
    plan = make_plan(congress, official_total=13)
    client = sign_in(Role.OFFICE)
    old = typed(plan, name="Tên của tôi", save="1")
    client.post(url(congress, str(plan.id)), data=typed(plan, name="Tên của người kia", save="1"))
    page = client.post(url(congress, str(plan.id)), data=old).text
    assert "Chưa có gì bị ghi đè" in page
    assert "Tên của tôi" in page
    assert queries.one(congress.id, plan.id).name == "Tên của người kia"


def test_issuing_writes_the_quotas_of_every_cell_and_locks_the_plan(congress, cells, sign_in):
    plan = make_plan(congress, official_total=13, alternate_total=3)
    client = sign_in(Role.OFFICE)
    page = client.get(url(congress, f"{plan.id}/issue")).text
    assert "chỉ tiêu của 3 chi bộ thay đổi" in page
    answer = client.post(
        url(congress, f"{plan.id}/issue"),
        data={"version": str(plan.version), "decision_number": "05-QĐ/ĐU", "decision_date": "20/7/2025",
              "frozen_on": "1/7/2025", "signer": "Trần Thị Bích", "position": "Bí thư"},
    )  # fmt: skip
    assert answer.status_code == 302
    db.session.expire_all()
    assert [(unit.official_quota, unit.alternate_quota) for unit in cells] == [(8, 2), (4, 1), (1, 0)]
    assert (congress.official_total, congress.alternate_total, congress.decision_number) == (13, 3, "05-QĐ/ĐU")
    issued = queries.in_force(congress.id)
    assert (issued.number, issued.state) == (1, PlanState.ISSUED)
    assert client.post(url(congress, str(plan.id)), data=typed(issued, save="1", name="Khác")).status_code in (302, 200)
    db.session.expire_all()
    assert queries.one(congress.id, plan.id).name == plan.name
    assert client.get(url(congress, f"{plan.id}/issue")).location.endswith(str(plan.id))
    assert "đã ban hành, không ban hành lần nữa" in client.get(url(congress, str(plan.id))).text


def test_equal_cells_must_be_told_apart_before_issuing(congress, sign_in):
    for name in ("Chi bộ A", "Chi bộ B"):
        make_unit(congress, name=name, official_members=20, official_quota=0, alternate_quota=0)
    plan = make_plan(congress, official_total=3, alternate_total=0)
    client = sign_in(Role.OFFICE)
    assert "trường hợp bằng nhau chưa quyết định" in client.get(url(congress, f"{plan.id}/issue")).text
    allocation_page = client.get(url(congress, str(plan.id))).text
    assert "có phần bằng nhau" in allocation_page
    from_page = allocation_page.split("/ties/")[1].split('"')[0]
    loser = plan.lines[1].key
    refused = client.post(url(congress, f"{plan.id}/ties/{from_page}"), data={"winner": [loser], "reason": ""})
    assert "Cần điền mục này." in refused.text
    assert f'value="{loser}" id="win-{from_page}-2" checked' in refused.text, "what was ticked stays"
    wrong = client.post(url(congress, f"{plan.id}/ties/{from_page}"), data={"winner": [], "reason": "Họp ngày 2/7"})
    assert 'value="Họp ngày 2/7"' in wrong.text and "có phần bằng nhau" in wrong.text
    old = {"winner": [loser], "reason": "Họp", "version": plan.version + 7}
    assert "Họp" in client.post(url(congress, f"{plan.id}/ties/{from_page}"), data=old).text
    assert not plan.ties, "an old tab decides nothing"
    data = {"winner": [loser], "reason": "Ban Thường vụ thống nhất"}
    assert client.post(url(congress, f"{plan.id}/ties/{from_page}"), data=data).status_code == 302
    assert "chưa quyết định" not in client.get(url(congress, f"{plan.id}/issue")).text
    assert "Ban Thường vụ thống nhất" in client.get(url(congress, str(plan.id))).text


def test_delegates_beyond_the_new_quota_are_said_before_issuing(congress, cells, sign_in):
    cells[2].official_quota = 2
    for name in ("Lê Anh", "Trần Thị Ánh"):
        make_delegate(congress, cells[2], name)
    plan = make_plan(congress, official_total=13, alternate_total=3)
    page = sign_in(Role.OFFICE).get(url(congress, f"{plan.id}/issue")).text
    assert "1 chi bộ đã nhập nhiều đại biểu hơn chỉ tiêu mới" in page
    assert "nhiều hơn 1</li>" in page


def test_an_amendment_replaces_the_plan_in_force_and_keeps_it_readable(congress, cells, sign_in):
    first = issue_plan(congress, make_plan(congress, official_total=13, alternate_total=3))
    client = sign_in(Role.OFFICE)
    other = make_plan(congress, official_total=13, alternate_total=3)
    data = {"version": str(other.version), "frozen_on": "1/7/2025"}
    assert "Đã có phương án đang áp dụng" in client.post(url(congress, f"{other.id}/issue"), data=data).text
    answer = client.post(url(congress, f"{first.id}/amend"))
    amended = queries.one(congress.id, UUID(answer.location.rsplit("/", 1)[1]))
    data = typed(amended, c2_pin="2", c2_pin_reason="Thêm cơ cấu", c2_change_reason="Cơ cấu nữ", save="1")
    client.post(url(congress, str(amended.id)), data=data)
    page = client.get(url(congress, f"{amended.id}/issue")).text
    assert "1 → <b>2</b>" in page
    assert "Cơ cấu nữ" in page
    db.session.expire_all()
    issue_plan(congress, queries.one(congress.id, amended.id), decision_number="09-QĐ/ĐU")
    db.session.expire_all()
    assert [plan.state for plan in queries.listed(congress.id) if plan.number] == [
        PlanState.ISSUED,
        PlanState.SUPERSEDED,
    ]
    assert cells[2].official_quota == 2
    assert client.get(url(congress, str(first.id))).status_code == 200


def test_an_amendment_lists_what_it_changes_with_the_reason_also_after_it_is_issued(congress, cells, sign_in):
    first = issue_plan(congress, make_plan(congress, official_total=12, alternate_total=3))
    amended = actions.copy(congress, first, actor=Somebody, amends=True)
    grown = {line.unit_id: {"change_reason": "Sáp nhập ấp Mỹ Bình"} for line in amended.lines}
    actions.change(amended, actor=Somebody, moment=now(), version=None, lines=grown, official_total=13)
    office = sign_in(Role.OFFICE)
    for _turn in ("draft", "issued"):
        page = office.get(url(congress, str(amended.id))).text
        assert "1 chi bộ thay đổi" in page
        assert page.split("<caption>1 chi bộ thay đổi")[1].split("</table>")[0].count("Sáp nhập ấp Mỹ Bình") == 1
        if amended.is_draft:
            issue_plan(congress, amended)
    assert "Thay đổi so với bản trước" not in office.get(url(congress, str(first.id))).text


def test_a_plan_beside_the_one_in_force_is_not_offered_for_issue(congress, cells, sign_in):
    issue_plan(congress, make_plan(congress, official_total=12, alternate_total=3))
    other = make_plan(congress, official_total=13)
    page = sign_in(Role.OFFICE).get(url(congress, f"{other.id}/issue")).text
    assert "Đã có phương án đang áp dụng" in page
    assert "Ban hành và khóa phương án" not in page


def test_plans_and_methods_stand_side_by_side(congress, cells, sign_in):
    one, two = make_plan(congress, official_total=13), make_plan(congress, official_total=13, method=Method.DHONDT)
    client = sign_in(Role.STANDING_COMMITTEE)
    page = client.get(url(congress, "compare"), query_string={"plan": [str(one.id), str(two.id)]}).text
    assert one.name in page and two.name in page
    assert "Chỉ số Gallagher" in page
    assert "Adams" in client.get(url(congress, f"{one.id}/methods")).text


def test_a_cell_reads_its_own_share_and_no_plan(congress, cells, sign_in):
    mine, other = cells[0], cells[1]
    secretary = sign_in(Role.CELL_SECRETARY, unit=mine)
    assert "chưa được ban hành" in secretary.get(url(congress), follow_redirects=True).text
    plan = issue_plan(congress, make_plan(congress, official_total=13, alternate_total=3))
    page = secretary.get(url(congress), follow_redirects=True).text
    assert "8 đại biểu chính thức" in page
    assert "05-QĐ/ĐU" in page
    assert secretary.get(url(congress, f"cells/{other.id}")).status_code == 404
    assert secretary.get(url(congress, str(plan.id))).status_code == 403
    assert secretary.get(url(congress, "compare")).status_code == 302


def test_present_counts_are_taken_after_the_page_has_said_what_changes(congress, cells, sign_in):
    plan = make_plan(congress, official_total=13)
    cells[0].official_members = 91
    late = make_unit(congress, name="Chi bộ mới", official_members=5)
    client = sign_in(Role.OFFICE)
    page = client.get(url(congress, f"{plan.id}/counts")).text
    assert "2 chi bộ có số khác" in page
    assert "Phương án chưa có: Chi bộ mới" in client.get(url(congress, str(plan.id))).text
    client.post(url(congress, f"{plan.id}/counts"))
    db.session.expire_all()
    assert [line.members for line in queries.one(congress.id, plan.id).lines] == [91, 45, 3, late.official_members]


def test_a_draft_is_removed_and_an_issued_plan_is_not(congress, cells, sign_in):
    draft = make_plan(congress, official_total=13)
    issued = issue_plan(congress, make_plan(congress, official_total=13))
    client = sign_in(Role.OFFICE)
    assert client.post(url(congress, f"{draft.id}/remove")).status_code == 302
    assert client.post(url(congress, f"{issued.id}/remove")).status_code == 409
    assert [plan.id for plan in queries.listed(congress.id)] == [issued.id]


def test_the_journal_says_who_changed_which_figure(congress, cells, sign_in):
    plan = make_plan(congress, official_total=13)
    client = sign_in(Role.OFFICE)
    client.post(url(congress, str(plan.id)), data=typed(plan, c1_priority="1", c1_priority_reason="Vùng sâu", save="1"))
    page = client.get(url(congress, str(plan.id))).text
    assert "Sửa phương án phân bổ" in page
    assert "Vùng sâu" in page
    assert Somebody.full_name


def test_the_workbook_has_a_line_per_cell_and_its_sums(congress, cells, sign_in):
    plan = make_plan(congress, official_total=13, frozen_on=date(2025, 7, 1))
    answer = sign_in(Role.OFFICE).get(url(congress, f"{plan.id}/export"))
    assert answer.status_code == 200
    assert "phan-bo-dai-bieu" in answer.headers["Content-Disposition"]


def test_a_plan_beyond_the_cap_is_issued_only_after_it_was_confirmed(congress, cells, sign_in):
    congress.delegate_cap = 12
    plan = make_plan(congress, official_total=13, alternate_total=3)
    data = {"version": str(plan.version), "frozen_on": "1/7/2025"}
    client = sign_in(Role.OFFICE)
    asked = client.post(url(congress, f"{plan.id}/issue"), data=data).text
    assert "13 vượt mức tối đa 12. Cần có ý kiến của cấp trên." in asked
    db.session.expire_all()
    assert queries.one(congress.id, plan.id).is_draft
    [key] = re.findall(r'name="confirmed"[^>]* value="([^"]+)"', asked)
    assert client.post(url(congress, f"{plan.id}/issue"), data=data | {"confirmed": key}).status_code == 302
    db.session.expire_all()
    assert not queries.one(congress.id, plan.id).is_draft
