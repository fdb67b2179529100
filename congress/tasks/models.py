"""Tables of tasks, what they wait for and who joins; the dossier for appraisal; the cells' own congresses."""

import uuid
from datetime import date, datetime

from sqlalchemy import Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from congress.database import Base, OfCongress, Versioned, belongs_to, has_many, now, one_of, refers
from congress.subcommittees.models import KeptFile, Subcommittee, SubcommitteeMember
from congress.tasks.vocabulary import Condition, DossierState, TaskState


class Task(OfCongress, Versioned, Base):
    """One task. Without a subcommittee it is the office's; `offset` is its day in the template, from the opening.

    A conclusion of the working group on a paper of the dossier is a task with `dossier_item_id`.
    """

    __tablename__ = "task"
    __table_args__ = (
        refers("subcommittee_id", "subcommittee"),
        refers("lead_id", "subcommittee_member"),
        refers("parent_id", "task"),
        refers("dossier_item_id", "dossier_item"),
        Index(None, "congress_id", "position"),
    )

    position: Mapped[int]
    title: Mapped[str] = mapped_column(String(300))
    detail: Mapped[str] = mapped_column(Text, default="")
    product: Mapped[str] = mapped_column(String(300), default="")
    subcommittee_id: Mapped[uuid.UUID | None]
    lead_id: Mapped[uuid.UUID | None]
    others: Mapped[str] = mapped_column(String(300), default="")
    starts_on: Mapped[date | None]
    due_on: Mapped[date | None]
    state: Mapped[TaskState] = mapped_column(one_of(TaskState), default=TaskState.TODO)
    done_on: Mapped[date | None]
    condition: Mapped[Condition | None] = mapped_column(one_of(Condition))
    key: Mapped[str] = mapped_column(String(40), default="")
    offset: Mapped[int | None]
    source: Mapped[str] = mapped_column(String(300), default="")
    parent_id: Mapped[uuid.UUID | None]
    dossier_item_id: Mapped[uuid.UUID | None]

    body: Mapped[Subcommittee | None] = belongs_to("Subcommittee", "Task", "subcommittee_id", viewonly=True)
    lead: Mapped[SubcommitteeMember | None] = belongs_to("SubcommitteeMember", "Task", "lead_id", viewonly=True)
    joins: Mapped[list["TaskJoin"]] = has_many("TaskJoin", "Task", "task_id", order_by="TaskJoin.id")
    needs: Mapped[list["TaskNeed"]] = has_many("TaskNeed", "Task", "task_id", order_by="TaskNeed.id")
    notes: Mapped[list["TaskNote"]] = has_many("TaskNote", "Task", "task_id", order_by="TaskNote.id.desc()")
    files: Mapped[list["TaskFile"]] = has_many("TaskFile", "Task", "task_id", order_by="TaskFile.id")


class TaskJoin(OfCongress, Base):
    """A subcommittee, or one person of any, that joins in a task."""

    __tablename__ = "task_join"
    __table_args__ = (
        refers("task_id", "task", ondelete="CASCADE"),
        refers("subcommittee_id", "subcommittee"),
        refers("member_id", "subcommittee_member"),
        Index(None, "congress_id", "task_id"),
    )

    task_id: Mapped[uuid.UUID]
    subcommittee_id: Mapped[uuid.UUID | None]
    member_id: Mapped[uuid.UUID | None]

    body: Mapped[Subcommittee | None] = belongs_to("Subcommittee", "TaskJoin", "subcommittee_id", viewonly=True)
    member: Mapped[SubcommitteeMember | None] = belongs_to("SubcommitteeMember", "TaskJoin", "member_id", viewonly=True)

    @property
    def who(self) -> str:
        """The name of whoever joins."""
        return self.body.name if self.body else self.member.name if self.member else ""


