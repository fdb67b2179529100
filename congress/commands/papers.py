"""`congress print`: every feature's papers by name, with the options its builder takes."""

import inspect
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, get_args

import click

from congress import FEATURES
from congress.commands import Refusal
from congress.commands.office import congress_of, prepared
from congress.config import Settings
from congress.database import transaction
from congress.printing.printout import Printout
from congress.printing.render import render
from congress.shared import clock
from congress.shared.vietnamese import parse_date

Builder = Callable[..., Printout]
NAMES = {
    "acceptance": "Bảng tổng hợp tiếp thu, giải trình (table of acceptance and explanation)",
    "access-slip": "Phiếu truy cập của một tài khoản, với mật khẩu tạm mới (access slip with a new password)",
    "allocation-decision": "Quyết định phân bổ đại biểu, kèm phụ lục (decision on the allocation of delegates)",
    "allocation-note": "Tờ trình phương án phân bổ (explanatory note of the allocation)",
    "allocation-sheets": "Vì sao chi bộ được phân bổ N đại biểu, nửa tờ mỗi chi bộ (half a sheet for every cell)",
    "alternates": "Danh sách đại biểu dự khuyết theo thứ tự (alternates in their order)",
    "badges": "Thẻ đại biểu đã in, như lần in gần nhất (delegate badges as last printed)",
    "cell-answers": "Trả lời ý kiến góp ý của từng chi bộ (answers to the comments of each cell)",
    "cell-summaries": "Trích ngang đại biểu từng chi bộ (summaries of each cell's delegates)",
    "comments-blank": "Phiếu góp ý trắng của từng chi bộ, có mã (blank sheets with their codes)",
    "comments-list": "Danh sách ý kiến góp ý của một đợt (comments of a round)",
    "credentials-report": "Báo cáo thẩm tra tư cách đại biểu (credentials report)",
    "delegate-list": "Danh sách đại biểu (list of delegates)",
    "delegate-summaries": "Trích ngang đại biểu (summaries of delegates)",
    "director-book": "Kịch bản điều hành đại hội (director's book)",
    "draft": "Một lần dự thảo, đánh số dòng (one draft with numbered lines)",
    "draft-redline": "So sánh hai lần dự thảo của một văn kiện (two drafts of a document compared)",
    "drafts-progress": "Tiến độ chuẩn bị văn kiện (progress of all documents)",
    "presenter-cards": "Thẻ nhắc việc của từng người trình bày, điều hành (a card per presenter)",
    "presidium-crib": "Lời điều hành của Đoàn Chủ tịch, có lời biểu quyết (presidium's crib)",
    "programme": "Chương trình đại hội (programme)",
    "progress-report": "Báo cáo tiến độ chuẩn bị đại hội (state of preparation)",
    "real-times": "Giờ thực tế so với chương trình (planned and real times)",
    "signature-roll": "Danh sách ký tên (signature roll)",
    "structure": "Cơ cấu đại biểu so với mục tiêu (structure of the delegates against its targets)",
    "subcommittee-decision": "Quyết định thành lập tiểu ban (decision founding a subcommittee)",
    "subcommittee-members": "Danh sách các tiểu ban, tổ giúp việc (members of every subcommittee)",
    "substitution-decision": "Quyết định dự khuyết thay đại biểu chính thức (decision on a substitution)",
    "summons": "Giấy triệu tập (letters of summons)",
    "task-assignments": "Bảng phân công nhiệm vụ (table of assignments)",
    "weekly-report": "Báo cáo tuần của các tiểu ban (weekly report of the subcommittees)",
    "synthesis": "Báo cáo tổng hợp ý kiến góp ý (synthesis report)",
}
"""What the list of papers calls each."""
LISTS = (Iterable[str], Sequence[str], list[str], tuple[str, ...])


def builders() -> dict[str, Builder]:
    """Every PRINTOUTS of the features there are: name of the paper and the function that builds it."""
    found: dict[str, Builder] = {}
    for feature in FEATURES:
        room = f"congress.{feature}.printouts"
        if find_spec(room) is not None:
            found |= getattr(import_module(room), "PRINTOUTS", {})
    return dict(sorted(found.items()))


def options_of(builder: Builder) -> dict[str, Any]:
    """The options a builder takes on the command line, by name, with their types; `…` stands for any further one."""
    taken: dict[str, Any] = {}
    for parameter in list(inspect.signature(builder, eval_str=True).parameters.values())[1:]:
        if parameter.kind is inspect.Parameter.VAR_KEYWORD:
            taken["…"] = str
        elif parameter.name != "today" and _reads(parameter.annotation):
            taken[parameter.name] = parameter.annotation
    return taken


