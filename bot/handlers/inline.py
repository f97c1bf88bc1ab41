"""@bot 问题 in any chat: an answer, projects and articles, each a complete message with its source."""

from __future__ import annotations

from collections.abc import Sequence

from bot import texts
from bot.handlers.answers import papers_in, papers_of
from bot.handlers.projects import matching
from bot.handlers.reading import newest
from bot.showing.cards import card
from bot.showing.cutting import cut
from bot.showing.keys import short
from bot.showing.reading import about, headline, pages
from bot.showing.render import HTML, clipped, render
from bot.showing.scripts import simplified
from bot.showing.views import InlineResult
from bot.talking.registry import Desk
from bot.talking.talk import Talk
from index.library import Library
from index.records import Article, Hit

_PROJECTS, _ARTICLES = 4, 4


async def inline(desk: Desk, talk: Talk, query: str) -> Sequence[InlineResult]:
    """What can be inserted for ``query``; the newest articles where nothing is typed yet."""
    if not query.strip():
        return await desk.in_thread(_newest, desk.library)
    district = await desk.in_thread(desk.store.people.district, talk.place)
    return await desk.in_thread(_found, desk.library, query.strip(), district)


def _newest(library: Library) -> Sequence[InlineResult]:
    return [article_result(article) for article in newest(library)[:_ARTICLES]]


def _found(library: Library, query: str, district: str | None) -> Sequence[InlineResult]:
    answer = library.ask(query, district=district)
    found: list[InlineResult] = []
    if answer.status in ("answered", "corrected"):
        asked = f"<i>{HTML.plain(texts.ASKED.format(question=answer.question))}</i>\n"
        html = asked + render(answer, papers=papers_of(library, answer), listed=False)
        about_it = texts.INLINE_ANSWER.format(question=cut(answer.question, 60))
        found.append(InlineResult(short(f"answer|{query}"), cut(answer.answer, 100), about_it, html))
    for one in matching(library.catalogue(), query)[:_PROJECTS]:
        papers = papers_in(library, (source.article for source in one.sources))
        html = card(one, library.timeline(one.id), papers)
        name = short(f"project|{one.id}|{one.row.period}")
        found.append(InlineResult(name, one.row.name, texts.INLINE_PROJECT, html))
    ids = dict.fromkeys(hit.article for hit in library.search(query, 12) if _near(query, hit))
    found += [article_result(library.article(name)) for name in list(ids)[:_ARTICLES]]
    return found


def _near(query: str, hit: Hit) -> bool:
    """Whether a hit has most pairs of signs of a query: a single common sign is no reason to offer it."""
    asked = "".join(simplified(query).split())
    pairs = {asked[at : at + 2] for at in range(len(asked) - 1)} or {asked}
    return 2 * sum(pair in f"{hit.title}{hit.text}" for pair in pairs) >= len(pairs)


def article_result(article: Article) -> InlineResult:
    """The beginning of an article with where it stands."""
    beginning = clipped(pages(article)[0].replace("\n\n", "\n"), longest=600)
    html = f"<b>{HTML.link(headline(article), article.url)}</b>\n{about(article)}\n\n{HTML.quote(beginning)}"
    return InlineResult(short(f"article|{article.id}"), headline(article), texts.INLINE_ARTICLE, html)
