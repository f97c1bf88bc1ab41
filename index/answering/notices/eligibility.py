"""May somebody born then: the day of birth against the printed condition; and what a rule leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.answering.evidence.circumstances import own_spans, without
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage
from index.answering.evidence.fits import contrast_fits, links_fit, period_fits, scope_fits
from index.answering.evidence.pool import Evidence
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern
from index.language.scripts import fold
from index.records import Span
from index.understanding.query import Query

_BORN = load_pattern("answering.eligibility.born")
_BORN_BETWEEN = load_pattern("answering.eligibility.born_between")
_BORN_AFTER = load_pattern("answering.eligibility.born_after")
_MAY = load_pattern("answering.eligibility.may")
_USES = load_pattern("answering.eligibility.uses")
_OUT = load_pattern("answering.eligibility.out")
_TALK = load_pattern("answering.eligibility.talk")
_ENOUGH = 0.6


def may_take_part(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """符合 or 不能 with the printed days of birth; None where the question tells no such day or none is printed.

    Args:
        pool: sentences near the question.
    """
    born = _birth(query.text)
    if born is None or not _MAY.search(query.text):
        return None
    told = [m.span() for m in _BORN.finditer(query.text)]
    terms = tuple(t for t in without(query.terms, (*own_spans(query.text), *told)) if not t.text.isdigit())
    best: tuple[float, Draft] | None = None
    for evidence in pool:
        if evidence.sentence.role == "headline" or not (
            links_fit(query, evidence)
            and period_fits(query, evidence)
            and scope_fits(query, evidence)
            and contrast_fits(query, evidence)
        ):
            continue
        around = evidence.page.whole
        regions = ((evidence.own, 1.0), (evidence.before, 0.9), (evidence.heading, 0.9), (around, 0.7))
        share, missing, _ = coverage(terms, regions)
        if share < _ENOUGH or any(t.critical for t in missing):
            continue
        for span, fits in _conditions(evidence.text, born):
            near, _, _ = coverage(terms, ((evidence.clause(span), 1.0), (evidence.before, 0.8)))
            score = share + 0.5 * near - 0.002 * evidence.rank
            if best is None or score > best[0]:
                said = evidence.text[slice(*span)].strip("，；。：、,;: ")
                word = "符合" if fits else "不能"
                best = score, Draft("answered", "yesno", f"{word}，公报写的是“{said}”", (evidence.proof,))
    return best[1] if best else None


def left_out(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """不能 where a rule leaves out just what the question names: 手机不在补贴范围内."""
    if not _USES.search(query.text):
        return None
    for evidence in pool:
        if evidence.sentence.role == "headline" or not (links_fit(query, evidence) and period_fits(query, evidence)):
            continue
        for match in _OUT.finditer(fold(evidence.text)):
            named = [one for one in re.split("[、和及与]", match["x"]) if len(one) > 1 and one in query.text]
            spots = tuple((at, at + len(one)) for one in named if (at := query.text.find(one)) >= 0)
            terms = tuple(t for t in without(query.terms, spots) if t.weight >= 0.5 and not _TALK.fullmatch(t.text))
            around = evidence.page.whole
            regions = ((evidence.own, 1.0), (evidence.before, 0.9), (evidence.heading, 0.9), (around, 0.75))
            if named and coverage(terms, regions)[0] >= _ENOUGH:
                low, high = next(c for c in clause_spans(evidence.text) if c[0] <= match.start() < c[1])
                said = evidence.text[low:high].strip("，；。：、,;: ")
                return Draft("answered", "yesno", f"不能，{said}"[:158], (evidence.proof,))
    return None


def _birth(text: str) -> tuple[int, int, int] | None:
    match = _BORN.search(text)
    if match is None or not match["month"]:
        return None
    return int(match["year"]), int(match["month"]), int(match["day"] or 15)


def _conditions(text: str, born: tuple[int, int, int]) -> Iterator[tuple[Span, bool]]:
    """(span, whether somebody born then meets it) of each printed condition of birth."""
    folded = fold(text)
    for match in _BORN_BETWEEN.finditer(folded):
        low = (int(match["y1"]), int(match["m1"]), int(match["d1"] or 1))
        high = (int(match["y2"]), int(match["m2"]), int(match["d2"] or 31))
        yield match.span(), low <= born <= high
    for match in _BORN_AFTER.finditer(folded):
        day = (int(match["y"]), int(match["m"]), int(match["d"] or 1))
        yield match.span(), (born >= day) == (match["way"] in ("以后", "之后"))
