"""Who held a gathering, whom it invited and who took part, where the text names bodies or groups and no persons.

团拜会是谁举行的: 甲区委、区政府 of 甲区委、区政府举行团拜会; 邀请了谁: 各界代表; 谁参加了: all behind 参加团拜会的有.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.answering.evidence.about import aboutness, slots_fit
from index.answering.evidence.circumstances import without
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.scripts import compact, fold
from index.records.answers import Kind
from index.understanding.query import Query, Term

_ROLES: tuple[tuple[Kind, re.Pattern[str], re.Pattern[str]], ...] = (
    ("organisation", load_pattern("answering.gatherings.asks_held"), load_pattern("answering.gatherings.says_held")),
    ("list", load_pattern("answering.gatherings.asks_invited"), load_pattern("answering.gatherings.says_invited")),
    ("list", load_pattern("answering.gatherings.asks_present"), load_pattern("answering.gatherings.says_present")),
)
_BODY = load_pattern("answering.gatherings.body")
_LEADS = load_pattern("answering.gatherings.leads")
_EVENT = load_pattern("answering.gatherings.event")
_BRACKETS = re.compile(r"[（(][^（()）]*[）)]")
_ENOUGH, _SAID = 0.6, 0.75
_LONGEST = 380


def of_gathering(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """What is printed in the asked role of the asked gathering; None where no sentence about it tells that."""
    for kind, asks, says in _ROLES:
        asked = asks.search(query.text)
        if asked is None:
            continue
        spans = [asked.span(name) for name, words in asked.groupdict().items() if words]
        terms = tuple(term for term in without(query.terms, tuple(spans)) if term.weight > 0)
        found = sorted(_told(query, says, terms, pool, kind == "organisation"), key=lambda one: -one[0])
        if found:
            _, said, evidence = found[0]
            return Draft("answered", kind, said, (evidence.proof,))
    return None


def _told(
    query: Query, says: re.Pattern[str], terms: tuple[Term, ...], pool: Sequence[Evidence], held: bool
) -> Iterator[tuple[float, str, Evidence]]:
    """(how good, the words, where) for all sentences that print the role."""
    event = next((term.text for term in reversed(terms) if _EVENT.search(term.text)), "")
    if not terms or (held and not event):
        return
    for evidence in pool:
        if not slots_fit(query, evidence):
            continue
        for match in says.finditer(evidence.text):
            words = next(words for name, words in match.groupdict().items() if words and name != "event")
            said = _LEADS.sub("", words).strip("，。；：、,;: ")
            if not 2 <= len(said) <= _LONGEST or (held and not _BODY.search(said)):
                continue
            if _names_persons(said, evidence) or compact(said) in compact(fold(query.text)):
                continue
            behind = compact(_BRACKETS.sub("", match.groupdict().get("event") or ""))
            if behind and event and explained(event, behind).score < _SAID:
                continue
            share = aboutness(query, terms, evidence, match.span())
            if share >= _ENOUGH:
                yield share - 0.002 * evidence.rank, said, evidence


def _names_persons(said: str, evidence: Evidence) -> bool:
    """区长甲某参加: persons are told with their offices elsewhere."""
    return any(one.name in said for one in evidence.page.says.people if one.sentence == evidence.number)
