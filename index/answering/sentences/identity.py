"""Who somebody is, what a firm does: 周某某是干什么的 of 今年72岁的周某某，是古桥的看护人; 是做什么的 of 公司主营….

A page that has no office of somebody says all the same what they are: behind the name, by 是, or in front of it, by a
trade. A firm is named once, and the next sentences say what it makes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.answering.evidence.knowledge import Page
from index.answering.evidence.pool import Evidence, of_page
from index.language.lexicon import load_pattern, load_words
from index.language.scripts import compact, fold
from index.understanding.query import Query

_ASKS = load_pattern("answering.identity.asks")
_IS = load_pattern("answering.identity.is").pattern
_MAKES = load_pattern("answering.identity.makes")
_NO_NAME = load_pattern("answering.identity.no_name")
_FIRM = load_pattern("answering.identity.firm").pattern
_NOW = load_pattern("answering.identity.now")
_ANOTHER = load_pattern("answering.identity.another")
_TRADE = load_pattern("answering.identity.trade").pattern
_ASKS_FORMERLY = load_pattern("answering.identity.asks_formerly")
_FORMERLY = load_pattern("answering.identity.formerly")
_RETURNED = load_pattern("answering.identity.returned").pattern
_ASKS_BEHIND, _BEHIND = load_pattern("answering.identity.asks_behind"), load_pattern("answering.identity.behind")
_NAMED = 0.75  # how well what is in somebody's hands must be named
_NEXT = 4  # sentences behind the one that names a firm in which it is told what it makes


def identity(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """What the one page that names the asked one says it is or does; None where none does."""
    asked = _ASKS.match(fold(query.text).rstrip("?？。!！"))
    name = asked["name"] if asked else ""
    if not name or _NO_NAME.search(name):
        return None
    sayings = (_is, _makes) if _NOW.search(query.text) else (_called, _is, _makes)
    pages = {one.page.article.id: one.page for one in pool if name in one.page.whole}
    for page in pages.values():
        told = next((draft for said in sayings for draft in said(name, page)), None)
        if told is not None:
            return told
    return None


def formerly(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """某某以前做什么 of 负责直播的是某某，原先在广州做服装设计: what they did before, behind the name."""
    asked = _ASKS_FORMERLY.match(fold(query.text).rstrip("?？。!！"))
    for one in pool if asked else ():
        name = asked["name"] if asked else ""
        at = one.text.find(name)
        before = _returned(name).search(one.text) if at >= 0 else None
        match = _FORMERLY.search(one.text, at) if at >= 0 else None
        if before is not None:
            return _draft(one, before.span("x"))
        if match is not None and "。" not in one.text[at : match.start()]:
            return _draft(one, match.span("x"))
    return None


def in_charge(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """直播是谁在管 of 负责直播的是他的女儿韩某."""
    if query.kind != "person" or not _ASKS_BEHIND.search(query.text):
        return None
    asked = [t.text for t in query.terms if t.weight >= 1.0 and t.text not in "负责操持打理操办"]
    for one in pool if asked else ():
        match = _BEHIND.search(one.text)
        if match is not None and all(explained(word, compact(match["what"])).score >= _NAMED for word in asked):
            return _draft(one, match.span("x"))
    return None


def _is(name: str, page: Page) -> Iterator[Draft]:
    """某某，是古桥的第三代看护人; 某某是一家做光纤的企业."""
    for one in of_page(page):
        if (match := _behind(name).search(one.text)) is not None:
            yield _draft(one, match.span(match.lastgroup or 0))


def _makes(name: str, page: Page) -> Iterator[Draft]:
    """某某公司成立于2009年，主营特种光缆; the firm is named before, and no other one since."""
    named = -_NEXT - 1
    for one in of_page(page):
        text, low = one.text, 0
        if (found := _firm(name).search(text)) is not None:
            named, low = one.number, found.end()
        elif _ANOTHER.search(text):
            named = -_NEXT - 1
        match = _MAKES.search(text, low) if 0 <= one.number - named <= _NEXT else None
        if match is not None:
            yield _draft(one, match.span())


def _called(name: str, page: Page) -> Iterator[Draft]:
    """村里的挖藕工某某: the trade or kinship that stands in front of the name."""
    for one in of_page(page):
        if (match := _in_front(name).search(one.text)) is not None:
            yield _draft(one, match.span(match.lastgroup or 0))


@lru_cache(maxsize=64)
def _returned(name: str) -> re.Pattern[str]:
    """在西安开饼店的某某返乡."""
    return re.compile(_RETURNED.replace("§", re.escape(name)))


@lru_cache(maxsize=64)
def _behind(name: str) -> re.Pattern[str]:
    return re.compile(_IS.replace("§", re.escape(name)))


@lru_cache(maxsize=64)
def _firm(name: str) -> re.Pattern[str]:
    return re.compile(_FIRM.replace("§", re.escape(name)))


@lru_cache(maxsize=64)
def _in_front(name: str) -> re.Pattern[str]:
    words = {*load_words("occupations"), *load_words("identities")}
    trades = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.compile(_TRADE.replace("§", re.escape(name)).replace("¶", trades))


def _draft(one: Evidence, span: tuple[int, int]) -> Draft:
    said = one.text[slice(*span)].strip("，；。：、,;: ")
    return Draft("answered", "text", said, (one.proof,), confidence=0.9, accounted=True)
