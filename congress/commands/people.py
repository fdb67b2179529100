"""Accounts and congresses from the command line: what only the administrator of the machine may do."""

import re
import sys

import click

from congress.accounts import actions, queries
from congress.accounts.models import Account
from congress.commands import Refusal
from congress.commands.office import congress_of, prepared
from congress.config import Settings
from congress.congresses import actions as congress_actions
from congress.congresses import queries as congresses
from congress.congresses.models import Congress
from congress.congresses.vocabulary import AreaKind
from congress.database import db, transaction
from congress.web.access import Role

TERM = re.compile(r"(\d{4})\s*[-–]\s*(\d{4})")
KINDS = [kind.value for kind in AreaKind]


def _term(_context: click.Context, _parameter: click.Parameter, text: str | None) -> tuple[int, int] | None:
    if text is None:
        return None
    years = TERM.fullmatch(text.strip())
    if not years:
        raise Refusal(f"Nhiệm kỳ viết như 2025-2030, không phải “{text}”. (A term is written 2025-2030.)")
    return int(years[1]), int(years[2])


def _found(slug: str, name: str, term: tuple[int, int], kind: str, ordinal: int) -> Congress:
    founded = congress_actions.found(
        actor=actions.Administrator(),
        slug=slug,
        name=name,
        term_start=term[0],
        term_end=term[1],
        area_kind=AreaKind(kind),
        ordinal=ordinal,
    )
    db.session.flush()
    return founded


@click.command("new-congress")
@click.option("--slug", required=True, help="Tên ngắn trong địa chỉ, ví dụ my-hiep. Short name in addresses.")
@click.option("--name", required=True, help="Tên địa phương, ví dụ “Mỹ Hiệp”. Name of the place.")
@click.option("--term", required=True, callback=_term, help="Nhiệm kỳ, ví dụ 2025-2030. Term of office.")
@click.option("--kind", type=click.Choice(KINDS), default="commune", show_default=True, help="Xã, phường, đặc khu.")
@click.option("--ordinal", type=click.IntRange(1, 99), default=1, show_default=True, help="Đại hội lần thứ mấy.")
@click.pass_obj
def new_congress(settings: Settings, slug: str, name: str, term: tuple[int, int], kind: str, ordinal: int) -> None:
    """Lập một đại hội mới trong máy này. Found a further congress in this installation."""
    with prepared(settings).app_context(), transaction():
        click.echo(_found(slug, name, term, kind, ordinal).title)


@click.command("create-admin")
@click.option("--congress", "slug", required=True, help="Tên ngắn của đại hội. Short name of the congress.")
@click.option("--username", required=True, help="Tên đăng nhập, ví dụ vanphong. User name.")
@click.option("--full-name", required=True, help="Họ và tên. Full name.")
@click.option("--password-stdin", is_flag=True, help="Đọc mật khẩu từ đầu vào chuẩn. Read the password from stdin.")
@click.option("--name", help="Lập đại hội nếu chưa có: tên địa phương. Found the congress if it is not there: place.")
@click.option("--term", callback=_term, help="Lập đại hội nếu chưa có: nhiệm kỳ 2025-2030. The same: term.")
@click.option("--kind", type=click.Choice(KINDS), default="commune", show_default=True, help="Xã, phường, đặc khu.")
@click.option("--ordinal", type=click.IntRange(1, 99), default=1, show_default=True, help="Đại hội lần thứ mấy.")
@click.pass_obj
def create_admin(
    settings: Settings,
    slug: str,
    username: str,
    full_name: str,
    password_stdin: bool,
    name: str | None,
    term: tuple[int, int] | None,
    kind: str,
    ordinal: int,
) -> None:
    """Tạo tài khoản văn phòng của một đại hội; in mật khẩu tạm một lần. Create an office account of a congress.

    An account that exists already gets the office's role and keeps its password.
    """
    password = sys.stdin.readline().rstrip("\r\n") if password_stdin else None
    with prepared(settings).app_context(), transaction():
        congress = congresses.by_slug(slug)
        if congress is None and name and term:
            congress = _found(slug, name, term, kind, ordinal)
        congress = congress or congress_of(slug)
        account = queries.by_username(username)
        lines = [f"username {username}"]
        if account is None:
            account, made = actions.create(username=username, full_name=full_name, password=password)
            account.must_change_password = not password_stdin
            lines = [f"username {account.username}", *([] if password_stdin else [f"password {made}"])]
        actions.grant(congress, account, Role.OFFICE, None, actor=actions.Administrator())
    click.echo("\n".join(lines))


@click.command("reset-password")
@click.argument("username")
@click.pass_obj
def reset_password(settings: Settings, username: str) -> None:
    """Đặt mật khẩu tạm mới và in ra một lần; mọi phiên kết thúc. Set and print a new temporary password."""
    with prepared(settings).app_context(), transaction():
        account = _account(username)
        password = actions.reset_password(account, actor=actions.Administrator())
        click.echo(f"username {account.username}\npassword {password}")


@click.command("close-account")
@click.argument("username")
@click.option("--open", "reopen", is_flag=True, help="Mở khóa lại. Open it again.")
@click.pass_obj
def close_account(settings: Settings, username: str, reopen: bool) -> None:
    """Khóa (hoặc mở khóa) một tài khoản ở mọi đại hội. Close or reopen an account at all congresses."""
    with prepared(settings).app_context(), transaction():
        actions.set_closed(_account(username), closed=not reopen, actor=actions.Administrator())


def _account(username: str) -> Account:
    account = queries.by_username(username)
    if account is None:
        raise Refusal(f"Không có tài khoản “{username}”. (No such account.)")
    return account
