"""Reading rounds, sheets and comments: always of one congress, sheets only of cells within reach."""

from congress.comments.queries.answers import answers, duties, respondent_answers, totals_of, totals_of_rounds
from congress.comments.queries.opinions import count_opinions, of_round_draft, opinions, placed
from congress.comments.queries.respondents import answerer, listed_respondents, respondent
from congress.comments.queries.rounds import (
    answering,
    asked_about,
    commented_versions,
    one_round,
    rounds,
    unit_of_round,
    units_with_sheets,
)
from congress.comments.queries.sheets import (
    answered_questions,
    comment,
    comment_anywhere,
    comments_of,
    count_comments,
    passages_of,
    question_answers,
    replies_of_round,
    scan,
    scans_of,
    sheet,
    verdicts_of,
)

__all__ = [
    "answered_questions",
    "answerer",
    "answering",
    "answers",
    "asked_about",
    "comment",
    "comment_anywhere",
    "commented_versions",
    "comments_of",
    "count_comments",
    "count_opinions",
    "duties",
    "listed_respondents",
    "of_round_draft",
    "one_round",
    "opinions",
    "passages_of",
    "placed",
    "question_answers",
    "replies_of_round",
    "respondent",
    "respondent_answers",
    "rounds",
    "scan",
    "scans_of",
    "sheet",
    "totals_of",
    "totals_of_rounds",
    "unit_of_round",
    "units_with_sheets",
    "verdicts_of",
]
