"""What the page prints of an asked word stands elsewhere: 大麦收购价 where 大麦 is sown, and 小麦 has the price."""

from __future__ import annotations

import re
from itertools import takewhile

from index.answering.candidates.values import Candidate
from index.answering.evidence.carried import held
from index.answering.evidence.explain import PART, explained
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern, load_words
from index.language.scripts import compact
from index.language.tokens import default_tokenizer
from index.understanding.query import Query
from index.understanding.terms import is_weak

_SORT = re.compile(r"[\u4e00-\u9fff]{2,3}")
_TIME = load_pattern("answering.printed_elsewhere.time")
_FIGURES = ("money", "count", "measure", "percent", "points", "rank")
_NAMES = 1.0  # weight of a word that names something


def told_elsewhere(query: Query, candidate: Candidate) -> bool:
    """The article prints the asked word, but neither where the figure stands nor around it."""
    evidence = candidate.evidence
    if candidate.fact.kind not in _FIGURES or evidence.sentence.role != "paragraph":
        return False
    around = "，".join((evidence.own, *_so_far(evidence), evidence.heading, *held(query, evidence)))
    printed = compact(evidence.page.article.text)
    named = [term.text for term in query.terms if term.weight >= _NAMES and compact(term.text) in printed]
    if any(_gives_way(one, query, evidence.own) for one in named):
        return True
    return any(
        term.weight >= _NAMES
        and len(term.text) > 1
        and not re.search(r"\d", term.text)
        and not is_weak(term.text)
        and not _TIME.search(term.text)
        and compact(term.text) in printed
        and explained(term.text, around).score < PART
        for term in query.terms
    )


def _so_far(evidence: Evidence) -> list[str]:
    """The sentences of the paragraph up to this one."""
    page, sentence = evidence.page, evidence.sentence
    numbers = range(evidence.number - 1, -1, -1)
    return [page.compact[n] for n in takewhile(lambda n: page.sentence(n).paragraph == sentence.paragraph, numbers)]


def _gives_way(asked: str, query: Query, own: str) -> bool:
    """小麦 has taken the place of 大麦, which only a sentence before speaks of."""
    if not _SORT.fullmatch(asked) or asked[-1] not in load_words("goods") or explained(asked, own).score >= PART:
        return False
    words = (word.text for word in default_tokenizer().words(own))
    return any(len(word) > 1 and word[-1] == asked[-1] and word not in query.text for word in words)
