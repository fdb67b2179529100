"""Words that every room may use; imports nothing of ours and no framework."""
