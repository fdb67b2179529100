"""Founding, changing and dissolving subcommittees and support groups, with their people."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.attributes import flag_modified

from congress.congresses.models import Congress
from congress.database import afterwards, db, explain_unique, values_of
from congress.journal.actions import Actor, note, refuse_stale
from congress.journal.rules import differences
from congress.shared.attachments import Attachment
from congress.shared.labels import N_, name_fields
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import fold
from congress.storage import storage
from congress.subcommittees import queries, rules
from congress.subcommittees.models import Subcommittee, SubcommitteeFile, SubcommitteeMember, SupportGroup
from congress.subcommittees.vocabulary import FileKind

explain_unique("subcommittee", ("congress_id", "name"), N_("Đã có tiểu ban mang tên này."), "name")
explain_unique("support_group", ("congress_id", "subcommittee_id", "name"), N_("Đã có tổ mang tên này."), "name")
name_fields(
    "subcommittee",
    "support_group",
    decision_number=N_("Theo quyết định số"),
    decision_date=N_("Ngày của quyết định"),
    decision_signer=N_("Người ký"),
    file=N_("Tệp"),
    members=N_("Thành viên"),
    groups=N_("Tổ giúp việc"),
)
People = Sequence[Mapping[str, Any]]  # name, post, phone, role; in their order


def found(congress: Congress, *, actor: Actor, people: People = (), **fields: Any) -> Subcommittee:
    """Found a subcommittee at the end of the order. Raises RuleBroken."""
    fields.pop("version", None)
    body = Subcommittee(congress_id=congress.id, position=queries.count(congress.id) + 1, **fields)
    db.session.add(body)
    db.session.flush()
    after = _put_people(body, None, people)
    note(actor, N_("Lập tiểu ban"), body, label=body.name, changes=differences({}, fields | {"members": after}))
    return body


def change(
    body: Subcommittee, *, actor: Actor, version: int | None, people: People | None = None, **fields: Any
) -> None:
    """Change a subcommittee and, where given, all its people. Raises RuleBroken or StaleEdit."""
    refuse_stale(body, version)
    _change(body, body, None, N_("Sửa tiểu ban"), actor, people, fields)


def found_group(body: Subcommittee, *, actor: Actor, people: People = (), **fields: Any) -> SupportGroup:
    """Found a support group of a subcommittee. Raises RuleBroken."""
    fields.pop("version", None)
    group = SupportGroup(congress_id=body.congress_id, subcommittee_id=body.id, position=len(body.groups) + 1, **fields)
    db.session.add(group)
    db.session.flush()
    after = _put_people(body, group, people)
    note(actor, N_("Lập tổ giúp việc"), group, label=group.name, changes=differences({}, fields | {"members": after}))
    note(actor, N_("Lập tổ giúp việc"), body, label=body.name, changes={"groups": [None, group.name]})
    return group


def change_group(
    group: SupportGroup, *, actor: Actor, version: int | None, people: People | None = None, **fields: Any
) -> None:
    """Change a support group and, where given, all its people. Raises RuleBroken or StaleEdit."""
    refuse_stale(group, version)
    _change(group, group.subcommittee, group, N_("Sửa tổ giúp việc"), actor, people, fields)


def dissolve(body: Subcommittee, *, actor: Actor) -> None:
    """Remove a subcommittee with its groups and people. Raises RuleBroken when work hangs on it."""
    gone = values_of(body) | {"members": _told(body.people), "groups": [group.name for group in body.groups]}
    note(actor, N_("Xóa tiểu ban"), body, label=body.name, changes=differences(gone, {}))
    for kept in body.files:
        afterwards(partial(storage().remove, kept.place))
    _delete(body.members, body.groups, body.files, [body])


def dissolve_group(group: SupportGroup, *, actor: Actor) -> None:
    """Remove a support group with its people."""
    gone = values_of(group, "name", "decision_number", "decision_date") | {"members": _told(group.people)}
    note(actor, N_("Xóa tổ giúp việc"), group, label=group.name, changes=differences(gone, {}))
    body = group.subcommittee
    note(actor, N_("Xóa tổ giúp việc"), body, label=body.name, changes={"groups": [group.name, None]})
    _delete(group.members, [group])


def found_standard(congress: Congress, *, actor: Actor) -> int:
    """Found the usual subcommittees where there is none yet; returns how many. Raises RuleBroken."""
    db.session.refresh(congress, with_for_update=True)  # pressed twice at once: the second one waits and is refused
    if queries.count(congress.id):
        raise RuleBroken(N_("Đại hội này đã có tiểu ban. Hãy thêm từng tiểu ban còn thiếu."))
    for each in rules.STANDARD:
        found(congress, actor=actor, name=each.name, kind=each.kind)
    return len(rules.STANDARD)


def keep_file(body: Subcommittee, paper: Attachment, kind: FileKind, *, actor: Actor) -> SubcommitteeFile:
    """Keep a paper with a subcommittee."""
    row = SubcommitteeFile(
        congress_id=body.congress_id,
        subcommittee_id=body.id,
        kind=kind,
        name=paper.name,
        extension=paper.extension,
        size=len(paper.content),
        digest=paper.digest,
        added_by=actor.full_name,
    )
    db.session.add(row)
    db.session.flush()
    storage().put(row.place, paper.content)
    note(actor, N_("Thêm tệp của tiểu ban"), body, label=body.name, changes={"file": [None, paper.name]})
    return row


def drop_file(body: Subcommittee, row: SubcommitteeFile, *, actor: Actor) -> None:
    """Take a paper away."""
    note(actor, N_("Bỏ tệp của tiểu ban"), body, label=body.name, changes={"file": [row.name, None]})
    db.session.delete(row)
    afterwards(partial(storage().remove, row.place))


def _change(
    row: Subcommittee | SupportGroup,
    body: Subcommittee,
    group: SupportGroup | None,
    act: str,
    actor: Actor,
    people: People | None,
    fields: Mapping[str, Any],
) -> None:
    before = values_of(row, *fields) | {"members": _told(row.people)}
    for name, value in fields.items():
        setattr(row, name, value)
    after = values_of(row, *fields) | {"members": before["members"]}
    if people is not None:
        after["members"] = _put_people(body, group, people)
    if changes := differences(before, after):
        flag_modified(row, "name")  # a change of its people is a new version of the body
        note(actor, act, row, label=row.name, changes=changes)


def _put_people(body: Subcommittee, group: SupportGroup | None, people: People) -> list[str]:
    """Write the people of a body as given, and tell them in the journal's words.

    A person who stays, told by the name, keeps the row that later work may point to.
    """
    rules.check_members([rules.MemberPlan(each["name"], each["post"], each["role"]) for each in people])
    leaving = {row.name_fold: row for row in (group or body).people}
    rows = []
    for position, person in enumerate(people, start=1):
        values = {**person, "name_fold": fold(person["name"])[:120], "position": position}
        row = leaving.pop(values["name_fold"], None) or SubcommitteeMember(
            congress_id=body.congress_id, subcommittee_id=body.id, group_id=group.id if group else None
        )
        for name, value in values.items():
            setattr(row, name, value)
        db.session.add(row)
        rows.append(row)
    names = ", ".join(row.name for row in leaving.values())
    for row in leaving.values():
        db.session.delete(row)
    try:
        db.session.flush()
    except IntegrityError as error:
        raise RuleBroken(
            N_("Còn công việc giao cho %(names)s. Hãy giao công việc ấy cho người khác trước, rồi bỏ tên."), names=names
        ) from error
    db.session.expire(group or body, ["members"])
    return _told(rows)


def _told(people: Sequence[SubcommitteeMember]) -> list[str]:
    return [f"{row.name} ({', '.join(filter(None, [row.role.label, row.post, row.phone]))})" for row in people]


def _delete(*stages: Sequence[Any]) -> None:
    """Delete rows stage by stage, so that no row is left pointing at one that is gone."""
    try:
        for rows in stages:
            for row in rows:
                db.session.delete(row)
            db.session.flush()
    except IntegrityError as error:
        raise RuleBroken(
            N_("Đã có công việc gắn với nơi này nên không xóa được. Hãy chuyển công việc đi trước.")
        ) from error
