"""Fresh pages of many kinds, their rows and facts written before they were read: floors that must not sink."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest

from index.evaluation.reading import Reading, read_expected

HERE = Path(__file__).parent / "reading"
ROWS = {"names": 0.97, "stages": 0.9, "periods": 0.98, "investments": 0.98, "dates": 0.95, "owners": 0.95, "places": 0.95,
        "batches": 0.95, "counts": 0.95, "totals": 0.95}  # fmt: skip
FACTS = (0.94, 0.94)  # precision, recall of all kinds together
DATES = (0.95, 0.90)
FIGURES = ("money", "percent", "count", "measure", "points")


@lru_cache(maxsize=1)
def reading() -> Reading:
    return read_expected(sorted((HERE / "expected").glob("*.json")))


@pytest.mark.parametrize("measure", sorted(ROWS))
def test_rows(measure: str) -> None:
    score = reading().rows[measure]
    assert score.precision >= ROWS[measure] - 0.02, score.extra
    assert score.recall >= ROWS[measure], score.missing


def test_facts() -> None:
    whole = reading().all_facts
    assert whole.precision >= FACTS[0], reading().wrong
    assert whole.recall >= FACTS[1], reading().missed


def test_dates() -> None:
    dates = reading().facts["date"]
    assert dates.precision >= DATES[0], reading().wrong
    assert dates.recall >= DATES[1], reading().missed


def test_figures_are_read_as_values_nearly_always() -> None:
    outcomes = [one for kind, one in reading().facts.items() if kind in FIGURES]
    valued, expected = sum(one.valued for one in outcomes), sum(one.expected for one in outcomes)
    assert valued / expected >= 0.97
