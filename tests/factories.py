"""Rows for tests: plain functions with keyword defaults; each flushes, so ids are there."""

from datetime import date, time, timedelta
from itertools import count
from typing import Any

from congress.accounts.models import Account, Membership
from congress.agenda import actions as agenda_actions
from congress.agenda.models import AgendaItem, AgendaSession
from congress.agenda.vocabulary import SessionKind
from congress.allocation import actions as allocation_actions
from congress.allocation.models import AllocationPlan
from congress.comments import actions as comment_actions
from congress.comments import queries as comment_queries
from congress.comments.actions import files as comment_files
from congress.comments.actions import qr as comment_pages
from congress.comments.models import CommentRound
from congress.comments.vocabulary import RespondentKind, Stance
from congress.congresses import actions as congress_actions
from congress.congresses.models import Congress
from congress.credentials.actions import reports as credentials_actions
from congress.credentials.actions import targets as target_actions
from congress.credentials.models import CredentialsReport, StructureTarget
from congress.credentials.rules.contradictions import Typed
from congress.credentials.vocabulary import CountedOn, Moment, TargetKind, TargetScope
from congress.database import db, new_id, now
from congress.delegates import queries as delegate_queries
from congress.delegates.actions import records as delegate_actions
from congress.delegates.actions import substitution as substitution_actions
from congress.delegates.actions.substitution import Grounds
from congress.delegates.models import Delegate, Substitution
from congress.delegates.vocabulary import Origin, Reason, Review, Standing
from congress.drafts import actions as draft_actions
from congress.drafts import queries as draft_queries
from congress.drafts.models import Document, DraftVersion
from congress.drafts.rules.blocks import from_text
from congress.drafts.vocabulary import DocumentKind
from congress.people.vocabulary import GeneralEducation, Sex
from congress.shared.attachments import Attachment
from congress.shared.vietnamese import PartialDate
from congress.subcommittees import actions as subcommittee_actions
from congress.subcommittees.models import Subcommittee, SubcommitteeFile
from congress.subcommittees.vocabulary import FileKind, SubcommitteeKind
from congress.synthesis import actions as synthesis_actions
from congress.synthesis.rules.quantity import Thresholds
from congress.tasks.actions import dossier as dossier_actions
from congress.tasks.actions import tasks as task_actions
from congress.tasks.models import DossierItem, Task
from congress.triage.actions import landings
from congress.triage.actions import points as triage_points
from congress.triage.vocabulary import Disposition
from congress.units import actions as unit_actions
from congress.units import queries as unit_queries
from congress.units.models import Unit
from congress.web.access import BOUND_TO_A_UNIT, Role

TODAY = date(2025, 7, 22)
NAMES = ("An", "Anh", "Ánh", "Ân", "Bình", "Bính", "Dung", "Dũng", "Đức", "Hòa", "Hùng", "Hưng", "Ý", "Yến")
_number = count(1)


class Somebody:
    """An actor for acts nobody signed in for."""

    id = None
    full_name = "Trần Thị Bích"


def make_congress(**fields: Any) -> Congress:
    """A congress of two contents opening on 11/8/2025."""
    fields = {
        "slug": f"xa-{next(_number)}",
        "name": "Mỹ Hiệp",
        "superior": "Đảng bộ tỉnh Đồng Tháp",
        "term_start": 2025,
        "term_end": 2030,
        "opens_on": date(2025, 8, 11),
        "closes_on": date(2025, 8, 12),
        "official_total": 155,
        "alternate_total": 39,
    } | fields
    congress = congress_actions.found(actor=Somebody, **fields)
    db.session.flush()
    return congress


def make_unit(congress: Congress, **fields: Any) -> Unit:
    """A cell of 25 official members with four official seats and one alternate."""
    number = next(_number)
    fields = {
        "code": f"CB{number}",
        "name": f"Chi bộ ấp {number}",
        "official_members": 25,
        "probationary_members": 2,
        "official_quota": 4,
        "alternate_quota": 1,
    } | fields
    unit = unit_actions.add(congress, actor=Somebody, today=TODAY, **fields)
    db.session.flush()
    return unit


