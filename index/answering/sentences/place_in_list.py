"""Which item of a numbered list it is (第几项), and whether it has the place that is said (是第一吗)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.answering.evidence import texts
from index.answering.evidence.circumstances import without
from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.explain import explained
from index.answering.evidence.fits import slots_agree
from index.answering.evidence.pool import Evidence
from index.answering.sentences.extractive import best_value
from index.language.lexicon import load_pattern
from index.language.numerals import parse_number
from index.language.scripts import compact
from index.understanding.query import Query

_ASKS_ITEM = load_pattern("answering.place_in_list.asks_item")
_ASKS_PLACE = load_pattern("answering.place_in_list.asks_place")
_PLACE = load_pattern("answering.place_in_list.place")
_SAID = 0.75
_FEWEST = 3


def which_item(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """第五项 for 生态环境质量改善是六项工作里的第几项; None unless just one item of a numbered list has the words."""
    asked = _ASKS_ITEM.search(query.text)
    if asked is None:
        return None
    terms = [t for t in without(query.terms, (asked.span(),)) if t.weight >= 1.0 and len(t.text) > 1]
    for evidence in pool:
        for held in evidence.page.says.lists if slots_agree(query, evidence) else ():
            numbered = len(held.items) >= _FEWEST and all(item.ordinal for item in held.items)
            around = compact(held.name) + evidence.page.heading
            own = [t for t in terms if explained(t.text, around).score < _SAID]
            if not numbered or not own:
                continue
            found = [i for i in held.items if all(explained(t.text, compact(i.text)).score >= _SAID for t in own)]
            if len(found) == 1 and (number := found[0].ordinal) is not None:
                said = f"第{texts.chinese(number)}{asked['unit']}"
                proof = Proof(evidence.page.article.id, found[0].spans)
                return Draft("answered", "rank", said, (proof,), detail=found[0].text, accounted=True)
    return None


def has_place(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """Yes or no, with the printed place, for 预算收入在市内是第一吗; None where no place is printed of it."""
    asked = _ASKS_PLACE.search(query.text) if query.kind == "yesno" else None
    if asked is None:
        return None
    terms = without(query.terms, (asked.span(),))
    found = best_value(replace(query, kind="rank", terms=terms, head="", figures=()), pool)
    printed = _PLACE.search(compact(found.answer)) if found is not None and found.settled else None
    if found is None or printed is None:
        return None
    yes = parse_number(printed["n"]) == parse_number(asked["n"])
    said = f"{'是' if yes else '不是'}，{found.answer}"
    return replace(found, status="answered" if yes else "corrected", kind="yesno", answer=said)
