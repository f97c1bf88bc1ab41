"""Projects by a word of their names, their contents or their kind; what a table of them has; the day of a round."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

LISTED = """松岭县第九期“三个一批”项目建设活动举行

7月3日，松岭县第九期“三个一批”项目建设活动举行。本期共有项目13个，总投资43.5亿元。

其中，签约项目2个，总投资6亿元；开工项目6个，总投资21.7亿元，分别为：鸿运智能仓储基地项目、县第三高级中学迁建项目、鹤溪河综合治理EPC项目、石英新材料产业园、县中医院康复楼项目、农村公路提升工程；投产项目5个，总投资15.8亿元，分别为：年产80万台电机项目、恒丰食品加工园、县客运总站、松北热力中心、青少年活动中心。

鸿运智能仓储基地项目由鸿运物流有限公司投资建设，主要建设立体仓库、分拣车间和冷链车间，项目投用后可带动就业600人。
"""

TABLE = """荷塘区一季度重大项目集中开工

3月1日，荷塘区2025年一季度重大项目集中开工仪式举行，共有项目52个，总投资214.8亿元。

附：集中开工部分项目一览表
序号 项目名称 项目类别 建设地点 建设内容 总投资（亿元）
1 荣芯功率器件生产基地 制造业 滨湖科创谷 改造车间3个，安置职工420人 35
2 云锦商务中心 现代服务业 云锦路街道 商务楼两座 12.6
3 区妇幼保健院新院区 社会事业 桃源街道 门诊楼 6.5
4 瑞丰精密模具项目（外资） 制造业 滨湖科创谷 厂房 4.8
"""


@pytest.fixture(scope="module")
def listed(about: About) -> Ask:
    return about(LISTED)


@pytest.fixture(scope="module")
def table(about: About) -> Ask:
    return about(TABLE)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("哪个项目采用EPC模式", "鹤溪河综合治理EPC项目"),
        ("鹤溪河综合治理项目是EPC项目吗", "是，鹤溪河综合治理EPC项目"),
        ("EPC项目有几个", "1个"),
        ("哪个项目是年产80万台的", "年产80万台电机项目"),
        ("开工项目里有学校吗", "有，县第三高级中学迁建项目"),
        ("投产项目里有医院吗", "没有，公报将县中医院康复楼项目列入第九期“开工一批”"),
        ("冷链车间属于哪个项目", "鸿运智能仓储基地项目"),
        ("冷链车间是哪批的项目", "第九期“开工一批”"),
        ("第九期活动什么时候举行的", "7月3日"),
        ("三个一批指的是什么", "签约一批、开工一批、投产一批"),
    ],
)
def test_a_word_tells_of_the_project_that_has_it(listed: Ask, question: str, answer: str) -> None:
    assert listed(question).answer == answer


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("云锦商务中心属于哪类项目", "现代服务业"),
        ("云锦商务中心是制造业项目吗", "不是，公报写的类别是现代服务业"),
        ("云锦商务中心是外资项目吗", "不是，公报写的“外资项目”是瑞丰精密模具项目（外资）"),
        ("外资项目总投资多少", "4.8亿元"),
        ("外资项目是哪个", "瑞丰精密模具项目（外资）"),
        ("一览表里有几个项目", "4个"),
        ("一览表里制造业项目有几个", "2个"),
        ("一览表里最后一个项目是哪个", "瑞丰精密模具项目（外资）"),
        ("荣芯功率器件生产基地安置职工多少人", "420人"),
        ("一览表里投资最多的两个项目是哪些", "荣芯功率器件生产基地（35亿元）、云锦商务中心（12.6亿元）"),
    ],
)
def test_a_row_tells_its_kind_and_a_table_its_rows(table: Ask, question: str, answer: str) -> None:
    assert table(question).answer == answer


def test_parts_of_a_project_are_no_projects(listed: Ask) -> None:
    assert listed("智能仓储基地项目有几个车间").answer != "1个"
