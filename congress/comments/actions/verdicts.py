"""What a sheet says of each draft as a whole, and to the guiding questions."""

import uuid
from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm.attributes import flag_modified

from congress.comments import queries, rules
from congress.comments.models import CommentRound, DraftVerdict, QuestionAnswer, Sheet
from congress.comments.rules import Verdict
from congress.database import db
from congress.journal.rules import Changes


def save_verdicts(round_: CommentRound, sheet: Sheet, verdicts: Mapping[uuid.UUID, Verdict]) -> Changes:
    """Keep how many agree with each of these drafts of the round; what changed, for the journal. Raises RuleBroken."""
    rows = queries.verdicts_of(sheet)
    changes: dict[str, list[Any]] = {}
    for place, draft in enumerate(round_.drafts, start=1):
        given = verdicts.get(draft.version_id)
        if given is None:
            continue
        row = rows.get(draft.version_id)
        before = row.verdict if row else Verdict()
        if given == before:
            continue
        title = draft.version.full_title
        comments = queries.count_comments(sheet, draft.version_id) if given.nothing_to_say else 0
        rules.check_verdict(given, comments=comments, document=title, field=f"silent_{place}")
        if row is None:
            row = DraftVerdict(congress_id=sheet.congress_id, sheet_id=sheet.id, version_id=draft.version_id)
            db.session.add(row)
        row.agree, row.with_changes, row.other = given.agree, given.with_changes, given.other
        row.nothing_to_say = given.nothing_to_say
        changes[title] = [in_words(before), in_words(given)]
    return _moved_on(sheet, changes)


def save_replies(round_: CommentRound, sheet: Sheet, replies: Mapping[int, str]) -> Changes:
    """Keep the answers to these questions of the round; an empty one is none. What changed, for the journal."""
    rows = queries.question_answers(sheet)
    changes: dict[str, list[Any]] = {}
    for place, question in enumerate(round_.asked):
        if place not in replies:
            continue
        row = rows.get(place)
        before, given = row.answer if row else "", replies[place]
        if given == before:
            continue
        if row is None:
            row = QuestionAnswer(congress_id=sheet.congress_id, sheet_id=sheet.id, position=place, question=question)
            db.session.add(row)
        row.answer = given
        if not given:
            db.session.delete(row)
        changes[question[:100]] = [before, given]
    return _moved_on(sheet, changes)


def _moved_on(sheet: Sheet, changes: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """The sheet itself moves on, so that somebody who saw it before is told."""
    if changes:
        db.session.flush()
        flag_modified(sheet, "started_at")
    return changes


def in_words(verdict: Verdict) -> str:
    """ "12 / 3 / 0", or "không có ý kiến", as the journal says it."""
    if verdict.nothing_to_say:
        return "không có ý kiến"
    counts = (verdict.agree, verdict.with_changes, verdict.other)
    return " / ".join("–" if count is None else str(count) for count in counts) if verdict.says_something else ""
