"""Tables of the check of credentials, by noun."""

from congress.credentials.models.checks import Decision
from congress.credentials.models.reports import CommitteeMember, CredentialsReport
from congress.credentials.models.targets import StructureTarget

__all__ = ["CommitteeMember", "CredentialsReport", "Decision", "StructureTarget"]
