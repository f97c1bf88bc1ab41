"""Across bulletins: projects with their timelines, batches by programme and period, holders of offices, places,
and where sources disagree. Pure and built once per generation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

from index.catalogue.conflicts import Conflict, Version, of_batches, of_project
from index.catalogue.keys import Keys, project_key
from index.catalogue.offices import Holder, holders
from index.catalogue.places import Named, Place, places
from index.catalogue.timeline import Entry, Timeline, timeline
from index.language.scripts import fold
from index.records import Batch, Found, Person, ProjectRow

__all__ = ["Catalogue", "Conflict", "Entry", "Holder", "Keys", "Place", "Timeline", "Version", "project_key"]

Dated = tuple[str, str | None]
"""Id of an article and its ISO date, or None where the year is unknown."""


class Catalogue:
    """Everything that the bulletins say about projects, by project.

    Args:
        projects, batches, people: (article id, ISO date or None, value), in any order.
        places: printed places of facts that concern no private person, see ``index.catalogue.places``.
    """

    def __init__(
        self,
        projects: Iterable[tuple[str, str | None, ProjectRow]] = (),
        batches: Iterable[tuple[str, str | None, Batch]] = (),
        people: Iterable[tuple[str, str | None, Person]] = (),
        places: Iterable[Named] = (),
    ) -> None:
        self._entries: dict[str, list[Entry]] = defaultdict(list)
        rows = tuple(projects)
        keys = Keys((row.name, row.district) for _, _, row in rows)
        for article, date, row in rows:
            self._entries[keys.of(row.name, row.district)].append(Entry(date, Found(article, row)))
        self._batches = tuple((date, Found(article, batch)) for article, date, batch in batches)
        self._people = tuple((date, Found(article, person)) for article, date, person in people)
        self._named = tuple(places)
        self._lines: dict[str, Timeline] = {}

    def __len__(self) -> int:
        return len(self._entries)

    @property
    def keys(self) -> tuple[str, ...]:
        """The ids of all projects."""
        return tuple(self._entries)

    def project(self, key: str) -> Timeline:
        """The timeline of a project.

        Raises:
            KeyError: no project has this id.
        """
        if key not in self._lines:
            if key not in self._entries:
                raise KeyError(key)
            self._lines[key] = timeline(key, self._entries[key])
        return self._lines[key]

    def find(self, name: str, district: str | None = None) -> tuple[Timeline, ...]:
        """The projects that ``name`` (a name or an alias) can mean; several where districts share a name."""
        direct = project_key(name, district)
        if direct in self._entries:
            return (self.project(direct),)
        keys = self._by_name.get(_spelt(name), ())
        if district is not None:
            keys = tuple(key for key in keys if key.startswith(f"{fold(district)}/")) or keys
        return tuple(self.project(key) for key in keys)

    @cached_property
    def _by_name(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for key, entries in self._entries.items():
            for entry in entries:
                for name in (entry.row.value.name, *entry.row.value.aliases):
                    found[_spelt(name)][key] = None
        return {name: tuple(keys) for name, keys in found.items()}

    @cached_property
    def districts(self) -> tuple[str, ...]:
        """Districts that have projects or batches."""
        rows = {entry.row.value.district for entries in self._entries.values() for entry in entries}
        return tuple(sorted({name for name in rows | {f.value.district for _, f in self._batches} if name}))

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Every place that facts, projects and batches name, by name."""
        rows = [entry.row for entries in self._entries.values() for entry in entries]
        sited = [(f.value.place, f.value.district, f.article) for f in rows]
        sited += [(f.value.place, f.value.district, f.article) for _, f in self._batches]
        return places((*self._named, *((name, district, by) for name, district, by in sited if name)))

    @cached_property
    def programmes(self) -> tuple[str, ...]:
        """Programmes that have batches or projects."""
        rows = {entry.row.value.programme for entries in self._entries.values() for entry in entries}
        return tuple(sorted({name for name in rows | {f.value.programme for _, f in self._batches} if name}))

    def batches(
        self, programme: str | None = None, district: str | None = None, period: int | str | None = None
    ) -> tuple[Found[Batch], ...]:
        """Batches, oldest first; None for any programme, district or period."""
        found = [
            (date or "", number, one)
            for number, (date, one) in enumerate(self._batches)
            if programme in (None, one.value.programme) and district in (None, one.value.district)
            and period in (None, one.value.period)
        ]  # fmt: skip
        return tuple(one for _, _, one in sorted(found, key=lambda item: item[:2]))

    def periods(self, programme: str | None = None, district: str | None = None) -> tuple[int | str, ...]:
        """Periods that have batches, oldest first: by number, phrases by the date of their bulletin.

        Ranges (1-5) and the same time last year are no periods of their own.
        """
        dates: dict[int | str, str] = {}
        for found in self._of(programme, district):
            period = found[1].value.period
            if period is not None and not _is_range(period) and found[1].value.event != "去年同期":
                dates[period] = max(found[0] or "", dates.get(period, ""))
        numbers = sorted(p for p in dates if isinstance(p, int))
        phrases = sorted((p for p in dates if isinstance(p, str)), key=lambda p: dates[p])
        return (*phrases, *numbers)

    def latest_period(self, programme: str | None = None, district: str | None = None) -> int | str | None:
        """The period of the newest bulletin (the highest number among its batches), or None."""
        best: tuple[str, int, int | str] | None = None
        for date, found in self._of(programme, district):
            period = found.value.period
            if period is None or _is_range(period) or found.value.event == "去年同期":
                continue
            rank = (date or "", period if isinstance(period, int) else 0, period)
            if best is None or rank[:2] > best[:2]:
                best = rank
        return best[2] if best else None

    def _of(self, programme: str | None, district: str | None) -> Sequence[tuple[str | None, Found[Batch]]]:
        return [
            (date, found)
            for date, found in self._batches
            if programme in (None, found.value.programme) and district in (None, found.value.district)
        ]

    def conflicts(self) -> tuple[Conflict, ...]:
        """Where bulletins disagree about a project or a batch, projects first."""
        found: list[Conflict] = []
        for key, entries in self._entries.items():
            if len(entries) > 1:
                found.extend(of_project(self.project(key)))
        found.extend(of_batches(self._batches))
        return tuple(found)

    def holders(self, office: str, on: str | None = None) -> tuple[Holder, ...]:
        """Who holds ``office``, newest mention first; ``on``: ISO date up to which mentions count."""
        return holders(office, self._people, on)


def _is_range(period: int | str) -> bool:
    return isinstance(period, str) and period.replace("-", "").isdigit() and "-" in period


def _spelt(name: str) -> str:
    return fold(name).replace(" ", "")
