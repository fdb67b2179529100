"""A long report is drawn behind a bar, and comes once it is there."""

import re
import time

import pytest

from congress.printing.prints import MOST, LongPrints
from congress.printing.problems import PrintFailed
from congress.synthesis.views import papers
from congress.web.access import Role
from tests.factories import make_comment, make_document, make_round, make_synthesis, make_unit, make_version, send_sheet
from tests.paper import text_of


@pytest.fixture
def report(congress, monkeypatch):
    """A report that counts as a long one."""
    monkeypatch.setattr(papers, "LONG", 0)
    version = make_version(make_document(congress))
    round_ = make_round(congress, version)
    unit = make_unit(congress)
    make_comment(round_, unit, version, proposed="Đề nghị bổ sung chỉ tiêu giảm nghèo")
    send_sheet(round_, unit)
    return make_synthesis(round_)


def waited_for(client, address):
    """The answer once nobody works on it any more; a render process may have to be started first."""
    for _ in range(600):
        answer = client.get(address)
        if answer.mimetype == "application/pdf" or "data-progress" not in answer.text:
            return answer
        progress = client.get(re.search(r'data-progress="([^"]+)"', answer.text)[1].replace("&amp;", "&")).json
        assert progress.keys() == {"done", "total", "working"}
        time.sleep(0.1)
    raise AssertionError("still working")


def test_the_report_waits_behind_its_token_and_is_fetched_as_often_as_wanted(sign_in, congress, report):
    client = sign_in(Role.DOCUMENTS_SECRETARY)
    begun = client.get(f"/{congress.slug}/synthesis/{report.id}/print.pdf")
    assert begun.status_code == 302
    assert "work=" in begun.location
    for _ in range(2):
        answer = waited_for(client, begun.location)
        assert answer.mimetype == "application/pdf"
        assert "Đề nghị bổ sung chỉ tiêu giảm nghèo" in text_of(answer.data)
    assert client.get(f"/{congress.slug}/synthesis/{report.id}/print.pdf").mimetype == "application/pdf"


def test_a_token_of_another_report_opens_nothing(sign_in, congress, report):
    client = sign_in(Role.DOCUMENTS_SECRETARY)
    begun = client.get(f"/{congress.slug}/synthesis/{report.id}/print.pdf").location
    other = begun.replace(str(report.id), "01920000-0000-7000-8000-000000000000")
    assert client.get(other).status_code == 404
    assert client.get(f"/{congress.slug}/synthesis/{report.id}/printing?work=none").json["working"] is False
    waited_for(client, begun)


class Failing:
    """A press that cannot print."""

    def key(self, _printout):
        return "key"

    def pdf(self, _printout, told=None):
        raise PrintFailed("too-large")


def test_why_there_is_no_paper_is_said_in_a_sentence(sign_in, congress, report, monkeypatch):
    prints = LongPrints(Failing())
    monkeypatch.setattr(papers, "long_prints", lambda: prints)
    client = sign_in(Role.DOCUMENTS_SECRETARY)
    begun = client.get(f"/{congress.slug}/synthesis/{report.id}/print.pdf").location
    answer = waited_for(client, begun)
    assert answer.status_code == 503
    assert "Văn bản quá lớn" in answer.text


class Quick(Failing):
    """A press that prints at once."""

    def key(self, printout):
        return printout.filename

    def pdf(self, printout, told=None):
        return printout.filename.encode()


class Named:
    """All a print needs to know of a paper."""

    def __init__(self, filename):
        self.filename = filename


def done(work):
    while work.working:
        time.sleep(0.01)
    return work


def test_the_same_paper_is_drawn_once_and_another_one_anew():
    prints = LongPrints(Quick())
    first = done(prints.begin("report", Named("một")))
    assert prints.begin("report", Named("một")) is first
    assert prints.begin("report", Named("hai")) is not first
    assert prints.begin("another report", Named("một")) is not first
    assert prints.find("another report", first.token) is None


def test_only_so_many_papers_are_remembered():
    prints = LongPrints(Quick())
    made = [done(prints.begin("report", Named(str(number)))) for number in range(MOST + 5)]
    kept = [each for each in made if prints.find("report", each.token)]
    assert kept == made[-len(kept) :]
    assert len(kept) <= MOST + 1
