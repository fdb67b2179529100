"""Forms that send portraits."""

from flask_babel import lazy_gettext as _l
from wtforms import MultipleFileField

from congress.pictures.portrait import Frame
from congress.web.base_form import BaseForm
from congress.web.fields import FileField, WordField


class PhotoForm(BaseForm):
    """One portrait."""

    photo = FileField(_l("Tệp ảnh"), description=_l("Ảnh chân dung JPEG, PNG hoặc WebP, đầu ở phía trên."))
    frame = WordField(
        _l("Nếu ảnh cao hơn 3 × 4 thì giữ"), Frame, default=Frame.TOP, description=_l("Ảnh rộng hơn thì giữ phần giữa.")
    )


class PhotosForm(BaseForm):
    """Many portraits."""

    files = MultipleFileField(
        _l("Các tệp ảnh, hoặc một tệp ZIP"),
        description=_l("Đặt tên tệp theo số thẻ đảng viên hoặc họ và tên, ví dụ MH-000123.jpg, Nguyễn Thị Hòa.jpg."),
    )
