"""The tables of people and of their photographs."""

import uuid
from datetime import date, datetime

from sqlalchemy import Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from congress.database import Base, OfCongress, Versioned, now, one_of, refers, sort_key_type
from congress.people.rules import Facts, Identity
from congress.people.vocabulary import GeneralEducation, Qualification, Sex, Theory
from congress.shared.vietnamese import PartialDate


class Person(OfCongress, Versioned, Base):
    """One person. `sort_name` is typed by hand where the name does not follow họ, đệm, tên.

    `name_key` tells names apart by their letters and tones, wherever a tone is written (Hòa, Hoà); `card_key` is the
    Party card's number without spaces. The two unique constraints are the last line against entering somebody twice;
    a birth of which the day is not known does not count for the first.
    """

    __tablename__ = "person"
    __table_args__ = (
        UniqueConstraint("congress_id", "name_key", "birth_year", "birth_month", "birth_day"),
        UniqueConstraint("congress_id", "card_key"),
        Index(None, "congress_id", "name_sort"),
        Index(None, "congress_id", "name_fold"),
    )

    full_name: Mapped[str] = mapped_column(String(120))
    sort_name: Mapped[str] = mapped_column(String(120), default="")
    name_sort: Mapped[str] = mapped_column(sort_key_type())
    name_fold: Mapped[str] = mapped_column(String(240))
    name_key: Mapped[str] = mapped_column(sort_key_type())
    sex: Mapped[Sex | None] = mapped_column(one_of(Sex))
    birth_year: Mapped[int | None]
    birth_month: Mapped[int | None]
    birth_day: Mapped[int | None]
    ethnicity: Mapped[str] = mapped_column(String(40), default="")
    religion: Mapped[str] = mapped_column(String(60), default="")
    home_place: Mapped[str] = mapped_column(String(200), default="")
    party_admitted_on: Mapped[date | None]
    party_official_on: Mapped[date | None]
    general_education: Mapped[GeneralEducation | None] = mapped_column(one_of(GeneralEducation))
    qualification: Mapped[Qualification | None] = mapped_column(one_of(Qualification))
    profession: Mapped[str] = mapped_column(String(120), default="")
    theory: Mapped[Theory | None] = mapped_column(one_of(Theory))
    state_management: Mapped[str] = mapped_column(String(80), default="")
    foreign_language: Mapped[str] = mapped_column(String(80), default="")
    informatics: Mapped[str] = mapped_column(String(80), default="")
    post: Mapped[str] = mapped_column(String(200), default="")
    workplace: Mapped[str] = mapped_column(String(200), default="")
    party_card_number: Mapped[str] = mapped_column(String(30), default="")
    card_key: Mapped[str | None] = mapped_column(String(30))
    phone: Mapped[str] = mapped_column(String(60), default="")
    rewards: Mapped[str] = mapped_column(Text, default="")
    discipline: Mapped[str] = mapped_column(Text, default="")
    note: Mapped[str] = mapped_column(Text, default="")

    @property
    def birth(self) -> PartialDate | None:
        """Day, month or year of birth, as far as it is known."""
        return PartialDate(self.birth_year, self.birth_month, self.birth_day) if self.birth_year else None

    @birth.setter
    def birth(self, value: PartialDate | None) -> None:
        self.birth_year = value.year if value else None
        self.birth_month = value.month if value else None
        self.birth_day = value.day if value else None

    @property
    def facts(self) -> Facts:
        """The dates as the rules take them."""
        return Facts(self.birth, self.party_admitted_on, self.party_official_on)

    @property
    def identity(self) -> Identity:
        """What tells this person from others."""
        return Identity(self.full_name, self.birth, self.card_key or "")


class Photo(OfCongress, Base):
    """The portrait of one person. The file lies in the storage under its hash; this row says that it is there."""

    __tablename__ = "photo"
    __table_args__ = (
        UniqueConstraint("congress_id", "person_id"),
        refers("person_id", "person", ondelete="CASCADE"),
        Index(None, "congress_id", "hash"),
    )

    person_id: Mapped[uuid.UUID]
    hash: Mapped[str] = mapped_column(String(64))
    size: Mapped[int]
    media_type: Mapped[str] = mapped_column(String(40))
    added_at: Mapped[datetime] = mapped_column(default=now)
