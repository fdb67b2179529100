"""What stands out on a home page: shares and last days (shares), who owes what by when (debts)."""

from congress.overview.rules.debts import Debt, Owner, Wanted, by_owner, in_order
from congress.overview.rules.shares import Due, Progress

__all__ = ["Debt", "Due", "Owner", "Progress", "Wanted", "by_owner", "in_order"]
