"""Every answer carries the headers, whatever its status; pages are kept by no cache."""

import pytest

from congress.web.access import Role
from congress.web.headers import HEADERS
from tests.factories import make_unit


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("units/", 200),
        ("units/export", 200),
        ("units", 308),
        ("units/00000000-0000-0000-0000-000000000000", 404),
        ("units/grid?x=%ff", 200),
    ],
)
def test_the_headers_stand_on_every_answer(sign_in, congress, path, status):
    make_unit(congress)
    answer = sign_in(Role.OFFICE).get(f"/{congress.slug}/{path}")
    assert answer.status_code == status
    for name, value in HEADERS.items():
        assert answer.headers[name] == value
    assert "no-store" in answer.headers["Cache-Control"]
    assert "Cookie" in answer.vary


def test_whoever_must_sign_in_first_gets_the_headers_too(client, congress):
    answer = client.get(f"/{congress.slug}/units/")
    assert answer.status_code == 302
    assert answer.headers["Content-Security-Policy"] == HEADERS["Content-Security-Policy"]
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_policy_lets_nothing_inline_and_nothing_from_elsewhere_in(client):
    policy = client.get("/sign-in").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


@pytest.mark.parametrize(
    "target", ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/a\nb", "", "evil"]
)
def test_the_way_back_never_leaves_the_site(client, target):
    answer = client.post("/language", data={"language": "en", "next": target})
    assert answer.headers["Location"] == "/"


def test_the_way_back_is_the_page_one_came_from_with_its_filters(sign_in, congress):
    client = sign_in(Role.OFFICE)
    page = client.get(f"/{congress.slug}/units/?q=my+duc&kind=cell").text
    assert f'name="next" value="/{congress.slug}/units/?q=my+duc&amp;kind=cell"' in page
    answer = client.post("/language", data={"language": "en", "next": f"/{congress.slug}/units/?q=my+duc"})
    assert answer.headers["Location"] == f"/{congress.slug}/units/?q=my+duc"
