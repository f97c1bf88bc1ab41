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


COUNTY = """\
云坪县上半年经济公报
2024年7月20日

签下40个项目 协议总投资超百亿

本报讯 1至6月，全县新签约项目40个，协议总投资108.6亿元。三季度将赴宁波、合肥两地推介，力争全年签约亿元以上项目52个。

外贸与经营主体

本报讯 上半年，进出口总额32.5亿元，其中出口27.1亿元，增长4.2%；进口5.4亿元，下降3.1%。截至6月末，全县实有经营主体40126户，其中企业9830户。1至6月新登记经营主体3815户。商品房销售面积18.4万平方米。

村医补助提高

7月起，乡村医生岗位补助由每人每月700元提高到950元。

公交调整

3路：取消柳林路口、酒厂两站，改走环城东路。

附：重点项目进度表（单位：亿元）
序号 项目名称 总投资 1—6月完成 形象进度
1 云坪数据中心 6.2 2.1 主体施工
2 云坪冷链园 3.4 1.3 地基施工
"""


@pytest.fixture(scope="module")
def county(about: About) -> Ask:
    return about(COUNTY)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("新签约多少个项目，协议总投资多少", "108.6亿元"),
        ("出口比进口多多少亿", "21.7亿元"),
        ("经营主体总共多少户", "40126户"),
        ("商品房卖了多少平米", "18.4万平方米"),
        ("村医补助涨了多少", "250元"),
        ("三路取消了哪两个站", "柳林路口、酒厂"),
    ],
)
def test_the_text_tells_in_full_what_the_headline_rounds(county: Ask, question: str, words: str) -> None:
    found = county(question)
    assert (found.status, words in found.answer) == ("answered", True), found.answer


@pytest.mark.parametrize("question", ["前三季度签了多少个项目", "云坪数据中心什么时候竣工"])
def test_neither_an_aim_nor_a_header_answers(county: Ask, question: str) -> None:
    assert county(question).status == "not_found"