class TaskNeed(OfCongress, Base):
    """A task waits for another."""

    __tablename__ = "task_need"
    __table_args__ = (
        refers("task_id", "task", ondelete="CASCADE"),
        refers("needed_id", "task", ondelete="CASCADE"),
        UniqueConstraint("congress_id", "task_id", "needed_id"),
    )

    task_id: Mapped[uuid.UUID]
    needed_id: Mapped[uuid.UUID]


class TaskNote(OfCongress, Base):
    """What somebody reports on the progress of a task; never changed."""

    __tablename__ = "task_note"
    __table_args__ = (refers("task_id", "task", ondelete="CASCADE"), Index(None, "congress_id", "task_id"))

    task_id: Mapped[uuid.UUID]
    text: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(default=now)
    by: Mapped[str] = mapped_column(String(200))


class TaskFile(KeptFile, Base):
    """A file of a task: its product, or what it needs."""

    __tablename__ = "task_file"
    __table_args__ = (refers("task_id", "task", ondelete="CASCADE"), Index(None, "congress_id", "task_id"))

    task_id: Mapped[uuid.UUID]


class CalendarFeed(OfCongress, Base):
    """The address under which somebody's deadlines can be read without signing in, until it is taken back.

    Its id is the secret in the address: random, not counted up, 122 bits.
    """

    __tablename__ = "calendar_feed"
    __table_args__ = (
        refers("member_id", "subcommittee_member", ondelete="CASCADE"),
        UniqueConstraint("congress_id", "member_id"),
    )

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4, sort_order=-10)  # type: ignore[assignment]
    member_id: Mapped[uuid.UUID]
    made_at: Mapped[datetime] = mapped_column(default=now)
    made_by: Mapped[str] = mapped_column(String(200), default="")


class DossierItem(OfCongress, Versioned, Base):
    """One paper of the dossier for appraisal. What is secret is followed here and kept elsewhere."""

    __tablename__ = "dossier_item"
    __table_args__ = (refers("subcommittee_id", "subcommittee"), Index(None, "congress_id", "position"))

    position: Mapped[int]
    name: Mapped[str] = mapped_column(String(300))
    subcommittee_id: Mapped[uuid.UUID | None]
    owner: Mapped[str] = mapped_column(String(120), default="")
    due_on: Mapped[date | None]
    state: Mapped[DossierState] = mapped_column(one_of(DossierState), default=DossierState.MISSING)
    sent_on: Mapped[date | None]
    note: Mapped[str] = mapped_column(Text, default="")
    key: Mapped[str] = mapped_column(String(40), default="")
    source: Mapped[str] = mapped_column(String(300), default="")

    body: Mapped[Subcommittee | None] = belongs_to("Subcommittee", "DossierItem", "subcommittee_id", viewonly=True)
    files: Mapped[list["DossierFile"]] = has_many(
        "DossierFile", "DossierItem", "dossier_item_id", order_by="DossierFile.number.desc()"
    )
    conclusions: Mapped[list[Task]] = has_many(
        "Task", "DossierItem", "dossier_item_id", order_by="Task.position, Task.id"
    )

    @property
    def number(self) -> int:
        """The number of its newest version; 0 while there is none."""
        return self.files[0].number if self.files else 0


class DossierFile(KeptFile, Base):
    """A version of a paper of the dossier."""

    __tablename__ = "dossier_file"
    __table_args__ = (
        refers("dossier_item_id", "dossier_item"),
        UniqueConstraint("congress_id", "dossier_item_id", "number"),
    )

    dossier_item_id: Mapped[uuid.UUID]
    number: Mapped[int]


class CellCongress(OfCongress, Versioned, Base):
    """What a cell reports of its own congress; the planned day and the day it was held stand with the cell."""

    __tablename__ = "cell_congress"
    __table_args__ = (refers("unit_id", "unit"), UniqueConstraint("congress_id", "unit_id"))

    unit_id: Mapped[uuid.UUID]
    place: Mapped[str] = mapped_column(String(200), default="")
    attended: Mapped[int | None]
    result: Mapped[str] = mapped_column(Text, default="")
