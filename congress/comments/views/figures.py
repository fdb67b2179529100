"""A round in figures."""

import uuid

from flask import g, render_template

from congress.comments import queries
from congress.comments.queries.statistics import of_round
from congress.comments.views.blueprint import blueprint
from congress.comments.vocabulary import Channel, Stance
from congress.web.access import Permission, requires


@blueprint.get("/<uuid:round_id>/statistics")
@requires(Permission.READ_COMMENTS)
def statistics(round_id: uuid.UUID) -> str:
    """Opinions and participants counted apart; charts with the tables that say the same."""
    round_ = queries.one_round(g.congress.id, round_id)
    found = of_round(round_)
    return render_template(
        "comments/statistics.html", round=round_, found=found, stances=list(Stance), ways=list(Channel)
    )
