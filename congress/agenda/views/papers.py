"""The programme on paper and as a calendar."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from flask import Response, abort, g, request, url_for
from flask_babel import gettext as _

from congress.agenda import printouts, queries
from congress.agenda.rules.cards import of_person
from congress.agenda.rules.snapshot import Entry, Sitting, each_entry
from congress.agenda.views.frame import blueprint
from congress.printing.printout import Printout
from congress.printing.response import pdf_response, preview_response
from congress.shared.calendar import MEDIA_TYPE, Event, calendar
from congress.shared.clock import HANOI, today
from congress.shared.labels import N_
from congress.web.access import Permission, may, requires

DIRECTING: dict[str, tuple[str, Callable[..., Printout]]] = {
    "director-book": (N_("Kịch bản điều hành"), printouts.director_book),
    "presidium-crib": (N_("Lời điều hành của Đoàn Chủ tịch"), printouts.presidium_crib),
    "presenter-cards": (N_("Thẻ nhắc việc"), printouts.presenter_cards),
    "real-times": (N_("Giờ thực tế của chương trình"), printouts.real_times),
}
"""Papers with what is not public."""


def _options() -> dict[str, bool]:
    """What the reader chose for the paper; anything else in the address is ignored."""
    return {
        "signed": request.args.get("signed") == "1",
        "of_committee": request.args.get("of") == "committee",
        "draft": _of_draft(),
    }


def _of_draft() -> bool:
    """Whether the draft was asked for, by somebody who may see it."""
    return request.args.get("draft") == "1" and may(Permission.MANAGE_PROGRAMME)


@blueprint.get("/preview")
@requires(Permission.READ_PROGRAMME)
def preview() -> Response:
    options = _options()
    flags: dict[str, Any] = {
        "signed": "1" if options["signed"] else None,
        "of": "committee" if options["of_committee"] else None,
        "draft": "1" if options["draft"] else None,
    }
    other = flags | {"signed": None if options["signed"] else "1"}
    body = flags | {"of": None if options["of_committee"] else "committee"}
    links = (
        (_("Về chương trình"), url_for("agenda.show")),
        (_("Tải PDF"), url_for("agenda.pdf", **flags)),
        (_("Bỏ khối chữ ký") if options["signed"] else _("Thêm khối chữ ký"), url_for("agenda.preview", **other)),
        (
            _("Tiêu đề của đại hội") if options["of_committee"] else _("Tiêu đề của cấp ủy"),
            url_for("agenda.preview", **body),
        ),
    )
    return preview_response(printouts.build(g.congress, today=today(), **options), links=links)


@blueprint.get("/pdf")
@requires(Permission.READ_PROGRAMME)
def pdf() -> Response:
    return pdf_response(printouts.build(g.congress, today=today(), **_options()))


@blueprint.get("/papers/<name>")
@requires(Permission.MANAGE_PROGRAMME)
def paper(name: str) -> Response:
    """A paper for those who direct the congress, as a page."""
    draft = _of_draft()
    links = [
        (_("Về chương trình"), url_for("agenda.show")),
        (_("Tải PDF"), url_for("agenda.paper_pdf", name=name, draft="1" if draft else None)),
    ]
    if name != "real-times":  # what happened, happened by the released programme
        other = _("Theo bản đã ban hành") if draft else _("Theo bản nháp")
        links.append((other, url_for("agenda.paper", name=name, draft=None if draft else "1")))
    return preview_response(_directing(name, draft), links=links)


@blueprint.get("/papers/<name>/pdf")
@requires(Permission.MANAGE_PROGRAMME)
def paper_pdf(name: str) -> Response:
    """The same as a PDF."""
    return pdf_response(_directing(name, _of_draft()))


def _directing(name: str, draft: bool) -> Printout:
    if name not in DIRECTING:
        abort(404)
    return DIRECTING[name][1](g.congress, today=today(), draft=draft)


@blueprint.get("/calendar.ics")
@requires(Permission.READ_PROGRAMME)
def calendar_file() -> Response:
    """The programme in force for any calendar; `who` narrows it to one person's or body's duties."""
    programme, release = queries.in_force(g.congress.id)
    who = request.args.get("who", "").strip()
    if who:
        found = list({task.entry.id: (task.sitting, task.entry) for task in of_person(programme, who)}.values())
    else:
        found = list(each_entry(programme))
    number = release.number if release else 0
    events = [_event(sitting, entry, number) for sitting, entry in found]
    content = calendar(g.congress.title, events, stamp=release.released_at if release else datetime.now(UTC))
    response = Response(content, mimetype=MEDIA_TYPE)
    response.headers["Content-Disposition"] = f"attachment; filename={g.congress.slug}.ics"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _event(sitting: Sitting, entry: Entry, number: int) -> Event:
    people = ((_("Thực hiện"), entry.presenter), (_("Điều hành"), entry.chair), (_("Văn bản"), entry.paper))
    return Event(
        uid=f"{entry.id}@{g.congress.slug}",
        summary=entry.title,
        start=sitting.moment(entry.start).replace(tzinfo=HANOI),
        end=sitting.moment(entry.end).replace(tzinfo=HANOI),
        location=entry.place or sitting.place,
        description="\n".join(filter(None, (entry.detail, *(f"{label}: {text}" for label, text in people if text)))),
        sequence=number,
    )
