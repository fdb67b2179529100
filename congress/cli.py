"""The `congress` command: everything an office or a script asks of the program from a terminal."""

import logging
from importlib import import_module

import click

from congress.commands import Plain, Refusal
from congress.config import Settings

# Where each command lives; only the one that is asked for is loaded.
COMMANDS = {
    "serve": "machine:serve",
    "demo": "demo:demo",
    "migrate": "machine:migrate",
    "doctor": "machine:examine",
    "routes": "machine:routes",
    "new-congress": "people:new_congress",
    "create-admin": "people:create_admin",
    "reset-password": "people:reset_password",
    "close-account": "people:close_account",
    "print": "papers:print_paper",
    "import": "imports:import_workbook",
    "allocate": "allocation:allocate",
}


class Program(Plain):
    """All commands by name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order of the alphabet, as the help shows them."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, loaded now."""
        if cmd_name not in COMMANDS:
            return None
        module, _colon, name = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(f"congress.commands.{module}"), name)
        return command


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(package_name="dai-hoi")
@click.pass_context
def main(context: click.Context) -> None:
    """Đại hội: đại hội Đảng bộ xã, từ kế hoạch đầu tiên đến chương trình in ra giấy.

    The congress of a commune, from the first plan to the printed programme.

    \b
    CONGRESS_DATA          thư mục dữ liệu, mặc định var / folder of database, uploads, backups
    CONGRESS_DATABASE_URL  cơ sở dữ liệu khác / another database (postgresql://…)
    CONGRESS_ADDRESS       địa chỉ in trên phiếu truy cập / address printed on access slips
    CONGRESS_HTTPS=1       có máy chủ TLS phía trước / a TLS proxy stands in front
    CONGRESS_HOSTS         các tên máy được chấp nhận / host names that are accepted
    CONGRESS_PROXIES       số máy chủ trung gian / number of proxies in front
    """
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    logging.getLogger("alembic").setLevel(logging.WARNING)
    try:
        context.obj = Settings.from_environment()
    except ValueError as error:
        raise Refusal(f"CONGRESS_PROXIES phải là một số. (Must be a number: {error})") from error
