"""In a long draft, revised all over, stock phrases stood everywhere, and halves of split paragraphs counted as new."""

import random

from congress.drafts.rules.blocks import Block
from congress.drafts.rules.matching import compare
from congress.drafts.vocabulary import BlockKind, MatchKind

PHRASES = (
    "phát triển kinh tế",
    "nâng cao chất lượng",
    "xây dựng nông thôn mới",
    "đời sống nhân dân",
    "công tác kiểm tra",
    "quốc phòng an ninh",
    "chuyển đổi số",
    "đội ngũ cán bộ",
    "bảo vệ môi trường",
    "khối đại đoàn kết",
)
chance = random.Random(7)
WHOLE = [[chance.choice(PHRASES) for _ in range(16)] for _ in range(120)]


def written(parts: list[list[str]]) -> list[Block]:
    return [Block(BlockKind.PARAGRAPH, " ".join(part)) for part in parts]


HALVES = [half for phrases in WHOLE for half in (phrases[:8], phrases[8:])]


def test_every_paragraph_cut_in_two_is_seen_however_common_its_words():
    matches = compare(written(WHOLE), written(HALVES))
    assert [(each.kind, each.old, each.new) for each in matches] == [
        (MatchKind.SPLIT, (place,), (2 * place, 2 * place + 1)) for place in range(len(WHOLE))
    ]


def test_every_two_paragraphs_put_together_are_seen_however_common_their_words():
    matches = compare(written(HALVES), written(WHOLE))
    assert [(each.kind, each.old, each.new) for each in matches] == [
        (MatchKind.MERGED, (2 * place, 2 * place + 1), (place,)) for place in range(len(WHOLE))
    ]
