"""The blueprint, and what the pages share."""

import uuid
from typing import Any

from flask import Blueprint, flash, g, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from congress.credentials import queries
from congress.credentials.models import CredentialsReport
from congress.credentials.rules import queue as queue_rules
from congress.credentials.rules import structure as structure_rules
from congress.delegates.rules.traits import named
from congress.delegates.vocabulary import Standing
from congress.shared import clock
from congress.shared.problems import RuleBroken
from congress.web.access import Permission, may, requires
from congress.web.base_form import said

blueprint = Blueprint("credentials", __name__, url_prefix="/<congress>/credentials")


def may_check() -> bool:
    """Whether the reader records decisions and draws up reports."""
    return may(Permission.CHECK_CREDENTIALS)


def report_of(report_id: uuid.UUID) -> CredentialsReport:
    """One report of this congress; NoResultFound otherwise."""
    return queries.report(g.congress.id, report_id)


def turned_back(broken: RuleBroken, endpoint: str, **values: Any) -> Response:
    """To the page somebody came from, which says why the act was refused."""
    flash(said(broken), "warning")
    return redirect(url_for(endpoint, **values))


@blueprint.get("/")
@requires(Permission.READ_CREDENTIALS)
def home() -> str:
    cases = queries.cases(g.congress)
    reports = queries.reports(g.congress.id)
    chosen = structure_rules.chosen([case.checked.line for case in cases], Standing.OFFICIAL)
    targets = [each.as_target for each in queries.targets(g.congress.id)]
    return render_template(
        "credentials/home.html",
        checks=may_check(),
        reports=reports,
        changed=queries.changes_since(g.congress, reports, queries.lines(g.congress)),
        committee=queries.committee(g.congress.id),
        base=queries.base([case.checked.line for case in cases]),
        counts=queue_rules.add_up(cases),
        structure=structure_rules.structure(chosen, targets, g.congress.opens_on or clock.today()),
        named=lambda key: named(key, _),
    )
