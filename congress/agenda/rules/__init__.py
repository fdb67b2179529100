"""What a programme decides without a database: the clock, the order of items, what is unusual, the usual programme."""
