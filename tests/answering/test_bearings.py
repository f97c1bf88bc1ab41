"""Where something came from or went to: the place behind a preposition that points the asked way."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
沅口区周报
2025年9月12日 星期五 第36期

老渔具市场三类摊位各有去处

本报讯 沅口区老渔具市场9月30日关闭。卖船桨的摊位搬到北堤的江畔货栈，卖渔网的迁往白鹭渡，修船铺因占地大，安置在南岸的黄桷坳。

沅口米粉厂换了原料

本报讯 沅口米粉厂的早籼米目前来自邻县的芦塘，新仓建成以前一直从吉阳调运。厂里的蒸汽锅炉是从苏明机械买来的，旧锅炉已经拆除。

村民告状有了结果

本报讯 今年3月，果农卜长根等5人把收购商告到沅口区人民法院，5月结案，欠款全部付清。卜长根1998年从沅口农校毕业。

"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("沅口老渔具市场卖船桨的搬到哪里了", "江畔货栈"),
        ("沅口老渔具市场卖渔网的搬去哪儿了", "白鹭渡"),
        ("沅口老渔具市场的修船铺挪到什么地方", "黄桷坳"),
        ("沅口米粉厂新仓建成以前早籼米从哪里调来", "吉阳"),
        ("卜长根等人把收购商告到了哪个法院", "沅口区人民法院"),
    ],
)
def test_the_asked_way_is_told(ask: Ask, question: str, place: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert place in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "沅口米粉厂拆下来的旧锅炉运到哪里去了",
        "沅口老渔具市场卖船桨的是从哪里搬来的",
        "沅口米粉厂的米粉卖到哪里",
    ],
)
def test_another_way_or_another_thing_is_no_answer(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"
