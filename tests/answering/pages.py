"""Small bulletins written for one test file each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from index.library import Library
from index.records import Answer, Claim

Ask = Callable[..., Answer]
About = Callable[..., Ask]


@contextmanager
def asking(folder: Path, page: str, name: str = "page.txt") -> Iterator[Ask]:
    """A function that asks about the bulletin ``page``, a file of this ``name``."""
    file = folder / name
    file.write_text(page, encoding="utf-8")
    with Library.open(folder / "page.db", create=True) as library:
        library.add([file])
        yield library.ask


@contextmanager
def checking(folder: Path, page: str, name: str = "page.txt") -> Iterator[Callable[..., tuple[Claim, ...]]]:
    """A function that checks sentences against the bulletin ``page``, a file of this ``name``."""
    file = folder / name
    file.write_text(page, encoding="utf-8")
    with Library.open(folder / "page.db", create=True) as library:
        library.add([file])
        yield library.check
