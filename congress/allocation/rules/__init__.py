"""What decides an allocation: the arithmetic (plan, shares), its words (explain), comparison and fairness."""
