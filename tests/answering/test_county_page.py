"""Questions as people ask them of a county's page: for each of two, spoken verbs, parts of a whole, who looks after whom."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
澄溪县报
2024年9月13日 星期五

澄溪县三季度31个重大项目集中开工 总投资86.2亿元

本报讯 9月11日，澄溪县三季度重大项目集中开工活动举行。此次集中开工的31个项目，总投资86.2亿元，年内计划投资14.5亿元。其中，产业项目18个，总投资55.6亿元；民生项目13个，总投资30.6亿元。据了解，去年三季度，该县集中开工项目24个，总投资71.3亿元。

县重点项目前8个月完成投资45.7亿元。

梅子河治理工程进场施工

本报讯 9月9日，梅子河治理工程进场施工。工程由县水务局牵头建设，安澜建设公司承建，工期14个月。施工期间，因河堤加固，滨河路实行单向通行。

县领导慰问老干部

本报讯 9月10日，县委书记纪明川走访慰问老干部。在桂花巷，他看望了90岁的老战士骆长山，骆长山1950年入伍，荣立二等功一次，退休后坚持编写《澄溪水利志》。全县现有离休干部21人、退休干部1830人，慰问标准为离休干部每人1200元、退休干部每人600元。

纪明川还来到青石村看望独居老人陶秀兰，村里安排护理员温小芹每周上门两次。脱贫户牛得草去年养了48只山羊，纯收入5.2万元。农户包有粮家两间房2月6日失火，新房已经建好。

县实验中学招聘和招生

本报讯 县实验中学面向社会招聘教师，笔试成绩占30%，面试成绩占70%。学校设初中30个班、高中24个班。城关小学计划招5个班225人，桥头小学计划招4个班172人，河湾小学计划招2个班64人。

县委管理干部任前公示

拟任职人员公示如下：钟一鸣，男，1980年5月生，大学学历，现任县水务局副局长，拟任县水务局局长；丁小荷，女，1984年2月生，现任县统计局科员，拟任青石镇镇长。公示期9月9日至13日。

梨花节9月20日开幕

本报讯 首届澄溪梨花节将于9月20日至10月8日在梨园举办。咨询电话：6230115。举报乱收费可拨打12315，查实奖励300元。

县篮球联赛收官

本报讯 9月8日，县篮球联赛收官。青石队在加时赛中以88比85淘汰上届冠军桥头队，捧得冠军。8月份全县优良天数29天，较去年同期多3天。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("笔试面试各占几成", ["30%", "70%"]), ("离休的和退休的慰问金各多少", ["1200元", "600元"]),
        ("离退休干部加起来多少人", ["1851人"]), ("初中和高中一共多少个班", ["54个"]),
        ("三个小学哪家招得最多", ["城关小学", "225"]), ("三所小学合起来招多少小孩", ["461人"]),
    ],
)  # fmt: skip
def test_two_at_once_and_sums(ask: Ask, question: str, words: list[str]) -> None:
    assert all(word in ask(question).answer for word in words)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("三季度集中开工总盘子多大", "86.2亿元"), ("比去年三季度多开工几个项目", "7个"), ("产业项目占总投资的百分之几", "64.5%"),
        ("民生项目占总投资几成", "35.5%"), ("重大项目总投资折合多少亿", "86.2亿元"),
    ],
)  # fmt: skip
def test_openings_of_works(ask: Ask, question: str, answer: str) -> None:
    assert answer in ask(question).answer


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("梅子河工程谁在施工", "安澜建设公司"), ("梅子河治理工程是谁建设的", "县水务局"), ("好端端的滨河路凭啥要单行", "河堤加固"),
        ("谁上门照顾陶秀兰", "温小芹"), ("90岁的老兵立过什么功", "二等功一次"), ("骆长山退了休在编什么书", "《澄溪水利志》"),
        ("牛得草去年养羊挣了多少", "5.2万元"), ("包有粮家哪天着火的", "2月6日"), ("青石队怎么把桥头队干掉的", "88比85"),
        ("8月份好天气有多少天", "29天"),
    ],
)  # fmt: skip
def test_spoken_words(ask: Ask, question: str, answer: str) -> None:
    assert answer in ask(question).answer


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("丁小荷拟任什么职务", "青石镇镇长"), ("梨花节办到哪天结束", "10月8日"), ("梨花节啥时候结束", "10月8日"),
        ("举报乱收费打几号，有奖吗", "12315"), ("举报乱收费打几号，有奖吗", "300元"),
    ],
)  # fmt: skip
def test_notices(ask: Ask, question: str, answer: str) -> None:
    assert answer in ask(question).answer


def test_a_telephone_of_what_was_asked_before(ask: Ask) -> None:
    assert "6230115" in ask("电话呢", turns=["梨花节在哪里办"]).answer


def test_another_office_than_the_proposed_one(ask: Ask) -> None:
    answer = ask("丁小荷拟任青石镇党委书记，她现在干什么")
    assert answer.status == "corrected"
    assert "青石镇镇长" in answer.answer


@pytest.mark.parametrize(
    "question",
    ["丁小荷是哪个大学毕业的", "你看青石队明年能夺冠不", "全年目标能实现吗", "市里前8个月重点项目完成投资多少", "谁上门照顾骆长山", "离休干部占总投资几成"],
)
def test_nothing_is_made_up(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"
