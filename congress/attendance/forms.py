"""Forms of badges."""

from flask_babel import lazy_gettext as _l

from congress.web.base_form import BaseForm
from congress.web.fields import LineField, at_most


class PrintForm(BaseForm):
    """Why badges that were printed before are printed again."""

    reason = LineField(
        _l("Lý do in lại"), [at_most(300)], description=_l("Ví dụ: mất thẻ, hỏng thẻ, đổi chi bộ. Ghi vào nhật ký.")
    )
