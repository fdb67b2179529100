"""The structure board: every figure adds up, leads to its list, and is held against targets set by hand."""

import re
from datetime import date
from io import BytesIO
from uuid import uuid4

import pytest
from openpyxl import load_workbook

from congress.credentials import queries
from congress.credentials.printouts import structure as structure_paper
from congress.credentials.rules.structure import Target, by_cell, chosen, refuse_target, structure
from congress.credentials.vocabulary import TargetKind, TargetScope
from congress.database import db
from congress.delegates.rules.roll import Line
from congress.delegates.rules.selection import Selection
from congress.delegates.rules.traits import GROUPS, TRAITS, named
from congress.delegates.vocabulary import Review, Standing, Status
from congress.people.vocabulary import Sex, Theory
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import PartialDate
from congress.web.access import Role
from tests.factories import make_delegate, make_target, make_unit

OPENING = date(2025, 8, 11)
UNIT = uuid4()


def line(**fields):
    whole = {"unit_id": UNIT, "unit": "Chi bộ ấp 1", "full_name": "Lê Anh", "name_sort": "anh", "sex": Sex.MALE}
    return Line(id=uuid4(), **(whole | fields))


def target(amount, kind=TargetKind.PERCENT, scope=TargetScope.WHOLE, trait="women"):
    return Target(uuid4(), trait, scope, kind, amount)


PEOPLE = [
    line(sex=Sex.FEMALE, birth=PartialDate(1985, 8, 12), ethnicity="Khmer", religion="Phật giáo"),
    line(birth=PartialDate(1985, 8, 11), ethnicity="Kinh", religion="Không", theory=Theory.ADVANCED),
    line(birth=PartialDate(1995), party_admitted_on=date(2015, 8, 11)),
    line(),
]


def test_groups_that_exclude_each_other_add_up_to_everybody():
    found = structure(PEOPLE, [], OPENING)
    for table in found.tables:
        if table.group.whole:
            assert sum(figure.count for figure in table.figures) == found.whole == 4


def counts(found):
    return {figure.trait.key: figure.count for table in found.tables for figure in table.figures}


def test_youth_is_counted_on_the_opening_day():
    found = counts(structure(PEOPLE, [], OPENING))
    assert (found["women"], found["minority"], found["religious"]) == (1, 1, 1)
    assert found["under-40"] == 2
    assert (found["age-31"] if "age-31" in found else found["age-30"], found["age-unknown"]) == (2, 2)
    assert (found["party-10"], found["party-unknown"]) == (1, 3)


def test_averages_name_how_many_they_are_of():
    found = structure(PEOPLE, [], OPENING)
    assert (found.average_age, found.aged) == ("36,2", 3)
    assert (found.average_party_age, found.party_aged) == ("10,0", 1)
    assert structure([], [], OPENING).average_age == ""


@pytest.mark.parametrize(("amount", "kind", "needed"), [(30, TargetKind.PERCENT, 2), (25, TargetKind.PERCENT, 1),
                                                        (3, TargetKind.NUMBER, 3)])  # fmt: skip
def test_a_target_needs_whole_people_never_fewer_than_its_share(amount, kind, needed):
    found = structure(PEOPLE, [target(amount, kind)], OPENING)
    figure = found.tables[0].figures[0]
    assert (figure.needed, figure.lacking) == (needed, needed - 1)
    assert [each.trait.key for each in found.missed] == (["women"] if needed > 1 else [])


def test_a_target_of_every_cell_names_the_cells_that_miss_it():
    other = line(unit_id=uuid4(), unit="Chi bộ ấp 2")
    found = structure([*PEOPLE, other], [target(1, TargetKind.NUMBER, TargetScope.EACH_CELL)], OPENING)
    assert [(each.unit, each.figure.lacking) for each in found.short] == [("Chi bộ ấp 2", 1)]


def test_a_target_may_set_another_limit_of_youth():
    found = structure(PEOPLE, [target(1, TargetKind.NUMBER, trait="under-35")], OPENING)
    assert counts(found)["under-35"] == 1


def test_who_is_replaced_or_of_the_other_standing_is_not_counted():
    gone, alternate = line(status=Status.REPLACED), line(standing=Standing.ALTERNATE)
    assert chosen([PEOPLE[0], gone, alternate], Standing.OFFICIAL) == [PEOPLE[0]]
    assert chosen([PEOPLE[0], line(review=Review.RECEIVED)], Standing.OFFICIAL, received=True)[0].review == "received"


def test_the_list_behind_every_figure_holds_as_many():
    found = counts(structure(PEOPLE, [], OPENING))
    gone = line(sex=Sex.FEMALE, status=Status.REPLACED)
    for key, count in found.items():
        assert len(Selection.read({"trait": key}, day=OPENING).of([*PEOPLE, gone])) == count
    assert Selection.read({"trait": "nonsense"}, day=OPENING) == Selection(day=OPENING)
    assert Selection.read({"trait": "women"}, day=OPENING).on_paper({}) == "nữ"


