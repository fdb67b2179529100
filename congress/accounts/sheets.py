"""The columns of the list of accounts."""

from congress.shared.labels import N_
from congress.web.listing import Column

COLUMNS = (
    Column("name", N_("Họ và tên"), sortable=True, fixed=True),
    Column("username", N_("Tên đăng nhập"), sortable=True),
    Column("roles", N_("Vai trò")),
    Column("state", N_("Trạng thái")),
    Column("last_sign_in_at", N_("Đăng nhập lần cuối"), sortable=True),
)
