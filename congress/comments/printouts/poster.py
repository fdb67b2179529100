"""The poster with the QR code of a round's public page."""

from datetime import date

from congress.comments.models import CommentRound
from congress.congresses.models import Congress
from congress.printing.paper import Heading, Title
from congress.printing.pictures import qr
from congress.printing.printout import Printout, file_name
from congress.shared.vietnamese import date_on_paper


def poster(congress: Congress, round_: CommentRound, link: str, *, today: date) -> Printout:
    """One page to hang up: what is asked, until when, the code, and the address in letters."""
    return Printout(
        template="comments/printouts/poster.html",
        filename=file_name(congress.slug, "Áp phích mã QR góp ý", today),
        title=f"Góp ý dự thảo văn kiện: {round_.title}",
        author=congress.committee,
        date=today,
        context={
            "heading": Heading(superior=congress.superior, issuer=congress.committee, place=congress.name, date=today),
            "title": Title(kind="Mời góp ý", subject=f"dự thảo văn kiện\n{round_.title}"),
            "code": qr(link),
            "link": link,
            "drafts": tuple(draft.version.full_title for draft in round_.drafts),
            "until": date_on_paper(round_.closes_on),
        },
    )
