"""The form of the congress's own data."""

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField

from congress.congresses.vocabulary import AreaKind, HouseStyle, Mode
from congress.web.asking import AskingForm
from congress.web.fields import (
    DayField,
    LineField,
    NumberField,
    TextField,
    VersionField,
    WordField,
    at_most,
    optional,
    required,
    within,
)


class CongressForm(AskingForm):
    """Everything an office says about its congress."""

    version = VersionField()
    area_kind = WordField(_l("Loại đơn vị"), AreaKind)
    name = LineField(_l("Tên địa phương"), [required(), at_most(120)], description=_l("Ví dụ: Mỹ Hiệp"))
    superior = LineField(_l("Đảng bộ cấp trên"), [at_most(200)], description=_l("Ví dụ: Đảng bộ tỉnh Đồng Tháp"))
    merged_from = LineField(
        _l("Hợp nhất từ"), [at_most(300)], description=_l("Tên các đơn vị cũ, cách nhau bằng dấu phẩy")
    )
    ordinal = NumberField(_l("Đại hội lần thứ"), [required(), within(1, 99)])
    term_start = NumberField(_l("Nhiệm kỳ từ năm"), [required(), within(1930, 2200)])
    term_end = NumberField(_l("đến năm"), [required(), within(1930, 2200)])
    mode = WordField(_l("Nội dung đại hội"), Mode)
    of_delegates = BooleanField(_l("Đại hội đại biểu (bỏ chọn nếu là đại hội đảng viên)"))
    opens_on = DayField(_l("Ngày khai mạc"), [optional()], description=_l("Ví dụ: 12/8/2025"))
    closes_on = DayField(_l("Ngày bế mạc"), [optional()])
    venue = LineField(_l("Địa điểm"), [at_most(300)])
    theme = TextField(_l("Chủ đề"), [at_most(1000)])
    official_total = NumberField(_l("Tổng số đại biểu chính thức"), [required(), within(0, 5000)])
    alternate_total = NumberField(_l("Tổng số đại biểu dự khuyết"), [required(), within(0, 5000)])
    decision_number = LineField(_l("Theo quyết định số"), [at_most(60)], description=_l("Ví dụ: 12-QĐ/ĐU"))
    decision_date = DayField(_l("Ngày của quyết định"), [optional()])
    delegate_cap = NumberField(_l("Mức tối đa đại biểu chính thức"), [required(), within(1, 5000)])
    delegate_cap_source = LineField(_l("Căn cứ của mức tối đa"), [at_most(200)])
    max_days = NumberField(_l("Số ngày tối đa"), [required(), within(1, 10)])
    registration_closes_on = DayField(
        _l("Hạn gửi danh sách đại biểu"),
        [optional()],
        description=_l("Sau ngày này danh sách của các chi bộ được khóa."),
    )
    house_style = WordField(_l("Cách viết dấu thanh"), HouseStyle)
    paper_font = LineField(
        _l("Phông chữ trên giấy"),
        [required(), at_most(80)],
        description=_l("Liberation Serif, hoặc Times New Roman nếu máy có bản quyền."),
    )