def test_a_target_may_be_set_for_a_sector_and_not_for_what_is_not_known():
    refuse_target("sector-school", TargetKind.NUMBER, 3)
    found = structure(PEOPLE, [target(9, TargetKind.NUMBER, trait="sector-school")], OPENING)
    assert next(each.trait.key for each in found.missed) == "sector-school"
    with pytest.raises(RuleBroken):
        refuse_target("sector-unknown", TargetKind.NUMBER, 1)


def test_keys_of_traits_are_unique():
    assert len(TRAITS) >= len({trait.key for group in GROUPS for trait in group.traits})


def test_a_target_that_cannot_be_counted_or_reached_is_refused():
    with pytest.raises(RuleBroken, match="100"):
        refuse_target("women", TargetKind.PERCENT, 101)
    for key in ("nonsense", "counted", "age-unknown", "theory-unknown"):
        with pytest.raises(RuleBroken):
            refuse_target(key, TargetKind.NUMBER, 1)


EVERY = [trait.key for group in GROUPS for trait in group.traits if not trait.key.endswith("-unknown")]


@pytest.mark.parametrize("key", EVERY)
def test_a_target_may_be_set_for_everything_the_board_counts(key):
    refuse_target(key, TargetKind.NUMBER, 9)
    whole, each = target(9, TargetKind.NUMBER, trait=key), target(9, TargetKind.NUMBER, TargetScope.EACH_CELL, key)
    assert [(missed.trait.key, missed.needed) for missed in structure(PEOPLE, [whole], OPENING).missed] == [(key, 9)]
    cells = by_cell(PEOPLE, [(UNIT, "Chi bộ ấp 1")], [whole, each], OPENING)
    place = [trait.key for trait in cells.columns].index(key)
    assert (cells.rows[0].figures[place].needed, cells.sums.figures[place].needed) == (9, 9)


def test_a_cell_nobody_is_entered_for_does_not_miss_a_target_yet():
    targets = [target(1, TargetKind.NUMBER, TargetScope.EACH_CELL, "age-0")]
    cells = by_cell([], [(UNIT, "Chi bộ ấp 1")], targets, OPENING)
    assert [figure.lacking for figure in cells.rows[0].figures] == [0] * len(cells.columns)


def test_a_trait_is_named_with_its_group_where_nothing_else_says_it():
    assert (named("women"), named("age-0"), named("age-71")) == ("Nữ", "Tuổi đời: < 30", "Tuổi đời: > 70")


def url(congress, tail=""):
    return f"/{congress.slug}/credentials/structure{tail}"


@pytest.fixture
def people(congress):
    cell = make_unit(congress, official_quota=5, alternate_quota=1)
    return [
        make_delegate(congress, cell, "H'Hen Niê", sex=Sex.FEMALE, ethnicity="Ê Đê", review=Review.RECEIVED),
        make_delegate(congress, cell, "K'Brơi"),
        make_delegate(congress, cell, "Hồ Dung", standing=Standing.ALTERNATE, sex=Sex.FEMALE),
    ]


def test_the_board_shows_figures_shares_and_targets(congress, people, sign_in):
    make_target(congress, amount=60)
    page = sign_in(Role.STANDING_COMMITTEE).get(url(congress)).text
    assert "50,00" in page
    assert "thiếu 1 so với 2" in page
    assert "<svg" in page
    assert "style=" not in page.split("<main")[1]
    assert "Sửa mục tiêu" not in page


def test_every_figure_leads_to_a_list_of_as_many(congress, people, sign_in):
    client = sign_in(Role.OFFICE)
    page = client.get(url(congress)).text
    links = re.findall(r'<a href="([^"]*/delegates/\?[^"]*trait=[^"]*)">(\d+)</a>', page)
    assert len(links) > 20
    for address, count in links:
        listed = client.get(address.replace("&amp;", "&")).text
        assert len(re.findall(r"<tr data-href=", listed)) == int(count), address


def test_alternates_and_those_received_are_counted_apart(congress, people, sign_in):
    client = sign_in(Role.OFFICE)
    assert "1 đại biểu" in client.get(url(congress, "?standing=alternate_delegate")).text
    assert "1 đại biểu" in client.get(url(congress, "?received=1")).text


