"""Having a Word file converted. Slow: call it without an open transaction."""

import json
import os
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.wordprocessing import limits

SECONDS = 25
MEGABYTES = 900
AT_ONCE = 2
PATIENCE = 40

# The package's own __init__ builds the application; a bare stand-in keeps it, and the database, out of the child.
# A process per file and no pool: files come a few times a day, and nothing of one may reach the next.
START = """
import sys, types
package = types.ModuleType("congress"); package.__path__ = [sys.argv[1]]; sys.modules["congress"] = package
from congress.wordprocessing.child import main
main()
"""
KEPT_ENVIRONMENT = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR")
BUSY = N_("Máy đang đọc các tệp khác. Hãy thử lại sau ít phút; phần đã nhập vẫn còn ở đây.")
TOO_SLOW = N_("Đọc tệp này mất quá lâu nên đã dừng. Hãy chia nhỏ tệp, hoặc dán phần chữ vào ô văn bản.")

_places = threading.BoundedSemaphore(AT_ONCE)


@dataclass(frozen=True)
class WordBlock:
    """A heading (level 1 to 6), paragraph or row of a table (cells parted by " | ")."""

    kind: str
    level: int
    text: str


@dataclass(frozen=True)
class WordText:
    """What a Word file holds; `inserted` and `deleted` count tracked changes, `numbered` items numbered
    anew, `pictures` what was left out."""

    blocks: tuple[WordBlock, ...]
    inserted: int
    deleted: int
    numbered: int
    pictures: int = 0


def read_docx(data: bytes, field: str, *, seconds: float = SECONDS) -> WordText:
    """The text of a Word file, tracked insertions taken in and tracked deletions left out.

    Raises RuleBroken on `field` for a file that is none, is locked, too large, broken or too slow to read.
    """
    limits.check(data, field)
    if not _places.acquire(timeout=PATIENCE):
        raise RuleBroken(BUSY, field)
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and program; the file comes on standard input
            [sys.executable, "-P", "-c", START, str(Path(__file__).resolve().parents[1]), str(MEGABYTES), str(SECONDS)],
            input=data,
            capture_output=True,
            timeout=seconds,
            env={name: os.environ[name] for name in KEPT_ENVIRONMENT if name in os.environ} | {"PYTHONUTF8": "1"},
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise RuleBroken(TOO_SLOW, field) from error
    finally:
        _places.release()
    if done.returncode != 0:
        raise RuleBroken(limits.BROKEN if done.returncode == 3 else TOO_SLOW, field)
    answer = json.loads(done.stdout)
    return WordText(
        tuple(WordBlock(*block) for block in answer["blocks"]),
        answer["inserted"],
        answer["deleted"],
        answer["numbered"],
        answer["pictures"],
    )
