"""Pages of the desk: the list (`desk`), one point (`point`), suggestions (`suggestions`), kept words (`kept`), and what
was answered: the table of acceptance (`answers`), each cell's answer (`cells`), where accepted
points were written in (`trace`)."""

from congress.triage.views import answers, cells, desk, kept, point, suggestions, trace
from congress.triage.views.blueprint import blueprint

__all__ = ["answers", "blueprint", "cells", "desk", "kept", "point", "suggestions", "trace"]
