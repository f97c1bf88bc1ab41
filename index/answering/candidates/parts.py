"""Parts of one sentence whose whole is printed nowhere: 岗位420个；…岗位180个, 奖金2万元，…另奖励8000元."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.candidates import arithmetic
from index.answering.candidates.arithmetic import read_amount
from index.answering.candidates.asked_type import same_unit
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage, explained
from index.answering.evidence.fits import segment_of, sentence_fits
from index.answering.evidence.labels import item_of, item_start, part_of_whole
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.numerals import find_quantities
from index.language.scripts import compact, fold
from index.records import Fact
from index.records.answers import Kind
from index.understanding.query import Query
from index.understanding.terms import synonyms

_KINDS = ("money", "count", "number", "sum", "area", "length")
_VALUES = ("money", "count", "measure")
_MORE = load_pattern("answering.parts.more")
_TOTAL = load_pattern("answering.parts.total")
_OF_ONE = load_pattern("answering.parts.of_one")
_SUBTRACTED = load_pattern("answering.parts.subtracted")
_COUNTED = load_pattern("answering.parts.counted")
_MARKS = "，；。,;：:"
_AMONG = load_pattern("answering.parts.among")
_FIGURE = re.compile(r"\d")
_ENOUGH = 0.66
_NAMED = 0.75
_NUMBERS = {"两": 2, "俩": 2, "二": 2, "三": 3, "仨": 3, "四": 4, "五": 5, "六": 6}


def parts_together(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The sum of the parts that one sentence prints, where 一共 is asked and no total is printed; else None."""
    if not query.total or query.kind not in _KINDS:
        return None
    if query.stages or query.programme or "批" in query.text:
        return None  # batches know their own totals
    counted = _COUNTED.search(query.text)
    wanted = _NUMBERS[counted["n"]] if counted else None
    terms = tuple(t for t in query.terms if counted is None or not counted.start() <= t.start < counted.end())
    best: tuple[float, Draft] | None = None
    for evidence in pool:
        if evidence.sentence.role not in ("paragraph", "caption") or not sentence_fits(query, evidence):
            continue
        share, missing, _ = coverage(terms, evidence.regions)
        if share < _ENOUGH or any(t.critical for t in missing):
            continue
        found = _parts(query, evidence)
        more = [f for f in found[1:] if _MORE.search(_before(evidence, f))]
        leads = {_row_lead(evidence, f) for f in found}
        bare = all(evidence.text.startswith("、", f.end) for f in found[:-1])  # 2个考点、56个考场 are no one sort
        in_a_row = bare and len(leads) == 1 and "" not in leads
        if len(found) < 2 or not (len(found) == wanted or len(more) == len(found) - 1 or in_a_row):
            continue
        amounts = [amount for f in found if (amount := read_amount(f.value)) is not None]
        if len(amounts) < len(found) or not all(arithmetic.alike(amounts[0], one) for one in amounts):
            continue
        said, detail = arithmetic.total(amounts)
        kind: Kind = "money" if found[0].kind == "money" else "sum"
        if best is None or share - 0.002 * evidence.rank > best[0]:
            draft = Draft("answered", kind, said, (evidence.proof,), detail=detail, confidence=0.9)
            best = share - 0.002 * evidence.rank, draft
    return best[1] if best else None


