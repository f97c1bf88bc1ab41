"""Bytes to lines: one module for each kind of file."""
