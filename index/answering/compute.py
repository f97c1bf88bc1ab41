"""Sums and differences of two printed values: each is looked up by its own question, then computed."""

from __future__ import annotations

import re
from collections.abc import Callable

from index.answering.draft import Draft
from index.answering.texts import number_text
from index.language.numerals import Quantity, find_quantities
from index.language.scripts import fold
from index.understanding.query import Query
from index.understanding.terms import content_terms, is_weak

Lookup = Callable[[str], Draft]

_MORE = r"(?:多|少|高|低|大|小|长|短|增加|减少|增长|提高|下降)"
_THAN = re.compile(
    rf"^(?P<x>.+?)比(?P<y>[^，。？]+?){_MORE}(?:了|出)?(?P<ask>(?:多少|几)(?:个)?[^，。？吗呢]{{0,6}})[？?吗呢啊]*$"
)
_APART = re.compile(
    r"^(?P<x>.+?)(?:和|与|跟|同)(?P<y>.+?)(?:的)?(?P<what>[^的]{0,8}?)(?:相差|差距|差别|差)(?:是|有|了)?(?P<ask>(?:多少|几)[^，。？]{0,6})[？?]*$"
)
_TOGETHER = re.compile(
    r"^(?P<x>[^，。？]+?)(?:和|与|跟|加上|加|、|以及)(?P<y>[^，。？]+?)(?:一共|总共|合计|加起来|加一块儿?|加一起|合起来|共)(?:是|有|为)?(?P<ask>(?:多少|几)(?:个)?[^，。？]{0,6})[？?]*$"
)
_BEFORE = re.compile(rf"比(?:上年|去年|上一年|前年|上年末|年初|同期|上个?月|上年同期|去年同期){_MORE}")
_SCALE = {"亿": 1e8, "万": 1e4, "": 1.0}


def compute(query: Query, lookup: Lookup) -> Draft | None:
    """The sum or difference that ``query`` asks for, or None where an operand is not printed.

    Args:
        lookup: answers one question of its own.
    """
    text = query.text
    for pattern, subtract in ((_THAN, True), (_APART, True), (_TOGETHER, False)):
        match = pattern.match(text)
        if match is None:
            continue
        left, right = _questions(match)
        first, second = lookup(left), lookup(right)
        if first.settled and second.settled:
            return _combined(first, second, subtract)
    return None


def with_before(text: str) -> bool:
    """True for a comparison with the time before only (比上年多了多少家), which bulletins print as a change."""
    return bool(_BEFORE.search(text))


def _questions(match: re.Match[str]) -> tuple[str, str]:
    """Two questions of their own: the attribute that one side leaves out is taken from the other."""
    x, y, ask = match["x"], match["y"], match["ask"]
    what = match.groupdict().get("what") or ""
    if not what:
        terms = [term for term in content_terms(x) if not is_weak(term.text)]
        tail = x[terms[-1].start :] if len(terms) > 1 else ""
        what = tail if tail and tail not in y and "的" in x else ""
    shared = _shared_tail(x, y)
    return f"{x}{shared}{'' if what in x else what}{ask}", f"{y}{what}{ask}"


def _shared_tail(x: str, y: str) -> str:
    """基础设施和民生项目: the noun at the end belongs to both."""
    terms = content_terms(y)
    return terms[-1].text if len(terms) > 1 and is_weak(terms[-1].text) and terms[-1].text not in x else ""


def _combined(first: Draft, second: Draft, subtract: bool) -> Draft | None:
    a, b = _quantity(first), _quantity(second)
    if a is None or b is None or a.unit != b.unit:
        return None
    scale = a.scale if a.scale == b.scale else max(a.scale, b.scale, key=lambda s: _SCALE.get(s, 1.0))
    value = round((a.value - b.value if subtract else a.value + b.value) / _SCALE.get(scale, 1.0), 4)
    unit = f"{scale}{'个百分点' if a.unit == '%' and subtract else a.unit}"
    proofs = tuple(dict.fromkeys((*first.proofs, *second.proofs)))
    if not subtract:
        detail = f"{a.text}＋{b.text}＝{number_text(value)}{unit}（推算）"
        return Draft("answered", "sum", f"{number_text(value)}{unit}", proofs, detail=detail)
    word = "多" if value > 0 else "少"
    said = f"{word}{number_text(abs(value))}{unit}" if value else "一样"
    detail = f"{a.text}－{b.text}＝{number_text(value)}{unit}（推算）"
    return Draft("answered", "compare", said, proofs, detail=detail)


def _quantity(draft: Draft) -> Quantity | None:
    said = draft.facts[0][1].value if draft.facts else draft.answer
    found = [q for q in find_quantities(fold(said)) if q.kind not in ("ordinal", "bare", "duration")]
    return found[0] if found else None
