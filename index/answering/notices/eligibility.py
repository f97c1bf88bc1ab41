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
from index.language.scripts import fold
from index.records import Span
from index.understanding.query import Query

_BORN = re.compile(r"(?P<year>(?:19|20)\d{2})年(?:(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})[日号])?)?(?:份)?(?:出?生|的)")
_BORN_BETWEEN = re.compile(
    r"(?P<y1>\d{4})年(?P<m1>\d{1,2})月(?:(?P<d1>\d{1,2})日)?(?:至|到|—+|-|~|～)"
    r"(?P<y2>\d{4})年(?P<m2>\d{1,2})月(?:(?P<d2>\d{1,2})日)?[^，。；]{0,8}出生"
)
_BORN_AFTER = re.compile(
    r"(?P<y>\d{4})年(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})日)?(?:\(含\)|（含）)?(?:及)?"
    r"(?P<way>以后|之后|以前|之前)[^，。；]{0,6}出生"
)
_MAY = re.compile(r"能|可以|可不可以|行不行|行吗|够|符合|有资格|[报参]")
_USES = re.compile(r"能|可以|可不可以|行不行|行吗|享受|有没有|补不补|算不算|包不包")
_OUT = re.compile(
    r"(?P<x>[\u4e00-\u9fff]{2,8}(?:[、和及与][\u4e00-\u9fff]{2,8}){0,8}?)(?:均|都|暂)?"
    r"(?:不在[^，。；]{0,10}(?:范围|之列|此列)|不属于[^，。；]{0,10}范围|不纳入|不予(?:补|受理|报销|办理)|不享受|除外)"
)
_TALK = re.compile(r"买|购买|用|补|换|新|旧|领|拿|报")
_ENOUGH = 0.6
_FREE = re.compile(r"免费|不收费|不要钱")


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
