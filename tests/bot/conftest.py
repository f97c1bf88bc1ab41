"""A stage with the sample bulletins for each test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from index.library import Library
from tests.bot.stage import Person, Stage, staged


@pytest.fixture
def stage(library: Library, tmp_path: Path) -> Iterator[Stage]:
    """The bot's parts on a copy of the samples."""
    made = staged(library, tmp_path)
    yield made
    made.desk.store.close()


@pytest.fixture
def person(stage: Stage) -> Callable[..., Person]:
    """Makes people: ``person("admin")``, ``person(in_traditional=True)``."""

    def make(role: str = "resident", **more: Any) -> Person:
        return Person(stage, role, **more)

    return make


@pytest.fixture
def resident(stage: Stage) -> Person:
    """Somebody without a role."""
    return Person(stage)


@pytest.fixture
def staff(stage: Stage) -> Person:
    """A member of staff."""
    return Person(stage, "staff")


@pytest.fixture
def admin(stage: Stage) -> Person:
    """An admin."""
    return Person(stage, "admin")
