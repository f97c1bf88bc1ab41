"""今天, 明天 and 昨天 as days of the calendar, where it is asked whether something is so on that day."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from index.language.lexicon import load_pattern

_ASKED = load_pattern("understanding.today.asked")
_AWAY = {"前": -2, "昨": -1, "今": 0, "明": 1, "后": 2}


def on_its_day(question: str, now: datetime | None) -> str:
    """今天停水吗, asked on 12 March 2024, is 2024年3月12日停水吗: a notice of another day is no answer.

    Args:
        question: folded. now: the moment of asking; None leaves the question as it is.
    """
    if now is None:
        return question

    def day(match: re.Match[str]) -> str:
        when = now + timedelta(days=_AWAY[match["day"][0]])
        part = "晚上" if match["day"].endswith("晚") else ""
        return f"{when.year}年{when.month}月{when.day}日{part}"

    return _ASKED.sub(day, question, count=1)
