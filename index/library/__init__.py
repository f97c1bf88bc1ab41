"""The façade that everything outside uses: ``Library.open(path).ask(question)``."""

from index.library.facade import Library
from index.library.serialise import answer_json
from index.library.values import Doubt, Preview, Project, StatedBatch, StatedFact, Status, Step

__all__ = [
    "Doubt",
    "Library",
    "Preview",
    "Project",
    "StatedBatch",
    "StatedFact",
    "Status",
    "Step",
    "answer_json",
]
