"""In which field somebody works (domain.md §4.2 no. 11), from what is written of post, workplace and cell [C]."""

import re
from collections.abc import Mapping

from congress.shared.labels import N_
from congress.shared.vietnamese import fold

SECTORS = {
    "party": N_("Đảng, Mặt trận, đoàn thể"),
    "government": N_("Chính quyền"),
    "forces": N_("Công an, quân sự"),
    "school": N_("Trường học, y tế"),
    "business": N_("Kinh tế, doanh nghiệp"),
    "village": N_("Ấp, thôn, khu phố"),
    "retired": N_("Hưu trí"),
}

Words = Mapping[str, tuple[str, ...]]
SCHOOLS = ("mam non", "mau giao", "tieu hoc", "trung hoc", "thcs", "thpt", "y te", "benh vien")
FIRMS = ("hop tac xa", "htx", "cong ty", "doanh nghiep", "ngan hang", "quy tin dung")
PLAIN_POSTS: Words = {
    "retired": ("huu tri", "nghi huu"),
    "party": ("dang uy", "xay dung dang", "uy ban kiem tra", "uy ban mat tran", "mttq", "ubmttq"),
    "government": ("uy ban nhan dan", "ubnd", "hoi dong nhan dan", "hdnd"),
    "forces": ("truong cong an", "cong an xa", "quan su", "chi huy truong"),
    "school": ("hieu truong", "giao vien", "bac si", "y si", "dieu duong", *SCHOOLS),
    "business": ("giam doc", *FIRMS),
}
"""Posts and workplaces that say it by themselves."""
CELLS: Words = {
    "party": ("co quan dang", "dang uy", "xay dung dang", "mat tran", "doan the", "khoi dang"),
    "government": ("uy ban nhan dan", "ubnd", "hoi dong nhan dan", "hanh chinh", "chinh quyen"),
    "forces": ("cong an", "quan su", "bien phong"),
    "school": SCHOOLS,
    "business": FIRMS,
    "village": ("ap", "thon", "khom", "khu pho", "to dan pho", "khu dan cu", "buon", "phum", "soc"),
    "retired": ("huu tri",),
}
"""Names of cells: they decide for a cell secretary, a specialist, the head of a branch of a union."""
OTHER_POSTS: Words = {
    "village": ("truong ap", "truong thon", "truong khom", "truong khu pho", "to truong to dan pho"),
    "party": ("mat tran", "hoi truong", "cong doan", "bi thu doan", "doan thanh nien", "phu nu", "nong dan",
              "cuu chien binh", "chi doan", "ban chap hanh"),
    "government": ("cong chuc", "chuyen vien", "truong phong"),
    "forces": ("cong an",),
}  # fmt: skip


def sector(post: str, workplace: str, cell: str) -> str:
    """The key of a sector, or "" where nothing tells: a plain post, else the cell's name, else any other post."""
    work = _words(f"{post}, {workplace}")
    return _first(work, PLAIN_POSTS) or _first(_words(cell), CELLS) or _first(work, OTHER_POSTS)


def _first(text: str, known: Words) -> str:
    """The sector whose word comes first: Trường THCS Ấp Bắc is a school."""
    places = [(at, key) for key, words in known.items() for word in words if (at := text.find(f" {word} ")) >= 0]
    return min(places)[1] if places else ""


def _words(text: str) -> str:
    return f" {re.sub(r'[^0-9a-z]+', ' ', fold(text)).strip()} "
