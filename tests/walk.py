"""Walks over the whole program: one congress with a row of every kind, and the address of every page on real rows.

Whatever is promised for every page (a constant number of queries, no violation of accessibility, no error for any
input, speed) is held against the URL map, so that a page added later is held to it as well.
"""

import uuid
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from typing import Any

from flask import Flask
from sqlalchemy import select

from congress.accounts.models import Membership
from congress.agenda import actions as agenda_actions
from congress.agenda.models import AgendaItem, AgendaRelease, AgendaSpeech
from congress.allocation.models import AllocationPlan
from congress.attendance import actions as badge_actions
from congress.attendance import queries as badge_queries
from congress.attendance.models import BadgeRun
from congress.comments import actions as comment_actions
from congress.comments import queries as comments
from congress.comments.actions import files as comment_files
from congress.comments.actions import qr as comment_pages
from congress.comments.models import Comment, CommentRound, Respondent, Sheet, SheetFile
from congress.comments.vocabulary import RespondentKind
from congress.credentials.models import CredentialsReport, StructureTarget
from congress.database import db, new_id, now
from congress.delegates.models import Delegate, Substitution
from congress.delegates.vocabulary import Review
from congress.drafts import actions as draft_actions
from congress.drafts import queries as drafts
from congress.drafts.models import DocumentStep, DraftImport
from congress.drafts.rules.blocks import from_text
from congress.drafts.vocabulary import PathState
from congress.people import actions as people_actions
from congress.pictures.portrait import Portrait
from congress.shared.attachments import Attachment, attachment
from congress.shared.vietnamese import fold
from congress.spreadsheets import previews
from congress.spreadsheets.preview import Candidate, PreviewCell, PreviewRow, Remark, State, Weight
from congress.subcommittees import actions as subcommittee_actions
from congress.subcommittees.models import SubcommitteeFile, SubcommitteeMember, SupportGroup
from congress.subcommittees.vocabulary import MemberRole
from congress.synthesis.models import ReportStatement
from congress.tasks.actions import cells as cell_actions
from congress.tasks.actions import dossier as dossier_actions
from congress.tasks.actions import tasks as task_actions
from congress.tasks.models import CalendarFeed, DossierFile, DossierItem, Task, TaskFile
from congress.tasks.vocabulary import Condition
from congress.triage.actions import kept
from congress.triage.actions import points as desk_points
from congress.triage.actions import suggestions as desk_suggestions
from congress.triage.models import Landing, Point, SavedFilter, StockReason
from congress.units.models import Unit
from congress.web.access import ASSETS, Role
from tests import factories
from tests.factories import DRAFT, Somebody

NAMES = {
    "allocation.preview": ("allocation-decision", "allocation-note", "allocation-sheets"),
    "allocation.pdf": ("allocation-decision",),
    "delegates.preview": ("delegate-list", "delegate-summaries", "cell-summaries", "alternates"),
    "credentials.people": ("sex-0",),
    "delegates.pdf": ("delegate-list",),
    "agenda.paper": ("director-book", "presidium-crib", "presenter-cards", "real-times"),
    "agenda.paper_pdf": ("director-book",),
}
_number = count(1)


