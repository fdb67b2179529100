"""Links between versions: followed through several, corrected by hand, written when a version is recorded."""

import uuid
from typing import Any

import pytest
from sqlalchemy.exc import NoResultFound

from congress.database import db, transaction
from congress.drafts import actions, queries
from congress.drafts.actions import links as link_actions
from congress.drafts.rules.links import Link, Step, counted, follow, origins_chosen, outcomes_chosen
from congress.drafts.vocabulary import MatchKind, Side
from congress.journal import queries as journal
from congress.shared.problems import RuleBroken
from tests.factories import DRAFT, Somebody, make_congress, make_document, make_round, make_unit, make_version

SAME, CHANGED, MOVED = MatchKind.SAME, MatchKind.CHANGED, MatchKind.MOVED
SPLIT, MERGED, NEW, REMOVED = MatchKind.SPLIT, MatchKind.MERGED, MatchKind.NEW, MatchKind.REMOVED

INCOME = "Thu nhập bình quân đạt 75 triệu đồng/người/năm."
ECONOMY = "Kinh tế của xã tăng trưởng khá."
WEAK = "Một số chi bộ sinh hoạt chưa đều."


def step(standing: str, *links: tuple[str, str | None, MatchKind]) -> Step[str]:
    by_old: dict[str, list[Link[str]]] = {}
    for old, new, kind in links:
        by_old.setdefault(old, []).append(Link(old, new, kind, 90))
    return Step(set(standing), by_old)


def test_a_passage_of_which_nothing_is_written_is_the_same_where_it_stands_and_else_gone():
    assert follow("a", [step("ab"), step("a")]) == (SAME, ["a"])
    assert follow("a", [step("ab"), step("b")]) == (REMOVED, [])


def test_what_happened_on_the_way_adds_up():
    changed = step("b", ("a", "b", CHANGED))
    moved = step("b", ("b", "b", MOVED))
    split = step("bc", ("b", "b", SPLIT), ("b", "c", SPLIT))
    assert follow("a", [changed, moved]) == (CHANGED, ["b"])
    assert follow("a", [changed, split]) == (SPLIT, ["b", "c"])
    assert follow("a", [changed, split, step("c", ("b", None, REMOVED))]) == (SPLIT, ["c"])
    assert follow("a", [changed, split, step("d", ("b", "d", MERGED), ("c", "d", MERGED))]) == (SPLIT, ["d"])


ONE_TO_ONE = [Link("a", "A", SAME, 100), Link("b", "B", CHANGED, 80)]


def as_tuples(links: list[Link[str]]) -> set[tuple[Any, ...]]:
    return {(link.old, link.new, link.kind, link.by_hand) for link in links}


def test_choosing_another_origin_leaves_the_old_one_removed_and_says_the_chosen_one_is_split():
    chosen = origins_chosen(ONE_TO_ONE, "B", {"a": 70})
    assert as_tuples(chosen) == {
        ("a", "A", SPLIT, False),
        ("a", "B", SPLIT, True),
        ("b", None, REMOVED, True),
    }
    assert counted(chosen) == {SAME: 0, CHANGED: 0, MOVED: 0, SPLIT: 1, MERGED: 0, NEW: 0, REMOVED: 1}


def test_declaring_a_passage_new_and_its_origin_again_gives_back_what_was():
    fresh = origins_chosen(ONE_TO_ONE, "B", {})
    assert as_tuples(fresh) == {("a", "A", SAME, False), (None, "B", NEW, True), ("b", None, REMOVED, True)}
    back = origins_chosen(fresh, "B", {"b": 80})
    assert as_tuples(back) == {("a", "A", SAME, False), ("b", "B", CHANGED, True)}


def test_several_passages_can_be_chosen_at_once():
    assert as_tuples(outcomes_chosen(ONE_TO_ONE, "b", {"A": 40, "B": 80})) == {
        ("a", "A", MERGED, False),
        ("b", "A", SPLIT, True),
        ("b", "B", SPLIT, True),
    }


def test_choosing_an_outcome_another_passage_has_makes_a_merger():
    chosen = outcomes_chosen(ONE_TO_ONE, "b", {"A": 70})
    assert as_tuples(chosen) == {("a", "A", MERGED, False), ("b", "A", MERGED, True), (None, "B", NEW, True)}
    undone = outcomes_chosen(chosen, "b", {})
    assert ("a", "A", SAME, False) in as_tuples(undone)
    assert ("b", None, REMOVED, True) in as_tuples(undone)


def ids_of(version: Any) -> dict[str, uuid.UUID]:
    return {row.text: row.passage_id for row in queries.passages(version.congress_id, version.id)}


def links_of(version: Any) -> list[Link[uuid.UUID]]:
    return [row.plain() for row in queries.links(version.congress_id, version.id)]


@pytest.fixture
def three(congress):
    """Three versions: a figure changed, then a paragraph gone and one new, the section of weaknesses first."""
    document = make_document(congress)
    first = make_version(document)
    second = make_version(document, DRAFT.replace("75 triệu", "78 triệu"), number=2)
    third = make_version(document, DRAFT.replace("75 triệu", "80 triệu").replace(f"{ECONOMY}\n", ""), number=3)
    return first, second, third


