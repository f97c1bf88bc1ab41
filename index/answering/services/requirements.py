"""What is required of applicants: age, day of birth, income, schooling; and whether a schooling is enough."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from index.answering.evidence.circumstances import schooling_fits, schooling_named, schooling_span
from index.answering.evidence.draft import Draft, outward_kind
from index.answering.evidence.knowledge import Page
from index.answering.evidence.loosely import term_held
from index.answering.services.topic import bare, foremost, sentences, told, topic
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern, load_table
from index.language.scripts import compact, fold
from index.records import Span
from index.understanding.query import Query, Term

_MAY = load_pattern("answering.requirements.may")
_EASED = load_pattern("answering.requirements.eased")
_EASED_FOR = load_pattern("answering.requirements.eased_for")
_OTHERWISE = load_pattern("answering.requirements.otherwise")
_OF_WHOM = load_pattern("answering.requirements.of_whom")
_JOB_ASKED = load_pattern("answering.requirements.job_asked")
_LETTERS = 2
_LEAST = 0.55
_ONE_OF_THEM = 0.6
_LONGEST = 158


def required(query: Query, pages: Sequence[Page]) -> Draft | None:
    """The clause that prints the required age, day of birth, income, stay or schooling; None where none is printed."""
    for asks, says in _kinds():
        asked = [match.span() for match in asks.finditer(query.text)]
        best = foremost(_saying(query, says, topic(query, asked), pages)) if asked else None
        if best is not None:
            return best
    return None


def _saying(
    query: Query, says: re.Pattern[str], terms: Sequence[Term], pages: Sequence[Page]
) -> Iterator[tuple[float, int, Draft]]:
    """The clauses that print such a requirement of what is asked about; what is eased, for whom it is alone."""
    for order, evidence in sentences(pages):
        clauses = clause_spans(evidence.text)
        for number, span in enumerate(clauses):
            said = bare(evidence.text[slice(*span)])
            if _EASED_FOR.search(said) and number and says.search(fold(said)):
                said = bare(evidence.text[clauses[number - 1][0] : span[1]])
                own = [t for t in terms if len(t.text) > 1 and term_held(t, evidence.heading) < _ONE_OF_THEM]
                if not any(term_held(t, compact(said)) >= _ONE_OF_THEM for t in own):
                    continue  # 退役军人可放宽到45周岁 holds for nobody else
                yield 1.0, order, Draft("answered", outward_kind(query.kind), said, (evidence.proof,))
                continue
            if not says.search(fold(said)) or len(said) > _LONGEST or _OTHERWISE.search(said):
                continue
            share = told(query, terms, evidence, said)
            if share is not None and share >= _LEAST and not _of_another_group(query, said):
                yield share, order, Draft("answered", outward_kind(query.kind), said, (evidence.proof,))


def _of_another_group(query: Query, said: str) -> bool:
    """记者要什么学历: 护士须为大专以上学历 is required of others, whom the question does not name."""
    opening, asked = _OF_WHOM.match(said), _JOB_ASKED.search(query.text)
    if opening is None or asked is None:
        return False
    return asked["who"][-_LETTERS:] not in said and opening["who"][-_LETTERS:] not in query.text


@lru_cache(maxsize=1)
def _kinds() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((re.compile(asks), re.compile(says)) for _, asks, says in load_table("requirements"))


def schooled_enough(query: Query, pages: Sequence[Page]) -> Draft | None:
    """可以 or 不能 by the printed schooling (初中毕业 against 高中以上学历); None where none is asked of applicants."""
    return foremost(_enough(query, pages))


def _enough(query: Query, pages: Sequence[Page]) -> Iterator[tuple[float, int, Draft]]:
    level = schooling_span(query.text)
    if level is None or query.kind != "yesno" or not _MAY.search(query.text):
        return
    terms = topic(query, [level[1]])
    for order, evidence in sentences(pages):
        for span, fits in _schoolings(level[0], terms, evidence.text):
            said = bare(evidence.text[slice(*span)])
            share = told(query, terms, evidence, said, of_any_sort=True)
            if share is not None and share >= _LEAST:
                word = "可以" if fits else "不能"
                yield share, order, Draft("answered", "yesno", f"{word}，{said}"[:_LONGEST], (evidence.proof,))


def _schoolings(level: int, terms: Sequence[Term], text: str) -> Iterator[tuple[Span, bool]]:
    """(span, whether the level is enough) of each clause that asks for a schooling.

    What eases it stands behind (退役军人可放宽至高中), and holds for whoever the question says to be one of them.
    """
    clauses = clause_spans(text)
    for number, span in enumerate(clauses):
        fits = schooling_fits(level, fold(text[slice(*span)]))
        if fits is None:
            continue
        behind = clauses[number + 1] if number + 1 < len(clauses) else None
        if behind is None or not _EASED.search(text[slice(*behind)]):
            yield span, fits
        elif any(len(t.text) > 1 and term_held(t, compact(text[slice(*behind)])) >= _ONE_OF_THEM for t in terms):
            yield behind, level >= (schooling_named(fold(text[slice(*behind)])) or 0)
        else:
            yield (span[0], behind[1]), fits
