"""What decides about delegates: single records (checks), a cell's list (registration), the whole roll (roll)."""
