"""Comments of the demo: an open round on the second drafts, answered by most cells."""

import random
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from congress.comments import actions
from congress.comments.models import CommentRound
from congress.comments.vocabulary import Stance
from congress.congresses.models import Congress
from congress.database import db, new_id
from congress.demo import texts
from congress.demo.drafting import Written
from congress.demo.names import invented_name
from congress.drafts import queries as drafts
from congress.drafts.models import PassageText
from congress.journal.actions import Actor
from congress.units.models import Unit

SEED = 46
STILL_WRITING = ("AP03", "AP14", "CQ05")
OWING = ("AP16", "AP22", "CQ09", "CQ07")
NOTHING_TO_SAY = ("CQ15", "AP26")


def comment(
    congress: Congress, units: Sequence[Unit], written: Written, *, per_cell: int, actor: Actor, today: date
) -> CommentRound:
    """Open the round and let the cells answer it."""
    chance = random.Random(SEED)
    round_ = actions.open_round(
        congress,
        actor=actor,
        version_ids=[written.political_2.id, written.review_2.id],
        title="Góp ý dự thảo văn kiện trình Đại hội",
        opens_on=today - timedelta(days=10),
        closes_on=today + timedelta(days=5),
        every_unit=True,
        questions="1. Đánh giá kết quả và hạn chế đã sát thực tế của chi bộ chưa?\n2. Chỉ tiêu nào cần điều chỉnh, vì sao?\n3. Khâu đột phá đã trúng chưa?",
    )
    db.session.flush()
    places = [
        (version.id, passage)
        for version in (written.political_2, written.review_2)
        for passage in drafts.passages(congress.id, version.id)
    ]
    for unit in units:
        if unit.code not in OWING:
            _answer(round_, unit, places, chance, per_cell=per_cell, actor=actor, today=today)
    return round_


def _answer(
    round_: CommentRound,
    unit: Unit,
    places: list[Any],
    chance: random.Random,
    *,
    per_cell: int,
    actor: Actor,
    today: date,
) -> None:
    silent = unit.code in NOTHING_TO_SAY
    present = max(1, unit.members - chance.randint(0, unit.members // 6))
    actions.save_meeting(
        round_,
        unit,
        actor=actor,
        today=today,
        on_paper=False,
        version=None,
        met_on=today - timedelta(days=chance.randint(1, 8)),
        chair=unit.secretary or invented_name(chance, woman=False),
        secretary=invented_name(chance, woman=True),
        members=unit.members,
        present=present,
        spoke=min(present, chance.randint(2, 9)),
        nothing_to_say=silent,
    )
    if not silent:
        for remark in chance.sample(
            texts.REMARKS, k=min(len(texts.REMARKS), chance.randint(per_cell - 3, per_cell + 2))
        ):
            _remark(round_, unit, places, remark, actor=actor, today=today)
    if unit.code not in STILL_WRITING:
        actions.send(round_, unit, actor=actor, today=today, on_paper=False)


def _remark(
    round_: CommentRound, unit: Unit, places: list[Any], remark: tuple[str, str, str, str], *, actor: Actor, today: date
) -> None:
    words, stance, proposed, reason = remark
    version_id, passage = _place_of(words, places)
    actions.save_comment(
        round_,
        unit,
        actor=actor,
        today=today,
        on_paper=False,
        comment_id=new_id(),
        version_id=version_id,
        passage_id=passage.passage_id,
        version=None,
        stance=Stance(stance),
        proposed=proposed,
        reason=reason,
    )


def _place_of(words: str, places: list[Any]) -> tuple[Any, PassageText]:
    return next((version_id, passage) for version_id, passage in places if words in passage.text)
