"""What the browser gets."""

import re

import pytest
from flask import Flask

from congress.printing import response
from congress.printing.problems import EngineMissing, PrintFailed
from tests.printing.papers import decision, delegate_list


@pytest.fixture
def app(press):
    app = Flask("printing_test", root_path=str(response.Path(response.__file__).parents[1]))
    app.extensions["press"] = press
    with app.test_request_context():
        yield app


def test_a_download_carries_its_file_name_and_is_not_stored(app):
    answer = response.pdf_response(decision())
    assert answer.mimetype == "application/pdf"
    assert answer.headers["Content-Disposition"] == (
        "attachment; filename=\"my-hiep_quyet-dinh_2025-08-05.pdf\"; filename*=UTF-8''my-hiep_quyet-dinh_2025-08-05.pdf"
    )
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.data.startswith(b"%PDF")


def test_it_can_be_shown_in_the_browser_instead(app):
    assert response.pdf_response(decision(), download=False).headers["Content-Disposition"].startswith("inline;")


@pytest.mark.parametrize("paper", [decision(), delegate_list(3)], ids=["portrait", "landscape"])
def test_the_preview_is_the_page_with_its_style_sheet_and_nothing_inline(app, paper):
    page = response.preview_response(paper).get_data(as_text=True)
    address = re.search(r'<link rel="stylesheet" href="([^"]+)">', page)[1]
    assert app.test_client().get(address).status_code == 200
    assert not re.search(r" style=|<style|<script| on\w+=", page)


def test_the_links_of_the_preview_are_escaped(app):
    page = response.preview_response(decision(), links=[("Tải <PDF>", "/x?a=1&b=2")]).get_data(as_text=True)
    assert '<a href="/x?a=1&amp;b=2">Tải &lt;PDF&gt;</a>' in page


def failing(problem):
    class Press:
        def pdf(self, printout):
            raise problem

    return Press()


def test_without_the_engine_one_gets_the_preview_and_the_name_of_the_package(app):
    app.extensions["press"] = failing(EngineMissing("engine-missing", missing="cannot load library 'libpango-1.0-0'"))
    answer = response.pdf_response(decision())
    assert answer.status_code == 200
    assert answer.mimetype == "text/html"
    assert "libpango-1.0-0" in answer.get_data(as_text=True)
    assert "QUYẾT ĐỊNH" in answer.get_data(as_text=True)


def test_a_failure_is_said_above_the_preview(app):
    app.extensions["press"] = failing(PrintFailed("too-slow", seconds=30))
    answer = response.pdf_response(decision())
    assert answer.status_code == 503
    assert "quá 30 giây" in answer.get_data(as_text=True)


def test_the_press_keeps_papers_in_the_data_folder(tmp_path):
    app = Flask("printing_test")
    app.config["CONGRESS_DATA"] = tmp_path
    response.init_app(app)
    assert app.extensions["press"].kept.folder == tmp_path / "printed"
