"""The pages of drafts: what they keep and what they show."""

from io import BytesIO
from typing import Any

import docx
import pytest
from sqlalchemy import select

from congress.database import db
from congress.drafts import queries
from congress.drafts.models import Passage
from congress.drafts.rules.blocks import from_text
from congress.web.access import Role
from congress.wordprocessing.limits import LARGEST_FILE
from tests.factories import DRAFT, make_congress, make_document, make_round, make_unit, make_version


def url(congress: Any, path: str = "") -> str:
    return f"/{congress.slug}/drafts/{path}"


def texts_of(version: Any) -> dict[str, Any]:
    """{text: passage id} of a version."""
    return {row.text: row.passage_id for row in queries.passages(version.congress_id, version.id)}


def docx_with(*paragraphs: str) -> bytes:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


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
    assert "Mục lục (3 đề mục)" in read


def test_a_word_file_becomes_a_preview_that_says_what_to_compare(sign_in, congress):
    document = make_document(congress)
    data = {"number": "1", "file": (BytesIO(docx_with("I. KẾT QUẢ", "Kinh tế khá.")), "Báo cáo.docx")}
    client = sign_in(Role.DOCUMENTS_SECRETARY)
    answer = client.post(url(congress, f"{document.id}/read-in"), data=data)
    page = client.get(answer.location).text
    assert "1 đề mục và 1 đoạn" in page
    assert "Kinh tế khá." in page
    draft = queries.documents(congress.id)[0].imports[0]
    assert draft.file_name == "Báo cáo.docx"


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"%PDF-1.7", "không phải tệp Word"), (bytes(LARGEST_FILE + 1), "lớn hơn 20 MB"), (b"PK\x03\x04", "bị hỏng")],
    ids=["pdf", "20 MB", "broken"],
)
def test_a_file_that_is_none_is_refused_beside_its_field_and_nothing_typed_is_lost(sign_in, congress, content, said):
    document = make_document(congress)
    data = {"number": "7", "note": "Bản gửi chi bộ", "dated": "15/7/2025", "file": (BytesIO(content), "a.docx")}
    page = sign_in(Role.DOCUMENTS_SECRETARY).post(url(congress, f"{document.id}/read-in"), data=data)
    assert page.status_code == 200
    assert said in page.text
    for typed in ("7", "Bản gửi chi bộ", "15/7/2025"):
        assert f'value="{typed}"' in page.text
    assert not queries.documents(congress.id)[0].imports


def test_text_and_file_together_are_refused_and_the_text_stays(sign_in, congress):
    document = make_document(congress)
    data = {"number": "1", "text": "Kinh tế khá.", "file": (BytesIO(docx_with("Khác")), "a.docx")}
    page = sign_in(Role.DOCUMENTS_SECRETARY).post(url(congress, f"{document.id}/read-in"), data=data).text
    assert "Đã có văn bản dán vào" in page
    assert "Kinh tế khá.</textarea>" in page


def test_a_draft_number_in_use_is_refused_and_the_text_stays(sign_in, congress):
    document = make_document(congress)
    make_version(document)
    data = {"number": "1", "text": "Kinh tế khá."}
    page = sign_in(Role.DOCUMENTS_SECRETARY).post(url(congress, f"{document.id}/read-in"), data=data).text
    assert "đã có dự thảo lần 1" in page
    assert "Kinh tế khá.</textarea>" in page


def test_hostile_html_in_a_draft_is_shown_as_text(sign_in, congress):
    hostile = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    document = make_document(congress, title=hostile)
    version = make_version(document, f"I. {hostile}\n{hostile}\n{hostile}\t{hostile}")
    client = sign_in(Role.DOCUMENTS_SECRETARY)
    for path in ("", str(document.id), f"versions/{version.id}", f"{document.id}/read-in"):
        page = client.get(url(congress, path)).text
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert "&lt;script&gt;alert(1)" in page


