"""What people do with the registry: single records (records), whole lists and their review (review)."""
