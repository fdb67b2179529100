"""Keeping what was worked out about a printed draft."""

from collections.abc import Mapping

from sqlalchemy import delete

from congress.database import db
from congress.drafts.models import DraftLayout, DraftVersion


def keep_layout(version: DraftVersion, *, key: str, pages: int, spans: Mapping[str, tuple[int, int, int, int]]) -> None:
    """Keep where the passages of a version stand on the paper of that key; what was kept before goes.

    Derived from what nobody can change, so the journal has nothing to say about it. `spans` by the passage's anchor.
    """
    known = (DraftLayout.congress_id == version.congress_id, DraftLayout.draft_id == version.id)
    db.session.execute(delete(DraftLayout).where(*known))
    rows = [[int(anchor[1:]), *span] for anchor, span in spans.items()]
    db.session.add(
        DraftLayout(congress_id=version.congress_id, draft_id=version.id, key=key, pages=pages, spans=sorted(rows))
    )
