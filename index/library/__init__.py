"""The façade that everything outside uses: ``Library.open(path).ask(question)``."""

from index.library.facade import Library

__all__ = ["Library"]
