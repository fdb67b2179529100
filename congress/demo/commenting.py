"""Comments of the demo: an open round on the second drafts, answered by most cells."""

import random
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from congress.comments import actions
from congress.comments.models import CommentRound
from congress.comments.rules import Verdict
from congress.comments.vocabulary import Channel, RespondentKind, Stance
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
    _others(round_, written, actor=actor, today=today)
    return round_


OTHERS = (
    (
        RespondentKind.FRONT,
        "Ban Thường trực Ủy ban Mặt trận Tổ quốc xã",
        "Bổ sung nội dung giám sát, phản biện xã hội.",
    ),
    (
        RespondentKind.UNION,
        "Hội Liên hiệp Phụ nữ xã",
        "Thêm chỉ tiêu hộ nghèo do phụ nữ làm chủ được giúp thoát nghèo.",
    ),
    (RespondentKind.RETIRED, "Câu lạc bộ Hưu trí xã", ""),
)


def _others(round_: CommentRound, written: Written, *, actor: Actor, today: date) -> None:
    """The Front and a union have written, the retired cadres have not yet."""
    for kind, name, proposed in OTHERS:
        row = actions.add_respondent(round_, actor=actor, kind=kind, name=name)
        if not proposed:
            continue
        common: dict[str, Any] = {"actor": actor, "today": today, "on_paper": True, "version": None}
        actions.save_meeting(
            round_,
            row,
            **common,
            channel=Channel.WRITTEN if kind is RespondentKind.FRONT else Channel.LETTER,
            nothing_to_say=False,
        )
        actions.save_comment(
            round_,
            row,
            **common,
            comment_id=new_id(),
            version_id=written.political_2.id,
            passage_id=None,
            stance=Stance.PARTLY,
            proposed=proposed,
            reason="",
        )
        actions.send(round_, row, actor=actor, today=today, on_paper=True)


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
        verdicts={} if silent else _verdicts(round_, present, chance),
    )
    if not silent:
        for remark in chance.sample(
            texts.REMARKS, k=min(len(texts.REMARKS), chance.randint(per_cell - 3, per_cell + 2))
        ):
            _remark(round_, unit, places, remark, actor=actor, today=today)
    if unit.code not in STILL_WRITING:
        actions.send(round_, unit, actor=actor, today=today, on_paper=False)


def _verdicts(round_: CommentRound, present: int, chance: random.Random) -> dict[Any, Verdict]:
    """Most of those present agree as a whole."""
    found = {}
    for version_id in round_.version_ids:
        changes = chance.randint(0, present // 4)
        found[version_id] = Verdict(present - changes, changes, 0)
    return found


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
