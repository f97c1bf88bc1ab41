"""What the bylines tell of somebody: 罗文是干嘛的 (见习记者), 甲写的是哪篇, 甲写了几篇."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.answering.evidence import texts
from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.knowledge import Knowledge, Page
from index.extraction.words.people import name_span
from index.language.lexicon import load_pattern
from index.records import Sentence, Span
from index.understanding.query import Query

_ASKS_WHO = load_pattern("answering.bylines.asks_who")
_ASKS_WHICH = load_pattern("answering.bylines.asks_which")
_ASKS_HOW_MANY = load_pattern("answering.bylines.asks_how_many")
_SHOWN = 12  # articles of a reporter that are named
_ROLE = load_pattern("answering.bylines.role")


def told_by_byline(query: Query, knowledge: Knowledge) -> Draft | None:
    """The role, the articles or their number; None where the name stands in no byline, or in more than those."""
    for asks, tell in ((_ASKS_WHO, _role_of), (_ASKS_WHICH, _titles), (_ASKS_HOW_MANY, _number)):
        asked = asks.search(query.text)
        if asked is not None:
            return tell(asked["name"], knowledge, _written(asked["name"], knowledge))
    return None


def _written(name: str, knowledge: Knowledge) -> list[str]:
    """The articles whose bylines hold the name, newest first; none of somebody who holds another office as well."""
    mentions = knowledge.people.get(name, ())
    if any(one.value.office and not _ROLE.fullmatch(one.value.office) for one in mentions):
        return []
    articles = (knowledge.articles[article] for article in dict.fromkeys(one.article for one in mentions))
    return [one.id for one in articles if name in (*one.reporters, *one.correspondents)]


def _bylines(name: str, knowledge: Knowledge, written: Sequence[str]) -> Iterator[tuple[Page, Sentence, Span]]:
    """The pages with the line in which the name stands, and where in it; those of the newest articles."""
    for page in map(knowledge.page, written[:_SHOWN]):
        spans = ((one, name_span(name, one.text.text)) for one in page.says.sentences)
        found = next(((one, span) for one, span in spans if span is not None), None)
        if found is not None:
            yield page, *found


def _role_of(name: str, knowledge: Knowledge, written: Sequence[str]) -> Draft | None:
    page, line, span = next(_bylines(name, knowledge, written), (None, None, None))
    if page is None or line is None or span is None:
        return None
    roles = list(_ROLE.finditer(line.text.text[: span[0]]))
    proof = Proof(page.article.id, line.text.spans())
    return Draft("answered", "person", roles[-1][0], (proof,), people=(name,), held=True) if roles else None


def _titles(name: str, knowledge: Knowledge, written: Sequence[str]) -> Draft | None:
    found = list(_bylines(name, knowledge, written))
    titles = tuple(dict.fromkeys(page.article.title for page, _, _ in found))
    more = texts.NEWEST_SHOWN.format(count=len(written), shown=_SHOWN) if len(written) > _SHOWN else None
    if not titles:
        return None
    said = "、".join(f"《{title}》" for title in titles)
    return Draft(
        "answered", "list" if len(titles) > 1 else "text", said, _proofs(found), detail=more, people=(name,), held=True
    )


def _number(name: str, knowledge: Knowledge, written: Sequence[str]) -> Draft | None:
    found = list(_bylines(name, knowledge, written))
    titles = "".join(f"《{page.article.title}》" for page, _, _ in found)
    said, detail = f"{len(written)}篇", titles + ("等" if len(written) > _SHOWN else "")
    return Draft("answered", "count", said, _proofs(found), detail=detail, people=(name,), held=True) if found else None


def _proofs(found: Sequence[tuple[Page, Sentence, Span]]) -> tuple[Proof, ...]:
    return tuple(Proof(page.article.id, line.text.spans()) for page, line, _ in found)
