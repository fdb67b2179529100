"""Pages of changes: an alternate comes up and is taken back, the order is taken, a change of cell is noted."""

import uuid
from datetime import date
from typing import Any

import pytest

from congress.database import db
from congress.delegates import printouts, queries
from congress.delegates.models import Delegate, Substitution
from congress.delegates.queries import succession as reading
from congress.delegates.rules.majority import base_of
from congress.delegates.vocabulary import Origin, Reason, Review, Standing, Status
from congress.journal.queries import history_of
from congress.people.vocabulary import Sex
from congress.printing.html import html_of
from congress.printing.render import render
from congress.shared.scope import UnitScope
from congress.web.access import Role
from tests.factories import make_delegate, make_unit
from tests.paper import text_of

EVERYTHING = UnitScope.everything()
FORM = {
    "reason": "health",
    "reason_words": "do điều trị bệnh dài ngày",
    "paper": "Đơn xin không dự",
    "paper_on": "1/8/2025",
    "from_day": "5/8/2025",
}


class Cell:
    """A cell with four officials and three alternates, all received."""

    def __init__(self, congress: Any) -> None:
        self.congress = congress
        self.unit = make_unit(congress, code="CB01", name="Chi bộ ấp Mỹ Thạnh", official_quota=4, alternate_quota=3)
        names = ("Nguyễn Văn An", "Trần Thị Ánh", "K'Brơi", "H'Hen Niê")
        self.officials = [make_delegate(congress, self.unit, name, review=Review.RECEIVED) for name in names]
        self.alternates = [
            make_delegate(
                congress,
                self.unit,
                name,
                review=Review.RECEIVED,
                standing=Standing.ALTERNATE,
                rank=rank,
                votes=votes,
                sex=Sex.FEMALE,
            )
            for rank, (name, votes) in enumerate((("Ngô Hoa", 20), ("Bùi Thị Hòa", 18), ("Lê Ý", 15)), 1)
        ]
        db.session.commit()

    @property
    def base(self) -> Any:
        return base_of(queries.lines(self.congress.id, EVERYTHING))

    def path(self, delegate: Delegate, page: str) -> str:
        return f"/{self.congress.slug}/delegates/{delegate.id}/{page}"

    def row(self) -> Substitution:
        return reading.listed(self.congress.id, EVERYTHING)[0]


@pytest.fixture
def cell(congress: Any) -> Cell:
    return Cell(congress)


def replace(client: Any, cell: Cell, out: Delegate, up: Delegate | None, **more: str) -> Any:
    data = FORM | {"in_delegate": str(up.id) if up else "", "version": str(out.version), "confirm": "1"} | more
    return client.post(cell.path(out, "substitute"), data=data)


def test_an_alternate_comes_up_and_everything_counts_once(cell, sign_in):
    client = sign_in(Role.PERSONNEL_SECRETARY)
    out, up = cell.officials[0], cell.alternates[0]
    before, count = cell.base, queries.count_official(cell.congress.id)
    page = client.get(cell.path(out, "substitute")).text
    assert "Đề xuất" in page and page.index("Ngô Hoa") < page.index("Bùi Thị Hòa")
    follows = client.post(
        cell.path(out, "substitute"), data=FORM | {"in_delegate": str(up.id), "version": str(out.version)}
    ).text
    for words in ("Chưa ghi gì", "Số để tính quá nửa", "Thẻ đại biểu của đồng chí Nguyễn Văn An không còn giá trị"):
        assert words in follows, words
    db.session.expire_all()
    assert out.status is Status.NAMED  # the page before the act writes nothing
    assert replace(client, cell, out, up).status_code == 302
    db.session.expire_all()
    assert (out.status, out.status_reason, out.absent_throughout) == (Status.REPLACED, Reason.HEALTH, False)
    assert (up.standing, up.rank, up.origin) == (Standing.OFFICIAL, None, Origin.ELECTED)
    assert cell.base == before and queries.count_official(cell.congress.id) == count
    summary = queries.registration_of(cell.congress, cell.unit)
    assert (summary.filled.official, summary.filled.alternate, summary.filled.promoted) == (4, 2, 1)
    assert summary.missing_official == summary.missing_alternate == 0 and summary.entered == 6
    assert queries.entered(cell.congress.id)[cell.unit.id] == (4, 2)
    for one, act in ((out, "Thay thế đại biểu"), (up, "Dự khuyết lên chính thức")):
        assert history_of(cell.congress.id, one.id)[0].act == act
    listing = client.get(f"/{cell.congress.slug}/delegates/").text
    assert "Nguyễn Văn An" not in listing and "Từ dự khuyết lên" in listing and "Được thay thế" in listing
    assert "Nguyễn Văn An" in client.get(f"/{cell.congress.slug}/delegates/?status=replaced").text
    assert (
        "Ngô Hoa" in client.get(cell.path(out, "")[:-1]).text
        and "Thay đồng chí" in client.get(cell.path(up, "")[:-1]).text
    )


