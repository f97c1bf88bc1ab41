"""Small bulletins written for one test file each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from index.library import Library
from index.records import Answer

Ask = Callable[..., Answer]
About = Callable[[str], Ask]


@contextmanager
def asking(folder: Path, page: str) -> Iterator[Ask]:
    """A function that asks about the bulletin ``page``."""
    file = folder / "page.txt"
    file.write_text(page, encoding="utf-8")
    with Library.open(folder / "page.db", create=True) as library:
        library.add([file])
        yield library.ask
