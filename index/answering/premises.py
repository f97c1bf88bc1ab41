"""那30家企业 where 14 are printed: a figure that a question takes for granted and that its own proof contradicts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from index.answering import texts
from index.answering.draft import Draft, Proof
from index.answering.knowledge import Knowledge, Page
from index.language.numerals import find_quantities, parse_number
from index.language.scripts import compact
from index.records import Span
from index.understanding.query import Query
from index.understanding.terms import is_weak

_N = r"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十百千]{1,4})"
_GIVEN = re.compile(
    rf"(?<![哪第前后每各几约近超过比到至满够再一二三四五六七八九十百千万\d.])(?P<n>{_N})(?P<unit>[\u4e00-\u9fff])"
    r"(?P<noun>(?!一)[\u4e00-\u9fff]{2,3})"
)
_LONGEST_NOUN = 8
_HEADS = frozenset("个名位人")
_FREE = ("yesno", "lookup", "compare", "difference")  # there a figure is itself what is asked about
_COUNTERS = "个名位家所座条项处户支台辆间套孔眼口棵株头只件份场次批种类栋幢组班村镇街园店"


@dataclass(frozen=True, slots=True)
class _Given:
    """So many things of a sort that the question speaks of as known."""

    value: float
    unit: str
    noun: str
    said: str
    behind: str  # the question from the noun on

    def name(self, page: Page) -> str:
        """As much of what is counted as the article prints, too: 民生实事."""
        text = "".join(page.article.text.split())
        sizes = range(len(self.noun), min(len(self.behind), _LONGEST_NOUN) + 1)
        return self.behind[: max((n for n in sizes if self.behind[:n] in text), default=len(self.noun))]


def contradicted(query: Query, knowledge: Knowledge, draft: Draft) -> Draft | None:
    """The correction where what the draft quotes, or stands beside it, counts the same things otherwise.

    A figure that the article prints at all is taken as right.
    """
    if not draft.settled or query.kind in _FREE:
        return None
    for given in _given(query.text):
        for proof in draft.proofs:
            page = knowledge.page(proof.article)
            if _printed(given, page):
                continue
            if (said := _otherwise(given, page, proof.spans)) is not None:
                number, spans = said
                subject = f"公报写的{given.name(page)}"
                answer = texts.PREMISE_COUNT.format(subject=subject, right=number, wrong=given.said)
                return Draft("corrected", draft.kind, answer, (Proof(proof.article, spans),), confidence=0.9)
    return None


def _given(text: str) -> Iterator[_Given]:
    for match in _GIVEN.finditer(text):
        noun = match["noun"][:2]
        value = parse_number(match["n"])
        if match["unit"] in _COUNTERS and value > 1 and not is_weak(noun):
            yield _Given(value, match["unit"], noun, f"{match['n']}{match['unit']}", text[match.start("noun") :])


def _printed(given: _Given, page: Page) -> bool:
    """The article prints this number of things, or of what may be counted so."""
    units = {unit for number, unit in _numbers(page.article.text) if number == given.value}
    return any("个" in (given.unit, unit) or _counts_alike(given.unit, unit[-1:]) for unit in units)


def _counts_alike(one: str, other: str) -> bool:
    return other in ("", one) or {one, other} <= _HEADS


@lru_cache(maxsize=64)
def _numbers(text: str) -> frozenset[tuple[float, str]]:
    counts = (q for q in find_quantities(text) if q.kind in ("count", "measure", "bare"))
    return frozenset((n, q.unit) for q in counts for n in (q.value, q.number))


def _otherwise(given: _Given, page: Page, spans: tuple[Span, ...]) -> tuple[str, tuple[Span, ...]] | None:
    """(the count as printed, its sentence) where the paragraph of the proof counts such things with another number."""
    counters = "".join(sorted(_HEADS)) if given.unit in _HEADS else given.unit
    told = re.compile(
        rf"(?<![第每前后约\d.])(?P<said>(?P<n>{_N})[{counters}])[\u4e00-\u9fff]{{0,4}}?{given.noun}"
        rf"|{given.noun}[\u4e00-\u9fff]{{0,3}}?(?P<said2>(?P<n2>{_N})[{counters}])"
    )
    paragraphs = {
        sentence.paragraph
        for sentence in page.says.sentences
        if any(low < sentence.text.end and sentence.text.start < high for low, high in spans)
    }
    for sentence in page.says.sentences:
        if sentence.paragraph not in paragraphs:
            continue
        match = told.search(compact(sentence.text.text))
        number = match and (match["n"] or match["n2"])
        if match and number and parse_number(number) != given.value:
            return match["said"] or match["said2"], sentence.text.spans()
    return None
