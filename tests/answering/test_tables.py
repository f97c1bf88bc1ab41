"""Questions over tables: rows chosen by what the question says of them, a column, and what follows from both."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """# 榆川区春季招聘会9家单位进场

本报讯 3月16日，榆川区春季招聘会在区体育馆举行。部分岗位如下：

| 用人单位 | 岗位 | 人数 | 学历 | 月薪（元） |
| --- | --- | --- | --- | --- |
| 榆川云帆软件 | 测试工程师 | 5 | 本科 | 7500—12000 |
| 榆川云帆软件 | 前端开发 | 3 | 本科 | 9000—15000 |
| 禾丰粮油 | 包装工 | 60 | 不限 | 4800—6000 |
| 康宁护理院 | 护理员 | 24 | 不限 | 4300—5200 |
| 柳桥酒店 | 收银员 | 8 | 中专 | 3900—4500 |

# 榆川区一季度经济运行情况

本报讯 一季度全区经济平稳。主要指标见下表，括号内为去年同期位次。

| 指标 | 总量 | 同比增长(%) | 增速排名 |
| --- | --- | --- | --- |
| 工业投资 | — | 11.3 | 1(4) |
| 房地产开发投资 | 12.4亿元 | -6.8 | 7(5) |
| 社会消费品零售总额 | 55.7亿元 | 4.9 | 3(6) |
| 实际使用外资 | 1900万美元 | -15.2 | 6(2) |

# 榆川区为民办实事进展

本报讯 截至9月底，部分为民办实事进展如下：

| 序号 | 事项 | 牵头单位 | 年度目标 | 进展 |
| --- | --- | --- | --- | --- |
| 1 | 新建口袋公园 | 区城管局 | 10个 | 已办结 |
| 2 | 老旧小区加装电梯 | 区住建局 | 40部 | 完成17部，滞后 |
| 3 | 农村饮水提升 | 区水利局 | 惠及1.8万人 | 惠及1.5万人 |
| 4 | 东关菜市场改造 | 区市场监管局 | 1个 | 未开工，滞后 |

# 榆川区中学生羽毛球赛收官

本报讯 5月12日，比赛收官，奖牌榜前四名如下。

| 名次 | 代表队 | 金牌 | 银牌 | 铜牌 | 总数 |
| --- | --- | --- | --- | --- | --- |
| 1 | 榆川二中 | 5 | 2 | 2 | 9 |
| 2 | 文庙街中学 | 3 | 4 | 0 | 7 |
| 3 | 柳荫实验学校 | 2 | 1 | 4 | 7 |
| 4 | 河湾镇中学 | 0 | 3 | 1 | 4 |

# 一批项目尚未开工

截至8月底，未开工项目如下（单位：万元）：

| 项目名称 | 责任单位 | 总投资 | 未开工原因 |
| --- | --- | --- | --- |
| 河湾静脉产业园 | 河湾镇政府 | 52000 | 环评正在公示 |
| 城南输变电工程 | 榆川供电公司 | 17600 | 线路走向调整 |
| 柳荫文旅街区 | 柳荫街道办 | 38000 | 投资方资金未到位 |
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE, "page.md")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        # a cell: the row by its name or a part of it, the column by its header, a spoken word or its type
        ("护理院招几个护理员", "24"),
        ("包装工一个月多少钱", "4800—6000"),
        ("工业投资涨了百分之几", "11.3%"),
        ("河湾镇中学银牌几枚", "3"),
        ("文庙街中学拿了几块金牌", "3"),
        ("收银员要什么学历", "中专"),
        # names of the rows that hold a word, or their cells in the column that is named
        ("要本科的岗位有哪些", "测试工程师、前端开发"),
        ("哪些岗位不限学历", "包装工、护理员"),
        ("禾丰粮油招什么人", "包装工"),
        ("哪些实事滞后了", "老旧小区加装电梯、东关菜市场改造"),
        ("区水利局牵头哪件实事", "农村饮水提升"),
        ("加装电梯是哪个单位牵头的", "区住建局"),
        ("河湾镇政府负责哪个没开工的项目", "河湾静脉产业园"),
        ("柳荫文旅街区为啥没开工", "投资方资金未到位"),
        # places, the best and the alike
        ("羽毛球赛第三名是哪个学校", "柳荫实验学校"),
        ("奖牌榜前两名是哪两个队", "榆川二中、文庙街中学"),
        ("河湾镇中学排第几", "4"),
        ("哪几个队奖牌总数一样多", "文庙街中学、柳荫实验学校（均为7）"),
        ("哪个队银牌最多", "文庙街中学（4）"),
        ("哪个岗位工资最高", "榆川云帆软件前端开发（9000—15000）"),
        ("哪个岗位招人最多", "禾丰粮油包装工（60）"),
        # figures of the year before stand in brackets where a note says so
        ("实际使用外资去年同期排第几", "2"),
        ("实际使用外资排第几", "6"),
        # the whole table, where caption and headline say what is asked
        ("哪几个项目还没开工", "河湾静脉产业园、城南输变电工程、柳荫文旅街区"),
        ("未开工的项目有哪些", "河湾静脉产业园、城南输变电工程、柳荫文旅街区"),
        # counted rows, and sums of the rows that are selected
        ("榆川云帆软件一共招多少人", "8人"),
        ("招聘会有几个岗位要求本科", "2个（测试工程师、前端开发）"),
    ],
)
def test_tables_answer_by_row_and_column(ask: Ask, question: str, answer: str) -> None:
    held = ask(question)
    assert held.status == "answered", held.answer
    assert held.answer == answer
    assert held.sources


@pytest.mark.parametrize(
    "question",
    [
        "工业投资总量是多少",  # the cell holds a dash
        "护理院招几个保安",  # no such row
        "禾丰粮油招的会计一个月多少钱",
        "收银员几点上班",  # no such column
        "羽毛球赛第六名是谁",  # the table ends before
        "加装电梯总投资多少",
        "口袋公园在哪些街道",  # not what the rows are about
        "社会消费品零售总额去年同期是多少亿",  # the brackets are of another column
    ],
)
def test_what_no_cell_says_is_refused(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"
