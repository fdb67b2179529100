"""What a second reader found about delegates: verdicts without effect, moves to nowhere, a hidden surplus."""

from datetime import date, timedelta

import pytest

from congress.credentials import queries
from congress.credentials.actions import checks
from congress.credentials.rules.refused import line_for, refused
from congress.credentials.vocabulary import Verdict
from congress.database import db
from congress.delegates.actions import substitution, succession
from congress.delegates.rules.moves import check_move
from congress.delegates.vocabulary import Reason, Review, Standing, Status
from congress.shared.problems import RuleBroken
from congress.web.access import Role
from tests.factories import TODAY, Somebody, make_delegate, make_report, make_unit

CELLS = ("Chi bộ ấp Mỹ Thạnh", "Chi bộ K'Brơi")


@pytest.fixture
def people(congress):
    unit = make_unit(congress, name="Chi bộ K'Brơi", official_quota=3)
    return [make_delegate(congress, unit, name, review=Review.RECEIVED) for name in ("H'Hen Niê", "Lê Anh", "Hồ Dung")]


def reject(congress, delegate, reason="Đang bị\nthi hành kỷ luật."):
    case = next(each for each in queries.cases(congress) if each.checked.line.id == delegate.id)
    checks.decide(
        congress, delegate, case.checked, actor=Somebody, version=None, verdict=Verdict.REJECTED, reason=reason
    )
    db.session.flush()


def test_whom_the_check_found_not_qualified_the_next_report_proposes_not_to_recognise(congress, people):
    reject(congress, people[0])
    report = make_report(congress)
    assert report.not_recognised == "H'Hen Niê (Chi bộ K'Brơi): Đang bị thi hành kỷ luật"
    assert (report.qualified, report.refused.count, report.refused.strangers) == (2, 1, ())


def test_whoever_no_longer_takes_part_is_not_proposed(congress, people):
    reject(congress, people[0])
    people[0].status = Status.NOT_SUMMONED
    db.session.flush()
    assert make_report(congress).not_recognised == ""


@pytest.mark.parametrize("name", ["H'Hen Niê", "Nguyễn Thị Hoà", "K'Brơi"])
def test_a_line_the_program_writes_it_can_read(name):
    people = [("1", name, CELLS[1], ""), ("2", "Lê Anh", CELLS[0], "")]
    assert refused(line_for(name, CELLS[1], "Lý do: a.\nb."), people).count == 1


def move(to="Chi bộ ấp Mỹ Thạnh", on=None, sits_with=""):
    check_move(to, on, sits_with, own=CELLS[1], cells=CELLS, admitted=date(2005, 2, 3), today=TODAY)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"to": "chi bo k'broi"}, "moved_to"),
        ({"on": date(1950, 1, 1)}, "moved_on"),
        ({"on": TODAY + timedelta(days=1)}, "moved_on"),
        ({"sits_with": "Chi bộ Ma"}, "sits_with"),
    ],
)
def test_a_move_to_nowhere_is_refused_beside_its_field(wrong, field):
    with pytest.raises(RuleBroken) as broken:
        move(**wrong)
    assert broken.value.field == field


def test_a_move_that_can_be_is_kept(congress, people):
    move(on=TODAY, sits_with="chi bo k'broi")
    other = make_unit(congress, name="Chi bộ ấp Mỹ Thạnh")
    succession.record_move(people[1], actor=Somebody, today=TODAY, version=None, moved_to=other.name, moved_on=TODAY)
    assert people[1].moved_to == other.name
    with pytest.raises(RuleBroken):
        succession.record_move(people[1], actor=Somebody, today=TODAY, version=None, moved_to="Chi bộ K'Brơi")


def test_a_cell_above_its_quota_is_not_called_complete(congress, people, sign_in):
    people[0].unit.official_quota = 2
    db.session.commit()
    page = sign_in(Role.PERSONNEL_SECRETARY).get(f"/{congress.slug}/delegates/desk").text
    assert "Thừa 1 so với chỉ tiêu" in page


def test_a_paper_of_next_year_lets_nobody_fall_out(congress, people):
    up = make_delegate(congress, people[0].unit, "K'Brơi", standing=Standing.ALTERNATE, rank=1)
    grounds = substitution.Grounds(reason=Reason.HEALTH, paper="Đơn xin rút", paper_on=TODAY + timedelta(days=400))
    with pytest.raises(RuleBroken) as broken:
        substitution.weigh(congress, people[0], up.id, today=TODAY, grounds=grounds, skipped={})
    assert broken.value.field == "paper_on"
