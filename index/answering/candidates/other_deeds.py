"""A value whose clause tells of another deed, or of other members, than the words of the question that stand beside."""

from __future__ import annotations

from functools import lru_cache

from index.answering.evidence.explain import explained
from index.answering.evidence.fits import segment_of
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern, load_words
from index.language.scripts import compact
from index.language.tokens import default_tokenizer
from index.records import Fact
from index.understanding.query import Query, Term

_MARKS = "，；。,;：:"
_SAID, _UNSAID = 0.75, 0.5  # how well a word must and must not stand in a clause
_REST = load_pattern("answering.other_deeds.rest")
_LEADS = load_pattern("answering.other_deeds.leads")


def of_the_rest(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """外出务工的几户: of 216户中97户养鱼，其余外出务工 no printed number is theirs."""
    if fact.kind not in ("count", "measure", "money"):
        return False
    low, high = segment_of(evidence.text, fact.start)
    rest = _REST.search(evidence.text, fact.end, high)
    if rest is None:
        return False
    own = compact(evidence.text[low : rest.start()])
    strong = [term for term in query.terms if term.weight >= 1.0]
    return any(
        explained(term.text, compact(rest["what"])).score >= _SAID and explained(term.text, own).score < _SAID
        for term in strong
    )


def of_another_deed(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """围网拆了多少亩: of 围网已全部拆除，恢复芦苇8600亩 the value is what was restored, and no 围网."""
    if fact.kind not in ("count", "measure", "money") or evidence.sentence.role == "table":
        return False
    low, _ = segment_of(evidence.text, fact.start, _MARKS)
    label = _LEADS.sub("", evidence.text[low : fact.start])
    words = default_tokenizer().words(label)
    if len(words) < 2 or words[0].text not in _verbs():
        return False
    done, what = words[0].text, compact(label[words[0].end :])
    asked = [term for term in query.terms if _is_deed(term)]
    if len(what) < 2 or not asked or any(explained(term.text, done).score >= _UNSAID for term in asked):
        return False
    if any(explained(term.text, what).score >= _UNSAID for term in query.terms):
        return False
    before = compact(evidence.text[:low])
    nouns = [term for term in query.terms if term.weight >= 1.0 and term not in asked]
    return bool(nouns) and all(explained(term.text, before).score >= _SAID for term in (*nouns, *asked))


@lru_cache(maxsize=1)
def _verbs() -> frozenset[str]:
    lines = (*load_words("event_verbs"), *load_words("acts"))
    return frozenset(verb for line in lines for verb in line.split() if len(verb) > 1)


def _is_deed(term: Term) -> bool:
    """拆, 改造: what somebody did."""
    return term.text in _verbs() or term.text in load_words("doing_verbs")
