"""Word files: what is read, what is refused before anything parses it, and what a hostile one cannot do."""

import base64
import zipfile
from io import BytesIO

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn

from congress.shared.problems import RuleBroken
from congress.wordprocessing import limits
from congress.wordprocessing.reader import read_docx

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(document) -> bytes:
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def zipped(**parts: bytes) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return buffer.getvalue()


def texts(data: bytes) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in read_docx(data, "file").blocks]


def test_headings_paragraphs_lists_and_tables_become_blocks():
    document = docx.Document()
    document.add_heading("Phần thứ nhất", 1)
    document.add_heading("I. Kết quả", 2)
    document.add_paragraph("Kinh tế của xã tăng trưởng khá.")
    document.add_paragraph("Một là đoàn kết", style="List Number")
    document.add_paragraph("Hai là kỷ cương", style="List Bullet")
    table = document.add_table(2, 2)
    for place, text in enumerate(["Chỉ tiêu", "2025", "Hộ nghèo", "0,9 %\nso với 1,5 %"]):
        table.cell(place // 2, place % 2).text = text
    document.add_paragraph("Cuối cùng.")
    word = read_docx(saved(document), "file")
    assert [(block.kind, block.level, block.text) for block in word.blocks] == [
        ("heading", 1, "Phần thứ nhất"),
        ("heading", 2, "I. Kết quả"),
        ("paragraph", 0, "Kinh tế của xã tăng trưởng khá."),
        ("paragraph", 0, "1. Một là đoàn kết"),
        ("paragraph", 0, "- Hai là kỷ cương"),
        ("row", 0, "Chỉ tiêu | 2025"),
        ("row", 0, "Hộ nghèo | 0,9 % so với 1,5 %"),
        ("paragraph", 0, "Cuối cùng."),
    ]
    assert word.numbered == 1


def test_tracked_changes_are_taken_in_and_counted():
    document = docx.Document()
    paragraph = document.add_paragraph("Thu nhập đạt ")._p
    author = 'w:id="1" w:author="A" w:date="2025-07-01T00:00:00Z"'
    paragraph.append(parse_xml(f"<w:del {W} {author}><w:r><w:delText>70</w:delText></w:r></w:del>"))
    paragraph.append(parse_xml(f"<w:ins {W} {author}><w:r><w:t>75 triệu</w:t></w:r></w:ins>"))
    word = read_docx(saved(document), "file")
    assert word.blocks[0].text == "Thu nhập đạt 75 triệu"
    assert (word.inserted, word.deleted) == (1, 1)


def test_markup_in_the_text_stays_text_and_scripts_and_links_are_only_their_words():
    document = docx.Document()
    document.add_paragraph("<script>alert(1)</script> & <b>đậm</b>")
    assert texts(saved(document)) == [("paragraph", "<script>alert(1)</script> & <b>đậm</b>")]


def test_a_line_break_in_a_paragraph_begins_a_new_one():
    document = docx.Document()
    document.add_paragraph("Dòng một\nDòng hai")
    assert texts(saved(document)) == [("paragraph", "Dòng một"), ("paragraph", "Dòng hai")]


def test_a_table_in_a_table_loses_no_word():
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "Ngoài"
    cell.add_table(1, 2).cell(0, 1).text = "Trong"
    assert "Ngoài" in texts(saved(document))[0][1] and "Trong" in texts(saved(document))[0][1]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", limits.NO_WORD),
        (b"%PDF-1.7 ...", limits.NO_WORD),
        ("Báo cáo".encode(), limits.NO_WORD),
        (zipped(xl__workbook_xml=b"<x/>"), limits.NO_WORD),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"WordDocument", limits.OLD_WORD),
        (bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"), limits.LOCKED),
        (b"PK\x03\x04 broken", limits.BROKEN),
        (zipped(word__document_xml=b"no xml at all"), limits.BROKEN),
        (b"PK\x03\x04" + bytes(limits.LARGEST_FILE), limits.TOO_LARGE),
    ],
    ids=["empty", "pdf", "text", "workbook", "old word", "locked", "cut zip", "no xml", "too large"],
)
def test_what_is_no_readable_word_file_is_refused_in_a_sentence(data, said):
    with pytest.raises(RuleBroken) as broken:
        read_docx(data, "file")
    assert (broken.value.message, broken.value.field) == (said, "file")


def test_a_bomb_is_refused_by_what_it_declares():
    with pytest.raises(RuleBroken, match="phình ra quá lớn"):
        limits.check(zipped(word__document_xml=b"<x/>", word__media__a=bytes(limits.LARGEST_UNPACKED + 1)), "file")


def test_a_bomb_that_lies_about_its_size_is_refused_too():
    content = bytes(limits.LARGEST_TEXT + 1)
    data = bytearray(zipped(word__document_xml=content))
    size = len(content).to_bytes(4, "little")
    while (at := data.find(size)) >= 0:
        data[at : at + 4] = (9).to_bytes(4, "little")
    with pytest.raises(RuleBroken):
        read_docx(bytes(data), "file")


