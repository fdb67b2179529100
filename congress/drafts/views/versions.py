"""Pages of versions: read in, looked through, recorded, read, taken back."""

import uuid
from typing import Any

from flask import flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response

from congress.database import let_go, transaction
from congress.drafts import actions, forms, queries
from congress.drafts.actions import links as link_actions
from congress.drafts.forms import EmptyForm, KindsForm, ReadInForm
from congress.drafts.models import DraftImport
from congress.drafts.printouts import layout_key
from congress.drafts.rules import blocks as block_rules
from congress.drafts.rules.blocks import Block
from congress.drafts.rules.outline import place
from congress.drafts.rules.recomposing import as_text, from_edited
from congress.drafts.views.blueprint import blueprint
from congress.drafts.vocabulary import Source
from congress.printing.printout import LineNumbers
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import tidy
from congress.web.access import Permission, requires
from congress.wordprocessing.limits import LARGEST_FILE
from congress.wordprocessing.reader import read_docx

PER_PAGE = 200


@blueprint.route("/<uuid:document_id>/read-in", methods=["GET", "POST"])
@requires(Permission.MANAGE_DRAFTS)
def read_in(document_id: uuid.UUID) -> str | Response:
    """Paste or upload the text of a new version, or with ?based=<number> edit a copy of a recorded one."""
    document = queries.document(g.congress.id, document_id)
    based = queries.numbered(g.congress.id, document.id, request.args.get("based", 0, type=int))
    base = [row.block for row in queries.passages(g.congress.id, based.id)] if based else []
    form = ReadInForm()
    if not form.is_submitted():
        form.number.data = queries.next_number(g.congress.id, document.id)
        form.text.data = as_text(base)
    elif form.validate():
        let_go()  # reading a Word file takes seconds; nobody else shall wait for the database meanwhile
        try:
            given = _edited(form, base) if base else _blocks_given(form)
            with transaction():
                draft = actions.read_in(
                    queries.document(g.congress.id, document_id),
                    actor=current_user,
                    number=form.number.data or 1,
                    dated=form.dated.data,
                    note_text=form.note.data or "",
                    **given,
                )
        except RuleBroken as broken:
            form.blame(broken)
        else:
            return redirect(url_for("drafts.preview", document_id=document_id, import_id=draft.id))
    document = queries.document(g.congress.id, document_id)
    based = queries.numbered(g.congress.id, document.id, request.args.get("based", 0, type=int))
    return render_template("drafts/read_in.html", form=form, document=document, based=based)


def _edited(form: ReadInForm, base: list[Block]) -> dict[str, Any]:
    return {"blocks": from_edited(form.text.data or "", base), "source": Source.COMPOSED}


def _blocks_given(form: ReadInForm) -> dict[str, Any]:
    """What was pasted or uploaded, as action arguments. Raises RuleBroken when it is both or cannot be read."""
    upload = form.file.data
    if not isinstance(upload, FileStorage) or not upload.filename:
        blocks = block_rules.from_text(form.text.data or "", join_lines=form.join_lines.data)
        return {"blocks": blocks, "source": Source.PASTED}
    if (form.text.data or "").strip():
        raise RuleBroken(
            _("Đã có văn bản dán vào. Hãy để trống ô văn bản nếu muốn dùng tệp, hoặc không chọn tệp."), "file"
        )
    word = read_docx(upload.stream.read(LARGEST_FILE + 1), "file")
    blocks = block_rules.from_word((block.kind, block.level, block.text) for block in word.blocks)
    if not blocks:
        raise RuleBroken(_("Tệp này không có chữ nào (có thể là ảnh chụp). Hãy dán văn bản vào ô bên trên."), "file")
    return {
        "blocks": blocks,
        "source": Source.UPLOADED,
        "file_name": tidy(upload.filename),
        "remarks": block_rules.remarks(word.inserted, word.deleted, word.numbered, blocks, pictures=word.pictures),
    }


def _waiting(document_id: uuid.UUID, import_id: uuid.UUID) -> DraftImport:
    return queries.waiting(g.congress.id, document_id, import_id)


def _waits_no_more(document_id: uuid.UUID) -> Response:
    """Back, or a second press, after a text was recorded or dropped: the document's page says what has become of it."""
    document = queries.document(g.congress.id, document_id)
    flash(_("Văn bản này không còn chờ xem lại: đã được ghi nhận hoặc đã bỏ. Các lần dự thảo đã ghi ở bên dưới."))
    return redirect(url_for("drafts.show", document_id=document.id))


