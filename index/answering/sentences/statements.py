"""Answers that are words of the text: what, why, how; what a figure means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.answering.evidence.draft import Draft, outward_kind
from index.answering.evidence.explain import coverage, explained
from index.answering.evidence.fits import (
    contrast_fits,
    denial_fits,
    links_fit,
    period_fits,
    scope_fits,
    segment_of,
    told_of_period,
    year_fits,
)
from index.answering.evidence.loosely import LOOSE, absent, share
from index.answering.evidence.pool import Evidence
from index.answering.sentences.how_far import tells_how_far
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern, load_table, load_words
from index.language.numerals import find_quantities, is_same
from index.language.scripts import compact, fold
from index.records import Fact, Span
from index.understanding.query import Query, Term

_ENOUGH_TEXT = 0.7
_ENOUGH_WORDS = 0.85
_LONGEST = 150
_LONG = 40  # code points from which only the name and the clause of the figure are told
_WHY = load_pattern("answering.statements.why")
_CAUSE = load_pattern("answering.statements.cause")
_HOW = load_pattern("answering.statements.how")
_ANY_DEED = load_pattern("answering.statements.any_deed")
_WEAK = 0.2


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with the share of the question that it and its surroundings account for."""

    score: float
    share: float
    missing: tuple[Term, ...]
    evidence: Evidence
    repaired: tuple[tuple[str, str], ...]


def ranked(query: Query, pool: Sequence[Evidence], *, heading: float = 0.6) -> list[Told]:
    """The sentences of ``pool`` that fit the slots of the question, best first."""
    found: list[Told] = []
    for evidence in pool:
        if evidence.sentence.role not in ("paragraph", "table", "caption"):
            continue
        if (
            not links_fit(query, evidence)
            or not period_fits(query, evidence)
            or not year_fits(query, evidence)
            or not scope_fits(query, evidence)
            or not contrast_fits(query, evidence)
        ):
            continue
        within = evidence.own if evidence.about is None else evidence.clause(evidence.about)
        before = "" if evidence.sentence.role == "table" else evidence.before  # another row is another matter
        regions = ((within, 1.0), (before, 0.7), (evidence.head, 0.6), (evidence.heading, heading))
        share, missing, repaired = coverage(query.terms, regions)
        own, _, _ = coverage(query.terms, ((within, 1.0),))
        if not any(term.critical for term in missing):
            found.append(
                Told(
                    share + 0.3 * own - 0.002 * evidence.rank - 0.0003 * len(evidence.own),
                    share,
                    missing,
                    evidence,
                    repaired,
                )
            )
    return sorted(found, key=lambda one: -one.score)


