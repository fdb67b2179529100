"""Drawing up, explaining, signing and adopting reports; naming the credentials committee."""

import hashlib
import json
import uuid
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, time
from typing import Any

from congress.congresses import actions as congresses
from congress.congresses.models import Congress
from congress.credentials import queries
from congress.credentials.models import CommitteeMember, CredentialsReport
from congress.credentials.rules import committee as committee_rules
from congress.credentials.rules.committee import Member
from congress.credentials.rules.contradictions import Typed
from congress.credentials.rules.figures import as_json
from congress.credentials.rules.refused import line_for
from congress.credentials.vocabulary import CommitteeRole, CountedOn, Moment, ReportState
from congress.database import db, explain_unique, values_of
from congress.delegates.models import Delegate
from congress.journal.actions import Actor, note, refuse_stale
from congress.journal.rules import differences
from congress.shared.labels import N_, name_fields
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import date_on_paper, number_on_paper

explain_unique("credentials_member", ("congress_id", "delegate_id"), N_("Đồng chí này đã ở trong Ban Thẩm tra."))
explain_unique("credentials_report", ("congress_id", "number"), N_("Người khác vừa lập một báo cáo. Hãy xem lại."))
name_fields(
    "credentials_report",
    "credentials_member",
    state=N_("Tình trạng"),
    explanations=N_("Giải thích chênh lệch"),
    not_recognised=N_("Đề nghị không công nhận"),
    complaints=N_("Khiếu nại về tư cách"),
    note=N_("Ghi chú"),
    signed_by=N_("Người ký"),
    adopted_on=N_("Ngày thông qua"),
    role=N_("Vai trò"),
    counted_on=N_("Tính tỷ lệ trên"),
    summoned=N_("Số được triệu tập"),
    present=N_("Số có mặt"),
)
NAMES = ("not_recognised", "complaints", "note")
LONGEST = 1000


def draw_up(
    congress: Congress,
    *,
    actor: Actor,
    moment: Moment,
    counted_on: CountedOn,
    day: date,
    hour: time | None,
    bands: str,
    typed: Typed,
) -> CredentialsReport:
    """Freeze the figures of this moment as the next report, with what does not agree and the committee as it is.

    Whom the check found not qualified stands in its list of those not to be recognised, which can still be changed.
    """
    known = queries.lines(congress)
    figures = queries.counted(congress, known, counted_on, bands)
    if not figures.counted:
        raise RuleBroken(
            N_("Chưa có đại biểu nào để tính: danh sách chính thức trống, hoặc chưa ai được đánh dấu có mặt."),
            "counted_on",
        )
    made = CredentialsReport(
        congress_id=congress.id,
        number=queries.next_number(congress.id),
        moment=moment,
        counted_on=counted_on,
        day=day,
        hour=hour,
        bands=bands,
        figures=json.loads(json.dumps(as_json(figures))),
        typed=asdict(typed),
        contradictions=[each.kept for each in queries.disagreements(congress, figures, typed, known)],
        committee=[
            {"id": str(each.delegate_id), "name": each.delegate.person.full_name, "role": each.role.value}
            for each in queries.committee(congress.id)
        ],
        setting=setting_of(congress),
        not_recognised="\n".join(
            line_for(line.full_name, line.unit, reason) for line, reason in queries.rejected(congress)
        ),
        digest="",
        drawn_up_by=actor.full_name,
    )
    made.digest = digest_of(made.drawn_up)
    db.session.add(made)
    told = {"counted_on": counted_on.label, "summoned": figures.summoned, "present": figures.present}
    note(actor, N_("Lập báo cáo thẩm tra tư cách"), made, label=_label(made), changes=differences({}, told))
    return made


SETTING = (
    "slug",
    "name",
    "superior",
    "organisation",
    "committee",
    "venue",
    "ordinal_roman",
    "term",
    "title",
    "invented",
)


def setting_of(congress: Congress) -> dict[str, Any]:
    """What the paper says of the congress, as it is now."""
    words = {name: getattr(congress, name) for name in SETTING}
    return words | {"of_delegates": congress.of_delegates, "house_style": congress.house_style.value}