def make_plan(congress: Congress, **fields: Any) -> AllocationPlan:
    """A draft plan over the cells the congress has, with just enough official seats for two each."""
    cells = unit_queries.count(congress.id)
    fields = {
        "name": f"Phương án {next(_number)}",
        "official_total": 2 * cells,
        "alternate_total": cells,
        "frozen_on": date(2025, 7, 1),
    } | fields
    plan = allocation_actions.draw_up(congress, actor=Somebody, **fields)
    db.session.flush()
    return plan


def issue_plan(congress: Congress, plan: AllocationPlan, **decision: Any) -> AllocationPlan:
    """Put a plan in force."""
    decision = {
        "decision_number": "05-QĐ/ĐU",
        "decision_date": date(2025, 7, 20),
        "frozen_on": date(2025, 7, 1),
        "signer": "Trần Thị Bích",
        "position": "Bí thư",
    } | decision
    allocation_actions.issue_now(congress, plan, actor=Somebody, **decision)
    db.session.flush()
    return plan


def make_report(congress: Congress, **fields: Any) -> CredentialsReport:
    """A draft of the credentials report on everybody summoned; the congress needs an official delegate."""
    fields = {
        "moment": Moment.OFFICIAL,
        "counted_on": CountedOn.SUMMONED,
        "day": date(2025, 8, 12),
        "hour": time(7, 30),
        "bands": "30-40-50-60-70",
        "typed": Typed(),
    } | fields
    report = credentials_actions.draw_up(congress, actor=Somebody, **fields)
    db.session.flush()
    return report


def make_target(congress: Congress, **fields: Any) -> StructureTarget:
    """At least 30 % women in the whole congress, unless told otherwise."""
    fields = {
        "trait": "women",
        "scope": TargetScope.WHOLE,
        "kind": TargetKind.PERCENT,
        "amount": 30,
        "reason": "Kế hoạch 01-KH/ĐU",
    } | fields
    target = target_actions.put(congress, None, actor=Somebody, version=None, **fields)
    db.session.flush()
    return target


def make_account(congress: Congress | None = None, *roles: Role, unit: Unit | None = None, **fields: Any) -> Account:
    """An account that needs not change its password, with roles at a congress; its hash matches no password."""
    number = next(_number)
    fields = {
        "username": f"nguoidung{number}",
        "full_name": f"Nguyễn Văn {number}",
        "password_hash": "!",
        "must_change_password": False,
    } | fields
    account = Account(**fields)
    db.session.add(account)
    for role in roles if congress is not None else ():
        unit_id = unit.id if unit is not None and role in BOUND_TO_A_UNIT else None
        account.memberships.append(Membership(congress_id=congress.id, role=role, unit_id=unit_id))
    db.session.flush()
    return account


def make_session(congress: Congress, **fields: Any) -> AgendaSession:
    """A preparatory session on the afternoon of the opening day, without items."""
    fields = {
        "kind": SessionKind.PREPARATORY,
        "title": "",
        "day": date(2025, 8, 11),
        "starts_at": time(13, 30),
        "ends_at": time(17),
    } | fields
    session = agenda_actions.add_session(congress, actor=Somebody, **fields)
    db.session.flush()
    return session


def make_item(session: AgendaSession, **fields: Any) -> AgendaItem:
    """An item of ten minutes at the end of a session."""
    fields = {"title": f"Mục {next(_number)}", "minutes": 10} | fields
    item = agenda_actions.add_item(session, actor=Somebody, **fields)
    db.session.flush()
    db.session.expire(session)
    return item


def make_delegate(congress: Congress, unit: Unit, full_name: str = "", **fields: Any) -> Delegate:
    """A complete record of an elected official delegate the cell has entered and not sent; `review` overrides that."""
    number = next(_number)
    review = fields.pop("review", Review.NOT_SENT)
    fields = {
        "full_name": full_name or f"Nguyễn Văn {NAMES[number % len(NAMES)]}",
        "sex": Sex.MALE,
        "birth": PartialDate(1960 + number % 25, 1 + number % 12, 1 + number % 28),
        "ethnicity": "Kinh",
        "religion": "Không",
        "home_place": "Mỹ Hiệp, Đồng Tháp",
        "party_admitted_on": date(2005, 2, 3),
        "party_official_on": date(2006, 2, 3),
        "general_education": GeneralEducation.TWELVE,
        "post": "Trưởng ấp",
        "origin": Origin.ELECTED,
        "standing": Standing.OFFICIAL,
    } | fields
    delegate = delegate_actions.add(congress, unit, actor=Somebody, today=TODAY, as_reviewer=False, **fields)
    delegate.review = review
    db.session.flush()
    return delegate


