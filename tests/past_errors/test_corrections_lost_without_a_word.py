"""Putting a draft in between, or taking one out, matched the next again: what was corrected by hand went unsaid."""

from congress.drafts import actions, queries
from congress.drafts.actions import links as link_actions
from congress.drafts.models import DraftVersion
from congress.drafts.vocabulary import Side
from congress.journal import queries as journal
from tests.factories import DRAFT, Somebody, make_document, make_version

LOST = "Đối chiếu lại vì lần trước đã khác; chỗ sửa tay không còn"


def declare_new(version: DraftVersion) -> None:
    passage = queries.passages(version.congress_id, version.id)[2].passage_id
    link_actions.correct(
        version, actor=Somebody, side=Side.NEW, passage_id=passage, other_ids=[], seen=frozenset({passage})
    )


def said(version: DraftVersion) -> list[tuple[str, object]]:
    entries = journal.history_of(version.congress_id, version.document_id)
    return [(each.subject_label, each.changes["by_hand"]) for each in entries if each.act == LOST]


def test_a_draft_put_in_between_says_in_the_journal_that_corrections_of_the_next_are_gone(congress):
    document = make_document(congress)
    make_version(document)
    third = make_version(document, number=3)
    declare_new(third)
    make_version(document, DRAFT.replace("khá", "nhanh"), number=2)
    assert not any(link.by_hand for link in queries.links(congress.id, third.id))
    assert said(third) == [(third.full_title, [2, 0])]


def test_a_draft_taken_out_says_it_too_and_nothing_is_said_where_nothing_was_corrected(congress):
    document = make_document(congress)
    make_version(document)
    second = make_version(document, DRAFT.replace("khá", "nhanh"), number=2)
    third = make_version(document, number=3)
    assert said(third) == []
    declare_new(third)
    actions.take_back(second, actor=Somebody)
    assert said(third) == [(third.full_title, [2, 0])]
