"""When a cell may write (`windows`), its meeting (`meetings`) and sheet (`sheets`), and how answers (`answers`) and
opinions (`opinions`) are counted."""

from congress.comments.rules.answers import (
    NOTHING_TO_SAY,
    CellAnswer,
    Duty,
    RoundTotals,
    count_answers,
    narrowed,
    reminder,
    short_reminder,
)
from congress.comments.rules.meetings import (
    Meeting,
    check_meeting,
    doubts,
)
from congress.comments.rules.opinions import (
    Opinion,
    by_stance,
    count_stances,
    in_places,
)
from congress.comments.rules.sheets import (
    LONGEST_TEXT,
    check_nothing_to_say,
    check_supporters,
    check_text,
    is_complete,
    missing,
)
from congress.comments.rules.verdicts import (
    Verdict,
    check_questions,
    check_verdict,
    questions_in,
    verdict_doubts,
)
from congress.comments.rules.windows import (
    Window,
    check_may_write,
    check_reopening,
    check_window,
)

__all__ = [
    "LONGEST_TEXT",
    "NOTHING_TO_SAY",
    "CellAnswer",
    "Duty",
    "Meeting",
    "Opinion",
    "RoundTotals",
    "Verdict",
    "Window",
    "by_stance",
    "check_may_write",
    "check_meeting",
    "check_nothing_to_say",
    "check_questions",
    "check_reopening",
    "check_supporters",
    "check_text",
    "check_verdict",
    "check_window",
    "count_answers",
    "count_stances",
    "doubts",
    "in_places",
    "is_complete",
    "missing",
    "narrowed",
    "questions_in",
    "reminder",
    "short_reminder",
    "verdict_doubts",
]
