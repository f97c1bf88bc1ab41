"""Notices that print a project as keys and values: 项目名称：…，建设单位：…."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.extraction.cues import Context, find_stage
from index.extraction.drafts import RowDraft
from index.extraction.names import cut
from index.extraction.progress import Attributes
from index.extraction.tables import Column, read_column, read_money
from index.records import Article, Sentence, Span

_KEY = re.compile(
    r"^\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s*)?(?P<key>[\u4e00-\u9fff（）()]{2,14})[：:]\s*(?P<value>\S.*?)[。；;]?\s*$",
    re.DOTALL,
)
_NAMES = frozenset(("项目名称", "工程名称", "项目（工程）名称", "建设项目名称", "项目", "建设项目"))
_FIELDS = frozenset(
    ("owner", "builder", "place", "content", "capacity", "area", "length", "mode", "status", "start", "end")
)


def read_notice(article: Article, sentences: Sequence[Sentence]) -> list[RowDraft]:
    """The projects that key-value lines of an article describe, in order."""
    found: list[RowDraft] = []
    for sentence in sentences:
        if sentence.role not in ("paragraph", "other", "signature") or not (
            "：" in sentence.text.text or ":" in sentence.text.text
        ):
            continue
        for start, end in cut(sentence.text.text, "；;\n"):
            match = _KEY.match(sentence.text.text[start:end])
            if match is None:
                continue
            low, high = start + match.start("value"), start + match.end("value")
            if match["key"] in _NAMES and len(match["value"]) >= 4:
                found.append(_begin(article, sentence, (low, high)))
            elif found:
                _more(found[-1], match["key"], match["value"], sentence)
    return [
        row for row in found if row.attributes.fields or row.attributes.investments or row.attributes.details
    ]


def _begin(article: Article, sentence: Sentence, span: Span) -> RowDraft:
    text = sentence.text
    here = Context(district=article.district, event_date=article.date)
    return RowDraft(text.text[slice(*span)], text.spans(*span), here, evidence=list(text.spans()))


def _more(row: RowDraft, key: str, value: str, sentence: Sentence) -> None:
    column = read_column(key)
    if column.field == "name":
        return
    before = (dict(row.attributes.fields), len(row.attributes.investments), len(row.attributes.details))
    _put(row, row.attributes, column, value)
    if (dict(row.attributes.fields), len(row.attributes.investments), len(row.attributes.details)) != before:
        row.evidence.extend(span for span in sentence.text.spans() if span not in row.evidence)


def _put(row: RowDraft, read: Attributes, column: Column, value: str) -> None:
    if column.field == "investment":
        amount = read_money(value, column, None)
        if amount is not None:
            read.investments.append(amount)
    elif column.field == "stage":
        stage = find_stage(value)
        if stage:
            row.context = row.context.with_(stage=stage)
        else:
            read.note(column.header, value)
    elif column.field in _FIELDS:
        read.put(column.field, value)
    elif column.field in ("period_span", "category") or len(value) <= 60:
        read.note(column.header, value)
