"""分几类，各多少件; 分给哪5个项目，各多少: a printed list whose every item has its own figure answers both at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.answering.evidence.circumstances import without
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage
from index.answering.evidence.fits import segment_of, slots_agree
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.numerals import find_quantities
from index.language.scripts import fold
from index.records import OrderedList
from index.understanding.kinds import asked_count
from index.understanding.query import Query

_ASKS = load_pattern("answering.each.asks")
_TALK = load_pattern("answering.each.talk")
_ENOUGH = 0.6
_SEEN = 0.5


def each_with_figure(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The items with their figures, in the printed order; None where the question does not ask so."""
    asked = _ASKS.search(query.text)
    if asked is None:
        return None
    count = asked_count(query.text)
    about = without(query.terms, (asked.span(),)) or query.terms  # 三样作物: what they are called need not be printed
    terms = tuple(t for t in about if t.weight >= _SEEN and not _TALK.fullmatch(t.text))
    best: tuple[float, Draft] | None = None
    for evidence in pool if terms else ():
        if evidence.sentence.role not in ("paragraph", "caption") or not slots_agree(query, evidence):
            continue
        for held in _with_figures(evidence, asked["unit"] or ""):
            sure = count is None or count == len(held.items)
            at = max(evidence.text.find(held.items[0].text), 0)
            own = evidence.clause(segment_of(evidence.text, at))
            regions = ((own, 1.0), (evidence.own, 0.9), (evidence.before, 0.8), (evidence.heading, 0.8))
            share, missing, _ = coverage(terms, regions)
            near, _, _ = coverage(terms, ((evidence.own, 1.0), (evidence.before, 0.8)))
            if not sure or missing or share < _ENOUGH or near < _ENOUGH / 2:
                continue
            score = share + near - 0.002 * evidence.rank
            if best is None or score > best[0]:
                said = "、".join(item.text for item in held.items)
                best = score, Draft("answered", "list", said, (evidence.proof,), confidence=round(share, 3))
    return best[1] if best else None


def _with_figures(evidence: Evidence, unit: str) -> Iterator[OrderedList]:
    """Lists of the sentence whose every item ends in a figure (of the asked unit, where one is asked)."""
    for held in evidence.page.says.lists:
        if held.sentence != evidence.number or len(held.items) < 2 or held.open:
            continue
        told = [find_quantities(fold(item.text)) for item in held.items]
        if all(q and q[-1].start >= 2 and (not unit or q[-1].unit == unit) for q in told):
            yield held
