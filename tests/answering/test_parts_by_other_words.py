"""Programmes whose parts are called by words of their own: 登场/进山/出彩, 意向/落子/到账, 备桨/起航/靠港."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

LADDER = """青岭时讯
2024年10月15日 星期二 总第2156期

青岭县第三季“赶考”项目榜单出炉 21个项目总投资47.5亿元

本报讯（记者 邢小山）10月11日，青岭县第三季“赶考”项目评议会召开，县委书记高启航出席并点评。

第三季登台项目共21个，总投资47.5亿元。第二季登台项目17个，总投资38.2亿元。

“领题”项目5个，总投资12.6亿元，分别是：青峰石材循环产业园、青岭山楂加工基地、汶河抽水蓄能前期工程、双阳镇光伏农业大棚和县职业中专实训楼项目。

“答题”项目9个，总投资21.4亿元。投资最大的是岱远轴承生产线，投资6.8亿元。

“交卷”项目7个，总投资13.5亿元，分别是：青岭县第三水厂、恒远饲料二期、古城便民市场、县医院感染楼、大崖玻璃栈道、双阳镇桃罐头生产线、沙沟冷链分拣中心。
"""

TRIPS = """湘源新闻
2023年9月19日 第3版

湘源区第十一轮“叩门招商”收官 三市带回19个项目

本报讯 9月3日至14日，湘源区第十一轮“叩门招商”小分队先后走进三市，带回项目19个。

19个项目中，“意向”项目9个，“落子”项目6个，“到账”项目4个。

“落子”的6个项目具体为：湘磁科技投资6.3亿元建设的稀土电机二期，落户湘源高新区；宁峰精工投资5.6亿元建设的宁峰模具产业园，落户桐木镇；智远电子投资2.5亿元建设的智远电源项目，落户桐木镇；鹭江食品投资2.1亿元建设的预制菜中央厨房，落户梅溪镇；橙乡果业投资8000万元建设的脐橙分选中心，落户梅溪镇；康远照明投资1.1亿元建设的康远灯饰总部，落户湘源高新区。

“到账”的4个项目为湘源云仓、金塘铝型材、橙心面业、五岭电子线缆。其中金塘铝型材到位资金2.6亿元，居首位。
"""

WAVES = """苇塘日报
２０２５年３月７日　星期五

“潮头工程”首轮调度：３２个项目，２８６．４亿元

本报讯（记者　仇小波）３月５日，苇塘区召开“潮头工程”２０２５年首轮调度会。

今年列入“潮头工程”的项目共３２个，总投资２８６．４亿元。

从节点看，处于“备桨”节点的１０个，总投资９５．２亿元；处于“起航”节点的１４个，总投资１３６．７亿元；处于“靠港”节点的８个，总投资５４．５亿元。

部分项目情况（单位：亿元）
项目	建设单位	节点	总投资	地点
万吨级通用码头	区港务集团	起航	18.5	黄沙镇
海远风电叶片基地	海远重工	靠港	22.0	临海园区
鳗鲡产业链示范园	盛渔水产	备桨	6.4	新洋镇
"""

SPROUTS = """松岭发布
2024-05-24 18:20 发表于安徽

“茶乡新苗”第九茬下地啦！26个项目31.7亿元

松岭县“茶乡新苗”项目第九茬现场推进会5月22日召开。先划重点：

●第九茬入选项目26个，总投资31.7亿元；
●“育苗”（正在谈、正在办手续）项目11个，投资9.8亿元；
●“移栽”（已经动工）项目8个，投资14.5亿元；
●“挂果”（建成见效）项目7个，投资7.4亿元。

