"""Rows of names and things, wholes in front of their parts, both ends of a time, posts, and what is done in which case."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """01版 要闻
澄湖报 2025年8月29日 星期五

县十七届人大常委会举行第三十次会议

本报讯（记者 安然）8月26日，澄湖县第十七届人大常委会举行第三十次会议。县人大常委会主任封建业主持会议，副主任白晓岚、柳志远、程国栋和委员共22人出席。县监委副主任罗青列席会议。

会议决定任命贺云帆为澄湖县人民政府副县长；任命宋佳宁为县人民法院行政审判庭庭长。会议对县住建局、县市场监管局进行了满意度测评。县住建局得满意票17票、基本满意票6票；县市场监管局得满意票20票、基本满意票3票。

代表建议中，已经解决的（A类）52件；列入计划解决的（B类）31件；暂时难以解决的（C类）9件。县交通局局长在会上要求，对滞后的项目挂牌督办，连续三个月未完成节点任务的亮黄牌。

湖口镇办实事

本报讯（记者 安然）湖口镇今年票决民生实事5件，分别是：新建停车场、改造圩日市场、安装路灯、建设文体广场、硬化村道。截至7月底，村道和文体广场已经完工，停车场完成六成。

应急局曝光典型案例

本报讯（记者 安然）县应急局曝光典型案例：一是永顺化工公司未按规定检测储罐，被罚款6万元；二是昌达建材公司安排无证人员作业，被罚款2万元，主要负责人李某被罚款1.2万元。目前，7人被依法批准逮捕，3人取保候审。

今年1至7月，全县共接报火灾208起。从场所看，住宅火灾76起，占36.5%；从原因看，电气火灾91起，占43.8%。

全县投入插秧机640台，其中本地410台、外地230台。县里办招聘活动31场，其中线下19场、线上12场。

湖口荷花节开幕

本报讯（通讯员 林夏）7月5日，首届湖口荷花节在湖口镇开幕，活动持续到8月10日。综合成绩按笔试、面试计算，体能测试不计入总成绩。咨询可拨打湖口镇服务专线6218 330。今年以来，县人大常委会主任封建业赴江东、南浦考察2次。古桥全封闭期间，黄牌货车禁止通行新湖大桥；行人和非机动车可走桥东侧便道。

附：集中开工部分项目（单位：亿元）
序号 项目名称 建设单位 落户园区 总投资
1 电机铸件 宏远机械公司 科创园区 6.2
2 米粉加工 湖口食品公司 湖西园区 2.8
3 智能水表 申澄仪表公司 科创园区 3.4
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("常委会副主任有哪几位出席", "白晓岚、柳志远、程国栋"),
        ("湖口镇哪两件实事已经完工", "村道、文体广场"),
        ("谁当了副县长", "贺云帆"),
        ("宋佳宁被任命为什么", "县人民法院行政审判庭庭长"),
        ("啥情况会被亮黄牌", "连续三个月未完成节点任务的亮黄牌"),
        ("荷花节几号到几号", "7月5日至8月10日"),
    ],
)
def test_a_row_a_post_a_case_and_both_ends_are_told(ask: Ask, question: str, said: str) -> None:
    assert ask(question).answer == said


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("插秧机本地外地一共多少台", ("640台",)),
        ("线上线下各办了几场", ("19场", "12场")),
        ("代表建议里B类C类各多少件", ("31件", "9件")),
        ("昌达建材公司和它负责人一共被罚多少", ("3.2万元",)),
        ("抓的人里批捕了几个，取保几个", ("7人", "3人")),
        ("住建局和市监局哪个满意票多，多几票", ("市监局", "3票")),
        ("今年头7个月着了多少起火", ("208起",)),
        ("落户科创园区的有哪几个项目", ("电机铸件", "智能水表")),
    ],
)
def test_figures_are_those_of_the_asked_ones(ask: Ask, question: str, said: tuple[str, ...]) -> None:
    answer = ask(question)
    assert answer.status == "answered" and all(one in answer.answer for one in said)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("永顺化工为啥被罚", "永顺化工公司未按规定检测储罐"),
        ("封建业去哪些地方考察了", "江东、南浦"),
        ("湖口镇咨询专线电话多少", "6218 330"),
    ],
)
def test_why_where_and_whom_to_call(ask: Ask, question: str, said: str) -> None:
    assert said in ask(question).answer


def test_another_penalty_has_no_reason(ask: Ask) -> None:
    assert ask("永顺化工为什么被停产").status == "not_found"


def test_what_is_denied_is_not_so(ask: Ask) -> None:
    assert ask("体能测试算不算进总成绩").answer.startswith("否")
    assert not ask("笔试计入总成绩吗").answer.startswith("否")


def test_who_holds_another_office_is_not_named(ask: Ask) -> None:
    assert "贺云帆" not in ask("谁当了财政局局长").answer
    assert "罗青" not in ask("常委会副主任有哪几位出席").answer


def test_who_walks_is_no_lorry(ask: Ask) -> None:
    assert ask("封桥的时候走路能过吗").answer.startswith("能")