def test_passages_keep_their_id_while_their_words_change_and_what_is_new_gets_its_own(congress):
    document = make_document(congress)
    first = texts_of(make_version(document))
    second = texts_of(make_version(document, DRAFT.replace("75 triệu", "78 triệu"), number=2))
    assert second["Kinh tế của xã tăng trưởng khá."] == first["Kinh tế của xã tăng trưởng khá."]
    assert second["I. Kết quả đạt được"] == first["I. Kết quả đạt được"]
    was, now = (f"Thu nhập bình quân đạt {n} triệu đồng/người/năm." for n in (75, 78))
    assert second[now] == first[was]
    third = texts_of(make_version(document, f"{DRAFT}Chuyển đổi số được đẩy mạnh.", number=3))
    assert third[was] == first[was]
    assert third["Chuyển đổi số được đẩy mạnh."] not in first.values()


def test_two_people_looking_through_the_same_text_do_not_overwrite_each_other(sign_in, congress):
    document = make_document(congress)
    client = sign_in(Role.DOCUMENTS_SECRETARY)
    preview = client.post(url(congress, f"{document.id}/read-in"), data={"number": "1", "text": DRAFT}).location
    assert client.post(preview, data={"version": "1", "b0": "p"}).status_code == 302
    page = client.post(preview, data={"version": "1", "b2": "p"})
    assert "đã được sửa sau khi đồng chí mở trang" in page.text
    draft = queries.documents(congress.id)[0].imports[0]
    assert [block.choice for block in draft.read_blocks()][:3] == ["p", "h2", "h3"]


def test_a_long_text_is_looked_through_page_by_page(sign_in, congress):
    document = make_document(congress)
    client = sign_in(Role.DOCUMENTS_SECRETARY)
    text = "\n".join(f"Đoạn văn số {number}." for number in range(450))
    preview = client.post(url(congress, f"{document.id}/read-in"), data={"number": "1", "text": text}).location
    page = client.get(preview).text
    assert "Trang 1 trên 3" in page
    assert "Đoạn văn số 200." not in page
    onward = client.post(preview, data={"version": "1", "b0": "h1", "go": "next"}).location
    assert "Đoạn văn số 200." in client.get(onward).text


def test_a_version_can_be_taken_back_until_a_round_asks_about_it(sign_in, congress):
    document = make_document(congress)
    client = sign_in(Role.DOCUMENTS_SECRETARY)
    version = make_version(document)
    answer = client.post(url(congress, f"versions/{version.id}/take-back"))
    assert "4 đề mục và 3 đoạn" in client.get(answer.location).text
    assert not queries.versions(congress.id)
    again = make_version(document)
    make_unit(congress)
    make_round(congress, again)
    refused = client.post(url(congress, f"versions/{again.id}/take-back"))
    assert refused.status_code == 409
    assert "đã đưa vào đợt góp ý" in refused.text
    assert queries.passages(congress.id, again.id)


def test_a_text_that_waits_can_be_thrown_away(sign_in, congress):
    document = make_document(congress)
    client = sign_in(Role.DOCUMENTS_SECRETARY)
    preview = client.post(url(congress, f"{document.id}/read-in"), data={"number": "1", "text": DRAFT}).location
    assert client.post(f"{preview}/discard").status_code == 302
    assert client.get(preview).location == url(congress, str(document.id))


def test_a_document_with_drafts_cannot_be_removed_and_one_without_can(sign_in, congress):
    document = make_document(congress)
    client = sign_in(Role.DOCUMENTS_SECRETARY)
    make_version(document)
    assert client.post(url(congress, f"{document.id}/remove")).status_code == 409
    empty = make_document(congress)
    assert client.post(url(congress, f"{empty.id}/remove")).status_code == 302
    assert len(queries.documents(congress.id)) == 1


def test_a_stale_title_is_not_overwritten(sign_in, congress):
    document = make_document(congress, title="Báo cáo")
    client = sign_in(Role.DOCUMENTS_SECRETARY)
    form = {"kind": "political_report", "version": "1"}
    client.post(url(congress, f"{document.id}/edit"), data=form | {"title": "Báo cáo một"})
    page = client.post(url(congress, f"{document.id}/edit"), data=form | {"title": "Báo cáo hai"}).text
    assert "đã sửa nội dung này" in page
    assert 'value="Báo cáo hai"' in page
    assert document.title == "Báo cáo một"