def test_skipping_somebody_asks_for_a_reason_which_is_kept_and_printed(cell, sign_in):
    client = sign_in(Role.PERSONNEL_SECRETARY)
    out, first, second = cell.officials[0], *cell.alternates[:2]
    refused = replace(client, cell, out, second)
    assert refused.status_code == 200
    assert "Ngô Hoa (dự khuyết 1) đứng trước" in refused.text and "do điều trị bệnh dài ngày" in refused.text
    assert replace(client, cell, out, second, **{f"skip-{first.id}": "Xin rút vì việc nhà"}).status_code == 302
    row = cell.row()
    assert [(each["name"], each["reason"]) for each in row.skipped] == [("Ngô Hoa", "Xin rút vì việc nhà")]
    paper = html_of(printouts.decision_of(cell.congress, row, today=date(2025, 8, 5)))
    assert "Dự khuyết đứng trước không thay: đồng chí Ngô Hoa (dự khuyết 1): xin rút vì việc nhà." in paper


def test_undoing_restores_both_exactly_and_asks_why(cell, sign_in):
    client = sign_in(Role.PERSONNEL_SECRETARY)
    out, up = cell.officials[1], cell.alternates[0]
    out.status, out.status_reason, out.absent_throughout = Status.ABSENT, Reason.BEREAVEMENT, True
    out.status_paper = "Đơn ngày 30/7"
    db.session.commit()
    replace(client, cell, out, up)
    undo = f"/{cell.congress.slug}/delegates/substitutions/{cell.row().id}/undo"
    assert "lại là dự khuyết 1" in client.get(undo).text
    assert "Cần điền mục này" in client.post(undo, data={"reason": " "}).text
    assert client.post(undo, data={"reason": "Đồng chí đã khỏe"}).status_code == 302
    db.session.expire_all()
    assert (out.status, out.status_reason, out.absent_throughout, out.status_paper) == (
        Status.ABSENT, Reason.BEREAVEMENT, True, "Đơn ngày 30/7",
    )  # fmt: skip
    assert (up.standing, up.rank) == (Standing.ALTERNATE, 1)
    entry = history_of(cell.congress.id, out.id)[0]
    assert (entry.act, entry.reason) == ("Hoàn tác thay thế đại biểu", "Đồng chí đã khỏe")
    assert client.post(undo, data={"reason": "Lần nữa"}).status_code == 302
    assert replace(client, cell, out, up).status_code == 302  # and it can be done again


def test_the_later_one_is_undone_first_and_the_chain_is_shown_on_everybody(cell, sign_in):
    client = sign_in(Role.PERSONNEL_SECRETARY)
    out, up, next_up = cell.officials[0], *cell.alternates[:2]
    replace(client, cell, out, up)
    first = cell.row()
    db.session.refresh(up)
    replace(client, cell, up, next_up)
    address = f"/{cell.congress.slug}/delegates/substitutions/{first.id}"
    refused = client.get(f"{address}/undo", follow_redirects=True)
    assert refused.request.path == address and "Hãy hoàn tác lần thay sau trước" in refused.text
    for delegate in (out, up, next_up):
        page = client.get(cell.path(delegate, "")[:-1]).text
        assert all(name in page for name in ("Nguyễn Văn An", "Ngô Hoa", "Bùi Thị Hòa"))
        chain = reading.chain(delegate)
        assert [step.in_delegate_id for step in chain.steps] == [up.id, next_up.id]
    assert cell.base.base == 4


