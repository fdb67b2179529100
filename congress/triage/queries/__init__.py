"""Reading the desk (`desk`), one point (`points`), what was answered, attached anew, suggested and kept."""

from congress.triage.queries import answers as answers
from congress.triage.queries import attaching as attaching
from congress.triage.queries import desk as desk
from congress.triage.queries import kept as kept
from congress.triage.queries import points as points
from congress.triage.queries import suggestions as suggestions
from congress.triage.queries import trace as trace
