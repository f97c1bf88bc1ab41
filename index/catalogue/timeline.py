"""One project through several bulletins: signed, started, in production."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from index.records import Found, Investment, ProjectRow

ORDER = ("储备", "签约", "开工", "续建", "投产", "竣工", "达效")
"""The usual course of a project; other stages have no place in it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row with the date of the bulletin it stands in (ISO, or None where the year is unknown)."""

    date: str | None
    row: Found[ProjectRow]

    @property
    def when(self) -> str:
        """The day of the event, else of the bulletin, else "": for sorting."""
        return self.row.value.event_date or self.date or ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """All rows of one project, oldest first; undated ones come first.

    Attributes:
        key: see ``project_key``. name: the longest printed name.
    """

    key: str
    name: str
    entries: tuple[Entry, ...]

    @property
    def rows(self) -> tuple[Found[ProjectRow], ...]:
        """The rows, oldest first."""
        return tuple(entry.row for entry in self.entries)

    @property
    def latest(self) -> Found[ProjectRow]:
        """The newest row."""
        return self.entries[-1].row

    @property
    def stage(self) -> str | None:
        """The stage that the newest row with a stage prints."""
        return next((e.row.value.stage for e in reversed(self.entries) if e.row.value.stage), None)

    def stages(self) -> tuple[tuple[str, str | None], ...]:
        """(stage, date) for every stage, at its first mention, oldest first."""
        first: dict[str, str | None] = {}
        for entry in self.entries:
            stage = entry.row.value.stage
            if stage is not None:
                first.setdefault(stage, entry.when or None)
        return tuple(first.items())

    def investments(self, kind: str) -> tuple[tuple[str | None, Investment], ...]:
        """(date, amount) for every printed amount of ``kind``, oldest first."""
        return tuple(
            (e.when or None, one) for e in self.entries for one in e.row.value.investments if one.kind == kind
        )

    def aliases(self) -> tuple[str, ...]:
        """Every printed name and every alias, longest first."""
        names = {name for e in self.entries for name in (e.row.value.name, *e.row.value.aliases)}
        return tuple(sorted(names, key=lambda name: (-len(name), name)))


def timeline(key: str, entries: Iterable[Entry]) -> Timeline:
    """The timeline of the project ``key``."""
    ordered = tuple(sorted(entries, key=lambda entry: entry.when))
    return Timeline(key, max((e.row.value.name for e in ordered), key=len), ordered)
