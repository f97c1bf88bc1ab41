"""How far something has come: of a part of a project, of one among the rest of a list; what is not told."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

SITES = """\
青桐新闻
2025年9月12日  第1888期

沿江风光带二期加快推进 年底前可全线开放

本报讯（记者 林 舒）9月10日，记者在沿江风光带二期工地看到，亲水步道已铺装3.4公里，观景平台正在安装栏杆，驿站主体结构封顶。项目全长6.2公里，总投资2.7亿元，由青桐城投公司建设，计划12月底全部完工。
市民关心的配套停车场尚未开工，城投公司表示，因管线迁改方案未定，预计10月中旬进场。

青桐县人民医院东院区建设提速

9月8日，县长方敏调研县人民医院东院区。该项目占地86亩，设床位600张，门诊楼已完成内部装修，住院楼施工至十四层，感染楼基础完成八成。方敏要求，年底前门诊楼必须开诊。

稻谷收割近尾声

截至9月9日，全县42.6万亩早稻已收割39.8万亩，占93.4%。
"""

ROUND = """\
云栖日报
2025年4月8日 星期二

云栖区2025年一季度重大项目集中签约开工活动举行

本报讯（记者 叶 萌）4月7日，云栖区2025年一季度“三个一批”项目建设活动举行，区长陶以宁出席。活动共推出项目18个，总投资74.6亿元。

签约板块，共有项目7个，总投资31.2亿元，其中10亿元以上的2个，分别是星澜储能电池项目、云麓科学城二期。其余5个项目为：翠微茶饮生产线、远航智能物流园、晨曦口腔耗材、百草堂饮片厂和松鹤康养中心。

开工方面，项目6个，总投资28.1亿元，主要包括云栖高铁站前广场、城东污水处理厂扩建、清溪路小学、松江大道南延、瑞丰粮油仓储中心和智造园标准厂房。

投产方面，项目5个，总投资15.3亿元，其中蓝海风电叶片工厂投资6.2亿元。其他4个投产项目为：悦动体育器材厂、鼎新汽配车间、禾盛有机肥厂、云栖冷链仓。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(SITES)


@pytest.fixture(scope="module")
def ask_round(about: About) -> Ask:
    return about(ROUND)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("风光带二期的亲水步道铺得怎么样了", "亲水步道已铺装3.4公里"),
        ("观景平台弄到哪一步了", "观景平台正在安装栏杆"),
        ("东院区住院楼盖到哪了", "住院楼施工至十四层"),
        ("东院区感染楼啥进度", "感染楼基础完成八成"),
        ("停车场建到什么程度了", "市民关心的配套停车场尚未开工"),
        ("早稻收到什么程度了", "全县42.6万亩早稻已收割39.8万亩"),
        ("县人民医院东院区进展如何", "门诊楼已完成内部装修，住院楼施工至十四层，感染楼基础完成八成"),
    ],
)
def test_of_a_part_its_own_progress_is_told(ask: Ask, question: str, answer: str) -> None:
    assert ask(question).answer == answer


@pytest.mark.parametrize(
    "question",
    ["东院区的后勤楼建到哪了", "风光带三期推进到哪一步了", "晚稻收割进度怎么样", "9月1号东院区处于什么阶段"],
)
def test_progress_of_another_thing_or_day_is_none(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"


@pytest.mark.parametrize(
    ("question", "stage"),
    [
        ("晨曦口腔耗材属于哪个批次", "签约"),
        ("百草堂饮片厂是签约还是开工", "签约"),
        ("松江大道南延到哪一步了", "开工"),
        ("禾盛有机肥厂是动工了还是投用了", "投产"),
    ],
)
def test_a_heading_of_a_paragraph_and_the_rest_of_a_list_tell_the_stage(ask_round: Ask, question: str, stage: str) -> None:
    answer = ask_round(question)
    assert answer.status == "answered"
    assert stage in answer.answer


def test_the_rest_of_a_list_completes_the_names(ask_round: Ask) -> None:
    answer = ask_round("签约的是哪7个").answer
    assert answer.count("、") == 6
    assert "松鹤康养中心" in answer


def test_a_project_that_no_list_has_is_of_no_round(ask_round: Ask) -> None:
    assert ask_round("绿源光伏项目是哪个批次的").status == "not_found"
