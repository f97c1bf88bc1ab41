"""Threads as they are held on a phone: doubts, corrections, other times and ends, parts, topics that change."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
白鹭日报
2025年3月6日 星期四

白鹭区举行第五期“三个一批”项目建设活动

本报讯（记者 乔安）3月4日，白鹭区第五期“三个一批”项目建设活动在临江工业园举行。本期共有项目24个，总投资131亿元。其中，“签约一批”项目9个，总投资52亿元；“开工一批”项目8个，总投资43亿元；“投产一批”项目7个，总投资36亿元。
第四期“签约一批”项目6个、总投资30亿元，目前已开工5个；“开工一批”项目10个、总投资55亿元。
本期开工项目中，云栖热泵项目总投资9亿元，位于临江工业园，占地120亩；金穗面粉项目总投资5亿元，由河北金穗粮油有限公司投资建设，位于柳湾镇。

去年财政收支平稳

本报讯 2024年，全区一般公共预算收入18.2亿元，增长4.1%；一般公共预算支出40.6亿元，增长2.2%，其中教育支出9.3亿元，农林水支出6.1亿元。

白鹭区去年登记新车7300辆

本报讯 2024年，全区登记新车7300辆，比上年多400辆。三洲桥养护站当年更换路灯380盏，铺设电缆26公里，花费资金64万元。

10路公交调整首末班时间

本报讯 3月10日起，10路首班由6：40提前至6：20，末班仍为21：30，票价2元不变。70周岁以上老人凭身份证免费乘车；60至69周岁老人可办理敬老卡。办理地点：公交客服中心（柳湾路9号），需带身份证和一寸照片。

前两月各镇工业产值

镇 产值（亿元） 增速（%） 用电总额（万千瓦时）
柳湾镇 12.4 5.1 830
石桥镇 9.7 7.3 610
东坡镇 15.9 3.2 1120
全区前两月实现工业产值38亿元，同比增长4.7%。

养鹅大户的一年

本报讯 石桥镇成立养鹅合作社，首批分红最多的是邵长顺的6万元，他养了1800只鹅。合作社去年销售鹅蛋40吨，今年预计销售55吨。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize("doubt", ["你确定？", "真的吗", "不会搞错吧", "这么多？"])
def test_what_is_doubted_is_said_once_more(ask: Ask, doubt: str) -> None:
    answer = ask(doubt, turns=("三洲桥换了多少路灯", "铺了多少电缆"))
    assert answer.status == "answered"
    assert "26公里" in answer.answer
    assert answer.sources


@pytest.mark.parametrize("asks", ["出处", "哪里写的", "原文呢", "有依据吗"])
def test_where_it_stands(ask: Ask, asks: str) -> None:
    answer = ask(asks, turns=("三洲桥换了多少路灯",))
    assert "白鹭区去年登记新车7300辆" in answer.answer
    assert "380盏" in answer.answer


def test_a_refusal_that_is_doubted_stays_one(ask: Ask) -> None:
    assert ask("你确定？", turns=("三洲桥换了多少路灯", "路灯是哪家公司生产的")).status == "not_found"


def test_what_is_computed_is_not_called_printed(ask: Ask) -> None:
    assert "算得" in ask("真的吗", turns=("白鹭区前年登记新车多少辆",)).answer


def test_a_doubt_is_no_turn_to_lean_on(ask: Ask) -> None:
    assert "64万元" in ask("花了多少钱", turns=("三洲桥换了多少路灯", "真的吗")).answer


@pytest.mark.parametrize(
    ("turns", "question", "holds"),
    [
        (("第五期签约几个",), "打错了，是投产", "7个"),
        (("第五期签约几个",), "不对，应该是第四期", "6个"),
        (("云栖项目投资多少",), "说错了，是金穗", "5亿元"),
        (("白鹭区财政收入多少",), "不是收入，是支出", "40.6亿元"),
        (("教育支出多少",), "哦不，是农林水", "6.1亿元"),
        (("云栖项目投资多少",), "不是问这个，我问占多大地", "120亩"),
    ],
)
def test_what_was_said_wrongly_is_put_right(ask: Ask, turns: tuple[str, ...], question: str, holds: str) -> None:
    assert holds in ask(question, turns=turns).answer


@pytest.mark.parametrize(
    ("turns", "question", "holds"),
    [
        (("柳湾镇产值多少",), "石桥呢", "9.7亿元"),
        (("柳湾镇产值多少", "石桥呢"), "增速", "7.3%"),
        (("柳湾镇产值多少",), "用电呢", "830万千瓦时"),
        (("哪个镇增速最快",), "最慢的呢", "东坡镇"),
        (("哪个镇增速最快", "最慢的呢"), "全区呢", "4.7%"),
        (("柳湾镇产值多少", "增速"), "哪个镇增速最快", "石桥镇"),
        (("合作社去年卖了多少鹅蛋",), "今年呢", "55吨"),
        (("10路末班几点",), "首班呢", "6：20"),
        (("10路末班几点", "首班呢"), "原来呢", "6：40"),
        (("10路末班几点",), "涨价了没", "2元"),
        (("三洲桥换了多少路灯",), "电缆呢", "26公里"),
        (("第五期开工投资多少",), "几个项目", "8个"),
        (("第五期签约几个",), "金穗面粉项目呢，在哪个镇", "柳湾镇"),
        (("分红最多的是谁",), "他养了多少只鹅", "1800只"),
        (("敬老卡几岁能办",), "去哪办", "柳湾路9号"),
        (("敬老卡几岁能办", "去哪办"), "要带啥", "一寸照片"),
    ],
)
def test_turns_that_lean_on_the_one_before(ask: Ask, turns: tuple[str, ...], question: str, holds: str) -> None:
    assert holds in ask(question, turns=turns).answer


def test_the_last_year_of_a_bulletin(ask: Ask) -> None:
    assert "7300辆" in ask("白鹭区去年登记新车多少辆").answer


def test_a_round_of_its_own_behind_another(ask: Ask) -> None:
    assert "第五期" in ask("云栖热泵项目是第几期的").answer


NOTICES = """\
中原区元旦便民服务

