"""Which of two moved more, by the printed rates; levels and the marks they are set against; who of two alike."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
雾泉区融媒体中心
2024年8月16日 星期五 责任编辑 谷雨

雾泉区上半年外贸平稳运行

本报讯（记者 谷雨）8月12日，雾泉区商务局发布上半年数据。全区进出口总额26.4亿元，增长2.1%。其中出口19.8亿元，增长4.7%；进口6.6亿元，下降5.2%。按业态分，批发业销售额88.3亿元，增长3.5%；零售业销售额41.7亿元，增长6.2%。工业用电量降幅收窄，钢铁行业用电1.9亿度，下降7.6%；水泥行业用电1.2亿度，下降2.4%。住户存款比年初增加31.6亿元，住户贷款比年初增加44.1亿元。

雾河安全度过今年最大一次洪水

本报讯（通讯员 石磊）8月3日16时，雾河桥头站洪峰水位41.52米，超警戒水位1.22米，比历史最高水位低0.71米。截至5日8时，水位已回落至39.84米。

雾泉手艺人登台亮相

本报讯 8月8日，全区手艺大赛闭幕，表彰金牌工匠12名、能手匠人45名、优秀学徒工80名。年纪最轻的是19岁的木雕传承人柳如烟，年纪最长的是71岁的藤编传承人谭守成。大赛设在文化宫举行。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("批发业和零售业销售额哪个增得快", "零售业销售额（增长6.2%）"),
        ("批发业和零售业哪个增长更快", "零售业（增长6.2%）"),
        ("出口和进口哪个增得快", "出口（增长4.7%）"),
        ("出口和进口哪个降得多", "进口（下降5.2%）"),
        ("钢铁和水泥用电哪个降得更多", "钢铁（下降7.6%）"),
        ("住户存款和住户贷款哪个增加得多", "住户贷款（增加44.1亿元）"),
    ],
)
def test_of_two_the_one_that_moved_more_is_told_by_its_rate(ask: Ask, question: str, told: str) -> None:
    answer = ask(question)
    assert (answer.status, answer.answer) == ("answered", told)


def test_none_of_two_that_grew_has_fallen_more(ask: Ask) -> None:
    assert ask("批发业和零售业销售额哪个降得多").status == "not_found"


@pytest.mark.parametrize(
    ("question", "level"),
    [
        ("桥头站历史最高水位推算是多少米", "42.23米"),
        ("雾河警戒水位多少米", "40.3米"),
        ("5日8点水位比洪峰降了多少米", "1.68米"),
        ("进口降了多少", "5.2%"),
        ("进口掉了多少", "5.2%"),
    ],
)
def test_what_goes_beyond_a_mark_is_no_level(ask: Ask, question: str, level: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert level in answer.answer


def test_a_number_of_people_is_no_person(ask: Ask) -> None:
    assert ask("大赛表彰了多少能手匠人").answer == "45名"
    assert ask("表彰了多少优秀学徒工").answer == "80名"


def test_of_two_of_one_trade_the_one_whose_words_are_asked_is_told(ask: Ask) -> None:
    assert "谭守成" in ask("藤编的那个71岁传承人叫啥名字").answer
    assert "柳如烟" in ask("木雕传承人叫什么").answer
