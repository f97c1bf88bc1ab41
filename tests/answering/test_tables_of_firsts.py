"""Tables whose caption says what all rows share, cells with their own units, reasons, and rows taken for others."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
霞屿县周报
2024年5月17日

霞屿县第三届乡厨大赛收官

本报讯 5月11日至12日，霞屿县第三届乡厨大赛在县职校举行，各组别冠军产生：
组别	选手	选送单位	得分
热菜组	郑阿满	浪花食府	92.5分
面点组	卓玉婵	霞屿宾馆	95.0分
冷拼组	裘大江	县职校	89.4分
雕刻组	管一刀	渔歌酒楼	93.1分

【停气】5月下旬计划停气安排

停气日期	停气时段	停气区域	停气缘由
5月20日	8:00—18:00	望海小区、渔民新村	管网改造
5月22日	9:00—15:00	盐田工业区	阀门更换
5月25日	7:30—12:30	滨海街、灯塔路	道路施工迁改

早稻种植补贴标准

补贴对象 | 面积要求 | 每亩补贴(元)
小农户 | 不限 | 50
种植大户 | 30亩以上 | 90
合作社 | 80亩以上 | 110
复垦地种早稻 | 不限 | 180

办好五件实事

本报讯 县政府今年办好五件民生实事：新建公厕8座；改造农贸市场3个；增设路灯600盏；硬化村道21公里；安装健身器材40套。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("面点组冠军是谁", "卓玉婵"),
        ("面点组冠军多少分", "95.0分"),
        ("冷拼组第一是哪个单位的", "县职校"),
        ("几个冠军里谁的分最高", "面点组卓玉婵（95.0分）"),
        ("几个冠军里谁得分最低", "冷拼组裘大江（89.4分）"),
        ("5月22号哪里停气", "盐田工业区"),
        ("渔民新村停气是干什么", "管网改造"),
        ("几号停气是因为阀门更换", "5月22日"),
        ("合作社种早稻一亩补多少", "110元"),
    ],
)
def test_cells_are_found_by_what_the_question_says(ask: Ask, question: str, said: str) -> None:
    assert ask(question).answer == said


def test_the_score_of_the_one_told_before(ask: Ask) -> None:
    assert ask("得了多少分", turns=["面点组冠军是谁"]).answer == "95.0分"


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("热菜组冠军管一刀多少分", "郑阿满"),
        ("雕刻组的卓玉婵是哪个单位的", "管一刀"),
        ("今年的八件民生实事是哪八件", "五件"),
    ],
)
def test_what_is_taken_for_another_is_corrected(ask: Ask, question: str, right: str) -> None:
    found = ask(question)
    assert (found.status, right in found.answer) == ("corrected", True), found.answer


@pytest.mark.parametrize(
    "question",
    ["点心组冠军是谁", "5月23号哪里停气", "灯塔小区停气是干什么", "几号停气是因为爆管", "面点组亚军是谁"],
)
def test_rows_that_the_table_has_not_are_refused(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"
