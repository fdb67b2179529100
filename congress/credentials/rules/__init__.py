"""What the check of credentials decides: the figures of a report, contradictions, who may sit in the committee."""
