"""A round in figures: opinions and participants apart, by draft, channel, kind and cell; sums never repaired."""

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress.comments.queries.statistics import of_round
from congress.comments.rules.statistics import Said, SentSheet, statistics
from congress.comments.vocabulary import Channel, CommentKind, Stance
from congress.web.access import Role
from tests.comments.test_views import Story, url
from tests.factories import make_comment, make_document, make_round, make_unit, make_version, send_sheet

DRAFTS = [(uuid.UUID(int=n), f"Văn kiện {n}") for n in (1, 2)]


@pytest.fixture
def round_(congress):
    """Two drafts; one cell on line with two comments, one on paper with one, one with nothing to say, one unsent."""
    report, review = (
        make_version(make_document(congress, title=title)) for title in ("Báo cáo chính trị", "Kiểm điểm")
    )
    found = make_round(congress, report, review)
    first, second, silent, unsent = (make_unit(congress, name=f"Chi bộ ấp {name}") for name in ("A", "B", "C", "D"))
    make_comment(found, first, report, 1, kind=CommentKind.ADD)
    make_comment(found, first, review, 1, stance=Stance.DISAGREE)
    make_comment(found, second, report, 2, on_paper=True)
    make_comment(found, unsent, report, 2)
    send_sheet(found, first)
    send_sheet(found, second, present=20, spoke=2)
    send_sheet(found, silent, nothing_to_say=True, present=10, spoke=0)
    return found


def test_opinions_and_participants_are_counted_apart(round_):
    found = of_round(round_)
    assert [(each.document[:7], each.opinions, each.cells) for each in found.drafts] == [
        ("Báo cáo", 2, 2),
        ("Kiểm đi", 1, 1),
    ]
    assert [(each.label, each.sheets, each.opinions, each.present) for each in found.channels] == [
        (Channel.MEETING.label, 3, 3, 55),
    ]
    assert (found.whole.opinions, found.whole.present, found.whole.spoke, found.difference) == (3, 55, 6, 0)
    assert dict(found.kinds) == {CommentKind.ADD: 1, None: 2}


def test_every_figure_leads_to_its_comments_and_nothing_is_shown_of_unsent_sheets(congress, round_, sign_in):
    page = sign_in(Role.DOCUMENTS_SECRETARY).get(url(congress, f"{round_.id}/statistics")).text
    assert "khớp nhau: 3 ý kiến" in page and "Chi bộ ấp D" not in page
    assert f"version={round_.drafts[0].version_id}" in page
    assert page.count('class="bars"') == 3 and page.count('class="rows"') == 4, "every chart has its table"


def test_a_round_without_sheets_says_so(congress, sign_in):
    story = Story(congress)
    page = sign_in(Role.DOCUMENTS_SECRETARY).get(f"{story.page}/statistics").text
    assert "Chưa có phiếu nào gửi" in page


def test_comments_on_a_draft_that_left_the_round_are_a_difference_and_stay_one():
    cell = uuid.UUID(int=9)
    sheet = SentSheet(cell, "Chi bộ ấp A", Channel.MEETING, 27, 25, 4)
    said = [Said(cell, DRAFTS[0][0], "", Stance.AGREE, None), Said(cell, uuid.UUID(int=5), "", Stance.AGREE, None)]
    found = statistics([sheet], said, DRAFTS, {cell: 2})
    assert (found.by_channel, found.by_draft, found.difference) == (2, 1, 1)


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 1), st.sampled_from(list(Stance))), max_size=40))
def test_drafts_channels_and_cells_add_up_to_the_same(rows):
    units = [uuid.UUID(int=100 + n) for n in range(6)]
    sheets = [SentSheet(unit, str(n), list(Channel)[n % 2], 20, 10, 1) for n, unit in enumerate(units)]
    said = [Said(units[unit], DRAFTS[draft][0], "", stance, None) for unit, draft, stance in rows]
    counted = {unit: sum(each.unit_id == unit for each in said) for unit in units}
    found = statistics(sheets, said, DRAFTS, counted)
    assert found.by_draft == found.by_channel == sum(each.opinions for each in found.cells) == len(rows)
    assert all(sum(each.by_stance) == each.opinions for each in found.drafts)
