"""The sum over the first rounds of a programme, each printed by itself: 前三轮一共多少个项目, 前两批总投资多少."""

from __future__ import annotations

from collections.abc import Sequence

from index.answering.evidence import texts
from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.explain import coverage
from index.answering.evidence.knowledge import Knowledge
from index.extraction.programmes.scenes import implied_stage
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
_YEARS = 10  # before the article's


def over_first_rounds(query: Query, knowledge: Knowledge) -> Draft | None:
    """The sum with its arithmetic; None where a round is missing or the question asks for anything but the whole."""
    first = _FIRST.search(query.text)
    match = first or _ALL.search(query.text)
    asked = query.text.replace(query.programme or "\0", "")  # 集中开工 says which programme, no stage of it
    if match is None or query.kind not in ("count", "money", "number") or query.links or _OTHER.search(asked):
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
                if found.article == article and _is_whole(query, found.value) and isinstance(found.value.period, str)
                and period_core(found.value.period) in forms and _value(query, found.value) is not None
                and not found.value.period.startswith(_former_years(knowledge.date_of(article)))
            ),
            None,
        )  # fmt: skip
        if one is None:
            return []
        held.append(one)
    return held


def _is_whole(query: Query, batch: Batch) -> bool:
    """All of a round: also the stage that the asked programme has in its name, where the round is one of 集中开工."""
    stage = implied_stage(query.programme)
    if stage is not None and batch.programme != query.programme:
        return False
    return batch.category is None and batch.stage in (*_WHOLE, stage)


def _former_years(date: str) -> tuple[str, ...]:
    """2023年 and before it for an article of 2024: rounds of those are not counted with this year's."""
    year = date[:4]
    return tuple(f"{one}年" for one in range(int(year) - _YEARS, int(year))) if year.isdigit() else ()


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