def _reads(kind: Any) -> bool:
    """Whether a value of this type can be typed on a command line."""
    return _plain(kind) in (str, int, bool, date) or kind in LISTS


def _plain(kind: Any) -> Any:
    """The type without `| None`."""
    return next((each for each in get_args(kind) if each is not type(None)), kind) if kind not in LISTS else kind


def read_options(words: Sequence[str], taken: dict[str, Any]) -> dict[str, Any]:
    """`--standing both --signed --columns name,unit` as keyword arguments; a Refusal names what is not known."""
    values: dict[str, Any] = {}
    rest = list(words)
    while rest:
        word = rest.pop(0)
        name, equals, value = word.removeprefix("--").partition("=")
        name = name.replace("-", "_")
        kind = _plain(taken.get(name, taken.get("…")))
        if not word.startswith("--") or kind is None:
            known = ", ".join(f"--{each.replace('_', '-')}" for each in taken) or "không có"
            raise Refusal(f"Văn bản này không có tùy chọn “{word}” (có: {known}). (Unknown option of this paper.)")
        if kind is bool and not equals:
            values[name] = True
            continue
        if not equals:
            if not rest:
                raise Refusal(f"Tùy chọn “{word}” cần một giá trị. (This option needs a value.)")
            value = rest.pop(0)
        values[name] = _value(value, kind, word)
    return values


def refuse_missing(builder: Builder, given: dict[str, Any]) -> None:
    """Name the options the paper cannot do without."""
    parameters = inspect.signature(builder).parameters
    missing = [
        f"--{name.replace('_', '-')}"
        for name in options_of(builder)
        if name != "…" and parameters[name].default is inspect.Parameter.empty and name not in given
    ]
    if missing:
        raise Refusal(f"Văn bản này cần {', '.join(missing)}. (Options this paper needs.)")


def _value(text: str, kind: Any, word: str) -> Any:
    if kind in LISTS:
        return tuple(part.strip() for part in text.split(",") if part.strip())
    try:
        if kind is int:
            return int(text)
        if kind is date:
            return parse_date(text)
    except ValueError as error:
        raise Refusal(f"“{text}” không hợp với {word}. (Not a value of this option.)") from error
    return text.lower() in ("1", "yes", "true", "có") if kind is bool else text


def _list(context: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if not wanted or context.resilient_parsing:
        return
    for name, builder in builders().items():
        options = " ".join(f"[--{each.replace('_', '-')}]" for each in options_of(builder))
        click.echo(f"{name:22} {NAMES.get(name, name)}  {options}".rstrip())
    context.exit()


@click.command("print", context_settings={"ignore_unknown_options": True})
@click.argument("printout")
@click.argument("words", nargs=-1, type=click.UNPROCESSED, metavar="[--option value]...")
@click.option("--congress", "slug", required=True, help="Tên ngắn của đại hội. Short name of the congress.")
@click.option(
    "--output", "-o", type=click.Path(path_type=Path), required=True, help="Tệp PDF sẽ ghi. The PDF to write."
)
@click.option("--date", "day", help="Ngày của văn bản, ví dụ 5/8/2025; mặc định hôm nay. Date of the paper.")
@click.option("--list", is_eager=True, is_flag=True, expose_value=False, callback=_list, help="Các văn bản in được.")
@click.pass_obj
def print_paper(
    settings: Settings, printout: str, words: tuple[str, ...], slug: str, output: Path, day: str | None
) -> None:
    """In một văn bản ra tệp PDF. Print a paper to a PDF file; `congress print --list` names papers and options.

    access-slip also sets a new temporary password for its --account.
    """
    known = builders()
    if printout not in known:
        raise Refusal(f"Không có văn bản “{printout}” (có: {', '.join(known)}). (No such paper.)")
    builder = known[printout]
    options = read_options(words, options_of(builder))
    if "address" in options_of(builder) and settings.address:
        options.setdefault("address", settings.address)
    refuse_missing(builder, options)
    today = parse_date(day) if day else clock.today()
    with prepared(settings).app_context(), transaction():
        try:
            paper = builder(congress_of(slug), today=today, **options)
        except (LookupError, ValueError) as error:
            raise Refusal(f"Không lập được văn bản: {error.args[0] if error.args else error}") from error
        _write(output, render(paper))
    click.echo(str(output))


def _write(file: Path, content: bytes) -> None:
    try:
        file.write_bytes(content)
    except OSError as error:
        raise Refusal(f"Không ghi được tệp {file}: {error.strerror}. (The file cannot be written.)") from error
