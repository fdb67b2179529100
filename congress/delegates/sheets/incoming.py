"""The columns of a workbook of delegates that comes in, and its template."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from congress.delegates.rules.recognition import Entry
from congress.delegates.vocabulary import Origin, Standing
from congress.people.vocabulary import GeneralEducation, Qualification, Sex, Theory
from congress.shared.labels import N_, Labelled
from congress.spreadsheets import cells
from congress.spreadsheets.tables import ColumnSpec, Kind


def _labels(words: type[Labelled]) -> list[str]:
    return [word.label for word in words]


_EDUCATION = {
    "12": GeneralEducation.TWELVE,
    "10": GeneralEducation.TEN,
    "THPT": GeneralEducation.TWELVE,
    "Trung học phổ thông": GeneralEducation.TWELVE,
    "THCS": GeneralEducation.LOWER_SECONDARY,
    "9/12": GeneralEducation.LOWER_SECONDARY,
}
_QUALIFICATION = {
    "ĐH": Qualification.UNIVERSITY,
    "Cử nhân": Qualification.UNIVERSITY,
    "Kỹ sư": Qualification.UNIVERSITY,
    "CĐ": Qualification.COLLEGE,
    "TC": Qualification.INTERMEDIATE,
    "ThS": Qualification.MASTER,
    "TS": Qualification.DOCTOR,
    "Không": Qualification.NONE,
    "Chưa": Qualification.NONE,
}
_THEORY = {"CN": Theory.BACHELOR, "CC": Theory.ADVANCED, "TC": Theory.INTERMEDIATE, "SC": Theory.ELEMENTARY,
           "Chưa": Theory.NONE, "Không": Theory.NONE}  # fmt: skip
_STANDING = {
    "Đại biểu chính thức": Standing.OFFICIAL,
    "CT": Standing.OFFICIAL,
    "Đại biểu dự khuyết": Standing.ALTERNATE,
    "DK": Standing.ALTERNATE,
}
_ORIGIN = {
    "Đại biểu đương nhiên": Origin.EX_OFFICIO,
    "Bầu": Origin.ELECTED,
    "Được bầu cử": Origin.ELECTED,
    "Đại biểu chỉ định": Origin.APPOINTED,
}

FULL_NAME = ColumnSpec(
    "full_name", N_("Họ và tên"), cells.text(120), ("Họ tên", "Họ, tên", "Tên", "Họ và tên đại biểu", "Đồng chí"),
    required=True, help=N_("Viết đủ dấu."), example="Nguyễn Thị Hòa", width=28, empty="",
)  # fmt: skip
UNIT = ColumnSpec(
    "unit", N_("Chi bộ"), cells.text(200),
    ("Mã chi bộ", "Tên chi bộ", "Chi bộ, đảng bộ", "Chi bộ bầu", "Thuộc chi bộ", "Sinh hoạt tại chi bộ"),
    help=N_("Mã hoặc tên chi bộ, đúng như trong danh sách chi bộ."), example="CB01", width=28, empty="",
)  # fmt: skip
OF_PERSON = (
    FULL_NAME,
    ColumnSpec(
        "sort_name", N_("Tên để xếp thứ tự"), cells.text(120),
        help=N_("Chỉ ghi khi tên không xếp theo chữ cuối, ví dụ H'Hen Niê."), width=18, empty="",
    ),
    ColumnSpec(
        "sex", N_("Giới tính"), cells.word(Sex), ("Giới", "Phái", "Nam/Nữ", "Nam, nữ"),
        words=_labels(Sex), example="Nữ", width=10,
    ),
    ColumnSpec(
        "birth", N_("Ngày sinh"), cells.partial_day,
        ("Ngày, tháng, năm sinh", "Ngày tháng năm sinh", "Năm sinh", "Sinh ngày", "Ngày/tháng/năm sinh"),
        help=N_("05/8/1979; không rõ ngày thì ghi 8/1979 hoặc 1979."), example="05/8/1979", width=13,
        kind=Kind.PARTIAL_DAY, halves={"Nam": ("sex", "Nam"), "Nữ": ("sex", "Nữ")},
    ),
    ColumnSpec("ethnicity", N_("Dân tộc"), cells.text(40), example="Kinh", width=10, empty=""),
    ColumnSpec("religion", N_("Tôn giáo"), cells.text(60), help=N_("Không có thì ghi: Không."), empty=""),
    ColumnSpec(
        "home_place", N_("Quê quán"), cells.text(200), ("Nguyên quán", "Quê"),
        help=N_("Xã, tỉnh."), example="Mỹ Hiệp, Đồng Tháp", width=28, empty="",
    ),
    ColumnSpec(
        "party_admitted_on", N_("Ngày vào Đảng"), cells.day,
        ("Vào Đảng", "Ngày kết nạp", "Ngày vào Đảng dự bị", "Ngày kết nạp Đảng", "Ngày, tháng, năm vào Đảng"),
        example="03/02/2005", width=13, kind=Kind.DAY,
    ),
    ColumnSpec(
        "party_official_on", N_("Ngày chính thức"), cells.day,
        ("Chính thức từ", "Ngày vào Đảng chính thức", "Ngày công nhận chính thức", "Ngày chính thức vào Đảng"),
        example="03/02/2006", width=13, kind=Kind.DAY,
    ),
    ColumnSpec(
        "general_education", N_("Giáo dục phổ thông"), cells.word(GeneralEducation, _EDUCATION),
        ("Học vấn", "Trình độ học vấn", "Trình độ văn hóa", "Văn hóa", "GDPT", "Trình độ giáo dục phổ thông"),
        words=_labels(GeneralEducation), example="12/12", width=14,
    ),
    ColumnSpec(
        "qualification", N_("Trình độ chuyên môn"), cells.word(Qualification, _QUALIFICATION),
        ("Chuyên môn", "Trình độ chuyên môn nghiệp vụ", "Chuyên môn, nghiệp vụ", "CMNV"),
        words=_labels(Qualification), example="Đại học", width=16,
    ),
    ColumnSpec("profession", N_("Chuyên ngành"), cells.text(120), ("Ngành", "Ngành đào tạo"), example="Luật", empty=""),
    ColumnSpec(
        "theory", N_("Lý luận chính trị"), cells.word(Theory, _THEORY),
        ("LLCT", "Trình độ lý luận chính trị", "Trình độ LLCT", "Lý luận"),
        words=_labels(Theory), example="Trung cấp",
    ),
    ColumnSpec("state_management", N_("Quản lý nhà nước"), cells.text(80), ("QLNN",), example="Chuyên viên", empty=""),
    ColumnSpec("foreign_language", N_("Ngoại ngữ"), cells.text(80), example="Anh B", width=12, empty=""),
    ColumnSpec("informatics", N_("Tin học"), cells.text(80), example="Cơ bản", width=12, empty=""),
    ColumnSpec(
        "post", N_("Chức vụ"), cells.text(200), ("Chức vụ hiện nay", "Chức danh", "Chức vụ Đảng, chính quyền"),
        example="Trưởng ấp", width=26, empty="",
    ),
    ColumnSpec(
        "workplace", N_("Đơn vị công tác"), cells.text(200), ("Đơn vị", "Nơi công tác", "Cơ quan", "Cơ quan công tác"),
        example="Ấp Mỹ Thạnh", width=26, empty="",
    ),
    ColumnSpec(
        "party_card_number", N_("Số thẻ đảng viên"), cells.text(30), ("Số thẻ Đảng", "Số thẻ", "Thẻ đảng viên"),
        example="60.012345", width=16, empty="",
    ),
    ColumnSpec("phone", N_("Điện thoại"), cells.text(60), ("Số điện thoại", "SĐT", "ĐT"), width=14, empty=""),
)  # fmt: skip
OF_SEAT = (
    ColumnSpec(
        "origin", N_("Thành phần"), cells.word(Origin, _ORIGIN), ("Thành phần đại biểu", "Cơ cấu đại biểu"),
        words=_labels(Origin), help=N_("Để trống: được bầu."), example="Được bầu", width=14,
    ),
    ColumnSpec(
        "standing", N_("Tư cách dự"), cells.word(Standing, _STANDING), ("Tư cách", "Tư cách đại biểu", "Loại đại biểu"),
        words=_labels(Standing), help=N_("Để trống: chính thức."), example="Chính thức", width=14,
    ),
    ColumnSpec(
        "rank", N_("Thứ hạng dự khuyết"), cells.whole(1, 999), ("Thứ hạng", "Hạng"),
        help=N_("Chỉ cho đại biểu dự khuyết; để trống: đứng sau người đã nhập."), width=12, kind=Kind.NUMBER,
    ),
    ColumnSpec(
        "votes", N_("Số phiếu bầu"), cells.whole(0, 100_000), ("Số phiếu", "Số phiếu đồng ý", "Phiếu bầu"),
        example=24, width=10, kind=Kind.NUMBER,
    ),
    ColumnSpec(
        "ballots", N_("Số phiếu thu về"), cells.whole(0, 100_000), ("Số phiếu hợp lệ", "Phiếu thu về"),
        example=25, width=10, kind=Kind.NUMBER,
    ),
)  # fmt: skip
REMARKS = (
    ColumnSpec("rewards", N_("Khen thưởng"), cells.lines(1000), width=28, empty=""),
    ColumnSpec("discipline", N_("Kỷ luật"), cells.lines(1000), width=28, empty=""),
    ColumnSpec("note", N_("Ghi chú"), cells.lines(1000), width=28, empty=""),
)
INCOMING = (*OF_PERSON[:1], UNIT, *OF_PERSON[1:], *OF_SEAT, *REMARKS)


def as_rows(entries: Iterable[Entry], units: Mapping[UUID, str]) -> list[dict[str, Any]]:
    """Delegates as the rows of a filled template."""
    return [dict(entry.fields) | {"unit": units[entry.unit_id]} for entry in entries]
