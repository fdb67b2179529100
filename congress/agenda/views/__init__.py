"""Pages of the programme: the whole of it, its sessions, its items."""

from congress.agenda.views import items, programme, sessions
from congress.agenda.views.frame import blueprint

__all__ = ["blueprint", "items", "programme", "sessions"]
