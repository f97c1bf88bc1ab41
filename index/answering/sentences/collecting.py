"""Lists that no sentence prints as one: the places, people or firms that several sentences name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage
from index.answering.evidence.fits import slots_agree
from index.answering.evidence.pool import Evidence
from index.extraction.words.people import office_pattern
from index.language.lexicon import load_pattern, load_words
from index.understanding.kinds import asked_count
from index.understanding.query import Query

_NOUNS = (
    (
        "place",
        re.compile(
            r"地方|小区|社区|街道|地点|哪(?:几|两|三|些)?(?:个)?(?:镇|村|路(?!公交|车)|家|户人家)|去了|走访了|到了"
        ),
    ),
    ("person", re.compile(r"谁|哪些人|哪几个人|哪几位|领导|几位|都有谁")),
)
_TOP = load_pattern("answering.collecting.top")  # a printed ranking
_ENOUGH = 0.6


def collect(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The values of the asked sort in every sentence that accounts for the question, in the order of the text."""
    if query.kind not in ("list", "person"):
        return None
    kind = next((name for name, pattern in _NOUNS if pattern.search(query.text)), None)
    if kind is None:
        return None
    offices = list(office_pattern().finditer(query.text))
    title = offices[-1][0] if offices else ""
    found: dict[str, Evidence] = {}
    for evidence in sorted(pool, key=lambda e: (e.page.article.id, e.number)):
        if not slots_agree(query, evidence):
            continue
        share, missing, _ = coverage(query.terms, ((evidence.own, 1.0), (evidence.before, 0.5)))
        if share < _ENOUGH or any(term.critical for term in missing):
            continue
        for fact in evidence.facts:
            if kind == "person" and title and not _holds(evidence, fact.value, title):
                continue  # 副县长有哪几位: a 院长 of the same sentence is none
            if fact.kind == kind and not (kind == "place" and fact.value in query.text):
                found.setdefault(fact.value, evidence)
    wanted = asked_count(query.text)
    if len(found) < 2 or (wanted is not None and len(found) != wanted):
        return None
    proofs = tuple(dict.fromkeys(e.proof for e in found.values()))
    return Draft("answered", "list", "、".join(found), proofs)


def _holds(evidence: Evidence, name: str, title: str) -> bool:
    """The page gives the name an office that ends with the asked one; so it may where it gives the name none."""
    held = [one.office for one in evidence.page.says.people if one.name == name]
    return not held or any((office or "").endswith(title) for office in held)


def asks_places(query: Query) -> bool:
    """True where the list asked for is of places or people."""
    return not _TOP.search(query.text) and any(pattern.search(query.text) for _, pattern in _NOUNS)


def are_places(answer: str) -> bool:
    """True where most items of a printed list end as places do."""
    items = answer.rstrip("等").split("、")
    endings = tuple(load_words("place_suffixes"))
    return sum(item.endswith(endings) for item in items) * 2 > len(items)
