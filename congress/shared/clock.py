"""The day and hour of an office in Vietnam, wherever the machine believes it stands."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


def today() -> date:
    """Today in Vietnam: the day deadlines end on and papers are dated by, also on a server that runs in UTC."""
    return datetime.now(HANOI).date()


def day_of(moment: datetime) -> date:
    """The day in Vietnam on which a moment that knows its zone fell."""
    return moment.astimezone(HANOI).date()
