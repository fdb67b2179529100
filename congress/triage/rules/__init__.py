"""Which opinions say nearly the same (`grouping`), and what a decision on a point must hold (`decisions`)."""
