"""Does it hold for me: papers from elsewhere (外地户口), which of several ranks of applicants, what my age pays."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.answering.evidence import texts
from index.answering.evidence.circumstances import age_bounds, age_of, own_spans, within_bounds, without
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage
from index.answering.evidence.fits import links_fit, period_fits
from index.answering.evidence.pool import Evidence
from index.answering.notices.supplements import with_standard
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern, load_table
from index.language.scripts import fold
from index.records import Span
from index.understanding.query import Query, Term

_OUTSIDE = load_pattern("answering.conditions.outside")
_MAY = load_pattern("answering.conditions.may")
_OPEN = load_pattern("answering.conditions.open")
_GUEST = load_pattern("answering.conditions.guest")
_OURS = load_pattern("answering.conditions.ours")
_TALK = load_pattern("answering.conditions.talk")
_RANKED = load_pattern("answering.conditions.ranked")
_LABEL = load_pattern("answering.conditions.label")
_HAS = load_pattern("answering.conditions.has")
_PAYS = load_pattern("answering.conditions.pays")
_TO_COME = load_pattern("answering.conditions.to_come")
_DISCOUNT = load_pattern("answering.conditions.discount")
_AGE = load_pattern("answering.conditions.age")
_VALUE = load_pattern("answering.conditions.value")
_IN_FOLD = load_pattern("answering.conditions.in_fold")
_ENOUGH = 0.6
_ASKED_AGE = load_pattern("answering.conditions.asked_age")


def for_outsiders(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """可以 or 不能 with the printed rule about where somebody is registered; None where none is printed."""
    asked = _OUTSIDE.search(query.text)
    if asked is None or not _MAY.search(query.text):
        return None
    terms = tuple(
        t for t in without(query.terms, (asked.span(),)) if t.weight >= 0.5 and not _TALK.fullmatch(t.text)
    )
    best: tuple[float, Draft] | None = None
    for evidence in pool:
        rule = _rule(evidence.text)
        if rule is None or not _about(query, terms, evidence):
            continue
        near, _, _ = coverage(terms, ((evidence.own, 1.0), (evidence.before, 0.8)))
        yes, said, weight = rule
        score = near + weight - 0.002 * evidence.rank
        if best is None or score > best[0]:
            word = "可以" if yes else "不能"
            best = score, Draft("answered", "yesno", f"{word}，{said}"[:158], (evidence.proof,))
    return best[1] if best else None


def _rule(text: str) -> tuple[bool, str, float] | None:
    """(whether outsiders may, the words of the rule, how plainly it is about them)."""
    for pattern, yes, weight in ((_OPEN, True, 0.3), (_GUEST, True, 0.2), (_OURS, False, 0.0)):
        if match := pattern.search(text):
            return yes, match[0].strip("，；。：、,;: "), weight
    return None


def _about(query: Query, terms: tuple[Term, ...], evidence: Evidence) -> bool:
    if evidence.sentence.role == "headline" or not (links_fit(query, evidence) and period_fits(query, evidence)):
        return False
    around = evidence.page.whole
    regions = ((evidence.own, 1.0), (evidence.before, 0.9), (evidence.heading, 1.0), (around, 0.75))
    share, missing, _ = coverage(terms, regions)
    return share >= _ENOUGH and not any(t.critical for t in missing)


def ranked_by_papers(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """第二顺序 for 有户口没房: the one rank whose description has and lacks the same; a refusal where none does."""
    mine = _papers(query.text)
    if not mine or not _RANKED.search(query.text):
        return None
    for evidence in pool:
        ranks = [(label, said) for label, said in _ranks(evidence.text)]
        if len(ranks) < 2:
            continue
        fits = [(label, said) for label, said in ranks if mine.items() <= _papers(said).items()]
        if len(fits) == 1:
            label, said = fits[0]
            return Draft("answered", "rank", label, (evidence.proof,), detail=f"{said}。")
        return Draft("not_found", "rank", texts.NO_ATTRIBUTE_PLAIN.format(what="这种情况的次序"), reason="attribute")
    return None


def _ranks(text: str) -> Iterator[tuple[str, str]]:
    """(第一顺序, the part of the sentence that describes it) of each labelled part."""
    spots = list(_LABEL.finditer(text))
    ends = [*(one.start() for one in spots[1:]), len(text)]
    for match, end in zip(spots, ends, strict=False):
        yield match[0], text[match.start() : end].strip("，；。：、,;: ")


def _papers(text: str) -> dict[str, bool]:
    """What somebody has or lacks: 有户籍无房产 → 户籍 True, 房产 False; 户籍与房产一致: both."""
    names = {word: row[0] for row in load_table("papers") for word in row[1].split()}
    found: dict[str, bool] = {}
    for match in _HAS.finditer(fold(text)):
        found.setdefault(names.get(match["what"], match["what"]), not match["not"])
    return found


def at_that_age(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """82岁打几折: what is printed for the ages that this one falls into; a refusal where it falls into none of them."""
    told = _AGE.search(query.text)
    age = int(told["age"]) if told else age_of(query)
    if age is None or not _PAYS.search(query.text) or query.kind in ("yesno", "count", "percent"):
        return None  # 65岁以上老人有多少: how many there are is nothing that they are paid
    value = _IN_FOLD if _DISCOUNT.search(query.text) else _VALUE
    spans = (*own_spans(query.text), *((told.span(),) if told else ()), *(m.span() for m in _PAYS.finditer(query.text)))
    terms = tuple(
        t
        for t in without(query.terms, spans)
        if t.weight >= 0.5 and not _ASKED_AGE.fullmatch(t.text) and t.text != str(age) and t.text != "折"
    )
    none, told_there = False, 0.0
    verbs = without(query.terms, spans)  # 领: of an allowance rather than of what a meal costs
    for evidence in sorted(pool, key=lambda one: (-_paid_there(terms, one), -_paid_there(verbs, one))):
        if none and _paid_there(terms, evidence) < told_there:
            break  # 高龄津贴 has its own ages; what a meal is cheaper by is another matter
        bands = [
            (bounds, evidence.text[slice(*span)])
            for span, bounds in _bands(evidence.text)
            if value.search(evidence.text[slice(*span)])
        ]
        if not bands or not _about(query, terms, evidence):
            continue
        if (coming := _TO_COME.search(query.text)) and coming[0] not in evidence.text:
            continue  # 明年涨到多少, and what holds now is printed
        fits = [said for bounds, said in bands if within_bounds(age, bounds)]
        if fits:
            said = _up_to(value, fits[-1])
            return with_standard(query, terms, Draft("answered", "text", said, (evidence.proof,)), evidence, pool)
        if len(bands) > 1 and not none:
            none, told_there = True, _paid_there(terms, evidence)
    if none:
        answer = texts.NO_ATTRIBUTE.format(subject=f"{age}岁", what="优惠或标准")
        return Draft("not_found", "number", answer, reason="attribute")
    return None


def _paid_there(terms: tuple[Term, ...], evidence: Evidence) -> float:
    """How far a sentence itself tells of what is paid: of 高龄津贴 rather than of what a meal is cheaper by."""
    return round(coverage(terms, ((evidence.own, 1.0),))[0], 2)


def _up_to(value: re.Pattern[str], said: str) -> str:
    """The clauses up to the one that holds the value."""
    match = value.search(said)
    end = next((b for a, b in clause_spans(said) if match and a <= match.start() < b), len(said))
    return said[:end].strip("，；。：、,;: ")


def _bands(text: str) -> Iterator[tuple[Span, tuple[tuple[int | None, int | None], ...]]]:
    """(span up to the next such clause, ages) of every clause that bounds an age."""
    clauses = clause_spans(text)
    bounded = [(span, age_bounds(fold(text[slice(*span)]))) for span in clauses]
    starts = [(span[0], bounds) for span, bounds in bounded if bounds is not None]
    for number, (low, bounds) in enumerate(starts):
        high = starts[number + 1][0] if number + 1 < len(starts) else len(text)
        stop = re.search(r"[。；;]", text[low:high])
        yield (low, low + stop.start() if stop else high), bounds
