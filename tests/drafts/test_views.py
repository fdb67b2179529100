"""The pages of drafts: what they keep and what they show."""

from typing import Any

from congress.web.access import Role
from tests.factories import DRAFT


def url(congress: Any, path: str = "") -> str:
    return f"/{congress.slug}/drafts/{path}"


def test_a_pasted_text_becomes_a_version_after_it_was_looked_through(sign_in, congress):
    client = sign_in(Role.DOCUMENTS_SECRETARY)
    answer = client.post(url(congress, "new"), data={"kind": "political_report", "title": "Báo cáo chính trị"})
    assert answer.location.endswith("/read-in")
    answer = client.post(answer.location, data={"number": "1", "text": DRAFT})
    assert answer.status_code == 302, answer.text
    preview = answer.location
    page = client.get(preview).text
    assert "4 đề mục và 3 đoạn" in page
    answer = client.post(preview, data={"version": "1", "b1": "p", "go": "record"})
    assert "3 đề mục và 4 đoạn" in client.get(answer.location).text
    answer = client.post(answer.location)
    read = client.get(answer.location).text
    assert "Kinh tế của xã tăng trưởng khá." in read
    assert 'id="p3"' in read