def test_a_target_is_set_changed_and_dropped(congress, people, sign_in):
    client = sign_in(Role.OFFICE)
    data = {"trait": "women", "scope": "target_each_cell", "amount": "1", "kind": "target_number", "reason": "KH 01"}
    assert client.post(url(congress, "/targets/new"), data=data).status_code == 302
    row = queries.targets(congress.id)[0]
    assert (row.trait, row.scope, row.amount) == ("women", TargetScope.EACH_CELL, 1)
    assert "đã có mục tiêu" in client.post(url(congress, "/targets/new"), data=data).text
    changed = data | {"amount": "2", "version": str(row.version)}
    assert client.post(url(congress, f"/targets/{row.id}"), data=changed).status_code == 302
    assert client.post(url(congress, f"/targets/{row.id}"), data=changed | {"amount": "9"}).status_code == 200
    db.session.expire_all()
    assert row.amount == 2
    assert "Chi bộ chưa đạt mục tiêu" in client.get(url(congress)).text
    over = data | {"trait": "minority", "kind": "target_percent", "amount": "101"}
    assert "không quá 100" in client.post(url(congress, "/targets/new"), data=over).text
    assert client.post(url(congress, f"/targets/{row.id}/remove")).status_code == 302
    assert not queries.targets(congress.id)


def test_only_whoever_checks_sets_targets(congress, people, sign_in):
    row = make_target(congress)
    reader = sign_in(Role.STANDING_COMMITTEE)
    assert reader.get(url(congress, "/targets/new")).status_code == 403
    assert reader.post(url(congress, f"/targets/{row.id}/remove")).status_code == 403


def test_the_board_counts_by_the_field_people_work_in(congress, people, sign_in):
    people[0].person.post, people[1].person.post = "Giáo viên", "Cán bộ hưu trí"
    db.session.flush()
    client = sign_in(Role.OFFICE)
    page = client.get(url(congress)).text
    assert "Lĩnh vực công tác" in page
    assert re.search(r'trait=sector-school[^>]*">1</a>', page)
    listed = client.get(f"/{congress.slug}/delegates/?trait=sector-retired&standing=official_delegate").text
    assert "Brơi" in listed
    assert "Hen Niê" not in listed


def test_every_cell_has_a_row_whose_figures_lead_to_its_list(congress, people, sign_in, count_queries):
    empty = make_unit(congress, name="Chi bộ chưa nhập ai")
    client = sign_in(Role.OFFICE)
    page = client.get(url(congress)).text
    table = page[page.index('id="cells"') :]
    row = next(row for row in table.split("<tr>") if people[0].unit.name in row)
    assert re.findall(r">(\d+)(?:</a>)?</td>", row)[:2] == ["2", "1"]
    assert f"unit={people[0].unit_id}" in row
    assert "trait=women" in row
    assert re.findall(r">(\d+)</td>", next(row for row in table.split("<tr>") if empty.name in row)) == ["0"] * 4
    before = count_queries(lambda: client.get(url(congress)))
    make_delegate(congress, empty)
    make_unit(congress)
    assert count_queries(lambda: client.get(url(congress))) == before


@pytest.fixture
def targeted(congress, people):
    make_target(congress, trait="age-0", kind=TargetKind.NUMBER, amount=7)
    make_target(congress, trait="party-40", scope=TargetScope.EACH_CELL, kind=TargetKind.NUMBER, amount=2)


def test_bands_of_age_and_party_age_are_held_against_their_targets_on_screen(congress, targeted, sign_in):
    client = sign_in(Role.OFFICE)
    page = client.get(url(congress)).text
    assert "thiếu 7 so với 7" in page
    cells = page[page.index('id="cells"') :]
    assert "Tuổi Đảng: ≥ 40" in cells
    assert "thiếu 2" in cells
    offered = client.get(url(congress, "/targets/new")).text
    assert '<optgroup label="Tuổi đời">' in offered
    assert "Tuổi đời: &lt; 30" in client.get(f"/{congress.slug}/credentials/").text


def test_the_board_on_paper_and_as_a_workbook_shows_the_targets(congress, targeted, people, sign_in):
    client = sign_in(Role.STANDING_COMMITTEE)
    paper = client.get(url(congress, "/preview")).text
    assert "Tuổi Đảng: ≥ 40" in paper
    assert "0 (2)" in paper
    assert "Tuổi Đảng: ≥ 40: có 0, ít nhất 2" in paper
    book = load_workbook(BytesIO(client.get(url(congress, "/export")).data)).active
    rows = [tuple(cell.value for cell in row) for row in book.iter_rows()]
    assert ("Toàn đại hội", "Tuổi đời", "< 30", 0, "0,00", 7, 7) in rows
    assert (people[0].unit.name, "Từng chi bộ", "Tuổi Đảng: ≥ 40", 0, "0,00", 2, 2) in rows
    assert "dự khuyết" in client.get(url(congress, "/preview?standing=alternate_delegate")).text


def test_the_board_is_printed_from_the_command_line(congress, targeted):
    paper = structure_paper(congress, today=OPENING, received=True)
    assert "chỉ tính người Tiểu ban Nhân sự đã nhận" in paper.context["counted"]
    assert paper.context["table"].groups[0].rows[0][:2] == ["Nữ", 1]
