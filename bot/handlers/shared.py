"""Rows of buttons and small answers that several handlers share."""

from __future__ import annotations

from collections.abc import Sequence

from bot import texts
from bot.showing.views import Button, Pressed, Rows, View, grid
from index.records import Article


def paging(action: str, at: int, count: int) -> tuple[Button, ...]:
    """Buttons to the page before and after; ``action`` gets the page's number."""
    found = [Button(texts.PREVIOUS, f"{action}.{at - 1}")] if at > 0 else []
    found += [Button(texts.NEXT, f"{action}.{at + 1}")] if at + 1 < count else []
    return tuple(found)


def article_rows(article: Article, at: int, count: int) -> Rows:
    """Under a page of an article: turning, and the address where it was published."""
    rows = [row for row in (paging(f"art.{article.id}", at, count),) if row]
    if article.url and article.url.startswith(("http://", "https://")):
        rows.append((Button(texts.PUBLISHED, url=article.url),))
    return tuple(rows)


def numbered(count: int, action: str, first: int = 1, keys: Sequence[str] = ()) -> Rows:
    """Buttons 1, 2, 3 … in rows of five; each does ``action.key``."""
    names = keys or [str(first + number) for number in range(count)]
    return grid([Button(str(first + n), f"{action}.{name}") for n, name in enumerate(names)], 5)


def confirm(action: str) -> Rows:
    """确认 / 取消."""
    return ((Button(texts.CONFIRM, action), Button(texts.CANCEL, "cancel")),)


def one(html: str, rows: Rows = ()) -> Sequence[View]:
    """A single message."""
    return (View(html, rows),)


def nothing() -> Pressed:
    """Nothing is changed."""
    return Pressed(edit=View(texts.CANCELLED))
