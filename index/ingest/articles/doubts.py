"""What is doubtful about a reading: sentences for whoever adds a file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.language.lexicon import load_pattern
from index.records import Article

_ENDED = re.compile(r"[。！？；：…!?;.）)」』”’】\]]\s*$")
_CUT_IN_FIGURE = re.compile(r"[\d.,，、（“]$")
_ITEM = load_pattern("ingest.doubts.item")
_LOOSE = 40  # code points of text outside articles that are worth a word
_TAIL = 8  # code points that are quoted
_NAMED = 3  # articles that a sentence names


def doubts(articles: Sequence[Article]) -> Iterator[str]:
    """One sentence for each kind of doubt: no headline, no year, text cut off, tables and text left over."""
    real = [article for article in articles if article.kind != "other"]
    headless = [article for article in real if not _has(article, "headline") and article.kind != "table"]
    if headless:
        yield f"没有认出标题，已用开头的文字代替：{_list(headless)}。"
    undated = [article for article in real if article.date is None and article.kind != "table"]
    if undated:
        yield f"不知道是哪一年的：{_list(undated)}。问到日期时可能答不出，可以在文件开头写上报纸的日期。"
    for article in real:
        tail = _cut_off(article)
        if tail:
            yield f"《{article.title[:20]}》在“{tail}”处断了，可能不完整。"
    unread = sum(max(_count(article, "table") - len(article.tables), 0) for article in real)
    if unread:
        yield f"有 {unread} 个表格没有认出表头，只能按文字检索。"
    loose = [
        block.text.text
        for article in articles
        if article.kind == "other"
        for block in article.blocks
        if block.role not in ("masthead", "furniture")
    ]
    size = sum(map(len, loose))
    if size >= _LOOSE:
        yield f"有 {size} 个字不属于任何文章，仍可检索。"


def _list(articles: Sequence[Article]) -> str:
    named = "、".join(f"《{article.title[:20]}》" for article in articles[:_NAMED])
    return named + (f"等 {len(articles)} 篇" if len(articles) > _NAMED else "")


def _has(article: Article, role: str) -> bool:
    return any(block.role == role for block in article.blocks)


def _count(article: Article, role: str) -> int:
    return sum(block.role == role for block in article.blocks)


def _cut_off(article: Article) -> str | None:
    """The last characters of a text that ends within a sentence or a figure; None for a finished one."""
    running = [block for block in article.blocks if block.role not in ("furniture", "masthead", "caption")]
    if article.kind == "table" or not running or running[-1].role != "paragraph":
        return None
    text = running[-1].text.text.rstrip()
    if _ENDED.search(text) or _ITEM.match(text) or (len(text) < _LOOSE and not _CUT_IN_FIGURE.search(text)):
        return None
    return text[-_TAIL:]
