"""The usual programme, as data: which sessions and items a congress of each mode starts from.

Source: domain.md §5.3. The order is that of published reports (Xuân Lộc, Điền Lư, Giao An, Châu Pha, Vũng Tàu, Đà Nẵng,
Hải Phòng) [B]; the minutes are starting values [C]; the hours of the day and the steps of an election are practice [D].
"""

from dataclasses import dataclass
from datetime import date, time

from congress.agenda.rules.clock import ItemPlan, SessionPlan
from congress.agenda.vocabulary import ItemKind, SessionKind
from congress.congresses.vocabulary import Mode
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken

SOURCE = (
    "trình tự theo chương trình đã công bố của các xã Xuân Lộc, Điền Lư, Giao An, Châu Pha và các thành phố "
    "Đà Nẵng, Hải Phòng năm 2025; số phút là mức gợi ý"
)
TWO, THREE, FOUR = Mode.TWO_CONTENTS, Mode.THREE_CONTENTS, Mode.FOUR_CONTENTS
EVERY = frozenset(Mode)
PRESIDIUM, SECRETARIAT, SERVICE = "Đoàn Chủ tịch", "Đoàn Thư ký", "Tiểu ban Tổ chức phục vụ"
K = ItemKind


@dataclass(frozen=True)
class ItemTemplate:
    """One item: who presents it, who chairs it, in which modes of a congress it stands."""

    title: str
    minutes: int
    kind: ItemKind
    presenter: str = ""
    chair: str = ""
    detail: str = ""
    paper: str = ""
    modes: frozenset[Mode] = EVERY

    @property
    def plan(self) -> ItemPlan:
        """The item as the clock takes it."""
        return ItemPlan(
            self.title, self.kind, self.minutes, presenter=self.presenter, chair=self.chair, paper=self.paper
        )


@dataclass(frozen=True)
class SessionTemplate:
    """One session on its day, with the items of the congress's mode."""

    kind: SessionKind
    title: str
    day: date
    starts_at: time
    ends_at: time
    items: tuple[ItemTemplate, ...]

    @property
    def plan(self) -> SessionPlan:
        """The session as the clock takes it."""
        return SessionPlan(
            self.title, self.kind, self.day, self.starts_at, self.ends_at, tuple(item.plan for item in self.items)
        )


