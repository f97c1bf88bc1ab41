"""A claim held against the sentences and tables near it."""
