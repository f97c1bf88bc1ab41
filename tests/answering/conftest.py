"""The sample bulletins, read once."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from index.library import Library


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A library with the bulletins that ship with the product."""
    path = tmp_path_factory.mktemp("answers") / "bulletins.db"
    with Library.open(path, create=True) as made:
        made.add([Path(str(files("data") / "bulletins"))])
        yield made
