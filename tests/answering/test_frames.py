"""Why, which way, where, what came of it, how to apply: recognised by how it is printed."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
柳泉区政务简报
2024年4月12日 星期五 第88期

柳泉区一季度民生实事进展过半
两项实事滞后

本报讯（记者 高粱）4月11日，柳泉区民生实事推进会在区档案馆报告厅召开。区委副书记韩江主持。

截至3月底，柳泉河步道工程因管线迁改尚未完工；受原材料价格上涨影响，社区食堂扩建进度偏慢。图书馆流动车采购经费下降两成，主要是改为租赁。

对4月底仍未开工的项目，由区政府督查室挂牌督办。家电市场商户虚开发票一案，当事人被处以罚款2万元。

城南客运站搬迁
12路改线

本报讯 因青杨大桥维修，12路公交车4月20日起临时改走芦花路。新开的旅游专线由柳泉南站开往云顶湖景区，沿途设站9个。自驾游客可将车停放在云顶湖东门停车场。

云顶湖露营大会报名启事

云顶湖露营大会4月27日开营，首批200个营位优先安排给三孩家庭。市民可通过“柳泉文旅”小程序报名，入营须携带身份证、报名回执。义卖所得全部捐给区儿童福利院。本届大会增设无人机表演。
柳泉区文化和旅游局
2024年4月10日
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("民生实事推进会在哪开的", "区档案馆报告厅"),
        ("柳泉河步道为啥还没完工", "管线迁改"),
        ("社区食堂扩建咋慢了", "原材料价格上涨"),
        ("流动车采购经费为什么降了", "租赁"),
        ("4月底还没开工的怎么处理", "挂牌督办"),
        ("12路现在改走哪条路", "芦花路"),
        ("旅游专线从哪开到哪", "柳泉南站开往云顶湖景区"),
        ("去云顶湖车停哪儿", "东门停车场"),
        ("露营大会的营位先给谁", "三孩家庭"),
        ("露营大会咋报名", "小程序"),
        ("露营大会入营要带啥", "身份证、报名回执"),
        ("露营大会义卖的钱给谁", "儿童福利院"),
        ("露营大会有啥新花样", "无人机表演"),
    ],
)
def test_what_fills_the_frame_is_said(ask: Ask, question: str, holds: str) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer.answer
    assert holds in answer.answer
    assert len(answer.answer) <= 60
    assert answer.sources


@pytest.mark.parametrize(
    "question",
    ["青杨大桥合龙仪式在哪办的", "区医院为啥停诊", "12路为什么降价", "露营大会的帐篷跟谁合作"],
)
def test_an_empty_frame_is_no_answer(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"