def test_after_the_report_is_adopted_only_the_office_replaces_and_nobody_undoes(cell, sign_in):
    secretary, office = sign_in(Role.PERSONNEL_SECRETARY), sign_in(Role.OFFICE)
    replace(secretary, cell, cell.officials[1], cell.alternates[0])
    row = cell.row()
    cell.congress.credentials_adopted_on = date(2025, 8, 11)
    db.session.commit()
    out, up = cell.officials[0], cell.alternates[1]
    assert "không thay đại biểu nữa" in replace(secretary, cell, out, up, override="Vì cần").text
    assert "không thay đại biểu nữa" in replace(office, cell, out, up).text
    assert replace(office, cell, out, up, override="Thường vụ Tỉnh ủy đồng ý").status_code == 302
    assert cell.row().override == "Thường vụ Tỉnh ủy đồng ý"
    address = f"/{cell.congress.slug}/delegates/substitutions/{row.id}"
    refused = secretary.get(f"{address}/undo", follow_redirects=True)
    assert refused.request.path == address and "không hoàn tác được nữa" in refused.text


def test_nobody_in_the_place_leaves_the_base_when_absent_throughout(cell, sign_in):
    client = sign_in(Role.PERSONNEL_SECRETARY)
    out = cell.officials[0]
    follows = client.post(
        cell.path(out, "substitute"),
        data=FORM | {"in_delegate": "", "absent_throughout": "y", "version": str(out.version)},
    ).text
    assert "Không ai thay đồng chí Nguyễn Văn An" in follows
    assert replace(client, cell, out, None, absent_throughout="y").status_code == 302
    db.session.expire_all()
    assert (out.status, out.absent_throughout) == (Status.ABSENT, True) and cell.base.base == 3
    desk = client.get(f"/{cell.congress.slug}/delegates/substitutions").text
    assert "Nguyễn Văn An" in desk and "còn 3 dự khuyết" in desk
    barred = cell.officials[1]
    assert replace(client, cell, barred, None, reason="charged").status_code == 302
    db.session.expire_all()
    assert barred.status is Status.NOT_SUMMONED and cell.base.summoned == 3


def test_two_who_confirm_at_once_promote_one(cell, sign_in):
    client = sign_in(Role.PERSONNEL_SECRETARY)
    out, up = cell.officials[0], cell.alternates[0]
    seen = str(out.version)
    assert replace(client, cell, out, up, version=seen).status_code == 302
    again = replace(client, cell, out, up, version=seen)
    assert again.status_code == 409 and "đã được thay thế" in again.text
    assert replace(client, cell, cell.officials[1], up).status_code == 200  # an official delegate is no alternate
    assert len(reading.listed(cell.congress.id, EVERYTHING)) == 1


def test_a_cell_secretary_reads_and_does_not_promote(cell, sign_in):
    other = make_unit(cell.congress)
    secretary = sign_in(Role.PERSONNEL_SECRETARY)
    replace(secretary, cell, cell.officials[0], cell.alternates[0])
    row = cell.row()
    mine = sign_in(Role.CELL_SECRETARY, unit=cell.unit)
    theirs = sign_in(Role.CELL_SECRETARY, unit=other)
    base = f"/{cell.congress.slug}/delegates"
    assert mine.get(f"{base}/substitutions/{row.id}").status_code == 200
    assert theirs.get(f"{base}/substitutions/{row.id}").status_code == 404
    assert theirs.get(f"{base}/units/{cell.unit.id}/alternates").status_code == 404
    assert "Ngô Hoa" not in theirs.get(f"{base}/substitutions").text
    assert mine.get(cell.path(cell.officials[1], "substitute")).status_code == 403
    assert mine.post(f"{base}/substitutions/{row.id}/undo", data={"reason": "x"}).status_code == 403
    mine.post(f"{base}/substitutions/{row.id}", data={"decision_number": "7", "version": "1"})
    db.session.expire_all()
    assert row.decision_number is None


