"""What a render process can be asked to do: a function of (engine, request, body) giving (answer, bytes) per job."""

from typing import Any

from congress.printing.engine import CannotPrint, Engine
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


def merged(engine: Engine, request: dict[str, Any], body: bytes) -> tuple[dict[str, Any], bytes]:
    """The parts, laid end to end in the body with their lengths in the request, as one paper."""
    parts, start = [], 0
    for length in request["lengths"]:
        parts.append(body[start : start + length])
        start += length
    return {}, merge(parts)


def describe(failed: Exception) -> dict[str, Any]:
    """The failure as a kind and its details."""
    if isinstance(failed, CannotPrint):
        return {"problem": failed.kind, "details": failed.details}
    if isinstance(failed, MemoryError):
        return {"problem": "too-large", "details": {}}
    return {"problem": "failed", "details": {"error": type(failed).__name__}}


JOBS = {"pdf": pdf, "plan": plan, "part": part, "merge": merged}
