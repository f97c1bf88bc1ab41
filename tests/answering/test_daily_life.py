"""Daily life: is it so at that hour, until when, where to throw what, what a row of a jobs fair says, tickets and caps."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """桐墅生活报 03版 民生
2025年3月12日

停水安排

因更换老旧管道，定于3月18日停水，安排如下：
6:00—11:00 学士街、石狮巷、县幼儿园
13:00—18:30 磨坊路、花山弄
桐墅县自来水公司

暂停供气公告

翠屏苑、金水湾两个小区因检修阀门，3月16日（周日）21:00起暂停供气，次日6:30恢复。

枫林大桥养护

因枫林大桥养护，3月20日至明年1月中旬，4路改走柳堤路，15路缩短到桥头。大桥西侧便道行人可以通过。货车7:30—9:30不得驶入柳堤路。

老物件怎么处理

旧冰箱、旧衣柜不要堆在楼道里。可运到城北货场、南河两个回收站，全年开放。废灯管、过期农药投入黄色桶内，全县有64个。

养蜂和犬类管理

县城每户限养犬只两只，首年办证费每只260元。县里去年发放养殖贷款0.82亿元，今年起养殖贷款最高额度由15万元提高到25万元。

县医院门诊

门诊楼一层设急诊和药房，二层内科、皮肤科，三层眼科。补缴医保后要等45天才能报销。

社区浴室

明德社区浴室由旧锅炉房改建，票价6元，低保户全免，冬季取暖费不涨。队伍里有护工。

夜间公交

夜1路从北站开往茶山，末班车23:20；夜2路从北站开往矿区，末班车22:40。

春季用工洽谈会

洽谈会3月22日9:00—15:00在文化广场举行，雨天改在工人礼堂，票证不收。企业月薪最高的是桐墅化工的工艺员。

企业 岗位 人数 月薪 要求
青禾服饰 缝纫工 60 5200元 18—45岁
远航电器 装配工 150 4800元 20—50岁
福泽护理院 护工 25 4600元起，包吃住 55岁以下

报名电工的，年龄40周岁以下，退役军人年龄可放宽到48周岁。
"""

PLAN = """桐墅县民生项目进度表
（截至2025年5月20日）

序号 项目 年度任务 完成情况 责任单位
1 充电桩建设 640个 415个 县发改局
2 公厕改造 32座 20座 县城管局
3 村道硬化 56公里 38公里 县交通局
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.fixture(scope="module")
def planned(about: About) -> Ask:
    return about(PLAN)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("石狮巷哪天停水", "3月18日"),
        ("磨坊路下午三点停水吗", "是"),
        ("学士街晚上八点停水吗", "否"),
        ("金水湾停气停到几点", "次日6:30"),
        ("枫林大桥要修到什么时候", "明年1月中旬"),
        ("货车早上八点能走柳堤路吗", "否"),
        ("旧冰箱扔哪里", "城北货场、南河两个回收站"),
        ("过期农药扔哪", "黄色桶"),
        ("皮肤科在几楼", "二层内科、皮肤科"),
        ("补交医保马上能报吗", "不能"),
        ("浴室以前是干什么的", "旧锅炉房"),
        ("吃低保的去浴室要交钱吗", "不用"),
        ("取暖费涨不涨", "不涨"),
        ("晚上十一点还有去茶山的夜1路车吗", "有"),
        ("洽谈会下午四点还有人吗", "否"),
        ("洽谈会上午十点能进吗", "是"),
        ("洽谈会要是下雨在哪办", "工人礼堂"),
        ("哪家管吃管住", "福泽护理院"),
        ("我47岁能去远航电器吗", "是"),
        ("我47岁能去青禾服饰吗", "否"),
        ("退伍兵最大多少岁能报电工", "48周岁"),
        ("养殖贷款最多能贷多少", "25万元"),
    ],
)
def test_an_everyday_question_is_answered_by_the_notice(ask: Ask, question: str, words: str) -> None:
    answer = ask(question)
    assert answer.status in ("answered", "corrected")
    assert words in answer.answer


@pytest.mark.parametrize(
    "question", ["全县有多少条狗", "今年已经放了多少养殖贷款", "皮肤科几点下班"]
)
def test_a_cap_or_another_measure_is_no_answer(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"


def test_what_is_to_be_done_this_year_stands_in_the_column_of_the_aim(planned: Ask) -> None:
    assert planned("充电桩今年要建多少").answer == "640个"
    assert planned("充电桩建了多少了").answer == "415个"
