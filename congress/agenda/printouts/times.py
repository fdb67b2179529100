"""Planned against real: the record of the times after the congress."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime

from congress.agenda import queries
from congress.agenda.printouts.frame import frame, on_paper, writer
from congress.agenda.rules.live import Step
from congress.congresses.models import Congress
from congress.printing.paper import Signature, Title
from congress.printing.printout import Printout
from congress.printing.tables import Column, Group, Table
from congress.shared.vietnamese import date_on_paper


def real_times(congress: Congress, *, today: date, draft: bool = False) -> Printout:
    """Every item of the released programme with its planned and its real times, minutes late and minutes longer."""
    write = writer(congress)
    run = queries.run(congress.id, datetime.now(UTC))
    passed = _passed(run.steps if run else ())
    columns = [
        Column("STT", 10, "stt"),
        Column("Nội dung", 66),
        Column("Kế hoạch", 28, "centre"),
        Column("Thực tế", 28, "centre"),
        Column("Chậm (phút)", 16, "number"),
        Column("Dài hơn (phút)", 18, "number"),
    ]
    groups = [
        Group(
            f"{write(steps[0].sitting.title)} — ngày {date_on_paper(steps[0].sitting.day)}",
            [_row(step, step in passed) for step in steps],
        )
        for steps in (run.by_sitting if run else [])
    ]
    return frame(
        congress,
        "agenda/printouts/table.html",
        "Giờ thực tế của chương trình",
        today,
        acting="Đoàn Thư ký",
        title=Title(
            kind="Giờ thực tế",
            subject=write(f"của chương trình {congress.title}"),
            note=_summed(run.steps if run else ()),
        ),
        table=Table(columns, groups, size=12),
        signature=Signature(authority="T/M Đoàn Thư ký"),
    )


def _line(step: Step, write: Callable[[str], str]) -> str:
    return f"{write(step.sitting.title)} — ngày {date_on_paper(step.sitting.day)}"


def _passed(steps: Sequence[Step]) -> set[Step]:
    """What stands before the last item that has begun: if it has not begun itself, it was left out."""
    last = max((place for place, step in enumerate(steps) if step.actual), default=0)
    return set(steps[:last])


def _row(step: Step, passed: bool) -> tuple[str, str, str, int | None, int | None]:
    actual = step.actual
    longer = None if step.real_minutes is None else step.real_minutes - step.planned_minutes
    if actual is None:
        return (step.entry.title, _planned(step), "không diễn ra" if passed else "chưa diễn ra", None, None)
    end = f"{actual.finished:%Hh%M}" if actual.finished else "…"
    return (step.entry.title, _planned(step), f"{actual.started:%Hh%M} – {end}", step.late_by, longer)


def _planned(step: Step) -> str:
    return f"{on_paper(step.entry.start)} – {on_paper(step.entry.end)}"


def _summed(steps: Sequence[Step]) -> str:
    done = [step for step in steps if step.real_minutes is not None]
    if not done:
        return "Chưa có mục nào kết thúc"
    planned, real = sum(step.planned_minutes for step in done), sum(step.real_minutes or 0 for step in done)
    return f"{len(done)}/{len(steps)} mục đã kết thúc; kế hoạch {planned} phút, thực tế {real} phút"
