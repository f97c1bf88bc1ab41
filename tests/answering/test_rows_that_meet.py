"""How many rows of a table meet what is asked, what they add up to, and columns that only say 计划 or 已完成."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
松河县融媒体中心
2024年7月19日 星期五

松河县水利项目推进会召开

本报讯（记者 高粱）7月18日，松河县水利项目推进会召开，县长韩江主持。

附：松河县水利补短板部分项目进展表（单位：万元）
序号 项目名称 业主单位 所在镇 建设内容 总投资 2024年计划 已完成 当前进度
1 白杨水库除险加固工程 县水利局 白杨乡 大坝防渗 7860 3000 5200 主体施工
2 城关应急提灌站 城关镇政府 城关镇 提灌站2座 680 400 500 已完工
3 青石河堤防整治 县水务投资公司 青石镇 新建堤防5.4公里 4320 2100 1900 主体施工
4 河东供水厂二期 县水务投资公司 河东镇 日供水4万吨 9150 500 0 前期工作
5 农村饮水管网延伸 县水利局 青石镇 管网86公里 2740 1500 1370 管沟开挖
"""

SORTED = """\
松河县融媒体中心
2024年7月19日 星期五

松河县重点项目集中亮相

本报讯（记者 高粱）7月18日，松河县重点项目集中亮相。

附：松河县重点项目一览表
类别 项目名称 所在园区 总投资（亿元）
续建 松河轴承产业园 河东片区 9.6
续建 老城医院新建项目 老城片区 1.7
新建 白杨智能仓储 河东片区 4.8
新建 青石光伏组件厂 河东片区 0.9
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.fixture(scope="module")
def ask_sorted(about: About) -> Ask:
    return about(SORTED)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("业主单位为县水利局的项目有几个", "2个（白杨水库除险加固工程、农村饮水管网延伸）"),
        ("县水务投资公司的项目有多少个", "2个"),
        ("表里主体施工的有几个", "2个（白杨水库除险加固工程、青石河堤防整治）"),
        ("业主单位是县水利局的项目有哪些", "白杨水库除险加固工程、农村饮水管网延伸"),
        ("水利项目表里在主体施工的是哪几个", "白杨水库除险加固工程、青石河堤防整治"),
        ("表里5个水利项目总投资合计多少万元", "24750万元"),
        ("白杨水库除险加固工程2024年计划多少", "3000万元"),
        ("青石河堤防整治完成了多少", "1900万元"),
        ("白杨水库除险加固工程总投资多少，完成了多少", "7860万元，5200万元"),
    ],
)
def test_rows_are_counted_added_and_read_by_their_cells(ask: Ask, question: str, said: str) -> None:
    answer = ask(question)
    assert (answer.status, answer.answer) == ("answered", said)


def test_a_count_over_a_part_says_that_it_is_one(ask: Ask) -> None:
    assert "一部分" in (ask("业主单位为县水利局的项目有几个").detail or "")


@pytest.mark.parametrize("question", ["业主单位为县交通局的项目有几个", "白杨水库除险加固工程2025年计划多少"])
def test_what_no_row_meets_is_refused(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("所在园区是河东片区的项目有哪些", "松河轴承产业园、白杨智能仓储、青石光伏组件厂"),
        ("类别是新建的项目有哪些", "白杨智能仓储、青石光伏组件厂"),
    ],
)
def test_a_class_in_front_is_no_name(ask_sorted: Ask, question: str, said: str) -> None:
    assert ask_sorted(question).answer == said