def digest_of(content: Mapping[str, Any]) -> str:
    """SHA-256 of plain values, the same for the same values on any machine."""
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def is_intact(report: CredentialsReport) -> bool:
    """Whether a report still says what it said when it was drawn up and, once signed, when it was signed."""
    if digest_of(report.drawn_up) != report.digest:
        return False
    return report.state is ReportState.DRAFT or digest_of(report.said) == report.seal


def _label(report: CredentialsReport) -> str:
    return f"Báo cáo số {report.number}"


def _refuse_signed(report: CredentialsReport) -> None:
    if report.state is not ReportState.DRAFT:
        raise RuleBroken(N_("Báo cáo này đã ký nên không sửa được. Muốn thay đổi, hãy lập báo cáo mới."))


def explain(
    report: CredentialsReport,
    *,
    actor: Actor,
    version: int | None,
    explanations: Mapping[str, str],
    **texts: str,
) -> None:
    """Say why figures differ, and the report's own sentences. Raises RuleBroken once it is signed, StaleEdit."""
    _refuse_signed(report)
    refuse_stale(report, version)
    known = {each["key"] for each in report.contradictions}
    if any(len(text) > LONGEST for text in explanations.values()):
        raise RuleBroken(N_("Lời giải thích không được dài quá %(most)s ký tự."), most=number_on_paper(LONGEST))
    before = values_of(report, "explanations", *NAMES)
    report.explanations = {key: text for key, text in explanations.items() if key in known and text}
    for name in NAMES:
        setattr(report, name, texts.get(name) or "")
    after = values_of(report, "explanations", *NAMES)
    told = {"explanations": ["; ".join(before["explanations"].values()), "; ".join(after["explanations"].values())]}
    changes = differences({name: before[name] for name in NAMES}, {name: after[name] for name in NAMES})
    if told["explanations"][0] != told["explanations"][1]:
        changes |= told
    if changes:
        note(actor, N_("Giải thích báo cáo thẩm tra"), report, label=_label(report), changes=changes)


def sign(congress: Congress, report: CredentialsReport, *, actor: Actor, version: int | None, signed_by: str) -> None:
    """Make a draft final, and seal what it says.

    Raises RuleBroken while a difference is unexplained, a line of those not to be recognised names nobody, or the
    committee that stands in it may not sign: it has no head, the signer is not of it, or somebody of it is no longer an
    official delegate.
    """
    _refuse_signed(report)
    refuse_stale(report, version)
    if report.unexplained:
        raise RuleBroken(
            N_("Còn %(count)s chênh lệch chưa giải thích. Hãy ghi lời giải thích từng chỗ rồi ký."),
            count=len(report.unexplained),
        )
    if strangers := report.refused.strangers:
        raise RuleBroken(
            N_("Dòng “%(line)s” không ghi rõ một đại biểu nào. Hãy sửa hoặc bỏ dòng ấy rồi ký."), line=strangers[0]
        )
    if not signed_by:
        raise RuleBroken(N_("Hãy ghi tên người ký báo cáo."), "signed_by")
    if report.by_committee:
        standings = {str(line.id): (line.standing, line.status) for line in queries.lines(congress)}
        members = [Member(each["id"], each["name"], CommitteeRole(each["role"])) for each in report.committee]
        committee_rules.refuse_signature(members, standings, signed_by)
    report.state, report.signed_by = ReportState.FINAL, signed_by
    report.seal = digest_of(report.said)
    note(
        actor,
        N_("Ký báo cáo thẩm tra"),
        report,
        label=_label(report),
        changes=differences({"state": ReportState.DRAFT}, {"state": ReportState.FINAL, "signed_by": signed_by}),
    )


