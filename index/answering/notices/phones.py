"""Which of several numbers to call: told by what the call is about (坏了 → 抢修, 扯皮 → 监督) and whose line it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from index.answering.evidence.about import slots_fit
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.answering.evidence.pool import Evidence
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern, load_table
from index.language.scripts import compact, fold
from index.records import Fact
from index.understanding.query import Query

_ROLES = ("paragraph", "signature", "caption", "table")
_SUPPLIES = (("水", "水"), ("电", "电"), ("气", "气"), ("暖", "热|暖"), ("粮", "粮"), ("病|医|诊", "医|诊|卫生"))
_ASKS_TO_ASK = load_pattern("answering.phones.asks_to_ask")
_STRONG, _SAID = 1.0, 0.75
_LABEL = 16  # code points in front of a number that may name the line


def by_use(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The number of the line that is there for such calls; None where the question tells no use, or none fits."""
    uses = [says for asks, says in _uses() if asks.search(query.text)]
    if query.kind != "phone" or not uses:
        return None
    best: tuple[float, Evidence, Fact] | None = None
    for evidence in pool:
        if not slots_fit(query, evidence, _ROLES):
            continue
        for fact in evidence.facts:
            fits = fact.kind == "phone" and any(says.search(_label(evidence, fact)) for says in uses)
            if fits and _of_the_asked_body(query, evidence):
                share = _about(query, evidence, compact(_label(evidence, fact) + _behind(evidence, fact)))
                if share > 0 and (best is None or share > best[0]):
                    best = share, evidence, fact
    if best is None:
        return None
    _, evidence, fact = best
    proof = evidence.proof
    said = f"{_named(evidence, fact)}{fact.value}"
    return Draft("answered", "text", said, (proof,), facts=((evidence.page.article.id, fact),))


def _of_the_asked_body(query: Query, evidence: Evidence) -> bool:
    """非遗馆的咨询电话: the line of an article that hardly speaks of what is asked is somebody else's.

    A call for help may be told in other words than the line (水管坏了: 抢修热线).
    """
    if not _ASKS_TO_ASK.search(query.text):
        return True
    named = [t.text for t in query.terms if t.weight >= _STRONG and len(t.text) > 1 and not _ASKS_TO_ASK.search(t.text)]
    around = evidence.page.whole + evidence.page.heading
    told = sum(explained(word, around).score >= _SAID for word in named)
    return 2 * told >= len(named)


@lru_cache(maxsize=1)
def _uses() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((re.compile(asks), re.compile(says)) for asks, says in load_table("phone_uses"))


def _label(evidence: Evidence, fact: Fact) -> str:
    """What names the line: its clause and the one in front."""
    text = fold(evidence.text)
    clauses = [span for span in clause_spans(text) if span[0] <= fact.start]
    low = clauses[-2][0] if len(clauses) > 1 and fact.start - clauses[-1][0] < _LABEL else clauses[-1][0]
    label = text[low : fact.start]
    return label if re.search("电话|热线|拨打", label) else text[: fact.start]  # the second of 电话: A(甲), B(乙)


def _behind(evidence: Evidence, fact: Fact) -> str:
    """Whose line it is, in brackets behind the number."""
    found = re.match(r"[（(][^）)]{2,16}[）)]", evidence.text[fact.end :])
    return found[0] if found else ""


def _named(evidence: Evidence, fact: Fact) -> str:
    """抢修热线 in front of the number, where that is printed."""
    found = re.search(r"[^\W\d打可为是]{2,4}(?:电话|热线)(?=[：:]?$)", evidence.text[: fact.start])
    return found[0] if found else ""


def _about(query: Query, evidence: Evidence, label: str) -> float:
    """How much of the question the sentence and the article account for; 0 for the line of another supply."""
    around = evidence.page.whole + evidence.page.heading
    for asks, says in _SUPPLIES:
        if re.search(asks, query.text.replace("电话", "")) and not re.search(says, around):
            return 0.0
    strong = [t for t in query.terms if t.weight >= 0.5]
    near = evidence.own + evidence.before + evidence.heading
    got = sum(explained(t.text, near).score + 0.4 * explained(t.text, around).score for t in strong)
    got += sum(0.5 * explained(t.text, label).score for t in strong)
    shared = any(t.text[0] in evidence.heading for t in strong)
    return (got + 0.2 * shared) / (len(strong) or 1) - 0.002 * evidence.rank
