"""The words in which something is put to the vote."""

from congress.agenda.rules.snapshot import Entry


def asked(entry: Entry) -> str:
    """What the presidium says: agree, disagree, other opinion, asked in this order (domain.md §5.4 [A]).

    The office's own wording where there is one.
    """
    if entry.vote_wording:
        return entry.vote_wording
    subject = entry.title.rstrip(" .;")
    return (
        f"Xin ý kiến biểu quyết của Đại hội về: {subject}.\n"
        "Đồng chí nào đồng ý, xin giơ Thẻ đảng viên. (Đếm) Xin cảm ơn.\n"
        "Đồng chí nào không đồng ý? (Đếm)\n"
        "Đồng chí nào có ý kiến khác? (Đếm)"
    )