def nobody_else(number: int) -> str:
    """A name nobody else has, so that nobody is taken for a twin."""
    names = sorted({fold(name): name for name in factories.NAMES}.values())
    words = (names[number % len(names)], names[number // len(names) % len(names)], names[number // len(names) ** 2])
    return f"Lê {words[2]} {words[1]} {words[0]}"


class Grown:
    """A congress that has one row of everything, and one more of everything each time it grows."""

    def __init__(self, congress: Any) -> None:
        self.congress = congress
        self.units: list[Any] = []
        self.sessions: list[Any] = []
        self.documents: list[Any] = []
        self.rounds: list[Any] = []
        self.subcommittees: list[Any] = []
        self.answered: Any = None
        self.landed: Any = None

    def grow(self) -> None:
        """One more cell, document, round, session, subcommittee and account, and one more row in each that is there."""
        self._people()
        self._drafts()
        self._programme()
        self._subcommittees()
        self._tasks()
        self._badges()
        self._desk()
        db.session.commit()

    def _people(self) -> None:
        self.units.append(factories.make_unit(self.congress, official_members=90, official_quota=40))
        factories.make_plan(self.congress)
        if len(self.units) == 1:
            plan = factories.make_plan(self.congress, official_total=40, alternate_total=1)
            factories.issue_plan(self.congress, plan)
        for unit in self.units:
            for review in Review:
                delegate = factories.make_delegate(self.congress, unit, nobody_else(next(_number)), review=review)
                people_actions.set_photo(delegate.person, Portrait(b"a picture", b"a small one", 600, 800))
            factories.make_substitution(self.congress, unit, nobody_else(next(_number)), nobody_else(next(_number)))
            factories.make_account(self.congress, Role.CELL_SECRETARY, unit=unit)
        factories.make_report(self.congress)
        if len(self.units) == 1:
            factories.make_target(self.congress)
        factories.make_account(self.congress, *(role for role in Role if role is not Role.CELL_SECRETARY))

    def _badges(self) -> None:
        lines = badge_queries.badge_lines(self.congress.id)
        new = {each.id for each in lines if each.line.takes_part and not each.times}
        badge_actions.print_badges(self.congress, new, actor=Somebody, moment=now())

    def _drafts(self) -> None:
        self.documents.append(factories.make_document(self.congress))
        factories.make_version(self.documents[-1], number=next(_number))
        versions = []
        for document in self.documents:
            number = next(_number)
            versions.append(factories.make_version(document, DRAFT + f"Đoạn thêm {number}.", number=number))
            draft_actions.read_in(document, from_text(DRAFT), actor=Somebody, number=next(_number) + 1000)
            draft_actions.record_step(document, actor=Somebody, version=None, state=PathState.DRAFT)
        self.rounds.append(factories.make_round(self.congress, *versions))
        for round_ in self.rounds:
            db.session.refresh(round_)
            comment_pages.switch(round_, on=True, actor=Somebody)
            comment_actions.add_respondent(
                round_, actor=Somebody, kind=RespondentKind.UNION, name=f"Hội Phụ nữ ấp {next(_number)}"
            )
            for draft in round_.drafts:
                for unit in self.units:
                    factories.make_comment(round_, unit, draft.version, paragraph=1)
                    factories.make_comment(round_, unit, draft.version)
            factories.make_qr_opinion(round_, f"Người dân {next(_number)}")
            for unit in self.units:
                sheet = comments.sheet(round_, unit.id)
                scan = Attachment("phieu.pdf", "pdf", b"%PDF-1.4 " + str(next(_number)).encode())
                comment_files.keep_scan(sheet, scan, actor=Somebody)

    def _desk(self) -> None:
        """One more cell of the answered round: a comment in a point, one that is new, and one more of what is kept."""
        version = self.rounds[0].drafts[0].version
        self.answered = self.answered or factories.make_round(self.congress, version)
        unit, number = self.units[-1], next(_number)
        for paragraph in (2, 3):  # said twice, so that there is something to suggest
            words = "Bổ sung chỉ tiêu chuyển đổi số của xã"
            factories.make_comment(self.answered, unit, version, paragraph, proposed=words)
        comment = factories.make_comment(self.answered, unit, version, 1, proposed=f"Ý kiến thứ {number}")
        factories.send_sheet(self.answered, unit)
        db.session.flush()
        point = desk_points.take_up(self.answered, [comment.id], actor=Somebody)
        if not self.landed:
            self.landed = factories.make_landing(point)
        desk_points.add_note(point, "Đã trao đổi", actor=Somebody)
        desk_points.set_topics(point, [f"Chủ đề {number}"])
        kept.keep_reason(self.congress, actor=Somebody, name=f"Lý do {number}", text="Đã có trong dự thảo.")
        kept.keep_filter(self.congress, actor=Somebody, name=f"Bộ lọc {number}", query="state=new_comment")
        factories.make_synthesis(self.answered)
        desk_suggestions.keep(self.answered, desk_suggestions.look(self.answered), actor=Somebody, near=80)

    def _programme(self) -> None:
        day = date(2025, 8, 11) + timedelta(days=len(self.sessions))
        self.sessions.append(factories.make_session(self.congress, day=day))
        for session in self.sessions:
            item = factories.make_item(session, presenter="Lê Thị Anh")
            agenda_actions.add_item(session, actor=Somebody, parent=item, title=f"Phần {next(_number)}", minutes=5)
            db.session.flush()
        for unit in self.units:
            speech = agenda_actions.register_speech(
                self.congress, unit, actor=Somebody, title=f"Tham luận {next(_number)}", minutes=7
            )
            agenda_actions.keep_speech_file(speech, attachment("Tham luận.pdf", b"%PDF-1.7"), actor=Somebody)
        agenda_actions.release(self.congress, actor=Somebody)
        agenda_actions.start(self.congress, item.id, actor=Somebody, at=now())

    def _subcommittees(self) -> None:
        people = [{"name": f"Lê Thị {n}", "post": "", "phone": "", "role": MemberRole.MEMBER} for n in range(3)]
        self.subcommittees.append(factories.make_subcommittee(self.congress, *people))
        for body in self.subcommittees:
            db.session.refresh(body)
            subcommittee_actions.found_group(
                body, actor=Somebody, people=people[: len(self.subcommittees)], name=f"Tổ {next(_number)}"
            )
            factories.make_file(body)

    def _tasks(self) -> None:
        """A task that waits for another and completes itself, its calendar, a returned paper, a cell's report."""
        body = self.subcommittees[-1]
        member = body.people[0]
        need = factories.make_task(self.congress)
        task = factories.make_task(
            self.congress, subcommittee_id=body.id, lead_id=member.id, condition=Condition.LISTS_SENT, needs=[need.id],
            joins=[f"body:{body.id}", f"member:{member.id}"],
        )  # fmt: skip
        factories.make_task(self.congress, parent_id=task.id)
        task_actions.give_calendar(self.congress, member, actor=Somebody)
        item = factories.make_dossier_item(self.congress)
        on = {"on": date(2025, 7, 25), "due_on": date(2025, 7, 30)}
        dossier_actions.conclude(self.congress, item, actor=Somebody, version=None, conclusions="Rút gọn phần II", **on)
        report = {"planned_on": None, "held_on": None, "place": "", "attended": 5, "result": "Thành công"}
        cell_actions.report(self.units[-1], actor=Somebody, version=None, today=date(2025, 7, 22), **report)


def ids_of(congress: Any, unit: Any = None) -> dict[str, uuid.UUID]:
    """A real row for every id that stands in an address; those of one cell where one is named."""
    found: dict[str, uuid.UUID] = {}
    for model, names in (
        (Unit, {"unit_id": "id"}),
        (Delegate, {"delegate_id": "id", "unit_id": "unit_id"}),
        (Sheet, {"round_id": "round_id", "unit_id": "unit_id"}),
        (Respondent, {"respondent_id": "id"}),
        (SheetFile, {"scan_id": "id"}),
        (AllocationPlan, {"plan_id": "id"}),
        (BadgeRun, {"run_id": "id"}),
        (CredentialsReport, {"report_id": "id"}),
        (StructureTarget, {"target_id": "id"}),
        (AgendaSpeech, {"speech_id": "id", "unit_id": "unit_id"}),
        (AgendaRelease, {"release_id": "id"}),
        (AgendaItem, {"item_id": "id", "session_id": "session_id"}),
        (SupportGroup, {"group_id": "id", "subcommittee_id": "subcommittee_id"}),
        (SubcommitteeFile, {"file_id": "id"}),
        (SubcommitteeMember, {"member_id": "id"}),
        (Task, {"task_id": "id"}),
        (TaskFile, {"task_file_id": "id"}),
        (CalendarFeed, {"feed_id": "id"}),
        (DossierItem, {"dossier_item_id": "id"}),
        (DossierFile, {"dossier_file_id": "id"}),
        (Membership, {"account_id": "account_id"}),
        (Point, {"point_id": "id", "answered_round_id": "round_id"}),
        (ReportStatement, {"statement_id": "id", "synthesis_id": "report_id"}),
        (Landing, {"landing_id": "id", "point_id": "point_id"}),
        (StockReason, {"reason_id": "id"}),
        (SavedFilter, {"filter_id": "id"}),
    ):
        rows = select(model).where(model.congress_id == congress.id).order_by(model.id)
        if unit is not None and hasattr(model, "unit_id"):
            rows = rows.where(model.unit_id == unit.id)
        row = db.session.scalars(rows.limit(1)).first()
        found |= {name: getattr(row, column) for name, column in names.items()} if row is not None else {}
    return found | _substitution_of(congress, unit) | _drafts_of(congress, found) | previews_of(congress)


def _substitution_of(congress: Any, unit: Any) -> dict[str, uuid.UUID]:
    """A substitution, of one cell where one is named."""
    rows = select(Substitution).join(Substitution.out_delegate).where(Substitution.congress_id == congress.id)
    if unit is not None:
        rows = rows.where(Delegate.unit_id == unit.id)
    row = db.session.scalars(rows.order_by(Substitution.id).limit(1)).first()
    return {"substitution_id": row.id} if row is not None else {}


def previews_of(congress: Any) -> dict[str, uuid.UUID]:
    """Workbooks that wait to be read, of whoever got an account last: nobody else may open them."""
    members = select(Membership).where(Membership.congress_id == congress.id).order_by(Membership.account_id.desc())
    owner = db.session.scalars(members.limit(1)).one().account_id
    found = {}
    for kind, name in (("units", "unit_preview_id"), ("delegates", "delegate_preview_id")):
        preview = previews.keep(congress.id, owner, kind, b"x", "danh-sach.csv", moment=now())
        preview.head = {
            "letters": {"name": "B", "full_name": "B", "phone": "C"},
            "unknown": ["Cột lạ"],
            "skipped": [[9, "Tổng cộng", "Dòng tổng cộng."]],
        }
        previews.settle(preview, _preview_rows("name" if kind == "units" else "full_name"))
        found[name] = preview.id
    db.session.commit()
    return found


def _preview_rows(key: str) -> list[PreviewRow]:
    """A row in every state, one that asks whom it speaks of and one that asks whether it is so."""
    cells = {key: PreviewCell(State.FOUND, "Lê Anh"), "phone": PreviewCell(State.FOUND, "0912 345 678")}
    old = {key: PreviewCell(State.CHANGED, "Lê Ánh", "Lê Anh")}
    wrong, odd = Remark(key, "Cần ghi tên."), Remark("", "Lạ.", weight=Weight.QUESTION, key="odd:1")
    return [
        PreviewRow(5, "Lê Anh", State.NEW, cells, (wrong,)),
        PreviewRow(6, "Lê Anh", State.NEW, cells, (odd,), candidates=(Candidate(str(new_id()), "Lê Anh, 1979"),)),
        PreviewRow(7, "Lê Anh", State.NEW, cells),
        PreviewRow(8, "Lê Ánh", State.CHANGED, old, record=str(new_id()), version=1),
        PreviewRow(9, "Lê Anh", State.FOUND, cells, record=str(new_id()), version=1),
    ]


def _drafts_of(congress: Any, ids: dict[str, uuid.UUID]) -> dict[str, uuid.UUID]:
    """The comment of the chosen sheet with its draft, and a text that waits to be looked through."""
    comment = db.session.scalars(
        select(Comment)
        .join(Comment.sheet)
        .where(
            Comment.congress_id == congress.id,
            Sheet.round_id == ids.get("round_id"),
            Sheet.unit_id == ids.get("unit_id"),
        )
        .order_by(Comment.id)
        .limit(1)
    ).first()
    waiting = db.session.scalars(
        select(DraftImport).where(DraftImport.congress_id == congress.id).order_by(DraftImport.id).limit(1)
    ).first()
    found = {"comment_id": comment.id, "version_id": comment.version_id} if comment else {}
    if comment:
        found["passage_id"] = drafts.passages(congress.id, comment.version_id)[0].passage_id
    found |= {"import_id": waiting.id, "document_id": waiting.document_id} if waiting else {}
    steps = select(DocumentStep).where(DocumentStep.congress_id == congress.id)
    if waiting:
        steps = steps.where(DocumentStep.document_id == waiting.document_id)
    step = db.session.scalars(steps.order_by(DocumentStep.id.desc()).limit(1)).first()
    return found | ({"step_id": step.id} if step else {})


@dataclass(frozen=True)
class Place:
    """One address of the program: the endpoint behind it, its path, and what may be sent to it."""

    endpoint: str
    path: str
    methods: frozenset[str]


def places(app: Flask, congress: Any, ids: dict[str, uuid.UUID]) -> list[Place]:
    """Every address of the program on these rows; an id for which there is no row is nobody's."""
    found = []
    for rule in app.url_map.iter_rules():
        if rule.endpoint in ASSETS:
            continue
        for name in NAMES.get(rule.endpoint, ("",)):
            values = {key: ids.get(key, uuid.UUID(int=1)) for key in rule.arguments if key.endswith("_id")}
            if rule.endpoint.startswith("triage.") and "round_id" in values:
                values["round_id"] = ids.get("answered_round_id", values["round_id"])
            values |= {"congress": congress.slug} if "congress" in rule.arguments else {}
            values |= {"name": name} if "name" in rule.arguments else {}
            values |= {"token": _token(congress, ids)} if "token" in rule.arguments else {}
            path = str(rule.build(values, append_unknown=False)[1])
            found.append(Place(rule.endpoint, path, frozenset(rule.methods or ())))
    return sorted(found, key=lambda place: place.path)


def _token(congress: Any, ids: dict[str, uuid.UUID]) -> str:
    """What stands in the address of the round's public page."""
    wanted = select(CommentRound.qr_token).where(
        CommentRound.congress_id == congress.id, CommentRound.id == ids.get("round_id")
    )
    return db.session.scalar(wanted) or "x"


def pages(app: Flask, congress: Any, ids: dict[str, uuid.UUID]) -> list[Place]:
    """Every address that answers GET."""
    return [place for place in places(app, congress, ids) if "GET" in place.methods]
