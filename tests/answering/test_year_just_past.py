"""A page at the turn of the year: what 过去一年 brought, what is planned, gifts, and who is last in half a headline."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """雁滩时报
2024年2月20日 星期二

雁滩区召开2024年经济工作会议

本报记者 方小禾

2月18日，雁滩区2024年经济工作会议在区礼堂召开。

会议指出，过去一年，全区主要指标好于预期。全年地区生产总值达到412.6亿元，增长6.3%，增速比全市高0.8个百分点；固定资产投资增长9.4%；一般公共预算收入21.4亿元，增长5.6%；居民人均可支配收入32680元，增长6.1%。

区长计长庚就打好“三场硬仗”作出安排。打好项目攻坚仗，全年铺排项目108个；打好工业倍增仗，新增规上企业30家；打好城市更新仗，改造老旧小区26个。

会议明确了2024年主要预期目标：地区生产总值增长6.5%左右；固定资产投资增长10%。

暖心募捐举行

本报讯 2月19日，新春募捐活动举行，36家企业、214名爱心人士现场认捐862.5万元。

大坝镇跃居榜首 河西镇连续两月垫底

2月12日，区环保专班发布1月份镇街水质排名。8个镇街按水质由优到差排序，前三名为大坝镇、东街街道、石桥镇，后三名为南浦街道、清水镇、河西镇。在全市综合评价中，雁滩区位列第3。

医保缴费提示

2024年度居民医保集中缴费期为今年2月20日至3月31日，个人缴费标准为每人380元。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("去年固定资产投资增长多少", "9.4%"),
        ("今年固定资产投资目标增长多少", "10%"),
        ("去年一般公共预算收入多少", "21.4亿元"),
        ("2023年GDP多少", "412.6亿元"),
        ("三场硬仗是哪三场", "项目攻坚仗、工业倍增仗、城市更新仗"),
        ("新春募捐有多少家企业参加，认捐了多少", "36家企业，862.5万元"),
        ("水质垫底的是哪个镇", "河西镇"),
        ("居民医保一个人交多少钱，最晚交到哪天", "380元，2月20日至3月31日"),
    ],
)
def test_each_year_and_each_half_has_its_own(ask: Ask, question: str, answer: str) -> None:
    assert ask(question).answer == answer


def test_a_place_in_an_assessment_is_no_opinion(ask: Ask) -> None:
    assert "第3" in ask("雁滩区在全市综合评价里排第几").answer
