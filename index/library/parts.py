"""A part of the library that answers for itself: the bulletins up to a day, or those of one district."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TypeVar

from index.answering import Answerer
from index.catalogue.places import Named
from index.records import Article, Batch, Extraction, Found, Person, ProjectRow
from index.retrieval.engine import Explanation, Filters, Match, SearchEngine, Statistics
from index.settings import Settings
from index.storage import View

Value = TypeVar("Value")


def answerer_until(view: View, engine: SearchEngine, day: str, settings: Settings) -> Answerer:
    """An answerer that knows no article dated after ``day`` (ISO); undated articles count as known."""
    articles = {a.id: a for a in view.articles() if (a.date or a.issue_date or "") <= day}
    return _over(view, engine, articles, settings)


def answerer_in(view: View, engine: SearchEngine, district: str, settings: Settings) -> Answerer:
    """An answerer that knows the articles of one district, and those of which no district is known."""
    articles = {a.id: a for a in view.articles() if a.district in (district, None)}
    return _over(view, engine, articles, settings)


def _over(view: View, engine: SearchEngine, articles: dict[str, Article], settings: Settings) -> Answerer:
    return Answerer(
        _Part(view, articles), _PartEngine(engine, articles), district=settings.district, timezone=settings.timezone
    )  # fmt: skip


class _Part:
    """A view of some of the articles."""

    def __init__(self, view: View, articles: dict[str, Article]) -> None:
        self._view, self._articles = view, articles

    def articles(self) -> Sequence[Article]:
        return tuple(self._articles.values())

    def article(self, article: str) -> Article:
        return self._view.article(article)

    def extraction(self, article: str) -> Extraction:
        return self._view.extraction(article)

    def projects(self) -> Sequence[Found[ProjectRow]]:
        return self._kept(self._view.projects())

    def batches(self) -> Sequence[Found[Batch]]:
        return self._kept(self._view.batches())

    def people(self) -> Sequence[Found[Person]]:
        return self._kept(self._view.people())

    def places(self) -> Iterable[Named]:
        return tuple(one for one in self._view.places() if one[2] in self._articles)

    def aliases(self) -> Iterable[tuple[str, str]]:
        return self._view.aliases()

    def _kept(self, found: Iterable[Found[Value]]) -> tuple[Found[Value], ...]:
        return tuple(one for one in found if one.article in self._articles)


class _PartEngine:
    """An engine that finds nothing in the other articles."""

    def __init__(self, engine: SearchEngine, articles: Collection[str]) -> None:
        self._engine, self._articles = engine, articles

    @property
    def generation(self) -> int:
        return self._engine.generation

    def search(
        self, query: str, limit: int = 10, filters: Filters | None = None, entities: Sequence[str] = ()
    ) -> tuple[Match, ...]:
        wide = 4 * limit  # fewer would seldom do
        while True:
            found = self._engine.search(query, wide, filters, entities)
            kept = [m for m in found if m.key.partition("#")[0].partition("!")[0] in self._articles]
            if len(kept) >= limit or len(found) < wide:
                return tuple(m._replace(rank=n) for n, m in enumerate(kept[:limit], start=1))
            wide *= 4

    def explain(self, query: str, key: str) -> Explanation:
        return self._engine.explain(query, key)

    def statistics(self) -> Statistics:
        return self._engine.statistics()

    def apply(self, generation: int, add: Sequence[object], remove: Collection[str]) -> None:
        raise NotImplementedError("a part of the library doesn't change")

    def close(self) -> None:
        """Nothing is held here."""
