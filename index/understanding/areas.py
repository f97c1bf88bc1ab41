"""Areas that a question names by their ending and no bulletin is known to: 金水区, 柳湾镇."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.language.lexicon import load_pattern
from index.language.tokens import default_tokenizer
from index.records import Span
from index.understanding.query import Link
from index.understanding.terms import is_weak

_AREA_END = load_pattern("understanding.areas.area_end")
_AREA_SIGNS = frozenset("区道市县镇乡省")
_SAVES = load_pattern("understanding.areas.saves")
_PARTICLES = frozenset("的在是和与了到从哪那这个能去会来可让给帮")
_JOINS = frozenset("和与跟及同比")
_LEADS = load_pattern("understanding.areas.leads")
_NAME = re.compile(r"[\u4e00-\u9fff]{1,4}")
_NOT_AREA = load_pattern("understanding.areas.not_area")
_CALLED_AFTER = load_pattern("understanding.areas.called_after")
_CALLED_SO = load_pattern("understanding.areas.called_so")  # 管城区 and 上街区 are names of districts
_ENDS_NAME = load_pattern("understanding.areas.ends_name")


def named_areas(text: str, links: Sequence[Link]) -> list[Span]:
    """Named areas (金水区, 柳湾镇) that no link covers: a word that ends as areas do, or one before the ending."""
    tokens = default_tokenizer().words(text)
    found: list[Span] = []
    for number, token in enumerate(tokens):
        ending = _AREA_END.search(token.text) if token.text[-1] in _AREA_SIGNS else None
        if ending is None or (ending.start() and _is_no_area(token.text)):
            continue
        if _SAVES.match(text[token.start :]):
            continue
        if ending.start() == 0 and number > 1 and tokens[number - 1].text == "里" and len(tokens[number - 2].text) > 1:
            continue  # 实事里县交通局牵头的
        low = token.start
        if ending.start() == 0 and number and _may_begin_area(tokens[number - 1].text):
            low = tokens[number - 1].start
            if token.start - low == 1 and number > 1 and _NAME.fullmatch(tokens[number - 2].text):
                low = tokens[number - 2].start if token.start - tokens[number - 2].start <= 3 else low
        name = text[low : token.end]
        if (
            len(name) < 3
            and number
            and len(tokens[number - 1].text) == 1
            and _NAME.fullmatch(tokens[number - 1].text)
        ):
            low = tokens[number - 1].start
            name = text[low : token.end]
        if len(name) < 3 or name[0] in _PARTICLES:
            continue
        called_so = _CALLED_SO.fullmatch(name) and (not low or text[low - 1] in _JOINS)
        linked = any(link.start <= low < link.end or link.end == token.end for link in links)
        if linked or (_NOT_AREA.search(name) and not called_so):
            continue  # of 2021年青禾区 the name that is linked begins behind the year
        if called_so or not (is_weak(name) or is_weak(name[: -len(ending[0])])):
            found.append((low, token.end))
    return found


def _is_no_area(word: str) -> bool:
    """小区, 景区; 城区 alone may end the name of one."""
    return bool(_NOT_AREA.search(word)) and not _ENDS_NAME.fullmatch(word) and not _CALLED_SO.fullmatch(word)


def _may_begin_area(word: str) -> bool:
    """云岭 in front of 县; no 落在, 开到 or 落户, and no 和 that joins two names."""
    return bool(_NAME.fullmatch(word)) and not _LEADS.search(word) and word not in _JOINS


def is_called_after(link: Link, text: str, printed: str) -> bool:
    """白石大道 of 白石县, where it is printed so: the road that is called after the county, not any of its roads."""
    head = _CALLED_AFTER.match(text, link.end) if link.kind == "district" and link.typed != link.name else None
    return head is not None and link.typed + head[0] in printed
