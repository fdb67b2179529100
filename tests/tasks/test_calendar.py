"""The text of a calendar, as RFC 5545 wants it."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from congress.tasks.rules.calendar import Deadline, calendar, escaped, folded

STAMP = datetime(2025, 7, 22, 1, 2, 3, tzinfo=UTC)


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=400))
def test_no_line_is_longer_than_75_octets_and_no_letter_is_torn(line):
    pieces = folded(line).split("\r\n")
    assert all(len(piece.encode()) <= 75 for piece in pieces)
    assert "".join([pieces[0], *(piece[1:] for piece in pieces[1:])]) == line


def test_signs_with_a_meaning_are_escaped():
    assert escaped("a, b; c\\d\ne\x00") == "a\\, b\\; c\\\\d\\ne"


def test_a_deadline_is_an_event_of_a_whole_day():
    each = Deadline(
        "1@x", date(2025, 8, 31), "Chốt danh sách, in thẻ " + "đại biểu " * 12, "Chủ trì: H'Hen Niê\nSản phẩm"
    )
    text = calendar("Công việc: K'Brơi", [each], STAMP)
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert text.endswith("END:VEVENT\r\nEND:VCALENDAR\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    lines = unfolded(text)
    for line in (
        "DTSTART;VALUE=DATE:20250831",
        "DTEND;VALUE=DATE:20250901",
        "DTSTAMP:20250722T010203Z",
        "UID:1@x",
        "DESCRIPTION:Chủ trì: H'Hen Niê\\nSản phẩm",
    ):
        assert line in lines, line
