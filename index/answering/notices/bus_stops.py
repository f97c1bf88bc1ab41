"""3路还停甲小区吗: whether a bus calls at a stop, by what is said of just that stop: 取消“甲小区”站, 增设乙路口站."""

from __future__ import annotations

from collections.abc import Sequence

from index.answering.evidence import texts
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.answering.evidence.fits import links_fit
from index.answering.evidence.pool import Evidence
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.understanding.query import Query

_ASKS = load_pattern("answering.bus_stops.asks")
_DROPPED, _ADDED = load_pattern("answering.bus_stops.dropped"), load_pattern("answering.bus_stops.added")
_BUS = load_pattern("answering.bus_stops.bus")
_LINE = load_pattern("answering.bus_stops.line")
_ENOUGH = 0.75


def calls_at(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """停 or 不停 with the clause that says so; None where no clause names the stop as dropped or added."""
    asked = _ASKS.search(query.text)
    if asked is None or query.kind != "yesno":
        return None
    stop = compact(asked["stop"]).removesuffix("站")
    lines = [t.text for t in query.terms if _LINE.fullmatch(t.text)]
    for evidence in pool if lines or _BUS.search(query.text) else ():
        near = evidence.own + evidence.before + evidence.heading
        if not links_fit(query, evidence) or any(explained(line, near).score < _ENOUGH for line in lines):
            continue
        if _DROPPED.search(evidence.text) and stop not in evidence.page.whole + evidence.heading:
            answer = texts.NO_ATTRIBUTE_PLAIN.format(what=f"“{stop}”站")
            return Draft("not_found", "yesno", answer, reason="attribute")
        for low, high in clause_spans(evidence.text):
            said = evidence.text[low:high].strip("，；。 ")
            if stop not in compact(said) or bool(_DROPPED.search(said)) == bool(_ADDED.search(said)):
                continue
            word = "不停" if _DROPPED.search(said) else "停"
            return Draft("answered", "yesno", f"{word}，{said}", (evidence.proof,))
    return None