def adopt(
    congress: Congress, report: CredentialsReport, *, actor: Actor, version: int | None, day: date, today: date
) -> None:
    """The congress recognises its delegates by this report: from then on nobody is substituted (domain.md §2.5 [D])."""
    refuse_stale(report, version)
    if not report.adoptable:
        raise RuleBroken(
            N_("Báo cáo trước đại hội không do Đại hội thông qua. Hãy lập báo cáo tại phiên trù bị hoặc chính thức.")
        )
    first = queries.first_day(congress)
    if first and day < first:
        raise RuleBroken(
            N_("Ngày thông qua không thể trước ngày đầu của Đại hội (%(day)s). Hãy ghi ngày Đại hội biểu quyết."),
            "day",
            day=date_on_paper(first),
        )
    if not report.day <= day <= max(today, report.day):
        raise RuleBroken(
            N_("Ngày thông qua phải từ ngày của báo cáo (%(day)s) và không sau hôm nay."),
            "day",
            day=date_on_paper(report.day),
        )
    if report.state is not ReportState.FINAL:
        raise RuleBroken(N_("Chỉ báo cáo đã ký mới thông qua được."))
    if congress.credentials_adopted_on is not None:
        raise RuleBroken(N_("Đại hội đã thông qua một báo cáo thẩm tra. Hãy rút lại báo cáo ấy trước."))
    report.state, report.adopted_on = ReportState.ADOPTED, day
    congresses.adopt_credentials(congress, day, actor=actor)
    changes = differences({"state": ReportState.FINAL}, {"state": ReportState.ADOPTED, "adopted_on": day})
    note(actor, N_("Thông qua báo cáo thẩm tra"), report, label=_label(report), changes=changes)


def withdraw(congress: Congress, report: CredentialsReport, *, actor: Actor, version: int | None, reason: str) -> None:
    """Take an adoption back, with a reason: substitutions are possible again."""
    refuse_stale(report, version)
    if report.state is not ReportState.ADOPTED:
        raise RuleBroken(N_("Báo cáo này chưa được thông qua."))
    if not reason:
        raise RuleBroken(N_("Hãy ghi lý do rút lại."), "reason")
    day = report.adopted_on
    report.state, report.adopted_on = ReportState.FINAL, None
    congresses.adopt_credentials(congress, None, actor=actor, reason=reason)
    changes = differences({"adopted_on": day}, {"adopted_on": None})
    note(actor, N_("Rút lại việc thông qua báo cáo"), report, label=_label(report), changes=changes, reason=reason)


def remove(report: CredentialsReport, *, actor: Actor) -> None:
    """Remove a draft; a signed report stays."""
    _refuse_signed(report)
    note(actor, N_("Xóa dự thảo báo cáo thẩm tra"), report, label=_label(report))
    db.session.delete(report)


def name_member(congress: Congress, delegate: Delegate, *, actor: Actor, role: CommitteeRole) -> CommitteeMember:
    """Put a delegate into the committee, or change the role. Raises RuleBroken unless an official delegate."""
    name = delegate.person.full_name
    committee_rules.refuse_member(name, delegate.standing, delegate.status)
    sitting = queries.committee(congress.id)
    if role is CommitteeRole.HEAD and any(
        each.role is CommitteeRole.HEAD and each.delegate_id != delegate.id for each in sitting
    ):
        raise RuleBroken(N_("Ban Thẩm tra đã có Trưởng ban. Hãy đổi vai trò của đồng chí ấy trước."), "role")
    row = queries.member(congress.id, delegate.id)
    before = row.role if row else None
    if row is None:
        row = CommitteeMember(congress_id=congress.id, delegate_id=delegate.id, position=len(sitting) + 1)
        db.session.add(row)
    row.role = role
    note(actor, N_("Cử vào Ban Thẩm tra"), row, label=name, changes=differences({"role": before}, {"role": role}))
    return row


def drop_member(congress: Congress, delegate_id: uuid.UUID, *, actor: Actor) -> None:
    """Take somebody out of the committee; nothing happens to whoever is not in it."""
    row = queries.member(congress.id, delegate_id)
    if row is None:
        return
    note(actor, N_("Thôi ở Ban Thẩm tra"), row, label=row.delegate.person.full_name)
    db.session.delete(row)