def answer_text(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The clause or clauses that answer what, why or how."""
    for best in ranked(query, pool)[:4]:
        strong = [t for t in best.missing if t.weight >= 0.5]
        if best.share < _ENOUGH_TEXT or (strong and best.share < 0.8):
            return None
        text = best.evidence.text
        if _of_another_month(query, best.evidence):
            continue
        if _WHY.search(query.text) and (
            strong or best.evidence.sentence.role != "paragraph" or not _CAUSE.search(text)
            or _cause_of_another(query, text)
        ):
            continue
        span = _window(query, best.evidence)
        said = text[span[0] : span[1]].strip("，；。：、 ")
        if best.evidence.sentence.role == "table" and said == text.strip("，；。：、 "):
            continue  # a whole row as it is printed is no answer: which cell is asked stays open
        if not _adds(query, said) or not names_what_is_counted(query, said) or of_others(query, best.evidence):
            continue
        if not denial_fits(query, said) or not told_of_period(query, text, span[0]):
            continue
        if not tells_how_far(query, best.evidence, said):
            continue
        if query.kind == "organisation" and not _names_body(query, said):
            continue
        if not _tells_way(query, best.evidence, said):
            continue
        return Draft(
            "answered", "text", said, (best.evidence.proof,),
            confidence=round(best.share, 3), repaired=best.repaired,
            projects=query.projects,
        )  # fmt: skip
    return None


def _cause_of_another(query: Query, text: str) -> bool:
    """甲项目没有动工，原因是…；乙厂停工三个月: no cause is told in the part that names the asked one."""
    parts = re.split("[；;]", text)
    words = [t.text for t in query.terms if t.weight >= 1.0 and len(t.text) > 1]
    scores = [sum(explained(word, compact(part)).score >= 0.75 for word in words) for part in parts]
    own = [part for part, score in zip(parts, scores, strict=True) if score == max(scores)]
    return len(parts) > 1 and len(own) == 1 and max(scores) > 1 and not _CAUSE.search(own[0])


def _tells_way(query: Query, evidence: Evidence, said: str) -> bool:
    """怎么运来的, 坏了怎么送: the words have the deed that is asked after, and what is around them has its occasion."""
    how = _HOW.search(query.text)
    if how is None:
        return True
    deed = query.text[how.end() :].rstrip("的了呢啊")
    if len(deed) == 1 and deed not in said + evidence.heading and not _ANY_DEED.match(deed):
        return False
    deeds = tuple(t for t in query.terms if t.start >= how.end() and t.weight > _WEAK)
    occasion = tuple(t for t in query.terms if t.end <= how.start() and len(t.text) == 1 and t.weight > _WEAK)
    around = "|".join((evidence.own, evidence.before, evidence.head, evidence.heading))
    told = compact(said) + evidence.heading if len(deed) == 1 else compact(said)
    return share(deeds, told) >= LOOSE and not absent(occasion, (around,))


def _of_another_month(query: Query, evidence: Evidence) -> bool:
    """2月份均价: a sentence that names no February, in an article that is not of it, is no answer."""
    if query.month is None:
        return False
    said = evidence.own + evidence.before + evidence.heading
    if re.search(rf"(?<!\d)0?{query.month}(?:月|至|\.)|至{query.month}月", said):
        return False
    dated = evidence.page.article.date or evidence.page.article.issue_date or ""
    return dated[5:7] != f"{query.month:02d}"


def of_others(query: Query, evidence: Evidence) -> bool:
    """甲镇作了发言，乙镇作了检讨: 乙镇的发言 is told nowhere; the clause of the deed names others of the sort alone."""
    for name in (t for t in query.terms if t.critical and t.text.endswith(_AREA_ENDS) and len(t.text) > 2):
        deeds = tuple(t for t in query.terms if t.weight >= 1.0 and not t.critical)
        clauses = [evidence.clause(span) for span in clause_spans(evidence.text)]
        if not deeds or not any(name.text in clause for clause in clauses):
            continue
        shares = [coverage(deeds, ((clause, 1.0),))[0] for clause in clauses]
        best = clauses[max(range(len(clauses)), key=lambda n: shares[n])]
        own = max(share for share, clause in zip(shares, clauses, strict=True) if name.text in clause)
        rivals = any(end in best for end in _AREA_ENDS)
        if max(shares) >= _ENOUGH_TEXT / 2 and own == 0.0 and rivals and name.text not in best:
            return True
    return False


_AREA_ENDS = ("镇", "乡", "街道", "村", "社区", "区", "县")
_ASKS_NAMES = load_pattern("answering.statements.asks_names")
_MANY = 2  # things counted in the question from which on their names have to stand in a row


def names_what_is_counted(query: Query, said: str) -> bool:
    """那7所幼儿园分别叫什么, 首批46个项目都是哪些: the words have to name them, so many of them or nearly."""
    counted = [value for value, unit in query.figures if unit and value >= _MANY and value == int(value)]
    if not counted or not _ASKS_NAMES.search(query.text):
        return True
    rows = [
        len(re.split(r"[、；]", run))
        for run in re.findall(r"[^，。：:\d]{2,}(?:[、；][^，。：:]{2,})+", said)
    ]
    return max(rows, default=1) >= max(2, min(counted) * 0.6)


def _names_body(query: Query, said: str) -> bool:
    """An organisation that the question has not named itself stands beside what it is asked to have done."""
    text = said
    for link in query.links:
        text = text.replace(link.name, "").replace(link.typed, "")
    done = [t for t in query.terms if t.text in load_words("role_verbs")]
    told = all(explained(t.text, text).score >= 0.5 for t in done)
    return told and bool(expected("organisation").search(text))


def following(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """拿去干啥了 behind 省下多少钱: the clauses that go on behind the quoted ones, up to the next semicolon.

    Args:
        pool: sentences beside another answer, the quoted ones with rank 0 and without the values told.
    """
    if query.kind not in ("text", "stage") or _WHY.search(query.text):
        return None
    for evidence in (one for one in pool if one.rank == 0):
        text = evidence.text
        clauses = [
            c
            for c in clause_spans(text)
            if c[0] >= max((f.clause[1] for f in evidence.told), default=len(text))
        ]
        end = next((c[1] for c in clauses if text[c[1] - 1] in "；;。"), len(text))
        said = text[clauses[0][0] : end].strip("，；。：、,; ") if clauses else ""
        if 4 <= len(said) <= _LONGEST:
            proof = evidence.proof
            return Draft("answered", outward_kind(query.kind), said, (proof,))
    return None


def asks_why(text: str) -> bool:
    """True where a reason is asked for."""
    return bool(_WHY.search(text))


def answer_in_words(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The clauses that account for nearly the whole question and hold an expression of the asked kind.

    For questions whose value no extractor has typed: 决赛打了几比几 → 以78比75险胜….
    """
    for best in ranked(query, pool)[:3]:
        strong = [t for t in best.missing if t.weight >= 0.5]
        if strong or best.share < _ENOUGH_WORDS:
            return None
        low, high = _window(query, best.evidence)
        said = best.evidence.text[low:high].strip("，；。：、 ")
        if not expected(query.kind).search(said) or not _adds(query, said):
            continue
        return Draft(
            "answered", outward_kind(query.kind), said,
            (best.evidence.proof,),
            confidence=round(best.share, 3), repaired=best.repaired,
            projects=query.projects,
        )  # fmt: skip
    return None


@lru_cache(maxsize=64)
def expected(kind: str) -> re.Pattern[str]:
    """What the words of an answer of this type have to hold; anything where nothing is known."""
    found = {row[0]: row[1] for row in load_table("expected")}
    return re.compile(found.get(kind, ""))


def _adds(query: Query, said: str) -> bool:
    """The words say more than the question did."""
    known = compact(query.text)
    return sum(sign not in known for sign in compact(said)) >= 3


def _window(query: Query, evidence: Evidence) -> Span:
    """The clauses to say: the sentence if short, else from the best matching clause to its end."""
    text = evidence.text
    low, high = evidence.about if evidence.about is not None else (0, len(text))
    if high - low <= _LONGEST:
        return low, high
    clauses = [span for span in clause_spans(text) if low <= span[0] and span[1] <= high]
    if not clauses:
        return low, min(high, low + _LONGEST)
    scores = [coverage(query.terms, ((evidence.clause(span), 1.0),))[0] for span in clauses]
    at = max(range(len(clauses)), key=lambda i: scores[i])
    start, end = clauses[at]
    following = at + 1
    while following < len(clauses) and clauses[following][1] - start <= _LONGEST:
        end = clauses[following][1]
        if text[end - 1] in "；。":
            break
        following += 1
    return start, min(end, start + _LONGEST)


def meaning(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """What a figure stands for: the clause that prints it, with its subject."""
    best: tuple[float, Evidence, Fact] | None = None
    terms = tuple(t for t in query.terms if not _OF_FIGURES.fullmatch(t.text) and not _FIGURE.search(t.text))
    for evidence in pool:
        for fact in evidence.facts:
            if not _is_asked(query, evidence.text[fact.start : fact.end]):
                continue
            share, missing, _ = coverage(
                terms, ((evidence.own, 1.0), (evidence.heading, 0.8), (evidence.before, 0.8))
            )
            if any(t.critical for t in missing) or (terms and share < 0.6):
                continue
            score = share - 0.002 * evidence.rank
            if best is None or score > best[0]:
                best = (score, evidence, fact)
    if best is None:
        return None
    _, evidence, fact = best
    if evidence.sentence.role == "table" and fact.subject:
        said = fact.subject if "哪" in query.text else f"{fact.subject}{fact.attribute}{fact.value}"
        return Draft("answered", "text", said, (evidence.proof,))
    return Draft("answered", "text", _with_its_subject(evidence, fact.clause)[:_LONGEST], (evidence.proof,))


def _with_its_subject(evidence: Evidence, clause: Span) -> str:
    """The clause, with the project that was named last in front of it, or what it goes on from."""
    low = clause[0]
    if len(evidence.text[low : clause[1]]) < 12:
        earlier = [span for span in clause_spans(evidence.text) if span[1] <= low]
        low = earlier[-1][0] if earlier else low
    first = segment_of(evidence.text, low)[0]
    headless = _HEADLESS.match(evidence.text, clause[0]) is not None and clause[1] - first <= _LONGEST
    named = _last_project(evidence, first, clause[0] if headless else low)
    low = first if headless else low  # 某某项目9月下线第一批产品，全部达产后预计年产值5.2亿元
    low = named[0] if named is not None and clause[1] - named[0] <= _LONGEST else low
    said = evidence.text[low : clause[1]].strip("，；。：、 ")
    if named is not None and len(said) > _LONG:  # its name and the clause alone, without what is told between
        name, last = evidence.text[slice(*named)], evidence.text[clause[0] : clause[1]]
        said = f"{name}{'' if named[1] == clause[0] else '，'}{last.strip('，；。：、 ')}"
    return said


def _last_project(evidence: Evidence, first: int, low: int) -> Span | None:
    """Where the project that was named last in front of a clause stands: 某某冷库项目选址城东，新建库房8万立方米."""
    text = fold(evidence.text)
    names = {fold(name) for row in evidence.page.says.projects for name in (row.name, *row.aliases[:1])}
    held = [(at, -len(name)) for name in names if (at := text.rfind(name, first, low)) >= 0]
    last = max((at - size for at, size in held), default=0)  # names that end last, the longest of them
    return min(((at, at - size) for at, size in held if at - size == last), default=None)


_HEADLESS = load_pattern("answering.statements.headless")
_OF_FIGURES = load_pattern("answering.statements.of_figures")
_FIGURE = re.compile(r"\d")


def _is_asked(query: Query, printed: str) -> bool:
    """The printed value is one of the figures of the question; 4.9% is not 4.9亿元."""
    quantity = next(iter(find_quantities(fold(printed))), None)
    if quantity is None:
        return False
    return any(
        is_same(quantity.value, wanted)
        and (unit == "" or quantity.unit == "" or (unit == "%") == (quantity.unit in ("%", "个百分点", "百分点")))
        for wanted, unit in query.figures
    )


def explains_all(query: Query, evidence: Evidence) -> bool:
    """Every strong word of the question stands in the sentence."""
    return all(explained(term.text, evidence.own).score >= 0.5 for term in query.terms if term.weight >= 0.5)
