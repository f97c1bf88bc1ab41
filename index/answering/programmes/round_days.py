"""On which day a round was held, where a sentence lines up the days of several: 前两批分别于1月8日、3月5日举行."""

from __future__ import annotations

from index.answering.evidence import texts
from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.knowledge import Knowledge
from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.understanding.periods import period_core
from index.understanding.query import Query

_OTHER = load_pattern("answering.round_days.other")


def day_of_round(query: Query, knowledge: Knowledge) -> Draft | None:
    """The day of the one asked round; None where its own sentence prints none, or the question is of something else."""
    if query.kind != "date" or len(query.periods) != 1 or query.links or query.stages or _OTHER.search(query.text):
        return None
    for found in knowledge.batches_by_period.get(query.periods[0], ()):
        batch, page = found.value, knowledge.page(found.article)
        if batch.event_date is None or query.programme not in (None, batch.programme):
            continue
        _, month, day = batch.event_date.split("-")
        said = f"{int(month)}月{int(day)}日"
        printed = compact("".join(page.article.text[low:high] for low, high in batch.evidence))
        if said in printed and period_core(str(batch.period)) not in printed:  # 第二批 of 前三批 … 分别于 …
            detail = texts.IN_THE_ORDER.format(name=texts.period_name(batch.period), said=said)
            proof = Proof(found.article, batch.evidence)
            return Draft("answered", "date", said, (proof,), detail=detail, period=batch.period)
    return None
