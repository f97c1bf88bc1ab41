"""Tables that print the growth beside each measure: a bare 同比增长 belongs to the column in front of it."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
青浦统计月报
2024年9月12日

青浦县1—8月分乡镇主要经济指标

单位	工业总产值（亿元）	同比增长（%）	固定资产投资（亿元）	同比增长（%）	财政收入（万元）	完成年计划（%）
全县	142.6	8.1	61.3	9.9	48210	68.2
开发区	70.4	12.5	30.2	18.4	25330	74.9
东河镇	33.1	-1.8	15.7	-4.1	11960	61.3
石門镇	25.7	7.4	9.6	6.2	7410	66.0
云台乡	13.4	9.6	5.8	21.3	3510	57.5

工业稳中有升

前8个月，东河镇产值下降1.8%，主要受两家铸造企业停炉检修影响；云台乡增长9.6%，原因是新投产的饮料厂满负荷生产。县里拿出2000万元设立奖补资金，每户最高奖励40万元。

9月10日，县长高远主持召开经济运行分析会，统计局局长吴越分析了存在的问题。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE.replace("石門", "石门"))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("固定资产投资涨得最快的是哪个乡镇", "云台乡（21.3%）"),
        ("工业总产值增长最快的是哪个单位", "开发区（12.5%）"),
        ("投资下降的是哪几个乡镇", "东河镇"),
        ("石门镇投资增长多少", "6.2%"),
        ("石门镇投资多少", "9.6亿元"),
        ("石门镇财政完成年计划的百分之几", "66.0%"),
        ("财政收入3510万的是哪个乡", "云台乡"),
        ("产值25.7亿的是哪个镇", "石门镇"),
    ],
)
def test_the_asked_column_is_read(ask: Ask, question: str, said: str) -> None:
    assert ask(question).answer == said


@pytest.mark.parametrize("question", ["财政收入9999万的是哪个乡", "石门镇用电量增长多少", "马湖镇投资增长多少"])
def test_what_the_table_has_not_is_refused(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"


def test_a_cause_is_told_of_the_asked_one_alone(ask: Ask) -> None:
    assert "铸造企业" in ask("东河镇产值为啥往下掉").answer
    assert ask("石门镇产值为啥下降").status == "not_found"
    assert ask("东河镇产值为什么增长").status == "not_found"


def test_for_each_is_not_the_whole_sum(ask: Ask) -> None:
    assert ask("奖补资金一户最多拿多少").answer == "40万元"
    assert ask("县里拿出多少钱设立奖补资金").answer == "2000万元"
    assert ask("奖补资金一共拿出多少").answer == "2000万元"


def test_who_chaired_the_meeting(ask: Ask) -> None:
    assert "高远" in ask("经济运行分析会谁主持的").answer


TORN = """雁滩区通报各镇指标
本报讯 7月23日，雁滩区通报上半年各镇指标。
各镇上半年主要经济指标（单位：亿元、%）
序
号
单位 规上工业
总产值
同比
增速
固定资
产投资
同比
增速
1 石桥街道 86.5 11.4 42.7 16.2
2 河西镇 63.2 9.1 15.8 10.3
3 云湖度假区 — — 9.3 21.5
4 老街街道 12.4 -2.3 11.1 3.6
5 大坝镇 35.6 5.2 8.9 -1.7
"""


def test_a_row_that_is_left_open_does_not_hide_a_column(about: About) -> None:
    ask = about(TORN)
    assert ask("规上工业总产值下降的是哪个单位").answer == "老街街道"
    assert ask("固定资产投资下降的是哪个镇").answer == "大坝镇"
    assert ask("老街街道规上工业总产值降了多少").answer == "-2.3%"
    assert ask("老街街道规上工业总产值多少").answer == "12.4亿元"
