"""The list of comments on paper: by draft and place, with the cited text, and totals by stance."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from congress.comments import queries
from congress.comments.models import CommentRound
from congress.comments.rules import Opinion, RoundTotals, by_stance, in_places
from congress.comments.vocabulary import Stance
from congress.congresses.models import Congress
from congress.printing.paper import Heading, Signature, Title
from congress.printing.printout import Printout, file_name
from congress.printing.tables import Column, Group, Table
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import date_on_paper, number_on_paper

LONGEST_QUOTE = 900


@dataclass(frozen=True)
class Section:
    """One draft with its comments."""

    title: str
    table: Table


def comments_list(
    congress: Congress,
    round_: CommentRound,
    opinions: Sequence[Opinion],
    totals: RoundTotals,
    *,
    today: date,
    filters: Sequence[str] = (),
) -> Printout:
    """The list of comments of a round, as filtered; the filters are stated under the title."""
    note = f"Nhận ý kiến từ ngày {date_on_paper(round_.opens_on)} đến ngày {date_on_paper(round_.closes_on)}"
    if filters:
        note += f"\nLọc theo: {', '.join(filters)}"
    return Printout(
        template="comments/printouts/list.html",
        filename=file_name(congress.slug, "Tổng hợp ý kiến góp ý", today),
        title=f"Danh sách ý kiến góp ý: {round_.title}",
        author=congress.committee,
        date=today,
        landscape=True,
        foot=True,
        context={
            "heading": Heading(superior=congress.superior, issuer=congress.committee, place=congress.name, date=today),
            "title": Title(kind="Danh sách", subject=f"ý kiến góp ý của các chi bộ\n{round_.title}", note=note),
            "answers": _answers(totals),
            "sections": _sections(opinions),
            "counts": _counts(opinions) if opinions else None,
            "signature": Signature(
                authority="T/M Tiểu ban Văn kiện", position="Thư ký", recipients=("Tiểu ban Văn kiện", "Lưu Văn phòng")
            ),
        },
    )


def _answers(totals: RoundTotals) -> str:
    return (
        f"Đã có {totals.sent} trên {totals.cells} chi bộ gửi phiếu, trong đó {totals.nothing_to_say} chi bộ không có "
        f"ý kiến; {number_on_paper(totals.present)} đảng viên dự họp trên {number_on_paper(totals.members)} đảng viên, "
        f"{number_on_paper(totals.spoke)} đồng chí phát biểu."
    )


def _sections(opinions: Sequence[Opinion]) -> list[Section]:
    columns = (
        Column("STT", 12, "stt"),
        Column("Chi bộ", 48, "name"),
        Column("Mức đồng ý", 30),
        Column("Nội dung đề nghị", 95),
        Column("Lý do", 60),
    )
    documents: dict[str, list[Opinion]] = {}
    for opinion in opinions:
        documents.setdefault(opinion.document, []).append(opinion)
    return [
        Section(
            title,
            Table(
                columns,
                [
                    Group(_place(first), [(o.unit_name, _stance(o), _proposed(o), o.reason) for o in rows])
                    for first, rows in in_places(listed)
                ],
                size=12,
            ),
        )
        for title, listed in documents.items()
    ]


def _stance(opinion: Opinion) -> str:
    """The stance, and how many share the opinion where that was counted."""
    if opinion.supporters is None:
        return opinion.stance.label
    return f"{opinion.stance.label}\n({opinion.supporters} đồng chí tán thành)"


def _proposed(opinion: Opinion) -> str:
    """The words, after what kind of change they ask for and the page and line they name."""
    named = ", ".join(filter(None, (opinion.kind.label if opinion.kind else "", opinion.cited)))
    return f"[{named}] {opinion.proposed}".strip() if named else opinion.proposed


def _place(opinion: Opinion) -> str:
    """ "II. MỤC TIÊU — Đoạn 12: “…”": heading, place and cited text."""
    if not opinion.passage_position:
        return "Về toàn văn dự thảo"
    quoted = opinion.quoted if len(opinion.quoted) <= LONGEST_QUOTE else f"{opinion.quoted[:LONGEST_QUOTE]} […]"
    if opinion.number is None:
        return f"Đề mục “{quoted}”"
    above = f"{opinion.heading} — " if opinion.heading else ""
    return f"{above}{opinion.place}: “{quoted}”"


def _counts(opinions: Sequence[Opinion]) -> Table:
    columns = [Column("Văn kiện", 100), *(Column(stance.label, 30, "number") for stance in Stance)]
    documents: dict[str, list[Opinion]] = {}
    for opinion in opinions:
        documents.setdefault(opinion.document, []).append(opinion)
    rows = [(title, *by_stance(listed).values(), len(listed)) for title, listed in documents.items()]
    totals = ("Tổng cộng", *by_stance(opinions).values(), len(opinions))
    return Table((*columns, Column("Cộng", 22, "number")), [Group("", rows)], totals=totals, size=12)


def newest_or_named(congress: Congress, title: str) -> CommentRound:
    """The round of this title, or the newest; RuleBroken without one."""
    found = queries.rounds(congress.id)
    round_ = next((each for each in found if not title or each.title == title), None)
    if round_ is None:
        if title:
            raise RuleBroken(N_("Không có đợt góp ý tên “%(name)s”."), "round", name=title)
        raise RuleBroken(N_("Chưa có đợt góp ý nào."), "round")
    return round_


def build(congress: Congress, *, today: date, round: str = "") -> Printout:
    """The list of comments of the round of this title, or of the newest round. RuleBroken without one."""
    round_ = newest_or_named(congress, round)
    return comments_list(congress, round_, queries.opinions(round_), queries.totals_of(round_), today=today)
