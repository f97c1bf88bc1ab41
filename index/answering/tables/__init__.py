"""Answers from tables: which rows are meant, which column is asked."""
