"""Conversations: what is asked about the answer before is told beside it, or not at all."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
云渡县简报
2025年3月6日

春茶开秤 价格看涨

本报讯 3月5日，云渡县春茶交易市场开秤。芽茶收购价每斤96元，去年同期为88元；市场由县茶叶公司投资2.1亿元改造，交易棚由6座增加到14座，日均交易量9.5吨，比去年同期多1.2吨。县茶叶公司经理邱海棠介绍，市场有摊位420个。

全县新建茶园1.8万亩、加工厂22家，新增冷藏库31座。另有茶旅项目5个在洽谈，意向投资3.6亿元。

汽修班与电商班招生

本报讯 县职业培训中心春季开两个班。汽修班学时45天，招60人，在实训楼二楼B区6号窗口报名，报名须带身份证和毕业证。电商班学时20天，招35人。结业后每人补贴900元。培训地址在朝阳路17号。

本周检修停电

本报讯 3月10日7时至15时，对柳林街、茶市巷停电；3月11日22时至12日5时对南坪新区停电。

养老院完工

本报讯 总投资4800万元的石泉养老院日前完工，设床位260张，占地35亩，预计5月接收老人。

乡道通车

本报讯 3月2日，全长12公里的桐坪乡道建成通车，票价1元的乡村公交同日开行。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("turns", "then", "said"),
    [
        (["芽茶收购价每斤多少钱"], "比去年贵几块", "贵8元"),
        (["茶叶市场日均交易量多少"], "比去年多多少", "1.2吨"),
        (["交易棚有几座"], "原来呢", "6座"),
        (["茶叶市场摊位多少个"], "谁说的", "邱海棠"),
        (["全县新建加工厂多少家"], "冷藏库呢", "31座"),
        (["柳林街哪天停电"], "停多久", "8小时"),
        (["柳林街哪天停电"], "南坪新区呢", "3月11日22时至12日5时"),
        (["南坪新区几号停电"], "停几个小时", "7小时"),
        (["汽修班学几天"], "电商班呢", "20天"),
        (["汽修班招多少人"], "报名要带什么", "身份证和毕业证"),
        (["汽修班学几天"], "去哪个窗口报名", "B区6号窗口"),
        (["石泉养老院有多少张床位"], "占地呢", "35亩"),
    ],
)
def test_what_is_asked_of_the_answer_before_is_told_beside_it(
    ask: Ask, turns: list[str], then: str, said: str
) -> None:
    assert said in ask(then, turns=turns).answer


@pytest.mark.parametrize(
    ("turns", "then"),
    [
        (["石泉养老院什么时候完工"], "票价多少"),
        (["桐坪乡道多长"], "占地多少"),
        (["桐坪乡道多长"], "比去年多多少"),
        (["石泉养老院有多少张床位"], "原来呢"),
        (["电商班招多少人"], "美容班呢"),
        (["石泉养老院占地多少"], "谁说的"),
    ],
)
def test_what_is_told_of_another_one_is_no_answer(ask: Ask, turns: list[str], then: str) -> None:
    assert ask(then, turns=turns).status == "not_found"


def test_a_question_without_an_answer_is_nothing_to_go_on_from(ask: Ask) -> None:
    turns = ["汽修班招多少人", "管住宿吗"]
    assert "45天" in ask("学几天", turns=turns).answer


WORKS = """\
砚溪区简报
2025年5月9日

二季度项目集中开工

本报讯 5月8日，砚溪区集中开工项目3个，分别是星河制药厂、砚北水厂、云岭养老中心。

一是抓项目，全年安排重点项目64个，年度计划投资88亿元；二是抓招商，引进企业30家。

星河制药厂总投资9亿元，砚北水厂总投资3.2亿元，云岭养老中心总投资1.1亿元。

招工信息

本报讯 ●5月6日，区人社局在文化广场举办专场招聘会，52家企业参加。下一场5月20日在砚北体育馆举行。
"""


@pytest.fixture(scope="module")
def works(about: About) -> Ask:
    return about(WORKS)


def test_the_money_printed_with_a_number_is_what_those_cost(works: Ask) -> None:
    assert "88亿元" in works("要投多少钱", turns=["全年重点项目多少个"]).answer
    assert works("要投多少钱", turns=["引进企业多少家"]).status == "not_found"


def test_the_second_of_a_list_is_the_one_that_stands_there(works: Ask) -> None:
    listed = works("集中开工的有哪些项目")
    assert listed.answer.split("、")[1] == "砚北水厂"
    assert "3.2亿元" in works("第二个总投资多少", turns=["集中开工的有哪些项目"]).answer
    refused = works("第五个总投资多少", turns=["集中开工的有哪些项目"])
    assert (refused.status, refused.answer) == ("not_found", "上一个回答只列出3个。")


def test_what_is_told_of_the_fair_of_another_day_is_no_answer(works: Ask) -> None:
    assert works("多少家企业参加", turns=["5月20日的招聘会在哪"]).status == "not_found"


TERMS = """\
榆陵县便民
2025年4月18日

托育园招生

本报讯 榆陵县托育园秋季招乳儿班12人、小托班40人，大托班不招。4月28日报名。园长舒南雁分析，名额会比较紧。

助农贷开办

本报讯 县信用社开办助农贷，最高20万元，年利率3.9%，期限2年。一季度城镇居民人均可支配收入11200元，农村居民人均可支配收入5300元，分别增长4.8%和6.6%。

公交车加密

本报讯 县城2路公交车4月20日起每10分钟一班。
"""


@pytest.fixture(scope="module")
def terms(about: About) -> Ask:
    return about(TERMS)


@pytest.mark.parametrize(
    ("turns", "then", "said"),
    [
        (["托育园小托班招多少人"], "大托班呢", "大托班不招"),
        (["助农贷最多能贷多少"], "利息呢", "3.9%"),
        (["农村居民人均可支配收入多少"], "涨了多少", "6.6%"),
    ],
)
def test_another_is_told_as_it_is_printed(terms: Ask, turns: list[str], then: str, said: str) -> None:
    assert said in terms(then, turns=turns).answer


def test_neither_the_value_before_nor_one_of_another_notice_stands_for_it(terms: Ask) -> None:
    assert terms("有校车吗", turns=["托育园几号报名"]).status == "not_found"
    assert terms("违约金呢", turns=["助农贷最多能贷多少"]).status == "not_found"
