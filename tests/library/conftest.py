"""Processes that begin at once with the library imported."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.forks import Forks, forking


@pytest.fixture(scope="session")
def forks() -> Iterator[Forks]:
    """A process that others are forked from."""
    with forking() as made:
        yield made
