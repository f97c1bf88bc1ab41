"""An answer belongs to the asked one: its own clause, its own row, its own office, its own group of people."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """澄浦区“扬帆计划”第三季推进会召开
2025年4月18日　澄浦融媒

本报讯（记者 贺远）4月16日，澄浦区“扬帆计划”第三航段推进会召开，副区长柳知夏主持。“扬帆计划”是区里去年推出的项目攻坚机制，把项目分为“靠岸”（签约）、“起锚”（开工）两类。第三航段入列项目17个，总投资62.4亿元。

前两个航段共入列项目39个，总投资140.5亿元。第一航段的云栖冷库因企业资金未到位，3月底被移出清单；第二航段的北洼光伏支架项目因用地手续没有办结，开工推迟到7月。

程立言强调，第四航段定于9月举行，力争入列项目不少于20个、总投资突破90亿元。

全区计划改造村道，进度如下：

乡镇｜计划（公里）｜完成（公里）
柳坪镇｜42｜36
松岗乡｜30｜30
河湾乡｜28｜17

各类农产品本周批发价（每公斤）

品种	本周均价	上周均价	涨跌幅
青椒	5.40元	6.00元	-10.0%
茄子	4.80元	4.80元	持平
生猪（出栏）	16.30元	16.55元	-1.5%

区博物馆特展延期

本报讯　特展门票40元，学生、65岁以上老人半价，每周一闭馆。“红枫”队的队长是47岁的退休护士苗问渠。最高分698分，考生来自河湾中学。

澄浦马拉松设半程马拉松（4000人）和欢乐跑（1500人）两项，报名费分别是110元和50元。

新桥通车后，过江时间由65分钟缩短到6分钟。新桥南主塔高186米，北主塔高174米。

校车更多

本报讯　全区现有校车52辆，乘车学生1980人。今年秋季将新增8辆，其中3辆为新能源校车。

实事项目财政投入

序号 | 项目 | 牵头单位 | 财政投入
1 | 加装电梯 | 区住建局 | 2600万元
2 | 管网改造 | 区水务集团 | 8100万元
3 | 社区食堂 | 区民政局 | 1180万元
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("第三航段一共多少个项目", "17个"),
        ("云栖冷库被移出清单是什么原因", "资金未到位"),
        ("柳坪镇还差多少公里没完成", "6公里"),
        ("河湾乡还差几公里没改完", "11公里"),
        ("哪个乡镇全部完成了", "松岗乡"),
        ("青椒这周跌了多少", "10"),
        ("老人去看特展门票多少", "20元"),
        ("特展门票多少钱", "40元"),
        ("红枫队队长是谁", "苗问渠"),
        ("欢乐跑报名费多少", "50元"),
        ("半程马拉松报名费多少", "110元"),
        ("啥叫“扬帆计划”", "项目攻坚机制"),
        ("靠岸对应的是什么阶段", "签约"),
        ("三个乡镇一共计划改造多少公里", "100公里"),
        ("哪个品种跌得最多", "青椒"),
        ("秋季以后会有多少辆校车", "60辆"),
        ("全区现在有多少辆校车", "52辆"),
        ("哪个项目财政投入最多", "管网改造"),
        ("南塔比北塔高多少米", "12米"),
        ("698分是哪个学校的学生考的", "河湾中学"),
    ],
)
def test_the_value_of_the_asked_one(ask: Ask, question: str, holds: str) -> None:
    answer = ask(question)
    assert (answer.status, holds in answer.answer) == ("answered", True), answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "北洼光伏支架项目被移出清单是什么原因",
        "第四航段有哪些项目",
        "第五航段多少个项目",
        "茄子这周涨了多少",
        "区长是谁",
        "区长叫什么名字",
        "考698分那个学生叫啥",
        "两个乡镇一共计划改造多少公里",
        "啥叫红枫队",
        "哪个品种涨得最多",
        "最高分是哪个医院的",
    ],
)
def test_another_one_s_value_is_no_answer(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status != "answered", answer.answer


def test_what_it_came_to_is_not_by_how_much(ask: Ask) -> None:
    answer = ask("新桥通车后过江能省多少分钟")
    assert answer.status == "not_found" or "59" in answer.answer, answer.answer