def test_whoever_is_in_a_substitution_is_neither_deleted_nor_moved_by_the_way(cell, sign_in):
    client = sign_in(Role.OFFICE)
    out, up = cell.officials[0], cell.alternates[0]
    replace(client, cell, out, up)
    for delegate in (out, up):
        refused = client.post(cell.path(delegate, "remove"))
        assert refused.status_code == 409 and "hồ sơ phải giữ lại" in refused.text
    db.session.expire_all()
    page = client.post(cell.path(out, "status"), data={"status": "present", "version": str(out.version)}).text
    assert "hãy hoàn tác lần thay thế trước" in page
    page = client.post(
        cell.path(cell.officials[1], "status"), data={"status": "replaced", "status_reason": "health", "version": "1"}
    ).text
    assert "không có trong danh sách" in page
    form = client.get(cell.path(up, "edit")).text
    assert "Ngô Hoa" in form
    data = {
        "version": str(up.version), "unit": str(cell.unit.id), "full_name": "Ngô Hoa", "sex": "female",
        "birth": "5/8/1979", "standing": "alternate_delegate", "origin": "elected",
    }  # fmt: skip
    assert "hoàn tác lần thay thế đó trước" in client.post(cell.path(up, "edit"), data=data).text


def test_a_received_elected_delegate_keeps_the_delegation(cell, sign_in):
    client = sign_in(Role.OFFICE)
    other = make_unit(cell.congress, name="Chi bộ Trường Mỹ Hiệp")
    delegate = cell.officials[0]
    data = {
        "version": str(delegate.version), "unit": str(other.id),
        "full_name": "Nguyễn Văn An", "sex": "male", "birth": "5/8/1979",
        "standing": "official_delegate", "origin": "elected",
    }  # fmt: skip
    assert "giữ nguyên đoàn" in client.post(cell.path(delegate, "edit"), data=data).text
    moved = {
        "moved_to": "Chi bộ Trường Mỹ Hiệp", "moved_on": "1/8/2025", "moved_paper": "Quyết định 9-QĐ/ĐU",
        "sits_with": "", "version": str(delegate.version),
    }  # fmt: skip
    assert client.post(cell.path(delegate, "move"), data=moved).status_code == 302
    db.session.expire_all()
    assert (delegate.unit_id, delegate.moved_to) == (cell.unit.id, "Chi bộ Trường Mỹ Hiệp")
    assert "Vẫn thuộc đoàn Chi bộ ấp Mỹ Thạnh" in client.get(cell.path(delegate, "")[:-1]).text
    refused = replace(client, cell, delegate, cell.alternates[0], reason="moved")
    assert "vẫn thuộc đoàn cũ" in refused.text
    paper = html_of(printouts.delegate_summaries(cell.congress, today=date(2025, 8, 5)))
    assert "Sinh hoạt tại Chi bộ Trường Mỹ Hiệp" in paper
    assert (
        "Hãy ghi nơi sinh hoạt mới"
        in client.post(
            cell.path(delegate, "move"), data={"moved_to": "", "moved_paper": "QĐ", "version": str(delegate.version)}
        ).text
    )


def test_the_proposed_order_is_taken_with_one_act_and_ties_are_decided(cell, sign_in):
    client = sign_in(Role.PERSONNEL_SECRETARY)
    first, second, third = cell.alternates
    first.votes, second.votes, third.votes = 10, 12, 12
    second.person.party_admitted_on = third.person.party_admitted_on = date(2000, 2, 3)
    db.session.commit()
    page = f"/{cell.congress.slug}/delegates/units/{cell.unit.id}/alternates"
    shown = client.get(page).text
    assert "chưa phân định" in shown and "Lấy thứ tự này" in shown
    tie = {
        "delegate": [str(second.id), str(third.id)], f"place-{second.id}": "2", f"place-{third.id}": "1",
        "decided_by": "Ban Thường vụ Đảng ủy xã Mỹ Hiệp", "paper": "Thông báo 12-TB/ĐU",
    }  # fmt: skip
    assert client.post(f"{page}/tie", data=tie).status_code == 302
    ids = [str(each.id) for each in (third, second, first)]
    stale = client.post(f"{page}/order", data={"delegate": ids[::-1]})
    assert stale.status_code == 409
    assert client.post(f"{page}/order", data={"delegate": ids}).status_code == 302
    db.session.expire_all()
    assert [each.rank for each in (third, second, first)] == [1, 2, 3]
    entry = history_of(cell.congress.id, third.id)[0]
    assert (entry.act, entry.reason) == ("Xếp thứ tự dự khuyết", "Bằng phiếu, theo quyết định của Ban Thường vụ")
    assert "Thông báo 12-TB/ĐU" in client.get(page).text
    assert "Chi bộ ấp Mỹ Thạnh" in client.get(f"/{cell.congress.slug}/delegates/alternates").text


