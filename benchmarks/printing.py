"""How fast paper is, as ratios within one run: `python benchmarks/printing.py [rows …]`. Needs no application.

For each number of rows the same list (14 columns, landscape, invented people) is printed
- warm: by the press of the program, its render processes started,
- whole: by one process in one piece (up to 1,000 rows),
- kept: once more, unchanged,
- Chromium: the same HTML and style sheet, start included, if chromium is installed.
"""

import argparse
import datetime
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from jinja2 import ChoiceLoader, DictLoader

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from congress.printing import html
from congress.printing.layout_profiles import profile_for
from congress.printing.paper import Heading, Signature, Title
from congress.printing.pool import Pool
from congress.printing.printout import Printout, file_name
from congress.printing.render import Press
from congress.printing.tables import Column, Group, Table

DAY = datetime.date(2025, 8, 5)
TEMPLATE = """{% extends "printing/page.html" %}{% import "printing/table.html" as tables %}
{% block content %}{{ tables.grid(table, table_width) }}{% endblock %}"""

SURNAMES = "Nguyễn Trần Lê Phạm Huỳnh Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Phan Trương".split()
MIDDLE = "Văn Thị Hữu Ngọc Minh Thanh Quốc Xuân Hoàng Mỹ Thị Kim".split()
GIVEN = "Hòa Nghĩa Phượng Hiệp Thạnh Tuyết Nghiêng Ước Ánh Đức Dũng Lượm Nhung Khởi An Ân Yến".split()
PLACES = ["Mỹ Hiệp, Đồng Tháp", "Bình Thành, Đồng Tháp", "Mỹ Long, Đồng Tháp", "Cái Bè, Tiền Giang"]
STUDIES = ["Đại học Luật", "Đại học Sư phạm", "Cử nhân Kinh tế", "Trung cấp", "Kỹ sư Nông học"]
POSTS = [
    "Bí thư Chi bộ ấp",
    "Chủ tịch Hội Nông dân",
    "Công chức Văn phòng",
    "Hiệu trưởng",
    "Phó Bí thư Chi bộ",
    "Đảng viên",
]
COLUMNS = (
    Column("STT", 9, "stt"),
    Column("Họ và tên", 40, "name"),
    Column("Nam", 19, "date", "Ngày sinh"),
    Column("Nữ", 19, "date", "Ngày sinh"),
    Column("Dân tộc", 12, "centre"),
    Column("Tôn giáo", 13, "centre"),
    Column("Quê quán", 38),
    Column("Vào Đảng", 19, "date"),
    Column("Chính thức", 19, "date"),
    Column("Phổ thông", 13, "centre"),
    Column("Chuyên môn", 28),
    Column("Lý luận", 17, "centre"),
    Column("Chức vụ, đơn vị công tác", 38),
    Column("Thành phần", 20, "centre"),
)


def delegate_list(rows: int, seed: int = 1) -> Printout:
    """A list of invented delegates, grouped by Party cell."""
    chance = random.Random(seed)

    def day(first: int, last: int) -> str:
        return f"{chance.randint(1, 28):02d}/{chance.randint(3, 12)}/{chance.randint(first, last)}"

    def person() -> tuple[str, ...]:
        name = " ".join(chance.choice(words) for words in (SURNAMES, MIDDLE, GIVEN))
        born, man = day(1960, 1996), chance.random() < 0.6
        return (
            *(name, born if man else "", "" if man else born, "Kinh", "Không", chance.choice(PLACES)),
            *(day(1985, 2023), day(1985, 2024), "12/12", chance.choice(STUDIES)),
            *(
                chance.choice(["Cao cấp", "Trung cấp", "Sơ cấp"]),
                chance.choice(POSTS),
                chance.choice(["Đương nhiên", "Bầu"]),
            ),
        )

    people = [person() for _ in range(rows)]
    groups, start = [], 0
    while start < rows:
        some = people[start : start + chance.randint(2, 6)]
        groups.append(Group(f"Chi bộ ấp số {len(groups) + 1} — {len(some)} đại biểu", some))
        start += len(some)
    return Printout(
        template="benchmark.html",
        filename=file_name("my-hiep", "Danh sách", DAY),
        title="Danh sách đại biểu",
        author="Đảng ủy xã Mỹ Hiệp",
        date=DAY,
        landscape=True,
        context={
            "heading": Heading(
                superior="Đảng bộ tỉnh Đồng Tháp",
                issuer="Đảng ủy xã Mỹ Hiệp",
                place="Mỹ Hiệp",
                date=DAY,
                symbol="DS/ĐU",
            ),
            "title": Title(kind="Danh sách", subject="đại biểu dự Đại hội đại biểu Đảng bộ xã Mỹ Hiệp lần thứ I"),
            "table": Table(COLUMNS, groups, ("Tổng cộng", str(rows), *[""] * 11), size=10),
            "signature": Signature(authority="T/M Ban Thường vụ", position="Bí thư", recipients=("Lưu Đảng ủy",)),
        },
    )


