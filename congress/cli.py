"""The `congress` command: everything an office or a script asks of the program from a terminal."""

import logging

import click

from congress.commands import Plain, Refusal, machine, papers, people
from congress.commands.demo import demo
from congress.config import Settings


@click.group(cls=Plain, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
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


for command in (
    machine.serve,
    demo,
    machine.migrate,
    machine.examine,
    machine.routes,
    people.new_congress,
    people.create_admin,
    people.reset_password,
    people.close_account,
    papers.print_paper,
):
    main.add_command(command)
