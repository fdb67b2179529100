"""Pages of badges, letters of summons and the signature roll."""

from congress.attendance.views import badges, paper
from congress.attendance.views.frame import blueprint

__all__ = ["badges", "blueprint", "paper"]
