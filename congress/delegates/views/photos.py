"""Portraits: shown to whoever may see the delegate; sent for one delegate, or for many with a look before saving."""

import uuid
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass

from flask import abort, flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response

from congress.database import let_go, transaction
from congress.delegates import queries
from congress.delegates.actions import photos, records
from congress.delegates.forms import EmptyForm, PhotoForm, PhotosForm
from congress.delegates.models import Delegate
from congress.delegates.rules.photos import Matched, Roll, in_doubt
from congress.delegates.rules.roll import Line
from congress.delegates.views.frame import blueprint, delegate_of, is_reviewer, private_scope, today
from congress.delegates.vocabulary import Match
from congress.people import actions as people_actions
from congress.people import queries as people
from congress.pictures.albums import Photo, photos_in
from congress.pictures.portrait import LARGEST_FILE, MEDIA_TYPE, Portrait, portrait, thumbnail
from congress.shared.problems import RuleBroken
from congress.shared.scope import UnitScope
from congress.storage import storage
from congress.web.access import Permission, my_scope, requires
from congress.web.base_form import said


@blueprint.get("/<uuid:delegate_id>/photo.jpg")
@requires(Permission.READ_DELEGATES)
def photo(delegate_id: uuid.UUID) -> Response:
    """The portrait itself; never kept by a browser or a cache (headers of every answer)."""
    delegate = delegate_of(delegate_id, Permission.READ_DELEGATES)
    row = people.photo_of(g.congress.id, delegate.person_id)
    if row is None:
        abort(404)
    try:
        content = storage().read(people_actions.photo_file(g.congress.id, row.hash))
    except FileNotFoundError:
        abort(404)
    response = Response(content, mimetype=MEDIA_TYPE)
    response.headers["Content-Disposition"] = "inline"
    return response


@blueprint.route("/<uuid:delegate_id>/photo", methods=["GET", "POST"])
@requires(Permission.REGISTER_DELEGATES)
def photo_edit(delegate_id: uuid.UUID) -> str | Response:
    """Send or replace one portrait; the page shows what was kept of it."""
    delegate = delegate_of(delegate_id, Permission.REGISTER_DELEGATES)
    records.refuse_unless_open(g.congress, delegate, today=today(), as_reviewer=is_reviewer())
    form = PhotoForm()
    if form.validate_on_submit():
        try:
            picture = _sent(form)
            with transaction():
                delegate = delegate_of(delegate_id, Permission.REGISTER_DELEGATES)
                photos.give(g.congress, delegate, picture, actor=current_user, today=today(), as_reviewer=is_reviewer())
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(
                _("Đã lưu ảnh của đồng chí %(name)s. Hãy xem ảnh đã cắt; chưa được thì gửi lại.", name=_name(delegate))
            )
            return redirect(url_for("delegates.photo_edit", delegate_id=delegate.id))
    row = people.photo_of(g.congress.id, delegate.person_id)
    return render_template("delegates/photo.html", delegate=delegate, form=form, photo=row)


def _sent(form: PhotoForm) -> Portrait:
    """The portrait in the form's file; drawn outside any transaction, because that takes a moment."""
    upload = form.photo.data
    if not isinstance(upload, FileStorage) or not upload.filename:
        raise RuleBroken(_("Chưa chọn tệp ảnh."), "photo")
    content, frame = upload.stream.read(LARGEST_FILE + 1), form.frame.data
    let_go()
    return portrait(content, frame, field="photo")


@blueprint.post("/<uuid:delegate_id>/photo/remove")
@requires(Permission.REGISTER_DELEGATES)
def photo_remove(delegate_id: uuid.UUID) -> Response:
    delegate = delegate_of(delegate_id, Permission.REGISTER_DELEGATES)
    with transaction():
        gone = photos.take_away(g.congress, delegate, actor=current_user, today=today(), as_reviewer=is_reviewer())
    flash(_("Đã bỏ ảnh.") if gone else _("Đại biểu này không có ảnh."))
    return redirect(url_for("delegates.show", delegate_id=delegate_id))


@dataclass(frozen=True)
class Looked:
    """One photograph before it is saved: what it is called or said to be of, and whom that means."""

    hash: str
    said: str
    match: Matched
    twice: bool
    has_photo: bool
    shown: str


@dataclass(frozen=True)
class Left:
    """A file that is no photograph, and the sentence that says so."""

    name: str
    sentence: str


