"""Looking after a library: health, safe copies, everything out again."""

from index.operations.doctor import Check, examine
from index.operations.export import KINDS, export
from index.operations.restoring import restore

__all__ = ["KINDS", "Check", "examine", "export", "restore"]
