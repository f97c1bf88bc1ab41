"""Projects printed as keys and values, in notices and in lines of text: 项目名称：…，建设单位：…."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from index.extraction.programmes.cues import Context, find_stage
from index.extraction.programmes.drafts import RowDraft
from index.extraction.programmes.progress import Attributes
from index.extraction.programmes.tables import Column, read_column, read_money, read_sizes
from index.ingest import watched
from index.language.lexicon import load_pattern, load_table
from index.records import Article, Sentence, Span

_NAMES = frozenset(
    ("项目名称", "工程名称", "项目（工程）名称", "建设项目名称", "建设项目", "招标项目名称", "采购项目名称")
)
_FIELDS = frozenset(
    ("owner", "builder", "place", "content", "capacity", "area", "length", "mode", "status", "start", "end")
)
_SHORT = frozenset(
    (
        "名称",
        "项目",
        "投资",
        "开工",
        "进度",
        "进展",
        "地点",
        "位置",
        "类别",
        "行业",
        "阶段",
        "批次",
        "产业",
        "领域",
        "类型",
        "到位",
        "占地",
        "备注",
        "面积",
    )
)
_TRIM = " 　\n\t。；;，,、"
_NUMBERING = load_pattern("extraction.notices.numbering")
_LONG = 60


@lru_cache(maxsize=1)
def _keys() -> re.Pattern[str]:
    words = {word for row in load_table("project_columns") for word in row[1].split()} | _NAMES
    joined = "|".join(sorted(map(re.escape, words - _SHORT), key=len, reverse=True))
    return re.compile(rf"(?:^|(?<=[\s。；;，、.．）)]))(?P<key>{joined}|建设规模与主要内容)[：:]")


def pairs(text: str) -> tuple[tuple[str, Span], ...]:
    """The keys of a line with the place of each value; a value ends where the next key begins."""
    found = list(_keys().finditer(text))
    result: list[tuple[str, Span]] = []
    for index, match in enumerate(found):
        end = found[index + 1].start() if index + 1 < len(found) else len(text)
        end = match.end() + len(_NUMBERING.sub("", text[match.end() : end]))
        value = text[match.end() : end]
        start = match.end() + len(value) - len(value.lstrip(_TRIM))
        end = match.end() + len(value.rstrip(_TRIM))
        if start < end:
            result.append((match["key"], (start, end)))
    return tuple(result)


def read_notice(article: Article, sentences: Sequence[Sentence]) -> list[RowDraft]:
    """The projects that key-value lines of an article describe, in order."""
    found: list[RowDraft] = []
    for sentence in watched(sentences):
        if sentence.role not in ("paragraph", "other", "signature"):
            continue
        for key, span in pairs(sentence.text.text):
            if key in _NAMES and span[1] - span[0] >= 4:
                found.append(_begin(article, sentence, span))
            elif found:
                put_pair(found[-1], key, sentence.text.text[slice(*span)], sentence)
    return [
        row for row in found if row.attributes.fields or row.attributes.investments or row.attributes.details
    ]


def _begin(article: Article, sentence: Sentence, span: Span) -> RowDraft:
    text = sentence.text
    here = Context(district=article.district, event_date=article.date)
    return RowDraft(text.text[slice(*span)], text.spans(*span), here, evidence=list(text.spans()))


def put_pair(row: RowDraft, key: str, value: str, sentence: Sentence) -> None:
    """Add what one key-value pair says to a row."""
    column = read_column(key)
    if column.field in ("name", "ordinal"):
        return
    before = _size(row.attributes)
    _put(row, row.attributes, column, value)
    if _size(row.attributes) != before:
        row.evidence.extend(span for span in sentence.text.spans() if span not in row.evidence)


def _size(read: Attributes) -> tuple[int, int, int]:
    return len(read.fields), len(read.investments), len(read.details)


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
        if column.field == "content":
            read_sizes(read, value)
    elif column.field in ("period_span", "category") or len(value) <= _LONG:
        read.note(column.header, value)
