"""Three demands, five proposals: what follows 一是…二是…三是 in the words of whoever made them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.answering.evidence import texts
from index.answering.evidence.circumstances import without
from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.explain import coverage
from index.answering.evidence.fits import links_fit, period_fits
from index.answering.evidence.pool import Evidence
from index.answering.sentences.in_lists import is_of_the_asking
from index.extraction.programmes.drafts import merged
from index.language.lexicon import load_pattern
from index.language.numerals import parse_number
from index.records import Sentence
from index.understanding.query import Query

_COUNT = r"(?P<n>[两三四五六七八九十]|\d{1,2}|几)"
_WHAT = r"(?:工作)?(?:要求|建议|意见|希望|措施|举措|任务|部署|倡议)"
_ASKS = re.compile(
    rf"(?:讲|说|提|强调|指出|要求|部署|作|明确)(?:了|的|出|过)*(?:是)?(?:哪)?{_COUNT}(?:点|条|个|项|方面)(?:的)?{_WHAT}?"
    rf"|{_COUNT.replace('<n>', '<m>')}(?:点|条|个|项|方面)(?:的)?{_WHAT}"
)
_MARKS = (
    re.compile(r"(?:^|(?<=[：；。，,;:]))(?P<n>[一二三四五六七八九十])是(?:要)?"),
    re.compile(r"(?:^|(?<=[：；。，,;:]))(?P<n>[一二三四五六七八九十])要(?!求)"),
    re.compile(r"(?:^|(?<=[：；。，,;:]))第(?P<n>[一二三四五六七八九十])[，、,]"),
)
_SAYS = load_pattern("answering.demands.says")
_LONGEST = 380
_ENOUGH = 0.6
_TALK = load_pattern("answering.demands.talk")


def demanded(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """All items in order; None where nobody meant by the question makes so many.

    Args:
        pool: sentences near the question.
    """
    asked = _ASKS.search(query.text)
    if asked is None or query.kind not in ("list", "text", "summary"):
        return None
    said = asked["n"] or asked["m"]
    count = None if said == "几" else int(parse_number(said))
    terms = tuple(t for t in without(query.terms, (asked.span(),)) if not _TALK.fullmatch(t.text))
    best: tuple[float, Draft] | None = None
    other = False  # they made another number of demands
    for evidence in pool:
        if evidence.sentence.role != "paragraph" or not (links_fit(query, evidence) and period_fits(query, evidence)):
            continue
        found = _items(evidence)
        if found is None or not _by_them(query, evidence):
            continue
        items, sentences = found
        own = tuple(t for t in terms if not is_of_the_asking(t.text, evidence, _before(evidence)))
        share, missing, _ = coverage(own, evidence.regions)
        if (own and share < _ENOUGH) or any(t.critical for t in missing):
            continue
        if count is not None and len(items) != count:
            other = True
            continue
        score = share - 0.002 * evidence.rank
        if best is None or score > best[0]:
            spans = merged([span for one in sentences for span in one.text.spans()])
            proof = Proof(evidence.page.article.id, spans)
            if query.ordinal and query.ordinal <= len(items):  # 五点要求第三点: LAST counts from the end
                one = items[query.ordinal - 1 if query.ordinal > 0 else query.ordinal]
                best = score, Draft("answered", "text", one, (proof,))
                continue
            best = score, Draft("answered", "list", _told(items), (proof,), detail=f"共{len(items)}项")
    if best is None and other and any(link.kind == "person" for link in query.links):
        answer = texts.NO_ATTRIBUTE_PLAIN.format(what=asked[0])
        return Draft("not_found", "list", answer, reason="attribute")
    return best[1] if best else None


def _by_them(query: Query, evidence: Evidence) -> bool:
    """The linked person makes the demands: named in the sentence, or in the one before and nobody else here."""
    names = [link.name for link in query.links if link.kind == "person"]
    if not names or any(name in evidence.text for name in names):
        return True
    return not any(one.sentence == evidence.number for one in evidence.page.says.people)


def _items(evidence: Evidence) -> tuple[list[str], list[Sentence]] | None:
    """The numbered items that begin in the sentence, with the sentences of the paragraph that hold them."""
    sentences = [
        one
        for one in evidence.page.says.sentences[evidence.number : evidence.number + 8]
        if one.paragraph == evidence.sentence.paragraph
    ]
    text = "".join(one.text.text for one in sentences)
    for mark in _MARKS:
        spots = list(_in_order(mark.finditer(text)))
        first = spots[0].start() if spots else len(text)
        said = evidence.text[:first] or _before(evidence)
        if len(spots) < 2 or first >= len(evidence.text) or not _SAYS.search(said):
            continue
        ends = [*(one.start() for one in spots[1:]), _end(text, spots[-1].end())]
        items = [text[one.end() : end].strip("，；。：、,;: ") for one, end in zip(spots, ends, strict=True)]
        held, at = [], 0
        for one in sentences:
            if at < ends[-1]:
                held.append(one)
            at += len(one.text.text)
        return (items, held) if all(items) else None
    return None


def _before(evidence: Evidence) -> str:
    """The sentence in front of one that opens with 一要, in the same paragraph: who makes the demands stands there."""
    earlier = evidence.page.says.sentences[evidence.number - 1] if evidence.number else None
    return earlier.text.text if earlier is not None and earlier.paragraph == evidence.sentence.paragraph else ""


def _in_order(spots: Iterator[re.Match[str]]) -> Iterator[re.Match[str]]:
    """一, 二, 三 …, whatever stands between them left out."""
    wanted = 1
    for spot in spots:
        if int(parse_number(spot["n"])) == wanted:
            wanted += 1
            yield spot


def _end(text: str, start: int) -> int:
    """The end of the last item: the full stop behind it."""
    at = text.find("。", start)
    return at if at >= 0 else len(text)


def _told(items: Sequence[str]) -> str:
    """The items whole; their first clauses where that is too long."""
    whole = "\n".join(f"{number}. {item}" for number, item in enumerate(items, 1))
    if len(whole) <= _LONGEST:
        return whole
    return "\n".join(f"{number}. {re.split('[，；。]', item)[0]}" for number, item in enumerate(items, 1))[:_LONGEST]
