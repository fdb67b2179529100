"""Posts as the report groups them, from what people write."""

import re

from congress.shared.labels import N_
from congress.shared.vietnamese import fold

OTHER_POST = N_("Chức vụ khác")
POSTS: dict[str, tuple[str, ...]] = {
    N_("Phó Bí thư chi bộ"): ("pho bi thu chi bo",),
    N_("Bí thư chi bộ"): ("bi thu chi bo",),
    N_("Mặt trận, đoàn thể"): (
        "mat tran", "mttq",
        "ubmttq", "hoi truong", "cong doan", "chi doan", "bi thu doan", "doan thanh nien", "phu nu",
        "nong dan", "cuu chien binh",
    ),
    N_("Trưởng ấp, thôn, khu phố"): ("truong ap", "truong thon", "truong khu pho", "to truong to dan pho"),
    N_("Cấp ủy, cơ quan Đảng"): ("dang uy", "ban xay dung dang", "uy ban kiem tra", "ban chap hanh", "tuyen giao"),
    N_("Chính quyền"): (
        "uy ban nhan dan", "ubnd", "hoi dong nhan dan", "hdnd", "truong phong", "chuyen vien", "cong chuc",
    ),
    N_("Công an, quân sự"): ("cong an", "quan su", "chi huy"),
    N_("Giáo dục, y tế"): ("hieu truong", "giao vien", "to truong chuyen mon", "bac si", "y si", "tram y te"),
}  # fmt: skip
"""Groups of posts by whole words in them, without marks, in this order ([C]): Trưởng ban Công tác Mặt trận is of the
Front, and a deputy (Phó trưởng ấp) is not the head."""


def post_group(text: str) -> str:
    """The group of a post, or nothing where none is written."""
    words = f" {re.sub(r'[^0-9a-z]+', ' ', fold(text))} "
    if not words.strip():
        return ""
    return next((label for label, known in POSTS.items() if any(_holds(words, each) for each in known)), OTHER_POST)


def _holds(words: str, phrase: str) -> bool:
    at = words.find(f" {phrase} ")
    return at >= 0 and not (phrase.startswith("truong ") and words[:at].endswith(" pho"))


def is_party_secretary(post: str) -> bool:
    """Whether a post is that of the committee's secretary, who signs for its standing committee."""
    return fold(post).startswith("bi thu dang uy")
