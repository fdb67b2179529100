"""The table of congresses: the root every other row belongs to."""

import uuid
from datetime import date

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from congress.congresses.rules import DELEGATE_CAP, LENGTH_CAP_DAYS
from congress.congresses.vocabulary import AreaKind, HouseStyle, Mode
from congress.database import Base, Versioned, new_id, one_of
from congress.shared.vietnamese import roman


class Congress(Versioned, Base):
    """One congress of one Party organisation."""

    __tablename__ = "congress"

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=new_id)
    slug: Mapped[str] = mapped_column(String(60), unique=True)
    area_kind: Mapped[AreaKind] = mapped_column(one_of(AreaKind), default=AreaKind.COMMUNE)
    name: Mapped[str] = mapped_column(String(120))
    superior: Mapped[str] = mapped_column(String(200), default="")
    merged_from: Mapped[str] = mapped_column(String(300), default="")
    ordinal: Mapped[int] = mapped_column(default=1)
    term_start: Mapped[int]
    term_end: Mapped[int]
    mode: Mapped[Mode] = mapped_column(one_of(Mode), default=Mode.TWO_CONTENTS)
    of_delegates: Mapped[bool] = mapped_column(default=True)
    opens_on: Mapped[date | None]
    closes_on: Mapped[date | None]
    venue: Mapped[str] = mapped_column(String(300), default="")
    theme: Mapped[str] = mapped_column(Text, default="")
    delegate_cap: Mapped[int] = mapped_column(default=DELEGATE_CAP.value)
    delegate_cap_source: Mapped[str] = mapped_column(String(200), default=DELEGATE_CAP.source)
    max_days: Mapped[int] = mapped_column(default=LENGTH_CAP_DAYS.value)
    official_total: Mapped[int] = mapped_column(default=0)
    alternate_total: Mapped[int] = mapped_column(default=0)
    decision_number: Mapped[str] = mapped_column(String(60), default="")
    decision_date: Mapped[date | None]
    registration_closes_on: Mapped[date | None]
    credentials_adopted_on: Mapped[date | None]  # the congress has recognised its delegates: no more substitutions
    house_style: Mapped[HouseStyle] = mapped_column(one_of(HouseStyle), default=HouseStyle.NEW)
    paper_font: Mapped[str] = mapped_column(String(80), default="Liberation Serif")
    invented: Mapped[bool] = mapped_column(default=False)

    @property
    def congress_id(self) -> uuid.UUID:
        """A congress belongs to itself, so that the journal can speak of it like of any other row."""
        return self.id

    @property
    def organisation(self) -> str:
        """Đảng bộ xã Mỹ Hiệp."""
        return f"Đảng bộ {self.area_kind.label} {self.name}"

    @property
    def committee(self) -> str:
        """Đảng ủy xã Mỹ Hiệp."""
        return f"Đảng ủy {self.area_kind.label} {self.name}"

    @property
    def ordinal_roman(self) -> str:
        """I for the first."""
        return roman(self.ordinal)

    @property
    def title(self) -> str:
        """Đại hội Đảng bộ xã Mỹ Hiệp lần thứ I."""
        return f"Đại hội {self.organisation} lần thứ {self.ordinal_roman}"

    @property
    def term(self) -> str:
        """2025 – 2030."""
        return f"{self.term_start} – {self.term_end}"
