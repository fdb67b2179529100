"""How fast badges are, as ratios within one run: `python benchmarks/badges.py [badges]`, 250 by default. No database.

Each number of badges is printed by a warm press that keeps nothing
- full: with a QR code and a photograph of its own on every badge, the codes made anew,
- again: the same once more, the codes kept (the photographs are read anew),
- no codes, no photographs: what each of the two costs.
Photographs are noise, so that nothing about them is cheaper than in life.
"""

import argparse
import datetime
import statistics
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from congress.attendance.printouts import cards
from congress.attendance.rules.badges import new_token
from congress.attendance.vocabulary import BadgeClass
from congress.congresses.vocabulary import HouseStyle
from congress.printing.html import html_of
from congress.printing.pictures import Picture, qr
from congress.printing.printout import Printout
from congress.printing.render import Press

DAY = datetime.date(2025, 8, 5)
NAMES = ("Nguyễn Văn An", "Trần Thị Mỹ Hạnh", "K'Brơi", "Công Tằng Tôn Nữ Nguyễn Thị Hoàng Phương Khánh Ngọc Minh Thư")
CONGRESS: Any = SimpleNamespace(
    slug="my-hiep",
    organisation="Đảng bộ xã Mỹ Hiệp",
    committee="Đảng ủy xã Mỹ Hiệp",
    of_delegates=True,
    ordinal_roman="I",
    term="2025 – 2030",
    title="Đại hội Đảng bộ xã Mỹ Hiệp lần thứ I",
    house_style=HouseStyle.NEW,
    invented=False,
)


def photographs(number: int) -> list[Picture]:
    """Small photographs as they are kept for badges, about 20 kB each."""
    made = []
    for _each in range(number):
        written = BytesIO()
        Image.effect_noise((300, 400), 12).convert("RGB").save(written, "JPEG", quality=85)
        made.append(Picture.of("image/jpeg", written.getvalue()))
    return made


def sheet_of(tokens: list[str], photos: list[Picture], *, codes: bool = True, pictured: bool = True) -> Printout:
    """Badges of invented people, eight to a sheet."""
    made = [
        cards._card(
            NAMES[number % len(NAMES)],
            "Chi bộ ấp Mỹ Thạnh",
            BadgeClass.OFFICIAL,
            f"{number + 1:03d}",
            "",
            photos[number] if pictured else None,
            qr(token) if codes else None,
        )
        for number, token in enumerate(tokens)
    ]
    return cards._printout(CONGRESS, made, DAY, "eight")


def seconds(act: Callable[[], object]) -> float:
    """How long it takes."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def measure(press: Press, number: int, rounds: int) -> dict[str, float]:
    """Medians in seconds, and the size of page and PDF in kilobytes."""
    photos = photographs(number)
    found: dict[str, list[float]] = {"codes alone": [], "full": [], "again": [], "no codes": [], "no photographs": []}
    for _round in range(rounds):
        tokens = [new_token() for _each in range(number)]
        qr.cache_clear()
        found["codes alone"].append(seconds(lambda tokens=tokens: [qr(token) for token in tokens]))
        qr.cache_clear()
        found["full"].append(seconds(lambda tokens=tokens: press.pdf(sheet_of(tokens, photos))))
        found["again"].append(seconds(lambda tokens=tokens: press.pdf(sheet_of(tokens, photos))))
        found["no codes"].append(seconds(lambda tokens=tokens: press.pdf(sheet_of(tokens, photos, codes=False))))
        bare = seconds(lambda tokens=tokens: press.pdf(sheet_of(tokens, photos, pictured=False)))
        found["no photographs"].append(bare)
    printout = sheet_of(tokens, photos)
    medians = {name: statistics.median(times) for name, times in found.items()}
    return medians | {"page kB": len(html_of(printout)) / 1000, "PDF kB": len(press.pdf(printout)) / 1000}


def main() -> None:
    """Measure half as many and as many, and say how the time grows."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("badges", type=int, nargs="?", default=250)
    arguments.add_argument("--rounds", type=int, default=3)
    options = arguments.parse_args()
    press = Press()
    press.pdf(sheet_of([new_token()], photographs(1)))
    half, whole = (measure(press, number, options.rounds) for number in (options.badges // 2, options.badges))
    print(f"{'':16} {options.badges // 2:>9} {options.badges:>9}")
    for name in whole:
        print(f"{name:16} {half[name]:9.2f} {whole[name]:9.2f}")
    print(f"growth           {whole['full'] / half['full']:.2f} times for twice as many")
    codes, kept = (whole[name] / whole["no codes"] for name in ("full", "again"))
    print(f"with QR codes    {codes:.2f} times without; {kept:.2f} where they are kept")
    print(f"with photographs {whole['full'] / whole['no photographs']:.2f} times without")
    press.pool.close()


if __name__ == "__main__":
    main()
