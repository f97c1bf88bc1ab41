"""The weather of a day is told where a forecast for that day is printed, and nowhere else."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
海棠区便民告示
2024年6月20日 星期四

区气象台发布暴雨黄色预警

本报讯 6月20日16时，区气象台发布暴雨黄色预警信号。未来三天预报：21日，暴雨转中雨，19到23℃；22日，阴，20到26℃；23日，晴，21到31℃。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("22号天咋样", "阴，20到26℃"),
        ("23号天气怎么样", "晴，21到31℃"),
        ("6月21日下雨吗", "暴雨转中雨，19到23℃"),
        ("23号多少度", "21到31℃"),
    ],
)
def test_the_printed_forecast_is_told(ask: Ask, question: str, said: str) -> None:
    assert ask(question).answer == said


def test_another_day_in_the_next_question(ask: Ask) -> None:
    assert "21到31℃" in ask("23号呢，多少度", turns=["22号天气咋样"]).answer


@pytest.mark.parametrize("question", ["明天天气怎么样", "7月22日天气怎么样", "25号下雨吗"])
def test_no_other_weather_is_told(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"
