"""The sample bulletins, read once; and libraries of one small bulletin."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from importlib.resources import files
from pathlib import Path

import pytest

from index.library import Library
from tests.answering.pages import About, Ask, asking


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A library with the bulletins that ship with the product."""
    path = tmp_path_factory.mktemp("answers") / "bulletins.db"
    with Library.open(path, create=True) as made:
        made.add([Path(str(files("data") / "bulletins"))])
        yield made


@pytest.fixture(scope="module")
def about(tmp_path_factory: pytest.TempPathFactory) -> Iterator[About]:
    """``about(PAGE)`` makes a function that asks a library of this bulletin alone; it lives as long as the file's tests."""
    with ExitStack() as stack:

        def make(page: str) -> Ask:
            return stack.enter_context(asking(tmp_path_factory.mktemp("page"), page))

        yield make
