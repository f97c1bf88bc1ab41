"""An article as pages that end at the end of a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot import texts
from bot.showing.cutting import cut
from bot.showing.render import HTML, day
from index.records import Article

PAGE = 1500  # code points of a page
_ENDS = "。！？；：…”’）)"
_SENTENCE = re.compile(r".*?[。！？；](?:[”’』」）)]+)?|.+", re.DOTALL)


def pages(article: Article, longest: int = PAGE) -> tuple[str, ...]:
    """The article's healed text, split between sentences; a sentence longer than a page between signs."""
    found: list[str] = []
    current = ""
    for piece in _pieces(article):
        for part in _parts(piece, longest):
            if current.strip() and len(current) + len(part) > longest:
                found.append(current.strip())
                current = ""
            current += part
    return tuple([*found, current.strip()] if current.strip() or not found else found)


def _pieces(article: Article) -> list[str]:
    """Sentences, with a line break after each paragraph."""
    return [
        piece + ("\n\n" if last else "")
        for text in _paragraphs(article)
        for piece, last in _marked(_SENTENCE.findall(text))
    ]


def _paragraphs(article: Article) -> list[str]:
    """Healed blocks; a lead goes with its paragraph, and so does what a column break cut off."""
    found: list[str] = []
    runs_on = led = False
    for block in article.blocks:
        text = block.text.text.strip()
        if block.role in ("masthead", "headline", "furniture") or not text:
            continue
        if runs_on and block.role == "paragraph":
            found[-1] += text if not led else f"　{text}"
        else:
            found.append(text)
        led = block.role == "lead"
        runs_on = led or (block.role == "paragraph" and text[-1] not in _ENDS)
    return found or [article.text]


def _marked(sentences: Sequence[str]) -> list[tuple[str, bool]]:
    return [(sentence, number == len(sentences) - 1) for number, sentence in enumerate(sentences)]


def _parts(sentence: str, longest: int) -> list[str]:
    if len(sentence) <= longest:
        return [sentence]
    cuts = re.findall(rf".{{1,{longest - 1}}}(?:[，、,\n ]|$)|.{{1,{longest}}}", sentence, re.DOTALL)
    return [str(part) for part in cuts]


def headline(article: Article) -> str:
    """The main headline, in one line."""
    title = " ".join((article.headlines[0] if article.headlines else article.title).split())
    return cut(title, 200) or texts.UNTITLED


def about(article: Article) -> str:
    """Newspaper · date · page · reporters, as HTML."""
    page = article.page or ""
    parts = [
        article.source or "",
        day(article.date),
        texts.PAGE.format(page=page) if re.fullmatch(r"[0-9A-Za-z]+", page) else page,
        texts.REPORTERS.format(names="、".join(article.reporters)) if article.reporters else "",
    ]
    return HTML.plain(" · ".join(part for part in parts if part))


def page_html(article: Article, at: int) -> tuple[str, int]:
    """(HTML of page ``at`` from 0, number of pages); ``at`` is brought into range."""
    held = pages(article)
    at = min(max(at, 0), len(held) - 1)
    head = [f"<b>{HTML.link(headline(article), article.url)}</b>"]
    head += [HTML.plain(" ".join(one.split())) for one in article.headlines[1:3]] if at == 0 else []
    head.append(about(article))
    if len(held) > 1:
        head.append(texts.ARTICLE_PAGE.format(at=at + 1, all=len(held)))
    return "\n".join(head) + "\n\n" + HTML.plain(held[at]), len(held)


def list_line(number: int, article: Article) -> str:
    """3. headline（date · district）."""
    tail = " · ".join(part for part in (day(article.date), article.district or "") if part)
    return f"{number}. {HTML.link(cut(headline(article), 60), article.url)}（{HTML.plain(tail)}）"
