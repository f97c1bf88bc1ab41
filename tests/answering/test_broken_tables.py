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


NUMBERS_ALONE = """\
松河县政务简报
2025年11月14日 星期五 第128期

松河县公布民生实事进展

本报讯（记者 高粱）11月13日，松河县公布全年民生实事进展，县长韩江主持会议。

附：松河县2025年民生实事一览（单位：万元）
序
号
实事名称 牵头单位 实施地段 实施内容 计划投入 办结时限
1 背街小巷整治 县城管局 城关镇 整治小巷26条 1960 2025年12月底
2
乡
村
学校食
堂改造
县教育局
白杨乡等
4个乡镇 改造食堂9处 870 2025年11月底
3 河东新区公园 县林业局 河东新区 新增绿地31亩 2240 2025年12月底
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("乡村学校食堂改造哪家牵头", "县教育局"),
        ("河东新区公园计划投入多少", "2240万元"),
        ("背街小巷整治什么时候办结", "2025年12月底"),
    ],
)
def test_the_number_of_a_long_row_is_not_left_to_the_row_above(about: About, question: str, said: str) -> None:
    assert said in about(NUMBERS_ALONE)(question).answer


OFFICES = """\
松河县政务简报
2025年8月8日 星期五 第90期

松河县政务大厅办件提速

本报讯（记者 高粱）8月6日，松河县政务服务中心公布上月办件情况，主任丁海介绍，大厅设窗口26个。

附：7月份各窗口办件情况（单位：件）
窗口 收件 出件 其中当场办 好评率
县自然资源局 3120 3098
1740 98.1%
县交通局 2204 2204 905 99.3%
县住房保
障中心
1016 988 371 97.7%
县民政局 764 760 655 99.9%
合计 7104 7050 3671 —
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("7月份县住房保障中心收件多少件", "1016"),
        ("哪个窗口好评率最低", "县住房保障中心"),
        ("县民政局好评率多少", "99.9%"),
        ("7月县交通局当场办了多少件", "905"),
    ],
)
def test_rows_of_figures_tell_a_header_of_unknown_names(about: About, question: str, said: str) -> None:
    assert said in about(OFFICES)(question).answer


def test_a_cell_of_the_table_that_is_not_printed_is_not_made_up(about: About) -> None:
    assert about(OFFICES)("县民政局7月罚款多少万元").status == "not_found"


UPRIGHT_YEARS = """\
松河县政务简报
2026年1月9日 星期五 第3期

松河县晒重点项目成绩单

本报讯（记者 高粱）1月8日，松河县重点项目讲评会召开，县长韩江主持。

附表：松河县2025年重点项目完成台账
项目
责任单位
地点
总投资(万元)
2025年计划(万元)
2025年完成(万元)
状态
老城停车楼
县城建公司
城关镇
9800
5000
5000
投用
河东新区客运枢
纽
县交通局
河东新区
46000
18000
15500
在建
绿野菌菇产业园
绿野农业公司
白杨乡
33000
12000
13800
投用
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("绿野菌菇产业园总投资多少", "3.3亿元"),
        ("河东新区客运枢纽2025年计划投资多少", "18000万元"),
        ("绿野菌菇产业园2025年完成投资多少", "13800万元"),
    ],
)
def test_names_of_columns_may_begin_with_a_year(about: About, question: str, said: str) -> None:
    assert said in about(UPRIGHT_YEARS)(question).answer


KINDS_ABOVE = """\
松河县政务简报
2026年3月20日 星期五 第31期

河东新区一季度项目集中开工竣工

本报讯（记者 高粱）3月18日，河东新区举行一季度项目集中活动，党工委书记韩江宣布开工。

表：一季度集中活动部分项目（投资单位：亿元）
类别
项目名称 投资主体 所在园区 总投资 主要内容
开工 松河硅片外延
项目
松河半导体 智造园 21.4 月产外延片6万片
开工 白杨220千伏变电站 县供电公司 白杨园 2.7 主变容量360兆伏安
竣工 绿野饲料工厂 绿野农业公司 智造园 4.1 年产饲
料8万吨
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("松河硅片外延项目总投资多少", "21.4亿元"),
        ("绿野饲料工厂年产多少吨饲料", "8万吨"),
        ("白杨220千伏变电站的投资主体是谁", "县供电公司"),
    ],
)
def test_a_column_may_be_named_on_the_line_above(about: About, question: str, said: str) -> None:
    assert said in about(KINDS_ABOVE)(question).answer