def make_substitution(congress: Congress, unit: Unit, out: str, up: str) -> Substitution:
    """An alternate of a cell, named `up`, has come up for an official delegate named `out`."""
    unit.official_quota += 1
    unit.alternate_quota += 1
    leaving = make_delegate(congress, unit, out, review=Review.RECEIVED)
    coming = make_delegate(congress, unit, up, review=Review.RECEIVED, standing=Standing.ALTERNATE)
    row = substitution_actions.promote(
        congress,
        leaving,
        coming.id,
        actor=Somebody,
        today=TODAY,
        moment=now(),
        version=None,
        grounds=Grounds(reason=Reason.HEALTH, paper="Đơn xin không dự", paper_on=TODAY),
        skipped={each.id: "Xin rút" for each in delegate_queries.of_unit(congress.id, unit.id)},
        decision={},
    )
    db.session.flush()
    return row


DRAFT = """BÁO CÁO CHÍNH TRỊ
Phần thứ nhất
TÌNH HÌNH VÀ KẾT QUẢ
I. Kết quả đạt được
Kinh tế của xã tăng trưởng khá.
Thu nhập bình quân đạt 75 triệu đồng/người/năm.
II. Hạn chế
Một số chi bộ sinh hoạt chưa đều.
"""


def make_document(congress: Congress, **fields: Any) -> Document:
    """A political report."""
    fields = {"kind": DocumentKind.POLITICAL_REPORT, "title": f"Báo cáo chính trị {next(_number)}"} | fields
    document = draft_actions.add_document(congress, actor=Somebody, **fields)
    db.session.flush()
    return document


def make_version(document: Document, text: str = DRAFT, *, number: int = 1, **fields: Any) -> DraftVersion:
    """A recorded draft of a document."""
    draft = draft_actions.read_in(document, from_text(text), actor=Somebody, number=number, **fields)
    version = draft_actions.record(draft, actor=Somebody)
    db.session.flush()
    return version


def make_round(congress: Congress, *versions: DraftVersion, units: Any = (), **fields: Any) -> CommentRound:
    """A round open from a week ago to a week from now, for every cell unless `units` are named."""
    today = date.today()
    fields = {
        "title": f"Góp ý lần {next(_number)}",
        "opens_on": today - timedelta(days=7),
        "closes_on": today + timedelta(days=7),
        "questions": "",
        "every_unit": not units,
    } | fields
    round_ = comment_actions.open_round(
        congress,
        actor=Somebody,
        version_ids=[version.id for version in versions],
        unit_ids=[unit.id for unit in units],
        **fields,
    )
    db.session.flush()
    return round_


def make_respondent(round_: CommentRound, name: str = "Hội Cựu chiến binh xã", **fields: Any) -> Any:
    """Somebody who answers a round besides the cells."""
    fields = {"kind": RespondentKind.UNION} | fields
    row = comment_actions.add_respondent(round_, actor=Somebody, name=name, **fields)
    db.session.flush()
    return row


def make_scan(round_: CommentRound, unit: Unit) -> Any:
    """A scan of the signed paper of a cell that has begun its sheet."""
    sheet = comment_queries.sheet(round_, unit.id)
    paper = Attachment("phieu.pdf", "pdf", b"%PDF-1.4 signed")
    return comment_files.keep_scan(sheet, paper, actor=Somebody)


def make_qr_opinion(round_: CommentRound, name: str = "", **fields: Any) -> Any:
    """An opinion that came over the page of the QR code, which is switched on."""
    fields = {"kind": RespondentKind.PUBLIC, "proposed": "Sửa cầu", "reason": "", "passage_id": None} | fields
    return comment_pages.receive(
        round_,
        name=name,
        comment_id=new_id(),
        version_id=round_.version_ids[0],
        stance=None,
        address="10.0.0.1",
        today=round_.opens_on,
        moment=now(),
        **fields,
    )


