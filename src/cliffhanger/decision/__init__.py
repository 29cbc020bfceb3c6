"""Estimates held against cost: the options for a season, what each is worth, and which to choose."""
