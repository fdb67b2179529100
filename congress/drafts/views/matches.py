"""What became of each passage between a version and the one before, and correcting it by hand."""

import uuid
from collections import Counter

from flask import flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.database import transaction
from congress.drafts import queries
from congress.drafts.actions import links as link_actions
from congress.drafts.forms import EmptyForm, MatchForm
from congress.drafts.rules.redline import redline
from congress.drafts.views.blueprint import blueprint
from congress.drafts.vocabulary import MatchKind, Side
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import searched, sought
from congress.web.access import Permission, requires
from congress.web.listing import Listing, Pages

PER_PAGE = 100
DIFFERS = "differs"


@blueprint.get("/versions/<uuid:version_id>/matches")
@requires(Permission.READ_DRAFTS)
def matches(version_id: uuid.UUID) -> str:
    """Each passage beside what it was in the version before; ?kind=, ?hand=1 and ?q= narrow the list."""
    version = queries.version(g.congress.id, version_id)
    before = queries.matched_with(version)
    listing = Listing.read(request.args, (), filters=("kind", "hand"))
    shown: dict[str, object] = {}
    if before is not None:
        found = queries.matches(version, before)
        wanted, words = listing.filters.get("kind", ""), sought(listing.search)
        groups = [
            each
            for each in found.groups
            if wanted in ("", each.fate.value, DIFFERS if each.fate is not MatchKind.SAME else "")
            and (each.by_hand or not listing.filters.get("hand"))
            and (not words or any(words in searched(row.text) for row in found.before(each) + found.now(each)))
        ]
        pages = Pages(len(groups), PER_PAGE, listing.page)
        shown = {
            "found": found,
            "groups": groups[pages.offset : pages.offset + PER_PAGE],
            "pages": pages,
            "sums": Counter(each.fate for each in found.groups),
            "by_hand": sum(each.by_hand for each in found.groups),
        }
    return render_template(
        "drafts/matches.html",
        version=version,
        before=before,
        earlier=before or queries.version_before(g.congress.id, version.document_id, version.number),
        listing=listing,
        kinds=MatchKind,
        differs=DIFFERS,
        sides=Side,
        redline=redline,
        form=EmptyForm(),
        **shown,
    )


@blueprint.post("/versions/<uuid:version_id>/matches/again")
@requires(Permission.MANAGE_DRAFTS)
def match_again(version_id: uuid.UUID) -> Response:
    version = queries.version(g.congress.id, version_id)
    with transaction():
        link_actions.draw_up(version, actor=current_user)
    flash(_("Đã đối chiếu lại với lần trước."))
    return redirect(url_for("drafts.matches", version_id=version_id))


@blueprint.route("/versions/<uuid:version_id>/matches/<uuid:passage_id>", methods=["GET", "POST"])
@requires(Permission.MANAGE_DRAFTS)
def match(version_id: uuid.UUID, passage_id: uuid.UUID) -> str | Response:
    """Choose what a passage was (or, with ?side=side_before, what a passage before has become)."""
    version = queries.version(g.congress.id, version_id)
    before = queries.matched_with(version)
    if before is None:
        flash(_("Dự thảo này chưa được đối chiếu với lần trước."))
        return redirect(url_for("drafts.matches", version_id=version_id))
    side = Side.OLD if request.args.get("side") == Side.OLD else Side.NEW
    own, its = (version, before) if side is Side.NEW else (before, version)
    passage = queries.passage(g.congress.id, own.id, passage_id)
    tied = queries.tied_to(version, side, passage_id)
    form = MatchForm()
    if not form.is_submitted():
        form.show(tied)
    elif form.validate():
        try:
            with transaction():
                link_actions.correct(
                    version,
                    actor=current_user,
                    side=side,
                    passage_id=passage_id,
                    other_ids=form.chosen,
                    seen=form.was_tied_to,
                )
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã sửa chỗ đối chiếu. Đoạn nào vì thế không còn gắn với đoạn nào thì ghi là mới thêm hoặc bỏ đi."))
            return redirect(url_for("drafts.matches", version_id=version_id, hand="1"))
    search = request.args.get("q", "")[:100]
    return render_template(
        "drafts/match.html",
        version=version,
        own=own,
        its=its,
        side=side,
        sides=Side,
        passage=passage,
        tied=tied,
        search=search,
        candidates=queries.candidates(passage, its, tied, search),
        form=form,
    )