本报讯 元月3日，中原区召开便民工作会。中原区委书记宋远舟讲话，区长佟若溪主持会议。

关于柳巷片停水的通知

因更换阀门，定于1月5日22时起至1月6日6时止，对柳巷、槐树街、区第三小学停止供水。

三线公交改道

因西门桥维修，1月8日起调整5路走向，途经北环街。

中原区第三期“三个一批”项目推进

本报讯 第三期“签约一批”项目6个，总投资20亿元；“开工一批”项目5个，总投资18亿元。第二期“签约一批”项目4个，总投资15亿元；“开工一批”项目9个，总投资30亿元。

居民收入

本报讯 去年城镇、农村居民人均可支配收入分别为35800元、20900元，分别增长4.4%、6.2%。全区一般公共预算收入11.3亿元。全区新增规上企业21家。
"""


@pytest.fixture(scope="module")
def told(about: About) -> Ask:
    return about(NOTICES)


@pytest.mark.parametrize(
    ("turns", "question", "holds"),
    [
        ((), "中原区区长是谁", "佟若溪"),
        (("中原区区长是谁",), "书记呢", "宋远舟"),
        (("柳巷几号停水",), "学校停吗", "是"),
        (("第三期签约几个",), "上一期呢", "4个"),
        (("第三期开工几个",), "比上一期多几个", "少4个"),
        (("城镇居民收入多少",), "涨了多少", "4.4%"),
        (("新增了几家规上企业",), "财政收入呢", "11.3亿元"),
    ],
)
def test_turns_over_notices(told: Ask, turns: tuple[str, ...], question: str, holds: str) -> None:
    assert holds in told(question, turns=turns).answer


@pytest.mark.parametrize(("turns", "question"), [((), "5路涨价了没"), (("柳巷几号停水",), "北环街停吗")])
def test_another_change_and_another_notice_prove_nothing(told: Ask, turns: tuple[str, ...], question: str) -> None:
    assert told(question, turns=turns).status == "not_found"


FIGURES = """\
苍梧区统计公报发布

本报讯 2024年，全区出生人口2140人，死亡人口1980人。前三季度，全区86个水利项目完成投资31.5亿元。

苍梧区第六期“双集中”活动举行

本报讯 12月20日，苍梧区第六期“双集中”活动举行，集中开工项目9个、总投资41亿元，集中签约项目7个、总投资30亿元。开工项目中，制造业4个，服务业3个，基础设施2个。
宏泰压铸项目是体量最大的开工项目，由宏泰集团投资12亿元，在北岸工业区占地210亩。

苍梧区重点项目进展顺利

本报讯 今年，苍梧区安排重点项目40个，总投资220亿元。已开工31个，完成投资66亿元。其中，工业项目20个，完成投资40亿元；民生项目11个，完成投资26亿元。

全区学校建设

本报讯 柳桥小学今年9月投用，总投资7200万元，设30个班。下一步将建设第三初中，规划36个班，计划2026年9月招生。

节日交通管制

1月1日至3日，湖滨景区周边实行管制。
湖滨路：机动车由东向西单行；
塔山路：只准公交车通行。

水产价格监测

12月25日监测：
品种 本周价（元/斤） 上周价（元/斤）
鲫鱼 9.8 9.2
鲈鱼 18.5 19.0
"""


@pytest.fixture(scope="module")
def figured(about: About) -> Ask:
    return about(FIGURES)


@pytest.mark.parametrize(
    ("turns", "question", "holds"),
    [
        (("苍梧区出生多少人", "死亡的呢"), "差多少", "160人"),
        (("开工项目里制造业几个", "服务业呢"), "两个加起来呢", "7个"),
        (("第六期最大的开工项目是哪个",), "在哪", "北岸工业区"),
        (("宏泰压铸谁投的",), "占地呢", "210亩"),
        (("湖滨路能开车吗",), "塔山路呢", "只准公交车"),
        (("鲫鱼多少钱一斤",), "上周呢", "9.2元"),
        ((), "前三季度水利项目完成投资多少", "31.5亿元"),
        ((), "第六期最大的开工项目是哪个", "宏泰压铸项目"),
    ],
)
def test_figures_that_turns_have_told(figured: Ask, turns: tuple[str, ...], question: str, holds: str) -> None:
    assert holds in figured(question, turns=turns).answer


def test_another_school_has_its_own_cost(figured: Ask) -> None:
    assert figured("投资多少", turns=("柳桥小学花了多少钱", "那第三初中啥时候招生")).status == "not_found"
