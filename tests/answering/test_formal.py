"""Questions in formal and old wording are answered as plain ones are; what no page tells stays refused."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """松江区举行重点项目集中开工仪式

本报讯（记者 林予）2024年3月18日，松江区举行重点项目集中开工仪式。区委副书记、区长傅青主持仪式。此次集中开工项目18个，总投资64.5亿元。

项目分为四类：产业升级类6个，总投资31.2亿元；交通水利类4个，总投资15.8亿元；城市更新类5个，总投资10.5亿元；社会民生类3个，总投资7亿元。

白鹭大桥全长960米，由松江路桥公司承建，总投资4.2亿元，计划2025年9月竣工。

松江区第六届龙舟赛定于6月10日在月亮湖举行，沙洲镇队去年夺得冠军。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("松江区集中开工仪式系由何人主持？", "傅青"),
        ("白鹭大桥长度几何？", "960米"),
        ("四类项目中，总投资居首位的类别为何？", "产业升级"),
        ("第六届龙舟赛定于何日举行？", "6月10日"),
        ("第六届龙舟赛举行地为何处？", "月亮湖"),
        ("此次集中开工项目数量及总投资各为多少？", "18个"),
        ("此次集中开工项目数量及总投资各为多少？", "64.5亿元"),
        ("白鹭大桥由何单位承建、总投资几何？", "松江路桥公司"),
        ("白鹭大桥由何单位承建、总投资几何？", "4.2亿元"),
        ("交通水利类项目总投资为何？", "15.8亿元"),
        ("就白鹭大桥而言，承建者系何单位？", "松江路桥公司"),
        ("白鹭大桥工程拟于何时竣工？", "2025年9月"),
    ],
)
def test_formal_wording(ask: Ask, question: str, said: str) -> None:
    assert said in ask(question).answer


@pytest.mark.parametrize(
    "question",
    ["白鹭大桥宽度几何？", "白鹭大桥系由何人设计？", "第六届龙舟赛奖金总额为何？", "青石大桥由何单位承建？"],
)
def test_what_is_not_told_stays_refused(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"
