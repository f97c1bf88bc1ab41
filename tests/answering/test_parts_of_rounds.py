"""Parts of rounds by their sizes and names: each of them, two apart, in order, as stated, and the round of a project."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

ROUNDS = """松岭县第九期“三个一批”项目建设活动举行

7月3日，松岭县第九期“三个一批”项目建设活动举行。本期共有项目24个，总投资87.5亿元。

其中，签约项目9个，总投资38亿元；开工项目8个，总投资26.7亿元，分别为：鸿运智能仓储基地项目、县第三高级中学迁建项目、城北污水处理厂二期工程、鹤溪河综合治理EPC项目、石英新材料产业园、县中医院康复楼项目、农村公路提升工程、东关菜市场改造项目；投产项目7个，总投资22.8亿元，分别为：年产80万台电机项目、恒丰食品加工园、县客运总站、松北热力中心、青少年活动中心、锦绣家居产业园、栗园特色小镇项目。

第八期“三个一批”项目21个，其中签约项目6个，总投资19.3亿元，已全部开工；开工项目8个，总投资31.4亿元，已全部入统；投产项目7个，总投资15.6亿元，预计年底前全部达效。
"""

KINDS = """荷塘区一季度52个重大项目集中开工

3月1日上午，荷塘区2025年一季度重大项目集中开工仪式在滨湖科创谷举行。此次集中开工项目52个，总投资214.8亿元，今年计划完成投资63.2亿元。从类别看，制造业项目23个，总投资121.5亿元；现代服务业项目12个，总投资48.6亿元；市政交通项目9个，总投资27.4亿元；社会事业项目8个，总投资17.3亿元。

去年同期，荷塘区集中开工项目47个，总投资179亿元。截至2月底，全区96个续建项目完成投资18.5亿元，占年度计划的21.3%。
"""


@pytest.fixture(scope="module")
def rounds(about: About) -> Ask:
    return about(ROUNDS)


@pytest.fixture(scope="module")
def kinds(about: About) -> Ask:
    return about(KINDS)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("第八期三批投资分别是多少", "第八期“签约一批”19.3亿元，第八期“开工一批”31.4亿元，第八期“投产一批”15.6亿元"),
        ("开工比投产多投了多少钱", "多3.9亿元"),
        ("投产比签约少几个项目", "少2个"),
        ("第八期开工比签约多投多少", "多12.1亿元"),
        ("两期签约总投资合计多少", "57.3亿元"),
        ("第九期投资第二多的是哪批", "第九期“开工一批”（26.7亿元）"),
        (
            "第九期三批按投资从低到高排序",
            "第九期“投产一批”（22.8亿元）、第九期“开工一批”（26.7亿元）、第九期“签约一批”（38亿元）",
        ),
        ("7个项目的是哪一批", "第九期“投产一批”、第八期“投产一批”"),
        ("第九期投产的是8个项目吗", "不是，第九期“投产一批”7个项目"),
        ("签约一批是9个项目吗", "是，第九期“签约一批”9个项目"),
        ("第八期签约总投资是不是20亿", "不是，第八期“签约一批”总投资19.3亿元"),
        ("第八期签约项目都开工了吗", "是，第八期“签约一批”已全部开工"),
        ("第八期签约一批开工率是多少", "已全部开工"),
    ],
)
def test_sizes_of_parts_are_told_of_the_asked_round(rounds: Ask, question: str, answer: str) -> None:
    assert rounds(question).answer == answer


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("石英新材料产业园是第八期的吗", "不是，公报将它列入第九期“开工一批”"),
        ("石英新材料产业园是第九期的吧", "是，列入第九期“开工一批”"),
        ("栗园特色小镇是签约一批的吗", "不是，公报将它列入第九期“投产一批”"),
        ("年产80万台电机项目是哪期哪批的", "第九期“投产一批”"),
        ("东关菜市场改造是开工一批的第几个", "第九期“开工一批”第8个"),
        ("第九期开工一批第三个项目是什么", "城北污水处理厂二期工程"),
        ("投产一批最后一个项目是哪个", "栗园特色小镇项目"),
        ("第九期开工一批的第十个项目是哪个", "第九期“开工一批”只有8个项目，没有第10个。"),
    ],
)
def test_a_project_is_told_with_its_round_and_its_place(rounds: Ask, question: str, answer: str) -> None:
    assert rounds(question).answer == answer


@pytest.mark.parametrize("question", ["第八期开工一批第三个项目是什么", "石英新材料产业园第三个车间是什么"])
def test_no_name_is_told_of_a_part_without_names(rounds: Ask, question: str) -> None:
    assert rounds(question).status == "not_found"


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("制造业项目比社会事业项目多几个", "多15个"),
        ("哪类项目最多", "制造业项目（23个）"),
        ("哪类项目投资最少", "社会事业项目（17.3亿元）"),
        ("社会事业项目个数占比多少", "约15.4%"),
        ("平均每个项目投资多少", "约4.13亿元"),
        ("今年计划完成投资占总投资的比例", "约29.4%"),
        ("制造业项目是20个吗", "不是，制造业项目23个"),
        ("27.4亿是制造业项目的投资吗", "不是，制造业项目总投资121.5亿元"),
        ("12个的是哪一类项目", "现代服务业项目"),
    ],
)
def test_kinds_are_told_by_the_round_that_has_them(kinds: Ask, question: str, answer: str) -> None:
    assert kinds(question).answer == answer


def test_all_kinds_are_told_with_their_sizes(kinds: Ask) -> None:
    told = kinds("各类项目投资分别是多少").answer
    assert all(part in told for part in ("121.5亿元", "48.6亿元", "27.4亿元", "17.3亿元"))
