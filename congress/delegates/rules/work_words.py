"""Words by which posts, workplaces and cells are told apart, without marks [C]: the one place they are written down.

Sectors (rules/sectors.py) and the report's groups of posts (credentials/rules/posts.py) are put together from these.
"""

import re

from congress.shared.vietnamese import fold

PARTY_ORGANS = ("dang uy", "xay dung dang", "uy ban kiem tra", "tuyen giao")
FRONT = ("mat tran", "mttq", "ubmttq")
UNIONS = (
    "hoi truong", "cong doan", "chi doan", "bi thu doan", "doan thanh nien", "phu nu", "nong dan", "cuu chien binh",
)  # fmt: skip
GOVERNMENT = ("uy ban nhan dan", "ubnd", "hoi dong nhan dan", "hdnd")
OFFICIALS = ("truong phong", "chuyen vien", "cong chuc")
POLICE_AND_ARMY = ("cong an", "quan su", "chi huy")
TEACHERS = ("hieu truong", "giao vien", "to truong chuyen mon")
DOCTORS = ("bac si", "y si", "dieu duong", "tram y te")
SCHOOLS = ("mam non", "mau giao", "tieu hoc", "trung hoc", "thcs", "thpt", "y te", "benh vien")
FIRMS = ("hop tac xa", "htx", "cong ty", "doanh nghiep", "ngan hang", "quy tin dung")
VILLAGE_HEADS = ("truong ap", "truong thon", "truong khom", "truong khu pho", "to truong to dan pho")
EXECUTIVE = ("ban chap hanh",)


def plain_words(text: str) -> str:
    """Whole words without marks and signs, a blank before and behind: " uy vien bch "; one blank for no words."""
    return f" {re.sub(r'[^0-9a-z]+', ' ', fold(text)).strip()} "
