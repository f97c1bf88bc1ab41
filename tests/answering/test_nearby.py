"""A refusal says what the bulletins do print nearest to the question: one sentence, quoted; nothing private with it."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """云岭县融媒 2025年11月3日 星期一

青石变电站建成投用

    本报讯（记者 周岚）10月18日，110千伏青石变电站建成投用，为县产业园新增供电能力10万千伏安，园区15家企业受益。

节前走访暖人心

    本报讯（通讯员 何平）11月1日，副县长林野到柳沟镇看望困难群众。在73岁的独居老人孟阿婆家中，林野询问她的身体情况，得知她患有关节炎，当场联系了医生。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


def test_the_nearest_sentence_is_quoted_and_is_no_answer(ask: Ask) -> None:
    found = ask("青石变电站建起来花了多少钱")
    assert found.status == "not_found" and "未" in found.answer
    assert found.detail == "公报里最接近的一句："
    assert [source.quote for source in found.sources] == [
        "10月18日，110千伏青石变电站建成投用，为县产业园新增供电能力10万千伏安，园区15家企业受益。"
    ]
    assert not found.facts


@pytest.mark.parametrize("question", ["孟阿婆家里有几口人", "孟阿婆的医生叫什么", "写一首诗", "青石变电站好不好看"])
def test_nothing_private_is_volunteered_and_nothing_beside_other_refusals(ask: Ask, question: str) -> None:
    found = ask(question)
    assert found.status == "not_found"
    assert not any("关节炎" in source.quote or "孟阿婆" in source.quote for source in found.sources)


def test_a_follow_up_does_not_hang_on_what_was_only_near(ask: Ask) -> None:
    found = ask("在哪个镇", turns=["青石变电站建起来花了多少钱"])
    assert "柳沟镇" not in found.answer
