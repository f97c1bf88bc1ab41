"""What the bylines tell of somebody: 罗文是干嘛的 (见习记者), 甲写的是哪篇, 甲写了几篇."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.knowledge import Knowledge, Page
from index.extraction.words.people import name_span
from index.language.lexicon import load_pattern
from index.records import Sentence
from index.understanding.query import Query

_ASKS_WHO = load_pattern("answering.bylines.asks_who")
_ASKS_WHICH = load_pattern("answering.bylines.asks_which")
_ASKS_HOW_MANY = load_pattern("answering.bylines.asks_how_many")
_ROLE = load_pattern("answering.bylines.role")


def told_by_byline(query: Query, knowledge: Knowledge) -> Draft | None:
    """The role, the articles or their number; None where the name stands in no byline, or in more than those."""
    for asks, tell in ((_ASKS_WHO, _role), (_ASKS_WHICH, _titles), (_ASKS_HOW_MANY, _number)):
        asked = asks.search(query.text)
        if asked is not None:
            found = list(_bylines(asked["name"], knowledge))
            return tell(asked["name"], found) if found else None
    return None


def _bylines(name: str, knowledge: Knowledge) -> Iterator[tuple[Page, Sentence]]:
    mentions = knowledge.people.get(name, ())
    if any(one.value.office and not _ROLE.fullmatch(one.value.office) for one in mentions):
        return  # somebody of that name holds another office
    for article in dict.fromkeys(one.article for one in mentions):
        page = knowledge.page(article)
        if name in (*page.article.reporters, *page.article.correspondents):
            line = next((one for one in page.says.sentences if name_span(name, one.text.text) is not None), None)
            if line is not None:
                yield page, line


def _proofs(found: Sequence[tuple[Page, Sentence]]) -> tuple[Proof, ...]:
    return tuple(Proof(page.article.id, line.text.spans()) for page, line in found)


def _role(name: str, found: Sequence[tuple[Page, Sentence]]) -> Draft | None:
    _page, line = found[0]
    span = name_span(name, line.text.text)
    roles = list(_ROLE.finditer(line.text.text[: span[0]])) if span is not None else []
    if not roles:
        return None
    return Draft("answered", "person", roles[-1][0], _proofs(found[:1]), people=(name,), held=True)


def _titles(name: str, found: Sequence[tuple[Page, Sentence]]) -> Draft | None:
    titles = tuple(dict.fromkeys(page.article.title for page, _ in found))
    said = "、".join(f"《{title}》" for title in titles)
    return Draft("answered", "list" if len(titles) > 1 else "text", said, _proofs(found), people=(name,), held=True)


def _number(name: str, found: Sequence[tuple[Page, Sentence]]) -> Draft | None:
    titles = "".join(f"《{page.article.title}》" for page, _ in found)
    return Draft("answered", "count", f"{len(found)}篇", _proofs(found), detail=titles, people=(name,), held=True)
