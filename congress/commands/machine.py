"""The machine: serving, migrating, examining, and the table of routes."""

import signal
import sys
from ipaddress import ip_address
from types import FrameType

import click
import waitress
from flask import Flask
from waitress.server import BaseWSGIServer

from congress import create_app, doctor
from congress.accounts import first_start
from congress.accounts import queries as accounts
from congress.commands import Refusal
from congress.commands.office import prepared
from congress.config import Settings
from congress.database import now, transaction
from congress.spreadsheets import previews
from congress.web.access import Permission, declared_access


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Địa chỉ lắng nghe. Address to listen on.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Cổng. Port; 0: a free one."
)
@click.option("--threads", type=click.IntRange(1, 64), default=8, show_default=True, help="Số luồng. Threads.")
@click.option(
    "--allow-plain-http",
    is_flag=True,
    help="Cho phép mở ra mạng mà không mã hóa. Allow a network address without TLS in front (CONGRESS_HTTPS=1).",
)
@click.pass_obj
def serve(settings: Settings, host: str, port: int, threads: int, allow_plain_http: bool) -> None:
    """Nâng cấp cơ sở dữ liệu rồi chạy chương trình. Migrate, then serve the program (one process, several threads)."""
    refuse_plain_http(settings, host, allow_plain_http)
    run(prepared(settings), settings, host, port, threads)


def refuse_plain_http(settings: Settings, host: str, allowed: bool) -> None:
    """Passwords must not cross a network in the clear by accident: other hosts need TLS in front, or a decision."""
    if is_loopback(host) or settings.https or allowed:
        return
    raise Refusal(
        f"Mở ở địa chỉ {host} thì mật khẩu đi qua mạng không được mã hóa. Đặt một máy chủ TLS phía trước và "
        "CONGRESS_HTTPS=1, hoặc chấp nhận bằng --allow-plain-http. (Refusing to serve plain HTTP on a network address.)"
    )


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches the address."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def run(app: Flask, settings: Settings, host: str, port: int, threads: int = 8) -> None:
    """Serve until stopped; a request that is being answered is answered to its end."""
    try:
        server = waitress.create_server(app, host=host, port=port, threads=threads, ident=None)
    except OSError as error:
        raise Refusal(f"Không mở được {host}:{port}: {error.strerror}. (The address is in use or not ours.)") from error
    address = address_of(server, host, port)
    click.echo(address)
    with app.app_context():
        announce_set_up(settings, address)
        with transaction():
            previews.sweep(now())  # what people sent and nobody confirmed is not kept over a night
    signal.signal(signal.SIGTERM, _stop)
    server.run()


def address_of(server: BaseWSGIServer, host: str, port: int) -> str:
    """Where the server is reached; the port it got where it was asked for any."""
    shown = f"[{host}]" if ":" in host and not host.startswith("[") else host
    return f"http://{shown}:{getattr(server, 'effective_port', port)}"


def announce_set_up(settings: Settings, address: str) -> None:
    """Print the one-time address of the set-up page while there is no account."""
    if accounts.any_account():
        first_start.forget_token(settings.data)
        return
    token = first_start.new_token(settings.data)
    click.echo("Chương trình chưa có tài khoản nào. Mở địa chỉ sau để thiết lập (dùng được một lần):")
    click.echo("(No account yet. Open this address to set the program up; it works once.)")
    click.echo(f"{(settings.address or address).rstrip('/')}/set-up?token={token}")


def _stop(_signal: int, _frame: FrameType | None) -> None:
    sys.exit(0)  # the server's loop ends, its threads finish their answers


@click.command()
@click.pass_obj
def migrate(settings: Settings) -> None:
    """Nâng cấp cơ sở dữ liệu rồi dừng. Bring the database up to date and stop."""
    prepared(settings)
    click.echo("Cơ sở dữ liệu đã ở phiên bản mới nhất.")


@click.command("doctor")
@click.pass_obj
def examine(settings: Settings) -> None:
    """Kiểm tra máy này có đủ điều kiện chạy không. Check whether this machine is fit; exit 1 where it is not."""
    findings = doctor.findings(settings)
    for finding in findings:
        click.echo(f"{'✓' if finding.ok else '✗'} {finding.message_vi}")
        if finding.advice_vi:
            click.echo(f"  → {finding.advice_vi}")
    if not all(finding.ok for finding in findings):
        sys.exit(1)


@click.command()
@click.pass_obj
def routes(settings: Settings) -> None:
    """Mọi địa chỉ với quyền cần có. Every address: method, path, endpoint, and who may open it."""
    app = create_app(settings)
    with app.app_context():
        rows = [
            (
                ",".join(sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})),
                rule.rule,
                rule.endpoint,
                _access(rule.endpoint),
            )
            for rule in sorted(app.url_map.iter_rules(), key=lambda rule: (rule.endpoint, rule.rule))
        ]
    widths = [max(len(row[place]) for row in rows) for place in range(3)]
    for row in rows:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, [*widths, 0], strict=True)).rstrip())


def _access(endpoint: str) -> str:
    access = declared_access(endpoint)
    return access.value if isinstance(access, Permission) else str(access)
