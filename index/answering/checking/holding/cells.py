"""Claims about the cell of a table: the row that the claim names, under the column that it names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from index.answering.checking.holding.binding import Bound, accounted
from index.answering.checking.reading.pieces import Piece
from index.answering.checking.reading.said_values import Value, comparable, same, values_in, year_of
from index.answering.checking.reading.terms import terms_of
from index.answering.checking.reading.wordings import Word
from index.answering.evidence.explain import explained
from index.answering.evidence.pool import Evidence
from index.answering.evidence.relation import BRACKET, Relation, plain
from index.answering.evidence.year_columns import is_time, is_year
from index.language.lexicon import load_pattern
from index.language.scripts import compact, fold
from index.understanding.terms import content_terms

_NUMBER = re.compile(r"[-+]?\d[\d,]*(?:\.\d+)?")
_RISES = load_pattern("answering.cells.rises")
_NAMED = 0.8  # how well the words near the value have to account for the name of a column
_SHORTEST = 2  # letters of a cell that names a row
_SURE = 1.0


def in_cell(value: Value, piece: Piece, words: Sequence[Word], pool: Sequence[Evidence]) -> Bound | None:
    """What a table prints where the claim's row and column meet; None where none meet or several do.

    Args:
        value: of the claim. words: that have to be accounted for. pool: sentences near it, rows of tables among them.
    """
    text = fold(piece.text)
    if terms_of(text, value, None).compared:
        return None
    found = [one for one in _cells(value, piece, pool) if accounted(words, one.evidence, wholly=False)]
    if len({(one.said.number, one.said.sort) for one in found if one.said is not None}) != 1:
        return None
    return found[0]


def _cells(value: Value, piece: Piece, pool: Sequence[Evidence]) -> Iterator[Bound]:
    whole = plain(piece.whole)
    named: dict[int, frozenset[int]] = {}
    near, subject = compact(_near(fold(piece.text), value)), compact(fold(piece.subject))
    for evidence in pool:
        if evidence.sentence.role != "table":
            continue
        year = year_of(evidence.page.article)
        for relation in evidence.page.relations:
            row = _row(relation, evidence)
            if id(relation) not in named:
                named[id(relation)] = _named(relation, whole)
            if row is None or row not in named[id(relation)]:
                continue
            cells = {column: _printed(relation, row, column, year) for column in range(len(relation.headers))}
            alike = {column: cell for column, cell in cells.items() if cell is not None and comparable(value, cell)}
            columns = _columns(relation, alike, near) or _columns(relation, alike, f"{subject}，{near}")
            for printed in (alike[column] for column in columns):
                yield Bound(same(value, printed, year), _SURE, evidence, printed, margin=_SURE)


def _near(text: str, value: Value) -> str:
    """The words of the claim that tell of its value: from the value before it to the next one."""
    others = [one for one in values_in(text) if one.is_figure and one != value]
    low = max((one.end for one in others if one.end <= value.start), default=0)
    high = min((one.start for one in others if one.start >= value.end), default=len(text))
    return text[low : value.start] + "，" + text[value.end : high]


def _row(relation: Relation, evidence: Evidence) -> int | None:
    """The row of the table that the sentence is."""
    spans = evidence.sentence.text.spans()
    low, high = spans[0][0], spans[-1][1]
    rows = enumerate(relation.table.rows)
    return next((at for at, row in rows if row.span[0] <= low < row.span[1] and row.span[0] < high), None)


def _named(relation: Relation, whole: str) -> frozenset[int]:
    """The rows whose name stands in the claim, the longest name first: 实验小学 is no 小学."""
    names = {
        cell: relation.holders[column, cell]
        for column, cell in relation.holders
        if column == relation.names and len(cell) >= _SHORTEST and _stands(cell, whole)
    }
    longest = max(map(len, names), default=0)
    rows = [rows for cell, rows in names.items() if len(cell) == longest]
    return rows[0] if len(rows) == 1 else frozenset()


def _stands(cell: str, whole: str) -> bool:
    bare = BRACKET.sub("", cell)
    return cell in whole or (len(bare) >= _SHORTEST and bare in whole)


def _columns(relation: Relation, among: Iterable[int], near: str) -> list[int]:
    """Those of some columns that the words near the value name best; years and times are no names."""
    headers = {column: relation.headers[column] for column in among}
    scores = {
        column: _covered(header, near)
        for column, header in headers.items()
        if header and not is_year(header) and not is_time(header)
    }
    best = max(scores.values(), default=0.0)
    return [column for column, score in scores.items() if score == best >= _NAMED]


def _covered(header: str, near: str) -> float:
    """How well some words account for the name of a column: for all of it, or for each of its words."""
    parts = [(term.weight, explained(term.text, near).score) for term in content_terms(header, ())]
    total = sum(weight for weight, _ in parts)
    mean = sum(weight * score for weight, score in parts) / total if total else 0.0
    return max(explained(header, near).score, mean)


def _printed(relation: Relation, row: int, column: int, year: int | None) -> Value | None:
    """The value of a cell, with the unit of its column or of the caption."""
    cells = relation.table.rows[row].cells
    text = fold(cells[column].text.text).strip() if column < len(cells) else ""
    inside = values_in(text, year)
    if inside:
        return _directed(inside[0], relation.headers[column]) if len(inside) == 1 else None
    if not _NUMBER.fullmatch(text):
        return None
    for unit in (*BRACKET.findall(fold(relation.table.header[column])), relation.table.unit or ""):
        found = values_in(text.replace(",", "") + unit, year)
        if unit and len(found) == 1:
            return _directed(found[0], relation.headers[column])
    return None


def _directed(value: Value, header: str) -> Value:
    """Under 同比增长 21.3 is a rise."""
    if value.sort != "percent" or value.sign or not _RISES.search(header):
        return value
    return replace(value, sign=1)
