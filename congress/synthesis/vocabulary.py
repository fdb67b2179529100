"""The parts of a synthesis report."""

from congress.shared.labels import N_, Labelled


class Part(Labelled):
    """domain.md §6.4 [A]: general assessment, opinions on content, proposals; the order is the order on paper."""

    GENERAL = "general_part", N_("Đánh giá chung")
    CONTENT = "content_part", N_("Ý kiến về nội dung")
    PROPOSALS = "proposals_part", N_("Kiến nghị, đề xuất nguyên văn")
