"""The synthesis report on paper and as a Word file: a section per draft, three parts in each (domain.md §6.4 [A])."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from congress.comments import queries as comments
from congress.comments.models import CommentRound
from congress.congresses.models import Congress
from congress.printing.paper import Heading, Signature, Title
from congress.printing.printout import Printout, file_name
from congress.printing.tables import Table
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.synthesis import queries
from congress.synthesis.models import ReportStatement, SynthesisReport
from congress.synthesis.rules.numbering import SYMBOL
from congress.synthesis.rules.quantity import Thresholds
from congress.synthesis.vocabulary import Part
from congress.triage.rules.titles import about
from congress.wordprocessing.writer import Text, word_of

NAME = "Báo cáo tổng hợp ý kiến góp ý"
ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
ROMAN = ("I", "II", "III")
NOTHING = "Không có."


@dataclass(frozen=True)
class Under:
    """The sentences under one heading of the draft; the first ones may have none."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class PartOfPaper:
    """ "I. Đánh giá chung" with what stands in it."""

    title: str
    groups: tuple[Under, ...]


@dataclass(frozen=True)
class Section:
    """One draft."""

    title: str
    parts: tuple[PartOfPaper, ...]


def sections(statements: Sequence[ReportStatement]) -> list[Section]:
    """The statements that are printed, by draft, part and heading."""
    printed = [each for each in statements if not each.left_out]
    drafts = [(document, list(found)) for document, found in groupby(printed, lambda each: each.document)]
    made = []
    for place, (document, found) in enumerate(drafts):
        ordinal = ORDINALS[place] if place < len(ORDINALS) else str(place + 1)
        title = f"Phần thứ {ordinal}. {document}" if len(drafts) > 1 else document
        parts = tuple(
            PartOfPaper(f"{ROMAN[number]}. {part.label}", _under([each for each in found if each.part is part]))
            for number, part in enumerate(Part)
        )
        made.append(Section(title, parts))
    return made


def _under(statements: Sequence[ReportStatement]) -> tuple[Under, ...]:
    return tuple(
        Under(heading, tuple(line for each in found for line in each.text.split("\n")))
        for heading, found in groupby(statements, lambda each: each.heading)
    )


def synthesis_paper(
    congress: Congress,
    round_: CommentRound,
    report: SynthesisReport,
    statements: Sequence[ReportStatement],
    *,
    today: date,
) -> Printout:
    """The report as it stands; until it is issued it says so."""
    day = report.issued_on or today
    return Printout(
        template="synthesis/printouts/report.html",
        filename=file_name(congress.slug, NAME, day),
        title=f"{NAME}: {round_.title}",
        author=congress.committee,
        date=day,
        context={
            "heading": _heading(congress, report, day),
            "title": Title(kind="Báo cáo", subject=f"tổng hợp {about(round_.title)}"),
            "opening": report.opening,
            "sections": sections(statements),
            "note": Thresholds.read(report.thresholds).explained(report.base),
            "signature": Signature(
                authority=report.authority or "T/M Tiểu ban Văn kiện",
                position=report.position or "Trưởng tiểu ban",
                name=report.signed_by,
                recipients=("Ban Thường vụ Đảng ủy", "Các tiểu ban", "Lưu Tiểu ban Văn kiện"),
            ),
        },
    )


def synthesis_word(paper: Printout) -> bytes:
    """The same report as a Word file."""
    blocks: list[Text | Table] = [Text(paper.context["opening"])]
    for section in paper.context["sections"]:
        blocks.append(Text(section.title, "heading"))
        for part in section.parts:
            blocks.append(Text(part.title, "heading"))
            for under in part.groups:
                blocks += [Text(under.heading, "subheading")] if under.heading else []
                blocks += [Text(line) for line in under.lines]
            if not part.groups:
                blocks.append(Text(NOTHING))
    blocks.append(Text(paper.context["note"], "note"))
    return word_of(paper, blocks)


def _heading(congress: Congress, report: SynthesisReport, day: date) -> Heading:
    return Heading(
        superior=congress.superior,
        issuer=congress.committee,
        acting="Tiểu ban Văn kiện",
        place=congress.name,
        date=day if report.issued_on else None,
        year=day.year,
        symbol=report.symbol or SYMBOL,
        number=report.number,
        draft_mark="" if report.issued_on else "Dự thảo",
    )


def build(congress: Congress, *, today: date) -> Printout:
    """The newest report. RuleBroken without one."""
    found = queries.reports(congress.id)
    if not found:
        raise RuleBroken(N_("Chưa lập báo cáo tổng hợp nào."))
    report = found[0][0]
    round_ = comments.one_round(congress.id, report.round_id)
    return synthesis_paper(congress, round_, report, queries.statements(report), today=today)


PRINTOUTS = {"synthesis": build}
