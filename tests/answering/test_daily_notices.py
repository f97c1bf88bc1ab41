"""Plain questions put to notices: does it stop, must one, from which day, how many each time, who is whose master."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
临沣县便民
2025年8月20日

【停水】东片区8月23日停水

因管网改造，定于8月23日22:00至8月24日6:00停水。停水范围：柳荫路、文庙街沿线，涉及柳荫花园、文庙里、锦绣苑3个小区。另，站前路沿线水压偏低，但不停水。

【停电】8月第四周计划停电安排

停电日期	停电时段	停电范围	停电原因
8月25日	8:00—12:00	枣园村、槐树村	更换变压器
8月26日	7:30—15:30	经开区A区	线路检修

开学的日子定了

本报讯 8月18日至19日，县教育局对25所学校开展开学前检查。今年全县义务教育学校9月1日正式上课，8月30日报到注册；普通高中8月24日报到；幼儿园9月2日开园。县教育局副局长尚进说，开学后每月至少随机抽查8所学校。
校服由学生自愿购买。接送车学生一律须系安全带。

暑期托管班结业

本报讯 8月15日，县团委的“萤火虫”托管班结业，服务务工人员子女412名，招募大学生志愿者65名。

县人大常委会开会

本报讯 8月12日，县人大常委会举行会议，33名组成人员中30人出席。会议接受罗启明辞去副县长职务的请求。申有田此前任县委宣传部副部长。

修表匠

本报讯 今年61岁的鲍长庚在老街修表40年。他的徒弟、退休教师冉小禾上个月开了新店。他的妻子罗腊梅负责记账。
工种	姓名	单位
钳工	邢树声	临沣机械厂
电工	左小满	县供电公司
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("站前路停水吗", "不停"),
        ("柳荫花园停水吗", "是，停水范围：柳荫路、文庙街沿线，涉及柳荫花园"),
        ("文庙里停不停水", "是"),
        ("槐树村停电吗", "是，8月25日"),
        ("枣园村8月26号停电吗", "不是，8月25日"),
        ("8月26日停电吗", "是，8月26日"),
        ("校服必须买吗", "不是"),
        ("接送车上学生必须系安全带吗", "是"),
        ("小学哪天开学", "9月1日"),
        ("高中哪天报到", "8月24日"),
        ("教育局每个月查几所学校", "8所"),
        ("托管班有多少孩子", "412名"),
        ("托管班有多少志愿者", "65名"),
        ("人大常委会会议到了多少人", "30人"),
        ("鲍长庚的徒弟是谁", "冉小禾"),
        ("鲍长庚的老婆叫什么", "罗腊梅"),
        ("邢树声是谁", "临沣机械厂"),
    ],
)
def test_what_the_notice_says(ask: Ask, question: str, words: str) -> None:
    found = ask(question)
    assert (found.status, words in found.answer) == ("answered", True), found.answer


@pytest.mark.parametrize(
    ("before", "question", "words"),
    [
        ("小学哪天开学", "那幼儿园呢", "9月2日"),
        ("鲍长庚今年多大", "他的徒弟是谁", "冉小禾"),
        ("邢树声是谁", "他是哪个单位的", "临沣机械厂"),
    ],
)
def test_the_next_question_is_of_the_same(ask: Ask, before: str, question: str, words: str) -> None:
    assert words in ask(question, turns=[before]).answer


@pytest.mark.parametrize(
    "question",
    [
        "谁接任副县长",
        "左小满的师傅是谁",
        "鲍长庚的女儿是谁",
        "梅园村停电吗",
        "经开区B区停电吗",
        "校车费必须交吗",
    ],
)
def test_what_it_does_not_say_is_refused(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"
