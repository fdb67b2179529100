"""The pages of rounds, sheets and comments: what they keep and what they show."""

from datetime import date, timedelta
from typing import Any

from congress.comments import queries
from congress.database import new_id
from congress.drafts import queries as drafts
from congress.web.access import Role
from tests.factories import make_document, make_round, make_unit, make_version

AUTOSAVE = {"X-Requested-With": "autosave"}
MEETING = {
    "met_on": f"{date.today() - timedelta(days=1):%d/%m/%Y}",
    "chair": "Nguyễn Văn An",
    "members": "27",
    "present": "25",
    "spoke": "4",
}


def url(congress: Any, path: str = "") -> str:
    return f"/{congress.slug}/comments/{path}"


class Story:
    """A round on one draft, and a cell."""

    def __init__(self, congress: Any) -> None:
        self.version = make_version(make_document(congress, title="Báo cáo chính trị"))
        self.unit = make_unit(congress, name="Chi bộ ấp Mỹ Thạnh")
        self.round = make_round(congress, self.version, title="Góp ý lần 1")
        self.sheet = url(congress, f"{self.round.id}/cells/{self.unit.id}")
        self.draft = f"{self.sheet}/drafts/{self.version.id}"

    def passage(self, number: int) -> Any:
        rows = drafts.passages(self.version.congress_id, self.version.id)
        return next(row for row in rows if row.number == number)

    def new(self, number: int) -> str:
        return f"{self.draft}/new?passage={self.passage(number).passage_id}"

    def comments(self) -> Any:
        return queries.comments_of(queries.sheet(self.round, self.unit.id))


def test_a_cell_comments_on_a_paragraph_sends_and_the_secretary_reads_it(sign_in, congress):
    story = Story(congress)
    cell = sign_in(Role.CELL_SECRETARY, unit=story.unit)
    assert "Góp ý lần 1" in cell.get(url(congress)).text
    assert "Kinh tế của xã tăng trưởng khá." in cell.get(story.draft).text
    form = {"comment": str(new_id()), "stance": "agree_partly", "proposed": "Thêm số hộ nghèo", "reason": "Cho rõ"}
    answer = cell.post(story.new(1), data=form)
    assert answer.status_code == 302
    assert answer.location.endswith(f"#{story.passage(1).anchor}")
    assert "Thêm số hộ nghèo" in cell.get(story.draft).text
    assert cell.post(story.sheet, data=MEETING).status_code == 302
    page = cell.get(f"{story.sheet}/send").text
    assert "Sẽ gửi 1 ý kiến" in page and "25 trên 27 đảng viên dự" in page
    assert cell.post(f"{story.sheet}/send").status_code == 302
    assert "Phiếu đã gửi lúc" in cell.get(story.sheet).text
    read = sign_in(Role.DOCUMENTS_SECRETARY).get(url(congress, f"{story.round.id}/read")).text
    assert "Thêm số hộ nghèo" in read and "Chi bộ ấp Mỹ Thạnh" in read
