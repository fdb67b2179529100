"""Pages of the desk: the list (`desk`), one point (`point`), suggestions (`suggestions`), kept words (`kept`), and what
was answered: the table of acceptance (`answers`), each cell's answer (`cells`), where accepted points were written in
(`trace`), and what comments speak of in a later draft (`attaching`)."""

from congress.triage.views import answers, attaching, cells, desk, kept, point, suggestions, trace
from congress.triage.views.blueprint import blueprint

__all__ = ["answers", "attaching", "blueprint", "cells", "desk", "kept", "point", "suggestions", "trace"]
