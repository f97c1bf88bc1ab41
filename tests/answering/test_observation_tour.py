"""A page of a tour with scores in two groups, a meeting, items with dashes and a table of projects."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """今日雁滩 A1
2023年7月6日 星期四

比着干 赛着跑

雁滩区两天观摩21个项目

本报讯（记者 方小禾）7月3日至4日，雁滩区举行上半年重点项目观摩评议活动。观摩团一行实地察看了21个项目，总投资93.7亿元。

在高新园，投资18.5亿元的启明智能装备基地一期已封顶，达产后年销售收入可达30亿元。

7月4日下午，观摩评议总结会召开，62名评委现场打分、当场亮分。按园区、乡镇两个组排名，园区组前三名为：高新园96.42分、青枫园95.18分、运河园93.76分；乡镇组前三名为：石桥镇94.85分、白塔镇93.90分、大坝镇92.64分。

防汛工作会议召开

本报讯 5月24日，雁滩区召开防汛抗旱工作会议，区长计长庚出席。各级防汛值班室从6月1日起实行24小时值守。

区里再添3个项目

本报讯 6月12日，雁滩区招商项目签约大会举行。这次签约的3个项目总投资44.1亿元。新能源类2个，总投资34.1亿元；生物医药类1个，总投资10亿元。

——锐达动力电池结构件项目。由锐达新能源公司投资，总投资21.5亿元，用地260亩，达产后吸纳就业1500人。

——禾木蛋白原料药项目。由禾木医药公司投资，总投资10亿元，提供岗位420个。

雁滩区重点项目表（单位：万元）
序号 项目名称 责任单位 建设地点 总投资
1 城东水厂二期 区水利局 石桥镇 24300
2 磐石线路板项目（台资） 磐石电子公司 白塔镇 35000
3 金竹加工项目 金竹家居公司 大坝镇 16500
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("观摩评议是哪两天搞的", "7月3日至4日"),
        ("这次观摩了多少个项目，总投资多少", "观摩团一行实地察看了21个项目，总投资93.7亿元"),
        ("乡镇组第一名是谁，打了多少分", "石桥镇，94.85分"),
        ("園區組前三名是哪幾個", "高新园（96.42分）、青枫园（95.18分）、运河园（93.76分）"),
        ("防汛会议哪天开的", "5月24日"),
        ("锐达动力电池结构件用多少地，能招多少人", "用地260亩，达产后吸纳就业1500人"),
        ("禾木蛋白原料药项目提供多少岗位", "420个"),
        ("台资项目是哪个", "磐石线路板项目（台资）"),
    ],
)
def test_each_group_and_each_item_has_its_own(ask: Ask, question: str, answer: str) -> None:
    assert ask(question).answer == answer


def test_what_is_sold_is_not_what_was_invested(ask: Ask) -> None:
    earlier = "启明智能装备基地投资多少"
    assert ask("达产后一年能卖多少钱", turns=(earlier,)).answer == "30亿元"


def test_a_verb_of_a_headline_is_no_sort_of_projects(ask: Ask) -> None:
    assert "存疑" not in (ask("这次签约的项目总投资多少").detail or "")


LEAF = """02 要闻
2024年4月18日 星期四

雁滩区集中开工 总投资18.6亿元

本报讯 4月16日，雁滩区集中开工活动举行。二季度要抓好“三个百日”行动，即百日攻坚、百日服务、百日督查，确保上半年过半。

一览表（单位：万元）
序号 项目名称 建设单位 建设规模及内容 总投资
1 滨江大道北延工程 区城建公司 道路长3.6公里、宽40米 48000
2 石桥水厂扩建 区水利局 日供水5万吨 19800
"""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("这是第几版", "第2版"),
        ("三个百日指什么", "百日攻坚、百日服务、百日督查"),
        ("滨江大道北延工程多长多宽，谁建的", "长3.6公里、宽40米，区城建公司"),
    ],
)
def test_the_page_of_the_paper_and_no_more_than_is_asked(about: About, question: str, answer: str) -> None:
    assert about(LEAF)(question).answer == answer
