"""这60个项目怎么分的, 分哪三类: a row of kinds with their numbers that make up the whole, or are called so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.answering.evidence.about import slots_fit
from index.answering.evidence.circumstances import without
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.numerals import find_quantities, parse_number
from index.language.scripts import fold
from index.understanding.query import Query

_ASKS = load_pattern("answering.divided.asks")
_KIND = load_pattern("answering.divided.kind")
_OPENS = load_pattern("answering.divided.opens")
_BESIDE = load_pattern("answering.divided.beside")
_CLASS = load_pattern("answering.divided.class")
_PIECE = re.compile(r"[^，。；、,;：:]+")
_ENOUGH = 0.6
_STRONG = 1.0


@dataclass(frozen=True, slots=True)
class _Row:
    """Kinds with their numbers, in order; ``whole``: they are all of what is counted."""

    items: tuple[str, ...]
    whole: bool


def divided(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The kinds with their numbers; None where the question does not ask so or no row is of what it names."""
    asked = _ASKS.search(query.text)
    if asked is None:
        return None
    count = int(parse_number(asked["n"])) if asked["n"] and asked["n"] != "几" else 0
    terms = tuple(t for t in without(query.terms, (asked.span(),)) if not find_quantities(t.text))
    best: tuple[float, Draft] | None = None
    for evidence in pool if terms else ():
        if evidence.sentence.role not in ("paragraph", "caption") or not slots_fit(query, evidence):
            continue
        regions = ((evidence.own, 1.0), (evidence.before, 0.9), (evidence.head, 0.8), (evidence.heading, 0.8))
        share, missing, _ = coverage(terms, regions)
        if share < _ENOUGH or any(t.weight >= _STRONG for t in missing):
            continue
        for row in _rows(evidence, query):
            if not row.whole or (count and count != len(row.items)):
                continue
            score = share - 0.002 * evidence.rank
            if best is None or score > best[0]:
                best = score, Draft("answered", "list", "、".join(row.items), (evidence.proof,), confidence=0.9)
    return best[1] if best is not None else None


def _rows(evidence: Evidence, query: Query) -> Iterator[_Row]:
    """Runs of two or more kinds, each with a number of the same unit; what is said beside one breaks no run."""
    run: list[re.Match[str]] = []
    start = 0
    text = fold(evidence.text)
    for piece in (*_PIECE.finditer(text), None):
        found = _KIND.fullmatch(piece[0].strip()) if piece is not None else None
        if piece is not None and found is None and run and _BESIDE.match(piece[0]):
            continue
        if piece is not None and _OPENS.match(piece[0].strip()) and run:
            run = []  # what stands in front is the whole
        if found is not None and (not run or run[0]["unit"] == found["unit"]):
            start = piece.start() if piece is not None and not run else start
            run.append(found)
            continue
        if len(run) > 1:
            yield _row(run, f"{evidence.before} {text[:start]} {query.text}")
        run = [found] if found is not None else []
        start = piece.start() if piece is not None else start


def _row(run: Sequence[re.Match[str]], ahead: str) -> _Row:
    names = [one["name"] for one in run]
    total = sum(parse_number(one["n"]) for one in run)
    unit = run[0]["unit"]
    told = any(q.unit == unit and q.value == total for q in find_quantities(ahead))
    items = tuple(f"{name}{one['n']}{unit}" for name, one in zip(names, run, strict=True))
    return _Row(items, told or all(_CLASS.search(name) for name in names))
