"""Everything that can go wrong in a way that a person can mend.

    LibraryError
    ├── SettingError        a setting's value is not usable
    ├── ReadError           a file can't be read as a bulletin
    ├── StoreError          the database can't be opened or written
    │   └── DatabaseBusy    another process is writing
    ├── UnknownItem         no such article, generation, file …
    └── IndexMismatch       the search index was made by another version and must be rebuilt

Each message is one Chinese or plain sentence that names the thing, what was expected and what to do;
only the outermost layer (command line, bot) turns an exception into words for a person.
"""

from __future__ import annotations


class LibraryError(Exception):
    """Base of all errors that are shown to a person as one sentence."""


class SettingError(LibraryError):
    """A setting's value is not usable."""


class ReadError(LibraryError):
    """A file can't be read as a bulletin."""


class StoreError(LibraryError):
    """The database can't be opened or written."""


class DatabaseBusy(StoreError):
    """Another process is writing."""


class UnknownItem(LibraryError):
    """There is no such article, generation, file or question."""


class IndexMismatch(LibraryError):
    """The search index was made by another version, tokenizer or lexicon and must be rebuilt."""
