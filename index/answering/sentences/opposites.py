"""铁路货场是新建项目吗: which of several words that rule each other out (新建, 续建) is printed of what is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from index.answering.evidence.circumstances import without
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage, explained
from index.answering.evidence.fits import links_fit, period_fits, scope_fits, speaks_of_asked, year_fits
from index.answering.evidence.pool import Evidence
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_groups, load_pattern
from index.records import Span
from index.records.answers import Status
from index.understanding.query import Query, Term

_IS = load_pattern("answering.opposites.is")
_BEHIND = load_pattern("answering.opposites.behind")
_ENOUGH = 0.75
_NEAR = 0.5  # share that the clause itself must account for
_SAME = 0.75
_LONGEST = 90
_CELLS = re.compile(r"[\s|]+")

_Words = tuple[re.Pattern[str], ...]


@lru_cache(maxsize=1)
def _groups() -> tuple[_Words, ...]:
    return tuple(tuple(re.compile(word) for word in group) for group in load_groups("opposites"))


@lru_cache(maxsize=256)
def asked_pole(text: str) -> tuple[Span, re.Pattern[str], _Words] | None:
    """Where the question says one word of a group, that word, and the others; None where it asks nothing so."""
    if not _IS.search(text):
        return None
    for group in _groups():
        said = [(match, word) for word in group if (match := word.search(text))]
        if len(said) == 1 and _BEHIND.match(text, said[0][0].end()):
            match, word = said[0]
            return match.span(), word, tuple(one for one in group if one is not word)
    return None


def by_pole(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """是 or 不是 with the clause that says one of the words of just what is asked; None where no clause does."""
    asked = asked_pole(query.text)
    if asked is None:
        return None
    span, word, others = asked
    end = _BEHIND.match(query.text, span[1])
    rest = query.text[: span[0]] + " " * (span[1] - span[0]) + query.text[span[1] :]
    bare = replace(query, text=rest, terms=without(query.terms, ((span[0], end.end() if end else span[1]),)))
    best: tuple[float, bool, str, Evidence] | None = None
    for evidence in pool:
        if not (links_fit(bare, evidence) and period_fits(bare, evidence) and year_fits(bare, evidence)):
            continue
        for score, told in _told(bare, evidence, (word, *others)) if scope_fits(bare, evidence) else ():
            clause = evidence.clause(told)
            same = word.search(clause) is not None
            if same and any(one.search(clause) for one in others):
                continue
            if best is None or score > best[0]:
                best = score, same, _said(evidence, told, (word, *others)), evidence
    if best is None:
        return None
    _, same, said, evidence = best
    said = said.strip("，；。：、,;: |")[:_LONGEST]
    status: Status = "answered" if same else "corrected"
    return Draft(status, "yesno", f"{'是' if same else '不是'}，{said}", (evidence.proof,), confidence=0.9)


def _said(evidence: Evidence, span: Span, words: _Words) -> str:
    """The clause; of the row of a table the cell that says one of the words."""
    text = evidence.text[slice(*span)]
    if evidence.sentence.role != "table":
        return text
    cells = _CELLS.split(text)
    return next((cell for cell in cells if any(word.search(cell) for word in words)), text)


def _told(query: Query, evidence: Evidence, words: _Words) -> Iterator[tuple[float, Span]]:
    """(score, span) of each clause about what is asked that says one of the words."""
    text = evidence.text
    table = evidence.sentence.role == "table"
    spans = [(0, len(text))] if table else clause_spans(text)
    for span in spans:
        clause = evidence.clause(span)
        if not any(word.search(clause) for word in words) or not speaks_of_asked(query, clause):
            continue
        regions = ((clause, 1.0), (evidence.own, 0.85), (evidence.before, 0.7), (evidence.heading, 0.8))
        share, missing, _ = coverage(query.terms, regions)
        near = _named(query, clause)
        if share < _ENOUGH or near < _NEAR or any(term.critical for term in missing):
            continue
        yield share + near - 0.002 * evidence.rank, span


def _named(query: Query, clause: str) -> float:
    """How far the clause itself names what is asked."""
    links = [link for link in query.links if link.kind in ("person", "project")]
    if any(explained(link.typed, clause).score >= _SAME for link in links):
        return 1.0
    strong: list[Term] = [term for term in query.terms if term.weight >= 0.5]
    if links or not strong:
        return 0.0
    return sum(explained(term.text, clause).score for term in strong) / len(strong)
