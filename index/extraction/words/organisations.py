"""Organisations in sentences: firms, offices of government, schools, hospitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from index.language.lexicon import load_words
from index.records import Span

_LEFT = re.compile(
    r".*(?:由|在|向|对|与|和|及|是|为|被|经|联合|邀请|组织|会同|来自|通过|了|到|从|据|记者从|授予|给|让|请|将|把|以及|走进|走访|来到|名单|系|即|位于|的|于|获|其中|依托|支持|引进|携手|等|有(?!限))(?=.{3})"
)
_TAIL = re.compile(r"^(?:获悉|了解到|介绍|表示|负责|承办|主办|发布|通报|牵头|组织|投资|建设|承建|实施|提供)")
_FIRM = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,10}?(?:科技|实业|控股|能源|电子|生物|医药|新材料|重工|智能|精密|食品|物流|集团|股份))"
    r"(?=投资|建设|承建|出资|负责|中标|研发|运营)"
)
_SHORTEST = 3  # code points of a name


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, load_words("organisation_suffixes")), key=len, reverse=True))
    return re.compile(
        rf"[^，。；：、！？,;:!?（）()“”《》\s]{{1,24}}?(?:{names})(?![长员民级办公会议心力内外间上下]|[\u4e00-\u9fff]{{0,2}}?(?:有限公司|委员会|办公室))"
    )


def find_organisations(text: str) -> tuple[Span, ...]:
    """Offsets of organisations' names in ``text``, in order, without overlaps."""
    return tuple(_spans(text))


def _spans(text: str) -> Iterator[Span]:
    spans = sorted(
        [*(m.span() for m in _pattern().finditer(text)), *(m.span("name") for m in _FIRM.finditer(text))]
    )
    last = 0
    for start, end in spans:
        if start < last:
            continue
        piece = text[start:end]
        left = _LEFT.match(piece)
        start += left.end() if left else 0
        if end - start >= _SHORTEST and not re.search(r"是|的|了|要|让", text[start:end]):
            last = end
            yield start, end
