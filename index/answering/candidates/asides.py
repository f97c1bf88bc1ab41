"""Values that a sentence only tells beside what is asked: of the extreme case, as of a day, of a thing of its own."""

from __future__ import annotations

import re

from index.answering.evidence.explain import explained
from index.answering.evidence.fits import segment_of
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.records import Fact
from index.understanding.query import Query

_AMOUNTS = ("money", "count", "measure", "percent", "number", "bare")
_EXTREME = load_pattern("answering.asides.extreme")
_ASKS_EXTREME = load_pattern("answering.asides.asks_extreme")
_AS_OF = load_pattern("answering.asides.as_of")
_ASKS_AS_OF = load_pattern("answering.asides.asks_as_of")
_OWN_NOUN = load_pattern("answering.asides.own_noun")
_MARKED = load_pattern("answering.asides.marked")
_IN_BRACKETS = load_pattern("answering.asides.in_brackets")
_CLAUSE_ENDS = "，、；。,;"
_TOLD = 0.5


def of_an_aside(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """True where the value is told of the extreme case, as of a day, or of another thing than the counted one."""
    return (
        _of_the_extreme(query, evidence, fact)
        or _is_as_of(query, evidence, fact)
        or _of_another_thing(query, evidence, fact)
        or _told_by_kind_in_brackets(query, evidence, fact)
    )


def _of_the_extreme(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """下了多少雪: of 平均6.3毫米，最大出现在某乡，为11.8毫米 the second is told of that place alone."""
    if fact.kind not in _AMOUNTS or _ASKS_EXTREME.search(query.text):
        return False
    text = evidence.text
    cue = _EXTREME.search(text, segment_of(text, fact.start, "；;。")[0], fact.start)
    if cue is None or sum(sign in _CLAUSE_ENDS for sign in text[cue.end() : fact.start]) > 1:
        return False
    said = compact(text[cue.start() : fact.start])
    if any(t.weight >= 1.0 and explained(t.text, said).score >= _TOLD for t in query.terms if t.text not in cue[0]):
        return False  # what is asked stands in that clause
    return any(
        one.kind == fact.kind and one.unit == fact.unit and one is not fact and one.start < cue.start()
        for one in evidence.facts
    )


def _is_as_of(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """何时开通: of 截至17日中午，国道恢复通行 the day is that up to which something is known."""
    if fact.kind != "date" or _ASKS_AS_OF.search(query.text):
        return False
    return _AS_OF.search(evidence.text, 0, fact.start) is not None


def _of_another_thing(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """停机坪有几个: of 直线加速器1台，停机坪同步投用 the number counts what stands right in front of it."""
    if fact.kind != "count" or query.kind not in ("count", "number") or not query.head:
        return False
    text = evidence.text
    if not _MARKED.match(text, fact.end):
        return False
    own = _OWN_NOUN.fullmatch(text[segment_of(text, fact.start, _CLAUSE_ENDS)[0] : fact.start])
    if own is None or any(explained(t.text, own[0]).score >= _TOLD for t in query.terms if t.weight >= _TOLD):
        return False
    behind = compact(text[fact.end :])
    return query.head in behind and query.head not in compact(text[: fact.end]) + evidence.before + evidence.heading


def _told_by_kind_in_brackets(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """甲集团工程类招几人: of 甲集团25人（工程类12人、财务类5人），乙集团17人 neither 25人 nor 17人 counts 工程类."""
    if fact.kind not in ("count", "money", "measure") or not fact.unit:
        return False
    text = evidence.text
    own = text[segment_of(text, fact.start, _CLAUSE_ENDS + "（(")[0] : fact.end]
    for brackets in _IN_BRACKETS.finditer(text):
        if brackets.start() < fact.start < brackets.end():
            continue
        kinds = re.findall(rf"([\u4e00-\u9fff]{{2,6}})\d[\d.]*[余多]?{re.escape(fact.unit)}", brackets[0])
        if any(kind in query.text and kind not in own for kind in kinds):
            return True
    return False
