"""The program on a real port, a real browser in front of it, and what both are held to.

A journey takes `live_server` (the program, its congress, people who can sign in) and `browser_page` (or `open_page`
for a phone or a browser without JavaScript); helpers are in tests/browser.py. It fails when the console shows an
error, when the content policy stops something, when a request leaves the site or when an asset is missing.
"""

import os
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, sync_playwright
from waitress import create_server

from congress.accounts import passwords
from congress.database import db
from congress.web.access import Role
from tests import factories
from tests.browser import DESKTOP, PASSWORD, PHONE, QUIET, Watch, executable
from tests.conftest import empty, make_app

_apps: dict[str, Flask] = {}


@dataclass
class LiveServer:
    """The program as it runs: `url` without a slash at the end, its application, and the congress of the story."""

    url: str
    app: Flask
    congress: Any

    def path(self, path: str = "") -> str:
        """The full address of a page of the congress: `path("units/")`."""
        return f"{self.url}/{self.congress.slug}/{path}"

    def person(self, *roles: Role, unit: Any = None, **fields: Any) -> str:
        """Somebody with these roles whose password is PASSWORD; returns the user name."""
        account = factories.make_account(self.congress, *roles, unit=unit, **fields)
        account.password_hash = passwords.hashed(PASSWORD)
        self.save()
        return str(account.username)

    def save(self) -> None:
        """Let the server see what the test has made, and the test what the server has written."""
        db.session.commit()
        db.session.expire_all()


@pytest.fixture
def live_server(engine_name: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    """The program with forgery protection and real passwords on a free port of this machine, on an empty database."""
    if engine_name not in _apps:
        _apps[engine_name] = make_app(engine_name, tmp_path_factory.mktemp(engine_name), WTF_CSRF_ENABLED=True)
    app = _apps[engine_name]
    server = create_server(app, host="127.0.0.1", port=0, threads=4, ident=None)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    with app.app_context():
        congress = factories.make_congress(slug="my-hiep")
        live = LiveServer(f"http://127.0.0.1:{server.effective_port}", app, congress)
        live.save()
        yield live
        db.session.rollback()
        server.close()
        thread.join(timeout=10)
        empty(app)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all journeys of this process; each page gets a context of its own."""
    path = executable()
    if path is None and os.environ.get("REQUIRE_BROWSER") == "1":
        pytest.fail("A browser is required: install chromium.")
    if path is None:
        pytest.skip("BROWSER TESTS DID NOT RUN: install chromium.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield browser
        browser.close()


OpenPage = Callable[..., Page]


@pytest.fixture
def open_page(live_server: LiveServer, chromium: Browser) -> Iterator[OpenPage]:
    """open_page(size=PHONE, javascript=False, locale="en"): a fresh, watched page."""
    opened = []

    def open_one(size: tuple[int, int] = DESKTOP, *, javascript: bool = True, **options: Any) -> Page:
        context = chromium.new_context(
            viewport={"width": size[0], "height": size[1]},
            base_url=live_server.url,
            java_script_enabled=javascript,
            has_touch=size == PHONE,
            **options,
        )
        context.set_default_timeout(10_000)
        page = context.new_page()
        opened.append((context, Watch(page, live_server.url)))
        return page

    yield open_one
    for context, _watch in opened:
        context.close()
    assert not [line for _context, watch in opened for line in watch.wrong]


@pytest.fixture
def browser_page(open_page: OpenPage) -> Page:
    """A page on an office's screen."""
    return open_page()
