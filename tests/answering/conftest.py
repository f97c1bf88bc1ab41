"""The sample bulletins, read once; and libraries of one small bulletin."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path

import pytest

from index.library import Library
from tests.answering.golden import Golden, pages
from tests.answering.pages import About, Ask, asking
from tests.conftest import copied


@pytest.fixture(scope="session")
def library(sample_db: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A library with the bulletins that ship with the product, for questions only."""
    with Library.open(copied(sample_db, tmp_path_factory.mktemp("answers"))) as made:
        yield made


@pytest.fixture(scope="session")
def golden(tmp_path_factory: pytest.TempPathFactory) -> Golden:
    """``golden("dev")``: the pages of a set with their questions, asked once."""
    return cache(lambda name: tuple(pages(name, tmp_path_factory.mktemp("golden"))))


@pytest.fixture(scope="module")
def about(tmp_path_factory: pytest.TempPathFactory) -> Iterator[About]:
    """``about(PAGE)`` makes a function that asks a library of this bulletin alone; it lives as long as the file's tests."""
    with ExitStack() as stack:

        def make(page: str, name: str = "page.txt") -> Ask:
            return stack.enter_context(asking(tmp_path_factory.mktemp("page"), page, name))

        yield make