def test_a_reader_reads_and_does_not_write(sign_in, congress):
    document = make_document(congress)
    version = make_version(document)
    client = sign_in(Role.READER)
    assert client.get(url(congress, f"versions/{version.id}")).status_code == 200
    assert client.get(url(congress, f"{document.id}/read-in")).status_code == 403
    assert "Nhập dự thảo mới" not in client.get(url(congress, str(document.id))).text


def test_documents_of_another_congress_are_not_found(sign_in, congress):
    foreign = make_document(make_congress())
    version = make_version(foreign)
    own = make_document(congress)
    client = sign_in(Role.OFFICE)
    for path in (str(foreign.id), f"{foreign.id}/edit", f"{foreign.id}/read-in", f"versions/{version.id}"):
        assert client.get(url(congress, path)).status_code == 404
    preview = client.post(url(congress, f"{own.id}/read-in"), data={"number": "1", "text": "Kinh tế"}).location
    number = preview.rsplit("/", 1)[1]
    other = make_document(congress)
    assert client.get(url(congress, f"{other.id}/imports/{number}")).location == url(congress, str(other.id))
    assert client.post(url(congress, f"versions/{version.id}/take-back")).status_code == 404


def test_reading_a_version_asks_as_often_for_many_passages_as_for_few(sign_in, congress, count_queries):
    document = make_document(congress)
    short, long = make_version(document), make_version(document, DRAFT * 30, number=2)
    assert len(from_text(DRAFT * 30)) > 100
    client = sign_in(Role.READER)
    client.get(url(congress, f"versions/{short.id}"))
    few = count_queries(lambda: client.get(url(congress, f"versions/{short.id}")))
    assert count_queries(lambda: client.get(url(congress, f"versions/{long.id}"))) == few
    client.get(url(congress))
    one = count_queries(lambda: client.get(url(congress)))
    make_version(make_document(congress)), make_version(make_document(congress))
    assert count_queries(lambda: client.get(url(congress))) == one


def test_taking_back_leaves_no_passage_without_a_version(sign_in, congress):
    version = make_version(make_document(congress))
    sign_in(Role.OFFICE).post(url(congress, f"versions/{version.id}/take-back"))
    assert not db.session.scalars(select(Passage).where(Passage.congress_id == congress.id)).all()


def test_going_back_after_recording_leads_to_the_document_not_to_a_missing_page(sign_in, congress):
    document = make_document(congress)
    client = sign_in(Role.DOCUMENTS_SECRETARY)
    preview = client.post(url(congress, f"{document.id}/read-in"), data={"number": "1", "text": DRAFT}).location
    client.post(f"{preview}/record")
    for answer in (client.get(f"{preview}/record"), client.post(f"{preview}/record"), client.get(preview)):
        assert answer.location == url(congress, str(document.id))
    assert "không còn chờ xem lại" in client.get(url(congress, str(document.id))).text


def test_texts_that_wait_are_told_apart(sign_in, congress):
    document = make_document(congress)
    client = sign_in(Role.DOCUMENTS_SECRETARY)
    for name in ("Bản A.docx", "Bản B.docx"):
        data = {"number": "1", "file": (BytesIO(docx_with("I. KẾT QUẢ")), name)}
        client.post(url(congress, f"{document.id}/read-in"), data=data)
    page = client.get(url(congress, str(document.id))).text
    assert "Bản A.docx" in page.split("Lịch sử")[0]
    assert "Bản B.docx" in page.split("Lịch sử")[0]
    assert "2 văn bản chờ xem lại" in client.get(url(congress)).text


def test_a_number_that_is_none_is_refused_once(sign_in, congress):
    document = make_document(congress)
    client = sign_in(Role.DOCUMENTS_SECRETARY)
    page = client.post(url(congress, f"{document.id}/read-in"), data={"number": "abc", "text": DRAFT}).text
    assert "không phải số nguyên" in page
    assert "Số phải từ" not in page
