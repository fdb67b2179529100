"""Forms that ask about what is unlikely: a rule of thumb is no law, so whoever ticks "checked, it is so" goes on."""

from dataclasses import dataclass
from typing import Any

from wtforms import Field

from congress.shared.findings import Finding, Objections
from congress.shared.problems import RuleBroken
from congress.web.base_form import BaseForm, said


@dataclass(frozen=True)
class Asked:
    """A question as the page shows it: its key, the field it belongs to, the sentence."""

    key: str
    field: str
    sentence: str


class ConfirmedField(Field):
    """The keys of the questions somebody has ticked as checked."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        self.data = [str(value)[:200] for value in valuelist[:30]]

    def process_data(self, value: Any) -> None:
        self.data = []


class AskingForm(BaseForm):
    """A form that can be asked about what is unlikely: `asked` now, `answered` before, the records spoken of."""

    confirmed = ConfirmedField()

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.asked: list[Asked] = []
        self.twins: list[Any] = []

    def blame(self, broken: RuleBroken) -> None:
        """Show every refusal beside its field and every question with a tick; the records spoken of as links."""
        if not isinstance(broken, Objections):
            super().blame(broken)
            return
        for refusal in broken.refusals:
            super().blame(_as_rule(refusal))
        self.asked = [Asked(each.key, each.field or "", said(_as_rule(each))) for each in broken.questions]
        found: list[Finding] = [*broken.refusals, *broken.questions]
        self.twins = [each.about for each in found if each.about]

    @property
    def answered(self) -> list[str]:
        """What was ticked before and is not asked again, so that a second round keeps it."""
        asked = {each.key for each in self.asked}
        return [key for key in self.confirmed.data or [] if key not in asked]


def _as_rule(found: Finding) -> RuleBroken:
    return RuleBroken(found.message, found.field, **found.values)
