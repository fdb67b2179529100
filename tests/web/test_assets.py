"""Style sheets and scripts come compressed, under an address that changes with them, and are kept for ever."""

import gzip
import re

import pytest

from congress.web import assets
from congress.web.access import Role
from tests.factories import make_unit

FIRST_PAGE = 60_000  # bytes over the line; quality.md R29
LATER_PAGE = 25_000


def addresses(html: str) -> list[str]:
    return re.findall(r'(?:href|src)="(/(?:static|bootstrap)/[^"#]+)', html)


def test_every_asset_of_a_page_is_hashed_packed_and_kept(client):
    found = addresses(client.get("/sign-in").text)
    assert {address.rpartition(".")[2] for address in found} >= {"css", "js"}
    for address in found:
        assert assets.digest() in address
        answer = client.get(address, headers={"Accept-Encoding": "gzip"})
        assert answer.status_code == 200, address
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "Cookie" not in answer.headers.get("Vary", "")
        assert "Set-Cookie" not in answer.headers
        plain = client.get(address)
        assert "Content-Encoding" not in plain.headers
        if len(plain.data) > assets.SMALLEST_WORTH_IT:
            assert answer.headers["Content-Encoding"] == "gzip"
            assert "Accept-Encoding" in answer.headers["Vary"]
            assert gzip.decompress(answer.data) == plain.data


def test_an_asset_costs_a_signed_in_reader_no_question_to_the_database(sign_in, count_queries):
    client = sign_in(Role.OFFICE)
    with client.session_transaction() as cookie:
        cookie.permanent = True
    address = f"{assets.static_path()}/css/congress.css"
    assert count_queries(lambda: client.get(address)) == 0
    assert "Set-Cookie" not in client.get(address).headers


def test_a_script_is_sent_as_a_script(client):
    address = next(a for a in addresses(client.get("/sign-in").text) if a.endswith(".js"))
    assert client.get(address).mimetype == "text/javascript"


@pytest.mark.parametrize("path", ["../config.py", "..%2fconfig.py", "css", "", "css/none.css"])
def test_nothing_outside_the_folder_is_served(client, path):
    for folder in (assets.static_path(), f"/bootstrap{assets.static_path()}"):
        assert client.get(f"{folder}/{path}").status_code == 404


def test_a_page_is_packed_for_whoever_takes_it_and_says_so(client):
    packed = client.get("/sign-in", headers={"Accept-Encoding": "gzip, br"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert {"Accept-Encoding", "Cookie"} <= set(packed.vary)
    plain = client.get("/sign-in")
    assert "Content-Encoding" not in plain.headers
    assert {"Accept-Encoding", "Cookie"} <= set(plain.vary)
    assert "</html>" in gzip.decompress(packed.data).decode()


def test_a_page_with_a_lasting_secret_can_ask_not_to_be_packed(app):
    with app.test_request_context(headers={"Accept-Encoding": "gzip"}):
        answer = app.make_response("<p>" + "x" * 5000)
        answer.headers["Cache-Control"] = "no-store, no-transform"
        assert "Content-Encoding" not in assets.compress(answer).headers


def test_pages_are_light(sign_in, congress):
    for number in range(70):
        make_unit(congress, secretary=f"Nguyễn Thị Ánh {number}")
    client = sign_in(Role.OFFICE)
    takes = {"Accept-Encoding": "gzip"}
    page = client.get(f"/{congress.slug}/units/", headers=takes)
    whole = len(page.data) + sum(
        len(client.get(address, headers=takes).data) for address in set(addresses(gzip.decompress(page.data).decode()))
    )
    assert whole < FIRST_PAGE
    assert len(page.data) < LATER_PAGE
