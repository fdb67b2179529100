"""Having a Word file converted. Slow: call it without an open transaction."""

import json
from dataclasses import dataclass

from congress.shared.confined import Busy, Confined, TooMuch, Unreadable
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.wordprocessing import limits

SECONDS = 25
MEGABYTES = 900
AT_ONCE = 2
PATIENCE = 40

BUSY = N_("Máy đang đọc các tệp khác. Hãy thử lại sau ít phút; phần đã nhập vẫn còn ở đây.")
TOO_SLOW = N_("Đọc tệp này mất quá lâu nên đã dừng. Hãy chia nhỏ tệp, hoặc dán phần chữ vào ô văn bản.")

_child = Confined(
    "congress.wordprocessing.child", megabytes=MEGABYTES, seconds=SECONDS, at_once=AT_ONCE, patience=PATIENCE
)


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
    try:
        answer = json.loads(_child.run(data, timeout=seconds))
    except Busy as error:
        raise RuleBroken(BUSY, field) from error
    except TooMuch as error:
        raise RuleBroken(TOO_SLOW, field) from error
    except Unreadable as error:
        raise RuleBroken(limits.BROKEN, field) from error
    return WordText(
        tuple(WordBlock(*block) for block in answer["blocks"]),
        answer["inserted"],
        answer["deleted"],
        answer["numbered"],
        answer["pictures"],
    )
