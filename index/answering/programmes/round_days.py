"""On which day a round was held, where a sentence lines up the days of several: 前两批分别于1月8日、3月5日举行."""

from __future__ import annotations

from index.answering.evidence import texts
from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.knowledge import Knowledge
from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.understanding.periods import period_core
from index.understanding.query import Query
from index.understanding.terms import WEAK

_EVENT = load_pattern("answering.round_days.event")
_OTHER = load_pattern("answering.round_days.other")


def day_of_round(query: Query, knowledge: Knowledge) -> Draft | None:
    """The day of the one asked round; None where its own sentence prints none, or the question is of something else."""
    if query.kind != "date" or len(query.periods) != 1 or query.links or query.stages or _OTHER.search(query.text):
        return None
    for found in knowledge.batches_by_period.get(query.periods[0], ()):
        batch, page = found.value, knowledge.page(found.article)
        if batch.event_date is None or query.programme not in (None, batch.programme):
            continue
        said = texts.day_of_year(batch.event_date)
        printed = compact("".join(page.article.text[low:high] for low, high in batch.evidence))
        if said in printed and period_core(str(batch.period)) not in printed:  # 第二批 of 前三批 … 分别于 …
            detail = texts.IN_THE_ORDER.format(name=texts.period_name(batch.period), said=said)
            proof = Proof(found.article, batch.evidence)
            return Draft("answered", "date", said, (proof,), detail=detail, period=batch.period)
    return None


def day_of_event(query: Query, knowledge: Knowledge) -> Draft | None:
    """1月28日 for 第七期…活动哪天举行: the printed day of the event that the numbered round was of."""
    if query.kind != "date" or query.stages or query.projects or _OTHER.search(query.text):
        return None
    period = query.periods[0] if len(query.periods) == 1 else None
    if not isinstance(period, int) or not _EVENT.search(query.text):
        return None
    for found in knowledge.batches_by_period.get(period, ()):
        batch, page = found.value, knowledge.page(found.article)
        if batch.event_date is None or batch.event is None or query.programme not in (None, batch.programme):
            continue
        if query.district not in (None, batch.district) or any(
            term.weight > WEAK and term.text not in batch.event for term in query.terms
        ):
            continue
        said = texts.day_of_year(batch.event_date)
        sentence = next((s.text for s in page.says.sentences if compact(batch.event) in compact(s.text.text)), None)
        if sentence is not None and said in compact(sentence.text):
            proof = Proof(found.article, sentence.spans())
            return Draft("answered", "date", said, (proof,), period=batch.period, held=True)
    return None
