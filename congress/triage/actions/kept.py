"""Reasons and filters kept for the next time."""

from congress.congresses.models import Congress
from congress.database import db, explain_unique
from congress.journal.actions import Actor, note
from congress.journal.rules import differences
from congress.shared.labels import N_, name_fields
from congress.triage.models import SavedFilter, StockReason

explain_unique("triage_stock_reason", ("congress_id", "name"), N_("Đã có câu lý do mang tên này."), "name")
explain_unique("triage_filter", ("congress_id", "name"), N_("Đã có bộ lọc mang tên này."), "name")
name_fields("triage_stock_reason", "triage_filter", name=N_("Tên"), text=N_("Câu lý do"), query=N_("Điều kiện lọc"))


def keep_reason(congress: Congress, *, actor: Actor, name: str, text: str) -> StockReason:
    """Keep a reason under a name; RuleBroken when the name is taken (at the end of the transaction)."""
    kept = StockReason(congress_id=congress.id, name=name, text=text)
    db.session.add(kept)
    note(actor, N_("Lưu câu lý do mẫu"), kept, label=name, changes=differences({}, {"name": name, "text": text}))
    return kept


def drop_reason(kept: StockReason, *, actor: Actor) -> None:
    """Forget a kept reason; points that used its words keep them."""
    gone = {"name": kept.name, "text": kept.text}
    note(actor, N_("Bỏ câu lý do mẫu"), kept, label=kept.name, changes=differences(gone, {}))
    db.session.delete(kept)


def keep_filter(congress: Congress, *, actor: Actor, name: str, query: str) -> SavedFilter:
    """Keep the filters of the desk under a name; RuleBroken when the name is taken."""
    kept = SavedFilter(congress_id=congress.id, name=name, query=query)
    db.session.add(kept)
    note(actor, N_("Lưu bộ lọc"), kept, label=name, changes=differences({}, {"name": name, "query": query}))
    return kept


def drop_filter(kept: SavedFilter, *, actor: Actor) -> None:
    """Forget a kept filter."""
    note(actor, N_("Bỏ bộ lọc"), kept, label=kept.name, changes=differences({"query": kept.query}, {}))
    db.session.delete(kept)
