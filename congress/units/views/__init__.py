"""Pages of the Party organisations below the congress: the list and single cells, and the workbook that comes in."""

from congress.units.views import imports, pages
from congress.units.views.frame import blueprint

__all__ = ["blueprint", "imports", "pages"]
