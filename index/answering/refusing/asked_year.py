"""Is an answer told of the year that is asked for? 前年, 2019年: a page of another year, which prints neither, tells
nothing of it, whichever answerer found what it says."""

from __future__ import annotations

from index.answering.evidence.draft import Draft
from index.answering.evidence.knowledge import Knowledge, Page
from index.answering.evidence.last_year import tells_of_last_year
from index.language.lexicon import load_pattern
from index.language.numerals import parse_number
from index.language.scripts import compact, fold
from index.records import Span
from index.understanding.query import Query

_WORDS = load_pattern("answering.asked_year.words")
_PRINTED = load_pattern("answering.asked_year.printed")
_AGO = load_pattern("answering.asked_year.ago")  # 9年前
_SAID = load_pattern("answering.asked_year.said")
_PLAN = load_pattern("answering.asked_year.plan")
_SPAN = load_pattern("answering.asked_year.span")
_OVER_YEARS = load_pattern("answering.asked_year.over_years")
_AGAINST = load_pattern("answering.asked_year.against")
_WHOLE_YEAR = load_pattern("answering.asked_year.whole_year")
_ASKS_AGAINST = load_pattern("answering.asked_year.asks_against")
_FREE = ("definition", "compare", "difference", "lookup")  # there the year is one of two, or what is sought
_THIS_YEAR = load_pattern("answering.asked_year.this_year")
_NAMES_THIS = load_pattern("answering.asked_year.names_this")
_OFFSETS = {"大": -3, "前": -2, "去": -1, "上": -1, "明": 1, "来": 1, "下": 1}
_WORKED_OUT = 2  # years back that 比上年 of a report of the year before can lead
_FIRST_PLAN = 2001  # the first year of 十五, the tenth plan
_FIRST_MONTHS = ("01", "02", "03")  # in which a bulletin tells of the year before as of a whole


def of_asked_year(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """False where one other year than the bulletin's is asked for, and nothing around the proof speaks of it."""
    if draft.status != "answered" or query.kind in _FREE or _ASKS_AGAINST.search(query.text):
        return True
    if _THIS_YEAR.search(query.text) and _is_of_last_year(knowledge, draft):
        return False
    if not any(one.search(query.text) for one in (_WORDS, _PRINTED, _AGO)) or not draft.proofs:
        return True
    for proof in draft.proofs:
        issued = knowledge.year_of(proof.article)
        if issued is None:
            return True  # which year is 去年 of a page that prints no date is not known
        if _speaks_of_it(query, draft, knowledge.page(proof.article), proof.spans, issued):
            return True
    return False


def _speaks_of_it(query: Query, draft: Draft, page: Page, spans: tuple[Span, ...], issued: int) -> bool:
    asked = _asked(query.text, issued)
    if len(asked) != 1:
        return True
    (wanted,) = asked
    if wanted == issued:
        return True
    told, heading = _around(draft, page, spans), fold(page.heading)
    if any(wanted in _named(text, issued) for text in (told, fold(draft.answer))) or wanted in _printed(heading):
        return True
    if draft.detail and f"{wanted}年" in told:
        return True  # 比2019年少1.1万人次: worked out of the change since then
    if wanted < issued and _OVER_YEARS.search(told + heading):
        return True
    against = str(wanted) in told or (_AGAINST.search(told) and issued - _WORKED_OUT <= wanted)
    if "推算" in (draft.detail or "") and against:
        return True  # worked out of what this year has more or less than that one
    if wanted == issued - 1 and _closes(page.article.date or "", told):
        return True
    return wanted in _spanned(told + heading)


def _is_of_last_year(knowledge: Knowledge, draft: Draft) -> bool:
    """今年gdp多少 of 2023年统计公报, published in 2024: what it prints without a year is 2023's."""
    pages = [(knowledge.page(proof.article), proof.spans) for proof in draft.proofs]
    return bool(pages) and all(
        tells_of_last_year(page.article) and not _NAMES_THIS.search(fold(_around(draft, page, spans)))
        and f"{knowledge.year_of(page.article.id)}年" not in _around(draft, page, spans)
        for page, spans in pages
    )


def _spanned(text: str) -> set[int]:
    """The years of the spans that a text names: 2021—2023年, 十四五."""
    spans = [(int(m["low"]), int(m["high"])) for m in _SPAN.finditer(text)]
    plans = [_FIRST_PLAN + 5 * ("十一二三四五".index(m["n"][-1])) for m in _PLAN.finditer(text)]
    spans += [(first, first + 4) for first in plans]
    return {year for low, high in spans for year in range(low, high + 1)}


def _asked(text: str, issued: int) -> frozenset[int]:
    """The years that a question names, by number or from the bulletin's own."""
    years = _printed(text) | {issued - int(parse_number(match["n"])) for match in _AGO.finditer(text)}
    return frozenset(years | {issued + _OFFSETS[match[0][0]] for match in _WORDS.finditer(text)})


def _printed(text: str) -> set[int]:
    return {int(match["year"]) for match in _PRINTED.finditer(text)}


def _named(text: str, issued: int) -> set[int]:
    """The years that a text names otherwise than to compare with them."""
    ago = {issued - int(parse_number(match["n"])) for match in _AGO.finditer(text)}
    return _printed(text) | ago | {issued + _OFFSETS[match[0][0]] for match in _SAID.finditer(text)}


def _closes(dated: str, told: str) -> bool:
    """In the first months of a year 全年 is the year before."""
    return dated[5:7] in _FIRST_MONTHS and bool(_WHOLE_YEAR.search(told))


_NOW = load_pattern("answering.asked_year.now")


def _around(draft: Draft, page: Page, spans: tuple[Span, ...]) -> str:
    """The sentences of the paragraph up to the end of the answer's clause; of a table the whole article.

    Of sentences that say themselves that they tell of now (三周来) these alone.
    """
    held = page.within(spans)
    if any(sentence.role == "table" for sentence in held):
        return fold(page.article.text)
    if draft.facts and held and all(_NOW.search(compact(one.text.text)) for one in held):
        return "".join(compact(one.text.text) for one in held)  # 三周来接待14.6万人次 says itself of what time
    last = max((sentence.number for sentence in held), default=-1)
    paragraphs = {sentence.paragraph for sentence in held}
    ends = {fact.sentence: fact.clause[1] for article, fact in draft.facts if article == page.article.id}
    return "".join(
        compact(one.text.text[: ends.get(one.number, len(one.text.text)) or None])
        for one in page.says.sentences[: last + 1]
        if one.paragraph in paragraphs
    )
