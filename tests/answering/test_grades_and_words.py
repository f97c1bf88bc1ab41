"""Grades and words that look or sound alike: a district's page of schools."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
松岭区教育专版
2024年9月5日

新学期开学

本报讯 9月2日，松岭区38所中小学、51所幼儿园同日开学。今年秋季，全区小学在校学生21400人、初中在校学生9800人。一年级新生3620人，比去年减少180人；七年级新生3310人，增加95人；高一新生2480人。

今年全区新招聘教师152名，其中小学80名、初中42名、幼儿园30名；具有研究生学历的17名。

文学奖揭晓

本报讯 9月3日，松岭文学奖揭晓：长篇小说《山路三百里》（作者 黎照）获特等奖，奖金4万元；诗集两部获一等奖，各奖1万元；二等奖3部，各奖5000元。

资助标准

大学新生：省内院校录取的补助路费400元，省外院校的900元。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("松岭区今年秋季有多少所中小学开学", "38所"),
        ("高一新生多少", "2480人"),
        ("初一新生多少", "3310人"),
        ("一年级新生比去年多了还是少了，差多少", "减少180人"),
        ("新招的幼儿园老师几名", "30名"),
        ("考到外省的大学新生路费补多少", "900元"),
        ("考到本省的大学新生路费补多少", "400元"),
    ],
)
def test_each_grade_and_group_has_its_own(ask: Ask, question: str, words: str) -> None:
    found = ask(question)
    assert (found.status, words in found.answer) == ("answered", True), found.answer


@pytest.mark.parametrize(
    "question",
    [
        "今年合计增加几个学位",  # pupils and teachers are counted, and 学历 is no misspelt 学位
        "文学奖奖金总共发多少",  # one has a prize alone, and 三百里 is a title
    ],
)
def test_what_is_not_told_is_not_added_up(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"
