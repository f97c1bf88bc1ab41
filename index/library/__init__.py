"""The façade that everything outside uses: ``Library.open(path).ask(question)``."""

from index.library.facade import Library
from index.library.values import Preview, Project, StatedBatch, StatedFact, Status

__all__ = ["Library", "Preview", "Project", "StatedBatch", "StatedFact", "Status"]
