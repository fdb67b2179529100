"""Forms of a subcommittee and a support group, each with a grid of its people."""

import re
from collections.abc import Iterable
from typing import Any

from flask_babel import lazy_gettext as _l

from congress.shared.attachments import Attachment
from congress.subcommittees.vocabulary import FileKind, MemberRole, SubcommitteeKind
from congress.web.base_form import BaseForm
from congress.web.fields import (
    DayField,
    FileField,
    LineField,
    VersionField,
    WordField,
    at_most,
    optional,
    required,
    sent_file,
)


class GroupForm(BaseForm):
    """What a support group says of itself."""

    version = VersionField()
    name = LineField(_l("Tên"), [required(), at_most(200)], description=_l("Ví dụ: Tổ An ninh trật tự"))
    decision_number = LineField(_l("Theo quyết định số"), [at_most(60)], description=_l("Ví dụ: 12-QĐ/ĐU"))
    decision_date = DayField(_l("Ngày của quyết định"), [optional()])
    decision_signer = LineField(_l("Người ký"), [at_most(120)])


class SubcommitteeForm(GroupForm):
    """What a subcommittee says of itself."""

    name = LineField(_l("Tên"), [required(), at_most(200)], description=_l("Ví dụ: Tiểu ban Tuyên truyền, khánh tiết"))
    kind = WordField(_l("Loại"), SubcommitteeKind)


class PersonRow(BaseForm):
    """One person; the names of its fields carry a prefix, the token travels with the form above."""

    class Meta(BaseForm.Meta):
        csrf = False

    name = LineField(_l("Họ và tên"), [required(), at_most(120)])
    post = LineField(_l("Chức vụ, đơn vị"), [at_most(200)])
    phone = LineField(_l("Điện thoại"), [at_most(60)])
    role = WordField(_l("Vai trò"), MemberRole, default=MemberRole.MEMBER)

    @property
    def is_blank(self) -> bool:
        """A row nobody typed in, or one that was emptied to remove somebody."""
        return not (self.name.data or self.post.data or self.phone.data)


class PaperForm(BaseForm):
    """A paper to keep with a subcommittee."""

    kind = WordField(_l("Loại giấy tờ"), FileKind, default=FileKind.RULES)
    file = FileField(_l("Tệp"), [required()])

    def paper(self) -> Attachment:
        """The file that was sent. Raises RuleBroken."""
        return sent_file(self.file)


class EmptyForm(BaseForm):
    """A bare button with its token."""


BLANK_ROWS = 4
LARGEST_GRID = 200


def rows_of(people: Iterable[Any]) -> list[PersonRow]:
    """The people as they stand, and a few blank rows to type in."""
    rows = [PersonRow(formdata=None, prefix=f"r{place}-", obj=person) for place, person in enumerate(people)]
    return rows + [PersonRow(formdata=None, prefix=f"r{len(rows) + place}-") for place in range(BLANK_ROWS)]


def rows_from(formdata: Any) -> list[PersonRow]:
    """The rows as they were sent, blank ones included, so that nothing typed is lost."""
    places = sorted({int(name[1 : name.index("-")]) for name in formdata if re.fullmatch(r"r\d{1,3}-name", name)})
    return [PersonRow(formdata=formdata, prefix=f"r{place}-") for place in places[:LARGEST_GRID]]


def filled(rows: Iterable[PersonRow]) -> list[PersonRow]:
    """The rows that hold somebody."""
    return [row for row in rows if not row.is_blank]


def all_valid(rows: Iterable[PersonRow]) -> bool:
    """Check every row, so that all errors show at once."""
    results = [row.validate() for row in rows]
    return all(results)
