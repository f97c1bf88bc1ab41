"""Answers read off sentences: a value, a list, a reason, a definition, yes or no."""
