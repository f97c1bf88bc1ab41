"""What an issue prints: its articles by their headlines, the headline of one, what the first or the last tells."""

from __future__ import annotations

from collections.abc import Sequence

from index.answering.answerers.summaries import of_page
from index.answering.evidence import texts
from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.knowledge import Knowledge, Page
from index.answering.evidence.pool import Evidence, pages_of
from index.answering.people.persons import best_page
from index.language.lexicon import load_pattern
from index.language.numerals import parse_number
from index.records import Article
from index.understanding.query import Query

_ASKS_ALL = load_pattern("answering.headings.asks_all")
_HOW_MANY = load_pattern("answering.headings.how_many")
_ASKS_HEADLINE = load_pattern("answering.headings.asks_headline")
_BELOW = load_pattern("answering.headings.below")
_ASKS_TOLD = load_pattern("answering.headings.asks_told")
_ASKS_WHICH = load_pattern("answering.headings.asks_which")
_ASKS_LEAF = load_pattern("answering.headings.asks_leaf")
_NTH = load_pattern("answering.headings.nth")
_OF_TALK = load_pattern("answering.headings.of_talk")
_LONGEST = 380


def printed_headings(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """The headlines of the newest issue, or the one of the asked article; None where neither is asked."""
    if not any(one.search(query.text) for one in (_ASKS_LEAF, _ASKS_HEADLINE, _NTH, _ASKS_ALL)):
        return None
    issue = knowledge.newest_issue
    if not issue:
        return None
    if _ASKS_LEAF.search(query.text):
        return _leaf(_nth(query.text, issue, knowledge) or _described(query, pool) or knowledge.page(issue[0].id))
    if _ASKS_HEADLINE.search(query.text):
        page = _nth(query.text, issue, knowledge) or _described(query, pool)
        return _headline(query.text, page) if page is not None else None
    if (page := _nth(query.text, issue, knowledge)) is not None:
        if query.kind == "summary" or _ASKS_TOLD.search(query.text):
            return of_page(page)
        return _headline(query.text, page) if _ASKS_WHICH.search(query.text) else None
    return _contents(query.text, issue, knowledge) if _ASKS_ALL.search(query.text) else None


def _leaf(page: Page) -> Draft:
    """第2版: the page of the paper that the article stands on."""
    number = (page.article.page or "").lstrip("0")
    if not number:
        return Draft("not_found", "text", texts.NO_LEAF, reason="attribute", held=True)
    return Draft("answered", "text", f"第{number}版", (_proof(page),), held=True)


def _contents(text: str, issue: Sequence[Article], knowledge: Knowledge) -> Draft:
    """All headlines, or how many there are."""
    mains = [" ".join(one.headlines) for one in issue]
    if sum(map(len, mains)) > _LONGEST:
        mains = [one.headlines[0] for one in issue]
    listed = "\n".join(f"{number}. {said}" for number, said in enumerate(mains, 1))
    proofs = tuple(_proof(knowledge.page(one.id)) for one in issue)
    if _HOW_MANY.search(text):
        return Draft("answered", "count", f"{len(issue)}篇", proofs, detail="；".join(mains)[:_LONGEST], accounted=True)
    answer = listed if len(listed) <= _LONGEST else listed[:_LONGEST].rpartition("\n")[0]
    return Draft("answered", "list", answer, proofs, detail=f"共{len(issue)}篇", accounted=True)


def _nth(text: str, issue: Sequence[Article], knowledge: Knowledge) -> Page | None:
    """第二篇, 头条, 最后一篇: by the order of the issue; None where the question says none."""
    asked = _NTH.search(text)
    if asked is None:
        return None
    at = -1 if asked["last"] else int(parse_number(asked["n"])) - 1 if asked["n"] else 0
    return knowledge.page(issue[at].id) if at < len(issue) else None


def _described(query: Query, pool: Sequence[Evidence]) -> Page | None:
    """The article that the other words of the question describe."""
    terms = tuple(term for term in query.terms if not _OF_TALK.search(term.text))
    pages = [page for page in pages_of(pool) if page.article.headlines and page.article.kind != "table"]
    return best_page(query, terms, pages) if terms or query.links else None


def _headline(text: str, page: Page) -> Draft:
    """The headline; of a sub-headline only what is printed below the first one."""
    lines = page.article.headlines
    said = lines[1:] if _BELOW.search(text) else lines
    if not said:
        answer = texts.NO_ATTRIBUTE_PLAIN.format(what="副标题")
        return Draft("not_found", "text", answer, reason="attribute", detail=f"标题是“{lines[0]}”。")
    return Draft("answered", "text", " ".join(said), (_proof(page),), accounted=True)


def _proof(page: Page) -> Proof:
    """The printed headlines."""
    lines = [s for s in page.says.sentences if s.role == "headline"]
    spans = tuple(span for one in lines for span in one.text.spans())
    return Proof(page.article.id, spans or page.says.sentences[0].text.spans())
