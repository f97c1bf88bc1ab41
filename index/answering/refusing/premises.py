"""那30家企业 where 14 are printed: a figure that a question takes for granted and that its own proof contradicts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.answering.evidence import texts
from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.knowledge import Knowledge, Page
from index.answering.tables.asked_bounds import asked_bounds
from index.language.lexicon import load_pattern, rounds
from index.language.numerals import Quantity, find_quantities, parse_number
from index.language.scripts import compact, fold
from index.records import Span
from index.understanding.query import Query
from index.understanding.terms import is_weak

_N = r"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十百千]{1,4})"
_GIVEN = re.compile(
    rf"(?<![哪第前后每各几约近超过比到至满够再一二三四五六七八九十百千万\d.])(?P<n>{_N})(?P<unit>[\u4e00-\u9fff])"
    r"(?P<noun>(?!一)[\u4e00-\u9fff]{2,3})"
)
_OF_ROUNDS = re.compile(rf"(?:{rounds()})")  # 头两个波次 counts none
_LONGEST_NOUN = 8
_HEADS = frozenset("个名位人")
_FREE = ("yesno", "lookup", "compare", "difference")  # there a figure is itself what is asked about
_COUNTERS = "个名位家所座条项处户支台辆间套孔眼口棵株头只件份场次批种类栋幢组班村镇街园店"


@dataclass(frozen=True, slots=True)
class Given:
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
    for proof in draft.proofs:
        page = knowledge.page(proof.article)
        if (free := _without_fee(query, draft, page, proof)) is not None:
            return free
        if (built := _otherwise_built(query, page, proof.spans)) is not None:
            right, wrong, spans = built
            answer = texts.PREMISE_COUNT.format(subject="公报写的", right=right, wrong=wrong)
            return Draft("corrected", draft.kind, answer, (Proof(proof.article, spans),), confidence=0.9)
    for given in given_counts(query.text):
        for proof in draft.proofs:
            page = knowledge.page(proof.article)
            if prints(given, page):
                continue
            if (said := _otherwise(given, page, proof.spans)) is not None:
                number, spans = said
                subject = f"公报写的{given.name(page)}"
                answer = texts.PREMISE_COUNT.format(subject=subject, right=number, wrong=given.said)
                return Draft("corrected", draft.kind, answer, (Proof(proof.article, spans),), confidence=0.9)
    return None


_OTHERS = load_pattern("answering.premises.others")
_LISTED = load_pattern("answering.premises.listed")
_JOINED = load_pattern("answering.premises.joined")
_FEE = load_pattern("answering.premises.fee")
_PAYS = load_pattern("answering.premises.pays")
_NO_FEE = load_pattern("answering.premises.no_fee")
_BUILT = re.compile(rf"(?P<n>{_N})车道")


def _without_fee(query: Query, draft: Draft, page: Page, proof: Proof) -> Draft | None:
    """报名费60块怎么交, where beside the proof 不收报名费 is printed: the correction in these words."""
    fee = _FEE.search(query.text) if _PAYS.search(query.text) else None
    if fee is None:
        return None
    for sentence in page.within(proof.spans):
        denied = _NO_FEE.search(sentence.text.text)
        if denied and compact(denied["fee"])[-2:] == fee[0][-2:] and denied[0] not in draft.answer:
            return Draft("corrected", "text", denied[0], (Proof(proof.article, sentence.text.spans()),), confidence=0.9)
    return None


def _otherwise_built(query: Query, page: Page, spans: tuple[Span, ...]) -> tuple[str, str, tuple[Span, ...]] | None:
    """(printed, asked, sentence) where 六车道 is asked and the quoted sentence prints 四车道 alone."""
    asked = _BUILT.search(query.text)
    if asked is None:
        return None
    for sentence in page.within(spans):
        told = list(_BUILT.finditer(compact(sentence.text.text)))
        if told and all(parse_number(one["n"]) != parse_number(asked["n"]) for one in told):
            return told[0][0], asked[0], sentence.text.spans()
    return None


def given_counts(text: str) -> Iterator[Given]:
    """The things that a question speaks of as so many: 那30家企业."""
    for match in _GIVEN.finditer(text):
        noun = match["noun"][:2]
        value = parse_number(match["n"])
        if _counts_its_own(text[: match.start()], value) or noun == "百分":
            continue  # 6个百分点 are no things
        if match["unit"] in _COUNTERS and value > 1 and not is_weak(noun) and not _OF_ROUNDS.match(noun):
            yield Given(value, match["unit"], noun, f"{match['n']}{match['unit']}", text[match.start("noun") :])


def _counts_its_own(before: str, value: float) -> bool:
    """其余10个项目, 药店、旅馆两个行业: what is left over, or what the question lists itself, is not all there is."""
    if _OTHERS.search(before):
        return True
    listed = _LISTED.search(before)
    return listed is not None and len(_JOINED.split(listed[0])) == value


def prints(given: Given, page: Page) -> bool:
    """The article prints this number of such things, or a number of nothing."""
    unit = _sort(given.unit)
    return any(
        given.value in (value, number) and (_sort(one) == unit or "个" in (one, given.unit) or not one)
        for value, number, one in _numbers(page.article.text)
    )


def _sort(unit: str) -> str:
    """Heads are counted by several words."""
    return "人" if unit in _HEADS else unit


@lru_cache(maxsize=64)
def _numbers(text: str) -> frozenset[tuple[float, float, str]]:
    """(value, number as printed, unit) of all counts, the numbers of rows and lines left out."""
    text = fold(text)
    return frozenset(
        (q.value, q.number, q.unit)
        for q in find_quantities(text)
        if q.kind in ("count", "measure") or (q.kind == "bare" and not _opens_line(text, q.start, q.end))
    )


def _opens_line(text: str, start: int, end: int) -> bool:
    return text[max(start - 1, 0) : start] in ("", "\n", "(") and text[end : end + 1] in "|\t 、.)\uff0e"


_SPENT = load_pattern("answering.premises.spent")
_INVESTED = load_pattern("answering.premises.invested")
_OWN = load_pattern("answering.premises.own")
_AMOUNTS = ("亿", "万")
_MANY = 5  # from more things than these on a number is no loose word
_CELL = 10  # an amount in a cell; lower figures may number its rows
_OF_ROWS = ("list", "count")
_LOOSE = "条项点种类批届次样"


def without_ground(query: Query, knowledge: Knowledge, draft: Draft) -> Draft | None:
    """投4亿建的生产线, 新建的8所幼儿园: an amount or a number that the quoted articles print nowhere.

    Another amount that was spent puts it right; else nothing is told of such a thing.
    """
    if draft.status != "answered" or query.kind in _FREE or not draft.proofs or _OWN.search(query.text):
        return None
    pages = [knowledge.page(proof.article) for proof in draft.proofs]
    told = fold(draft.answer + (draft.detail or ""))
    computed = {q.value for q in find_quantities(told)}
    bounded = [bound.span for bound in asked_bounds(query.text)] if draft.kind in _OF_ROWS else []
    for quantity in _amounts_in(query.text):
        if any(low <= quantity.start < high for low, high in bounded):
            continue  # 超过5000万的: what rows are held against
        if quantity.value not in computed and not any(quantity.value in _amounts(page.article.text) for page in pages):
            spent = _spent(quantity, draft, pages) if _SPENT.search(query.text[: quantity.start]) else None
            return spent or _of_no_such(quantity.text, draft)
    for given in given_counts(query.text):
        loose = given.value <= _MANY or given.unit in _LOOSE or given.said in told
        held = any(prints(given, page) or _has_so_many_rows(given, page) for page in pages)
        if not loose and not held and not _as_many(given, draft):
            return _of_no_such(given.said + given.noun, draft)
    return None


def _of_no_such(what: str, draft: Draft) -> Draft:
    return Draft("not_found", draft.kind, texts.NO_ENTITY.format(what=what), reason="attribute")


def _as_many(given: Given, draft: Draft) -> bool:
    """The answer is a list of so many."""
    return len(re.split("[、；;\n]", draft.answer)) == given.value


def _has_so_many_rows(given: Given, page: Page) -> bool:
    """那7个镇: a table of the article has so many rows."""
    return any(len(relation.body) == given.value for relation in page.relations)


def _amounts_in(text: str) -> Iterator[Quantity]:
    """Amounts of money; 4亿, 6.3万 without 元, too."""
    for quantity in find_quantities(text):
        lumps = quantity.unit == "块" and _LUMPS.match(text, quantity.end)  # 三块地
        if (quantity.kind == "money" and not lumps) or (quantity.kind == "bare" and quantity.scale in _AMOUNTS):
            yield quantity


_LUMPS = load_pattern("answering.premises.lumps")


@lru_cache(maxsize=64)
def _amounts(text: str) -> frozenset[float]:
    """Values, and what the cells of a table print without the unit of their column."""
    found = find_quantities(fold(text))
    cells = {scale * q.number for q in found if q.kind == "bare" and q.number >= _CELL for scale in (1e4, 1e8)}
    return frozenset({q.value for q in found} | {round(value, 6) for value in cells})


def _spent(quantity: Quantity, draft: Draft, pages: Sequence[Page]) -> Draft | None:
    """The amount that a quoted sentence says was spent."""
    for proof, page in zip(draft.proofs, pages, strict=True):
        for sentence in page.within(proof.spans):
            text = fold(sentence.text.text)
            spent = [q.text for q in _amounts_in(text) if _INVESTED.search(text[: q.start])]
            if len(spent) == 1:
                answer = texts.PREMISE_COUNT.format(subject="公报写的投资", right=spent[0], wrong=quantity.text)
                shown = (Proof(proof.article, sentence.text.spans()),)
                return Draft("corrected", draft.kind, answer, shown, confidence=0.9)
    return None


def _otherwise(given: Given, page: Page, spans: tuple[Span, ...]) -> tuple[str, tuple[Span, ...]] | None:
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
