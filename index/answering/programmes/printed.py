"""What a bulletin itself calls the part of a programme: “动工一批”, 新动工项目, where the stage is known as 开工."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from index.answering.evidence.knowledge import Knowledge
from index.extraction.programmes.cues import find_stage
from index.language.lexicon import load_pattern, load_table
from index.records import Batch, Found, ProjectRow, Span

_QUOTED = load_pattern("answering.printed.quoted")


def as_printed(found: Found[Batch], knowledge: Knowledge) -> Batch:
    """The batch with the name of its part as its sentence prints it, where that is another word than the stage's."""
    name = _name(found.value.stage, found.article, found.value.evidence[:1], knowledge)
    return replace(found.value, stage=name) if name and found.value.category is None else found.value


def row_as_printed(found: Found[ProjectRow], knowledge: Knowledge) -> ProjectRow:
    """The project's row with the name of the part that it is listed in as printed."""
    name = _name(found.value.stage, found.article, found.value.evidence, knowledge)
    return replace(found.value, stage=name) if name else found.value


def _name(stage: str | None, article: str, spans: Sequence[Span], knowledge: Knowledge) -> str | None:
    """动工一批 or 新动工项目 for 开工; None where the evidence says 开工 itself or names no part."""
    if stage is None or not spans:
        return None
    text = knowledge.page(article).article.text
    for low, high in spans:
        said = _unbroken(text[low:high])
        for match in (*_QUOTED.finditer(said), *_opening(stage).finditer(said)):
            name = match["name"]
            if find_stage(match[0]) == stage:
                return None if stage in name else name
    return None


def _unbroken(text: str) -> str:
    """``text`` without line breaks and spaces; quotation marks stay."""
    return "".join(text.split())


@lru_cache(maxsize=32)
def _opening(stage: str) -> re.Pattern[str]:
    """A word of the stage that opens a clause and counts projects: 新动工项目28个."""
    words = [word for row in load_table("stages") if row[0] == stage for word in row[1].split()]
    either = "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or r"(?!)"
    return re.compile(rf"(?:^|其中|[，；：。])(?P<name>(?:{either})项目)(?=\d|共|有)")
