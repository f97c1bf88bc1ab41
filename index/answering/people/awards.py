"""Contests: who won an award, and what somebody won."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.answering.evidence.about import aboutness, slots_fit
from index.answering.evidence.circumstances import without
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage
from index.answering.evidence.fits import of_a_group, speaks_of_asked
from index.answering.evidence.pool import Evidence
from index.answering.evidence.texts import NO_WINNER
from index.extraction.words.awards import WINNER, award_pattern, tiers
from index.language.lexicon import load_pattern
from index.language.scripts import compact, fold
from index.records import Fact
from index.understanding.query import Query, Term

_WHO = load_pattern("answering.awards.who")
_WHAT = load_pattern("answering.awards.what")
_OTHER = load_pattern("answering.awards.other")
_OTHER_TIME = load_pattern("answering.awards.other_time")
_AWARD = load_pattern("answering.awards.award")
_ASKED_GROUP = load_pattern("answering.awards.asked_group")
_PRINTED_GROUP = load_pattern("answering.awards.printed_group")
_PRONOUN = load_pattern("answering.awards.pronoun")  # 他三次获得金奖 names nobody
_VACANT = load_pattern("answering.awards.vacant")
_ENOUGH = 0.6
_ALIKE = 0.1  # what the very word of the question counts more than another one of its tier
_BY_A_WORD = 0.5  # a headline tells of a winner by a word (90后姑娘夺冠), the report by the name


@dataclass(frozen=True, slots=True)
class _Won:
    """A printed award with how well it fits the question."""

    score: float
    fact: Fact
    evidence: Evidence


def answer_award(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The winner of the asked award, or the award of the named winner; None where no sentence tells it."""
    named = _named_awards(query.text)
    if _WHAT.search(query.text):
        return _draft(query, _best(query, pool, [], won=True), "award")
    if not named or not _asks_who(query) or _OTHER.search(query.text) or _MEDALS.search(query.text):
        return None
    return _vacant(query, pool, named) or _draft(query, _best(query, pool, named), "winner")


_MEDALS = load_pattern("answering.awards.medals")  # how many of them, not who won one


def _vacant(query: Query, pool: Sequence[Evidence], named: Sequence[str]) -> Draft | None:
    """热菜组一等奖空缺: nobody won the asked award."""
    group = _ASKED_GROUP.search(query.text)
    for evidence in pool:
        for match in _VACANT.finditer(evidence.text):
            clause = compact(fold(match[0]))
            if not _same_award(named, clause) or (group and compact(group[0]) not in clause):
                continue
            if aboutness(query, _about_terms(query), evidence, match.span()) >= _ENOUGH:
                return Draft("answered", "person", match["said"], (evidence.proof,))
    return None


def _about_terms(query: Query) -> tuple[Term, ...]:
    """The words of the question that tell which contest and group is meant."""
    spans = [m.span() for pattern in (award_pattern(), _AWARD, _WHAT, _WHO) for m in pattern.finditer(query.text)]
    return without(query.terms, tuple(spans))


def _asks_who(query: Query) -> bool:
    """那二等奖呢 behind 一等奖是谁 asks who, too; so does 冠军叫什么."""
    return bool(_WHO.search(query.text)) or query.kind == "person"


def _named_awards(text: str) -> list[str]:
    """The awards that a question names: of the known tiers, else by their own names (道德风尚奖)."""
    known = [match.group().lower() for match in award_pattern().finditer(text)]
    return known or [match.group() for match in _AWARD.finditer(text)]


def _same_award(named: Sequence[str], award: str) -> bool:
    """One of the asked awards: the same tier, or the same name."""
    known = award_pattern().search(award)
    tier = tiers()[known[0].lower()] if known else None
    return any((word in tiers() and tiers()[word] == tier) or word in award or award in word for word in named)


