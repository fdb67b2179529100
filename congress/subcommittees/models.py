"""Tables of subcommittees, their support groups, and the people in either."""

import uuid
from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from congress.database import Base, OfCongress, Versioned, belongs_to, has_many, now, one_of, refers
from congress.subcommittees.rules import MemberPlan
from congress.subcommittees.vocabulary import FileKind, MemberRole, SubcommitteeKind


class Body:
    """What a subcommittee and a support group have in common: people with a role, founded by a decision."""

    name: Mapped[str] = mapped_column(String(200))
    position: Mapped[int] = mapped_column(default=0)
    decision_number: Mapped[str] = mapped_column(String(60), default="")
    decision_date: Mapped[date | None]
    decision_signer: Mapped[str] = mapped_column(String(120), default="")

    @property
    def people(self) -> "Sequence[SubcommitteeMember]":
        """Its own people, in their order."""
        raise NotImplementedError

    def holding(self, role: MemberRole) -> "list[SubcommitteeMember]":
        """Those with this role."""
        return [member for member in self.people if member.role is role]

    @property
    def head(self) -> str:
        """The head's name, or nothing."""
        return ", ".join(member.name for member in self.holding(MemberRole.HEAD))

    @property
    def deputies(self) -> str:
        """The deputies' names."""
        return ", ".join(member.name for member in self.holding(MemberRole.DEPUTY))

    @property
    def secretary(self) -> str:
        """The secretary's name, or nothing."""
        return ", ".join(member.name for member in self.holding(MemberRole.SECRETARY))


class KeptFile(OfCongress):
    """Mixin of a row that stands for a file in the program's storage (congress/storage.py)."""

    name: Mapped[str] = mapped_column(String(160))
    extension: Mapped[str] = mapped_column(String(8))
    size: Mapped[int]
    digest: Mapped[str] = mapped_column(String(64))
    added_at: Mapped[datetime] = mapped_column(default=now)
    added_by: Mapped[str] = mapped_column(String(200), default="")

    @property
    def place(self) -> str:
        """Where its content lies."""
        return f"papers/{self.congress_id}/{self.id}.{self.extension}"


class Subcommittee(Body, OfCongress, Versioned, Base):
    """One subcommittee; its version also counts changes of its members."""

    __tablename__ = "subcommittee"
    __table_args__ = (UniqueConstraint("congress_id", "name"), Index(None, "congress_id", "position"))

    kind: Mapped[SubcommitteeKind] = mapped_column(one_of(SubcommitteeKind), default=SubcommitteeKind.OTHER)

    members: Mapped[list["SubcommitteeMember"]] = has_many(
        "SubcommitteeMember",
        "Subcommittee",
        "subcommittee_id",
        order_by="SubcommitteeMember.position, SubcommitteeMember.id",
    )
    groups: Mapped[list["SupportGroup"]] = has_many(
        "SupportGroup", "Subcommittee", "subcommittee_id", order_by="SupportGroup.position, SupportGroup.id"
    )
    files: Mapped[list["SubcommitteeFile"]] = has_many(
        "SubcommitteeFile", "Subcommittee", "subcommittee_id", order_by="SubcommitteeFile.id"
    )

    @property
    def people(self) -> "Sequence[SubcommitteeMember]":
        """Members of the subcommittee itself, without those of its support groups."""
        return [member for member in self.members if member.group_id is None]


class SupportGroup(Body, OfCongress, Versioned, Base):
    """A support group of a subcommittee."""

    __tablename__ = "support_group"
    __table_args__ = (
        refers("subcommittee_id", "subcommittee"),
        UniqueConstraint("congress_id", "subcommittee_id", "name"),
    )

    subcommittee_id: Mapped[uuid.UUID]

    subcommittee: Mapped[Subcommittee] = belongs_to("Subcommittee", "SupportGroup", "subcommittee_id", viewonly=True)
    members: Mapped[list["SubcommitteeMember"]] = has_many(
        "SubcommitteeMember", "SupportGroup", "group_id", order_by="SubcommitteeMember.position, SubcommitteeMember.id"
    )

    @property
    def people(self) -> "Sequence[SubcommitteeMember]":
        """Members of the group."""
        return self.members


class SubcommitteeMember(OfCongress, Base):
    """Somebody in a subcommittee, or with `group_id` in one of its support groups. The name is text for now."""

    __tablename__ = "subcommittee_member"
    __table_args__ = (
        refers("subcommittee_id", "subcommittee"),
        refers("group_id", "support_group"),
        Index(None, "congress_id", "subcommittee_id"),
    )

    subcommittee_id: Mapped[uuid.UUID]
    group_id: Mapped[uuid.UUID | None]
    position: Mapped[int]
    name: Mapped[str] = mapped_column(String(120))
    name_fold: Mapped[str] = mapped_column(String(120))
    post: Mapped[str] = mapped_column(String(200), default="")
    phone: Mapped[str] = mapped_column(String(60), default="")
    role: Mapped[MemberRole] = mapped_column(one_of(MemberRole), default=MemberRole.MEMBER)

    @property
    def plan(self) -> MemberPlan:
        """The person as the rules take them."""
        return MemberPlan(self.name, self.post, self.role)


class SubcommitteeFile(KeptFile, Base):
    """A paper of a subcommittee: its working rules, its plan."""

    __tablename__ = "subcommittee_file"
    __table_args__ = (refers("subcommittee_id", "subcommittee"), Index(None, "congress_id", "subcommittee_id"))

    subcommittee_id: Mapped[uuid.UUID]
    kind: Mapped[FileKind] = mapped_column(one_of(FileKind))
