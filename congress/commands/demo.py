"""The demo: write the invented congress, say how to sign in, serve it."""

from datetime import date

import click

from congress.commands import Refusal
from congress.commands.machine import refuse_plain_http, run
from congress.commands.office import prepared
from congress.config import Settings
from congress.congresses import queries as congresses
from congress.database import transaction
from congress.demo.accounts import new_passwords
from congress.demo.build import LARGE, SLUG, Size, build
from congress.demo.reset import erase
from congress.shared import clock
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import parse_date


@click.command("demo")
@click.option("--host", default="127.0.0.1", show_default=True, help="Địa chỉ lắng nghe. Address to listen on.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Cổng. Port; 0: a free one."
)
@click.option("--reset", is_flag=True, help="Xóa đại hội minh họa rồi viết lại. Take the demo away and write it anew.")
@click.option("--large", is_flag=True, help="250 đại biểu, 70 chi bộ, 800 ý kiến. A large one, for trying speed.")
@click.option(
    "--opening", metavar="NGÀY", help="Ngày khai mạc, ví dụ 12/8/2025. Opening day; 20 days ahead by default."
)
@click.option("--no-serve", is_flag=True, help="Chỉ viết dữ liệu. Write the data and stop.")
@click.pass_obj
def demo(
    settings: Settings, host: str, port: int, reset: bool, large: bool, opening: str | None, no_serve: bool
) -> None:
    """Tạo đại hội minh họa my-hiep rồi chạy chương trình. Write the invented demo congress and serve it.

    In mỗi tài khoản một dòng: account <tên đăng nhập> <mật khẩu> <vai trò>; mật khẩu được đặt mới mỗi lần chạy.
    Prints one line per demo account; its passwords are made anew at every start. What was typed into the demo stays
    until --reset.
    """
    refuse_plain_http(settings, host, False)
    app = prepared(settings)
    with app.app_context():
        _write(reset, LARGE if large else Size(), _opening(opening))
    if not no_serve:
        run(app, settings, host, port)


def _opening(text: str | None) -> date | None:
    try:
        return parse_date(text) if text else None
    except RuleBroken as broken:
        raise Refusal(f"{broken} (--opening)") from broken


def _write(reset: bool, size: Size, opens_on: date | None) -> None:
    """Write the demo if it is not there, and print how to sign in."""
    there = congresses.by_slug(SLUG)
    if there is not None and not there.invented:
        raise Refusal(
            f"Đại hội “{SLUG}” trong cơ sở dữ liệu này là thật. (Not the demo: choose another CONGRESS_DATA.)"
        )
    with transaction():
        if there is not None and reset:
            erase(there)
            there = None
        congress = there or build(clock.today(), size=size, opens_on=opens_on)
        made = new_passwords(congress)
    for username, password, role in made:
        click.echo(f"account {username} {password} {role}")
