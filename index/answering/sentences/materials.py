"""What to bring: the whole list below 所需材料, over several sentences and numbered lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.answering.evidence.circumstances import without
from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.explain import coverage
from index.answering.evidence.knowledge import Page
from index.extraction.programmes.drafts import merged
from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.records import Sentence
from index.understanding.query import Query

_THINGS = r"(?:材料|证件|手续|资料|证明|东西)"
_WHICH = r"(?:什么|啥|哪些|哪几[样种份])"
_ASKS = re.compile(
    rf"(?:要|需要?|得|用|该)?(?:带|准备|提交|提供|交|备)(?:上|好|着|些|齐)*{_WHICH}(?:{_THINGS})?"
    rf"|(?:要|需要?|得|用)?(?:有)?{_WHICH}{_THINGS}|{_THINGS}(?:要|需要?|都)?(?:有|是|带|包括)?(?:些)?{_WHICH}"
)
_HEAD = load_pattern("answering.materials.head")
_ITEM = re.compile(r"^(?:[（(]?\d{1,2}[）).．、]|[①-⑩]|[●◆■·])")
_LONGEST = 380
_ENOUGH = 0.6
_MOST_LINES = 10


def what_to_bring(query: Query, pages: Sequence[Page]) -> Draft | None:
    """The printed list of materials for what is asked about; None where no article prints one below its own head.

    Args:
        pages: articles near the question, best first.
    """
    asked = [match.span() for match in _ASKS.finditer(query.text)]
    if not asked or query.kind not in ("list", "text", "lookup", "summary"):
        return None
    terms = tuple(t for t in without(query.terms, tuple(asked)) if t.weight >= 0.5)
    best: tuple[float, Draft] | None = None
    for order, page in enumerate(pages):
        for sentences in _lists(page):
            said = _said(sentences)
            around = page.whole
            regions = ((compact(said), 1.0), (page.heading, 1.0), (around, 0.75))
            share, missing, _ = coverage(terms, regions)
            if share < _ENOUGH or any(t.critical for t in missing) or not 4 <= len(said) <= _LONGEST:
                continue
            score = share - 0.02 * order
            if best is None or score > best[0]:
                spans = merged([span for one in sentences for span in one.text.spans()])
                best = score, Draft("answered", "list", said, (Proof(page.article.id, spans),))
    return best[1] if best else None


def _lists(page: Page) -> Iterator[list[Sentence]]:
    """The sentences of each list of materials, its head first."""
    sentences = page.says.sentences
    for number, sentence in enumerate(sentences):
        if sentence.role not in ("paragraph", "caption") or not _HEAD.search(sentence.text.text):
            continue
        held = [sentence]
        alone = not _HEAD.sub("", sentence.text.text).strip()
        for other in sentences[number + 1 : number + 1 + _MOST_LINES]:
            same = other.paragraph == sentence.paragraph
            if not same and not (alone and _ITEM.match(other.text.text)):
                break
            held.append(other)
        yield held


def _said(sentences: Sequence[Sentence]) -> str:
    """The list without its head."""
    first = _HEAD.sub("", sentences[0].text.text)
    return "".join([first, *(one.text.text for one in sentences[1:])]).strip("，；。：、,;: \n")
