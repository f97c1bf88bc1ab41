"""What a deed is done to, where a clause lists it: 主要改什么 of 重点改造管网、外墙和停车设施."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage
from index.answering.evidence.fits import links_fit, period_fits, year_fits
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern, load_words
from index.language.tokens import default_tokenizer
from index.understanding.query import Query, Term

_ASKS = load_pattern("answering.objects.asks")
_LISTED = load_pattern("answering.objects.listed")  # a list, no number of things
_LEAD = load_pattern("answering.objects.lead").pattern
_CONTENT = load_pattern("answering.objects.content").pattern
_ENOUGH = 0.66  # share of the words beside the deed that must be told


def objects_of(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The list behind the asked verb in a sentence about the asked thing; None where no clause has one."""
    asked = _ASKS.search(query.text) if query.kind in ("text", "list") else None
    if asked is None or query.projects or asked["verb"][0] not in load_words("doing_verbs"):
        return None
    verb = asked["verb"]
    says = re.compile(
        rf"(?:^|[，,。；;：:])(?:{_LEAD}){verb}(?P<x>(?!{_CONTENT})[^，。；;]{{3,60}})"
        rf"|{verb}[\u4e00-\u9fff]?(?:{_CONTENT})(?P<y>[^。；;]{{3,80}})"
    )
    terms = tuple(term for term in query.terms if term.end <= asked.start() and term.weight >= 0.5)
    found = list(_found(query, verb, terms, says, pool)) if terms else []
    if not found:
        return None
    share, said, evidence = max(found, key=lambda one: one[0])
    return Draft("answered", "text", said, (evidence.proof,), confidence=round(min(share, 1.0), 3))


def _behind(verb: str, rest: str) -> str:
    """管网 of 改造管网 for 改: what follows the printed word that begins with the asked verb."""
    first = default_tokenizer().words(verb + rest[:_PEEK])[0].text
    return rest[len(first) - len(verb) :] if first.startswith(verb) and len(first) <= _WORD else rest


_PEEK, _WORD = 3, 2  # letters that are looked at; of a verb


def _found(
    query: Query, verb: str, terms: tuple[Term, ...], says: re.Pattern[str], pool: Sequence[Evidence]
) -> Iterator[tuple[float, str, Evidence]]:
    for evidence in pool:
        if not (links_fit(query, evidence) and period_fits(query, evidence) and year_fits(query, evidence)):
            continue
        for match in says.finditer(evidence.text):
            said = (_behind(verb, match["x"]) if match["x"] else match["y"]).strip("：:，, ")
            if not _LISTED.search(said):
                continue
            share, missing, _ = coverage(terms, evidence.regions)
            if terms and (share < _ENOUGH or any(term.critical for term in missing)):
                continue
            yield share - 0.002 * evidence.rank, said, evidence
