"""What a render process can be asked to do: a function of (engine, request, body) giving (answer, bytes) per job."""

from typing import Any

from congress.printing.engine import CannotPrint, Engine
from congress.printing.line_numbers import DIGITS, SIZE, lines_of, spans, stamp
from congress.printing.long_tables import LongTable, long_table
from congress.printing.measuring import Room, page_tops, row_heights
from congress.printing.merging import finish, merge

PIXEL = 0.75
"""Points; the layout engine answers in CSS pixels."""


def pdf(engine: Engine, request: dict[str, Any], body: bytes) -> tuple[dict[str, Any], bytes]:
    """One whole paper."""
    html = body.decode()
    engine.check_letters(html, request["family"])
    document = engine.lay_out(html, request["css"])
    return {"pages": len(document.pages)}, finish(engine.write(document, request["family"]))


def numbered(engine: Engine, request: dict[str, Any], body: bytes) -> tuple[dict[str, Any], bytes]:
    """One whole paper with the numbers of its lines in the margin of `left` points; `through`: over all pages."""
    html, family = body.decode(), request["family"]
    engine.check_letters(html, family)
    document = engine.lay_out(html, request["css"])
    page = f'<!DOCTYPE html><html lang="vi"><head><title>-</title></head><body>{DIGITS}</body></html>'
    digits = engine.write(engine.lay_out(page, f'body{{font:{SIZE}pt "{family}"}}'), family)
    lines = lines_of(document.pages)
    data = stamp(engine.write(document, family), digits, lines, request["left"], through=request["through"])
    return {"pages": len(lines)}, finish(data)


def places(engine: Engine, request: dict[str, Any], body: bytes) -> tuple[dict[str, Any], bytes]:
    """Where each element whose id is "p" and a number stands: {"places": {id: [page, line, page, line]}, "pages"}."""
    html = body.decode()
    engine.check_letters(html, request["family"])
    lines = lines_of(engine.lay_out(html, request["css"]).pages)
    return {"pages": len(lines), "places": spans(lines)}, b""


def plan(engine: Engine, request: dict[str, Any], body: bytes) -> tuple[dict[str, Any], bytes]:
    """Where the pages of a long table will begin: {"tops": [rows], "page": of the first of them}."""
    html = body.decode()
    engine.check_letters(html, request["family"])
    table = long_table(html, 1)
    assert table is not None, "the other side has found the table in the same text"
    regular, bold = engine.letter_widths(request["family"])
    room = room_for(engine, table, request)
    return {"tops": page_tops(table, row_heights(table, regular, bold), room), "page": room.page}, b""


def room_for(engine: Engine, table: LongTable, request: dict[str, Any]) -> Room:
    """Lay out what stands above the first row, and measure what is left of that page and of the next ones."""
    top, bottom = request["sheet"]
    before = table.before.rpartition("<thead>")
    probe = f'{before[0]}<thead id="head">{before[2]}<tbody><tr id="row"{table.rows[0][3:]}</tbody>{table.closing}'
    pages = engine.lay_out(probe, request["css"]).pages
    head, row = pages[-1].anchors["head"], pages[-1].anchors["row"]
    return Room(first=bottom - row[1] * PIXEL, other=bottom - top - (head[3] - head[1]) * PIXEL, page=len(pages))


def part(engine: Engine, request: dict[str, Any], body: bytes) -> tuple[dict[str, Any], bytes]:
    """Some pages of a paper, from `page` on. Unless it is the last part, its last page only shows which row comes next.

    Answers {"next": that row or None, "pages": number of pages in the part}.
    """
    number = request["page"]
    extra = (
        f"@page :first {{ counter-reset: page {number}; @top-center {{ content: counter(page) }} }}"
        if number > 1
        else ""
    )
    if request["total"]:
        extra += f'@page {{ @bottom-right {{ content: "trang " counter(page) "/{request["total"]}" }} }}'
    document = engine.lay_out(body.decode(), request["css"], extra)
    following = None
    if not request["last"]:
        following = min(int(name[4:]) for name in document.pages[-1].anchors if name.startswith("row-"))
        document = document.copy(document.pages[:-1])
        if not document.pages:
            return {"next": following, "pages": 0}, b""
    data = engine.write(document, request["family"], prefix=f"{number}-")
    return {"next": following, "pages": len(document.pages)}, finish(data)


def lay_text(engine: Engine, request: dict[str, Any], body: bytes) -> tuple[dict[str, Any], bytes]:
    """Lay out some blocks of a long text, from `page` on; `write_text` draws what was laid out.

    Unless it is the last part, it ends before the last page that begins with a block of its own (not in the middle of
    one). Answers {"next": that block or None, "pages": pages of the part}; no pages where there is no such page.
    """
    html = body.decode()
    engine.check_letters(html, request["family"])
    number = request["page"]
    extra = (
        f"@page :first {{ counter-reset: page {number}; @top-center {{ content: counter(page) }} }}"
        f"#row-{request['start']} {{ margin-top: 0 }}"
        if number > 1
        else ""
    )
    document = engine.lay_out(html, request["css"], extra)
    following = None
    if not request["last"]:
        seam = next((n for n in range(len(document.pages) - 1, 0, -1) if _first_block(document, n)), 0)
        following = _first_block(document, seam) if seam else None
        document = document.copy(document.pages[:seam])
    engine.laid = document
    return {"next": following, "pages": len(document.pages)}, b""


def _first_block(document: Any, page: int) -> int | None:
    """The named block a page begins with: the one before it stands on the page before, and it does not itself."""
    here, before = document.pages[page].anchors, document.pages[page - 1].anchors
    _height, block = min(((place[1], int(name[4:])) for name, place in here.items()), default=(0, 0))
    begins = f"row-{block - 1}" in before and f"row-{block}" not in before
    return block if begins else None


def write_text(engine: Engine, request: dict[str, Any], _body: bytes) -> tuple[dict[str, Any], bytes]:
    """Draw what this process has laid out last."""
    document, engine.laid = engine.laid, None
    data = engine.write(document, request["family"], prefix=f"{request['page']}-")
    return {}, finish(data)


def merged(engine: Engine, request: dict[str, Any], body: bytes) -> tuple[dict[str, Any], bytes]:
    """The parts, laid end to end in the body with their lengths in the request, as one paper."""
    parts, start = [], 0
    for length in request["lengths"]:
        parts.append(body[start : start + length])
        start += length
    return {}, merge(parts, request.get("deeper"))


def describe(failed: Exception) -> dict[str, Any]:
    """The failure as a kind and its details."""
    if isinstance(failed, CannotPrint):
        return {"problem": failed.kind, "details": failed.details}
    if isinstance(failed, MemoryError):
        return {"problem": "too-large", "details": {}}
    return {"problem": "failed", "details": {"error": type(failed).__name__}}


JOBS = {
    "pdf": pdf,
    "numbered": numbered,
    "places": places,
    "plan": plan,
    "part": part,
    "lay": lay_text,
    "write": write_text,
    "merge": merged,
}
