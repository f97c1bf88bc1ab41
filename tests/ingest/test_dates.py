"""The date of an article: what is printed, and what the masthead decides where the year or the month is missing."""

from __future__ import annotations

import pytest

from index.ingest import read_text

MASTHEAD = "桂溪日报 2024年3月8日 星期五 第02版\n\n"


def dated(said: str, masthead: str = "") -> tuple[str | None, str]:
    text = f"{masthead}桂溪区举行安全生产演练\n\n本报讯（记者 安若素）{said}桂溪区举行演练，三十人参加。\n"
    article = next(one for one in read_text(text, "x.txt").articles if one.kind != "other")
    return article.date, article.date_basis


@pytest.mark.parametrize(
    "said", ["3月5日（星期二），", "星期三下午，", "本周三，", "上周五上午，", "5日上午，", "3月6日，", "昨日，"]
)
def test_without_a_year_and_a_masthead_the_date_is_unknown(said: str) -> None:
    assert dated(said) == (None, "none")


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("3月5日（星期二），", "2024-03-05"),
        ("12月30日，", "2023-12-30"),
        ("星期三下午，", "2024-03-06"),
        ("本周三，", "2024-03-06"),
        ("周五，", "2024-03-08"),
        ("周六上午，", "2024-03-02"),
        ("上周五上午，", "2024-03-01"),
        ("5日上午，", "2024-03-05"),
        ("28日，", "2024-02-28"),
        ("昨日，", "2024-03-07"),
    ],
)
def test_the_masthead_decides(said: str, day: str) -> None:
    assert dated(said, MASTHEAD) == (day, "masthead")


def test_a_year_that_the_weekday_contradicts_is_not_taken() -> None:
    """2023年 is the year that the figures are compared with; 3月5日 was a Sunday in it."""
    assert dated("3月5日（星期二），比2023年多了十人，") == (None, "none")
    assert dated("3月5日（星期日），比2023年多了十人，") == ("2023-03-05", "weekday")
    assert dated("3月5日，在2023年的基础上增加了内容，") == ("2023-03-05", "context")


@pytest.mark.parametrize(
    "told",
    ["比2023年多了十人，", "演练中心始建于1987年，", "新馆计划2025年6月建成，", "自2019年以来每年举办，", "2022年8月开工的消防站也参加，"],
)
def test_the_year_of_another_matter_is_not_that_of_the_article(told: str) -> None:
    assert dated(f"3月5日，{told}") == (None, "none")


def test_a_page_of_january_tells_of_december_too() -> None:
    """The day that one article prints in full dates the others: the year that brings them nearest to it."""
    first = "桂溪区环城公交开通\n\n本报讯（记者 安若素）2024年12月29日，桂溪区环城公交开通运营，共有六条线路。\n\n"
    second = "桂溪区召开民政工作会议\n\n本报讯（记者 安若素）1月9日，桂溪区召开民政工作会议，部署今年的工作。\n"
    articles = [one for one in read_text(first + second, "x.txt").articles if one.kind != "other"]
    assert [one.date for one in articles] == ["2024-12-29", "2025-01-09"]


def test_a_season_of_two_years_proves_neither() -> None:
    assert dated("10月8日，2024—2025年度防火期开始，") == (None, "none")
    assert dated("10月8日，2024年防火期开始，") == ("2024-10-08", "context")


def test_births_and_deadlines_are_not_the_day_of_the_article() -> None:
    assert dated("1992年3月1日以后出生的可以报名，3月6日，", MASTHEAD) == ("2024-03-06", "masthead")
    assert dated("报名截止3月7日，3月6日，", MASTHEAD) == ("2024-03-06", "masthead")


def test_a_year_is_whole_over_a_break() -> None:
    assert dated("10月8日，20\n24年防火期开始，") == ("2024-10-08", "context")