def no_winner(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """A refusal where the contest is told, and the winner of this award (or of this group) is not."""
    named = _named_awards(query.text)
    if not named or not _asks_who(query) or _OTHER.search(query.text) or _MEDALS.search(query.text):
        return None
    terms = without(query.terms, tuple(m.span() for p in (award_pattern(), _WHO) for m in p.finditer(query.text)))
    for evidence in pool:
        for fact in evidence.facts:
            about = fact.attribute == WINNER and slots_fit(query, evidence, ("paragraph",))
            if about and coverage(terms, ((evidence.own, 1.0), (evidence.heading, 0.9)))[0] >= _ENOUGH:
                answer = NO_WINNER.format(award=named[0])
                return Draft("not_found", "person", answer, reason="attribute", confidence=0.0)
    return None


def _best(query: Query, pool: Sequence[Evidence], named: Sequence[str], *, won: bool = False) -> _Won | None:
    found = [one for evidence in pool for one in _fitting(query, evidence, named, won)]
    return max(found, key=lambda one: one.score, default=None)


def _fitting(query: Query, evidence: Evidence, named: Sequence[str], won: bool) -> Iterator[_Won]:
    facts = [fact for fact in evidence.facts if fact.attribute == WINNER and not _PRONOUN.match(fact.value)]
    if not facts or not slots_fit(query, evidence, ("paragraph", "caption", "table", "headline")):
        return
    terms = _about_terms(query)
    group = _ASKED_GROUP.search(query.text)
    for fact in facts:
        award = _AWARD.search(fold(fact.subject)) or award_pattern().search(fold(fact.subject))
        if award is None or not speaks_of_asked(query, compact(fact.subject) or ""):
            continue
        if won and not _names(query, fact):
            continue
        if group and not _in_group(compact(group[0]), evidence, fact):
            continue
        if not group and named and of_a_group(query, evidence.text, fact.start):
            continue
        if (other := _OTHER_TIME.search(query.text)) and other[0] not in evidence.own:
            continue
        if named and not _same_award(named, award[0].lower()):
            continue
        share = aboutness(query, terms, evidence, (fact.start, fact.end))
        if share >= _ENOUGH:
            exact = _ALIKE if award[0].lower() in named else 0.0
            headline = _BY_A_WORD * (evidence.sentence.role == "headline")
            yield _Won(share + exact + _group(query, fact) - headline - 0.002 * evidence.rank, fact, evidence)


def _in_group(asked: str, evidence: Evidence, fact: Fact) -> bool:
    """No other group stands last before the award: 热菜组一等奖空缺，二等奖由丙获得 is nothing about 面点组."""
    said = evidence.text[: fact.end]
    groups = _PRINTED_GROUP.findall(said + fact.subject)
    return not groups or "分别" in said or asked in compact(fold(groups[-1])) or asked not in evidence.own


def _group(query: Query, fact: Fact) -> float:
    """腊味组, 女子组: the asked group stands with the award."""
    subject = compact(fact.subject)
    return 0.2 if any(term.text in subject for term in query.terms if len(term.text) > 1) else 0.0


def _names(query: Query, fact: Fact) -> bool:
    """The winner is the one that the question names."""
    value = compact(fact.value)
    linked = any(compact(link.name) in value for link in query.links if link.kind == "person")
    return linked or any(len(t.text) > 1 and t.weight >= 0.5 and compact(t.text) in value for t in query.terms)


def _of_group(query: Query, best: _Won) -> Fact:
    """三个组的金奖分别由甲、乙、丙获得: the winner of the asked group, by the order in which the groups are listed."""
    winners = best.fact.value.split("、")
    if len(winners) < 2 or "分别" not in best.evidence.text:
        return best.fact
    for held in reversed(best.evidence.page.says.lists):
        if held.sentence > best.evidence.number or len(held.items) != len(winners):
            continue
        asked = [n for n, item in enumerate(held.items) if compact(item.text).removesuffix("组") in query.text]
        if len(asked) == 1:
            return replace(best.fact, value=winners[asked[0]])
    return best.fact


def _named(winner: str, evidence: Evidence) -> str:
    """学生某某 of 学生某某攻入两球: what somebody did besides is no part of the name."""
    for person in evidence.page.says.people:
        at = winner.find(person.name) if person.sentence == evidence.number else -1
        if at >= 0 and winner[at + len(person.name) :][:1] not in ("", "、", "和", "与"):
            return winner[: at + len(person.name)]
    return winner


def _draft(query: Query, best: _Won | None, wanted: str) -> Draft | None:
    if best is None:
        return None
    fact, proof = _of_group(query, best), best.evidence.proof
    if wanted == "award":
        return Draft("answered", "text", fact.subject, (proof,), facts=((best.evidence.page.article.id, fact),))
    winner = _named(fact.value, best.evidence)
    people = tuple(name for name in re.split("[、和与及]", winner) if 2 <= len(name) <= 4)
    return Draft(
        "answered", "person", winner, (proof,), people=people, facts=((best.evidence.page.article.id, fact),)
    )
