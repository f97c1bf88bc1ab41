"""Why something is so: causes that no 因 prints, and causes of something else."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
青石县融媒
2024年11月6日 星期三 第211期

青石县三季度项目拉练收官 排名揭晓

本报讯（记者 高粱）11月5日，青石县三季度重点项目拉练总结会在县政务中心召开。县长韩江主持，县委书记柳青讲话。

全县96个重点项目已开工88个，尚未开工的8个中，5个卡在林地审批，2个资金未到位，1个因设计变更重新招标。大河镇得分94.6分，列第一；白杨乡得分71.2分，排在末位，柳沟乡得72.5分，列倒数第二。白杨乡存在项目入库慢、资料不全等问题；柳沟乡的主要短板是征地滞后。

会上，石桥镇因两处安置房延期交付作检讨发言，县城投公司作表态发言。

冰雹袭击青石 果农减产

10月下旬的一场冰雹致使红山镇0.9万亩苹果受灾，当地商品果率预计下降三成。全县政府性基金收入8.6亿元，同比减少31.4%，主要是房地产市场低迷。

粮油市场凌晨起火 无人伤亡

11月2日3时，县城粮油市场一间库房起火。由于通道被摊位占用，消防车多绕了一圈，晚到约3分钟。

附表：青石县在建重点项目进度表
序号 项目名称 地点 总投资（亿元） 进度
1 清泉水厂扩建工程 大河镇 2.1 主体封顶
2 南山抽水蓄能电站 柳沟乡 65 未开工
3 青石第二实验小学 城关镇 1.4 已投用

三季度有3个民生项目未按期完工，原因均为供电线路迁改滞后。

县发改局有关负责人说明，南山抽水蓄能电站因移民安置规划调整，须重新报批。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("没开工的8个项目卡在哪了", "5个卡在林地审批，2个资金未到位，1个因设计变更重新招标"),
        ("白杨乡为啥垫底", "项目入库慢"),
        ("柳沟乡为什么排倒数第二", "征地滞后"),
        ("石桥镇为啥在总结会上作检讨", "安置房延期交付"),
        ("红山镇商品果率为啥下降", "冰雹"),
        ("政府性基金收入为啥少了三成", "房地产市场低迷"),
        ("消防车为啥晚到", "通道被摊位占用"),
        ("3个民生项目为啥没按期完工", "供电线路迁改滞后"),
        ("南山抽水蓄能电站咋还没动工", "移民安置规划调整"),
        ("南山抽水蓄能电站为啥还没开工", "须重新报批"),
    ],
)
def test_the_cause_is_told(ask: Ask, question: str, holds: str) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer.answer
    assert holds in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "大河镇为什么排末位",
        "县城投公司为啥作检讨",
        "红山镇苹果为什么增产",
        "政府性基金收入为啥少了两成",
        "南山抽水蓄能电站为啥停工了",
        "清泉水厂扩建工程为啥没开工",
        "柳沟乡为啥得了红旗",
    ],
)
def test_no_cause_is_told_of_what_is_not_so(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"
