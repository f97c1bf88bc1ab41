"""Subscribers are told when a new bulletin has their word in it."""

from __future__ import annotations

import threading
from collections.abc import Sequence

from bot import texts
from bot.showing.reading import headline, list_line
from bot.showing.render import HTML, clipped
from bot.showing.scripts import simplified, traditional_html
from bot.store import Subscription
from bot.talking.registry import Desk
from index.library import Library
from index.records import Article

_SHOWN = 3


_telling = threading.Lock()  # what is new is told once, whoever sees it first


async def tell(desk: Desk) -> int:
    """Puts what is new into the outbox, whoever added it; how many subscriptions it concerns."""
    return await desk.in_thread(_tell, desk)


def live(library: Library) -> tuple[str, ...]:
    """Ids of the articles that questions are answered from."""
    return library.store.view().ids()


def _tell(desk: Desk) -> int:
    people = desk.store.people
    with _telling:
        known = live(desk.library)
        return 0 if people.first_told(known) else _told(desk, people.told(known))


def _told(desk: Desk, untold: Sequence[str]) -> int:
    people = desk.store.people
    articles = [desk.library.article(name) for name in untold]
    notices = [
        (one.chat, one.topic, notice(desk, one, found), found[0].id if len(found) == 1 else "")
        for one in people.subscriptions()
        if (found := [article for article in articles if concerns(article, one.word)])
    ]
    people.tell(untold, notices)
    return len(notices)


def concerns(article: Article, word: str) -> bool:
    """Whether the article has the word, whatever its line breaks, spaces and script."""
    wanted = simplified(word).casefold().replace(" ", "")
    return bool(wanted) and wanted in simplified("".join(article.text.split())).casefold()


def notice(desk: Desk, one: Subscription, articles: Sequence[Article]) -> str:
    """What a subscriber reads: the articles with the sentence that has the word."""
    parts = [texts.NEW_MATCH.format(word=HTML.plain(one.word))]
    for number, article in enumerate(articles[:_SHOWN], 1):
        sentences = [s.text.text for s in desk.library.extraction(article.id).sentences]
        held = next((s for s in sentences if one.word in s), headline(article))
        line = list_line(number, article) if len(articles) > 1 else list_line(0, article)[3:]
        parts.append(f"{line}\n{HTML.quote(clipped(held, (one.word,), 200), one.word)}")
    if len(articles) > _SHOWN:
        parts.append(texts.NEW_MORE.format(n=len(articles) - _SHOWN))
    html = "\n\n".join(parts)
    return traditional_html(html, desk.names) if one.traditional else html
