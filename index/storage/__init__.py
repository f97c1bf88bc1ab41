"""Storage: one SQLite file that keeps every article it was ever given and every generation of what is live.

Articles are immutable and known by the hash of their content. What is live is kept as lifetimes (article,
born in generation, died in generation), so that a generation can be read, or brought back, without copying.
"""

from index.storage.encoding import Encoded, encoded
from index.storage.store import Store
from index.storage.view import View
from index.storage.write import Change, StoredFile

__all__ = ["Change", "Encoded", "Store", "StoredFile", "View", "encoded"]
