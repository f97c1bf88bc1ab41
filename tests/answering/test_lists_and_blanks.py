"""Items of counted lists, who is one of them, all bodies of a row, and the words that fill the blank of a question."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """秋浦区融媒体中心 2025年3月6日 星期四 第1版

秋浦区召开全区经济工作推进会

本报讯（记者 姚望）3月4日，秋浦区召开全区经济工作推进会，号召干部群众放开手脚干事创业。区委副书记、区长骆定远主持会议并讲话。
会上，石岭街道、望江街道、杏花镇，区水务局、区文旅局、区投资促进中心等6个单位围绕“一季度怎么干”进行了发言。
骆定远指出，要紧盯全年目标，着力抓好五件大事。一是以老厂盘活为抓手，在工业更新上见成效。二是以江堤加固为抓手，加快补齐防洪短板。三是以古街修缮为抓手，带旺文旅消费。四是以学位扩容为抓手，缓解入学压力。五是以垃圾分类为抓手，改善人居环境。
会议强调，要以枕戈待旦的劲头抓项目，用好长江大保护等政策窗口，在全区上下形成比学赶超、奋勇争先的浓厚氛围，既要增强年轻干部的紧迫感、归属感，也要为他们撑腰鼓劲。

秋浦区推进“三个攻坚月”

本报讯 秋浦区自3月起开展“三个攻坚月”行动，即征迁攻坚月、招商攻坚月、开工攻坚月。

下一步怎么走 十项举措定调

本报讯 3月5日，秋浦区政府印发工业更新方案。区长骆定远就落实方案提出三点要求：一要摸清底数，应查尽查；二要用好资金，专款专用；三要守住底线，严防事故。城东村、荷塘村、兴农合作社作了交流发言。

镇街考评出炉

本报讯 2月份镇街考评，前三位依次是杏花镇、石岭街道、白沙镇，后三位依次是望江街道、柳树镇、青溪镇。

区长看望环卫工人

本报讯 3月5日，区长骆定远来到环卫工人祁大年家中，叮嘱他注意保暖，并祝愿他工作顺利。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("五件大事里第四件是哪个", "以学位扩容为抓手，缓解入学压力"),
        ("区长提的五件大事第二件是啥", "以江堤加固为抓手，加快补齐防洪短板"),
        ("招商攻坚月是三个攻坚月里的第几个", "第二个"),
        ("古街修缮是五件大事之一吗", "是，第三件：以古街修缮为抓手，带旺文旅消费"),
        ("三个攻坚月里有没有开工攻坚月", "有，第三个：开工攻坚月"),
        ("征迁攻坚月属于三个攻坚月吗", "是，第一个：征迁攻坚月"),
    ],
)
def test_an_item_of_a_counted_list(ask: Ask, question: str, answer: str) -> None:
    assert (ask(question).status, ask(question).answer) == ("answered", answer)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("服务攻坚月是三个攻坚月之一吗", "不是，三个攻坚月是征迁攻坚月、招商攻坚月、开工攻坚月"),
        ("白沙镇在后三位吗", "不是，后三位是望江街道、柳树镇、青溪镇"),
        ("第八个发言的是哪个单位", "公报列出的共6个，没有第八个"),
    ],
)
def test_what_is_no_item_of_it(ask: Ask, question: str, answer: str) -> None:
    assert (ask(question).status, ask(question).answer) == ("corrected", answer)


def test_a_list_that_ends_before_the_asked_number(ask: Ask) -> None:
    assert ask("五件大事有第六件吗").status != "answered"
    assert ask("三个攻坚月有第四个吗").answer.startswith("没有，")


def test_which_of_both_ends(ask: Ask) -> None:
    assert ask("哪三个镇街在后三位").answer == "望江街道、柳树镇、青溪镇"
    assert ask("杏花镇排在前三吗").answer == "是，前三位是杏花镇、石岭街道、白沙镇"


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("哪些单位在会上发了言", "石岭街道、望江街道、杏花镇、区水务局、区文旅局、区投资促进中心"),
        ("第三个发言的是哪个单位", "杏花镇"),
        ("最后发言的是哪个单位", "区投资促进中心"),
        ("哪些部门发言了", "区水务局、区文旅局、区投资促进中心"),
    ],
)
def test_the_bodies_of_a_counted_row(ask: Ask, question: str, answer: str) -> None:
    assert ask(question).answer == answer


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("号召干部群众干什么", "放开手脚干事创业"),
        ("6个单位围绕什么发言", "“一季度怎么干”"),
        ("要以什么劲头抓项目", "枕戈待旦的劲头"),
        ("用好什么政策窗口", "长江大保护等政策窗口"),
        ("要在全区上下形成什么氛围", "比学赶超、奋勇争先的浓厚氛围"),
        ("要增强年轻干部的什么", "紧迫感、归属感"),
        ("骆定远祝愿祁大年什么", "工作顺利"),
        ("以什么为抓手带旺文旅消费", "古街修缮"),
    ],
)
def test_the_blank_alone_is_told(ask: Ask, question: str, answer: str) -> None:
    assert ask(question).answer == answer


def test_one_of_so_many_demands(ask: Ask) -> None:
    assert ask("区长提的三点要求第二点是什么").answer == "用好资金，专款专用"
    assert ask("谁作了交流发言").answer == "城东村、荷塘村、兴农合作社"


