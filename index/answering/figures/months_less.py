"""What the months up to one come to where they are printed with the next one, which is printed by itself as well:
前五个月出口30亿元 and 5月当月出口7亿元 tell 23亿元 for 1至4月. And whether a figure is of other months than asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.answering.candidates import arithmetic
from index.answering.candidates.arithmetic import Amount, read_amount
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.answering.evidence.fits import links_fit
from index.answering.evidence.knowledge import Knowledge
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.scripts import compact, fold
from index.records import Fact
from index.records.answers import Kind
from index.understanding.query import Query

_SPAN = load_pattern("answering.months_less.span")  # 1至4月
_ALONE = load_pattern("answering.months_less.alone")  # 5月当月出口
_CHANGE = load_pattern("answering.months_less.change")
_KINDS = ("money", "count", "number")
_FACTS = ("money", "count", "measure")
_SAID = 0.75
_UNTIL = load_pattern("answering.months_less.until")
_FAR = 24  # code points ahead of a figure that say its month


def first_months(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The sum so far less its last month; None where either is not printed for just what is asked."""
    asked = _asked(query)
    if asked is None or query.kind not in _KINDS or _CHANGE.search(query.text):
        return None
    words = tuple(t for t in query.terms if not _SPAN.search(t.text))
    for evidence, whole, amount in _levels(query, pool, asked + 1):
        what = compact(whole.attribute)
        if not words or any(explained(t.text, what).score < _SAID for t in words if t.weight >= 0.5):
            continue
        for other, month in ((e, f) for e in pool if e.page is evidence.page for f in e.facts):
            alone = _alone(other, month)
            part = read_amount(month.value) if alone else None
            if alone is None or part is None or int(alone["n"]) != asked + 1 or alone["what"] != what:
                continue
            if arithmetic.alike(amount, part) and amount.value > part.value:
                said, detail = arithmetic.difference(amount, part)
                kind: Kind = "money" if amount.unit == "元" else "number"
                return Draft("answered", kind, said, (evidence.proof, other.proof), detail=detail, confidence=0.9)
    return None


def _asked(query: Query) -> int | None:
    """4 of 1至4月, where the question names no other months."""
    spans = _SPAN.findall(compact(query.text)) or [n for t in query.terms for n in _SPAN.findall(t.text)]
    return int(spans[0]) if len(set(spans)) == 1 else None


def _levels(query: Query, pool: Sequence[Evidence], last: int) -> Iterator[tuple[Evidence, Fact, Amount]]:
    """The figures printed for the months up to the ``last``."""
    for evidence in pool:
        for fact in evidence.facts if links_fit(query, evidence) else ():
            amount = read_amount(fact.value) if fact.kind in _FACTS and _last_month(fact) == last else None
            if amount is not None and _alone(evidence, fact) is None:
                yield evidence, fact, amount


def _alone(evidence: Evidence, fact: Fact) -> re.Match[str] | None:
    """5月当月出口 ahead of the figure, with the month and what it is of."""
    return _ALONE.search(compact(evidence.text[max(0, fact.start - _FAR) : fact.start]))


def _last_month(fact: Fact) -> int | None:
    span = _SPAN.fullmatch(compact(str(fact.period or "")))
    return int(span[1]) if span else None


def of_asked_months(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """False where 1至4月 is asked and the figure is one of 1至5月, nor does its clause say the asked months.

    Nor does what is printed 截至9月30日 tell of 截至10月底.
    """
    asked = _asked(query)
    for article, fact in draft.facts if asked is not None else ():
        last = _last_month(fact)
        text = knowledge.page(article).sentence(fact.sentence).text.text
        said = re.search(rf"(?<!\d)1[至\-—~－–～到]{asked}月", text[slice(*fact.clause)])
        if last is not None and last != asked and said is None:
            return False
    until = _UNTIL.search(query.text)
    return until is None or _of_term(until["month"], knowledge, draft)


def _of_term(month: str, knowledge: Knowledge, draft: Draft) -> bool:
    """No figure stands behind the end of another month."""
    for article, fact in draft.facts:
        text = fold(knowledge.page(article).sentence(fact.sentence).text.text)
        printed = list(_UNTIL.finditer(text, 0, fact.start))
        if printed and printed[-1]["month"] != month:
            return False
    return True
