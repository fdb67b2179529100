"""The preview of a substitution, the structure board and the report once gave three mean ages of the same people."""

from congress.credentials import queries
from congress.credentials.rules import structure as board
from congress.credentials.vocabulary import CountedOn
from congress.delegates.rules import consequences
from congress.delegates.vocabulary import Standing
from congress.shared.vietnamese import PartialDate
from tests.factories import make_delegate, make_unit


def test_preview_board_and_report_agree_on_people_of_whom_only_the_year_of_birth_is_known(congress):
    year = congress.opens_on.year
    cell = make_unit(congress, official_quota=4)
    births = (PartialDate(year - 40), PartialDate(year - 50), PartialDate(year - 30, 1, 1), None)
    for name, birth in zip(("Lê Anh", "Trần Bình", "Phạm Cúc", "Võ Dũng"), births, strict=True):
        make_delegate(congress, cell, name, birth=birth, party_admitted_on=None, party_official_on=None)
    lines, day = queries.lines(congress), congress.opens_on
    preview = consequences.structure(lines, day)
    shown = board.structure(board.chosen(lines, Standing.OFFICIAL), [], day)
    report = queries.counted(congress, lines, CountedOn.SUMMONED, "40-50")
    young = next(each.count for table in shown.tables for each in table.figures if each.trait.key == "under-40")
    reported = next(row.count for row in report.block("age").rows if row.label == "Dưới 40 tuổi")
    assert preview.young == young == reported == 1, "whoever may be 40 already is not counted as surely under 40"
    assert preview.average_age == shown.average_age == report.average_age == "39,7"
