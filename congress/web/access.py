"""Who may open a page: permissions, roles, and a door that is closed unless a view says otherwise.

A view declares `@requires(Permission.…)` (a page of a congress), `@signed_in` (any account) or `@public`.
A view that declares nothing is refused, and a test walks the URL map for it.
"""

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from flask import Flask, abort, current_app, g, redirect, request, url_for
from flask_babel import gettext
from flask_login import current_user
from werkzeug.exceptions import Unauthorized
from werkzeug.wrappers import Response

from congress.shared.labels import N_, Labelled
from congress.shared.scope import UnitScope

ASSETS = frozenset({"static", "bootstrap.static"})
View = TypeVar("View", bound=Callable[..., Any])


class Permission(Labelled):
    """What a page or an act asks for."""

    READ_CONGRESS = "read_congress", N_("Xem thông tin đại hội")
    MANAGE_CONGRESS = "manage_congress", N_("Sửa thông tin đại hội")
    MANAGE_ACCOUNTS = "manage_accounts", N_("Quản lý tài khoản")
    READ_JOURNAL = "read_journal", N_("Xem nhật ký thay đổi")
    READ_PROGRESS = "read_progress", N_("Xem tiến độ chung, in báo cáo tiến độ")
    READ_UNITS = "read_units", N_("Xem chi bộ, đảng bộ")
    MANAGE_UNITS = "manage_units", N_("Sửa chi bộ, đảng bộ")
    READ_ALLOCATION = "read_allocation", N_("Xem phân bổ đại biểu")
    ALLOCATE_SEATS = "allocate_seats", N_("Lập và ban hành phương án phân bổ đại biểu")
    READ_DELEGATES = "read_delegates", N_("Xem đại biểu")
    REGISTER_DELEGATES = "register_delegates", N_("Nhập và gửi danh sách đại biểu")
    REVIEW_DELEGATES = "review_delegates", N_("Nhận hoặc trả lại danh sách đại biểu")
    READ_CREDENTIALS = "read_credentials", N_("Xem thẩm tra tư cách đại biểu")
    CHECK_CREDENTIALS = "check_credentials", N_("Thẩm tra tư cách đại biểu")
    PRINT_BADGES = "print_badges", N_("In thẻ và giấy triệu tập đại biểu")
    READ_DRAFTS = "read_drafts", N_("Đọc dự thảo văn kiện")
    MANAGE_DRAFTS = "manage_drafts", N_("Soạn dự thảo và mở đợt góp ý")
    COMMENT = "comment", N_("Góp ý thay mặt chi bộ")
    READ_COMMENTS = "read_comments", N_("Đọc mọi ý kiến góp ý")
    TRIAGE_COMMENTS = "triage_comments", N_("Xử lý, trả lời ý kiến góp ý")
    READ_PROGRAMME = "read_programme", N_("Xem chương trình")
    MANAGE_PROGRAMME = "manage_programme", N_("Soạn chương trình")
    REGISTER_SPEECHES = "register_speeches", N_("Đăng ký tham luận")
    READ_SUBCOMMITTEES = "read_subcommittees", N_("Xem các tiểu ban")
    MANAGE_SUBCOMMITTEES = "manage_subcommittees", N_("Sửa các tiểu ban")
    READ_TASKS = "read_tasks", N_("Xem công việc, hồ sơ trình duyệt")
    MANAGE_TASKS = "manage_tasks", N_("Giao việc, ghi tiến độ")
    READ_CELL_CONGRESSES = "read_cell_congresses", N_("Xem đại hội các chi bộ")
    REPORT_CELL_CONGRESS = "report_cell_congress", N_("Báo đại hội chi bộ")


class Role(Labelled):
    """What a person is at one congress; a person may hold several."""

    OFFICE = "office", N_("Văn phòng")
    STANDING_COMMITTEE = "standing_committee", N_("Ban Thường vụ")
    PERSONNEL_SECRETARY = "personnel_secretary", N_("Thư ký Tiểu ban Nhân sự")
    DOCUMENTS_SECRETARY = "documents_secretary", N_("Thư ký Tiểu ban Văn kiện")
    SERVICE_SECRETARY = "service_secretary", N_("Thư ký Tiểu ban Tổ chức phục vụ")
    CELL_SECRETARY = "cell_secretary", N_("Bí thư chi bộ")
    READER = "reader", N_("Người đọc")


