"""Days, hours and spans of time as they are told in stories: a day without its month, reigns, feasts, half years."""

from __future__ import annotations

import pytest

from index.extraction.words.typed import find_typed
from index.language.dates import find_dates
from index.records import MappedText, Sentence


def _typed(text: str) -> list[tuple[str, str]]:
    sentence = Sentence(0, 0, MappedText.of(text, [(0, len(text))]), "paragraph")
    return [(text[one.start : one.end], one.kind) for one in find_typed(sentence, ())]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("26日款项打到账上", "26日"),
        ("进度每月25日报送", "每月25日"),
        ("这座戏台建于光绪十八年", "光绪十八年"),
        ("正月初三晚上锣鼓又响", "正月初三晚上"),
        ("游园明年五一开放", "明年五一"),
        ("每晚6点半开演", "每晚6点半"),
        ("最便宜的是23点到次日7点", "23点到次日7点"),
    ],
)
def test_a_date_is_read(text: str, date: str) -> None:
    assert [mention.text for mention in find_dates(text)] == [date]


@pytest.mark.parametrize("text", ["30日内办结", "提前3日预约", "推出7日游线路", "提出6点要求", "获五一劳动奖章"])
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert find_dates(text) == ()


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("从选址到送电只用了半年", "半年"),
        ("施工持续四个半月", "四个半月"),
        ("修缮历时一年零两个月", "一年零两个月"),
        ("等了一个多月才批下来", "一个多月"),
        ("执法人员蹲守六夜", "六夜"),
        ("要爬三个钟头山路", "三个钟头"),
    ],
)
def test_a_span_of_time_is_read_whole(text: str, span: str) -> None:
    assert (span, "duration") in _typed(text)


def test_a_half_of_the_year_is_no_span() -> None:
    assert all(kind != "duration" for _, kind in _typed("上半年完成投资12亿元"))
