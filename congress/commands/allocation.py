"""`congress allocate`: anybody checks a plan with a list of units, without database and application."""

import csv
import io
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from congress.allocation.rules.explain import explain
from congress.allocation.rules.phrases import TIE_RULES, names
from congress.allocation.rules.plan import Plan
from congress.allocation.rules.shares import Allocation
from congress.allocation.rules.shares import allocate as share_out
from congress.allocation.rules.unit_table import read_units
from congress.allocation.vocabulary import Method
from congress.commands import Refusal

ALIASES = {
    "sainte-lague": Method.WEBSTER,
    "sainte-laguë": Method.WEBSTER,
    "saint-lague": Method.WEBSTER,
    "jefferson": Method.DHONDT,
    "d-hondt": Method.DHONDT,
    "d'hondt": Method.DHONDT,
}
HEAD = ("code", "name", "members", "official", "alternate", "explanation")
FORMULA_SIGNS = ("=", "+", "-", "@")
WHOLE = click.IntRange(min=0)


class MethodName(click.Choice[str]):
    """The methods by their usual names, whatever the case."""

    def __init__(self) -> None:
        super().__init__([method.value for method in Method], case_sensitive=False)

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Method:
        """An alias stands for the method it means."""
        spelled = str(value).lower().replace("_", "-").replace("’", "'")
        return ALIASES.get(spelled) or Method(super().convert(spelled, param, ctx))


@click.command("allocate")
@click.argument("units", metavar="UNITS.csv")
@click.option("--official", type=WHOLE, required=True, help="Tổng số đại biểu chính thức. Official delegates in total.")
@click.option("--alternate", type=WHOLE, default=0, show_default=True, help="Đại biểu dự khuyết. Alternates in total.")
@click.option("--base", type=WHOLE, default=1, show_default=True, help="Mức nền mỗi chi bộ. Base of every unit.")
@click.option(
    "--method",
    type=MethodName(),
    default=Method.LARGEST_REMAINDER.value,
    show_default=True,
    help="Cách chia phần còn lại. How the rest is shared.",
)
@click.option(
    "--ex-officio",
    metavar="COLUMN",
    default="",
    help="Cột ghi số cấp ủy viên đương nhiệm. Column of committee members in office; their seats are set apart.",
)
def allocate(units: str, official: int, alternate: int, base: int, method: Method, ex_officio: str) -> None:
    """Phân bổ đại biểu cho các chi bộ trong UNITS.csv. Share delegate seats among units; prints CSV.

    \b
    UNITS.csv: code,name,members và nếu có / and perhaps: priority,cap,ex_officio; “-” đọc từ đầu vào chuẩn.
    In ra: code,name,members,official,alternate,explanation. Không cần cơ sở dữ liệu. No database is needed.
    """
    table = read_units(_bytes(units), ex_officio)
    if table.faults:
        raise Refusal("\n".join(str(fault) for fault in table.faults))
    plan = Plan(cells=tuple(table.cells), official=official, alternate=alternate, base=base, method=method)
    allocation = share_out(plan)  # a plan that cannot be kept ends as a sentence, see Plain
    for line in _ties(plan, allocation):
        click.echo(line, err=True)
    click.echo(_csv(_lines(plan, allocation)).encode(), nl=False)  # bytes: UTF-8 whatever the terminal is set to


def _bytes(name: str) -> bytes:
    """The file's content, or what comes from standard input."""
    if name == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise Refusal(f"Không đọc được {name}: {error.strerror}. (The file cannot be read.)") from error


def _lines(plan: Plan, allocation: Allocation) -> Iterator[tuple[str | int, ...]]:
    yield HEAD
    for cell in plan.cells:
        told = explain(plan, allocation, cell.key)
        sentences = [told.sentence.text(), *([told.alternate_sentence.text()] if plan.alternate else [])]
        official, alternate = (
            outcome.by_key[cell.key].seats for outcome in (allocation.official, allocation.alternate)
        )
        yield _safe(cell.code), _safe(cell.name), cell.members, official, alternate, _safe(" ".join(sentences))


def _safe(text: str) -> str:
    """A text no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text


def _csv(lines: Iterable[tuple[str | int, ...]]) -> str:
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\n").writerows(lines)
    return written.getvalue()


def _ties(plan: Plan, allocation: Allocation) -> Iterator[str]:
    """No tie is broken silently: said where it does not stand in the way of the table."""
    kinds = {"official": "chính thức", "alternate": "dự khuyết"}
    for tie in allocation.ties:
        cells, winners = (_named(plan, keys) for keys in (tie.cells, tie.winners))
        yield (
            f"Bằng nhau ({kinds[tie.standing]}): {cells} cùng xét {tie.seats} suất cuối; được nhận: {winners}, "
            f"{TIE_RULES[tie.rule]}."
        )


def _named(plan: Plan, keys: tuple[str, ...]) -> str:
    named = names(plan, keys)
    return named if isinstance(named, str) else named.text()
