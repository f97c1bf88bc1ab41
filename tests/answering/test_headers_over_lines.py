"""Tables whose names of columns and days are broken over lines, figures held against a bound, and what is left."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
柳汀县融媒体中心
2025年8月8日 星期五

上半年柳汀县城乡环境整治加快推进

本报讯（记者 高粱）8月6日，柳汀县召开城乡环境整治推进会，县长韩江主持。上半年全县完成地区生产总值96.4亿元，同比增长5.7%。

附：柳汀县各镇街污水管网改造进展情况（截至2025年6月30日）
镇（街道） 改造小区
（个）
安排经费
（万元）
已改造
（个） 改造率 惠及群众
（万人）
白杨街道 40 960 38 95.0% 5.2
青石镇 25 540 18 72.0% 2.4
河东镇 30 720 24 80.0% 3.1
牛角塘乡 12 230 6
50.0% 0.8
石鼓镇 16 310 14 87.5% 1.3
合计 123 2760 100 81.3% 12.8

附：2025年上半年柳汀县各镇街主要指标（单位：万元、％）
镇街名称
农业总产值 增速
固定资产投资
增速
财政收入
完成额
白杨街道 52300 4.1 7.6 8120
青石镇 38650 6.9 -3.4 3270
河东镇 41200 -1.2 12.5 4015
石鼓镇 29870 5.5 -0.8 1986

柳汀县晚稻插秧进入尾声

本报讯（记者 麦苗）记者8月7日从县农业农村局获悉，晚稻插秧已近尾声。
晚稻插秧进度表（截至8月5日）
乡镇 计划面积（亩） 已插（亩） 进度
青石镇 12600 9450 75%
河东镇 9800 9310 95%
石鼓镇 7400 2960 40%
合计 29800 21720 72.9%

柳汀县农村公路建设有序推进

本报讯（记者 高粱）8月5日，县交通局通报今年农村公路建设情况。
附：农村公路建设部分项目表（单位：万元）
序
号
项目名称 实施单位 所在乡镇 建设内容 总投资 年度计划 性质 完工时间
1 白杨至青石公路改造 县公路事务中心 白杨街道 路面改造9.4公里 4200 2600 续建 2025.1
1
2 河东大桥
重建
县交通局 河东镇 新建桥梁
2座 6800 3100 新建 2026.6
3 石鼓旅游环线 县交投公司 石鼓镇 三级公路14.2公里 9100 2800 新建 2025.1
0
4 牛角塘通村路 县交通局 牛角塘乡 硬化路面6公里 780 780 续建 2025.9
"""

TASKS = """\
柳汀县融媒体中心
2025年8月8日 星期五

柳汀县十件民生实事确定

本报讯 县政府常务会议审定十件民生实事。

附：柳汀县民生实事一览表（单位：万元）
序号 事项名称 牵头单位 目标任务 资金
1 中小学食堂改造 县教育局 改造食堂14个 2300
2 居家养老服务 县民政局 新增助餐点26个 860
3 老旧管网更新 县住建局 更换供水管线38公里 5400

柳汀县7月人居环境考核公布

本报讯 7月人居环境考核中，青石镇得96.2分，居首位，白杨街道得91.5分。

2024年度各镇街综合考核揭晓

本报讯 1月20日，柳汀县公布2024年度各镇街综合考核结果。
附：2024年度柳汀县镇街综合考核得分表
名次 镇街 总分 项目建设
1 白杨街道 95.1 38.2
2 河东镇 93.4 37.6
3 青石镇 90.8 36.1
"""


OPEN = """\
柳汀县融媒体中心
2025年4月18日 星期五

柳汀县首季经济平稳开局 地区生产总值增长6.3%

本报讯 4月16日，县统计局通报一季度经济运行情况。3月全县清运生活垃圾920吨，其中厨余垃圾240吨、可回收物130吨。

附：柳汀县一季度各镇（街道）主要指标（单位：亿元、%、个）
镇（街道、
园区） 规上工业
总产值 同比
增长 固定资产
投资增长 一般公共
预算收入
城北工业
园
52.6 21.7 18.4 3.15
白杨街道 24.8 12.1 9.4 2.37
青石镇 18.3 -3.5 13.9 1.28
河东镇 11.5 9.6 -2.7 0.76

柳汀县公开招聘护林员公告

因工作需要，公开招聘护林员30名。
一、招聘名额
白杨街道8名，青石镇15名，河东镇7名。
"""


