"""The sum over the first rounds of a programme, each printed by itself: 前三轮一共多少个项目, 前两批总投资多少."""

from __future__ import annotations

from collections.abc import Sequence

from index.answering.evidence import texts
from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.explain import coverage
from index.answering.evidence.knowledge import Knowledge
from index.language.lexicon import load_pattern
from index.language.numerals import parse_number
from index.language.scripts import compact
from index.records import Batch, Found
from index.understanding.periods import period_core, period_forms
from index.understanding.query import Query
from index.understanding.terms import amount_words

_FIRST = load_pattern("answering.first_rounds.first")
_ALL = load_pattern("answering.first_rounds.all")  # 今年四批加起来
_OTHER = load_pattern("answering.first_rounds.other")
_WHOLE = (None, "合计")
_TOLD = 0.75


def over_first_rounds(query: Query, knowledge: Knowledge) -> Draft | None:
    """The sum with its arithmetic; None where a round is missing or the question asks for anything but the whole."""
    first = _FIRST.search(query.text)
    match = first or _ALL.search(query.text)
    if match is None or query.kind not in ("count", "money", "number") or query.links or _OTHER.search(query.text):
        return None
    last = int(parse_number(match["n"]))
    others = tuple(
        t for t in query.terms
        if t.weight >= 0.5 and t.start >= match.end() and t.text not in (*amount_words(), "投资", "项目", "个数")
    )  # fmt: skip
    for article in dict.fromkeys(found.article for found in knowledge.batches):
        held = _rounds(query, knowledge, article, match["what"], last)
        heading = knowledge.page(article).heading
        if first is None and _rounds(query, knowledge, article, match["what"], last + 1):
            continue  # there are more of them than the question says
        if held and coverage(others, ((heading, 1.0),))[0] >= _TOLD:
            return _sum(query, held)
    return None


def _rounds(query: Query, knowledge: Knowledge, article: str, what: str, last: int) -> list[Found[Batch]]:
    """The whole of each of the rounds from the first to the ``last``; nothing where one is missing."""
    held: list[Found[Batch]] = []
    for number in range(1, last + 1):
        forms = period_forms(f"第{'零一二三四五六七八九'[number]}{what}")
        one = next(
            (
                found for found in knowledge.batches
                if found.article == article and found.value.stage in _WHOLE and isinstance(found.value.period, str)
                and period_core(found.value.period) in forms and _value(query, found.value) is not None
            ),
            None,
        )  # fmt: skip
        if one is None:
            return []
        held.append(one)
    return held


def _value(query: Query, batch: Batch) -> float | None:
    return batch.total if query.kind == "money" else batch.count


def _sum(query: Query, held: Sequence[Found[Batch]]) -> Draft:
    def said(value: float) -> str:
        return f"{texts.number_text(round(value, 4))}亿元" if query.kind == "money" else f"{int(value)}个"

    values = [_value(query, found.value) or 0 for found in held]
    parts = "＋".join(f"{compact(str(f.value.period))}{said(v)}" for f, v in zip(held, values, strict=True))
    total = said(sum(values))
    proofs = tuple(Proof(found.article, found.value.evidence) for found in held)
    return Draft("answered", "sum", total, proofs, detail=f"{parts}＝{total}（推算）")
