"""Half a sheet for every cell: why it gets its number of delegates, in a sentence and the steps of the arithmetic."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from congress.allocation.printouts.words import INVENTED, Write, congress_in_full, of_decision, writing
from congress.allocation.rules.explain import Explanation, explain
from congress.allocation.rules.issued import IssuedFacts
from congress.allocation.rules.phrases import Phrase
from congress.allocation.rules.plan import Cell, Plan
from congress.allocation.rules.shares import Allocation
from congress.congresses.models import Congress
from congress.printing.printout import Printout, file_name
from congress.shared.vietnamese import date_on_paper, number_on_paper


@dataclass(frozen=True)
class HalfSheet:
    """One cell's half as the template draws it."""

    name: str
    seats: str
    figures: tuple[tuple[str, str], ...]
    sentence: str
    steps: tuple[str, ...]
    alternate_sentence: str
    alternate_steps: tuple[str, ...]


def cell_sheet(
    congress: Congress, plan: Plan, allocation: Allocation, facts: IssuedFacts, key: str, *, today: date
) -> Printout:
    """The half sheet of one cell; LookupError where the plan does not have it."""
    cell = plan.by_key[key]
    return _sheets(congress, plan, allocation, facts, [cell], f"Phân bổ đại biểu {cell.code or cell.name}", today)


def cell_sheets(congress: Congress, plan: Plan, allocation: Allocation, facts: IssuedFacts, *, today: date) -> Printout:
    """Every cell in printed order, two to a sheet with a line to cut along."""
    return _sheets(congress, plan, allocation, facts, plan.cells, "Phân bổ đại biểu từng chi bộ", today)


def _sheets(
    congress: Congress,
    plan: Plan,
    allocation: Allocation,
    facts: IssuedFacts,
    cells: Sequence[Cell],
    thing: str,
    today: date,
) -> Printout:
    write = writing(congress)
    halves = [_half(plan, cell, explain(plan, allocation, cell.key), allocation, write) for cell in cells]
    issued = facts.decision_number is not None or facts.decision_date is not None
    counted = f" Số đảng viên tính đến ngày {date_on_paper(facts.frozen_on)}." if facts.frozen_on else ""
    source = f"Theo {of_decision(facts)}." if issued else "Phương án chưa ban hành, số liệu có thể thay đổi."
    return Printout(
        template="allocation/printouts/cell_sheets.html",
        filename=file_name(congress.slug, thing, facts.decision_date or today),
        title=write(f"Vì sao chi bộ được phân bổ số đại biểu này – {congress.title}"),
        author=write(congress.committee),
        date=facts.decision_date or today,
        context={
            "committee": write(congress.committee).upper(),
            "congress": write(congress_in_full(congress)),
            "pairs": [halves[start : start + 2] for start in range(0, len(halves), 2)],
            "source": write(source + counted),
            "invented": INVENTED if congress.invented else "",
        },
    )


def _half(plan: Plan, cell: Cell, told: Explanation, allocation: Allocation, write: Write) -> HalfSheet:
    official, alternate = (outcome.by_key[cell.key].seats for outcome in (allocation.official, allocation.alternate))
    figures = (
        ("Đảng viên", number_on_paper(cell.members)),
        ("Đương nhiên", number_on_paper(cell.ex_officio)),
        ("Được bầu", number_on_paper(official)),
        *((("Chỉ định", number_on_paper(cell.appointed)),) if cell.appointed else ()),
        *((("Dự khuyết", number_on_paper(alternate)),) if plan.alternate else ()),
    )
    return HalfSheet(
        name=write(cell.name),
        seats=number_on_paper(official),
        figures=figures,
        sentence=write(told.sentence.text()),
        steps=_texts(told.steps, write),
        alternate_sentence=write(told.alternate_sentence.text()) if plan.alternate else "",
        alternate_steps=_texts(told.alternate_steps[1:3], write)
        if plan.alternate
        else (),  # the sentence says the rest,
    )


def _texts(steps: Sequence[Phrase], write: Write) -> tuple[str, ...]:
    return tuple(write(step.text()) for step in steps)
