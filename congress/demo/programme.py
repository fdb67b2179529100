"""The demo's programme: the usual one with people, parts and scripts, released once and changed since; cells' papers."""

from collections.abc import Sequence
from datetime import time

from congress.agenda import actions as agenda
from congress.agenda import queries
from congress.agenda.models import AgendaItem
from congress.congresses.models import Congress
from congress.database import db
from congress.delegates import queries as delegates
from congress.delegates.vocabulary import Standing
from congress.journal.actions import Actor
from congress.shared.attachments import attachment
from congress.shared.scope import UnitScope
from congress.units.models import Unit

SPEECHES = (
    ("Chuyển đổi số trong sinh hoạt chi bộ", 7, True),
    ("Xây dựng nông thôn mới kiểu mẫu gắn với du lịch sinh thái", 8, True),
    ("Phát triển kinh tế tập thể và vùng chuyên canh xoài", 7, True),
    ("Công tác kết nạp đảng viên trẻ ở nông thôn", 7, True),
    ("Giữ vững quốc phòng, an ninh ở cơ sở", 7, True),
    ("Nâng cao chất lượng giáo dục sau khi sắp xếp đơn vị", 7, True),
    ("Chăm sóc sức khỏe ban đầu cho người cao tuổi", 6, False),
    ("Bảo vệ môi trường, thu gom rác thải ven sông", 6, False),
)
OPENING = "Chào cờ; tuyên bố lý do, giới thiệu đại biểu"
POLITICAL, SUPERIOR = "Báo cáo chính trị (tóm tắt)", "Phát biểu chỉ đạo của cấp trên; đáp từ, tặng hoa"
RESOLUTION = "Dự thảo Nghị quyết Đại hội; biểu quyết thông qua"


def lay_out(congress: Congress, units: Sequence[Unit], *, actor: Actor) -> None:
    """Fill in the usual programme, release it, change two items afterwards; register papers of some cells."""
    assert congress.opens_on and congress.closes_on, "the demo congress has its dates"
    agenda.take_template(congress, congress.opens_on, congress.closes_on, actor=actor)
    db.session.flush()
    items = {item.title: item for session in queries.sessions(congress.id) for item in session.items}
    names = [
        line.full_name
        for line in delegates.lines(congress.id, UnitScope.everything())
        if line.standing is Standing.OFFICIAL and line.takes_part and not line.misses_all
    ]
    _details(items, names, actor)
    db.session.flush()
    agenda.release(congress, actor=actor, reason="Theo kết luận cuộc họp Ban Thường vụ")
    db.session.flush()
    _afterwards(items, names, actor)
    _speeches(congress, units, names, actor)
    db.session.flush()


def _details(items: dict[str, AgendaItem], names: Sequence[str], actor: Actor) -> None:
    for title, minutes in (("Chào cờ (Quốc ca, Quốc tế ca)", 5), ("Tuyên bố lý do, giới thiệu đại biểu", 10)):
        agenda.add_item(items[OPENING].session, actor=actor, parent=items[OPENING], title=title, minutes=minutes)
    _change(
        items[OPENING],
        actor,
        introduced_by="Ban Tổ chức",
        script="Kính thưa quý vị đại biểu, kính thưa Đại hội! Xin trân trọng kính mời toàn thể đại biểu đứng dậy làm lễ chào cờ.",
        fallback="Mất điện: bắt nhịp Quốc ca bằng loa cầm tay.",
        internal_note="Kiểm tra âm thanh trước 30 phút; đội văn nghệ rời sân khấu.",
    )
    _change(
        items[POLITICAL],
        actor,
        presenter=names[1],
        introduced_by="Đoàn Chủ tịch",
        preparer="Tiểu ban Văn kiện",
        script=f"Xin kính mời đồng chí {names[1]} trình bày tóm tắt Báo cáo chính trị.",
        fallback=f"Vắng: đồng chí {names[2]} đọc thay.",
        internal_note="Trình chiếu đến trang 12.",
    )
    _change(items["Báo cáo kiểm điểm của Ban Chấp hành"], actor, presenter=names[2], preparer="Văn phòng Đảng ủy")
    _change(
        items[SUPERIOR],
        actor,
        fixed_start=time(9, 0),
        internal_note="Đồng chí đại diện cấp trên đến lúc 08 giờ 30; giờ này không dời được.",
    )
    _change(
        items[RESOLUTION],
        actor,
        vote_wording="Đồng chí nào đồng ý thông qua toàn văn dự thảo Nghị quyết Đại hội, xin giơ Thẻ đảng viên.\n"
        "Đồng chí nào không đồng ý?\nĐồng chí nào có ý kiến khác?",
        fallback="Nếu còn ý kiến khác: Đoàn Chủ tịch giải trình rồi biểu quyết từng phần.",
    )


def _afterwards(items: dict[str, AgendaItem], names: Sequence[str], actor: Actor) -> None:
    """What the next draft changes: somebody else reads a report, the film is longer."""
    _change(items["Báo cáo kiểm điểm của Ban Chấp hành"], actor, presenter=names[3])
    _change(items["Phóng sự thành tựu nhiệm kỳ"], actor, minutes=12)


def _change(item: AgendaItem, actor: Actor, **fields: object) -> None:
    agenda.change_item(item, actor=actor, version=None, **fields)
    db.session.flush()


def _speeches(congress: Congress, units: Sequence[Unit], names: Sequence[str], actor: Actor) -> None:
    for place, (title, minutes, spoken) in enumerate(SPEECHES):
        speech = agenda.register_speech(
            congress,
            units[place % len(units)],
            actor=actor,
            title=title,
            minutes=minutes,
            spoken=spoken,
            speaker=names[(place + 5) % len(names)],
        )
        db.session.flush()
        if place % 3 != 2:
            paper = attachment(f"Tham luận {place + 1}.pdf", _PAPER)
            agenda.keep_speech_file(speech, paper, actor=actor)


_PAPER = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)
"""An empty page: the demo invents no speeches."""
