"""Names in rows under headings that count them: who they are, whether somebody is among them, under which heading."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """光荣榜

雁滩县通报表扬2024年度农业先进

经县委、县政府研究，决定对以下集体和个人通报表扬，并奖励先进乡镇每个20万元、种粮能手每人5000元。

一、先进乡镇（3个）
石桥镇 河西乡 大坝镇

二、和美示范村（4个）
石桥镇柳湾村 河西乡上
渡村 大坝镇杏坪村 大坝镇洼里村

三、种粮能手（4名）
谭小满 卢 梅（女） 孔祥林
阮 江

四、优秀第一书记（3名）
蒙 毅（县税务局派驻洼里村）
薛知秋（女，县检察院派驻杏坪村）
费 扬（县供电公司派驻上渡
村）
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("评上先进乡镇的是哪三个", "石桥镇、河西乡、大坝镇"),
        ("和美示范村有哪些", "石桥镇柳湾村、河西乡上渡村、大坝镇杏坪村、大坝镇洼里村"),
        ("种粮能手是哪几个人", "谭小满、卢梅（女）、孔祥林、阮江"),
        ("上渡村的第一书记是谁", "费扬（县供电公司派驻上渡村）"),
        ("卢梅评上了什么称号", "种粮能手"),
        ("石桥镇是先进乡镇吗", "是，石桥镇在“先进乡镇”之列"),
    ],
)
def test_rows_are_read_whatever_lines_break_them(ask: Ask, question: str, answer: str) -> None:
    assert ask(question).answer == answer


def test_who_stands_elsewhere_on_the_page_is_denied(ask: Ask) -> None:
    denied = ask("上渡村是先进乡镇吗")
    assert denied.status == "corrected"
    assert denied.answer == "不是，“先进乡镇”是石桥镇、河西乡、大坝镇"


def test_nobody_is_denied_whom_the_page_does_not_know(ask: Ask) -> None:
    assert ask("王大力是种粮能手吗").status == "not_found"