def test_a_file_that_takes_too_long_is_stopped():
    document = docx.Document()
    for _ in range(3000):
        document.add_paragraph("Kinh tế của xã tăng trưởng khá.")
    with pytest.raises(RuleBroken, match="quá lâu"):
        read_docx(saved(document), "file", seconds=0.01)


def test_an_entity_bomb_does_not_swell():
    xml = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + b"".join(
        b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10 if n > 1 else b"&a;" * 10) for n in range(1, 12)
    )
    with pytest.raises(RuleBroken):
        read_docx(zipped(word__document_xml=xml + b"]><x>&a11;</x>"), "file")


PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
NOTES = (
    '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:footnote w:id="2"><w:p><w:r><w:t>Số liệu của Chi cục Thống kê.</w:t></w:r></w:p></w:footnote></w:footnotes>'
)


def with_a_footnote() -> bytes:
    """A file of one paragraph whose last word has a footnote."""
    document = docx.Document()
    run = document.add_paragraph("Thu nhập tăng 6,8 %").add_run()
    mark = OxmlElement("w:footnoteReference")
    mark.set(qn("w:id"), "2")
    run._r.append(mark)
    buffer = BytesIO()
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    with zipfile.ZipFile(BytesIO(saved(document))) as before, zipfile.ZipFile(buffer, "w") as after:
        for name in before.namelist():
            part = before.read(name).decode("utf-8", "surrogateescape")
            if name == "[Content_Types].xml":
                part = part.replace(
                    "</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'
                )
            if name == "word/_rels/document.xml.rels":
                line = f'<Relationship Id="rId99" Type="{relation}" Target="footnotes.xml"/></Relationships>'
                part = part.replace("</Relationships>", line)
            after.writestr(name, part.encode("utf-8", "surrogateescape"))
        after.writestr("word/footnotes.xml", NOTES)
    return buffer.getvalue()


def test_a_footnote_stands_at_the_end_under_its_own_number():
    """It stood as "1." on a line of its own, its text with an arrow on the next, and counted as automatic numbering."""
    word = read_docx(with_a_footnote(), "file")
    assert [block.text for block in word.blocks] == ["Thu nhập tăng 6,8 %[1]", "[1] Số liệu của Chi cục Thống kê."]
    assert word.numbered == 0


def test_pictures_are_left_out_and_counted():
    document = docx.Document()
    document.add_paragraph("Biểu đồ thu ngân sách:")
    document.add_picture(BytesIO(PIXEL))
    word = read_docx(saved(document), "file")
    assert [block.text for block in word.blocks] == ["Biểu đồ thu ngân sách:"]
    assert word.pictures == 1


def test_a_tracked_move_is_read_once_at_its_new_place_and_counted():
    document = docx.Document()
    author = 'w:id="1" w:author="A" w:date="2025-07-01T00:00:00Z"'
    moved = "<w:r><w:t>Câu được chuyển.</w:t></w:r>"
    document.add_paragraph("Chỗ cũ: ")._p.append(parse_xml(f"<w:moveFrom {W} {author}>{moved}</w:moveFrom>"))
    document.add_paragraph("Chỗ mới: ")._p.append(parse_xml(f"<w:moveTo {W} {author}>{moved}</w:moveTo>"))
    word = read_docx(saved(document), "file")
    assert [block.text for block in word.blocks] == ["Chỗ cũ:", "Chỗ mới: Câu được chuyển."]
    assert (word.inserted, word.deleted) == (1, 1)


def test_a_tracked_change_in_a_footnote_is_counted_too():
    buffer = BytesIO()
    note = b'<w:ins w:id="9" w:author="A"><w:r><w:t>'
    with zipfile.ZipFile(BytesIO(with_a_footnote())) as before, zipfile.ZipFile(buffer, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            if name == "word/footnotes.xml":
                part = part.replace(b"<w:r><w:t>", note).replace(b"</w:t></w:r>", b"</w:t></w:r></w:ins>")
            after.writestr(name, part)
    word = read_docx(buffer.getvalue(), "file")
    assert word.blocks[-1].text == "[1] Số liệu của Chi cục Thống kê."
    assert word.inserted == 1


def test_an_embedded_object_is_left_out_and_counted():
    document = docx.Document()
    run = document.add_paragraph("Bảng tính kèm theo:").add_run()._r
    run.append(parse_xml(f'<w:object {W}><w:control w:name="Excel" w:shapeid="1"/></w:object>'))
    word = read_docx(saved(document), "file")
    assert [block.text for block in word.blocks] == ["Bảng tính kèm theo:"]
    assert word.pictures == 1


def test_a_package_with_locked_parts_is_refused_as_locked():
    data = bytearray(zipped(word__document_xml=b"<x/>"))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(mark) + flags] |= 1
    with pytest.raises(RuleBroken) as broken:
        read_docx(bytes(data), "file")
    assert broken.value.message == limits.LOCKED
