"""May somebody of that age, or born then: what a person tells of themselves against the printed condition."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.answering.evidence.circumstances import age_bounds, age_of, own_spans, within_bounds, without
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
_FREE = load_pattern("answering.eligibility.free")


def may_take_part(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """可以 or 不能 with the printed condition; None where the question tells no age or no condition is printed.

    Args:
        pool: sentences near the question.
    """
    age, born = age_of(query), _birth(query.text)
    if (age is None and born is None) or not _MAY.search(query.text) or _FREE.search(query.text):
        return None
    told = [m.span() for m in _BORN.finditer(query.text)] if born else []
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
        for span, fits in _conditions(evidence.text, age, born):
            near, _, _ = coverage(terms, ((evidence.clause(span), 1.0), (evidence.before, 0.8)))
            score = share + 0.5 * near - 0.002 * evidence.rank
            if best is None or score > best[0]:
                said = evidence.text[slice(*span)].strip("，；。：、,;: ")
                word = "符合" if fits else "不能"
                best = score, Draft("answered", "yesno", f"{word}，公报写的是“{said}”", (evidence.proof,))
    return best[1] if best else None


def too_young(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """不能 where what is asked to be free is so from an age on that the asker has not reached (or up to one).

    Nothing where a sentence gives it to somebody of that age, too.
    """
    age = age_of(query)
    if age is None or not _FREE.search(query.text):
        return None
    terms = tuple(t for t in without(query.terms, own_spans(query.text)) if not t.text.isdigit())
    terms = tuple(t for t in terms if not _FREE.search(t.text))
    found: Draft | None = None
    for evidence in pool:
        text = fold(evidence.text)
        if evidence.sentence.role == "headline" or not _FREE.search(text) or not (
            links_fit(query, evidence) and period_fits(query, evidence) and contrast_fits(query, evidence)
        ):
            continue
        share, missing, _ = coverage(terms, ((evidence.own, 1.0), (evidence.before, 0.9), (evidence.heading, 0.9)))
        spans = [span for span in _joined(text) if age_bounds(text[slice(*span)]) is not None]
        if share < _ENOUGH or any(t.critical for t in missing) or not spans:
            continue
        if any(within_bounds(age, age_bounds(text[slice(*span)]) or ()) for span in spans):
            return None
        low, high = spans[0]
        said = evidence.text[low:high].strip("，；。：、,;: ")
        found = found or Draft("answered", "yesno", f"不能，公报写的是“{said}”"[:158], (evidence.proof,))
    return found


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


def _conditions(text: str, age: int | None, born: tuple[int, int, int] | None) -> Iterator[tuple[Span, bool]]:
    """(span, whether the person meets it) of each printed condition of age or birth."""
    folded = fold(text)
    if born is not None:
        for match in _BORN_BETWEEN.finditer(folded):
            low = (int(match["y1"]), int(match["m1"]), int(match["d1"] or 1))
            high = (int(match["y2"]), int(match["m2"]), int(match["d2"] or 31))
            yield match.span(), low <= born <= high
        for match in _BORN_AFTER.finditer(folded):
            day = (int(match["y"]), int(match["m"]), int(match["d"] or 1))
            yield match.span(), (born >= day) == (match["way"] in ("以后", "之后"))
    if age is not None:
        for span in _joined(folded):
            bounds = age_bounds(folded[slice(*span)])
            if bounds is not None:
                yield span, within_bounds(age, bounds)


def _joined(text: str) -> list[Span]:
    """The clauses, neighbours that both bound an age as one: 年满18周岁，不超过60周岁."""
    found: list[Span] = []
    for low, high in clause_spans(text):
        bounded = age_bounds(text[low:high]) is not None
        if bounded and found and found[-1][1] >= low - 1 and age_bounds(text[slice(*found[-1])]) is not None:
            found[-1] = (found[-1][0], high)
        else:
            found.append((low, high))
    return found
