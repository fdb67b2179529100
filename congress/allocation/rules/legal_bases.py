"""The texts a decision on the allocation rests on, with their source and the days they were in force.

A paper names what was in force on its own date; who edits the list is told where a text had been replaced by then.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class LegalBasis:
    """A text, as it is cited, valid from one day to another (both included; None: still).

    `source` and `confidence` say where it was found (domain.md §1.1); `usual` ones are proposed for a decision.
    """

    citation: str
    valid_from: date
    valid_to: date | None
    source: str
    confidence: str
    replaced_by: str = ""
    usual: bool = True

    def holds_on(self, day: date) -> bool:
        """Whether it was in force."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


LEGAL_BASES = (
    LegalBasis("Điều lệ Đảng Cộng sản Việt Nam", date(2011, 1, 19), None, "Điều 11, 12, 24", "A"),
    LegalBasis(
        "Quy định số 24-QĐ/TW, ngày 30/7/2021 của Ban Chấp hành Trung ương về thi hành Điều lệ Đảng",
        date(2021, 7, 30),
        date(2025, 5, 19),
        "Khoản 9.3, 11.1 [A]; ngày bị thay thế [D]",
        "D",
        replaced_by="Quy định số 232-QĐ/TW, ngày 20/5/2025",
        usual=False,
    ),
    LegalBasis(
        "Quy định số 232-QĐ/TW, ngày 20/5/2025 của Ban Chấp hành Trung ương về thi hành Điều lệ Đảng",
        date(2025, 5, 20),
        None,
        "Chưa thấy toàn văn",
        "D",
        usual=False,
    ),
    LegalBasis(
        "Quyết định số 244-QĐ/TW, ngày 09/6/2014 của Ban Chấp hành Trung ương ban hành Quy chế bầu cử trong Đảng",
        date(2014, 6, 9),
        date(2024, 10, 9),
        "Điều 20",
        "A",
        replaced_by="Quyết định số 190-QĐ/TW, ngày 10/10/2024",
    ),
    LegalBasis(
        "Quyết định số 190-QĐ/TW, ngày 10/10/2024 của Ban Chấp hành Trung ương ban hành Quy chế bầu cử trong Đảng",
        date(2024, 10, 10),
        None,
        "Điều 18",
        "A",
    ),
    LegalBasis(
        "Chỉ thị số 35-CT/TW, ngày 14/6/2024 của Bộ Chính trị về đại hội đảng bộ các cấp tiến tới Đại hội đại biểu "
        "toàn quốc lần thứ XIV của Đảng",
        date(2024, 6, 14),
        date(2025, 4, 13),
        "Mục về số lượng đại biểu",
        "A",
        replaced_by="Chỉ thị số 45-CT/TW, ngày 14/4/2025",
    ),
    LegalBasis(
        "Chỉ thị số 45-CT/TW, ngày 14/4/2025 của Bộ Chính trị về đại hội đảng bộ các cấp tiến tới Đại hội đại biểu "
        "toàn quốc lần thứ XIV của Đảng",
        date(2025, 4, 14),
        None,
        "Mục về số lượng đại biểu",
        "A",
    ),
)


def usual_bases(day: date) -> tuple[str, ...]:
    """What a decision of that day usually cites, as lines without "Căn cứ"."""
    return tuple(basis.citation for basis in LEGAL_BASES if basis.usual and basis.holds_on(day))


def replaced_on(lines: Iterable[str], day: date) -> tuple[LegalBasis, ...]:
    """The known texts among these lines that were not in force on that day: to be warned of, never blocked."""
    cited = list(lines)
    return tuple(
        basis
        for basis in LEGAL_BASES
        if not basis.holds_on(day) and any(_number(basis.citation) in line for line in cited)
    )


def _number(citation: str) -> str:
    """ "Quyết định số 190-QĐ/TW, ngày …" is known by "190-QĐ/TW"; the Charter by its name."""
    return citation.partition(",")[0].rpartition(" số ")[2]
