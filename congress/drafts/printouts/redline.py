"""Two versions of a draft on paper: what was struck out, what was put in, legible without colours."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from congress.congresses.models import Congress
from congress.drafts import queries
from congress.drafts.models import DraftVersion, PassageText
from congress.drafts.queries import Comparison
from congress.drafts.rules.redline import Gap, Line, Place, Run, shortened
from congress.drafts.vocabulary import MatchKind
from congress.printing.paper import Heading, Title
from congress.printing.printout import Printout, file_name
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken


@dataclass(frozen=True)
class PaperLine:
    """A passage as the paper shows it: what happened to it in a few words, then its words; or so many left out."""

    mark: str
    runs: tuple[Run, ...] = ()
    heading: bool = False
    left_out: int = 0


def redline_paper(
    congress: Congress, old: DraftVersion, new: DraftVersion, found: Comparison, *, whole: bool, today: date
) -> Printout:
    """The comparison of two versions; `whole` with what did not change."""
    every = found.lines()
    note = "Chữ gạch ngang là chữ bỏ, chữ đậm gạch chân là chữ thêm."
    if not whole:
        note += "\nChỉ in những đoạn có thay đổi và đề mục của chúng."
    return Printout(
        template="drafts/printouts/redline.html",
        filename=file_name(congress.slug, f"So sánh dự thảo {old.number} và {new.number}", today),
        title=f"So sánh {new.full_title} với {old.label.lower()}",
        author=congress.committee,
        date=today,
        foot=True,
        context={
            "heading": Heading(superior=congress.superior, issuer=congress.committee, place=congress.name, date=today),
            "title": Title(
                kind="Bản so sánh",
                subject=f"{new.document.title}\n{new.label} so với {old.label.lower()}",
                note=note,
            ),
            "lines": [_on_paper(each, found) for each in (every if whole else shortened(every))],
            "changed": any(each.touched for each in every),
        },
    )


def _on_paper(line: Line | Gap, found: Comparison) -> PaperLine:
    if isinstance(line, Gap):
        return PaperLine("", left_out=line.count)
    heading = line.block.level > 0
    return PaperLine(_mark(line, found.old_rows(line), found.new_rows(line)), line.runs, heading)


def _mark(line: Line, olds: Sequence[PassageText], news: Sequence[PassageText]) -> str:
    """ "Đoạn 12, mới thêm"; "Đoạn 5 của lần trước, nay là đoạn 9"; nothing for a heading that stays."""
    was, now = ", ".join(row.cited for row in olds), ", ".join(row.cited for row in news)
    if line.place is Place.LEFT:
        words = f"{was} của bản trước, chuyển đi, nay là {now}"
    elif line.kind is MatchKind.REMOVED:
        words = f"{was} của bản trước, bỏ đi"
    elif line.place is Place.CAME:
        words = f"{now}, chuyển đến, trước là {was}"
    elif line.kind is MatchKind.NEW:
        words = f"{now}, mới thêm"
    elif line.kind is MatchKind.SPLIT:
        words = f"{now}, tách ra từ {was}"
    elif line.kind is MatchKind.MERGED:
        words = f"{now}, gộp từ {was}"
    elif was == now:
        words = "" if line.block.level else now
    else:
        words = f"{now}, trước là {was}"
    return words[:1].upper() + words[1:]


def build(
    congress: Congress, *, today: date, document: str = "", old: int = 0, new: int = 0, whole: bool = False
) -> Printout:
    """The comparison for the command line: a document by its title, two drafts by their numbers.

    Without them the first document that has two drafts, and its last two. RuleBroken where there is no such.
    """
    for each in queries.documents(congress.id):
        numbered = {version.number: version for version in each.versions}
        after = numbered.get(new or max(numbered, default=0))
        earlier = [number for number in numbered if after is not None and number < after.number]
        before = numbered.get(old or max(earlier, default=0))
        if document in ("", each.title) and before is not None and after is not None and before is not after:
            found = queries.comparison(before, after)
            return redline_paper(congress, before, after, found, whole=whole, today=today)
    raise RuleBroken(N_("Không có văn kiện nào có đủ hai lần dự thảo ấy để so sánh."), "document")
