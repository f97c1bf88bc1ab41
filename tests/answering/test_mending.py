"""Words typed by ear, spoken words, and what guards an answer: sentences of an own page."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """云岭日报
2024年6月20日 星期四

松涛县一季度工业运行平稳

本报讯 6月19日，记者从县工信局获悉，1至5月，松涛县规模以上工业企业实现产值86.4亿元，同比增长7.2%。松涛县第三届茶艺大赛将于7月6日在云栖湾广场举行，设奖金12万元。

K5路公交车由汽车北站开往栖霞镇，全程13.5公里，票价2元。

为民办实事进展：①改造老旧小区9个，惠及居民2380户；②新建农村公路41公里；③栖霞镇卫生院综合楼主体封顶，总投资2600万元；④发放高温津贴83万元。

记者 谭晓峰
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "holds", "meant"),
    [
        ("云栖湾广场哪天有茶亿大赛", "7月6日", "茶艺"),
        ("栖夏镇卫生院综合楼投了多少钱", "2600万元", "栖霞"),
        ("高温金贴发了多少", "83万元", "津贴"),
    ],
)
def test_words_typed_by_ear_are_mended_and_told(
    ask: Ask, question: str, holds: str, meant: str
) -> None:
    answer = ask(question)
    assert holds in answer.answer, answer
    assert any(meant in printed for _, printed in answer.repaired), answer.repaired


@pytest.mark.parametrize("question", ["栖霞镇卫生院占多大地方", "茶艺大赛签了几个", "改造老旧小区打算几个"])
def test_real_words_are_left_alone(ask: Ask, question: str) -> None:
    assert ask(question).repaired == ()


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("K5坐一回多少钱", "2元"),
        ("K5跑一趟多远", "13.5公里"),
        ("头五个月规上厂子产值涨了多少", "7.2%"),
        ("修乡下的路修了多长", "41公里"),
    ],
)
def test_spoken_words_find_what_is_printed(ask: Ask, question: str, holds: str) -> None:
    assert holds in ask(question).answer


@pytest.mark.parametrize(
    "question",
    [
        "K9坐一回多少钱",  # another line
        "第四届茶艺大赛哪天举行",  # another edition
        "松涛县6月份规上工业产值多少",  # 1至5月 is not June
        "规上工业产值目标定多少",  # a level is no aim
        "老旧小区改造发了多少万元",  # the amount stands in another item
    ],
)
def test_what_is_close_is_no_answer(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status == "not_found", answer.answer