【回头看】第八茬项目22个。其中，“育苗”9个，“移栽”7个，“挂果”6个。
"""


@pytest.fixture(scope="module")
def ladder(about: About) -> Ask:
    return about(LADDER)


@pytest.fixture(scope="module")
def trips(about: About) -> Ask:
    return about(TRIPS)


@pytest.fixture(scope="module")
def waves(about: About) -> Ask:
    return about(WAVES)


@pytest.fixture(scope="module")
def sprouts(about: About) -> Ask:
    return about(SPROUTS)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("领题项目有哪些", "双阳镇光伏农业大棚、县职业中专实训楼"), ("领题的有几个，投了多少", "5个，12.6亿元"),
        ("第三季登台项目总投资比第二季多多少", "9.3亿元"), ("县第三水厂交卷了吗", "是，列入第三季“交卷”类"),
        ("第三季一共多少个项目，总投资多少", "21个，47.5亿元"),
    ],
)  # fmt: skip
def test_the_parts_below_the_totals_of_two_rounds_are_those_of_the_round_in_the_headline(
    ladder: Ask, question: str, told: str
) -> None:
    answer = ladder(question)
    assert answer.status == "answered"
    assert told in answer.answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("宁峰模具产业园属于哪一类", "落子"), ("预制菜中央厨房是谁投的", "鹭江食品"), ("智远电源项目投资多少", "2.5亿元"),
        ("到账的是哪些", "湘源云仓、金塘铝型材、橙心面业、五岭电子线缆"), ("康远灯饰总部落在哪儿", "湘源高新区"),
        ("落子的项目都有哪些", "脐橙分选中心"),
    ],
)  # fmt: skip
def test_members_told_with_who_invests_and_where_are_members(trips: Ask, question: str, told: str) -> None:
    answer = trips(question)
    assert answer.status == "answered"
    assert told in answer.answer


def test_what_one_member_got_is_not_told_of_another(trips: Ask) -> None:
    assert trips("湘源云仓到位多少资金").status == "not_found"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("起航的项目几个", "１４个"), ("靠港的几个，投资多少", "54.5亿元"), ("海远风电叶片基地到哪个节点了", "靠港"),
        ("鳗鲡产业链示范园起航了吗", "不是，公报将它列入首轮“备桨”类"), ("海远风电叶片基地靠港了吗", "是，列入首轮“靠港”类"),
    ],
)  # fmt: skip
def test_points_that_projects_have_got_to_are_parts(waves: Ask, question: str, told: str) -> None:
    answer = waves(question)
    assert answer.status == "answered"
    assert told in answer.answer


def test_whether_one_that_has_got_further_once_was_there_is_not_denied(waves: Ask) -> None:
    assert not waves("海远风电叶片基地起航了吗").answer.startswith(("不", "没", "否"))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("育苗的有几个，投资多少", "11个，9.8亿元"), ("第八茬跟第九茬总共多少个项目", "48个"),
        ("第九茬三类里面哪类投资最多", "移栽"),
    ],
)  # fmt: skip
def test_what_a_bracket_explains_is_still_the_name_of_a_part(sprouts: Ask, question: str, told: str) -> None:
    answer = sprouts(question)
    assert answer.status == "answered"
    assert told in answer.answer


MEANT = WAVES + """
所谓“备桨”，是指完成立项、用地等前期工作；“起航”，是指主体工程开工。全县38.6万亩玉米已收获35.1万亩，设立接待站11处。康远总部也是本轮唯一的港资项目。
"""


@pytest.fixture(scope="module")
def meant(about: About) -> Ask:
    return about(MEANT)


@pytest.mark.parametrize("question", ["“备桨”指的是啥", "备桨是什么意思", "啥叫备桨"])
def test_what_a_word_means_is_no_list_of_what_is_called_so(meant: Ask, question: str) -> None:
    assert "前期工作" in meant(question).answer


def test_a_measure_is_not_told_by_a_count(meant: Ask) -> None:
    assert meant("还剩多少万亩玉米没收").answer == "3.5万亩"
    assert "处" not in meant("接待站占地多少亩").answer


def test_the_words_of_the_question_are_no_answer(meant: Ask) -> None:
    assert meant("唯一的港资项目是哪个").answer != "也是本轮唯一的港资项目"


HARD_BREAKS = """榕山报
2024年11月12日 星期二

榕山县“赶集项目”第四轮推进活动举行

本报讯（记者 龙小满）11月8日，榕山县“赶集项目”第四轮推进活动举行。项目按进度分三个摊位：“上
秤”项目7个，投资10.8亿元；“搭台”（在建）
项目6个，投资12.3亿元；“开张”项目5个，投资6.5亿元。
前三轮“赶集项目”累计47个，目前已开工41个，开工率87.2%，剩下6个力争年底前全部开工。
第二轮项目12个，援助资金3.25亿元；第一轮项目10个。
"""


@pytest.fixture(scope="module")
def broken(about: About) -> Ask:
    return about(HARD_BREAKS)


@pytest.mark.parametrize(
    ("question", "told"),
    [("上秤的几个，投资多少", "7个，10.8亿元"), ("搭台的几个", "6个"), ("开张的投资多少", "6.5亿元")],
)
def test_names_of_parts_are_found_across_the_breaks_of_lines(broken: Ask, question: str, told: str) -> None:
    assert told in broken(question).answer


def test_not_all_have_begun_where_some_are_left(broken: Ask) -> None:
    assert broken("前三轮的项目全都开工了吗").answer.startswith("没有")


def test_a_difference_in_money_is_not_told_by_a_number_of_projects(broken: Ask) -> None:
    assert "2个" not in broken("第二轮援助资金比第一轮多多少").answer


def test_a_bracket_behind_the_name_of_a_part_may_explain_it(about: About) -> None:
    page = "岗西报\n2024年3月1日\n\n岗西县“驮队计划”第五趟调度\n\n本报讯 3月1日，岗西县调度“驮队计划”项目，“备鞍”阶段（前期工作）７个，“行路”阶段（正在建设）９个。\n"
    assert "正在建设" in about(page)("行路是什么意思").answer