def test_whereabouts_follow_a_passage_through_all_versions(congress, three):
    first, _second, third = three
    ids = ids_of(first)
    found = queries.whereabouts(congress.id, [ids[INCOME], ids[ECONOMY], ids[WEAK]], third.id)
    assert found[ids[INCOME]] == (CHANGED, [ids_of(third)[INCOME.replace("75", "80")]])
    assert found[ids[ECONOMY]] == (REMOVED, [])
    assert found[ids[WEAK]] == (SAME, [ids[WEAK]])


def test_whereabouts_of_versions_that_were_never_matched_go_by_the_id(congress, three):
    first, second, third = three
    for version in (second, third):
        for row in queries.links(congress.id, version.id):
            db.session.delete(row)
    db.session.flush()
    ids = ids_of(first)
    assert queries.whereabouts(congress.id, ids.values(), third.id)[ids[ECONOMY]] == (REMOVED, [])
    assert queries.whereabouts(congress.id, ids.values(), third.id)[ids[WEAK]] == (SAME, [ids[WEAK]])


def test_whereabouts_ask_as_often_for_many_passages_as_for_one(congress, three, count_queries):
    first, _second, third = three
    ids = list(ids_of(first).values())
    one = count_queries(lambda: queries.whereabouts(congress.id, ids[:1], third.id))
    assert count_queries(lambda: queries.whereabouts(congress.id, ids, third.id)) == one


def test_whereabouts_in_another_congress_are_not_found(congress, three):
    with pytest.raises(NoResultFound):
        queries.whereabouts(make_congress().id, [], three[2].id)


def correct(version: Any, side: Side, passage: uuid.UUID, other: uuid.UUID | None, *seen: uuid.UUID) -> None:
    with transaction():
        link_actions.correct(
            version, actor=Somebody, side=side, passage_id=passage, other_ids={other} - {None}, seen=seen
        )


def test_a_match_corrected_by_hand_is_what_whereabouts_say_and_stands_in_the_journal(congress, three):
    first, second, third = three
    old, new = ids_of(first), ids_of(second)
    income = new[INCOME.replace("75", "78")]
    correct(second, Side.NEW, income, old[WEAK], old[INCOME])
    found = queries.whereabouts(congress.id, old.values(), third.id)
    assert found[old[INCOME]] == (REMOVED, [])
    assert found[old[WEAK]][0] is SPLIT
    assert set(found[old[WEAK]][1]) == {income, old[WEAK]}
    entry = journal.history_of(congress.id, second.document_id)[0]
    assert entry.act == "Sửa chỗ đối chiếu"
    assert "75 triệu" in entry.changes["passage_before"][0]
    meant_later = queries.whereabouts(congress.id, [income], third.id, from_version=second.id)
    assert meant_later[income] == (CHANGED, [income])


def test_a_match_that_somebody_else_corrected_meanwhile_is_not_overwritten(congress, three):
    first, second, _third = three
    old, new = ids_of(first), ids_of(second)
    correct(second, Side.OLD, old[ECONOMY], None, new[ECONOMY])
    with pytest.raises(RuleBroken, match="vừa sửa"):
        correct(second, Side.OLD, old[ECONOMY], new[WEAK], new[ECONOMY])


def test_a_passage_of_another_document_cannot_be_chosen(congress, three):
    first, second, _third = three
    stranger = ids_of(make_version(make_document(congress)))[WEAK]
    old, new = ids_of(first), ids_of(second)
    with pytest.raises(NoResultFound):
        correct(second, Side.OLD, old[ECONOMY], stranger, new[ECONOMY])


def test_links_can_be_corrected_while_the_version_is_commented_on_and_its_text_stays(congress, three):
    first, second, _third = three
    make_unit(congress)
    make_round(congress, second)
    old, new, texts = ids_of(first), ids_of(second), ids_of(second)
    correct(second, Side.OLD, old[ECONOMY], None, new[ECONOMY])
    assert ids_of(second) == texts
    assert Link(old[ECONOMY], None, REMOVED, 0, True) in links_of(second)
    with pytest.raises(RuleBroken, match="đã đưa vào đợt góp ý"):
        actions.take_back(second, actor=Somebody)
    db.session.rollback()


def test_a_version_put_in_between_or_taken_out_leads_the_links_of_the_next_elsewhere(congress):
    document = make_document(congress)
    first, third = make_version(document), make_version(document, number=3)
    assert queries.matched_with(third) == first
    second = make_version(document, DRAFT.replace("khá", "nhanh"), number=2)
    assert queries.matched_with(third) == second
    assert CHANGED in {link.kind for link in links_of(third)}
    actions.take_back(second, actor=Somebody)
    assert queries.matched_with(third) == first
    assert {link.kind for link in links_of(third)} == {SAME}


def test_a_first_version_has_nothing_to_be_matched_with(congress):
    version = make_version(make_document(congress))
    assert queries.matched_with(version) is None
    with pytest.raises(RuleBroken, match="lần dự thảo đầu tiên"):
        link_actions.draw_up(version, actor=Somebody)
