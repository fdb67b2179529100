"""The page of the journal: the latest first, narrowed by person and kind, nothing beyond one's rights."""

import re
from typing import Any

from congress.database import db
from congress.journal import actions
from congress.journal.vocabulary import KINDS
from congress.web.access import Permission, Role
from tests.factories import Somebody, make_congress, make_unit


class Other:
    id = None
    full_name = "Lê Văn Bình"


def page(client: Any, congress: Any, query: str = "") -> str:
    return client.get(f"/{congress.slug}/journal/{query}").text


def rows(text: str) -> list[str]:
    return re.findall(r"<td>[^<]*: <b>(.*?)</b></td>", text)


def test_the_latest_act_stands_first_with_old_and_new(sign_in, congress):
    unit = make_unit(congress, name="Chi bộ ấp Mỹ Thạnh")
    actions.note(
        Other, "Sửa chi bộ", unit, label=unit.name, changes={"secretary": ["", "Lê Thị Anh"]}, reason="Đại hội"
    )
    text = page(sign_in(Role.OFFICE), congress)
    assert rows(text) == ["Chi bộ ấp Mỹ Thạnh", "Chi bộ ấp Mỹ Thạnh", congress.title]
    assert "Bí thư: <del>—</del> → <ins>Lê Thị Anh</ins>" in text
    assert "Lý do: Đại hội" in text


def test_it_is_narrowed_to_a_person_and_to_a_kind(sign_in, congress):
    unit = make_unit(congress, name="Chi bộ ấp Mỹ Thạnh")
    actions.note(Other, "Sửa chi bộ", unit, label="Mỹ Thạnh sau khi sửa")
    client = sign_in(Role.OFFICE)
    assert rows(page(client, congress, "?actor=Lê+Văn+Bình")) == ["Mỹ Thạnh sau khi sửa"]
    assert rows(page(client, congress, "?kind=congress")) == [congress.title]
    assert "Không có việc nào phù hợp." in page(client, congress, "?kind=' or 1=1 --")
    assert f"<option>{Somebody.full_name}</option>" in page(client, congress)


def test_it_is_turned_over_in_pages(sign_in, congress):
    unit = make_unit(congress)
    for number in range(60):
        actions.note(Other, "Sửa chi bộ", unit, label=f"số {number}")
    db.session.flush()
    client = sign_in(Role.OFFICE)
    first, second = rows(page(client, congress)), rows(page(client, congress, "?page=2"))
    assert (len(first), len(second)) == (50, 12)
    assert not {row for row in first if row.startswith("số")} & set(second)
    assert rows(page(client, congress, "?page=99999")) == second


def test_another_congress_stays_out_of_it(sign_in, congress):
    make_unit(make_congress(), name="Chi bộ của nơi khác")
    assert "Chi bộ của nơi khác" not in page(sign_in(Role.OFFICE), congress)


def test_nobody_reads_here_what_is_closed_elsewhere(sign_in, congress):
    unit = make_unit(congress)

    class Comment:
        __tablename__ = "comment"
        id, congress_id = unit.id, congress.id

    actions.note(Other, "Gửi ý kiến", Comment, label="Ý kiến kín")
    assert "Ý kiến kín" in page(sign_in(Role.OFFICE), congress)
    personnel = sign_in(Role.PERSONNEL_SECRETARY)
    assert "Ý kiến kín" not in page(personnel, congress)
    assert "Ý kiến kín" not in page(personnel, congress, "?kind=comment")


def test_who_may_not_read_the_journal_is_turned_away(sign_in, congress):
    assert sign_in(Role.READER).get(f"/{congress.slug}/journal/").status_code == 403


def test_the_page_asks_as_often_for_many_acts_as_for_one(sign_in, congress, count_queries):
    client = sign_in(Role.OFFICE)
    client.get(f"/{congress.slug}/journal/")
    few = count_queries(lambda: page(client, congress))
    for _ in range(3):
        make_unit(congress)
    assert count_queries(lambda: page(client, congress)) == few


def test_every_kind_is_a_table_and_asks_for_a_permission_there_is():
    assert set(KINDS) <= set(db.metadata.tables)
    for kind in KINDS.values():
        Permission(kind.permission)


def test_counts_stand_as_the_readers_language_writes_them_and_years_as_they_are(sign_in, congress):
    changes = {"alternate_total": [39, 3000], "term_end": [2030, 2031], "theme": ["", "3000 đảng viên"]}
    actions.note(Other, "Sửa thông tin đại hội", congress, label=congress.title, changes=changes)
    client = sign_in(Role.OFFICE)
    for words in (page(client, congress), client.get(f"/{congress.slug}/congress/").text):
        assert "<del>39</del> → <ins>3.000</ins>" in words
        assert "<del>2030</del> → <ins>2031</ins>" in words
        assert "<ins>3000 đảng viên</ins>" in words
    client.post("/language", data={"language": "en", "next": f"/{congress.slug}/journal/"})
    assert "<del>39</del> → <ins>3,000</ins>" in page(client, congress)
