"""``bulletin-index``: the commands; no logic of their own."""

from index.cli.main import main

__all__ = ["main"]
