"""Badges: numbers that stay, states that tell what no longer holds, tokens that tell nothing."""

from dataclasses import replace
from uuid import UUID

import pytest

from congress.attendance.rules import badges
from congress.attendance.rules.badges import BadgeLine, Held, counted, face_of, new_token, numbers_for
from congress.attendance.rules.listing import BadgeSelection
from congress.attendance.vocabulary import BadgeClass, BadgeState
from congress.delegates.rules.roll import Line
from congress.delegates.vocabulary import Standing, Status
from congress.shared.problems import RuleBroken

OFFICIAL, ALTERNATE = BadgeClass.OFFICIAL, BadgeClass.ALTERNATE


def badge(number=1, *, held=None, printed=True, photo="", **fields):
    fields = {"full_name": "Nguyễn Thị Hòa", "unit": "Chi bộ ấp Mỹ Thạnh", "name_sort": "x"} | fields
    line = Line(id=UUID(int=number), unit_id=UUID(int=99), **fields)
    face = face_of(line, photo)
    if held is not None:
        held = Held(face.badge_class, held, int(printed), printed=face.as_printed if printed else {})
    return BadgeLine(line, face, held)


def test_a_token_holds_at_least_128_bits_and_no_letter_that_is_misread():
    assert badges.TOKEN_LENGTH * 5 >= 128 and len(set(badges.ALPHABET)) == 32
    tokens = {new_token() for _n in range(2000)}
    assert len(tokens) == 2000 and all(len(token) == 26 and set(token) <= set(badges.ALPHABET) for token in tokens)
    assert not set("ILOU") & set(badges.ALPHABET)


def test_numbers_run_through_the_congress_a_series_for_each_class():
    lines = [badge(1), badge(2, standing=Standing.ALTERNATE), badge(3), badge(4, standing=Standing.ALTERNATE)]
    assert numbers_for(lines) == {
        UUID(int=1): (OFFICIAL, 1),
        UUID(int=2): (ALTERNATE, 1),
        UUID(int=3): (OFFICIAL, 2),
        UUID(int=4): (ALTERNATE, 2),
    }


def test_a_number_once_given_stays_and_who_comes_later_stands_behind():
    lines = [badge(1), badge(2, held=7), badge(3, held=2)]
    assert numbers_for(lines) == {UUID(int=1): (OFFICIAL, 8)}


def test_only_those_wanted_get_numbers_and_nobody_who_does_not_come():
    lines = [badge(1), badge(2), badge(3, status=Status.REPLACED), badge(4, status=Status.NOT_SUMMONED)]
    assert numbers_for(lines, {UUID(int=2)}) == {UUID(int=2): (OFFICIAL, 1)}
    assert set(numbers_for(lines)) == {UUID(int=1), UUID(int=2)}


def test_an_alternate_who_becomes_official_gets_a_number_among_the_officials():
    was = badge(1, standing=Standing.ALTERNATE, held=3)
    now = badge(1)
    promoted = replace(now, held=was.held)
    assert promoted.state is BadgeState.CHANGED and promoted.changed == ("badge_class",)
    assert numbers_for([promoted, badge(2, held=5)]) == {UUID(int=1): (OFFICIAL, 6)}


def test_the_state_says_what_is_to_be_done():
    assert badge().state is BadgeState.NOT_PRINTED
    assert badge(held=1, printed=False).state is BadgeState.NOT_PRINTED
    assert badge(held=1).state is BadgeState.PRINTED
    assert badge(held=1, status=Status.REPLACED).state is BadgeState.TO_COLLECT
    assert badge(status=Status.NOT_SUMMONED).state is None
    assert badge(held=1, status=Status.ABSENT).state is BadgeState.PRINTED


@pytest.mark.parametrize(
    ("field", "now"),
    [
        ("name", badge(full_name="Nguyễn Thị Hoàng")),
        ("unit", badge(unit="Chi bộ ấp 2")),
        ("photo", badge(photo="f" * 64)),
        ("badge_class", badge(standing=Standing.ALTERNATE)),
    ],
)
def test_whatever_changes_after_the_print_is_named(field, now):
    held = badge(held=1).held
    changed = replace(now, held=held)
    assert changed.state is BadgeState.CHANGED and changed.changed == (field,)
    assert changed.changed_words == badges.PRINTED_WORDS[field]


def test_a_telephone_number_is_not_on_a_badge():
    assert replace(badge(phone="0912"), held=badge(held=1).held).state is BadgeState.PRINTED


def test_a_reprint_asks_for_a_reason_and_nobody_who_stays_away_is_printed():
    badges.refuse_unprintable([badge()], "")
    badges.refuse_unprintable([badge(held=1)], "mất thẻ")
    with pytest.raises(RuleBroken, match="lý do in lại") as broken:
        badges.refuse_unprintable([badge(), badge(held=1)], "")
    assert broken.value.field == "reason"
    with pytest.raises(RuleBroken, match="Nguyễn Thị Hòa"):
        badges.refuse_unprintable([badge(status=Status.REPLACED)], "")
    with pytest.raises(RuleBroken, match="Chưa chọn"):
        badges.refuse_unprintable([], "")


def test_the_number_says_the_class():
    assert badges.number_label(OFFICIAL, 7) == "007"
    assert badges.number_label(ALTERNATE, 7) == "DK 007"
    assert badge(held=12).number == "012" and badge().number == ""


def test_a_list_is_narrowed_by_state_class_cell_and_search():
    lines = [badge(1, held=1), badge(2), badge(3, standing=Standing.ALTERNATE), badge(4, status=Status.REPLACED)]

    def found(search="", **filters):
        return [each.id.int for each in BadgeSelection.read(filters, search).of(lines)]

    assert found() == [1, 2, 3]
    assert found(state="badge_printed") == [1]
    assert found(badge_class="alternate_badge") == [3]
    assert found(unit="x") == [] and found(unit=str(UUID(int=99))) == [1, 2, 3]
    assert found("thi hoa") == [1, 2, 3] and found("001") == [1]
    assert found(state="nonsense") == [1, 2, 3]
    assert counted(lines) == {BadgeState.PRINTED: 1, BadgeState.NOT_PRINTED: 2}
