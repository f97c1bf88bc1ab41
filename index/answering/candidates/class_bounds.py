"""Amounts of something else than is asked: the bound of a class (50万元以下的村), what comes in for what is spent."""

from __future__ import annotations

from index.answering.candidates.values import Candidate
from index.answering.evidence.fits import segment_of
from index.language.lexicon import load_pattern
from index.understanding.query import Query

_BOUND = load_pattern("answering.class_bounds.bound")
_ASKS_BOUND = load_pattern("answering.class_bounds.asks_bound")
_ASKS_SPENT = load_pattern("answering.class_bounds.asks_spent")
_INCOME = load_pattern("answering.class_bounds.income")
_SPENT = load_pattern("answering.class_bounds.spent")
_ASKS_LACK = load_pattern("answering.class_bounds.asks_lack")
_LACK = load_pattern("answering.class_bounds.lack")
_MEASURED = ("money", "count", "measure", "percent")
_CLAUSE = "，,；;。、"


def of_a_class(query: Query, candidate: Candidate) -> bool:
    """农民一年收入多少: 50万元以下的“薄弱村” tells where a class of villages ends, and no income."""
    fact = candidate.fact
    if fact.kind not in _MEASURED or _ASKS_BOUND.search(query.text):
        return False
    return _BOUND.match(candidate.evidence.text, fact.start) is not None


def of_income(query: Query, candidate: Candidate) -> bool:
    """基金花了多少: of 收入43亿元，支出39亿元 the second; 可支配收入3万元 is nothing that is spent."""
    fact, text = candidate.fact, candidate.evidence.text
    if fact.kind != "money" or not _ASKS_SPENT.search(query.text) or _INCOME.search(query.text):
        return False
    own = text[segment_of(text, fact.start, _CLAUSE)[0] : fact.start]
    return bool(_INCOME.search(own)) and not _SPENT.search(own)


def of_what_is_there(query: Query, candidate: Candidate) -> bool:
    """缺多少人: of 用工2.8万人，缺工1800人 the second."""
    fact, text = candidate.fact, candidate.evidence.text
    if fact.kind not in _MEASURED or not _ASKS_LACK.search(query.text):
        return False
    return not _LACK.search(text[segment_of(text, fact.start, _CLAUSE)[0] : segment_of(text, fact.end, _CLAUSE)[1]])


OF_OTHER_AMOUNTS = (of_a_class, of_income, of_what_is_there)
