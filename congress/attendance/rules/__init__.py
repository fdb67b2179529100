"""What may be decided about badges and summons without a database."""
