"""The subject of the papers on a round, without saying twice what the title of the round says already."""

import re

ABOUT = "ý kiến góp ý vào dự thảo văn kiện"
_SAID = re.compile(
    r"(?:đợt\s+)?(?:lấy\s+)?(?:ý\s+kiến\s+)?góp\s+ý(?:\s+(?:vào\s+|cho\s+)?(?:các\s+)?dự\s+thảo(?:\s+các)?\s+văn\s+kiện)?\b"
    r"[\s,:.-]*",
    re.IGNORECASE,
)


def about(round_title: str) -> str:
    """ "ý kiến góp ý vào dự thảo văn kiện" and, on the next line, what the title of the round adds to it.

    "Góp ý dự thảo văn kiện trình Đại hội" adds "trình Đại hội", "Góp ý lần 1" adds "lần 1".
    """
    more = _SAID.sub("", round_title, count=1) if _SAID.match(round_title) else round_title
    return f"{ABOUT}\n{more}" if more else ABOUT