def chromium(paper: Printout, folder: Path) -> Callable[[], None] | None:
    """Printing the same page by Chromium, or None where it is not installed."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if not program:
        return None
    page = html.html_of(paper, stylesheet="print.css")
    (folder / "page.html").write_text(page, encoding="utf-8")
    (folder / "print.css").write_text(html.stylesheet_of(profile_for(paper.date), True), encoding="utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={folder / 'page.pdf'}"]
    return lambda: (
        subprocess.run(
            [program, *options, "--no-pdf-header-footer", (folder / "page.html").as_uri()],
            check=True,
            capture_output=True,
        )
        and None
    )


def seconds(work: Callable[[], object], times: int) -> float:
    """The median of some runs."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def most_memory(pool: Pool) -> int:
    """Most megabytes any living render process has held."""
    found = []
    for process in pool._idle:
        status = Path(f"/proc/{process.process.pid}/status").read_text(encoding="ascii")
        found.append(int(status.split("VmHWM:")[1].split()[0]) >> 10)
    return max(found)


def measure(rows: int, press: Press, keeping: Press, folder: Path) -> None:
    """One line of the table."""
    paper = delegate_list(rows)
    times = 5 if rows <= 300 else 1
    warm = seconds(lambda: press.pdf(paper), times)
    whole = seconds(lambda: press.pdf(paper, split=False), times) if rows <= 1000 else None
    keeping.pdf(paper)
    kept = seconds(lambda: keeping.pdf(paper), 5)
    other_browser = chromium(paper, folder)
    other = seconds(other_browser, min(times, 3)) if other_browser else None
    ratio = f"{warm / other:9.2f}" if other else "        –"
    print(
        f"{rows:6} {warm:8.2f} s {warm / rows * 1000:8.2f} {f'{whole:7.2f} s' if whole else '        –'}"
        f" {kept * 1000:8.1f} ms {f'{other:7.2f} s' if other else '        –'} {ratio} {most_memory(press.pool):7} MB"
    )


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("rows", nargs="*", type=int, default=[25, 155, 194, 250, 1000])
    environment = html._environment()
    environment.loader = ChoiceLoader([environment.loader, DictLoader({"benchmark.html": TEMPLATE})])  # type: ignore[list-item]
    press = Press()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        keeping = Press(kept=folder / "kept", pool=press.pool)
        start = time.perf_counter()
        press.pool.warm_up()
        ready = time.perf_counter() - start
        print(f"first process ready after {ready:.2f} s; {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
        for _ in range(3):
            press.pdf(delegate_list(80))
        print("  rows       warm   ms/row      whole        kept   Chromium  warm/Chr.   process")
        for rows in arguments.parse_args().rows:
            measure(rows, press, keeping, folder)
    press.pool.close()
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10
    print(f"most memory of any process, Chromium's included: {most} MB")


if __name__ == "__main__":
    main()