@blueprint.route("/<uuid:document_id>/imports/<uuid:import_id>", methods=["GET", "POST"])
@requires(Permission.MANAGE_DRAFTS)
def preview(document_id: uuid.UUID, import_id: uuid.UUID) -> str | Response:
    """Look a text through before it becomes a version: kinds of blocks can be set, page by page."""
    if not queries.still_waits(g.congress.id, document_id, import_id):
        return _waits_no_more(document_id)
    draft = _waiting(document_id, import_id)
    blocks = draft.read_blocks()
    pages = max(1, -(-len(blocks) // PER_PAGE))
    page = min(pages, max(1, request.args.get("page", 1, type=int)))
    form = KindsForm(obj=draft)
    if form.validate_on_submit():
        choices = forms.choices_from(request.form)
        try:
            with transaction():
                if request.form.get("go") == "reset":
                    actions.read_again(draft, version=form.version.data)
                else:
                    actions.choose_kinds(draft, choices, version=form.version.data)
        except RuleBroken as broken:
            form.blame(broken)
            blocks = [block.as_choice(choices.get(number, "")) for number, block in enumerate(blocks)]
        else:
            return _after_kinds(draft, page, pages)
    return render_template(
        "drafts/preview.html",
        form=form,
        draft=draft,
        placed=place(blocks)[(page - 1) * PER_PAGE : page * PER_PAGE],
        sums=_counts(blocks),
        page=page,
        pages=pages,
        changed=draft.blocks != draft.read_as,
    )


def _after_kinds(draft: DraftImport, page: int, pages: int) -> Response:
    """Where the pressed button leads: on to the next page, or to the question whether to record it."""
    go = request.form.get("go", "")
    if go == "record":
        return redirect(url_for("drafts.record", document_id=draft.document_id, import_id=draft.id))
    flash(_("Mọi dòng đã trở về loại như máy đọc.") if go == "reset" else _("Đã lưu loại của các đoạn trên trang này."))
    onward = min(page + 1, pages) if go == "next" else page
    return redirect(url_for("drafts.preview", document_id=draft.document_id, import_id=draft.id, page=onward))


def _counts(blocks: list[Block]) -> dict[str, int]:
    headings = sum(block.choice.startswith("h") for block in blocks)
    return {"headings": headings, "paragraphs": len(blocks) - headings}


@blueprint.route("/<uuid:document_id>/imports/<uuid:import_id>/record", methods=["GET", "POST"])
@requires(Permission.MANAGE_DRAFTS)
def record(document_id: uuid.UUID, import_id: uuid.UUID) -> str | Response:
    """Say in numbers what will be recorded, then record it."""
    if not queries.still_waits(g.congress.id, document_id, import_id):
        return _waits_no_more(document_id)
    draft = _waiting(document_id, import_id)
    form = EmptyForm()
    if form.validate_on_submit():
        with transaction():
            version = actions.record(draft, actor=current_user)
        flash(_("Đã ghi nhận %(name)s.", name=version.full_title))
        return redirect(url_for("drafts.version", version_id=version.id))
    blocks = draft.read_blocks()
    matched = link_actions.match(draft.document_id, g.congress.id, draft.number, blocks)
    return render_template("drafts/record.html", form=form, draft=draft, matched=matched, sums=_counts(blocks))


@blueprint.post("/<uuid:document_id>/imports/<uuid:import_id>/discard")
@requires(Permission.MANAGE_DRAFTS)
def discard(document_id: uuid.UUID, import_id: uuid.UUID) -> Response:
    draft = _waiting(document_id, import_id)
    with transaction():
        actions.discard(draft, actor=current_user)
    flash(_("Đã bỏ văn bản chờ xem lại."))
    return redirect(url_for("drafts.show", document_id=document_id))


@blueprint.get("/versions/<uuid:version_id>")
@requires(Permission.READ_DRAFTS)
def version(version_id: uuid.UUID) -> str:
    """Read a version: table of contents, numbered paragraphs, an anchor for each."""
    found = queries.version(g.congress.id, version_id)
    passages = queries.passages(g.congress.id, found.id)
    earlier = queries.version_before(g.congress.id, found.document_id, found.number)
    layout = queries.layout(found, layout_key(g.congress, found))
    return render_template(
        "drafts/version.html",
        version=found,
        passages=passages,
        earlier=earlier,
        layout=layout,
        spans=layout.by_position if layout else {},
        printed=LineNumbers,
    )


@blueprint.post("/versions/<uuid:version_id>/take-back")
@requires(Permission.MANAGE_DRAFTS)
def take_back(version_id: uuid.UUID) -> Response:
    found = queries.version(g.congress.id, version_id)
    with transaction():
        draft = actions.take_back(found, actor=current_user)
    flash(_("Đã đưa dự thảo ra. Xem lại rồi ghi nhận lần nữa."))
    return redirect(url_for("drafts.preview", document_id=draft.document_id, import_id=draft.id))
