"""How fast seats are shared: `python benchmarks/allocation.py [cells …]`, 50, 500 and 5,000 by default.

No database, no application. For each method the official and alternate seats of the same invented cells are computed
together, once plainly and once with floors, caps, priority seats and pins. Shown are medians of wall-clock milliseconds
with the processor's in brackets; and of the plain ones, by the processor, microseconds per cell (constant where the
work grows with the cells alone) and the ratio to the default method in the same run. 5,000 cells are meant to stay
under 200 ms on two idle cores.

Below that, for the default method: what explaining every cell, the fairness figures, the search for paradoxes and
`congress allocate` as a process of its own (start included) take.
"""

import argparse
import csv
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from congress.allocation.rules.explain import explain_all
from congress.allocation.rules.fairness import fairness, paradoxes
from congress.allocation.rules.plan import Cell, Plan
from congress.allocation.rules.shares import allocate
from congress.allocation.vocabulary import Method

ROOT = Path(__file__).resolve().parents[1]
SEATS_PER_CELL = 4


def invented(cells: int, bounded: bool, seed: int = 1) -> Plan:
    """A plan of cells with 3 to 90 members; every fifth with a bound of some kind where bounds are wanted."""
    chance = random.Random(seed)
    made = []
    for number in range(cells):
        members = chance.randint(3, 90)
        cell = Cell(key=f"u{number}", code=f"CB{number:04}", name=f"Chi bộ ấp số {number}", members=members)
        if bounded and members > 9:
            kind = chance.randrange(20)
            changes = ({"floor": 2}, {"cap": 5}, {"priority": 1}, {"pin": 3}, {"ex_officio": 2})
            cell = replace(cell, **changes[kind]) if kind < len(changes) else cell
        made.append(cell)
    return Plan(cells=tuple(made), official=SEATS_PER_CELL * cells, alternate=cells)


def median(work: Callable[[], object], times: int) -> tuple[float, float]:
    """Seconds by the clock and of the processor."""
    taken = []
    for _ in range(times):
        clock, processor = time.perf_counter(), time.process_time()
        work()
        taken.append((time.perf_counter() - clock, time.process_time() - processor))
    by_clock, of_processor = zip(*taken, strict=True)
    return statistics.median(by_clock), statistics.median(of_processor)


def shown(seconds: tuple[float, float]) -> str:
    """Milliseconds by the clock, the processor's in brackets."""
    return f"{seconds[0] * 1000:8.1f} ms ({seconds[1] * 1000:6.1f})"


def measure(cells: int) -> None:
    """The lines of one size."""
    times = 15 if cells <= 500 else 7
    base = None
    for method in Method:
        plans = [replace(invented(cells, bounded), method=method) for bounded in (False, True)]
        plain, bounded = (median(lambda plan=plan: allocate(plan), times) for plan in plans)  # type: ignore[misc]
        base = base or plain[1]
        per_cell, ratio = plain[1] / cells * 1e6, plain[1] / base
        print(f"{cells:6}  {method.value:18} {shown(plain)} {shown(bounded)} {per_cell:9.1f} {ratio:9.2f}")


def measure_the_rest(cells: int) -> None:
    """What is done with an allocation."""
    plan = invented(cells, True)
    allocation = allocate(plan)
    works: dict[str, Callable[[], object]] = {
        "explain every cell": lambda: deque((each.sentence.text() for each in explain_all(plan, allocation)), maxlen=0),
        "fairness figures": lambda: fairness(plan, allocation),
        "paradoxes, 6 plans": lambda: paradoxes(plan),
    }
    for name, work in works.items():
        print(f"{cells:6}  {name:18} {shown(median(work, 3))}")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "units.csv"
        with file.open("w", encoding="utf-8", newline="") as written:
            rows = csv.writer(written)
            rows.writerow(("code", "name", "members"))
            rows.writerows((cell.code, cell.name, cell.members) for cell in plan.cells)
        words = [sys.executable, "-m", "congress", "allocate", str(file), "--official", str(plan.official)]

        def command() -> None:
            subprocess.run([*words, "--alternate", str(plan.alternate)], check=True, capture_output=True, cwd=ROOT)

        print(f"{cells:6}  {'congress allocate':18} {shown(median(command, 3))}")


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("cells", nargs="*", type=int, default=[50, 500, 5000])
    sizes = arguments.parse_args().cells
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    print(" cells  method                   plain (processor)      bounded (processor)   µs/cell  to default")
    for cells in sizes:
        measure(cells)
    for cells in sizes:
        measure_the_rest(cells)


if __name__ == "__main__":
    main()
