"""Posts as the report groups them, from what people write."""

from congress.delegates.rules.work_words import (
    DOCTORS,
    EXECUTIVE,
    FRONT,
    GOVERNMENT,
    OFFICIALS,
    PARTY_ORGANS,
    POLICE_AND_ARMY,
    TEACHERS,
    UNIONS,
    VILLAGE_HEADS,
    plain_words,
)
from congress.shared.labels import N_
from congress.shared.vietnamese import fold

OTHER_POST = N_("Chức vụ khác")
POSTS: dict[str, tuple[str, ...]] = {
    N_("Phó Bí thư chi bộ"): ("pho bi thu chi bo",),
    N_("Bí thư chi bộ"): ("bi thu chi bo",),
    N_("Mặt trận, đoàn thể"): (*FRONT, *UNIONS),
    N_("Trưởng ấp, thôn, khu phố"): VILLAGE_HEADS,
    N_("Cấp ủy, cơ quan Đảng"): (*PARTY_ORGANS, *EXECUTIVE),
    N_("Chính quyền"): (*GOVERNMENT, *OFFICIALS),
    N_("Công an, quân sự"): POLICE_AND_ARMY,
    N_("Giáo dục, y tế"): (*TEACHERS, *DOCTORS),
}
"""Groups of posts by whole words in them, without marks, in this order ([C]): Trưởng ban Công tác Mặt trận is of the
Front, and a deputy (Phó trưởng ấp) is not the head."""


def post_group(text: str) -> str:
    """The group of a post, or nothing where none is written."""
    words = plain_words(text)
    if not words.strip():
        return ""
    return next((label for label, known in POSTS.items() if any(_holds(words, each) for each in known)), OTHER_POST)


def _holds(words: str, phrase: str) -> bool:
    at = words.find(f" {phrase} ")
    return at >= 0 and not (phrase.startswith("truong ") and words[:at].endswith(" pho"))


def is_party_secretary(post: str) -> bool:
    """Whether a post is that of the committee's secretary, who signs for its standing committee."""
    return fold(post).startswith("bi thu dang uy")
