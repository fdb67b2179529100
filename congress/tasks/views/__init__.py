"""Pages of tasks: the plan and its views, one task, papers and calendars, the dossier, the cells' congresses."""

from congress.tasks.views import cells, dossier, dossier_papers, papers, people, plan, task, template
from congress.tasks.views.frame import blueprint

__all__ = ["blueprint", "cells", "dossier", "dossier_papers", "papers", "people", "plan", "task", "template"]
