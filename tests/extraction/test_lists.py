"""Lists: numbered ones over sentences, enumerations inside one."""

from __future__ import annotations

import pytest

from index.extraction.words.lists import enumerations, find_lists
from index.extraction.words.sentences import split_sentences
from tests.extraction.conftest import Maker


@pytest.mark.parametrize(
    "body",
    [
        "要抓好三项任务。一是稳增长，二是保民生，三是防风险。",
        "要抓好三项任务。一是稳增长。二是保民生。三是防风险。",
        "要抓好三项任务：（一）稳增长；（二）保民生；（三）防风险。",
        "要抓好三项任务：①稳增长；②保民生；③防风险。",
        "要抓好三项任务：1、稳增长；2、保民生；3、防风险。",
    ],
)
def test_numbered_items_however_they_are_marked(article: Maker, body: str) -> None:
    lists = find_lists(split_sentences(article(body)))
    named = next(one for one in lists if len(one.items) == 3)
    assert [item.ordinal for item in named.items] == [1, 2, 3]
    assert [item.text.strip("，；。") for item in named.items] == ["稳增长", "保民生", "防风险"]
    assert named.name.startswith("三项任务")
    assert named.count == 3


def test_an_enumeration_begins_where_its_items_begin() -> None:
    text = "重点实施清水润城、绿廊环城、花海绣城“三大行动”。"
    (one,) = enumerations(text)
    assert [text[a:b] for a, b in one.items] == ["清水润城", "绿廊环城", "花海绣城"]
    assert (one.count, one.name) == (3, "三大行动")


def test_the_last_two_items_may_be_joined_by_a_word() -> None:
    text = "代表来自城东街道、柳溪镇和白塔乡。"
    (one,) = enumerations(text)
    assert [text[a:b] for a, b in one.items] == ["城东街道", "柳溪镇", "白塔乡"]


def test_an_open_list_is_marked() -> None:
    (one,) = enumerations("新增书店、茶馆、影院等消费场所。")
    assert one.open


def test_two_dates_are_no_list() -> None:
    assert not enumerations("3月2日、3日举行了比赛。")


def test_items_point_into_the_text(article: Maker) -> None:
    page = article("开设书法、剪\n纸、陶艺三门课程。")
    (one,) = find_lists(split_sentences(page))
    assert ["".join(page.text[a:b] for a, b in item.spans) for item in one.items][:2] == ["书法", "剪纸"]
