"""The plan of work of the demo: taken from the template five weeks ago, half done, a little of it late; the dossier."""

from datetime import date, timedelta

from congress.congresses.models import Congress
from congress.database import db
from congress.journal.actions import Actor
from congress.shared.attachments import Attachment
from congress.subcommittees import queries as subcommittees
from congress.tasks.actions import cells, dossier, tasks, template
from congress.tasks.queries import dossier as papers
from congress.tasks.queries import tasks as queries
from congress.tasks.vocabulary import DossierState, TaskState
from congress.units.models import Unit

DONE = {
    "plan": "Kế hoạch số 05-KH/ĐU đã gửi các chi bộ.",
    "outline": "Ban Thường vụ đã thông qua đề cương.",
    "notice": "Đã báo cáo Ban Thường vụ Tỉnh ủy.",
}
DOING = {
    "hall": "Đã khảo sát hội trường, chờ báo giá âm thanh dự phòng.",
    "security": "Công an xã đang hoàn chỉnh phương án.",
    "propaganda": "Đã treo 12 băng rôn ở trục đường chính.",
    "budget": "Dự toán lần 1 đã trình, đang chỉnh theo góp ý.",
}
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
PDF += b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
RESULTS = (
    "Bầu chi ủy 3 đồng chí, bí thư tái cử.",
    "Nghị quyết thông qua 100 %.",
    "Chỉ định bí thư theo đề án hợp nhất.",
)
CONCLUSIONS = """- Rút gọn phần kiểm điểm, nêu rõ trách nhiệm tập thể, cá nhân
- Bổ sung chỉ tiêu chuyển đổi số, cải cách hành chính
- Sửa số liệu hộ nghèo cho khớp báo cáo của Ủy ban nhân dân xã"""


def work(congress: Congress, rows: list[Unit], *, actor: Actor, today: date) -> None:
    """Take the plan, report progress, write what the figures say, fill the dossier, report the cells' congresses."""
    assert congress.opens_on is not None
    template.take(congress, actor=actor, start=min(today - timedelta(days=35), congress.opens_on - timedelta(days=1)))
    by_key = {task.key: task for task in queries.rows(congress.id)}
    for key, said in DONE.items():
        tasks.move_on(by_key[key], TaskState.DONE, actor=actor, today=today - timedelta(days=20), text=said)
    for key, said in DOING.items():
        tasks.move_on(by_key[key], TaskState.DOING, actor=actor, today=today, text=said)
    db.session.flush()
    _dossier(congress, actor, today)
    for place, unit in enumerate(rows):
        if unit.held_on and place % 3:
            cells.report(
                unit,
                actor=actor,
                version=None,
                today=today,
                attended=unit.members - place % 4,
                result=RESULTS[place % 3],
                place="Nhà văn hóa ấp",
                planned_on=unit.planned_on,
                held_on=unit.held_on,
            )
    db.session.flush()
    tasks.settle(congress, actor=actor, today=today)
    for body in subcommittees.listed(congress.id)[:1]:
        for member in body.people[:1]:
            tasks.give_calendar(congress, member, actor=actor)
    db.session.flush()


def _dossier(congress: Congress, actor: Actor, today: date) -> None:
    dossier.take_checklist(congress, actor=actor, today=today)
    items = {item.key: item for item in papers.listed(congress.id)}
    for key in ("political", "review", "allocation", "request"):
        dossier.keep_version(items[key], Attachment(f"{items[key].name}.pdf"[:150], "pdf", PDF), actor=actor)
    for key in ("political", "allocation"):
        dossier.move(items[key], DossierState.SENT, actor=actor, version=None, today=today - timedelta(days=4))
    dossier.move(items["allocation"], DossierState.PASSED, actor=actor, version=None, today=today)
    on, due = today - timedelta(days=2), today + timedelta(days=3)
    dossier.conclude(
        congress, items["political"], actor=actor, version=None, conclusions=CONCLUSIONS, on=on, due_on=due
    )
    db.session.flush()
