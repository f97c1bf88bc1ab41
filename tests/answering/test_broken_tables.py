"""Tables whose cells and names of columns are broken over many lines: rows are chosen by owner, place and day."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
松河县政务简报
2024年7月19日 星期五 第96期

松河县半年重点项目推进会召开

本报讯（记者 高粱）7月18日，松河县半年重点项目推进会召开，县长韩江主持。全县64个重点项目已完成投资38.2亿元。

附：松河县部分重点项目攻坚清单
序
号
项目名称 建设地点 建设内容 总投资（亿元） 上半年完成（万
元） 6月底形象进度 存在问
题
计划完工 包保领导
1
松河智能农机装
备产业园
河东新区 厂房12万平方米、生
产线6条
9.6
31200 主体封顶 电力未增容 2024年1
2月
高 翔
2 老城供水管网改造 城关镇 更换管网41公里 1.7 8600 完成管网23公里 道路开挖审批慢 2024年9月
林秋月
3
县第二人民医院迁
建项目 河东新区 床位400张 4.8 12500 基础施工 无 2026年3月 林秋月
4 白杨水库除险加固 白杨乡 大坝防渗、溢洪道改造 0.9 4100 溢洪道完工 征地滞后 2025年1
1月 高 翔
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("攻坚清单里林秋月包保哪些项目", "老城供水管网改造、县第二人民医院迁建项目"),
        ("河东新区的项目有哪些", "松河智能农机装备产业园、县第二人民医院迁建项目"),
        ("清单里2024年内完工的项目有哪些", "松河智能农机装备产业园、老城供水管网改造"),
        ("白杨水库除险加固存在什么问题", "征地滞后"),
        ("县第二人民医院迁建项目6月底形象进度是什么", "基础施工"),
        ("松河智能农机装备产业园计划什么时候完工", "2024年12月"),
    ],
)
def test_a_broken_table_is_read(ask: Ask, question: str, said: str) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer.answer
    assert said in answer.answer


@pytest.mark.parametrize("question", ["2027年完工的项目有哪些", "攻坚清单里韩江包保哪些项目"])
def test_rows_that_are_not_there_are_not_named(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"


NUMBERED = """\
松河县政务简报
2025年3月21日 星期五 第31期

松河县首批项目集中动工

本报讯（记者 高粱）3月20日，松河县首批项目集中动工活动举行，县长韩江主持。

附：松河县首批集中动工项目一览表（节选，单位：万元）
序号
项目名称 业主单位 建设地点 建设内容及规模 总投资 2025年计划 建设工期
1
松河菌菇集散中
心
绿野农业公司 河东新区 交易棚2.1万平方米，冷库3万
立方米
36000 9000 2025.3—2027.2
2
白杨水库灌区工
程
县水利局 白杨乡 渠系23公里，新增灌面1.4万亩 28000 7000 2025.3—2027.1
1
3 松白快速路 县交通局 城关镇、白杨乡 全长8.6公里，双向四车道 41500 11000 2025.3—2026.1
0
4
白杨乡九年制学
校
县教育局 白杨乡 30个班，1400个学位 12400 4600 2025.5—2026.8
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("一览表里放在白杨乡的项目有哪些", ("白杨水库灌区工程", "白杨乡九年制学校")),
        ("松河菌菇集散中心总投资多少", ("3.6亿元",)),
        ("白杨乡九年制学校有多少个学位", ("1400个",)),
    ],
)
def test_numbers_of_rows_are_no_names(about: About, question: str, said: tuple[str, ...]) -> None:
    answer = about(NUMBERED)(question).answer
    assert all(part in answer for part in said)
