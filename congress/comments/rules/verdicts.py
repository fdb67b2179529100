"""How many agree with each draft, and the answers to the guiding questions."""

from collections.abc import Iterable
from dataclasses import dataclass

from congress.shared.labels import N_
from congress.shared.problems import RuleBroken

MOST_QUESTIONS = 20


@dataclass(frozen=True)
class Verdict:
    """One draft on one sheet (domain.md §6.3): how many agree as a whole, agree with changes, think otherwise.

    `nothing_to_say`: the sheet says in so many words that it has nothing on this draft.
    """

    agree: int | None = None
    with_changes: int | None = None
    other: int | None = None
    nothing_to_say: bool = False

    @property
    def people(self) -> int:
        """Everybody who was counted."""
        return (self.agree or 0) + (self.with_changes or 0) + (self.other or 0)

    @property
    def says_something(self) -> bool:
        """Whether anything was filled in."""
        return self.nothing_to_say or {self.agree, self.with_changes, self.other} != {None}


def check_verdict(verdict: Verdict, *, comments: int, document: str, field: str) -> None:
    """ "Không có ý kiến" on a draft and comments on it exclude each other. Raises RuleBroken on `field`."""
    if verdict.nothing_to_say and comments:
        raise RuleBroken(
            N_("Đã có %(count)s ý kiến về %(document)s. Hãy xóa các ý kiến đó trước khi đánh dấu không có ý kiến."),
            field,
            count=comments,
            document=document,
        )


def verdict_doubts(verdicts: Iterable[tuple[str, Verdict]], present: int | None) -> list[RuleBroken]:
    """Drafts with more people counted than were there, or fewer: asked about, never refused (domain.md §6.6)."""
    found = []
    for document, verdict in verdicts:
        if present is None or verdict.people == 0 or verdict.people == present:
            continue
        sentence = (
            N_("%(document)s: đếm được %(people)s người, nhiều hơn %(present)s người dự họp.")
            if verdict.people > present
            else N_("%(document)s: đếm được %(people)s người, ít hơn %(present)s người dự họp.")
        )
        found.append(RuleBroken(sentence, document=document, people=verdict.people, present=present))
    return found


def questions_in(text: str) -> list[str]:
    """The guiding questions of a round: one per line that is not blank."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def check_questions(text: str, answered: dict[int, str]) -> None:
    """At most 20 questions, and none that was answered is reworded. Raises RuleBroken on `questions`.

    answered  {place: the question as it was when a sheet answered it}
    """
    asked = questions_in(text)
    if len(asked) > MOST_QUESTIONS:
        raise RuleBroken(
            N_("Có %(count)s câu hỏi, nhiều nhất là 20. Mỗi dòng là một câu hỏi."), "questions", count=len(asked)
        )
    for place, question in answered.items():
        if place >= len(asked) or asked[place] != question:
            raise RuleBroken(
                N_("Đã có nơi trả lời câu “%(question)s” nên không sửa, bỏ câu này được. Hãy thêm câu mới ở cuối."),
                "questions",
                question=question,
            )
