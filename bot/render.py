"""Answers as people see them: Telegram's HTML, or plain text for the terminal. One renderer for both."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from bot import texts
from index.records import Answer, Claim, Source

_MARKS = "\u200e\u200f\u202a-\u202e\u2066-\u2069"
_CONTROLS = re.compile(rf"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f{_MARKS}\ud800-\udfff\ufeff]")
_SHOWN_QUOTES = 3


@dataclass(frozen=True, slots=True)
class Style:
    """How emphasis and quotations are written."""

    html: bool

    def plain(self, text: str) -> str:
        """``text`` without control and direction characters; escaped for HTML."""
        clean = _CONTROLS.sub("", text)
        return escape(clean, quote=False) if self.html else clean

    def bold(self, text: str) -> str:
        """Emphasised text."""
        return f"<b>{self.plain(text)}</b>" if self.html else self.plain(text)

    def quote(self, text: str, marked: str = "") -> str:
        """A quotation, with ``marked`` emphasised where it stands in it."""
        before, found, after = text.partition(marked) if marked else (text, "", "")
        if not self.html:
            return f"  “{self.plain(text)}”"
        middle = f"<b>{self.plain(found)}</b>" if found else ""
        return f"<blockquote expandable>{self.plain(before)}{middle}{self.plain(after)}</blockquote>"

    def link(self, text: str, url: str | None) -> str:
        """``text``, as a link if there is a web address."""
        if self.html and url and re.match(r"https?://", url):
            return f'<a href="{escape(url)}">{self.plain(text)}</a>'
        return self.plain(text)


HTML, PLAIN = Style(True), Style(False)


def render(answer: Answer, style: Style = HTML) -> str:
    """The whole message: answer, what was assumed or repaired, quotation, source, further questions."""
    parts = [style.bold(answer.answer) + (f" {texts.PINNED}" if answer.pinned else "")]
    notes = [style.plain(answer.detail)] if answer.detail else []
    notes += [style.plain(texts.REPAIRED.format(typed=a, meant=b)) for a, b in answer.repaired]
    if notes:
        parts.append("\n".join(notes))
    parts.extend(_sources(answer, style))
    if answer.options:
        parts.append("\n".join([texts.OPTIONS, *(f"· {style.plain(option)}" for option in answer.options)]))
    if answer.related:
        parts.append(
            "\n".join([texts.RELATED, *(f"· {style.plain(question)}" for question in answer.related)])
        )
    return "\n\n".join(parts)


def _sources(answer: Answer, style: Style) -> list[str]:
    """Quotations of the same article together, its source line once."""
    found: list[str] = []
    by_article: dict[str, list[Source]] = {}
    for source in answer.sources:
        by_article.setdefault(source.article, []).append(source)
    for sources in by_article.values():
        quotes = [
            style.quote(_healed(s.quote), _marked(answer.answer, _healed(s.quote)))
            for s in sources[:_SHOWN_QUOTES]
        ]
        found.append("\n".join([*quotes, source_line(sources[0], style)]))
    return found


def _healed(quote: str) -> str:
    """The quotation in one line, as the sentence reads."""
    return re.sub(r"\s*\n\s*", "", quote)


def _marked(answer: str, quote: str) -> str:
    """The longest piece of the answer that stands in the quotation."""
    pieces = sorted(re.split(r"[，。；、\n（）“”：]", answer), key=len, reverse=True)
    return next((piece for piece in (answer, *pieces) if len(piece) > 1 and piece in quote), "")


def source_line(source: Source, style: Style) -> str:
    """Headline · date · page · file."""
    headline = source.headlines[0] if source.headlines else source.title
    facts = [
        source.date or texts.UNDATED,
        texts.PAGE.format(page=source.page) if source.page else "",
        source.file,
    ]
    tail = " · ".join(fact for fact in facts if fact)
    return f"{texts.SOURCE}：{style.link(headline, source.url)}" + (f" · {style.plain(tail)}" if tail else "")


def render_claims(claims: Sequence[Claim], style: Style = HTML) -> str:
    """Each claim with its verdict, the bulletin's words and the source."""
    parts: list[str] = []
    for claim in claims:
        lines = [f"{texts.VERDICTS[claim.verdict]}　{style.bold(claim.claim)}"]
        if claim.says:
            lines.append(style.quote(claim.says))
        if claim.sources:
            lines.append(source_line(claim.sources[0], style))
        parts.append("\n".join(lines))
    return "\n\n".join(parts)
