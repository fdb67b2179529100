"""What a check of many things at once found: what cannot be, and what is unusual enough to ask about.

A rule of thumb is no law: what is merely unlikely is asked (`Question`), and whoever answers "checked, it is so" goes
on. The answer is remembered by the question's key, which holds the facts, so that other facts are asked about again.
"""

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from congress.shared.problems import RuleBroken


@dataclass(frozen=True)
class Refusal:
    """Something that cannot be: a Vietnamese sentence marked with N_(), its values, the form field to blame.

    `about` is the record the sentence speaks of, if its reader may open it.
    """

    message: str
    field: str | None = None
    values: dict[str, Any] = dataclasses.field(default_factory=dict)
    about: UUID | None = None


@dataclass(frozen=True)
class Question:
    """Something unlikely: as a refusal, with a key of code and facts ("young:2008-01-05")."""

    key: str
    message: str
    field: str | None = None
    values: dict[str, Any] = dataclasses.field(default_factory=dict)
    about: UUID | None = None


Finding = Refusal | Question


class Objections(RuleBroken):
    """Everything that stands against saving, at once; shown beside the fields by the form."""

    def __init__(self, refusals: Iterable[Refusal], questions: Iterable[Question] = ()) -> None:
        self.refusals = tuple(refusals)
        self.questions = tuple(questions)
        everything: list[Finding] = [*self.refusals, *self.questions]
        first = everything[0]
        super().__init__(first.message, first.field, **first.values)


def on_record(questions: Iterable[Question]) -> str:
    """Who confirms something unlikely puts a name to it: the sentences as they stand in the journal."""
    said = [each.message % each.values if each.values else each.message for each in questions]
    return f"Đã kiểm tra, đúng như vậy: {' '.join(said)}" if said else ""


def object_to(findings: Iterable[Finding], confirmed: Iterable[str]) -> list[Question]:
    """Raise Objections for refusals and unanswered questions; return the questions that were answered.

    With a refusal the unanswered questions come along, so that everything is seen at once.
    """
    found = list(findings)
    answers = set(confirmed)
    refusals = [each for each in found if isinstance(each, Refusal)]
    questions = [each for each in found if isinstance(each, Question)]
    unanswered = [each for each in questions if each.key not in answers]
    if refusals or unanswered:
        raise Objections(refusals, unanswered)
    return questions
