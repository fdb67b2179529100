"""Pages of the programme: the whole of it, its sessions, its items."""

from congress.agenda.views import items, live, papers, programme, releases, sessions, speeches
from congress.agenda.views.frame import blueprint

__all__ = ["blueprint", "items", "live", "papers", "programme", "releases", "sessions", "speeches"]
