"""A part of a round against the whole of it, and what all of the first rounds have told of one of them."""

from __future__ import annotations

import re
from dataclasses import replace

from index.answering.candidates import arithmetic
from index.answering.candidates.arithmetic import read_amount
from index.answering.evidence import texts
from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.knowledge import Knowledge
from index.answering.programmes.batch_choice import OF_ROUND, Choice
from index.language.lexicon import load_pattern
from index.understanding.query import Query
from index.understanding.slots import rate_names

_WHOLE_ROUND = (None, "合计", "累计")
_FIRST_ROUNDS = re.compile(r"1-(?P<last>\d{1,3})")
_ALL = 100.0
_ALL_DONE = load_pattern("answering.round_shares.all_done")


def over_rounds(query: Query, knowledge: Knowledge) -> Query | None:
    """第三期都达效了吗, where only 前五期…均达100% is printed: what all of these rounds have, each has."""
    asked = query.periods[0] if len(query.periods) == 1 and query.kind in ("percent", "yesno") else None
    if not isinstance(asked, int) or asked in knowledge.batches_by_period:
        return None
    wanted = rates_asked(query)
    for period, found in knowledge.batches_by_period.items():
        whole = _FIRST_ROUNDS.fullmatch(period) if isinstance(period, str) else None
        if whole is None or period is None or int(whole["last"]) < asked:
            continue
        if any(rate.value == _ALL and rate.name in wanted for one in found for rate in one.value.rates):
            return replace(query, periods=(period,), period=period)
    return None


def rates_asked(query: Query) -> tuple[str, ...]:
    """达效率, also where 都百分百达效了吗 is asked."""
    deeds = _ALL_DONE.findall(query.text) if query.kind == "yesno" else ()
    return (*rate_names(query.text), *(f"{deed}率" for deed in deeds))


def share_of_round(query: Query, knowledge: Knowledge, choice: Choice) -> Draft | None:
    """开工一批占总投资的百分之多少: the part's sum, or number, in that of the whole round."""
    asked = OF_ROUND.search(query.text) if len(choice.batches) == 1 else None
    part = choice.batches[0]
    if asked is None or part.value.stage in _WHOLE_ROUND:
        return None
    whole = next(
        (
            found
            for found in knowledge.batches_by_period.get(part.value.period, ())
            if found.article == part.article
            and found.value.programme == part.value.programme
            and found.value.category is None
            and found.value.stage in _WHOLE_ROUND
        ),
        None,
    )
    if whole is None:
        return None
    counts = asked["count"] is not None
    sizes = [f"{f.value.count}个" if counts else f"{texts.number_text(f.value.total or 0)}亿元" for f in (part, whole)]
    own, all_of_it = (read_amount(size) for size in sizes)
    if own is None or all_of_it is None or not 0 < own.value < all_of_it.value:
        return None
    said, detail = arithmetic.share(own, all_of_it)
    proofs = tuple(Proof(f.article, f.value.evidence) for f in (part, whole))
    return Draft("answered", "percent", said, proofs, detail=detail)
