"""Naming who answers a round besides the cells."""

from sqlalchemy.exc import IntegrityError

from congress.comments import queries
from congress.comments.models import CommentRound, Respondent
from congress.comments.vocabulary import RespondentKind
from congress.database import db, values_of
from congress.journal.actions import Actor, note
from congress.journal.rules import differences
from congress.shared.labels import N_, name_fields
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import fold

name_fields("round_respondent", kind=N_("Đối tượng"), name=N_("Tên"))


def add_respondent(round_: CommentRound, *, actor: Actor, kind: RespondentKind, name: str) -> Respondent:
    """Name one respondent of a round. Raises RuleBroken on `name` where that one is named already."""
    for each in queries.listed_respondents(round_):
        if each.kind is kind and fold(each.name) == fold(name):
            raise RuleBroken(N_("Đã có “%(name)s” trong đợt góp ý này."), "name", name=each.name)
    row = Respondent(congress_id=round_.congress_id, round_id=round_.id, kind=kind, name=name)
    db.session.add(row)
    note(actor, N_("Thêm nơi góp ý"), row, label=name, changes=differences({}, {"kind": kind, "name": name}))
    return row


def remove_respondent(row: Respondent, *, actor: Actor) -> None:
    """Take a respondent out of a round while it has no sheet. Raises RuleBroken."""
    note(
        actor,
        N_("Bỏ nơi góp ý"),
        row,
        label=row.name,
        changes=differences(values_of(row, "kind", "name"), {}),
    )
    db.session.delete(row)
    try:
        db.session.flush()
    except IntegrityError as error:
        raise RuleBroken(N_("Nơi này đã có phiếu góp ý nên không bỏ ra khỏi đợt được.")) from error