def test_the_status_page_says_what_a_status_does_to_the_base(cell, sign_in):
    page = sign_in(Role.PERSONNEL_SECRETARY).get(cell.path(cell.officials[0], "status")).text
    assert "Số để tính quá nửa" in page and "Bị khởi tố bị can hoặc truy tố" in page
    assert 'value="replaced"' not in page


def test_the_decision_leaves_room_for_the_pen_and_is_complete_once_it_is_signed(cell, sign_in):
    client = sign_in(Role.PERSONNEL_SECRETARY)
    out, up = cell.officials[2], cell.alternates[0]
    replace(client, cell, out, up)
    row = cell.row()
    cell.congress.decision_number, cell.congress.decision_date = "12-QĐ/ĐU", date(2025, 7, 1)
    page = html_of(printouts.decision_of(cell.congress, row, today=date(2025, 8, 5)))
    assert "None" not in page and 'class="pen"' in page
    for words in (
        "QUYẾT ĐỊNH",
        "BAN THƯỜNG VỤ ĐẢNG ỦY XÃ MỸ HIỆP",
        "Quy chế bầu cử trong Đảng;",
        "Quyết định số 12-QĐ/ĐU, ngày 01/7/2025 của Ban Thường vụ Đảng ủy xã Mỹ Hiệp",
        "Xét Đơn xin không dự, ngày 01/8/2025;",
        f"sinh năm {out.person.birth_year}",
        "do điều trị bệnh dài ngày.",
        "đại biểu dự khuyết thứ 1 của Chi bộ ấp Mỹ Thạnh",
        "kể từ ngày 05 tháng 8 năm 2025",
        "T/M BAN THƯỜNG VỤ",
    ):
        assert words in page, words
    data = {
        "decision_number": "Số 7-QĐ/ĐU",
        "decision_on": "6/8/2025",
        "signer": "Lê Văn Ý",
        "version": str(row.version),
    }
    client.post(f"/{cell.congress.slug}/delegates/substitutions/{row.id}", data=data)
    db.session.expire_all()
    text = text_of(render(printouts.substitution_decision(cell.congress, today=date(2025, 8, 7), delegate="k'broi")))
    for words in ("Số 07-QĐ/ĐU", "Mỹ Hiệp, ngày 06 tháng 8 năm 2025", "Lê Văn Ý", "K'Brơi", "Ngô Hoa"):
        assert words in text, words
    path = f"/{cell.congress.slug}/delegates/substitutions/{row.id}/print"
    assert client.get(path).status_code == 200
    assert client.get(f"{path}.pdf").data.startswith(b"%PDF")
    with pytest.raises(ValueError, match="0 lần thay thế"):
        printouts.substitution_decision(cell.congress, today=date(2025, 8, 7), delegate="Không có")


def test_the_list_on_paper_says_whom_it_leaves_out(cell, sign_in):
    client = sign_in(Role.PERSONNEL_SECRETARY)
    replace(client, cell, cell.officials[0], cell.alternates[0])
    replace(client, cell, cell.officials[1], None, reason="suspended")
    page = html_of(printouts.delegate_list(cell.congress, today=date(2025, 8, 5)))
    assert "Ngô Hoa" in page and "Nguyễn Văn An" not in page and "Trần Thị Ánh" not in page
    assert "Không ghi 01 đồng chí không triệu tập và 01 đồng chí đã được thay thế." in page


def test_lists_need_as_many_queries_for_one_as_for_three(cell, sign_in, count_queries):
    client = sign_in(Role.PERSONNEL_SECRETARY)
    pages = [f"/{cell.congress.slug}/delegates/{page}" for page in ("substitutions", "alternates")]
    replace(client, cell, cell.officials[0], cell.alternates[0])
    counted = [count_queries(lambda page=page: client.get(page)) for page in pages]
    for out, up in zip(cell.officials[1:3], cell.alternates[1:], strict=True):
        replace(client, cell, out, up)
    assert [count_queries(lambda page=page: client.get(page)) for page in pages] == counted


def test_another_congress_sees_nothing(cell, sign_in):
    client = sign_in(Role.OFFICE)
    assert client.get(f"/{cell.congress.slug}/delegates/substitutions/{uuid.uuid4()}").status_code == 404
