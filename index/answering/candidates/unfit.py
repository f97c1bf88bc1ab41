"""Values that stand where a question leads and are still not the asked ones: what speaks against each by itself."""

from __future__ import annotations

import re

from index.answering.evidence.explain import explained
from index.answering.evidence.pool import Evidence
from index.extraction.words.people import name_span
from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.records import Fact
from index.understanding.query import Query

_ENDS = "，；。,;"
_SAID = 0.9
_LEVELS = ("money", "count", "measure", "percent", "number", "bare")
_APART = load_pattern("answering.unfit.apart")
_ASKS_APART = load_pattern("answering.unfit.asks_apart")
_MONEY_ASKED = load_pattern("answering.unfit.money_asked")
_BY_THEN = load_pattern("answering.unfit.by_then")
_NEGATED = load_pattern("answering.unfit.negated")
_SPEAKS = load_pattern("answering.unfit.speaks")
_ASKS_SPEECH = load_pattern("answering.unfit.asks_speech")


def unfit(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """True where the value is told of something else than what is asked."""
    return (
        _is_an_excess(query, evidence, fact)
        or _is_no_money(query, fact)
        or _is_not_by_then(query, evidence, fact)
        or _of_what_is_not_done(query, evidence, fact)
        or _only_speaks(query, evidence, fact)
    )


def _clause_start(text: str, at: int) -> int:
    return max(text.rfind(mark, 0, at) for mark in _ENDS) + 1


def _is_an_excess(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """警戒水位多少米: 峰值27.86米，超警戒水位0.86米 tells how much more it was, and the level that was reached."""
    if fact.kind not in _LEVELS or not query.head or _ASKS_APART.search(query.text):
        return False
    name, said = compact(query.head), compact(evidence.text)
    spots = [match.start() for match in re.finditer(re.escape(name), said)] if len(name) > 1 else []
    return bool(spots) and all(_APART.search(said[:at]) for at in spots)


def _is_no_money(query: Query, fact: Fact) -> bool:
    """多挣多少钱: 5.6% is no money."""
    return fact.kind in ("percent", "points") and bool(_MONEY_ASKED.search(query.text))


def _is_not_by_then(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """到年底要多少: of 已有4300个，年底要达到7000个 the value of the clause with 年底."""
    asked = _BY_THEN.search(query.text)
    if asked is None or fact.kind not in _LEVELS or asked[0] not in evidence.text:
        return False
    text = evidence.text
    low = _clause_start(text, fact.start)
    ends = [at for mark in _ENDS if (at := text.find(mark, fact.end)) >= 0]
    if asked[0] in text[low : min(ends, default=len(text))]:
        return False
    spot = text.find(asked[0])
    there = _clause_start(text, spot)
    stop = min((at for mark in _ENDS if (at := text.find(mark, spot)) >= 0), default=len(text))
    return any(there <= one.start < stop and one.kind == fact.kind for one in evidence.facts)


def _of_what_is_not_done(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """要参加摇号的多少户: 41户…，不参加摇号 tells of the others."""
    if fact.kind not in ("count", "measure", "money") or _NEGATED.search(query.text):
        return False
    text = evidence.text
    low = max(text.rfind(mark, 0, fact.start) for mark in "；。;") + 1
    stop = min((at for mark in "；。;" if (at := text.find(mark, fact.end)) >= 0), default=len(text))
    said = compact(text[low:stop])
    for term in query.terms:
        if len(term.text) > 1 and term.weight >= 1.0 and re.search(rf"[不未]{re.escape(term.text)}", said):
            return not re.search(rf"(?<![不未]){re.escape(term.text)}", said)
    return False


def _only_speaks(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """用电归谁接: of 某某现场拍板：…临时用电由区供电公司接通 the one who says so is not meant."""
    if fact.kind != "person" or _ASKS_SPEECH.search(query.text):
        return False
    span = name_span(fact.value, evidence.text)
    if span is None or not _SPEAKS.match(evidence.text, span[1]):
        return False
    spoken = compact(evidence.text[span[1] :])
    about = [t for t in query.terms if len(t.text) > 1 and t.weight >= 1.0]
    return bool(about) and all(explained(t.text, spoken).score >= _SAID for t in about)
