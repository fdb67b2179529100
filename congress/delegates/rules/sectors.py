"""In which field somebody works (domain.md §4.2 no. 11), from what is written of post, workplace and cell [C]."""

from collections.abc import Mapping

from congress.delegates.rules.work_words import (
    DOCTORS,
    EXECUTIVE,
    FIRMS,
    FRONT,
    GOVERNMENT,
    OFFICIALS,
    PARTY_ORGANS,
    POLICE_AND_ARMY,
    SCHOOLS,
    TEACHERS,
    UNIONS,
    VILLAGE_HEADS,
    plain_words,
)
from congress.shared.labels import N_

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
PLAIN_POSTS: Words = {
    "retired": ("huu tri", "nghi huu"),
    "party": (*PARTY_ORGANS, *(word for word in ("uy ban mat tran", *FRONT) if word != "mat tran")),
    "government": GOVERNMENT,
    "forces": ("truong cong an", "cong an xa", "quan su", "chi huy truong"),
    "school": (*TEACHERS, *DOCTORS, *SCHOOLS),
    "business": ("giam doc", *FIRMS),
}
"""Posts and workplaces that say it by themselves; of the Front's words only those that name its committee."""
CELLS: Words = {
    "party": ("co quan dang", "mat tran", "doan the", "khoi dang", *PARTY_ORGANS),
    "government": (*GOVERNMENT, "hanh chinh", "chinh quyen"),
    "forces": ("cong an", "quan su", "bien phong"),
    "school": SCHOOLS,
    "business": FIRMS,
    "village": ("ap", "thon", "khom", "khu pho", "to dan pho", "khu dan cu", "buon", "phum", "soc"),
    "retired": ("huu tri",),
}
"""Names of cells: they decide for a cell secretary, a specialist, the head of a branch of a union."""
OTHER_POSTS: Words = {
    "village": VILLAGE_HEADS,
    "party": (*FRONT, *UNIONS, *EXECUTIVE),
    "government": OFFICIALS,
    "forces": POLICE_AND_ARMY,
}


def sector(post: str, workplace: str, cell: str) -> str:
    """The key of a sector, or "" where nothing tells: a plain post, else the cell's name, else any other post."""
    work = plain_words(f"{post}, {workplace}")
    return _first(work, PLAIN_POSTS) or _first(plain_words(cell), CELLS) or _first(work, OTHER_POSTS)


def _first(text: str, known: Words) -> str:
    """The sector whose word comes first: Trường THCS Ấp Bắc is a school."""
    places = [(at, key) for key, words in known.items() for word in words if (at := text.find(f" {word} ")) >= 0]
    return min(places)[1] if places else ""