def whole_of_parts(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """本地外地一共多少台: the whole in front of just the parts that the question names, their sum."""
    if not query.total or query.kind not in _KINDS:
        return None
    for evidence in pool:
        values = [f for f in sorted(evidence.facts, key=lambda f: f.start) if f.kind in _VALUES]
        for at, whole in enumerate(values):
            parts = [f for f in values[at + 1 :] if part_of_whole(evidence, f) is not None and f.unit == whole.unit]
            parts = [f for f in parts if segment_of(evidence.text, f.start) == segment_of(evidence.text, whole.start)]
            amounts = [amount for f in (whole, *parts) if (amount := read_amount(f.value)) is not None]
            if len(parts) < 2 or len(amounts) <= len(parts):
                continue
            summed = amounts[0].value == sum(one.value for one in amounts[1:])
            if summed and all(_is_named(query, evidence, f) for f in parts) and sentence_fits(query, evidence):
                article = evidence.page.article.id
                return Draft("answered", query.kind, whole.value, (evidence.proof,), facts=((article, whole),))  # type: ignore[arg-type]
    return None


def _is_named(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """The words in front of the value, without 其中, stand in the question: 本地 of 其中本地860台."""
    label = _AMONG.sub("", compact(evidence.text[item_start(evidence.text, fact.start) : fact.start]))
    return len(label) > 1 and (label in query.text or label[:2] in query.text)


def _before(evidence: Evidence, fact: Fact) -> str:
    return evidence.text[max(fact.clause[0], fact.start - 12) : fact.start]


def _parts(query: Query, evidence: Evidence) -> list[Fact]:
    """The values of the asked measure; none where one of them is a total or only tells a change.

    What one has of it in the mean, or the one who has most (平均每人1.9万元，最多的一人4.6万元), is no part.
    """
    found = [f for f in sorted(evidence.values, key=lambda f: f.start) if f.kind in _VALUES and _asked(query, f)]
    found = [f for f in found if _is_measure(query, evidence, f) and not _OF_ONE.search(_before(evidence, f))]
    whole = any(_TOTAL.search(_before(evidence, f)) or _SUBTRACTED.search(_before(evidence, f)) for f in found)
    return [] if whole or "其中" in evidence.text else found


def _asked(query: Query, fact: Fact) -> bool:
    if query.kind == "money":
        return fact.kind == "money"
    unit = next((q.unit for q in find_quantities(fold(fact.value))), "")
    return fact.kind != "money" and (query.unit is None or same_unit(query.unit, unit))


def _is_measure(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """The item of the value says what is asked for (岗位4200个), or adds to the one before (另奖励8000元)."""
    if _MORE.search(_before(evidence, fact)):
        return True
    words = (query.head, *synonyms().get(query.head, ())) if query.head else ()
    own = f"{item_of(evidence, fact).own}|{_handed_out(evidence, fact)}|{_row_lead(evidence, fact)}"
    return not words or any(explained(word, own).score >= _NAMED for word in words)


def _handed_out(evidence: Evidence, fact: Fact) -> str:
    """面积分别为6.4万亩、5.1万亩: the measure of all values behind 分别, compact, or ""."""
    at = evidence.text.rfind("分别", 0, fact.start)
    if at < 0 or any(mark in evidence.text[at : fact.start] for mark in "；;。，"):
        return ""
    return evidence.clause((item_start(evidence.text, at), at))


def _row_lead(evidence: Evidence, fact: Fact) -> str:
    """教师通过选调 of 教师通过选调45名、公开招聘20名: what leads to a row of values parted by 、, compact, or ""."""
    text = evidence.text
    low, high = segment_of(text, fact.start, _MARKS)[0], segment_of(text, fact.end, _MARKS)[1]
    pieces = text[low:high].split("、")
    if len(pieces) < 2 or not all(_FIGURE.search(piece) for piece in pieces):
        return ""
    return compact(text[low : low + _FIGURE.search(pieces[0]).start()])  # type: ignore[union-attr]


def one_of_several(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """True where 一共 is asked and the value is one of several parts of its sentence."""
    if fact.kind not in _VALUES:
        return False
    found = _parts(query, evidence)
    named = [f for f in found if query.head and evidence.text[f.start :].startswith(f.value + query.head)]
    if len(named) == 1 and (named[0].start, named[0].end) == (fact.start, fact.end):
        return False  # 一共多少个考场: of 2个考点、78个考场 the one that is asked for
    return len(found) > 1 and any((f.start, f.end) == (fact.start, fact.end) for f in found)


def beside_its_name(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """城关街道18名，双桥镇10名 below a notice of what is asked: the named place stands before its own figure."""
    label = compact(evidence.text[item_start(evidence.text, fact.start) : fact.start])
    if not any(term.critical and len(term.text) > 1 and label == compact(term.text) for term in query.terms):
        return False
    around = ((evidence.heading, 1.0), (evidence.own, 1.0), (evidence.before, 1.0), (evidence.head, 0.9))
    told, missing, _ = coverage(query.terms, around)
    return told >= _NAMED and not missing