def make_comment(
    round_: CommentRound, unit: Unit, version: DraftVersion, paragraph: int | None = None, **fields: Any
) -> Any:
    """A comment of a cell on a paragraph (by its number), or on the whole draft; today lies in the round."""
    texts = draft_queries.passages(version.congress_id, version.id)
    passage = next((row for row in texts if paragraph and row.number == paragraph), None)
    fields = {"stance": Stance.PARTLY, "proposed": "Thêm số liệu hộ nghèo", "reason": ""} | fields
    return comment_actions.save_comment(
        round_,
        unit,
        actor=Somebody,
        today=round_.opens_on,
        on_paper=fields.pop("on_paper", False),
        comment_id=new_id(),
        version_id=version.id,
        passage_id=passage.passage_id if passage else None,
        version=None,
        **fields,
    )


def send_sheet(round_: CommentRound, unit: Unit, **meeting: Any) -> Any:
    """Fill in the meeting of a cell's sheet and send it."""
    meeting = {"met_on": round_.opens_on, "members": 27, "present": 25, "spoke": 4, "nothing_to_say": False} | meeting
    common = {"actor": Somebody, "today": round_.opens_on, "on_paper": False}
    sheet = comment_queries.sheet(round_, unit.id)
    comment_actions.save_meeting(
        round_, unit, version=sheet.version if sheet else None, chair="", secretary="", **common, **meeting
    )
    return comment_actions.send(round_, unit, **common)


def make_point(round_: CommentRound, unit: Unit, version: DraftVersion, *said: str) -> Any:
    """A cell's sent sheet with these comments on the first paragraph, all of them one point of the desk."""
    words = said or ("Bổ sung chỉ tiêu chuyển đổi số",)
    comments = [make_comment(round_, unit, version, 1, proposed=each) for each in words]
    send_sheet(round_, unit)
    db.session.flush()
    return triage_points.take_up(round_, [each.id for each in comments], actor=Somebody)


def make_landing(point: Any, number: int = 5000) -> Any:
    """An accepted point that stands in the first paragraph of a new draft of its document, with this number."""
    version = draft_queries.version(point.congress_id, point.version_id)
    newer = make_version(version.document, DRAFT, number=number)
    if point.disposition is None:
        triage_points.decide(point, actor=Somebody, version=None, today=TODAY, disposition=Disposition.ACCEPTED)
    passage = next(each for each in draft_queries.passages(point.congress_id, newer.id) if each.number == 1)
    return landings.land(point, newer, passage, actor=Somebody)


def make_synthesis(round_: CommentRound) -> Any:
    """A synthesis report of a round with at least one sent comment."""
    report = synthesis_actions.draw_up(round_, Thresholds(), actor=Somebody)
    db.session.flush()
    return report


def make_subcommittee(congress: Congress, *people: dict[str, Any], **fields: Any) -> Subcommittee:
    """A subcommittee with these people, each {name, post, phone, role}."""
    fields = {"name": f"Tiểu ban {next(_number)}", "kind": SubcommitteeKind.OTHER} | fields
    body = subcommittee_actions.found(congress, actor=Somebody, people=people, **fields)
    db.session.flush()
    return body


def make_task(congress: Congress, **fields: Any) -> Task:
    """A task of the office due on 5/8/2025, with a note and a file."""
    fields = {"title": f"Việc số {next(_number)}", "due_on": date(2025, 8, 5)} | fields
    task = task_actions.add(congress, actor=Somebody, **fields)
    task_actions.report(task, "Đã có bản đầu", actor=Somebody)
    task_actions.keep_file(task, Attachment("Sản phẩm.pdf", "pdf", b"%PDF-1.7 san pham"), actor=Somebody)
    db.session.flush()
    db.session.expire(task)
    return task


def make_dossier_item(congress: Congress, **fields: Any) -> DossierItem:
    """A paper of the dossier with one version."""
    fields = {"name": f"Tài liệu {next(_number)}", "due_on": date(2025, 7, 21)} | fields
    item = dossier_actions.add(congress, actor=Somebody, **fields)
    dossier_actions.keep_version(item, Attachment("Tờ trình.pdf", "pdf", b"%PDF-1.7 to trinh"), actor=Somebody)
    db.session.flush()
    return item


def make_file(body: Subcommittee) -> SubcommitteeFile:
    """The working rules of a subcommittee, as a small PDF."""
    paper = Attachment("Quy chế làm việc.pdf", "pdf", b"%PDF-1.7 quy che")
    return subcommittee_actions.keep_file(body, paper, FileKind.RULES, actor=Somebody)
