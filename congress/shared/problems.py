"""What may go wrong for a reason a person understands: a rule says no, or somebody else was quicker."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from congress.shared.labels import N_


class RuleBroken(Exception):
    """A rule says no, in the user's words.

    `message` is a Vietnamese sentence, marked with `N_`, or a lazy string that becomes text only when it is shown.
    `values` fill its `%(name)s` places (a percent sign is then doubled), so a page can translate the sentence first.
    `field` names the form field to blame; None blames the form as a whole.
    """

    def __init__(self, message: Any, field: str | None = None, **values: Any) -> None:
        super().__init__(message, field)
        self.message = message
        self.field = field
        self.values = values
        self.row: int | None = None  # the 1-based row to blame, where many rows were sent at once

    def __str__(self) -> str:
        sentence = str(self.message)
        return sentence % self.values if self.values else sentence


class TooLong(RuleBroken):
    """A text that does not fit."""


def refuse_long(text: str, most: int, field: str | None = None) -> None:
    """Text that does not fit is refused with how long it is, never cut. Raises TooLong on `field`."""
    if len(text) > most:
        raise TooLong(
            N_("Không được dài quá %(most)s ký tự; đang có %(n)s. Hãy rút ngắn rồi lưu lại."),
            field,
            most=most,
            n=len(text),
        )


class RowsBroken(RuleBroken):
    """Several of many rows sent at once cannot be saved: what stands against each, by its 1-based number."""

    def __init__(self, by_row: Mapping[int, RuleBroken]) -> None:
        number, first = min(by_row.items())
        super().__init__(first.message, first.field, **first.values)
        self.row = number
        self.by_row = dict(by_row)


class StaleEdit(RuleBroken):
    """The record was changed after this person opened it; nothing has been overwritten.

    `who` is the other's name as shown ("" if not known), `at` the moment, `changes` what was changed as
    {field: [old, new]} in plain values, `version` the version the record has now, `table` where it lies.
    """

    def __init__(
        self,
        who: str,
        at: datetime | None,
        changes: Mapping[str, Any] | None = None,
        version: int | None = None,
        table: str = "",
    ) -> None:
        if who:
            super().__init__(
                N_(
                    "%(who)s đã sửa nội dung này sau khi đồng chí mở trang. "
                    "Chưa có gì bị ghi đè: hãy xem phần đã thay đổi rồi lưu lại."
                ),
                who=who,
            )
        else:
            super().__init__(
                N_(
                    "Nội dung này đã được sửa sau khi đồng chí mở trang. "
                    "Chưa có gì bị ghi đè: hãy xem phần đã thay đổi rồi lưu lại."
                )
            )
        self.who = who
        self.at = at
        self.changes = dict(changes or {})
        self.version = version
        self.table = table
