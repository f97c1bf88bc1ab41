"""9.5亿那个是什么项目, 540万改的是哪家, 谁家得了97.4分: a printed figure is given, what it is told of is asked for.

The figure's own item or clause names it; where that has but an attribute (投资9.5亿元), the clause in front of it, and
where the whole part has none, the label of the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.answering.evidence.about import slots_fit
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage
from index.answering.evidence.fits import segment_of
from index.answering.evidence.knowledge import Knowledge
from index.answering.evidence.labels import item_start
from index.answering.evidence.owners import parts_of
from index.answering.evidence.pool import Evidence
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern
from index.language.marks import end_of, start_of
from index.language.numerals import Quantity, find_quantities, is_same
from index.language.scripts import fold
from index.records import Span
from index.understanding.query import Query, Term

_BEHIND, _FRONT = load_pattern("answering.figure_bearers.behind"), load_pattern("answering.figure_bearers.front")
_NO_FIGURE = load_pattern("answering.figure_bearers.no_figure")
_ANY_SORT = load_pattern("answering.figure_bearers.any_sort")
_ATTRIBUTE = load_pattern("answering.figure_bearers.attribute")
_HEADLESS = load_pattern("answering.figure_bearers.headless")
_LABEL = load_pattern("answering.figure_bearers.label")
_LEADS = load_pattern("answering.figure_bearers.leads")
_ENOUGH = 0.6  # share of the other words that the sentence and what is around it account for
_NAMES = 0.5  # weight from which a word names something
_CLEAR = 0.15  # how much better than another place the one that is told has to be accounted for
_LONGEST = 70  # code points of an answer that is one stretch of the text
_MONEY = {"块": "元", "块钱": "元"}
_STRIP = "，；。：、,;: 　"


@dataclass(frozen=True, slots=True)
class _Asked:
    """The figure, what its bearer is called by the question (镇; "" for whatever it is), and the words of the rest."""

    value: float
    unit: str
    sort: str
    words: tuple[Term, ...]


def bearer(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """What the asked figure is told of, with the figure; None where several have it, or none of the asked sort has."""
    asked = _asked(query)
    found: list[tuple[float, str, Evidence]] = []
    for evidence in pool if asked is not None else ():
        if asked is None or evidence.sentence.role == "table" or not slots_fit(query, evidence):
            continue
        share, missing, _ = coverage(asked.words, evidence.regions)
        if share < _ENOUGH or any(term.critical for term in missing):
            continue
        found += [(share, said, evidence) for said in _bearers(asked, evidence)]
    found.sort(key=lambda one: -one[0])
    others = {said for share, said, _ in found if found[0][0] - share < _CLEAR}
    if len(others) != 1:
        return None
    return Draft("answered", "text", found[0][1], (found[0][2].proof,), confidence=0.9, held=True)


def tells_figure(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """False where a sentence is quoted for 9600万是哪个医院的 that prints no such figure."""
    asked = _asked(query) if draft.status == "answered" else None
    if asked is None:
        return True
    quoted = [one for p in draft.proofs for one in knowledge.page(p.article).within(p.spans)]
    in_table = any(one.role == "table" for one in quoted)  # the unit may stand in the header
    return in_table or any(_alike(said, asked) for one in quoted for said in find_quantities(fold(one.text.text)))


def _asked(query: Query) -> _Asked | None:
    match = _BEHIND.search(query.text) or _FRONT.search(query.text)
    figures = {(one.value, one.unit) for one in find_quantities(query.text)} or set(query.figures) if match else set()
    if match is None or len(figures) != 1 or _NO_FIGURE.search(query.text):
        return None
    value, unit = figures.pop()
    words = tuple(
        t for t in query.terms
        if t.weight >= _NAMES and not re.search(r"\d", t.text)
        and not match.start("sort") <= t.start < match.end("sort")
    )  # fmt: skip
    return _Asked(value, unit, match["sort"] or "", words)


def _bearers(asked: _Asked, evidence: Evidence) -> Iterator[str]:
    """Each stretch of the sentence that names what the figure is told of."""
    text = fold(evidence.text)
    for one in find_quantities(text):
        said = _stretch(evidence, one) if _alike(one, asked) else ""
        if said and _of_sort(asked.sort, said):
            yield said


def _alike(one: Quantity, asked: _Asked) -> bool:
    units = {_MONEY.get(unit, unit) for unit in (one.unit, asked.unit) if unit}
    return is_same(asked.value, one.value) and len(units) < 2


def _of_sort(sort: str, said: str) -> bool:
    """哪个镇 asks for a 镇; 哪家, 什么项目 for whatever it is."""
    return not sort or _ANY_SORT.match(sort) is not None or sort[0] in said


def _stretch(evidence: Evidence, one: Quantity) -> str:
    """The item or the clauses from the name up to the figure, as printed; "" where no name stands in front of it."""
    text = fold(evidence.text)
    low, high = item_start(text, one.start), _end(text, one.end)
    if text[low - 1 : low] == "、" and not re.search(r"\d", text[item_start(text, low - 1) : low]):
        low = item_start(text, text.rfind("，", 0, low) + 1)
    if _is_name(text[low : one.start]):
        return _said(evidence, (low, low), high)
    start, _ = segment_of(text, one.start)
    part = next((p for p in parts_of(text) if p.start <= one.start < p.end), None)
    start = max(start, part.start if part else start)
    clauses = [span for span in clause_spans(text) if start <= span[0] < one.start]
    for span in reversed(clauses[:-1] if clauses and clauses[-1][1] > one.start else clauses):
        if _is_name(re.split(r"\d", text[slice(*span)].strip(_STRIP), maxsplit=1)[0]):
            return _said(evidence, span, high)
    return _below_label(evidence, high)


def _end(text: str, at: int) -> int:
    """Where the item of a figure ends, its closing bracket with it."""
    return end_of(text, at, "，,；;。、")


def _is_name(words: str) -> bool:
    """The words in front of a figure name something, and are no mere attribute (投资) nor refer back (该厂)."""
    said = _LEADS.sub("", words).strip("“”（() 　")
    return len(said) > 1 and not _ATTRIBUTE.fullmatch(said) and not _HEADLESS.match(said)


def _said(evidence: Evidence, first: Span, high: int) -> str:
    """From the clause with the name to the figure; where that is long, just these two."""
    text = evidence.text
    if high - first[0] <= _LONGEST or first[0] == first[1]:
        return _LEADS.sub("", text[first[0] : high]).strip(_STRIP)
    name = _LEADS.sub("", text[slice(*first)]).strip(_STRIP)
    low = start_of(text, high - 1, "，；。：,;")
    return f"{name}，{text[low:high].strip(_STRIP)}"


def _below_label(evidence: Evidence, high: int) -> str:
    """The label of the paragraph with the clause of the figure: ●某校：…。…招16个班."""
    page, number = evidence.page, evidence.number
    label = _LABEL.match(page.sentence(page.heads[number]).text.text)
    if label is None:
        return ""
    low = start_of(evidence.text, high - 1, "，；。：,;")
    return f"{label['label']}：{evidence.text[low:high].strip(_STRIP)}"
