"""Project rows and groups of projects, from sentences, lists, notices and tables."""
