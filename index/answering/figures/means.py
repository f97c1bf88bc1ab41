"""The mean of what one sentence tells in all: 发放补贴3600万元，惠及农户1200户 are 3万元 for each of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.candidates import arithmetic
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.answering.evidence.pool import Evidence
from index.answering.figures.asked import asked_unit, bare_text
from index.answering.figures.combining import Pair, content_of, gap_between, is_counted_by, said_of
from index.answering.figures.computed import computed_draft
from index.answering.figures.operands import Operand, fits_unit, operands
from index.language.lexicon import load_pattern
from index.language.numerals import units
from index.understanding.query import Query

_ASKS = load_pattern("answering.means.asks")
_MEAN = load_pattern("answering.means.mean")
_PER_NOUN = load_pattern("answering.means.per_noun")
_ENOUGH = 0.66  # share of the words of the question that the sentence of the operands must account for
_NAMED = 0.75  # how well the counted noun must stand with its number
_LABEL = 0.2  # what a whole gains by words of the question in its own item


def answer_mean(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The whole divided by the number, both of one sentence, where no mean is printed."""
    match = _ASKS.search(bare_text(query.text))
    if match is None:
        return None
    per, noun = _per(match)
    unit = asked_unit(bare_text(query.text)) or query.unit
    heads = unit == "人"  # 平均多少学生: 45人 may be said of them
    terms = tuple(
        t
        for t in content_of(query)
        if not re.search(r"平均|均$|每", t.text)
        and not (heads and re.search(rf"(?:多少|几)个?{re.escape(t.text)}", query.text))
    )
    told = [one for one in operands(query, pool) if one.row < 0 and _of_linked(query, one)]
    values = [one for one in told if one.share(terms) >= 0.5]
    if any(_MEAN.search(one.before) and one.share(terms) >= _ENOUGH for one in values):
        return None
    found: list[Pair] = []
    for whole in values:
        if not fits_unit(unit, whole) or whole.amount.unit in ("%", "％", ""):
            continue
        money = whole.amount.unit.endswith("元")  # 项目32个，总投资180亿元 are no projects
        if money or (noun not in whole.label if noun else not is_counted_by(per, whole)):
            near = _LABEL * whole.label_share(terms)
            found += [
                Pair(said_of(terms, whole, count) + near - 0.01 * _gap_either(whole, count), whole, count)
                for count in values
                if count.page is whole.page and count.number == whole.number and count.place != whole.place
                and (explained(noun, count.label.split("|")[0]).score >= _NAMED if noun else is_counted_by(per, count))
            ]
    found.sort(key=lambda pair: -pair.share)
    if not found or found[0].share < _ENOUGH or found[0].second.amount.value <= 0:
        return None
    best = found[0]
    ratios = {
        p.first.amount.value / p.second.amount.value
        for p in found
        if best.share - p.share < 0.005 and p.second.amount.value
    }
    if len(ratios) > 1:
        return None
    said, detail = arithmetic.quotient(best.first.amount, best.second.amount)
    return computed_draft("sum", said, (best.first, best.second), detail)


def _per(match: re.Match[str]) -> tuple[str, str]:
    """(the counter, "") of 平均每户, (个, 创业者) of 平均一个创业者, (人, "") of 平均一个人."""
    per = match["unit"] or match["unit2"] or match["unit3"]
    noun = _PER_NOUN.match(match.string, match.end("unit")) if per in ("个", "名", "位") and match["unit"] else None
    if noun is None:
        return per, ""
    return (noun["n"], "") if noun["n"] in units() else (per, noun["n"])


def _of_linked(query: Query, one: Operand) -> bool:
    """The value stands in the stretch of its sentence that is about the project which the question names."""
    reach = one.evidence.reach if query.projects and one.evidence is not None else None
    return reach is None or reach[0] <= one.start < reach[1]


def _gap_either(first: Operand, second: Operand) -> int:
    low, high = sorted((first, second), key=lambda one: one.start)
    return gap_between(low, high)


def takes_whole_for_mean(query: Query, draft: Draft, text: str) -> bool:
    """True where 平均每公里 is asked for, and the draft gives what all of it came to.

    Args:
        text: the healed sentence of the draft's value, or "".
    """
    asked = _ASKS.search(bare_text(query.text))
    if draft.status != "answered" or "（推算）" in (draft.detail or "") or asked is None or asked["unit3"]:
        return False  # 人均 is the name of what is printed
    at = draft.facts[0][1].start if draft.facts else 0
    near = text[max(0, at - 14) : at] if draft.facts else draft.answer
    return draft.kind in ("money", "count", "number") and not _MEAN.search(f"{near}|{draft.answer}")
