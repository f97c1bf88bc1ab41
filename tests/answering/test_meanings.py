"""What words mean, which demands were made, when and at what age a craft was taken up: only as printed."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
白石县融媒
2024年6月12日 星期三 第98期

崔望山在工业大会上讲话

本报讯 6月11日，白石县工业发展大会召开，县长崔望山出席并讲话，副县长罗霞主持会议。崔望山强调：一是要抓招商，盯住3家龙头企业；二是要抓落地，年内开工12个项目；三是要抓服务，推行“拿地即开工”。

县政协视察教育工作

本报讯 6月6日，县政协主席黎大川率队视察教育工作。黎大川提出三点建议：一要补短板，年内新建公办园2所；二要强队伍，招聘教师60名；三要优服务，做好课后托管。

竹编老艺人骆长青的五十年

本报讯 白石竹编第三代传承人骆长青16岁随父学艺，1998年回乡办起作坊，已收徒6人，其中年纪最小的徒弟是白石二中教师韩小雨。村民吴阿福今年52岁，跟着他学了三年。

消防比武落幕

6月2日，县消防技能比武举行，百米障碍单项第一名是石桥镇代表队的瞿大勇，成绩为22秒8。

白石县推行“四库”建设

“四库”即水库、粮库、碳库、钱库。县里把已经签约、正办手续的项目叫“青苗项目”，取得许可、开工建设的叫“拔节项目”，竣工投产的叫“灌浆项目”。
今年以来，白石县开展“集中清淤、集中消杀、集中绿化”活动，上半年“三集中”举办两轮。
规模以上服务业统计范围为年营业收入1000万元及以上的服务业法人单位。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("四库是哪四库", "水库、粮库、碳库、钱库"),
        ("三集中指哪三集中", "集中清淤、集中消杀、集中绿化"),
        ("什么样的项目才算灌浆项目", "竣工投产"),
        ("怎样才算“拔节项目”", "取得许可、开工建设"),
        ("规上服务业怎么算的", "年营业收入1000万元及以上的服务业法人单位"),
        ("骆长青几岁开始学的", "16岁"),
        ("骆师傅多大学的竹编", "16岁"),
        ("骆长青哪年回来的", "1998年"),
        ("骆师傅年纪最小的徒弟是谁 做什么的", "白石二中教师韩小雨"),
    ],
)
def test_just_what_is_printed_is_said(ask: Ask, question: str, said: str) -> None:
    assert ask(question).answer == said


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("崔县长讲的三点要求是什么", ("抓招商", "抓落地", "抓服务")),
        ("工业大会提了哪三条要求", ("抓招商", "抓落地", "抓服务")),
        ("黎大川提了哪三点建议", ("补短板", "强队伍", "优服务")),
        ("瞿大勇是哪个队的 跑了多少", ("石桥镇", "22秒8")),
    ],
)
def test_every_demand_and_both_questions_are_answered(ask: Ask, question: str, holds: tuple[str, ...]) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer.answer
    assert all(word in answer.answer for word in holds), answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "罗霞提了哪三点要求",  # she took the chair, another spoke
        "黎大川提了哪五点建议",  # three are printed
        "五集中是哪五集中",
        "规上工业怎么算的",  # only services are explained
        "吴阿福几岁开始学的",  # only how old he is now
        "吴阿福多大年纪",  # a private person's age
        "骆长青今年多大",
        "韩小雨哪年回来的",  # told of her master
    ],
)
def test_what_is_told_of_others_is_no_answer(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status == "not_found", answer.answer
