"""What is committed is read back equal."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.records import Article, Extraction, Found
from index.storage import Store

from .strategies import readings


@given(st.lists(readings(), max_size=3, unique_by=lambda pair: pair[0].id))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_everything_comes_back(pairs: list[tuple[Article, Extraction]]) -> None:
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "x.db") as store:
        store.commit(pairs, actor="t")
        assert [replace(a, versions=1) for a in store.articles()] == [article for article, _ in pairs]
        for article, says in pairs:
            assert replace(store.article(article.id), versions=1) == article
            assert store.extraction(article.id) == says
            assert store.sentences(article.id) == says.sentences
            assert store.passages(article.id) == says.passages
        assert store.facts() == tuple(Found(a.id, fact) for a, says in pairs for fact in says.facts)
        assert store.projects() == tuple(Found(a.id, row) for a, says in pairs for row in says.projects)
        assert store.batches() == tuple(Found(a.id, batch) for a, says in pairs for batch in says.batches)
        assert store.people() == tuple(Found(a.id, person) for a, says in pairs for person in says.people)
        assert store.lists() == tuple(Found(a.id, held) for a, says in pairs for held in says.lists)
        assert store.flags() == tuple(Found(a.id, flag) for a, says in pairs for flag in says.flags)
        assert store.problems() == ()


@given(st.lists(readings(), max_size=3, unique_by=lambda pair: pair[0].id))
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_adding_twice_changes_nothing(pairs: list[tuple[Article, Extraction]]) -> None:
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "x.db") as store:
        first = store.commit(pairs, actor="t")
        assert store.commit(pairs, actor="t") == first
        assert store.generation == (1 if pairs else 0)
