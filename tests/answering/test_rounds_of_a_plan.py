"""A paper's front page about a plan with several rounds: offices, rounds told one after the other, who won what."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
芷水日报
2024年6月4日　星期二　第1版　责任编辑 舒平

攻坚二季度 实干见成效

芷水县“三大会战”第三批36个项目启动 总投资74.2亿元

本报讯（记者 江一帆）6月3日，我县“三大会战”第三批项目启动会召开。县委书记段文舟宣布启动，县委副书记、县长苏映雪介绍项目情况，县委副书记罗青主持，企业代表、泓达轴承董事长白峻发言。

“三大会战”指工业强基、水利补短、文旅提质三项会战。第三批项目共36个，总投资74.2亿元：工业强基16个，41.5亿元；水利补短11个，18.3亿元；文旅提质9个，14.4亿元。

苏映雪通报，第一批28个项目、总投资55亿元，已竣工26个；第二批31个项目、总投资63.8亿元，开工率达到96%，竣工17个，其余的计划今年11月底前竣工。第一批未竣工的两个项目是双桥水库和县中医院病房楼。

在库的第五期“三个一批”项目共18个：“签约一批”6个，总投资21亿元，已开工5个；“开工一批”7个，总投资19.6亿元，已全部开工；“投产一批”5个，总投资9.9亿元，其中4个已达效。

今年的民生实事已有3个通过验收，即实验小学新址、渡口街停车楼和良种繁育中心，其余4个须在9月底前验收。瑞泽刀具项目5月18日下线第一批产品，全部达产后预计年产值9.6亿元。

县人社局数据显示，一季度，全县新增城镇就业1832人；城镇登记失业率3.1%，低于去年同期0.2个百分点。举办招聘会14场，提供岗位9600个。

县职工技能大赛落幕

本报讯 6月1日，第五届职工技能大赛落幕，设焊工、钳工、养老护理3个赛项。焊工组第一名由芷水锅炉厂鲁大川获得；钳工组第一名是泓达轴承的石磊；养老护理组第一名是康宁护理院的温如玉。各赛项第一名奖励5000元，第二名、第三名分别奖励3000元、2000元。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("苏映雪书记在会上讲了啥", "县委副书记、县长"),
        ("段文舟县长宣布了什么", "县委书记"),
        ("罗青副县长主持的什么会", "县委副书记"),
        ("第二批28个项目全部竣工了吧", "第二批31个项目"),
    ],
)
def test_another_office_or_number_is_corrected(ask: Ask, question: str, right: str) -> None:
    answer = ask(question)
    assert answer.status == "corrected"
    assert right in answer.answer


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("第二批项目都竣工了吗", "没有，第二批31个项目"),
        ("第一批28个都竣工了吗", "没有，第一批28个项目"),
        ("第五期开工一批都开工了没", "是，“开工一批”7个"),
        ("第五期签约的都开工了没有", "没有，“签约一批”6个"),
        ("第三批总投资多少", "74.2亿元"),
        ("第二批总投资多少", "63.8亿元"),
        ("焊工组冠军叫什么，哪个厂的", "芷水锅炉厂鲁大川"),
        ("钳工组第一是谁，哪个单位的", "泓达轴承的石磊"),
        ("罗青书记主持了什么", "罗青主持"),
        ("第一批哪俩项目还没竣工", "双桥水库、县中医院病房楼"),
        ("第一批还有几个没竣工", "两个"),
        ("第二批还有几个没竣工", "14个"),
        ("验收过了的是哪几个", "实验小学新址、渡口街停车楼、良种繁育中心"),
        ("一季度新增就业多少人", "1832人"),
        ("9.6亿说的是什么", "瑞泽刀具项目"),
    ],
)
def test_the_asked_round_is_told(ask: Ask, question: str, holds: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert holds in answer.answer


@pytest.mark.parametrize(
    "question",
    ["苏映雪县长介绍了哪些项目", "养老护理第三名是谁", "钳工组第二名叫什么", "第二批没竣工的是哪几个", "第二批哪14个没竣工",
     "还剩下那4个没验收的叫什么", "没通过验收的有哪些", "去年一季度新增就业多少人"],
)
def test_what_is_not_printed_is_refused(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"
