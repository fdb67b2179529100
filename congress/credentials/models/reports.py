"""Reports with their frozen figures, and the members of the credentials committee."""

import uuid
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import JSON, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from congress.credentials.rules.figures import Figures, from_json
from congress.credentials.rules.refused import Refused, refused
from congress.credentials.vocabulary import CommitteeRole, CountedOn, Moment, ReportState
from congress.database import Base, OfCongress, Versioned, belongs_to, now, one_of, refers
from congress.delegates.models import Delegate


class CredentialsReport(OfCongress, Versioned, Base):
    """One report. Its figures, contradictions and committee are kept as they were when it was drawn up.

    `contradictions` are [{key, message, values, left, right}], `explanations` {key: sentence}; `setting` is what
    the paper says of the congress. `digest` is the SHA-256 of all that was kept when it was drawn up, `seal` of
    everything the paper says when it was signed, so that anybody can see that it is still the same.
    """

    __tablename__ = "credentials_report"
    __table_args__ = (UniqueConstraint("congress_id", "number"),)

    number: Mapped[int]
    moment: Mapped[Moment] = mapped_column(one_of(Moment), default=Moment.OFFICIAL)
    counted_on: Mapped[CountedOn] = mapped_column(one_of(CountedOn), default=CountedOn.SUMMONED)
    day: Mapped[date]
    hour: Mapped[time | None]
    bands: Mapped[str] = mapped_column(String(40), default="30-40-50-60-70")
    state: Mapped[ReportState] = mapped_column(one_of(ReportState), default=ReportState.DRAFT)
    figures: Mapped[dict[str, Any]] = mapped_column(JSON)
    typed: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    contradictions: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    explanations: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    committee: Mapped[list[dict[str, str]]] = mapped_column(JSON, default=list)
    setting: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    not_recognised: Mapped[str] = mapped_column(Text, default="")
    complaints: Mapped[str] = mapped_column(Text, default="")
    note: Mapped[str] = mapped_column(Text, default="")
    digest: Mapped[str] = mapped_column(String(64))
    seal: Mapped[str] = mapped_column(String(64), default="")
    drawn_up_by: Mapped[str] = mapped_column(String(200), default="")
    drawn_up_at: Mapped[datetime] = mapped_column(default=now)
    signed_by: Mapped[str] = mapped_column(String(120), default="")
    adopted_on: Mapped[date | None]

    @property
    def kept(self) -> Figures:
        """The figures as they were."""
        return from_json(self.figures)

    @property
    def present(self) -> int:
        """How many were present: as marked on the list, else as the committee wrote down."""
        return self.kept.present or self.typed.get("present") or 0

    @property
    def presence_typed(self) -> bool:
        """Whether that number is the committee's own, because nobody is marked as present."""
        return not self.kept.present and bool(self.typed.get("present"))

    @property
    def refused(self) -> Refused:
        """Whom it proposes not to recognise."""
        return refused(self.not_recognised, [*self.kept.people, *self.kept.others])

    @property
    def qualified(self) -> int:
        """How many the congress is asked to recognise: the same number on every page and paper."""
        return self.kept.summoned - self.refused.count

    @property
    def adoptable(self) -> bool:
        """Whether the congress can adopt it: not what the convening committee writes before the congress."""
        return self.moment is not Moment.BEFORE

    @property
    def by_committee(self) -> bool:
        """Whether the credentials committee reports; before the congress the convening committee does (§4.1 [A])."""
        return self.moment is not Moment.BEFORE and bool(self.setting.get("of_delegates", True))

    @property
    def drawn_up(self) -> dict[str, Any]:
        """All that was kept when it was drawn up, for the digest."""
        names = ("figures", "typed", "contradictions", "committee", "setting", "bands")
        words = {"moment": self.moment.value, "counted_on": self.counted_on.value, "day": self.day.isoformat()}
        hour = self.hour.isoformat() if self.hour else ""
        return {name: getattr(self, name) for name in names} | words | {"hour": hour}

    @property
    def said(self) -> dict[str, Any]:
        """Everything its paper says, for the seal."""
        names = ("explanations", "not_recognised", "complaints", "note", "signed_by")
        return self.drawn_up | {name: getattr(self, name) for name in names}

    @property
    def unexplained(self) -> list[dict[str, Any]]:
        """Contradictions nobody has explained yet."""
        return [each for each in self.contradictions if not self.explanations.get(each["key"])]


class CommitteeMember(OfCongress, Base):
    """An official delegate in the credentials committee."""

    __tablename__ = "credentials_member"
    __table_args__ = (
        UniqueConstraint("congress_id", "delegate_id"),
        refers("delegate_id", "delegate", ondelete="CASCADE"),
    )

    delegate_id: Mapped[uuid.UUID]
    role: Mapped[CommitteeRole] = mapped_column(one_of(CommitteeRole), default=CommitteeRole.MEMBER)
    position: Mapped[int] = mapped_column(default=0)

    delegate: Mapped[Delegate] = belongs_to("Delegate", "CommitteeMember", "delegate_id")