@blueprint.route("/photos", methods=["GET", "POST"])
@requires(Permission.REGISTER_DELEGATES)
def many_photos() -> str:
    """Send many portraits; nothing is saved before the page that shows whom each is of."""
    form = PhotosForm()
    if form.validate_on_submit():
        try:
            pictures, left = _unfolded(form)
        except RuleBroken as broken:
            form.blame(broken)
        else:
            return _look([(name, picture) for name, picture in pictures], left)
    lines = _lines()
    pictured = people.with_photo(g.congress.id)
    people_of = queries.people_of(g.congress.id, _scope())
    missing = sum(people_of[line.id] not in pictured for line in lines)
    return render_template("delegates/photos.html", form=form, total=len(lines), missing=missing)


def _unfolded(form: PhotosForm) -> tuple[list[tuple[str, Portrait]], list[Left]]:
    """The portraits of all files by what they are called, put aside for this account; and what is none."""
    files = [
        Photo(each.filename, each.stream.read())
        for each in form.files.data or ()
        if isinstance(each, FileStorage) and each.filename
    ]
    if not files:
        raise RuleBroken(_("Chưa chọn tệp nào."), "files")
    congress_id, owner = g.congress.id, current_user.id
    let_go()
    photos.drop_left(congress_id, before=today())
    found, left = [], []
    for file in photos_in(files, "files"):
        if file.left_out:
            left.append(Left(file.name, _(file.left_out)))
            continue
        try:
            picture = portrait(file.content)
        except RuleBroken as broken:
            left.append(Left(file.name, said(broken)))
            continue
        photos.put_aside(congress_id, owner, picture, today())
        found.append((file.stem, picture))
    return found, left


@blueprint.post("/photos/save")
@requires(Permission.REGISTER_DELEGATES)
def save_photos() -> str | Response:
    """Save what was looked at, or look again after names were typed; what means nobody stays on the page."""
    hashes, names = request.form.getlist("hash")[:600], request.form.getlist("who")[:600]
    wanted = set(request.form.getlist("take"))
    known = {picture.hash: picture for picture in photos.aside(g.congress.id, current_user.id, set(hashes))}
    rows = [(name, known[key]) for key, name in zip(hashes, names, strict=False) if key in known]
    if not rows:
        flash(_("Các ảnh này không còn chờ: đã lưu, đã bỏ, hoặc để quá một ngày. Hãy gửi lại nếu cần."), "warning")
        return redirect(url_for("delegates.many_photos"))
    if "again" in request.form:
        return _look(rows, [])
    roll = Roll(_lines())
    matches = [roll.find(name) for name, _picture in rows]
    take = [
        (match.line.id, picture)
        for match, twice, (_name, picture) in zip(matches, in_doubt(matches), rows, strict=True)
        if match.line and not twice and picture.hash in wanted
    ]
    saved, refused = _save(take)
    taken = {picture.hash for _id, picture in take}
    if saved:
        flash(_("Đã lưu %(n)s ảnh.", n=saved))
    remaining = [(name, picture) for name, picture in rows if picture.hash not in taken]
    if remaining or refused:
        return _look(remaining, refused)
    photos.drop_aside(g.congress.id, current_user.id)
    return redirect(url_for("delegates.many_photos"))


def _save(take: Sequence[tuple[uuid.UUID, Portrait]]) -> tuple[int, list[Left]]:
    """Give each delegate the portrait, all in one transaction; how many, and who may no longer be changed."""
    saved, refused = 0, []
    with transaction():
        delegates = {each.id: each for each in queries.several(g.congress.id, _scope(), [key for key, _p in take])}
        for key, picture in take:
            try:
                photos.give(
                    g.congress, delegates[key], picture, actor=current_user, today=today(), as_reviewer=is_reviewer()
                )
                saved += 1
            except RuleBroken as broken:
                refused.append(Left(_name(delegates[key]), said(broken)))
    return saved, refused


def _look(pictures: Sequence[tuple[str, Portrait]], left: Sequence[Left]) -> str:
    """The page before saving."""
    roll = Roll(_lines())
    matches = [roll.find(name) for name, _picture in pictures]
    pictured = people.with_photo(g.congress.id)
    people_of = queries.people_of(g.congress.id, _scope())
    rows = [
        Looked(
            hash=picture.hash,
            said=name,
            match=match,
            twice=twice,
            has_photo=match.line is not None and people_of[match.line.id] in pictured,
            shown=f"data:{MEDIA_TYPE};base64,{b64encode(thumbnail(picture)).decode()}",
        )
        for match, twice, (name, picture) in zip(matches, in_doubt(matches), pictures, strict=True)
    ]
    ready = sum(row.match.line is not None and not row.twice for row in rows)
    return render_template(
        "delegates/photos_look.html", rows=rows, left=left, ready=ready, words=Match, form=EmptyForm()
    )


def _scope() -> UnitScope:
    return my_scope(Permission.REGISTER_DELEGATES)


def _lines() -> list[Line]:
    return queries.lines(g.congress.id, _scope(), private=private_scope())


def _name(delegate: Delegate) -> str:
    return delegate.person.full_name
