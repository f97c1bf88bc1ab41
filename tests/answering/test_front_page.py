"""The front page of a banner's paper: rows of a table, who did what, who came and who left, what an office is held by."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """青岚旗重点项目“开春第一仗”第二批集中开工 12个项目总投资56.3亿元
2025年4月8日　青岚旗融媒体中心

融媒讯（记者 贺远）4月7日，青岚旗“开春第一仗”第二批集中开工仪式举行。旗委书记白国梁宣布开工，旗委副书记、旗长娜仁托雅致辞，旗委常委、常务副旗长苏和主持。

第二批项目12个，总投资56.3亿元。“落子”类（签约）项目5个，总投资20亿元。“结果”类（竣工）项目7个，总投资36.3亿元，依次为：床身铸造基地、硅钢片剪切中心、湖湾湿地公园、旗妇幼保健院综合楼、石佛街跨线桥、人参加工车间、松涛面粉厂。

附：第二批部分项目名单（投资单位：亿元）
序号 | 项目名称 | 业主单位 | 地点 | 规模 | 总投资
1 | 奶酪加工小镇 | 塔拉乳业公司 | 西岭镇 | 车间12栋，年产奶酪4000吨 | 2.7
2 | 大豆育种中心 | 旗种业公司 | 北洼镇 | 试验田2600亩、实验楼1栋 | 1.9
3 | 农机装备园 | 鲁耕重工集团 | 北洼镇 | 占地320亩，厂房18万平方米 | 12.6
合计 | 3个 | | | | 17.2

2025年青岚旗民生实事敲定

1．新建社区食堂12处；
2．开通城乡公交定制线路6条。

青岚旗人大常委会任免名单

任命：
孙文斌为旗教育局局长；
韩雪为旗审计局局长。
免去：
杜国强的旗教育局局长职务。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("旗长叫什么", "娜仁托雅"),
        ("旗委书记是谁", "白国梁"),
        ("开工仪式是谁主持的", "苏和"),
        ("谁宣布开工", "白国梁"),
        ("谁被免了旗教育局局长职务", "杜国强"),
        ("旗教育局局长免的是谁", "杜国强"),
    ],
)
def test_the_one_who_did_it_or_holds_the_office(ask: Ask, question: str, holds: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert holds in answer.answer


def test_an_office_behind_a_joint_is_no_name_that_sounds_alike(about: About) -> None:
    page = """汾岭区“三落地”第五批次集中行动举行
2024年6月14日　汾岭区融媒体中心

6月12日，汾岭区“三落地”第五批次集中行动举行。区委书记陶建业宣布启动，区委副书记、区长贺春生讲话。
"""
    assert about(page)("汾岭区区委书记和区长分别是谁").answer == "汾岭区区委书记陶建业，区长贺春生"


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("奶酪加工小镇年产多少奶酪", "4000吨"),
        ("奶酪加工小镇总投资多少", "2.7亿元"),
        ("农机装备园占地多少亩", "320亩"),
        ("农机装备园哪家公司建的，占多少地", "320亩"),
    ],
)
def test_the_cell_of_the_asked_measure(ask: Ask, question: str, holds: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert holds in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "大豆育种中心占地多少亩",
        "大豆育种中心占多少地",
        "奶酪加工小镇占地几亩",
        "大豆育种中心年产多少",
        "公交定制线路6条分别从哪到哪",
        "娜仁托雅这个旗长当得怎么样",
        "旗长能力如何",
        "旗审计局局长免的是谁",
    ],
)
def test_what_is_not_printed_is_not_made_of_its_neighbour(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"


def test_a_follow_up_may_go_on_from_one_part_to_the_next(ask: Ask) -> None:
    turns = ("第二批落子类总投资多少", "那结果类的呢")
    assert ask(turns[1], turns=turns[:1]).answer == "36.3亿元"
    assert "湖湾湿地公园、旗妇幼保健院综合楼" in ask("都是啥项目", turns=turns).answer


OTHER = """浑北区“金秋攻坚”第八期18个项目集中推进 总投资51.3亿元
2023年10月27日　浑北日报

本报讯（记者 贺远）10月24日，浑北区“金秋攻坚”第八期项目推进会召开，主会场设在大青产业园，分会场设在岭西镇。“落子”类项目5个，总投资12.8亿元；“破土”类项目7个，总投资24.9亿元；“结果”类项目6个，总投资13.6亿元。铁西里更新项目由区城投集团实施。

叶海燕介绍，第七期项目16个。其中，“落子”类4个，总投资10.5亿元，已开工3个；“破土”类7个，总投资19.8亿元；“结果”类5个，总投资12.8亿元，目前达产率80%。

2022年，全区112个重点项目完成投资163.5亿元，占年度计划的108.3%。

我区健儿省运会摘得4金

本报讯（记者 贺远）我区派出26名运动员参加省第三届冬季运动会，共摘得4金2银5铜，较上届前进3位。区体校选手苏晓冉夺得金牌。此次共为37名老运动员发放慰问金18.5万元。

接羔工作进入尾声

本报讯 各镇接羔数量由多到少依次为：槐柏镇24.7万只、石窑镇21.3万只、北塬镇16.8万只，其余各镇10.4万只。

公开招聘村医公告

笔试定于5月10日举行，面试时间另行通知。
浑北区卫生健康局
2023年10月20日
"""


@pytest.fixture(scope="module")
def other(about: About) -> Ask:
    return about(OTHER)


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("第七期总投资多少", "43.1亿元"),
        ("第八期总投资多少", "51.3亿元"),
        ("第七期达产率多少", "80%"),
        ("分会场在哪", "岭西镇"),
        ("主会场在哪", "大青产业园"),
        ("铁西里谁来实施", "区城投集团"),
        ("省冬运会拿了几块金牌几块银牌", "4金2银"),
        ("省冬运会拿了几块银牌", "2银"),
        ("哪个镇接羔最多", "槐柏镇"),
        ("笔试什么时候", "5月10日"),
    ],
)
def test_what_is_told_of_the_asked_one(other: Ask, question: str, holds: str) -> None:
    answer = other(question)
    assert answer.status == "answered"
    assert holds in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "第八期达产率多少",
        "上届拿了几块金牌",
        "苏晓冉的教练是谁",
        "每位老运动员发多少慰问金",
        "第八期项目涉及几个乡镇",
        "今年重点项目完成投资多少",
        "接羔最少的是哪个镇",
        "面试什么时候",
    ],
)
def test_what_is_told_of_another_one_is_no_answer(other: Ask, question: str) -> None:
    assert other(question).status == "not_found"


def test_a_word_of_two_counts_is_told_with_all_of_its_items(about: About) -> None:
    page = """洛塬县苹果产业座谈会召开
2023年7月10日　洛塬周报

7月4日，县委召开苹果产业座谈会。县长党晓莉说，要实施“三改三减”，即改品种、改树形、改土壤，减化肥、减农药、减用工，用三年时间完成老果园改造12万亩。
"""
    assert about(page)("三改三减都是啥").answer == "改品种、改树形、改土壤，减化肥、减农药、减用工"
    assert about(page)("两改两减都是啥").status == "not_found"
