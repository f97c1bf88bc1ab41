"""Ranking: BM25 over passages and project rows, live while it changes."""
