"""The newest articles."""

from __future__ import annotations

from collections.abc import Sequence

from bot import texts
from bot.handlers.shared import numbered, paging
from bot.showing.reading import list_line
from bot.showing.views import Pressed, View
from bot.talking.registry import Desk
from bot.talking.talk import Talk
from index.library import Library
from index.records import Article

PAGE = 8


def newest(library: Library) -> list[Article]:
    """Live articles, the newest first; undated ones last, each group as it was added."""
    found = list(enumerate(library.articles()))
    found.sort(key=lambda one: (one[1].date or one[1].issue_date or "", -one[0]), reverse=True)
    return [article for _, article in found]


def latest_view(library: Library, at: int) -> View:
    """One page of the newest articles."""
    articles = newest(library)
    if not articles:
        return View(texts.LATEST_NONE)
    pages = -(-len(articles) // PAGE)
    at = min(max(at, 0), pages - 1)
    shown = articles[at * PAGE : (at + 1) * PAGE]
    lines = [f"<b>{texts.LATEST_HEAD}</b>", ""]
    lines += [list_line(number, article) for number, article in enumerate(shown, 1)]
    rows = numbered(len(shown), "src", keys=[f"{article.id}.0" for article in shown])
    turn = paging("latest", at, pages)
    return View("\n".join([*lines, "", texts.LATEST_HINT]), (*rows, *((turn,) if turn else ())))


async def latest(desk: Desk, talk: Talk, rest: str) -> Sequence[View]:
    """/latest."""
    return (await desk.in_thread(latest_view, desk.library, 0),)


async def turned(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """Another page, in place; from elsewhere, the first page as a message."""
    view = await desk.in_thread(latest_view, desk.library, int(args[0]))
    return Pressed(edit=view)
