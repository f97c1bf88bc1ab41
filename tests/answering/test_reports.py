"""Projects with a report of their own, places told in running text, names that are asked for and not printed."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """梅川日报 2024年7月12日 星期五

梅川区第九期“三个一批”25个项目集中亮相

本报讯 7月9日，梅川区举行第九期“三个一批”项目建设活动，涉及项目25个，总投资120.6亿元。其中，“签约一批”9个、36.2亿元，“开工一批”10个、61.5亿元，“投产一批”6个、22.9亿元。

开工项目中，晶澈光学镜头产业园项目由晶澈光学（梅川）有限公司投资建设，总投资14.2亿元，占地160亩，达产后提供就业岗位900个。

“投产一批”项目有：睿康医疗敷料生产线项目、禾润冷链配送中心、梅川区粮食储备库等6个。

区发改委介绍，第八期19个项目总投资88.3亿元，开工一批已全部开工。

睿康敷料项目满负荷生产 首批产品发往海外

本报讯 7月10日，睿康医疗敷料生产线项目首批产品装车外运。该项目由睿康卫材有限公司建设，位于纬二路以南、学府街以西，总投资3.4亿元，现有生产线5条，达产后年产敷料2.6亿片，目前已招工310人。

东华里改造进入收尾阶段

本报讯 7月8日，记者在槐香街道东华里小区看到，外墙保温已经完工。该小区建于1994年，共有楼房9栋、居民512户，改造资金980万元。

6月镇街环境评比揭晓

本报讯 日前，区城管委通报6月份镇（街道）环境卫生评比结果。9个镇（街道）中，柳溪镇以95.8分居首，槐香街道、望岳街道分列第二、第三位，得分分别为94.1分和93.6分。

区算力中心分两步投运

本报讯 梅川区算力中心布设机架6000架，2024年底前投运1500架。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("睿康招了多少人了", "310人"),
        ("睿康敷料项目在哪个位置", "纬二路以南、学府街以西"),
        ("睿康达产后一年产多少片", "2.6亿片"),
        ("睿康医疗敷料线总投资多少", "3.4亿元"),
        ("晶澈那个园子能招多少人", "900个"),
        ("东华里小区有多少户", "512户"),
        ("第九期开工一批总额多少", "61.5亿元"),
        ("2024年底前投运多少机架", "1500架"),
    ],
)
def test_what_a_report_of_its_own_says_of_a_project_is_found(ask: Ask, question: str, answer: str) -> None:
    found = ask(question)
    assert (found.status, answer in found.answer) == ("answered", True), found.answer


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("6月镇街评比谁第一", "柳溪镇"),
        ("6月环境评比第二是哪个街道", "槐香街道"),
        ("6月环境评比第三名是谁", "望岳街道"),
        ("6月镇街评比谁第一，多少分", "柳溪镇，95.8分"),
    ],
)
def test_the_name_at_a_place_that_a_sentence_gives(ask: Ask, question: str, answer: str) -> None:
    assert ask(question).answer == answer


@pytest.mark.parametrize(
    "question",
    ["第九期签约的9个项目叫什么名字", "开工一批10个项目的名字都有哪些", "那9个镇街是哪9个", "6月镇街评比第四是谁", "睿康卖了多少钱"],
)
def test_names_that_are_only_counted_are_refused(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"
