"""Did it rise: the printed change of just the asked measure: 进出口62亿元，下降3.8%，其中出口51亿元，增长1.5%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage, explained
from index.answering.evidence.fits import contrast_fits, slots_agree
from index.answering.evidence.labels import Item, item_low, item_of, names_given
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.marks import start_of
from index.language.scripts import compact
from index.records import Fact
from index.understanding.query import Query, Term

_ASKS = load_pattern("answering.rises.asks")
_SET_AGAINST = load_pattern("answering.rises.set_against")
_CHANGE = load_pattern("answering.rises.change")
_THAN = load_pattern("answering.rises.than")
_PART = load_pattern("answering.rises.part")
_VERB = load_pattern("answering.rises.verb")
_RATE = load_pattern("answering.rises.rate")
_MONTHLY = load_pattern("answering.rises.monthly")
_TIME = load_pattern("answering.rises.time")
_FEE = load_pattern("answering.rises.fee")
_KINDS = ("percent", "points", "money", "count", "measure")
_SIGNS = "-－−"
_STRONG = 1.0  # weight of a word that names something
_OWN, _SEEN = 0.75, 0.5  # how well the last word must stand with the change, and the others around it
_OF_PART, _LATER = 0.1, 0.001


def asks_rise(query: Query) -> bool:
    """增长了吗, 下降了没有: of one measure, by a verb of its own."""
    asked = _ASKS.search(query.text) if query.kind == "yesno" else None
    if asked is None or _VERB.search(asked[0]) is None or _SET_AGAINST.search(query.text):
        return False
    return not _FEE.search(query.text)  # 取暖费不涨 needs no figure


def risen(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """Yes or no by the change that is printed of the asked measure; None where none is.

    Args:
        pool: sentences near the question, best first.
    """
    asked = _ASKS.search(query.text) if query.kind == "yesno" and not query.figures else None
    if asked is None or _SET_AGAINST.search(query.text):
        return None
    low, high = asked.span()
    terms = tuple(
        t for t in query.terms if not (low <= t.start < high or _TIME.fullmatch(t.text)) and t.weight > 0.0
    )
    strong = [t for t in terms if t.weight >= _STRONG]
    if not strong:
        return None
    found = [
        (score, evidence, fact, down)
        for evidence in pool
        if evidence.sentence.role == "paragraph" and slots_agree(query, evidence) and contrast_fits(query, evidence)
        for score, fact, down in _changes(query, evidence, terms, strong)
    ]
    if not found:
        return None
    _, evidence, fact, down = max(found, key=lambda one: one[0])
    same = bool(asked["down"] or asked["fell"]) == down
    said = f"{'是' if same else '不是'}，{_said(evidence, fact)}"
    return Draft("answered" if same else "corrected", "yesno", said, (evidence.proof,))


def _changes(
    query: Query, evidence: Evidence, terms: tuple[Term, ...], strong: Sequence[Term]
) -> Iterator[tuple[float, Fact, bool]]:
    """(score, value, whether it fell) for the changes that are told of the asked measure."""
    for fact in evidence.facts:
        down = _fell(evidence, fact)
        if down is None or bool(_MONTHLY.search(query.text)) != _is_monthly(evidence, fact):
            continue
        item = item_of(evidence, fact)
        if explained(strong[-1].text, item.own).score < _OWN and not _names_all(strong, evidence, item):
            continue
        around = ((item.own, 1.0), (item.whole, 0.8), (evidence.before, 0.6), (evidence.head, 0.6))
        share, missing, _ = coverage(terms, (*around, (evidence.heading, 0.7)))
        if any(t.critical or t.weight >= _STRONG for t in missing) or share < _SEEN:
            continue
        own, _, _ = coverage(terms, ((item.own, 1.0),))
        part = bool(item.whole or _PART.match(evidence.text))
        score = share + own - _OF_PART * part - _LATER * (2 * evidence.rank + fact.start / 100)
        yield score, fact, down


def _names_all(strong: Sequence[Term], evidence: Evidence, item: Item) -> bool:
    """杨店乡增长了没有, behind 甲镇、杨店乡分别增长8.1%、下降5.2%: the name alone is asked."""
    return bool(names_given(evidence)) and all(explained(t.text, item.own + item.whole).score >= _OWN for t in strong)


def _fell(evidence: Evidence, fact: Fact) -> bool | None:
    """Whether the value is a fall; None for one that is no change."""
    if fact.kind not in _KINDS:
        return None
    text = evidence.text
    start = fact.start - (text[fact.start - 1 : fact.start] in _SIGNS and fact.start > 0)
    change = _CHANGE.search(text[max(0, start - 6) : start].rstrip("约近超 ")) or _THAN.search(text[:start])
    signed = text[start : start + 1] in _SIGNS or fact.value[:1] in _SIGNS
    if change is not None:
        return bool(change["down"])
    if fact.kind != "percent" or not _RATE.search(item_of(evidence, fact).own + _measure(evidence, fact)):
        return None
    return signed


def _measure(evidence: Evidence, fact: Fact) -> str:
    """增幅依次为 in front of a row of values."""
    low = start_of(evidence.text, fact.start, "，；。,;")
    return compact(evidence.text[low : fact.start])


def _is_monthly(evidence: Evidence, fact: Fact) -> bool:
    return _MONTHLY.search(_measure(evidence, fact)) is not None


def _said(evidence: Evidence, fact: Fact) -> str:
    """The item as printed, or the name with its value where several share a verb."""
    name = names_given(evidence).get((fact.start, fact.end))
    text = evidence.text
    if name is not None:
        return f"{name}{_way(evidence, fact)}{text[fact.start : fact.end]}"
    return text[item_low(text, fact.start) : fact.end].removeprefix("其中").strip("，；。：、,;: |●")


def _way(evidence: Evidence, fact: Fact) -> str:
    """增长, 下降 or 增幅, as it is printed for the value."""
    before = evidence.text[max(0, fact.start - 6) : fact.start]
    change = _CHANGE.search(before) or _THAN.search(before)
    rate = _RATE.search(_measure(evidence, fact))
    return change[0] if change else rate[0] if rate else ""
