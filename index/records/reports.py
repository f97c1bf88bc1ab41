"""What changing the library reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file; counts are of articles, project rows and facts in it."""

    file: str
    status: Literal["added", "changed", "same", "failed"]
    articles: int = 0
    projects: int = 0
    facts: int = 0
    warnings: tuple[str, ...] = ()
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Generation:
    """One state of the library.

    Attributes:
        at: ISO time with offset. current: for the live one. kept: whether it can be restored.
    """

    number: int
    at: str
    action: str
    actor: str
    articles: int
    current: bool = False
    kept: bool = True


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """Who changed what, when."""

    at: str
    actor: str
    action: str
    target: str
    generation: int
