"""Who stands under a counted heading, 一、先进乡镇（3个）: 甲镇是先进乡镇吗, 某某评上了什么, 丙村的第一书记是谁."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.knowledge import Page
from index.answering.evidence.pool import Evidence, pages_of
from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.records import ListItem, OrderedList, Span
from index.understanding.query import Query

_ASKS_WHICH = load_pattern("answering.rostered.asks_which")
_ASKS_ALL = load_pattern("answering.rostered.asks_all")
_BEFORE = load_pattern("answering.rostered.before")
_SHORTEST_NAME, _SHORTEST = 3, 2  # letters of a heading, of a name

_Roster = tuple[Page, OrderedList]


def rostered(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """Whether, or under which heading, a name stands; or the one whose remark names what is asked. None for no list."""
    found = [(page, one) for page in pages_of(pool) for one in _rosters(page)]
    if not found:
        return None
    which = _ASKS_WHICH.search(query.text)
    if which is not None:
        return _under(query.text[: which.start()], found)
    named = next(((page, one, span) for page, one in found if (span := _named_at(query.text, one)) is not None), None)
    if named is None:
        return None
    page, one, (at, end) = named
    subject = _BEFORE.sub("", compact(query.text[:at]))
    if _ASKS_ALL.search(query.text[end:]) is not None and query.kind in ("list", "person", "text", "organisation"):
        held = [item for item in one.items if subject in _bare(item)]
        return _whole(held, page, one) if held else _of_remark(subject, page, one)
    if len(subject) < _SHORTEST:
        return None
    if query.kind == "yesno":
        return _stands_there(subject, page, one)
    if query.kind in ("person", "organisation"):
        return _of_remark(subject, page, one)
    return None


def _rosters(page: Page) -> Iterator[OrderedList]:
    """The lists that stand below a heading with their number: 一、先进乡镇（3个）."""
    for one in page.says.lists:
        heading = page.sentence(one.sentence - 1).text.text if one.sentence else ""
        if len(one.name) >= _SHORTEST_NAME and one.count == len(one.items) and f"{one.name}（" in heading:
            yield one


def _named_at(text: str, one: OrderedList) -> Span | None:
    """Where the question names the list, in full or by the end of its name (示范村 of 和美乡村示范村)."""
    for low in range(len(one.name) - _SHORTEST_NAME + 1):
        if (at := text.find(one.name[low:])) >= 0:
            return at, at + len(one.name) - low
    return None


def _bare(item: ListItem) -> str:
    return re.split("[（(]", compact(item.text))[0]


def _whole(held: Sequence[ListItem], page: Page, one: OrderedList) -> Draft:
    proof = Proof(page.article.id, one.evidence)
    names = "、".join(item.text for item in held)
    return Draft("answered", "list", names, (proof,), detail=f"共{len(held)}项", held=True)


def _stands_there(subject: str, page: Page, one: OrderedList) -> Draft | None:
    proof = Proof(page.article.id, one.evidence)
    names = "、".join(_bare(item) for item in one.items)
    detail = f"“{one.name}”{one.count}个：{names}"
    if any(_bare(item) == subject or _bare(item).endswith(subject) for item in one.items):
        return Draft("answered", "yesno", f"是，{subject}在“{one.name}”之列", (proof,), detail=detail, held=True)
    if subject not in page.whole:
        return None
    said = f"不是，“{one.name}”是{names}"
    return Draft("corrected", "yesno", said, (proof,), held=True)


def _under(subject: str, found: Sequence[_Roster]) -> Draft | None:
    """种粮标兵 for 某某评上了什么: the headings under which the name stands."""
    name = _BEFORE.sub("", compact(subject))
    held = [(page, one) for page, one in found if any(_bare(item) == name for item in one.items)]
    if not held or len(name) < _SHORTEST:
        return None
    proofs = tuple(Proof(page.article.id, one.evidence) for page, one in held)
    return Draft("answered", "text", "、".join(dict.fromkeys(one.name for _, one in held)), proofs, held=True)


def _of_remark(subject: str, page: Page, one: OrderedList) -> Draft | None:
    """费某（某公司派驻丙村） for 丙村的第一书记是谁."""
    held = [item for item in one.items if subject in compact(item.text).removeprefix(_bare(item))]
    if len(held) != 1:
        return None
    proof = Proof(page.article.id, held[0].spans)
    return Draft("answered", "person", held[0].text, (proof,), people=(_bare(held[0]),), held=True)
