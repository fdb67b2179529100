"""Paper takes nothing from outside (S20 to S24)."""

import http.server
import re
import threading
from base64 import b64encode
from pathlib import Path

import pytest

from congress.printing.engine import Engine
from congress.printing.fetching import LARGEST, NothingOutside, Refused

FAMILY = "Liberation Serif"
CSS = 'body { font-family: "Liberation Serif" }'
PIXEL = b64encode(
    bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
    )
).decode()


@pytest.fixture(scope="module")
def engine():
    return Engine()


@pytest.fixture
def listener():
    hits = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            hits.append(self.path)
            self.send_response(302)
            self.send_header("Location", "/again")
            self.end_headers()

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", hits
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/x.png",
        "https://example.org/",
        "ftp://127.0.0.1/x",
        "file:///etc/passwd",
        "//server/share/x.png",
        "\\\\server\\share\\x.png",
        "gopher://x",
        "javascript:alert(1)",
        "data:text/html,<b>",
        "data:text/css,p{}",
        "data:image/png;base64," + "A" * LARGEST,
        "FILE:///etc/passwd",
        "data:image/png,x",
    ],
)
def test_the_fetcher_refuses(address):
    with pytest.raises(Refused):
        NothingOutside().fetch(address)


def test_the_fetcher_takes_a_small_picture_from_the_page_itself():
    assert NothingOutside().fetch(f"data:image/png;base64,{PIXEL}").read().startswith(b"\x89PNG")


def drawn(engine, body, css=CSS, head=""):
    html = f'<!DOCTYPE html><html lang="vi"><head><title>x</title>{head}</head><body><p>chữ</p>{body}</body></html>'
    return engine.write(engine.lay_out(html, css), FAMILY)


def test_a_page_full_of_addresses_asks_for_none_of_them(engine, listener, tmp_path):
    address, hits = listener
    secret = tmp_path / "secret.txt"
    secret.write_text("MẬT KHẨU 8c1f")
    svg = f'''<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">
        <image xlink:href="{address}/in.png" href="{address}/in2.png"/></svg>'''
    body = f"""<img src="{address}/a.png" alt=a><img src="{secret.as_uri()}" alt=b>
        <object data="{address}/o"></object><embed src="{address}/e"><iframe src="{address}/f"></iframe>
        <a rel="attachment" href="{secret.as_uri()}">x</a><a rel="attachment" href="{address}/attached">x</a>
        <img alt=c src="data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}">{svg}
        <div class="bg">x</div>"""
    head = f"""<link rel="stylesheet" href="{address}/a.css"><base href="{address}/base/">
        <link rel="attachment" href="{secret.as_uri()}"><link rel="attachment" href="{address}/att">
        <style>@import url("{address}/b.css"); @font-face {{ font-family: f; src: url("{address}/f.ttf") }}</style>"""
    css = f"""{CSS} @import url("{address}/c.css"); li {{ list-style-image: url({address}/l.png) }}
        .bg {{ background: url("{address}/bg.png"); content: url("{address}/c.png") }}"""
    pdf = drawn(engine, body, css, head)
    assert hits == []
    assert b"8c1f" not in pdf
    assert b"/EmbeddedFile" not in pdf


def test_a_style_sheet_given_from_outside_goes_the_same_way(engine, listener):
    address, hits = listener
    drawn(
        engine, "", css=f'@import "{address}/x.css"; @font-face {{ font-family: g; src: url({address}/g.woff2) }} {CSS}'
    )
    assert hits == []


def test_the_layout_engine_is_imported_in_the_printing_room_only():
    root = Path(__file__).parents[2]
    users = {
        file.relative_to(root).as_posix()
        for file in (root / "congress").rglob("*.py")
        if re.search(r"^\s*(import|from) (weasyprint|pydyf)", file.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert users == {"congress/printing/engine.py", "congress/printing/fetching.py"}


def test_every_page_and_style_sheet_is_made_with_the_refusing_fetcher():
    source = (Path(__file__).parents[2] / "congress/printing/engine.py").read_text(encoding="utf-8")
    calls = re.findall(r"\b(?:CSS|Page|HTML)\((?!\w+\):)[^\n]*", source)
    assert calls
    assert all("url_fetcher=NothingOutside()" in call for call in calls if not call.startswith("HTML):"))
