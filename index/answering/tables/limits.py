"""超汛限多少, 哪几座超了警戒: a table that prints the limit and what is measured side by side, row by row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.answering.evidence import texts
from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.explain import coverage
from index.answering.evidence.knowledge import Page
from index.answering.evidence.pool import Evidence
from index.answering.evidence.relation import Relation, plain
from index.answering.evidence.texts import difference_said
from index.answering.tables.columns import cell_said, column_value
from index.language.lexicon import load_pattern
from index.language.marks import start_of
from index.language.numerals import find_quantities
from index.language.scripts import compact, fold
from index.understanding.query import Query

_LIMITS = r"汛限|警戒|保证|限值|限额|上限|标准|定额|核定|设计|控制"
_OVER = re.compile(rf"超(?:过|出|了)*(?P<limit>{_LIMITS}|限|标)?(?:的?(?:水位|线|值|量))?(?![市级声前大龄常短时期])")
_BELOW = re.compile(
    rf"(?:离|距|差|低于|比)(?:着)?(?P<limit>{_LIMITS})(?:水位|线|值|量)?(?:还)?(?:有|差|低)?(?:了)?(?:多少|几)"
)
_HOW_FAR = load_pattern("answering.limits.how_far")
_WHICH = load_pattern("answering.limits.which")
_LIMIT_HEAD = re.compile(_LIMITS)
_MEASURED_HEAD = load_pattern("answering.limits.measured_head")
_OPERATORS = re.compile(rf"[超过出限低高离距差了位]+|(?:超)?(?:{_LIMITS})(?:水位|线)?|水位|多少")
_PAGES = 6
_ENOUGH = 0.6


@dataclass(frozen=True, slots=True)
class _Gauge:
    """One row: what is measured, and the limit that is set for it."""

    name: str
    measured: float
    limit: float
    said: str
    said_limit: str
    proof: Proof


def over_limit(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """By how much a row is above its limit, which rows are, or whether one is; None where no such table is printed."""
    asked = _BELOW.search(query.text) or _OVER.search(query.text)
    if asked is None:
        return None
    pages = {e.page.article.id: e.page for e in sorted(pool, key=lambda e: e.rank)}
    for page in list(pages.values())[:_PAGES]:
        for relation in page.relations:
            gauges = list(_gauges(page, relation, asked["limit"] or ""))
            if gauges and _accounts(query, page, relation):
                draft = _answered(query, gauges)
                if draft is not None:
                    return draft
    return _in_words(query, pool)


_ASKS_WHETHER = load_pattern("answering.limits.asks_whether")
_WITHIN = re.compile(
    rf"控制在[^，。；]{{0,24}}(?:{_LIMITS})[^，。；]{{0,4}}(?:以内|之内|范围内|内)|(?:未|没有?|不)超(?:过|出)?[^，。；]{{0,12}}(?:{_LIMITS})"
    rf"|(?:低于|小于|少于)[^，。；]{{0,16}}(?:{_LIMITS})"
)


def _in_words(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """债务超限额没有 of 债务余额67.4亿元，控制在上级核定的71.5亿元限额以内: no, in these words."""
    if not _ASKS_WHETHER.search(query.text):
        return None
    terms = tuple(t for t in query.terms if not _OPERATORS.fullmatch(t.text) and not _LIMIT_HEAD.search(t.text))
    for evidence in pool:
        within = _WITHIN.search(evidence.text)
        if within is None or not terms:
            continue
        low = start_of(evidence.text, within.start(), "；。")
        part = evidence.clause((low, within.end()))
        share, missing, _ = coverage(terms, ((part, 1.0), (evidence.heading, 0.5)))
        if share >= _ENOUGH and not any(term.critical for term in missing):
            commas = [n for n in range(low, within.start()) if evidence.text[n] in "，,"]
            low = commas[-2] + 1 if len(commas) > 1 else low
            said = evidence.text[low : within.end()].strip("，；。 ")
            return Draft("answered", "yesno", f"没有，{said}", (evidence.proof,))
    return None


def _gauges(page: Page, relation: Relation, limit: str) -> Iterator[_Gauge]:
    limits = [n for n, header in enumerate(relation.headers) if _LIMIT_HEAD.search(header)]
    if _LIMIT_HEAD.fullmatch(limit):
        limits = [n for n in limits if limit in relation.headers[n]]
    measured = [n for n, header in enumerate(relation.headers) if _MEASURED_HEAD.search(header) and n not in limits]
    pairs = [(m, n) for m in measured for n in limits if relation.headers[m][-2:] == relation.headers[n][-2:]]
    if len(pairs) != 1:
        return
    table, (at, set_at) = relation.table, pairs[0]
    for number in relation.body:
        row = table.rows[number]
        value, top = column_value(row, at), column_value(row, set_at)
        if value is not None and top is not None:
            name = " ".join(row.cells[relation.names].text.text.split())
            proof = Proof(page.article.id, (row.span,))
            yield _Gauge(name, value, top, cell_said(table, row, at), cell_said(table, row, set_at), proof)


def _accounts(query: Query, page: Page, relation: Relation) -> bool:
    terms = tuple(t for t in query.terms if not _OPERATORS.fullmatch(t.text))
    names = "，".join(row[relation.names] for row in relation.values)
    around = relation.above + page.heading + "，".join(relation.headers)
    share, missing, _ = coverage(terms, ((names, 1.0), (around, 1.0)))
    return share >= _ENOUGH and not any(term.critical or term.weight >= 1.0 for term in missing)


def _answered(query: Query, gauges: Sequence[_Gauge]) -> Draft | None:
    named = _named(query, gauges)
    if len(named) == 1:
        return _of_one(query, named[0])
    if named or not _WHICH.search(query.text):
        return None
    above = [one for one in gauges if one.measured > one.limit]
    proofs = tuple(one.proof for one in (above or gauges))
    if not above:
        return Draft("corrected", "list", texts.NONE_ABOVE, proofs)
    return Draft("answered", "list", "、".join(one.name for one in above), proofs)


def _named(query: Query, gauges: Sequence[_Gauge]) -> list[_Gauge]:
    """The rows that the question names: whole, or by a word that only one of them has."""
    asked = plain(query.text)
    whole = [one for one in gauges if plain(one.name) in asked]
    if whole:
        return whole
    for term in query.terms:
        held = [one for one in gauges if len(term.text) > 1 and term.text in plain(one.name)]
        if len(held) == 1:
            return held
    return []


def _of_one(query: Query, one: _Gauge) -> Draft | None:
    high, low = max((one.measured, one.said), (one.limit, one.said_limit)), min(
        (one.measured, one.said), (one.limit, one.said_limit)
    )
    quantities = [next(iter(find_quantities(fold(said))), None) for _, said in (high, low)]
    if quantities[0] is None or quantities[1] is None:
        return None
    apart, detail = difference_said(quantities[0], quantities[1])
    below, over = _BELOW.search(query.text) is not None, one.measured > one.limit
    if query.kind != "yesno" and not _HOW_FAR.search(query.text):
        return None
    if query.kind != "yesno" and over != below:
        return Draft("answered", "number", apart, (one.proof,), detail=detail)
    told = texts.ABOVE if over else texts.NOT_ABOVE
    sentence = told.format(said=one.said, limit=one.said_limit, name=compact(one.name))
    if query.kind == "yesno":
        return Draft("answered", "yesno", f"{'是' if over else '没有'}，{sentence}", (one.proof,), detail=detail)
    return Draft("corrected", "number", f"{'已经超过' if over else '没有超过'}，{sentence}", (one.proof,))
