"""Yes or no: what only one is said to have (周日只供午餐), and what belongs to a yes: a part left over, a proviso."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage
from index.answering.evidence.fits import contrasted, links_fit, period_fits
from index.answering.evidence.knowledge import Knowledge
from index.answering.evidence.pool import Evidence
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.understanding.query import Query

_ENOUGH = 0.6
_ONLY = load_pattern("answering.yesno.only")


def only_that(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """周日有晚饭吗, where 周日只供午餐 is printed: no; and yes for what is the only one."""
    halves = contrasted(query.text)
    for evidence in pool if halves else ():
        if not (links_fit(query, evidence) and period_fits(query, evidence)):
            continue
        for span in clause_spans(evidence.text):
            clause = evidence.text[slice(*span)]
            if not _ONLY.search(clause):
                continue
            own = compact(clause)
            for asked, others in halves:
                about = tuple(t for t in query.terms if not asked.search(t.text))
                regions = ((own, 1.0), (evidence.before, 0.8), (evidence.head, 0.7), (evidence.heading, 0.8))
                share, missing, _ = coverage(about, regions)
                if share < _ENOUGH or any(t.critical for t in missing) or not _on_that_day(query, own):
                    continue
                yes = bool(asked.search(own))
                if yes or any(other.search(own) for other in others):
                    said = f"{'是' if yes else '没有'}，{clause.strip('，。；、 ')}"
                    return Draft("answered", "yesno", said, (evidence.proof,), confidence=0.9)
    return None


_A_DAY = load_pattern("answering.yesno.a_day")


def _on_that_day(query: Query, clause: str) -> bool:
    """The day that the question names is the day of the clause; no day is no certain one."""
    asked = _A_DAY.search(query.text)
    return asked[0] in clause if asked else not _A_DAY.search(clause)

_PROVISO = load_pattern("answering.yesno.proviso")
_OF_ALL = load_pattern("answering.yesno.of_all")
_YES = load_pattern("answering.yesno.yes")
_DONE_OF_ALL = load_pattern("answering.yesno.done_of_all")  # 中心32个，已运营27个
_LEFT_OVER = load_pattern("answering.yesno.left_over")
_RATE_OF = load_pattern("answering.yesno.rate_of")
_WHOLE = 100.0
_MOST_SAID = 150  # code points


def but_not_all(query: Query, draft: Draft) -> Draft:
    """前三场的项目全开工了吗, where 47个，目前已开工41个，剩下6个… is printed: 没有."""
    said = _YES.sub("", draft.answer)
    if draft.kind != "yesno" or said == draft.answer or not _OF_ALL.search(query.text):
        return draft
    rates = [float(match["rate"]) for match in _RATE_OF.finditer(said) if match["of"] in query.stages]
    left = _LEFT_OVER.search(said) or any(rate < _WHOLE for rate in rates)
    left = left or any(float(match["done"]) < float(match["all"]) for match in _DONE_OF_ALL.finditer(said))
    return replace(draft, answer=f"没有，{said}") if left else draft


def with_proviso(draft: Draft, knowledge: Knowledge) -> Draft:
    """能，…同样可以办卡，但不享受优惠: what the sentence adds with 但 right behind the quoted words belongs to it."""
    said = draft.answer.partition("，")[2]
    for proof in draft.proofs if draft.status == "answered" and len(said) > 3 else ():
        for sentence in knowledge.page(proof.article).within(proof.spans):
            at = sentence.text.text.find(said)
            more = _PROVISO.match(sentence.text.text, at + len(said)) if at >= 0 else None
            if more is not None and len(draft.answer) + len(more[0]) <= _MOST_SAID:
                return replace(draft, answer=draft.answer + more[0])
    return draft
