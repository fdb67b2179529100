"""The structure board on paper: every group of figures against its targets, then cell by cell."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from congress.congresses.models import Congress
from congress.credentials import queries
from congress.credentials.rules.structure import Board, Figure
from congress.delegates.printouts.words import styled
from congress.delegates.rules.traits import named
from congress.delegates.vocabulary import Standing
from congress.printing.paper import Heading, Signature, Title
from congress.printing.printout import Printout, file_name
from congress.printing.tables import Column, Group, Table
from congress.shared.vietnamese import date_on_paper, percent, two_digits

FIGURES = (
    Column("Nội dung", 80),
    Column("Số lượng", 22, "number"),
    Column("Tỷ lệ (%)", 22, "number"),
    Column("Ít nhất", 22, "number"),
    Column("Còn thiếu", 22, "number"),
)
WIDE = 7
"""From so many columns the cells' table needs the sheet turned."""


def structure(congress: Congress, *, today: date, alternates: bool = False, received: bool = False) -> Printout:
    """The structure of the official delegates, or of the alternates; `received` counts only whom the subcommittee took.

    Ages on the opening day, as on the screen."""
    standing = Standing.ALTERNATE if alternates else Standing.OFFICIAL
    return board(congress, queries.board(congress, standing, received=received), today=today)


def board(congress: Congress, of: Board, *, today: date) -> Printout:
    """The paper of a board that is on the screen."""
    write = partial(styled, congress)
    what = "Đại hội đại biểu" if congress.of_delegates else "Đại hội"
    whom = f"đại biểu {of.standing.label.lower()}"
    columns = of.cells.columns
    received = ", chỉ tính người Tiểu ban Nhân sự đã nhận" if of.received else ""
    return Printout(
        template="credentials/printouts/structure.html",
        filename=file_name(congress.slug, f"Cơ cấu {whom}", today),
        title=write(f"Cơ cấu {whom} {congress.title}"),
        author=write(congress.committee),
        date=today,
        landscape=len(columns) >= WIDE,
        context={
            "heading": Heading(
                superior=write(congress.superior), issuer=write(congress.committee), place=congress.name, date=today
            ),
            "title": Title(
                kind="Bảng tổng hợp",
                subject=write(
                    f"cơ cấu {whom}\ndự {what} {congress.organisation} lần thứ {congress.ordinal_roman}, "
                    f"nhiệm kỳ {congress.term}"
                ),
            ),
            "counted": f"Tính trên {two_digits(of.structure.whole)} {whom} đã nhập và dự đại hội{received}; "
            f"tuổi tính đến ngày {date_on_paper(of.day)}.",
            "averages": list(_averages(of)),
            "table": Table(FIGURES, list(_groups(of)), size=12),
            "short": [
                f"- {each.unit} – {named(each.figure.trait.key)}: có {each.figure.count}, ít nhất {each.figure.needed}."
                for each in of.structure.short
            ],
            "cells": _cells(of),
            "invented": congress.invented,
            "signature": Signature(
                authority="T/M Ban Thường vụ", position="Bí thư", recipients=(write("Lưu Văn phòng Đảng ủy"),)
            ),
        },
    )


def _averages(of: Board) -> Iterator[str]:
    found = of.structure
    if found.average_age:
        yield f"Tuổi bình quân {found.average_age} (của {found.aged} người biết ngày sinh)."
    if found.average_party_age:
        yield f"Tuổi Đảng bình quân {found.average_party_age} (của {found.party_aged} người biết ngày vào Đảng)."


def _groups(of: Board) -> Iterator[Group]:
    for table in of.structure.tables:
        rows = [
            [each.trait.label, each.count, percent(each.count, each.whole), each.needed, _lacking(each)]
            for each in table.figures
        ]
        yield Group(table.group.title, rows)


def _lacking(figure: Figure) -> int | None:
    return figure.lacking if figure.needed is not None else None


def _cells(of: Board) -> Table:
    """A figure short of its target says so beside it: 1 (2) is one of two."""
    columns = of.cells.columns
    heads = [Column("Đã nhập" if place == 0 else named(each.key), 20, "centre") for place, each in enumerate(columns)]
    rows = [[row.unit, *(_figure(each) for each in row.figures)] for row in of.cells.rows]
    sums = ["Cộng", *(_figure(each) for each in of.cells.sums.figures)]
    size = 12 if len(columns) < WIDE else 11 if len(columns) <= 10 else 9
    return Table([Column("STT", 10, "stt"), Column("Chi bộ", 60), *heads], [Group("", rows)], totals=sums, size=size)


def _figure(figure: Figure) -> str:
    return f"{figure.count} ({figure.needed})" if figure.lacking else str(figure.count)