BEFORE = (ItemTemplate("Dâng hương, viếng Nghĩa trang liệt sĩ", 45, K.CEREMONY, SERVICE),)
PREPARATORY = (
    ItemTemplate("Ổn định tổ chức, điểm danh, chào cờ", 20, K.CEREMONY, "Ban Tổ chức"),
    ItemTemplate("Khai mạc phiên trù bị, tuyên bố lý do", 10, K.CEREMONY, "Bí thư Đảng ủy"),
    ItemTemplate(
        "Bầu Đoàn Chủ tịch, Đoàn Thư ký, Ban Thẩm tra tư cách đại biểu",
        15, K.VOTE, "", "Bí thư, Phó Bí thư Thường trực"
    ),
    ItemTemplate(
        "Thông qua chương trình, nội quy, quy chế làm việc", 15, K.VOTE, "", PRESIDIUM, modes=frozenset({TWO})
    ),
    ItemTemplate(
        "Thông qua chương trình, nội quy, quy chế làm việc, quy chế bầu cử",
        15, K.VOTE, "", PRESIDIUM, modes=frozenset({THREE, FOUR}),
    ),
    ItemTemplate(
        "Báo cáo tổng hợp ý kiến góp ý dự thảo văn kiện cấp trên; thảo luận tại tổ",
        75, K.PAPER, "Tổ trưởng các tổ thảo luận", PRESIDIUM,
    ),
    ItemTemplate("Phổ biến nội dung phục vụ, sinh hoạt đại biểu", 10, K.OTHER, SERVICE),
)  # fmt: skip
OFFICIAL = (
    ItemTemplate("Đón tiếp đại biểu, văn nghệ chào mừng", 30, K.CEREMONY, SERVICE),
    ItemTemplate(
        "Chào cờ; tuyên bố lý do, giới thiệu đại biểu", 15, K.CEREMONY, "Ban Tổ chức", detail="Quốc ca, Quốc tế ca"
    ),
    ItemTemplate("Diễn văn khai mạc", 10, K.CEREMONY, "Bí thư Đảng ủy", PRESIDIUM),
    ItemTemplate(
        "Báo cáo thẩm tra tư cách đại biểu; biểu quyết công nhận",
        10, K.VOTE, "Trưởng Ban Thẩm tra tư cách đại biểu", PRESIDIUM,
        paper="Báo cáo thẩm tra tư cách đại biểu",
    ),
    ItemTemplate("Báo cáo chính trị (tóm tắt)", 25, K.REPORT, "", PRESIDIUM, paper="Báo cáo chính trị"),
    ItemTemplate(
        "Báo cáo kiểm điểm của Ban Chấp hành", 15, K.REPORT, "", PRESIDIUM, paper="Báo cáo kiểm điểm của Ban Chấp hành"
    ),
    ItemTemplate("Phóng sự thành tựu nhiệm kỳ", 10, K.OTHER, SERVICE),
    ItemTemplate(
        "Phát biểu chỉ đạo của cấp trên; đáp từ, tặng hoa", 25, K.CEREMONY, "Đại diện cấp ủy cấp trên", PRESIDIUM
    ),
    ItemTemplate("Nghỉ giải lao", 10, K.BREAK),
    ItemTemplate(
        "Tham luận, thảo luận", 60, K.PAPER, "Các đại biểu đăng ký", PRESIDIUM,
        detail="5 – 8 tham luận, mỗi tham luận 7 phút",
    ),
)  # fmt: skip
ELECTIONS = (
    ItemTemplate("Trình bày đề án nhân sự; biểu quyết số lượng", 15, K.VOTE, "", PRESIDIUM, modes=frozenset({FOUR})),
    ItemTemplate("Ứng cử, đề cử; chốt danh sách bầu cử", 25, K.VOTE, "", PRESIDIUM, modes=frozenset({FOUR})),
    ItemTemplate("Bầu Ban Kiểm phiếu", 10, K.VOTE, "", PRESIDIUM, modes=frozenset({THREE, FOUR})),
    ItemTemplate("Bỏ phiếu bầu Ban Chấp hành", 25, K.VOTE, "Ban Kiểm phiếu", PRESIDIUM, modes=frozenset({FOUR})),
    ItemTemplate(
        "Công bố kết quả bầu cử", 15, K.REPORT, "Trưởng Ban Kiểm phiếu", PRESIDIUM,
        paper="Biên bản kiểm phiếu", modes=frozenset({FOUR}),
    ),
    ItemTemplate("Nghỉ giải lao", 10, K.BREAK, modes=frozenset({FOUR})),
    ItemTemplate(
        "Bầu đoàn đại biểu dự đại hội cấp trên; công bố kết quả",
        25, K.VOTE, "Ban Kiểm phiếu", PRESIDIUM, modes=frozenset({THREE, FOUR}),
    ),
    ItemTemplate(
        "Hội nghị lần thứ nhất của Ban Chấp hành; báo cáo kết quả",
        35, K.OTHER, "", "Đồng chí được ủy nhiệm triệu tập", modes=frozenset({FOUR}),
    ),
    ItemTemplate(
        "Công bố các quyết định chỉ định Ban Chấp hành, Ban Thường vụ, Bí thư, Phó Bí thư, Ủy ban Kiểm tra; "
        "chỉ định đoàn đại biểu dự đại hội cấp trên",
        15, K.CEREMONY, "Đại diện cấp ủy cấp trên", PRESIDIUM, modes=frozenset({TWO}),
    ),
    ItemTemplate("Ra mắt Ban Chấp hành", 10, K.CEREMONY, "Ban Chấp hành", PRESIDIUM, modes=frozenset({TWO, FOUR})),
)  # fmt: skip
CLOSING = (
    ItemTemplate("Thảo luận chương trình hành động", 10, K.PAPER, "", PRESIDIUM, detail="Thảo luận, không biểu quyết"),
    ItemTemplate(
        "Dự thảo Nghị quyết Đại hội; biểu quyết thông qua",
        10,
        K.VOTE,
        SECRETARIAT,
        PRESIDIUM,
        paper="Dự thảo Nghị quyết Đại hội",
    ),
    ItemTemplate("Phát động thi đua; diễn văn bế mạc, chào cờ", 15, K.CEREMONY, PRESIDIUM),
)


def usual_programme(mode: Mode, first_day: date, second_day: date) -> tuple[SessionTemplate, ...]:
    """The sessions of a congress of this mode: the preparatory one on the first day, the official one on the second.

    Where both are the same day the preparatory session takes the morning. A congress that elects its committee needs
    a second afternoon. Raises RuleBroken on `second_day` when it lies before the first.
    """
    if second_day < first_day:
        raise RuleBroken(N_("Ngày phiên chính thức không thể trước ngày phiên trù bị."), "second_day")
    one_day = first_day == second_day
    main, rest = _of(mode, OFFICIAL), _of(mode, ELECTIONS + CLOSING)
    before = _session(
        SessionKind.BEFORE, first_day, time(6) if one_day else time(10), BEFORE, time(7) if one_day else time(11)
    )
    if one_day:
        preparatory = _session(SessionKind.PREPARATORY, first_day, time(7, 30), _of(mode, PREPARATORY), time(11))
        return (before, preparatory, _session(SessionKind.OFFICIAL, second_day, time(13), main + rest, time(17, 45)))
    preparatory = _session(SessionKind.PREPARATORY, first_day, time(13, 30), _of(mode, PREPARATORY), time(17))
    if mode is Mode.TWO_CONTENTS:
        return (before, preparatory, _session(SessionKind.OFFICIAL, second_day, time(7), main + rest, time(11, 30)))
    return (
        before,
        preparatory,
        _session(SessionKind.OFFICIAL, second_day, time(7), main, time(11, 30), "Phiên chính thức, buổi sáng"),
        _session(SessionKind.OFFICIAL, second_day, time(13, 30), rest, time(17), "Phiên chính thức, buổi chiều"),
    )


def _of(mode: Mode, items: tuple[ItemTemplate, ...]) -> tuple[ItemTemplate, ...]:
    return tuple(item for item in items if mode in item.modes)


def _session(
    kind: SessionKind, day: date, starts_at: time, items: tuple[ItemTemplate, ...], ends_at: time, title: str = ""
) -> SessionTemplate:
    return SessionTemplate(kind, title or kind.label, day, starts_at, ends_at, items)
