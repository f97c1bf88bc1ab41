"""Where in an article a passage stands: the headings above it, from the outermost to the nearest."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.ingest.articles.talk import asks, speaks
from index.language.lexicon import load_pattern
from index.records import Article, Block, Span

_LONGEST = 40  # code points of a heading
_LONGEST_QUESTION = 60
_MOST = 4  # headings above one passage
_PART, _BARE, _SECTION, _LABEL, _SUBSECTION, _ITEM, _QUESTION, _TABLE = range(1, 9)
"""How deep a heading lies: 第一章, a line alone, 一、, 【…】, （一）, 1., 问：, the title of a table."""

_NUMBERED = (
    (_PART, re.compile(r"^第[一二三四五六七八九十百\d]{1,3}[章节部分编篇]{1,2}(?![：:])")),
    (_SECTION, re.compile(r"^[一二三四五六七八九十]{1,3}[、.．]")),
    (_SUBSECTION, re.compile(r"^[（(][一二三四五六七八九十]{1,3}[）)]")),
    (_ITEM, re.compile(r"^(?:\d{1,2}(?:[、|｜丨]|[.．](?!\d))|[（(]\d{1,2}[）)]|[①-⑳❶-❿])")),
    (_LABEL, re.compile(r"^【[^【】]{2,24}】|^[▶►▷◆■●★☆▌▍🔹🔸📌]\s*(?=[\u4e00-\u9fff])")),
)
_ENDS = ("。", "；", "，", "、", "…", ";", ",", "！", "!")
_COLON = ("：", ":")
_NO_HEADING = load_pattern("catalogue.sections.no_heading")
_KEYED = re.compile(r"^[^：:]{2,10}[：:]\s?(?=\S*\d|[\u4e00-\u9fff]{2,4}$)")
_PAIR = re.compile(r"^\s*[^：:，。]{1,10}[：:]\s?\S")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_FEWEST_HAN = 4


def sections_of(article: Article, spans: Sequence[Span]) -> tuple[str, ...]:
    """The headings inside ``article`` under which ``spans`` stand, as printed; its own headlines are not among them.

    A numbered or a bare sub-heading, 【…】, the title of the table, and the question that the passage answers.
    """
    blocks = article.blocks
    at = _place(blocks, spans)
    if at is None or blocks[at].role == "headline":
        return ()
    found: list[str] = []
    reached = _own_depth(blocks, at)
    for number in range(at - 1, -1, -1):
        if blocks[number].role == "headline":
            break
        depth = _depth(blocks, number)
        title = bool(found) and depth == reached == _BARE and _adjoins(blocks, number, found[0])  # in two lines
        if depth and (depth < reached or title):
            reached = depth
            found.insert(0, " ".join(blocks[number].text.text.split()))
            if len(found) == _MOST or depth == _PART:
                break
    return tuple(found)


def _is_item(blocks: Sequence[Block], number: int) -> bool:
    """电工：第一名 某某（某公司） beside 焊工：第一名 某某（某厂）."""
    beside = (*blocks[max(number - 1, 0) : number], *blocks[number + 1 : number + 2])
    return bool(_PAIR.match(blocks[number].text.text)) and any(_PAIR.match(block.text.text) for block in beside)


def _place(blocks: Sequence[Block], spans: Sequence[Span]) -> int | None:
    """Number of the block in which a passage begins."""
    for number, block in enumerate(blocks):
        own = block.text.spans()
        if own and any(low < spans[0][1] and spans[0][0] < high for low, high in own):
            return number
    return None


def _adjoins(blocks: Sequence[Block], number: int, heading: str) -> bool:
    below = next((block for block in blocks[number + 1 :] if block.role not in ("furniture", "masthead")), None)
    return below is not None and " ".join(below.text.text.split()) == heading


def _own_depth(blocks: Sequence[Block], at: int) -> int:
    """Headings as deep as this do not head a passage: it is a heading, a question or a numbered item itself."""
    text = blocks[at].text.text.strip()
    if blocks[at].role == "table":
        return _TABLE + 1
    numbered = next((depth for depth, pattern in _NUMBERED if depth != _LABEL and pattern.match(text)), 0)
    return numbered or _depth(blocks, at) or _TABLE + 1


def _depth(blocks: Sequence[Block], number: int) -> int:
    """How deep the heading lies that a block is; 0 for what heads nothing."""
    block = blocks[number]
    text = block.text.text.strip()
    if block.role not in ("paragraph", "caption", "other") or not text:
        return 0
    if asks(text) and len(text) <= _LONGEST_QUESTION:
        return _QUESTION
    above_table = number + 1 < len(blocks) and blocks[number + 1].role == "table"
    if above_table and len(text) <= _LONGEST and not text.endswith(_ENDS):
        return _TABLE
    if len(text) > _LONGEST or text.endswith((*_ENDS, *_COLON)) or speaks(text):
        return 0
    for depth, pattern in _NUMBERED:
        if match := pattern.match(text):
            rest = text[match.end() :]
            beside = (*blocks[max(number - 1, 0) : number], *blocks[number + 1 : number + 2])
            listed = any(pattern.match(block.text.text.strip()) for block in beside)
            named = len(_HAN.findall(rest)) >= 2 or depth == _LABEL
            return depth if named and not listed and not _KEYED.match(rest) else 0
    if _is_item(blocks, number) or _NO_HEADING.search(text) or _KEYED.match(text):
        return 0
    if len(_HAN.findall(text)) < _FEWEST_HAN:
        return 0
    return _BARE
