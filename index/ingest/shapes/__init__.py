"""A line by itself and next to its neighbours: what it looks like, who signs it."""
