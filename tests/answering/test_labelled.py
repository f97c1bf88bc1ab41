"""What an amount is called and whose it is: other money, another number, a wider area, somebody named only later."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answering.pages import asking

WAGES = """劳动监察队追回欠薪

磐石劳务公司因拖欠19名瓦工工资共计51.2万元被责令整改。区劳动监察大队对该公司罚款3万元，项目经理甄某被约谈；举报人领到奖金2000元。
"""
STORES = """粮库夜间起烟 无人受伤

3月2日夜里，位于柏林区的金谷粮库5号仓库起烟，烧毁麻袋约340平方米。毗邻的4号仓库存有玉米900吨，没有受到波及。
"""
TOURS = """五一假期 青螺镇游客最多

五一假期，泊远区景区共接待游客73.5万人次，实现旅游收入4.1亿元。其中，青螺镇接待游客31万人次，居全区第一；第二是鹅颈滩，19.2万人次。青螺镇民宿均价每晚260元。
"""
RELICS = """柳堤博物馆开馆 首展文物600件

柳堤区博物馆馆藏文物5100余件，其中一级文物4件，首批展出600件。
"""
RULES = """英才来松岭有补贴

松岭区5月1日起施行新的人才办法，对博士、硕士分别给予生活补贴30万元、12万元。旧办法中，博士的标准为20万元。
"""
STAFF = """乡村电站换了新班子

老余家养了几头驴，今年卖驴驹收入2.4万元。新班子上任后，员工由去年底的19人增加到26人，人均每天发电收入由310元提高到420元。
“电费比原来少交了90元。”电工师傅辛大海说。
"""


@pytest.mark.parametrize(
    ("page", "question", "holds"),
    [
        (WAGES, "磐石劳务公司拖欠瓦工多少工资", "51.2万元"),
        (WAGES, "磐石劳务公司被罚了多少钱", "3万元"),
        (STORES, "金谷粮库4号仓库存有多少吨玉米", "900吨"),
        (TOURS, "五一假期泊远区旅游收入多少", "4.1亿元"),
        (RELICS, "柳堤区博物馆一级文物有多少件", "4件"),
        (RULES, "松岭区旧办法给博士多少钱", "20万元"),
        (STAFF, "电站去年底有多少员工", "19人"),
        (STAFF, "辛大海少交了多少电费", "90元"),
    ],
)
def test_an_amount_is_told_by_what_it_is_called_and_of_whom(
    tmp_path: Path, page: str, question: str, holds: str
) -> None:
    with asking(tmp_path, page) as ask:
        answer = ask(question)
    assert answer.status == "answered", answer
    assert holds in answer.answer


@pytest.mark.parametrize(
    ("page", "question"),
    [
        (WAGES, "磐石劳务公司欠的工程款有多少"),
        (WAGES, "甄某个人被罚了多少钱"),
        (STORES, "金谷粮库4号仓库面积多大"),
        (TOURS, "五一假期青螺镇旅游收入多少"),
        (TOURS, "五一假期鹅颈滩的民宿一晚多少钱"),
        (RELICS, "柳堤区博物馆二级文物有多少件"),
        (RULES, "松岭区旧办法给硕士多少钱"),
        (STAFF, "老余家总共养了多少头驴"),
    ],
)
def test_what_is_called_otherwise_or_told_of_another_is_no_answer(tmp_path: Path, page: str, question: str) -> None:
    with asking(tmp_path, page) as ask:
        answer = ask(question)
    assert answer.status == "not_found", answer.answer
