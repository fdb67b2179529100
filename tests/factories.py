"""Rows for tests: plain functions with keyword defaults; each flushes, so ids are there."""

from datetime import date, time
from itertools import count
from typing import Any

from congress.accounts.models import Account, Membership
from congress.agenda import actions as agenda_actions
from congress.agenda.models import AgendaItem, AgendaSession
from congress.agenda.vocabulary import SessionKind
from congress.congresses import actions as congress_actions
from congress.congresses.models import Congress
from congress.database import db
from congress.delegates.actions import records as delegate_actions
from congress.delegates.models import Delegate
from congress.delegates.vocabulary import Origin, Review, Standing
from congress.people.vocabulary import GeneralEducation, Sex
from congress.shared.vietnamese import PartialDate
from congress.units import actions as unit_actions
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
        "birth": PartialDate(1970 + number % 25, 1 + number % 12, 1 + number % 28),
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
