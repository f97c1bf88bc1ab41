"""Doubts about dates and endings: a year or weekday that does not fit, a text that breaks off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from index.ingest import watched
from index.language.dates import DateMention, find_dates
from index.language.lexicon import load_pattern
from index.records import Article, Flag, ProjectRow, Sentence

_WEEKDAY = load_pattern("extraction.doubts.weekday")
_DAYS = "一二三四五六日"
_WHEN = load_pattern("extraction.doubts.when")
_WISHED = load_pattern("extraction.doubts.wished")
_AHEAD = load_pattern("extraction.doubts.ahead")
_ITEM = re.compile(r"\d{1,2}[.、．][\u4e00-\u9fff]|[：:][^，。；：:]*$")
_CUT = load_pattern("extraction.doubts.cut")
_SHORTEST = 20  # code points: a shorter last line is a heading or an item, not a broken sentence
_SLACK = 1  # years that a date may lie behind the bulletin and still be told as a plan


def doubtful_dates(
    article: Article, sentences: Sequence[Sentence], projects: Sequence[ProjectRow]
) -> Iterator[Flag]:
    """Weekdays that don't fit, ends before beginnings, plans for a time that is long past."""
    for sentence in watched(sentences):
        yield from _weekdays(sentence)
        yield from _past_plans(article, sentence)
    for row in projects:
        start, end = _month(row.start), _month(row.end)
        if start and end and end < start:
            message = f"{row.name}的完工时间（{row.end}）早于开工时间（{row.start}），年份可能有误。"
            yield Flag("year_conflict", message, row.evidence)


def _weekdays(sentence: Sentence) -> Iterator[Flag]:
    text = sentence.text.text
    for mention in find_dates(text):
        match = _WEEKDAY.match(text[_end_of_day(mention) :])
        day = _day(mention)
        if match is None or day is None:
            continue
        printed = 6 if match["day"] in "日天" else _DAYS.index(match["day"])
        if day.weekday() != printed:
            message = (
                f"{day.year}年{day.month}月{day.day}日印为星期{match['day']}，实为星期{_DAYS[day.weekday()]}，"
                "日期或星期可能有误。"
            )
            yield Flag("year_conflict", message, sentence.text.spans(mention.start, mention.end))


def _end_of_day(mention: DateMention) -> int:
    """Where 日 stands: a mention may hold the bracket with the weekday itself."""
    at = re.search(r"[日号]", mention.text)
    return mention.start + (at.end() if at else len(mention.text))


def _day(mention: DateMention) -> date | None:
    if mention.year is None or mention.month is None or mention.day is None:
        return None
    try:
        return date(mention.year, mention.month, mention.day)
    except ValueError:
        return None


def _past_plans(article: Article, sentence: Sentence) -> Iterator[Flag]:
    """计划2019年10月建成 in a bulletin of 2024."""
    if article.date is None:
        return
    text = sentence.text.text
    issued = int(article.date[:4])
    for mention in find_dates(text):
        clause = max(text.rfind(sign, 0, mention.start) for sign in "，。；") + 1
        planned = _WISHED.search(text[clause : mention.start]) and _AHEAD.match(text[mention.end :])
        if mention.year is not None and planned and mention.year < issued - _SLACK:
            message = f"{issued}年的公报写“{text[clause : mention.end]}…”，年份可能有误。"
            yield Flag("year_conflict", message, sentence.text.spans(clause, mention.end))


def _month(printed: str | None) -> tuple[int, int] | None:
    """(year, month) of 2024.4 or 2026年底; None where no year is printed."""
    match = _WHEN.search(printed or "")
    if match is None:
        return None
    late = bool(re.search(r"底|末", printed or ""))
    month = int(match["month"]) if match["month"] else 12 if late else 0
    return int(match["year"]), month


def broken_off(sentences: Sequence[Sentence]) -> Iterator[Flag]:
    """The text ends in the middle of a figure or a sentence: what stands there is no fact."""
    body = [s for s in sentences if s.role in ("paragraph", "headline", "table")]
    last = body[-1] if body else None
    if last is None or last.role != "paragraph" or last.number != sentences[-1].number:
        return
    text = last.text.text
    if len(text) >= _SHORTEST and "，" in text and _CUT.search(text) and not _ITEM.search(text):
        message = f"正文在“…{text[-16:]}”处中断，可能没有录完；句末不完整的数字没有当作事实。"
        yield Flag("cut_off", message, last.text.spans())
