"""差多少 behind two turns of which each told a number: how far they are apart, or what they make together."""

from __future__ import annotations

from index.answering.evidence.draft import Draft
from index.answering.evidence.knowledge import Knowledge
from index.answering.evidence.texts import difference_said, sum_said
from index.answering.threads.around import Told, told_value
from index.language.lexicon import load_pattern
from index.language.numerals import Quantity, find_quantities
from index.language.scripts import fold
from index.understanding.query import Query
from index.understanding.understand import Earlier

_ASKS_APART = load_pattern("answering.two_told.asks_apart")
_ASKS_TOGETHER = load_pattern("answering.two_told.asks_together")
_KINDS = ("money", "count", "measure")


def asks_of_two(query: Query) -> bool:
    """两个加起来呢: of nothing but what two turns have told."""
    return _ASKS_TOGETHER.fullmatch(query.text.rstrip("？?")) is not None


def of_two(query: Query, earlier: Earlier, knowledge: Knowledge) -> Draft | None:
    """差370人 behind 出生多少 and 死亡多少; None where the two are not counted alike, or stand in other articles."""
    asked = query.text.rstrip("？?")
    apart, together = _ASKS_APART.fullmatch(asked), _ASKS_TOGETHER.fullmatch(asked)
    if not (apart or together) or earlier.before is None or not _of_one_matter(earlier, earlier.before):
        return None
    told = [told_value(one, knowledge) for one in (earlier.before, earlier)]
    found = [(one, _quantity(one)) for one in told if one is not None]
    values = [(one, quantity) for one, quantity in found if quantity is not None]
    if len(values) < 2 or values[0][1].unit != values[1][1].unit or values[0][0].fact == values[1][0].fact:
        return None
    low, high = sorted((quantity for _, quantity in values), key=lambda quantity: quantity.value)
    if apart and low.value == high.value:
        return None
    parts = [("", quantity) for _, quantity in values]
    said, detail = difference_said(high, low) if apart else sum_said(parts)
    proofs = tuple(dict.fromkeys(one.evidence.proof for one, _ in values))
    kind = "compare" if apart else "sum"
    return Draft("answered", kind, f"相差{said}" if apart else said, proofs, detail=detail)  # type: ignore[arg-type]


def _of_one_matter(earlier: Earlier, before: Earlier) -> bool:
    """The second turn leaned on the first one, or asks of the same thing by name; both of one article."""
    words = [{term.text for term in one.query.terms if term.weight >= 1.0} for one in (earlier, before)]
    return earlier.article == before.article and bool(earlier.query.context or words[0] & words[1])


def _quantity(told: Told) -> Quantity | None:
    if told.fact.kind not in _KINDS:
        return None
    return next(iter(find_quantities(fold(told.fact.value))), None)
