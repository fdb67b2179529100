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
from congress.agenda.models import AgendaItem
from congress.comments.models import Comment, Sheet
from congress.database import db
from congress.delegates.models import Delegate
from congress.delegates.vocabulary import Review
from congress.drafts import actions as draft_actions
from congress.drafts.models import DraftImport
from congress.drafts.rules.blocks import from_text
from congress.subcommittees import actions as subcommittee_actions
from congress.subcommittees.models import SupportGroup
from congress.subcommittees.vocabulary import MemberRole
from congress.units.models import Unit
from congress.web.access import ASSETS, Role
from tests import factories
from tests.factories import DRAFT, Somebody

NAMES = {"delegates.preview": ("delegate-list", "delegate-summaries"), "delegates.pdf": ("delegate-list",)}
_number = count(1)


def nobody_else(number: int) -> str:
    """A name nobody else has, so that nobody is taken for a twin."""
    names = factories.NAMES
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

    def grow(self) -> None:
        """One more cell, document, round, session, subcommittee and account, and one more row in each that is there."""
        self._people()
        self._drafts()
        self._programme()
        self._subcommittees()
        db.session.commit()

    def _people(self) -> None:
        self.units.append(factories.make_unit(self.congress, official_members=90, official_quota=40))
        for unit in self.units:
            for review in Review:
                factories.make_delegate(self.congress, unit, nobody_else(next(_number)), review=review)
            factories.make_account(self.congress, Role.CELL_SECRETARY, unit=unit)
        factories.make_account(self.congress, *(role for role in Role if role is not Role.CELL_SECRETARY))

    def _drafts(self) -> None:
        self.documents.append(factories.make_document(self.congress))
        versions = []
        for document in self.documents:
            number = next(_number)
            versions.append(factories.make_version(document, DRAFT + f"Đoạn thêm {number}.", number=number))
            draft_actions.read_in(document, from_text(DRAFT), actor=Somebody, number=next(_number) + 1000)
        self.rounds.append(factories.make_round(self.congress, *versions))
        for round_ in self.rounds:
            db.session.refresh(round_)
            for draft in round_.drafts:
                for unit in self.units:
                    factories.make_comment(round_, unit, draft.version, paragraph=1)
                    factories.make_comment(round_, unit, draft.version)

    def _programme(self) -> None:
        day = date(2025, 8, 11) + timedelta(days=len(self.sessions))
        self.sessions.append(factories.make_session(self.congress, day=day))
        for session in self.sessions:
            factories.make_item(session)

    def _subcommittees(self) -> None:
        people = [{"name": f"Lê Thị {n}", "post": "", "phone": "", "role": MemberRole.MEMBER} for n in range(3)]
        self.subcommittees.append(factories.make_subcommittee(self.congress, *people))
        for body in self.subcommittees:
            db.session.refresh(body)
            subcommittee_actions.found_group(
                body, actor=Somebody, people=people[: len(self.subcommittees)], name=f"Tổ {next(_number)}"
            )


def ids_of(congress: Any, unit: Any = None) -> dict[str, uuid.UUID]:
    """A real row for every id that stands in an address; those of one cell where one is named."""
    found: dict[str, uuid.UUID] = {}
    for model, names in (
        (Unit, {"unit_id": "id"}),
        (Delegate, {"delegate_id": "id", "unit_id": "unit_id"}),
        (Sheet, {"round_id": "round_id", "unit_id": "unit_id"}),
        (AgendaItem, {"item_id": "id", "session_id": "session_id"}),
        (SupportGroup, {"group_id": "id", "subcommittee_id": "subcommittee_id"}),
        (Membership, {"account_id": "account_id"}),
    ):
        rows = select(model).where(model.congress_id == congress.id).order_by(model.id)
        if unit is not None and hasattr(model, "unit_id"):
            rows = rows.where(model.unit_id == unit.id)
        row = db.session.scalars(rows.limit(1)).first()
        found |= {name: getattr(row, column) for name, column in names.items()} if row is not None else {}
    return found | _drafts_of(congress, found)


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
    return found | ({"import_id": waiting.id, "document_id": waiting.document_id} if waiting else {})


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
            values |= {"congress": congress.slug} if "congress" in rule.arguments else {}
            values |= {"name": name} if "name" in rule.arguments else {}
            path = str(rule.build(values, append_unknown=False)[1])
            found.append(Place(rule.endpoint, path, frozenset(rule.methods or ())))
    return sorted(found, key=lambda place: place.path)


def pages(app: Flask, congress: Any, ids: dict[str, uuid.UUID]) -> list[Place]:
    """Every address that answers GET."""
    return [place for place in places(app, congress, ids) if "GET" in place.methods]