P = Permission
READING = frozenset({P.READ_CONGRESS, P.READ_UNITS, P.READ_DRAFTS, P.READ_PROGRAMME, P.READ_SUBCOMMITTEES})
WORKING = frozenset({P.READ_TASKS, P.MANAGE_TASKS, P.READ_CELL_CONGRESSES})
GRANTS: dict[Role, frozenset[Permission]] = {
    Role.OFFICE: frozenset(Permission),
    Role.STANDING_COMMITTEE: READING
    | {
        P.READ_PROGRESS,
        P.READ_ALLOCATION,
        P.READ_DELEGATES,
        P.READ_CREDENTIALS,
        P.READ_COMMENTS,
        P.READ_JOURNAL,
        P.READ_TASKS,
        P.READ_CELL_CONGRESSES,
    },
    Role.PERSONNEL_SECRETARY: READING
    | WORKING
    | {
        P.REPORT_CELL_CONGRESS,
        P.MANAGE_UNITS,
        P.READ_ALLOCATION,
        P.ALLOCATE_SEATS,
        P.READ_DELEGATES,
        P.REGISTER_DELEGATES,
        P.REVIEW_DELEGATES,
        P.READ_CREDENTIALS,
        P.CHECK_CREDENTIALS,
        P.PRINT_BADGES,
        P.READ_JOURNAL,
    },
    Role.DOCUMENTS_SECRETARY: READING
    | WORKING
    | {P.MANAGE_DRAFTS, P.READ_COMMENTS, P.TRIAGE_COMMENTS, P.COMMENT, P.REGISTER_SPEECHES},
    Role.SERVICE_SECRETARY: READING
    | WORKING
    | {P.READ_DELEGATES, P.PRINT_BADGES, P.MANAGE_PROGRAMME, P.REGISTER_SPEECHES},
    Role.CELL_SECRETARY: READING
    | {P.READ_CELL_CONGRESSES, P.REPORT_CELL_CONGRESS}
    | {P.READ_ALLOCATION, P.READ_DELEGATES, P.REGISTER_DELEGATES, P.COMMENT, P.REGISTER_SPEECHES},
    Role.READER: READING,
}
BOUND_TO_A_UNIT = frozenset({Role.CELL_SECRETARY})


@dataclass(frozen=True)
class Grant:
    """One role held at one congress; `unit_id` narrows a cell secretary to the cell."""

    role: Role
    unit_id: uuid.UUID | None = None


class Actor(Protocol):
    """A signed-in person."""

    is_authenticated: bool

    def grants_in(self, congress_id: uuid.UUID) -> Iterable[Grant]: ...


def permissions_of(grants: Iterable[Grant]) -> frozenset[Permission]:
    """Everything these roles allow together."""
    return frozenset(permission for grant in grants for permission in GRANTS[grant.role])


def scope_for(grants: Iterable[Grant], permission: Permission) -> UnitScope:
    """The units for which these roles give the permission: all of them, or the cells of a cell secretary."""
    giving = [grant for grant in grants if permission in GRANTS[grant.role]]
    if any(grant.role not in BOUND_TO_A_UNIT for grant in giving):
        return UnitScope.everything()
    return UnitScope.only(grant.unit_id for grant in giving if grant.unit_id is not None)


def my_grants() -> tuple[Grant, ...]:
    """The signed-in person's roles in the congress of this page."""
    if not current_user.is_authenticated or g.get("congress") is None:
        return ()
    return tuple(current_user.grants_in(g.congress.id))


def may(permission: Permission) -> bool:
    """Whether the signed-in person has a permission in the congress of this page."""
    return permission in permissions_of(my_grants())


def my_role() -> str:
    """What the signed-in person is here, in a word of the interface language; empty outside a congress."""
    return next((gettext(grant.role.label) for grant in my_grants()), "")


def my_scope(permission: Permission) -> UnitScope:
    """The units for which the signed-in person has this permission here."""
    return scope_for(my_grants(), permission)


def requires(permission: Permission) -> Callable[[View], View]:
    """Declare the permission a page of a congress asks for."""

    def declare(view: View) -> View:
        view.access = permission  # type: ignore[attr-defined]
        return view

    return declare


def signed_in(view: View) -> View:
    """Declare a page open to every signed-in account, outside any congress."""
    view.access = "signed_in"  # type: ignore[attr-defined]
    return view


def public(view: View) -> View:
    """Declare a page open to everyone."""
    view.access = "public"  # type: ignore[attr-defined]
    return view


def declared_access(endpoint: str) -> Permission | str | None:
    """What the view of an endpoint declares; None if it forgot."""
    if endpoint in ASSETS:
        return "public"
    return getattr(current_app.view_functions[endpoint], "access", None)


class SignedOut(Unauthorized):
    """Somebody who is not signed in sends a form; answered by a page that keeps what was typed."""


def guard() -> Response | None:
    """Turn away whoever may not open this page; runs before every request."""
    if request.endpoint is None:
        return None  # no such page: the 404 page answers
    access = declared_access(request.endpoint)
    if access == "public":
        return None
    if not current_user.is_authenticated:
        if request.method not in ("GET", "HEAD", "OPTIONS"):
            raise SignedOut()
        return redirect(url_for("accounts.sign_in", next=_way_back()))
    if access is None:
        abort(403)
    if access == "signed_in":
        return None
    if not my_grants():
        abort(404)  # whoever has no role here must not learn that this congress exists
    if access not in permissions_of(my_grants()):
        abort(403)
    return None


def _way_back() -> str | None:
    """Where to return after signing in."""
    return request.full_path.rstrip("?") if request.path != "/" else None


def init_app(app: Flask) -> None:
    """Close every door, and let templates ask `may("read_units")`."""
    app.before_request(guard)
    app.jinja_env.globals["may"] = lambda word: may(Permission(word))
    app.jinja_env.globals["my_role"] = my_role
    app.jinja_env.tests["may"] = may
