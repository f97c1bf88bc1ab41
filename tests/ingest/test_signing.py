"""Leads, bylines and mastheads in the forms that papers and sites use."""

from __future__ import annotations

import pytest

from index.ingest import read_text
from index.ingest.shapes.bylines import names

HEAD = "2024年4月10日 星期三 第2版\n\n"
TITLE = "芦溪区18个项目集中开工"
NEWS = "，芦溪区举行二季度重点项目集中开工活动，共有18个项目开工，总投资46.3亿元。区委书记褚良玉出席并宣布开工。"
SECOND = "活动现场，企业代表作了发言。"

LEADS = {
    "本报芦溪4月9日电（记者 安若素）": "安若素|",
    "芦溪县融媒体中心4月9日讯(全媒体记者 安若素 通讯员 辛弃)": "安若素|辛弃",
    "新华社郑州4月9日电（记者安若素、辛夷）": "安若素 辛夷|",
    "【本报讯】（记者 安若素）": "安若素|",
    "[本报讯] 记者安若素报道：": "安若素|",
    "芦溪在线消息(记者 安若素)": "安若素|",
    "大江网讯（见习记者安若素 通讯员汪万 徐帅 李翔）": "安若素|汪万 徐帅 李翔",
    "本报讯 记者安若素、通讯员辛夷报道：": "安若素|辛夷",
    "央广网芦溪4月9日消息（记者 安若素 通讯员 辛夷）": "安若素|辛夷",
    "芦溪发布讯 ": "|",
    "本刊讯：": "|",
    "芦溪融媒讯 （记者 安 若）": "安若|",
    "芦溪日报客户端讯（首席记者 安若素 记者 辛夷/文 白芷/图）": "安若素 辛夷|",
    "本报讯（全媒体记者 欧阳 若素 通讯员 马 悦 张 胜 男）": "欧阳 若素|马悦 张胜男",
    "": "|",
    "（记者 安若素）": "安若素|",
    "本报讯 （安若素 辛夷）": "安若素 辛夷|",
    "本报讯（记者 安若素 实习生 辛夷 文/图）": "安若素|",
    "芦溪报讯 ": "|",
    "中新网芦溪4月9日电 (安若素 辛夷)": "安若素 辛夷|",
    "本報訊（記者 安若素 通訊員 辛夷）": "安若素|辛夷",
    "本报讯（通讯员辛夷）": "|辛夷",
    "本台消息：": "|",
    "本报讯(记者安若素 通讯员辛夷 文/图)": "安若素|辛夷",
}
"""Lead: reporters and correspondents, divided by a bar."""

BYLINES = {
    "（记者/安若素 通讯员/辛夷）": "安若素|辛夷",
    "（记者／ 安若素 通讯员／辛夷）": "安若素|辛夷",
    "□全媒体记者 安若素 通讯员 辛夷 文/图": "安若素|辛夷",
    "供稿丨辛夷 编辑丨白芷": "|辛夷",
    "■安若素": "安若素|",
    "□ 安若素 辛夷": "安若素 辛夷|",
    "■本报记者 安若素 文/图": "安若素|",
    "文/安若素 图/辛夷": "安若素|",
    "（安若素 文/图）": "安若素|",
    "（安若素 夏辛夷 图文）": "安若素 夏辛夷|",
    "安若素/文 辛夷/图": "安若素|",
    "记者：安若素  摄影：辛夷": "安若素|",
    "本报记者安若素 通讯员辛夷": "安若素|辛夷",
    "融媒体记者：安若素 欧阳雪": "安若素 欧阳雪|",
    "撰稿：安若素 审核：辛夷": "安若素|",
    "来源：芦溪县融媒体中心": "|",
    "芦溪日报记者 安若素 通讯员 辛夷": "安若素|辛夷",
    "○记者 安若素": "安若素|",
}

MASTHEADS = {
    "第A05版:要闻 2024年4月10日 上一版3 4下一版": "A05",
    "02版：综合\n2024年04月10日 星期三": "02",
    "芦溪日报\n2024年4月10日 星期三 农历甲辰年三月初二 第4562期 今日4版": None,
    "2 要闻\n2024年4月10日 星期三\n责编：辛夷 版式：白芷 校对：杜若": "2",
    "2024.4.10 星期三 3版 民生": "3",
    "要闻 2版 2024年4月10日": "2",
    "A02 要闻\n2024-04-10 星期三": "A02",
    "●2024年4月10日 星期三 ●责编/辛夷 ●版式/白芷\n3版·民生": "3",
    "芦溪新闻 NEWS 2024年4月10日 星期三 编辑 辛夷 美编 白芷 校对 杜若 04": "04",
    "二〇二四年四月十日 星期三 第三版": "三",
    "国内统一连续出版物号：CN 41-0099 2024年4月10日 星期三 第1版 芦溪区委主管主办": "1",
}
"""Masthead: page."""


def check(text: str, people: str) -> None:
    reading = read_text(text, "x.txt")
    (article,) = (one for one in reading.articles if one.kind != "other")
    assert article.headlines == (TITLE,)
    assert f"{' '.join(article.reporters)}|{' '.join(article.correspondents)}" == people
    assert article.date == "2024-04-09"


@pytest.mark.parametrize(("lead", "people"), LEADS.items())
def test_leads(lead: str, people: str) -> None:
    check(f"{HEAD}{TITLE}\n\n{lead}4月9日{NEWS}\n\n{SECOND}\n", people)


@pytest.mark.parametrize(("byline", "people"), BYLINES.items())
def test_bylines_above_and_below_the_text(byline: str, people: str) -> None:
    check(f"{HEAD}{TITLE}\n\n{byline}\n\n4月9日{NEWS}\n\n{SECOND}\n", people)
    check(f"{HEAD}{TITLE}\n\n4月9日{NEWS}\n\n{SECOND}\n\n{byline}\n", people)


@pytest.mark.parametrize(("masthead", "page"), MASTHEADS.items())
def test_mastheads(masthead: str, page: str | None) -> None:
    reading = read_text(f"{masthead}\n\n{TITLE}\n\n本报讯（记者 安若素）4月9日{NEWS}\n", "x.txt")
    (article,) = (one for one in reading.articles if one.kind != "other")
    assert article.headlines == (TITLE,)
    assert (article.date, article.page) == ("2024-04-09", page)


@pytest.mark.parametrize(
    "headline", ["县发布充电设施建设规划", "区新闻通讯员培训班开班", "新能源发电项目签约", "记者节座谈会举行", "融媒体中心消息推送上线"]
)  # fmt: skip
def test_headlines_that_look_like_leads(headline: str) -> None:
    reading = read_text(f"{HEAD}{headline}\n\n4月9日{NEWS}\n", "x.txt")
    (article,) = (one for one in reading.articles if one.kind != "other")
    assert article.headlines == (headline,)


def test_a_name_may_end_in_the_sign_for_text() -> None:
    assert names("见习记者 罗 文") == (("罗文",), ())
    assert names("记者 李明 文 王芳 图") == (("李明", "王芳"), ())
