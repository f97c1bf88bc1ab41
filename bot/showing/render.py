"""Answers as people see them: Telegram's HTML, or plain text for the terminal. One renderer for both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape

from bot import texts
from bot.showing.cutting import cut
from index.records import Answer, Claim, Source

SHOWN = 2
"""Quotations under an answer; the others are on the pages behind 更多依据."""
QUOTE = 420  # code points of a quotation under an answer
_INLINE = 48  # code points of a list that stands in one or two lines of a phone
_TOTAL = re.compile(r"共(\d+)[个项家条人名处]")

_MARKS = "\u061c\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069"
_CONTROLS = re.compile(rf"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f{_MARKS}\ud800-\udfff\ufeff]")
_PIECE = re.compile(r"[，。；、\s（）()“”：:？！]+")
_FIGURE = re.compile(r"\d[\d.,]*(?:%|％|[\u4e00-\u9fff]{1,4})?")
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_SENTENCE = re.compile(r"[^。！？；\n]*[。！？；\n]?[”’）]?")


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
        return f"<b>{self.plain(text)}</b>" if self.html and text.strip() else self.plain(text)

    def quote(self, text: str, marked: str | Sequence[str] = ()) -> str:
        """A quotation; each of ``marked`` is emphasised where it stands in it."""
        if not self.html:
            return f"  “{self.plain(text)}”"
        pieces = [marked] if isinstance(marked, str) else marked
        shown: list[str] = []
        at = 0
        for start, end in places(text, pieces):
            shown += [self.plain(text[at:start]), self.bold(text[start:end])]
            at = end
        return f"<blockquote expandable>{''.join(shown)}{self.plain(text[at:])}</blockquote>"

    def link(self, text: str, url: str | None) -> str:
        """``text``, as a link if there is a web address."""
        if self.html and url and re.match(r"https?://[^\s<>\"]+$", url):
            return f'<a href="{escape(url)}">{self.plain(text)}</a>'
        return self.plain(text)

    def line(self, text: str) -> str:
        """``text`` in one line."""
        return self.plain(" ".join(text.split()))


HTML, PLAIN = Style(True), Style(False)


def render(
    answer: Answer, style: Style = HTML, *, papers: Mapping[str, str] | None = None, listed: bool = True
) -> str:
    """The whole message: answer, what was assumed or repaired, quotation, source, further questions.

    Args:
        papers: names of newspapers by article id. listed: options and related questions stand in the
            text; False where buttons show them.
    """
    items = itemised(answer)
    parts = [_first(answer, items, style)]
    notes = [style.plain(answer.detail)] if answer.detail and not items else []
    notes += [style.plain(texts.REPAIRED.format(typed=a, meant=b)) for a, b in answer.repaired]
    if notes:
        parts.append("\n".join(notes))
    parts.extend(_sources(answer, style, papers or {}))
    if hidden := len(answer.sources) - SHOWN if not listed else 0:
        parts += [texts.MORE_HIDDEN.format(n=hidden)] if hidden > 0 else []
    if answer.options:
        options = [f"· {style.plain(option)}" for option in answer.options] if listed else []
        parts.append("\n".join([texts.OPTIONS, *options]))
    if answer.related and listed:
        parts.append("\n".join([texts.RELATED, *(f"· {style.plain(q)}" for q in answer.related)]))
    return "\n\n".join(parts)


def _first(answer: Answer, items: Sequence[str], style: Style) -> str:
    """What is read first: the answer; a long list as lines below how many they are."""
    if items:
        lines = [f"{number}. {style.plain(item)}" for number, item in enumerate(items, 1)]
        return "\n".join([style.bold(answer.detail or ""), *lines])
    return style.bold(answer.answer) + (f" {texts.PINNED}" if answer.pinned else "")


def itemised(answer: Answer) -> tuple[str, ...]:
    """The items of a long list, where their number is stated and agrees; else nothing."""
    stated = _TOTAL.search(answer.detail or "") if answer.kind == "list" else None
    if stated is None or len(answer.answer) <= _INLINE:
        return ()
    found: list[str] = [""]
    depth = 0
    for sign in answer.answer:
        depth += (sign in "（(《“") - (sign in "）)》”")
        if sign == "、" and depth <= 0:
            found.append("")
        else:
            found[-1] += sign
    return tuple(found) if len(found) == int(stated[1]) > 1 else ()


def _sources(answer: Answer, style: Style, papers: Mapping[str, str]) -> list[str]:
    """Quotations of the same article together, its source line once."""
    by_article: dict[str, list[Source]] = {}
    for source in answer.sources[:SHOWN] if style.html else answer.sources:
        by_article.setdefault(source.article, []).append(source)
    return [
        "\n".join([*(evidence(s, answer.answer, style) for s in held), source_line(held[0], style, papers)])
        for held in by_article.values()
    ]


def evidence(source: Source, answer: str, style: Style = HTML, longest: int = QUOTE) -> str:
    """One quotation with the answer marked in it."""
    quote = healed(source.quote)
    marked = marks(answer, quote)
    return style.quote(clipped(quote, marked, longest) if style.html else quote, marked)


def healed(quote: str) -> str:
    """The quotation in one line, as the sentence reads."""
    return re.sub(r"\s*\n\s*", "", quote).strip()


def clipped(text: str, marked: Sequence[str] = (), longest: int = QUOTE) -> str:
    """At most ``longest`` code points of ``text``, whole sentences around the first mark where possible."""
    if len(text) <= longest:
        return text
    sentences = [s for s in _SENTENCE.findall(text) if s]
    wanted = next((n for n, s in enumerate(sentences) if any(m in s for m in marked)), 0)
    first = last = wanted
    while len("".join(sentences[first : last + 1])) < longest:
        if last + 1 < len(sentences):
            last += 1
        elif first:
            first -= 1
    while last > wanted and len("".join(sentences[first : last + 1])) > longest:
        last -= 1
    shown = "".join(sentences[first : last + 1])
    if len(shown) > longest:
        shown = cut(shown, longest)
    elif last + 1 < len(sentences):
        shown += "……"
    return ("……" if first else "") + shown


def marks(answer: str, quote: str) -> tuple[str, ...]:
    """The pieces of an answer that stand in a quotation, longest first."""
    if len(answer) > 1 and answer in quote:
        return (answer,)
    pieces = {piece for piece in _PIECE.split(answer) if len(piece) > 1 and piece in quote}
    for figure in _FIGURE.findall(answer):
        while figure and not (found := places(quote, [figure])) and not figure[-1].isdigit():
            figure = figure[:-1]
        if figure and found and any(not sign.isdigit() for sign in figure):
            pieces.add(figure)
    return tuple(sorted(pieces, key=lambda piece: (-len(piece), piece)))


def places(text: str, pieces: Iterable[str]) -> list[tuple[int, int]]:
    """Where ``pieces`` stand in ``text``, once each, in order, not overlapping; a figure only as a whole."""
    found: list[tuple[int, int]] = []
    for piece in pieces:
        at = text.find(piece) if piece else -1
        while at >= 0:
            end = at + len(piece)
            free = all(end <= low or at >= high for low, high in found)
            if free and not (_runs_on(text, at, piece[0]) or _runs_on(text, end + 1, piece[-1])):
                found.append((at, end))
                break
            at = text.find(piece, at + 1)
    return sorted(found)


def _runs_on(text: str, at: int, edge: str) -> bool:
    """Whether the digit ``edge`` goes on in the character in front of ``at``."""
    return edge.isdigit() and 0 < at <= len(text) and (text[at - 1].isdigit() or text[at - 1] == ".")


def day(iso: str | None) -> str:
    """2023年1月28日."""
    found = _DATE.match(iso or "")
    return f"{found[1]}年{int(found[2])}月{int(found[3])}日" if found else texts.UNDATED


def source_line(source: Source, style: Style = HTML, papers: Mapping[str, str] | None = None) -> str:
    """Headline · newspaper · date · page; the file where nothing else names it."""
    headline = source.headlines[0] if source.headlines else source.title
    paper = (papers or {}).get(source.article)
    page = source.page or ""
    facts = [
        paper or "",
        day(source.date),
        texts.PAGE.format(page=page) if re.fullmatch(r"[0-9A-Za-z]+", page) else page,
        "" if style.html else source.file,
    ]
    tail = " · ".join(fact for fact in facts if fact)
    shown = style.link(headline.strip() or texts.UNTITLED, source.url)
    return f"{texts.SOURCE}：{shown}" + (f" · {style.plain(tail)}" if tail else "")


def render_claims(
    claims: Sequence[Claim], style: Style = HTML, papers: Mapping[str, str] | None = None
) -> str:
    """Each claim with its verdict, the bulletin's words and the source."""
    parts: list[str] = []
    for claim in claims:
        lines = [f"{texts.VERDICTS[claim.verdict]}　{style.bold(claim.claim)}"]
        says = healed(claim.says or "")
        if claim.verdict == "contradicted" and says and claim.sources and says != healed(claim.sources[0].quote):
            lines.append(style.plain(texts.CHECK_SAYS.format(says=says)))
        if claim.says and not (style.html and claim.sources):
            lines.append(style.quote(claim.says))
        elif claim.sources:
            lines.append(evidence(claim.sources[0], claim.says or claim.claim, style))
        if claim.sources:
            lines.append(source_line(claim.sources[0], style, papers))
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def with_sources(answer: Answer, sources: Iterable[Source]) -> Answer:
    """The same answer resting on other sources."""
    return replace(answer, sources=tuple(sources))
