"""A page of figures, awards and a new school: whose value it is, in which measure, of then or of now."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
一季度临湖新区经济开局平稳

本报讯 2026年4月20日，临湖新区召开一季度经济运行分析会，一季度一般公共预算收入11.6亿元，完成年度预算的25.8%。区委书记卢秉正主持会议并讲话，区长苏砚汇报经济运行情况。会议指出，主要问题是3家企业订单不足。

宏远电子投资4200万元改造5条生产线，用工由310人减少到170人，产品不良率从2.2%降至0.7%。“过去换一次线要3小时，现在只要25分钟。”生产总监葛明说。

湖滨实验学校9月开学 首届招12个班

本报讯 4月16日，记者在湖滨实验学校建设现场看到，教学楼外墙装饰已完成八成。该校规划小学24个班、初中12个班，可提供学位1680个，比原规划增加180个。首届计划招收一年级8个班、七年级4个班，教师通过全区选调46名、公开招聘20名配齐。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("财政收入完成预算多少", "25.8%"),
        ("宏远电子不良率降到多少", "0.7%"),
        ("换线现在要多久", "25分钟"),
        ("原规划学位多少个", "1500"),
        ("湖滨实验学校首届招几个班", "12个"),
        ("一年级招几个班", "8个"),
        ("湖滨实验学校小学有几个班", "24个"),
        ("湖滨实验学校老师一共多少名", "66名"),
        ("卢秉正讲话了吗", "是"),
    ],
)
def test_the_asked_ones_own_value(ask: Ask, question: str, holds: str) -> None:
    assert holds in ask(question).answer


@pytest.mark.parametrize(
    "question", ["苏砚讲话了吗", "一年级招多少人", "换线省了多少时间", "苏砚主持会议了吗"]
)
def test_what_is_told_of_another_is_refused(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"
