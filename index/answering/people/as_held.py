"""Is it one of that office: 甲某是区长吗 by the offices printed with the name, 主持会议的是区长吗 by who presided."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.evidence import texts
from index.answering.evidence.circumstances import without
from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.explain import coverage, explained
from index.answering.evidence.knowledge import Knowledge
from index.answering.evidence.pool import Evidence
from index.answering.people.deeds import people_before
from index.answering.people.offices import RELIEVED, stands
from index.catalogue.offices import DEPUTY, held_as_printed
from index.extraction.attributes.phrases import PROPOSED
from index.extraction.words.people import office_pattern
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern, load_words
from index.language.scripts import compact
from index.records.answers import Status
from index.understanding.query import Link, Query

_ASKS_OFFICE = load_pattern("answering.as_held.asks_office")
_OFFICE_FIRST, _ASKS_HELD = load_pattern("answering.as_held.office_first"), load_pattern("answering.as_held.asks_held")
_ASKS_DOER = load_pattern("answering.as_held.asks_doer")
_ONCE = load_pattern("answering.as_held.once")
_YES: Status = "answered"
_NO: Status = "corrected"
_ACTING = "代"
_TELLS, _SAID, _ENOUGH = 0.5, 0.75, 0.6


def is_of_office(query: Query, knowledge: Knowledge) -> Draft | None:
    """是 or 不是 with the offices that are printed with the name; None where none is, or it is past or to come."""
    link = next((one for one in query.links if one.kind == "person"), None)
    asked = _asked_office(query.text, link) if link is not None else None
    if link is None or asked is None:
        return None
    if office_pattern().search(asked["office"]) is None:
        return _is_called(link.key, asked["office"], knowledge)
    mentions = [one for one in knowledge.people.get(link.key, ()) if one.value.office]
    if not mentions or any(stands(one, knowledge, RELIEVED) or _is_past(one.value.office) for one in mentions):
        return None
    pages = {one.article: knowledge.page(one.article) for one in mentions}
    facts = (fact for page in pages.values() for told in page.facts.values() for fact in told)
    if any(fact.attribute == PROPOSED and fact.subject == link.name for fact in facts):
        return None
    held = next((one for one in mentions if _is_held(one.value.office or "", asked["office"])), None)
    told = held or max(mentions, key=lambda one: len(one.value.office or ""))
    status = _YES if held is not None else _NO
    says = texts.IS_OFFICE if held is not None else texts.IS_NO_OFFICE
    said = says.format(name=link.name, office=told.value.office)
    proof = Proof(told.article, told.value.evidence)
    return Draft(status, "yesno", said, (proof,), people=(link.name,), accounted=True)


def _asked_office(text: str, link: Link) -> re.Match[str] | None:
    """The office in 甲是区长吗 and in 区长是甲吗."""
    if link.start == 0:
        return _ASKS_OFFICE.match(text, link.end)
    turned = _OFFICE_FIRST.fullmatch(text[: link.start]) if _ASKS_HELD.fullmatch(text[link.end :]) else None
    return turned if turned is not None and office_pattern().search(turned["office"]) else None


def _is_called(name: str, asked: str, knowledge: Knowledge) -> Draft | None:
    """甲某是困难党员吗: by what the bulletins call somebody without an office; None for what is no such word."""
    if not asked.endswith(tuple(load_words("identities"))):
        return None
    told = [one for one in knowledge.people.get(name, ()) if one.value.identity]
    if not told or any(one.value.office for one in knowledge.people.get(name, ())):
        return None
    fits = next((one for one in told if in_order(asked, one.value.identity or "")), None)
    mention = fits or told[0]
    status, says = (_YES, texts.IS_OFFICE) if fits is not None else (_NO, texts.IS_CALLED)
    said = says.format(name=name, office=mention.value.identity)
    proof = Proof(mention.article, mention.value.evidence)
    return Draft(status, "yesno", said, (proof,), people=(name,), accounted=True)


def in_order(short: str, long: str) -> bool:
    """困难党员 is told by 困难老党员: its letters in order, both with the same end; 烈士 is not by 烈士甲某家属."""
    signs = iter(long)
    return long.endswith(short[-2:]) and all(sign in signs for sign in short)


def _is_past(office: str | None) -> bool:
    return _ONCE.search(office or "") is not None


def _is_held(held: str, asked: str) -> bool:
    """区委副书记、区长 is held as 区长 and, of the asked district, as 某区区长."""
    parts = re.split("[、，]", held)
    parts = [part for part in parts if not part.endswith(_ACTING + asked)]
    longer = any(asked.endswith(part) and not asked.endswith(DEPUTY + part) for part in parts if part)
    return longer or held_as_printed("、".join(parts), asked)


def is_done_by(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """主持会议的是区长吗: the clause that tells who presided, as a yes or as a correction; None where none tells it."""
    asked = _ASKS_DOER.match(query.text)
    if asked is None:
        return None
    people = [link.name for link in query.links if link.kind == "person"]
    who, act = (asked["who"], None) if asked["who"] else _parted(asked["whole"], people)
    names = [name for name in people if name in who]
    office = None if names else next((m for m in office_pattern().finditer(who) if m.end() == len(who)), None)
    if not names and office is None:
        return None
    low = query.text.find(who)
    terms = tuple(t for t in without(query.terms, ((low, low + len(who)),)) if t.weight >= _TELLS)
    for evidence in pool:
        told = _doers(evidence, terms, act) if evidence.sentence.role == "paragraph" else None
        if told is None:
            continue
        clause, doers = told
        told_of = [one for one in evidence.page.says.people if one.sentence == evidence.number and one.name in doers]
        fits = any(one.name in names or (office and _is_held(one.office or "", who)) for one in told_of)
        if not fits and not (names or all(one.office for one in told_of)):
            return None
        said, status = (f"是，{clause}", _YES) if fits else (f"不是，{clause}", _NO)
        return Draft(status, "yesno", said, (evidence.proof,), people=doers, accounted=True)
    return None


def _parted(whole: str, people: Sequence[str]) -> tuple[str, str]:
    """区委书记主持 as 区委书记 and 主持: a name or an office, and the deed behind it."""
    name = next((one for one in people if one in whole), None)
    office = next(office_pattern().finditer(whole), None)
    end = whole.find(name) + len(name) if name else office.end() if office is not None else 0
    return whole[:end], whole[end:]


def _doers(evidence: Evidence, terms: Sequence, act: str | None) -> tuple[str, tuple[str, ...]] | None:  # type: ignore[type-arg]
    """The clause that tells the whole deed, and who stands in front of it."""
    for low, high in clause_spans(evidence.text):
        clause = evidence.text[low:high]
        told = compact(clause)
        own = [term for term in terms if explained(term.text, told).score >= _SAID]
        deed = [term for term in terms if act is None or term.text in act]
        if not own or any(term not in own for term in deed):
            continue
        if coverage(tuple(terms), evidence.regions)[0] < _ENOUGH:
            continue
        spots = [at for term in own if (at := clause.find(term.text)) >= 0]
        doers = people_before(evidence, low + min(spots)) if spots else None
        if doers is not None:
            return clause.strip("，；。：、 "), doers[1]
    return None
