"""The checklist of the dossier for appraisal as data, and which way a paper of it may go (domain.md §6.7)."""

from dataclasses import dataclass
from datetime import date

from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.subcommittees.vocabulary import SubcommitteeKind
from congress.tasks.vocabulary import DossierState

REPORTED = "Thành phần hồ sơ theo tin các địa phương năm 2025 [B]"
INFERRED = "Thành phần nên có, cần văn phòng xác nhận [C]"


@dataclass(frozen=True)
class Paper:
    """A paper the dossier usually has; `outside` names one that must not be kept in the program."""

    key: str
    name: str
    body: SubcommitteeKind | None
    source: str = REPORTED
    outside: bool = False


CHECKLIST: tuple[Paper, ...] = (
    Paper("request", "Tờ trình, báo cáo công tác chuẩn bị đại hội", None),
    Paper("political", "Dự thảo Báo cáo chính trị", SubcommitteeKind.DOCUMENTS),
    Paper("review", "Dự thảo Báo cáo kiểm điểm của Ban Chấp hành", SubcommitteeKind.DOCUMENTS),
    Paper("resolution", "Dự thảo Nghị quyết đại hội", SubcommitteeKind.DOCUMENTS),
    Paper("action", "Dự thảo Chương trình hành động", SubcommitteeKind.DOCUMENTS),
    Paper("personnel", "Đề án nhân sự (chỉ theo dõi, không lưu tệp)", SubcommitteeKind.PERSONNEL, outside=True),
    Paper("allocation", "Phương án số lượng và phân bổ đại biểu", SubcommitteeKind.PERSONNEL),
    Paper("programme", "Chương trình, kịch bản điều hành", SubcommitteeKind.SERVICE),
    Paper("presidium", "Danh sách Đoàn Chủ tịch, Đoàn Thư ký, Ban Thẩm tra", SubcommitteeKind.PERSONNEL),
    Paper("rules", "Quy chế làm việc, quy chế bầu cử", SubcommitteeKind.PERSONNEL),
    Paper("propaganda", "Kế hoạch tuyên truyền, văn nghệ", SubcommitteeKind.SERVICE),
    Paper("budget", "Dự toán kinh phí", SubcommitteeKind.SERVICE, INFERRED),
    Paper("synthesis", "Báo cáo tổng hợp ý kiến góp ý", SubcommitteeKind.DOCUMENTS, INFERRED),
    Paper("safety", "Phương án an ninh, y tế", SubcommitteeKind.SERVICE, INFERRED),
)
OUTSIDE = frozenset(paper.key for paper in CHECKLIST if paper.outside)


def check_move(key: str, state: DossierState, files: int) -> None:
    """A paper is sent up only when it is there; one that stays outside the program is sent without its file."""
    if state is DossierState.SENT and not files and key not in OUTSIDE:
        raise RuleBroken(N_("Chưa có tệp nào của tài liệu này. Hãy thêm tệp rồi ghi là đã trình."), "state")


def check_file(key: str) -> None:
    """What is secret never enters the program. Raises RuleBroken."""
    if key in OUTSIDE:
        raise RuleBroken(N_("Đề án nhân sự không lưu trong chương trình. Chỉ ghi trạng thái và hạn."), "file")


def conclusions_of(text: str) -> list[str]:
    """Each line one conclusion, without the dash or number people put before it. Raises RuleBroken on `conclusions`."""
    found = [line.strip().lstrip("-–•*0123456789.) ").strip() for line in text.splitlines()]
    kept = [line for line in found if line]
    if not kept:
        raise RuleBroken(N_("Hãy ghi ít nhất một kết luận, mỗi dòng một kết luận."), "conclusions")
    if long := next((line for line in kept if len(line) > 300), ""):
        raise RuleBroken(
            N_("Kết luận “%(start)s…” dài quá 300 ký tự. Hãy tách thành nhiều dòng."), "conclusions", start=long[:40]
        )
    return kept


@dataclass(frozen=True)
class DossierSums:
    """The dossier in figures."""

    papers: int
    ready: int
    sent: int
    returned: int
    passed: int
    late: int


def is_late(state: DossierState, due_on: date | None, today: date) -> bool:
    """Whether a paper should have gone by now."""
    return bool(due_on and due_on < today and state not in (DossierState.SENT, DossierState.PASSED))