def test_the_headlines_of_an_issue(ask: Ask) -> None:
    told = ask("今天这份报纸有哪些新闻")
    assert told.answer.splitlines()[:2] == ["1. 秋浦区召开全区经济工作推进会", "2. 秋浦区推进“三个攻坚月”"]
    assert told.detail == "共5篇"
    assert ask("这期简报一共几篇文章").answer == "5篇"


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("推进会那篇的标题是什么", "秋浦区召开全区经济工作推进会"),
        ("最后一篇的标题", "区长看望环卫工人"),
        ("第三篇的副标题是什么", "公报未提及副标题。"),
    ],
)
def test_the_headline_of_an_article(ask: Ask, question: str, answer: str) -> None:
    assert ask(question).answer == answer


def test_what_the_second_article_tells(ask: Ask) -> None:
    assert ask("第二篇讲了什么").answer == "秋浦区自3月起开展“三个攻坚月”行动，即征迁攻坚月、招商攻坚月、开工攻坚月。"


VISITS = """砚池区融媒体中心 2025年1月22日 星期三 第1版

砚池区领导走访慰问困难群众

本报讯 1月20日，区委书记贺长庚走访慰问困难群众。贺长庚首先来到墨香街道笔架巷6号院，看望退役军人汤永福一家。在松烟街道困难职工米秀英家中，贺长庚询问了看病、孩子上学等情况。随后，贺长庚来到端溪镇石坑村脱贫户简阿公家中。

砚池区迎春茶话会举行

本报讯 1月18日，砚池区委、区政府举行迎春茶话会。区委书记贺长庚宣布开会，区长阎若水致辞，区政协主席戚明主持。会议向全区职工、农民朋友，向离退休老同志，向驻区部队官兵、公安民警、消防指战员拜年。
文旅融合上勇开新局，做活一条街、一条河。要修好沿河步道，引进非遗工坊。服务群众上再加把劲。要让社区治理由“等人来”向“找上门”转变。
"""


@pytest.fixture(scope="module")
def visits(about: About) -> Ask:
    return about(VISITS)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("贺长庚去了哪两个街道", "墨香街道、松烟街道"),
        ("给公安民警拜年了吗", "是，向驻区部队官兵、公安民警、消防指战员拜年"),
        ("谁宣布开会谁致辞谁主持", "区委书记贺长庚，区长阎若水，区政协主席戚明"),
        ("文旅融合上怎么做", "勇开新局，做活一条街、一条河。要修好沿河步道，引进非遗工坊"),
        ("社区治理要由什么向什么转变", "由“等人来”向“找上门”转变"),
        ("社区治理要从“等人来”变成啥", "“找上门”"),
    ],
)
def test_visits_greetings_and_measures(visits: Ask, question: str, answer: str) -> None:
    assert visits(question).answer == answer


def test_whom_they_greet_and_visit(visits: Ask) -> None:
    told = visits("茶话会向哪些人拜年").answer
    assert all(one in told for one in ("全区职工、农民朋友", "离退休老同志", "驻区部队官兵、公安民警、消防指战员"))
    assert visits("第三户看望的是谁").answer.endswith("简阿公")
    assert visits("贺长庚在松烟街道看望了几户").answer == "1户"


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("三个攻坚月最后一个是什么", "开工攻坚月"),
        ("三个攻坚月第四个是什么", "没有，三个攻坚月共3个"),
        ("五件大事第七件是什么", "没有，五件大事共5件"),
    ],
)
def test_the_last_and_none_behind_it(ask: Ask, question: str, answer: str) -> None:
    assert ask(question).answer == answer


AIMS = """鹿鸣区融媒体中心 2025年4月8日 星期二 第1版

鹿鸣区部署二季度工作

本报讯 4月7日，鹿鸣区召开工作调度会。区长诸葛敏要求，二季度要抓实“双月会战”，力争上半年工业投资增长9%。诸葛敏强调，社区和物业要关心独居老人的生活，每周上门一次。街道要把快递小哥的休息点建好。
去年全区开工率、竣工率、达产率均达95%。
"""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("抓双月会战是为了什么", "上半年工业投资增长9%"),
        ("对独居老人要怎么做", "社区和物业要关心独居老人的生活，每周上门一次"),
        ("三率是哪三率", "开工率、竣工率、达产率"),
    ],
)
def test_aims_and_what_is_required(about: About, question: str, answer: str) -> None:
    assert about(AIMS)(question).answer == answer


def test_how_many_of_a_row_are_such(ask: Ask) -> None:
    assert (ask("有几个部门发言").answer, ask("有几个单位发言").answer) == ("3个", "6个")


HEARTS = """云梦泽区融媒体中心 2025年6月4日 星期三 第1版

云梦泽区研究民生实事

本报讯 6月3日，区长晏知秋主持召开会议。晏知秋强调，今年要实施“三暖工程”，即暖居改造、暖胃食堂、暖途公交。一要定好清单，逐件销号；二要管住资金，按季公开账目。
"""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("三暖工程最后一个是什么", "暖途公交"),
        ("暖学校园是三暖工程之一吗", "不是，三暖工程是暖居改造、暖胃食堂、暖途公交"),
        ("区长提了哪两点要求", "1. 定好清单，逐件销号\n2. 管住资金，按季公开账目"),
    ],
)
def test_programmes_counted_by_one_word_and_demands_in_the_next_sentence(
    about: About, question: str, answer: str
) -> None:
    assert about(HEARTS)(question).answer == answer