@pytest.fixture(scope="module")
def ask_open(about: About) -> Ask:
    return about(OPEN)


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.fixture(scope="module")
def ask_tasks(about: About) -> Ask:
    return about(TASKS)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("青石镇改造率是多少", "72.0%"),
        ("牛角塘乡安排了多少经费", "230万元"),
        ("哪个镇街改造率最低", "牛角塘乡（50.0%）"),
        ("石鼓镇惠及多少群众", "1.3万人"),
        ("河东镇固定资产投资增速多少", "12.5%"),
        ("青石镇农业总产值增速是多少", "6.9%"),
        ("哪个镇固定资产投资增速最高", "河东镇（12.5%）"),
        ("白杨街道财政收入多少", "8120万元"),
        ("石鼓旅游环线什么时候完工", "2025年10月"),
        ("白杨至青石公路改造哪天完工", "2025年11月"),
        ("河东大桥重建谁负责实施", "县交通局"),
    ],
)
def test_broken_headers_and_days_are_read(ask: Ask, question: str, said: str) -> None:
    answer = ask(question)
    assert (answer.status, answer.answer) == ("answered", said), answer


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("改造率没到80%的镇街有哪些", "青石镇、牛角塘乡"),
        ("改造率超过85%的有哪几个", "白杨街道、石鼓镇"),
        ("改造率在80%以上的镇有几个", "3个（白杨街道、河东镇、石鼓镇）"),
        ("惠及群众2万人以下的乡镇有哪些", "牛角塘乡、石鼓镇"),
        ("哪些镇固定资产投资是负增长", "青石镇、石鼓镇"),
        ("改造率低于40%的镇街有哪些", "没有"),
        ("总投资超过5000万的公路项目有哪些", "河东大桥重建、石鼓旅游环线等"),
    ],
)
def test_rows_whose_figures_keep_to_a_bound(ask: Ask, question: str, said: str) -> None:
    answer = ask(question)
    assert (answer.status, answer.answer) == ("answered", said), answer


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("河东镇还有几个小区没改造", "6个"),
        ("青石镇还剩几个小区没改", "7个"),
        ("全县还有多少个小区没改造完", "23个"),
        ("青石镇还剩多少亩晚稻没插", "3150亩"),
        ("全县晚稻插了百分之几", "72.9%"),
        ("截至8月5日柳汀县晚稻插秧进度多少", "72.9%"),
    ],
)
def test_what_is_left_and_what_the_whole_has_done(ask: Ask, question: str, said: str) -> None:
    answer = ask(question)
    assert (answer.status, answer.answer) == ("answered", said), answer


@pytest.mark.parametrize(
    ("question", "word"), [("石鼓镇晚稻插秧过半了吗", "没有"), ("河东镇插秧过半没有", "是")]
)
def test_more_than_a_half(ask: Ask, question: str, word: str) -> None:
    assert ask(question).answer.startswith(f"{word}，")


@pytest.mark.parametrize("question", ["青石镇生产总值是多少", "石鼓镇固定资产投资多少万元", "青石镇工业总产值是多少"])
def test_another_measure_is_no_answer(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"


def test_who_leads_is_the_office_and_no_task(ask_tasks: Ask) -> None:
    assert ask_tasks("助餐点这件事谁牵头").answer == "县民政局"


def test_another_of_the_sort_asked_in_the_same_words(ask_tasks: Ask) -> None:
    assert ask_tasks("青石镇多少分", turns=["2024年综合考核白杨街道多少分"]).answer == "90.8"
    assert ask_tasks("那河东镇多少分", turns=["7月人居环境考核青石镇多少分"]).status == "not_found"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("城北工业园规上工业总产值多少", "52.6亿元"),
        ("河东镇规上工业总产值同比增长多少", "9.6%"),
        ("哪个镇街固定资产投资增长最快", "城北工业园（18.4%）"),
        ("柳汀县3月厨余垃圾收了多少吨", "240吨"),
        ("青石镇招几个护林员", "15名"),
    ],
)
def test_a_bracket_that_a_line_leaves_open_and_figures_beside_their_names(
    ask_open: Ask, question: str, said: str
) -> None:
    assert ask_open(question).answer == said


def test_the_measure_of_the_headline_is_no_column(ask_open: Ask) -> None:
    assert ask_open("白杨街道地区生产总值是多少").status == "not_found"
