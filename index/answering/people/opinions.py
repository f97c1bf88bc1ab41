"""What somebody suggests, asks for, warns of or makes of a thing: 尹大姐建议, 补助按人数拨; 摊主嫌纸贵.

Who is asked about has to be the one who speaks, and what they are asked on has to be what they speak of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.answering.evidence.circumstances import without
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.answering.evidence.loosely import LOOSE, lead, term_held
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern, load_table
from index.language.scripts import compact, fold
from index.understanding.query import Query, Term

_ASKS = load_pattern("answering.opinions.asks")
_ON = load_pattern("answering.opinions.on")
_SPEAKS = load_pattern("answering.opinions.speaks")
_MINDS = load_pattern("answering.opinions.minds")
_WROTE = load_pattern("answering.opinions.wrote")
_AFTER = load_pattern("answering.opinions.after")
_COUNTED = load_pattern("answering.opinions.counted")
_HE = load_pattern("answering.opinions.he")
_SURE = 0.6
_TOLD = 0.6  # of the weight of what they are asked on
_LONGEST = 110
_EDGES = "，；。：、,;:“”\"' "


@dataclass(frozen=True, slots=True)
class _Act:
    """Words of somebody: who and what stands around them compact, the verb and the words as printed."""

    who: str
    verb: str
    said: str
    about: str
    earlier: bool = False


def asks_opinion(query: Query) -> bool:
    """What somebody who is named says on a thing is asked for: other words about the thing are no answer."""
    asked = _ASKS.search(query.text)
    return asked is not None and bool(_ON.search(query.text, 0, asked.start()))


def opinion(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """What the asked one said on what is asked; None where they said nothing on it."""
    asked = _ASKS.search(query.text)
    if asked is None or _COUNTED.search(query.text):
        return None
    who, topic = _parted(query, asked)
    if not who:
        return None
    sort, on = _sort(asked[0]), bool(_ON.search(query.text, 0, asked.start()))
    best: tuple[float, _Act, Evidence] | None = None
    for evidence in pool:
        if evidence.sentence.role != "paragraph":
            continue
        for act in _acts(evidence):
            if sort is not None and not sort.search(act.verb):
                continue
            score = _fit(who, topic, act, evidence, on) - 0.002 * evidence.rank
            if score > 0 and 3 < len(act.said) <= _LONGEST and (best is None or score > best[0]):
                best = score, act, evidence
    if best is None:
        return None
    score, act, evidence = best
    proof = evidence.proof_with_before if act.earlier else evidence.proof
    names = tuple(link.name for link in query.links if link.kind == "person")
    return Draft("answered", "text", act.said, (proof,), confidence=round(min(score, 1.0), 3), people=names)


def _parted(query: Query, asked: re.Match[str]) -> tuple[tuple[str, ...], tuple[Term, ...]]:
    """(names of the one who speaks, what they speak on)."""
    terms = tuple(t for t in without(query.terms, (asked.span(),)) if t.weight >= LOOSE)
    people = [link for link in query.links if link.kind == "person"]
    on = _ON.search(query.text, 0, asked.start())
    if any(link.end <= asked.start() for link in people):
        first = min(people, key=lambda link: link.start)
        others = tuple(Term(one.name, one.start, one.end, 1.0, True) for one in people if one is not first)
        return (first.name,), (*terms, *others)
    end = on.start() if on else asked.start()
    before = [t for t in terms if t.end <= end]
    who = before if on else before[-1:]
    return tuple(t.text for t in who), tuple(t for t in terms if t not in who)


def _sort(words: str) -> re.Pattern[str] | None:
    """How the asked sort of words is introduced in print; None for any."""
    return next((re.compile(verbs) for asks, verbs in load_table("speech_acts") if re.search(asks, words)), None)


def _acts(evidence: Evidence) -> Iterator[_Act]:
    text = evidence.text
    folded = fold(text)
    for match in (*_SPEAKS.finditer(folded), *_MINDS.finditer(folded), *_WROTE.finditer(folded)):
        said = text[slice(*match.span("said"))].strip(_EDGES)
        before = compact(text[: match.start()])
        yield _Act(compact(match["who"]), match["verb"], said, before + "|" + compact(match["who"] + match["verb"]))
    for match in _AFTER.finditer(folded):
        said = text[slice(*match.span("said"))] if match["said"] else _quoted_before(evidence)
        if said:
            around = compact(folded[: match.end()])
            yield _Act(compact(match["who"]), match["verb"], said.strip(_EDGES), around, earlier=not match["said"])


def _quoted_before(evidence: Evidence) -> str:
    """The words between quotation marks that the sentence before ends with."""
    before = evidence.printed_before
    return before[before.rfind("“") + 1 : -1] if before.endswith("”") else ""


def _fit(who: tuple[str, ...], topic: tuple[Term, ...], act: _Act, evidence: Evidence, on: bool) -> float:
    """How surely these are the asked words; 0 where another speaks, or of another thing."""
    by = act.who + act.verb
    if _HE.fullmatch(act.who):
        by = "|".join((by, act.about, evidence.before, lead(evidence.page)))
    if not all(explained(name, by).score >= _SURE for name in who):
        return 0.0
    said = compact(act.said) + "|" + (act.who if on else act.about)
    weight = sum(t.weight for t in topic)
    told = sum(t.weight for t in topic if term_held(t, said) >= LOOSE)
    surely = sum(t.weight * min(term_held(t, said), 1.0) for t in topic)
    if any(t.critical and term_held(t, said + evidence.before) < _SURE for t in topic) or told < _TOLD * weight:
        return 0.0
    return 0.5 + 0.5 * (surely / weight if weight else 1.0)
