"""What is told in another clause, below another bullet or of another whole is no answer; what is told in its own is."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """青禾县秋收进度过半
2025年9月18日　青禾融媒

本报讯（记者 陶然）青禾县“金秋”招商会9月16日举行。到会客商380人，45人签下意向书，其中民企代表12人。会后办3场专题对接，其中食品专题9月20日在县会展中心举行，机械专题设在东岭镇。青禾县长柳招商组走访企业64家。

全县74个市级项目完成投资21.5亿元。第三批开工的16个项目年底前全部进场。农业项目5个、工业项目8个，水利和交通项目3个。

县农机局通报作业情况：东岭镇、西沟镇获“流动红旗”，北坡镇因3台收割机带病作业被挂“黄牌”。

县司法所受理调解申请820件，办结760件；其中邻里纠纷受理310件。全年接到来信来电930件，其中建议240件、求助690件。求助量居前的是路灯故障210件、噪声扰民160件、垃圾清运90件。

全县计划给6.2万名学生测视力，截至9月10日已测4.1万人，其中东岭镇5300人。已测视力的学生中，查出近视1.6万人、散光7200人，均建档随访。

因更换变压器，9月22日8时至18时停电，影响范围为城南的锦绣园、棉纺家属院、金桂苑等6个小区，共2150户。

广场舞大赛上，南门社区石兰以96.5分夺冠，东岭镇罗小满获第二名。跳绳冠军杜一鸣跳了212个，打破保持7年的县纪录。

县文化馆新馆2023年5月动工，建筑面积1.2万平方米。

另悉，县妇联办的月嫂班10月8日开课，报名可拨打5521788。

惠农政策一览

●养蜂户补贴：每箱30元，已发放到户。
●烟叶种植补贴：每亩80元，10月15日前到镇农业站申报。
●桑园补贴：标准待定。去年为每亩45元。

附：第三批部分开工项目（单位：万元）
序号 项目名称 建设地点 总投资
1 东岭粮库扩建 东岭镇 5200
2 北坡冷链中心 北坡镇 18600
3 西沟灌渠改造 西沟镇 7400
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    "question",
    [
        "去年烟叶种植一亩补多少",  # told below another bullet
        "桑园补贴哪天截止申报",
        "机械专题哪天举行",  # the clause with the day opens with its sibling
        "罗小满得了多少分",
        "到会的380人里民企代表有多少",  # 其中 is said of those 45
        "第三批这16个项目完成投资多少",  # 74个市级项目 are others
        "东岭镇查出近视的学生有多少名",  # the next sentence goes back to the whole
        "东岭镇计划给多少学生测视力",  # what is done of it
        "金桂苑这次停电涉及多少户",  # all six
        "240件建议里哪一类最多",  # told of the other part
        "邻里纠纷办结了多少件",  # what came in
        "东岭镇为什么被挂黄牌",
        "县文化馆老馆是哪年建的",
        "查出弱视的学生有多少",
        "第三批总投资6000万元以下的项目总共几个",  # 部分项目
        "不算水利，交通项目有几个",
    ],
)
def test_what_is_told_elsewhere_is_no_answer(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("去年桑园一亩补多少", "45元"),
        ("烟叶种植补贴哪天截止申报", "10月15日"),
        ("食品专题哪天举行", "9月20日"),
        ("石兰得了多少分", "96.5分"),
        ("签下意向书的45人里民企代表有多少", "12人"),
        ("74个市级项目完成投资多少", "21.5亿元"),
        ("查出近视的学生有多少名", "1.6万人"),
        ("东岭镇给多少学生测了视力", "5300人"),
        ("690件求助里哪一类最多", "路灯故障"),
        ("邻里纠纷受理了多少件", "310件"),
        ("县文化馆新馆是哪年动工的", "2023年5月"),
        ("月嫂班报名打哪个电话", "5521788"),
    ],
)
def test_what_is_told_in_its_own_clause_is_the_answer(ask: Ask, question: str, answer: str) -> None:
    assert answer in ask(question).answer


def test_a_clause_of_its_own_tells_why(ask: Ask) -> None:
    assert "带病作业" in ask("北坡镇为什么被挂黄牌").answer


def test_a_follow_up_goes_on_about_the_named_project(about: About) -> None:
    page = """青禾县两个项目开工

投资3亿元的青禾饲料加工项目9月开工。最大的是白石储能电站项目，总投资12亿元；建成后年产值9亿元，提供岗位400个。
"""
    ask = about(page)
    assert ask("能提供多少岗位", turns=("青禾饲料加工项目投资多少",)).status == "not_found"
    assert "400个" in ask("能提供多少岗位", turns=("白石储能电站项目投资多少",)).answer
