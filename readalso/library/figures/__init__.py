"""Figures and what goes with them, in whatever way a desk writes them: "$1.2m" and "1,200,000 dollars"."""
