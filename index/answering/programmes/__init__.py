"""Batches and projects: structured answers from stored rows."""
