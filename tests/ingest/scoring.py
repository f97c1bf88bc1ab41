"""How well a reading agrees with what was expected: precision and recall by kind of thing."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from index.ingest import Reading, read_bytes
from index.records import Article
from tests.ingest.built import built
from tests.ingest.built_digests import built_digests
from tests.ingest.built_more import built_more
from tests.ingest.built_offices import built_offices
from tests.ingest.built_papers import built_papers

PAGES = Path(__file__).parent / "pages"


@dataclass
class Score:
    """Counts by kind: boundaries, headlines, kinds, bylines, dates, cells."""

    right: Counter[str] = field(default_factory=Counter)
    expected: Counter[str] = field(default_factory=Counter)
    read: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def count(self, what: str, expected: list[Any], read: list[Any], where: str) -> None:
        """Compares two bags."""
        wanted, found = Counter(map(str, expected)), Counter(map(str, read))
        self.right[what] += sum((wanted & found).values())
        self.expected[what] += sum(wanted.values())
        self.read[what] += sum(found.values())
        if wanted != found:
            self.wrong.append(
                f"{where} {what}: missing {list(wanted - found)} invented {list(found - wanted)}"
            )

    def precision(self, what: str) -> float:
        """Share of what was read that is right."""
        return self.right[what] / max(self.read[what], 1)

    def recall(self, what: str) -> float:
        """Share of what was expected that was read."""
        return self.right[what] / max(self.expected[what], 1)


def fixtures() -> dict[str, tuple[Reading, dict[str, Any]]]:
    """Name of each page: (its reading, the expected one)."""
    found = {}
    for expected in sorted(PAGES.glob("*.json")):
        page = next(path for path in PAGES.glob(f"{expected.stem}.*") if path != expected)
        found[page.name] = (
            read_bytes(page.read_bytes(), page.name),
            json.loads(expected.read_text(encoding="utf-8")),
        )
    for name, (data, wanted) in _built().items():
        found[name] = (read_bytes(data, name), wanted)
    return found


def _built() -> dict[str, tuple[bytes, dict[str, Any]]]:
    return built() | built_more() | built_offices() | built_digests() | built_papers()


def score(pages: dict[str, tuple[Reading, dict[str, Any]]]) -> Score:
    """All pages together."""
    total = Score()
    for name, (reading, wanted) in pages.items():
        articles = [article for article in reading.articles if article.kind != "other"]
        total.count(
            "boundaries",
            [_edges(one) for one in wanted["articles"]],
            [_own(a, wanted) for a in articles],
            name,
        )
        for one in wanted["articles"]:
            article = next((a for a in articles if content(a).startswith(bare(one["start"]))), None)
            _compare(total, one, article, f"{name} {one['start']}")
    return total


def _compare(total: Score, one: dict[str, Any], article: Article | None, where: str) -> None:
    if one["headlines"] is not None:
        total.count("headlines", one["headlines"], list(article.headlines) if article else [], where)
    total.count("kinds", [one["kind"]], [article.kind] if article else [], where)
    names = [f"r {name}" for name in one["reporters"]] + [f"c {name}" for name in one["correspondents"]]
    read = (
        [f"r {name}" for name in article.reporters] + [f"c {name}" for name in article.correspondents]
        if article
        else []
    )
    total.count("bylines", names, read, where)
    for key in ("date", "district"):  # an expected reading without the key leaves it open
        if key in one:
            total.count(f"{key}s", [one[key]], [getattr(article, key)] if article else [], where)
    if "page" in one or "issue" in one:
        keys = [key for key in ("page", "issue") if key in one]
        total.count(
            "mastheads",
            [one[key] for key in keys],
            [getattr(article, key) for key in keys] if article else [],
            where,
        )
    wanted = [
        cell
        for table in one.get("tables", ())
        for row in [table["header"], *table["rows"]]
        for cell in enumerate(row)
    ]
    tables = article.tables if article else ()
    cells = [
        cell
        for table in tables
        for row in [table.header, *[tuple(c.text.text for c in r.cells) for r in table.rows]]
        for cell in enumerate(row)
    ]
    total.count("cells", wanted, cells, where)
    if one.get("tables"):
        total.count(
            "units", [table["unit"] for table in one["tables"]], [table.unit for table in tables], where
        )


def bare(text: str) -> str:
    """Without white space."""
    return re.sub(r"\s+", "", text)


def content(article: Article) -> str:
    """What an article says, without white space: neither masthead nor furniture."""
    return bare("".join(b.text.text for b in article.blocks if b.role not in ("masthead", "furniture")))


def _edges(one: dict[str, Any]) -> tuple[str, str]:
    """First and last signs of an article; an end of null is left open."""
    return bare(one["start"]), bare(one["end"] or "")


def _own(article: Article, wanted: dict[str, Any]) -> tuple[str, str]:
    """The expected edges that an article has, or its own first and last signs."""
    text = content(article)
    for one in wanted["articles"]:
        start, end = _edges(one)
        if text.startswith(start) and text.endswith(end):
            return start, end
    return text[:12], text[-12:]
