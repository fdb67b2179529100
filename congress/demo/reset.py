"""Takes the demo congress away again, with every row and every account that belongs to it alone."""

from sqlalchemy import delete, select

from congress.accounts.models import Account, LoginSession, Membership
from congress.congresses.models import Congress
from congress.database import Base, afterwards, db
from congress.people import actions as people
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken


def erase(congress: Congress) -> None:
    """Delete an invented congress. Raises RuleBroken for any other: real data is never taken away like this."""
    if not congress.invented:
        raise RuleBroken(N_("Đại hội này không phải dữ liệu minh họa nên không xóa được."))
    mine = set(db.session.scalars(select(Membership.account_id).where(Membership.congress_id == congress.id)))
    congress_id = congress.id
    db.session.expunge_all()
    for table in reversed(Base.registry.metadata.sorted_tables):
        if "congress_id" in table.columns:
            db.session.execute(delete(table).where(table.c.congress_id == congress_id))
    elsewhere = set(db.session.scalars(select(Membership.account_id).where(Membership.congress_id != congress_id)))
    for account_id in mine - elsewhere:
        db.session.execute(delete(LoginSession).where(LoginSession.account_id == account_id))
        db.session.execute(delete(Account).where(Account.id == account_id))
    db.session.execute(delete(Congress).where(Congress.id == congress_id))
    afterwards(lambda: people.forget_all_photos(congress_id))
