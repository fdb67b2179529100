"""The blueprint, and what all pages of delegates share: who looks, at which cells."""

import uuid
from datetime import date

from flask import Blueprint, g

from congress.delegates import queries
from congress.delegates.models import Delegate
from congress.shared import clock
from congress.shared.scope import UnitScope
from congress.units import queries as units
from congress.units.models import Unit
from congress.web.access import Permission, may, my_scope

blueprint = Blueprint("delegates", __name__, url_prefix="/<congress>/delegates")


def is_reviewer() -> bool:
    """Whether the reader receives lists, and so may change what a cell has sent."""
    return may(Permission.REVIEW_DELEGATES)


def private_scope() -> UnitScope:
    """The cells whose card and telephone numbers the reader may see: those the reader registers for."""
    return my_scope(Permission.REGISTER_DELEGATES)


def delegate_of(delegate_id: uuid.UUID, permission: Permission) -> Delegate:
    """One delegate the reader has this permission for; NoResultFound otherwise."""
    return queries.one(g.congress.id, my_scope(permission), delegate_id)


def unit_of(unit_id: uuid.UUID, permission: Permission) -> Unit:
    """One cell the reader has this permission for; NoResultFound otherwise."""
    return units.one(g.congress.id, my_scope(permission), unit_id)


def today() -> date:
    """The day of this request."""
    return clock.today()
