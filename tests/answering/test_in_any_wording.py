"""What a page tells is told in whatever usual words it is asked for; and a yes is only said to what is printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answering.pages import About, Ask, checking

ROUNDS = """\
沂岭日报
2024年6月21日 星期五 第2版

省市联动抓项目 沂岭区第五期“三个一批”项目总投资48.6亿元

本报讯（记者 宁远 通讯员 白露）6月19日，全省第五期“三个一批”项目建设活动举行，沂岭区谋划第五期“三个一批”项目12个，总投资48.6亿元。区委书记庄敬宣布开工，区委副书记、区长阮静主持活动，副区长穆野通报情况。

“签约一批”项目3个，总投资6.4亿元。分别是：云翎无人机装配项目、谷雨乳品二期项目、沂岭区旧货市场改造项目。

“开工一批”项目4个，总投资27.2亿元。分别是：松涛新材料项目、沂岭区第三中学迁建项目、北关污水处理厂扩建工程、石桥路综合管廊项目。

“投产一批”项目5个，总投资15亿元。分别是：禾田食品加工园、长风电机生产线项目、沂岭区养老服务中心、柳林换热站项目、青禾种业示范园。

目前在库的第四期“三个一批”项目10个，其中“签约一批”项目4个，总投资9.3亿元；“开工一批”项目4个，总投资18.5亿元；“投产一批”项目2个，总投资7.1亿元。

附：沂岭区第五期“三个一批”部分项目一览表（单位：万元）
序号 项目名称 建设单位 建设地点 建设规模及内容 总投资 年度计划 建设起止年月
1 松涛新材料项目 松涛新材料有限公司 城北工业园 厂房9.6万平方米 152000 40000 2024.6—2026.3
2 沂岭区第三中学迁建项目 区教体局 石桥镇 48个班、2400个学位 38600 12000 2024.7—2025.12
3 北关污水处理厂扩建工程 区水务局 北关街道 日处理能力由3万吨提至6万吨 21400 8000 2024.6—2025.9

前五月空气质量出炉 石桥镇居首

本报讯 6月18日，记者从区生态环境分局获悉，1至5月，沂岭区优良天数121天，同比增加7天；PM2.5平均浓度38微克/立方米，同比下降6.4%。

从镇（街道）排名看，综合指数由好到差前三位依次是石桥镇、南山镇、北关街道。因连续两个月排名末位，6月14日，区政府对东关街道办事处主要负责人进行了约谈。

全区一般公共预算支出21.4亿元，其中教育、卫生健康支出分别为4.62亿元、2.38亿元，同比分别增长5.2%、3.1%。
"""

DAILY = """\
枕河县融媒体 2024年7月25日

县中医院新院区投用 老院区门诊停诊

本报讯 县中医院新院区设床位320张，8月1日起试运行，老院区门诊同时停诊。每周四下午，市医院骨科专家在新院区坐诊，下午门诊14:00至17:30。

县纪委通报：上半年全县立案68件，处分57人。截至6月30日，年初确定的十件民生实事中，4件已办结。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(ROUNDS)


@pytest.fixture(scope="module")
def daily(about: About) -> Ask:
    return about(DAILY)


def said(ask: Ask, question: str, *before: str) -> str:
    answer = ask(question, turns=before)
    assert answer.status in ("answered", "corrected"), answer
    return answer.answer


@pytest.mark.parametrize(
    "question",
    ["庄敬什么职位", "庄敬职务", "庄敬什么级别的领导啊", "庄敬是哪位领导", "庄敬在哪任职", "庄敬何许人也", "请问庄敬同志的身份"],
)  # fmt: skip
def test_an_office_in_any_wording(ask: Ask, question: str) -> None:
    assert said(ask, question) == "区委书记"


@pytest.mark.parametrize("question", ["区委书记贵姓", "哪个是区委书记", "哪位是区委书记", "现任区委书记是谁"])
def test_the_holder_in_any_wording(ask: Ask, question: str) -> None:
    assert "庄敬" in said(ask, question)


@pytest.mark.parametrize(
    "question",
    ["第五期三个一批共有多少项目", "第五期三个一批包括几个项目", "第五期三个一批的数量", "第五期三个一批项目总数是多少", "沂岭区第五期项目数"],
)  # fmt: skip
def test_a_number_in_any_wording(ask: Ask, question: str) -> None:
    assert said(ask, question) == "12个"


@pytest.mark.parametrize("question", ["第五期签约一批项目名单", "第五期签约一批包括哪些项目", "第五期签约一批的项目清单"])
def test_a_list_in_any_wording(ask: Ask, question: str) -> None:
    assert "云翎无人机" in said(ask, question)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("松涛新材料项目投了多少钱", "15.2亿元（152000万元）"),
        ("松涛新材料项目何时开建", "2024年6月"),
        ("松涛新材料项目要建到什么时候", "2026年3月"),
        ("松涛新材料项目从啥时候建到啥时候", "2024年6月，2026年3月"),
        ("松涛新材料项目主要包括什么", "厂房9.6万平方米"),
        ("沂岭区第三中学迁建项目由哪个单位负责", "区教体局"),
        ("三中搬迁后有多少个学位", "2400个"),
        ("总投资152000万元的项目", "松涛新材料项目"),
        ("152000万元是哪个项目的总投资", "松涛新材料项目"),
        ("121天是什么", "沂岭区优良天数121天"),
        ("38是什么数", "PM2.5平均浓度38微克/立方米"),
        ("PM2.5平均浓度下降了多少", "同比下降6.4%"),
        ("PM2.5平均浓度和降幅", "38微克/立方米，同比下降6.4%"),
        ("教育支出多少", "4.62亿元"),
        ("开工项目的数量和总金额", "4个，27.2亿元"),
        ("三个一批活动是谁主持的", "区委副书记、区长阮静"),
        ("第五期和第四期签约的加一起多少钱", "15.7亿元"),
        ("签约一批平均每个项目投资多少", "约2.13亿元"),
    ],
)
def test_one_fact_by_other_words(ask: Ask, question: str, answer: str) -> None:
    assert answer in said(ask, question)


@pytest.mark.parametrize(
    ("question", "yes"),
    [
        ("区委书记是庄敬吗", True),
        ("区长是庄敬吗", False),
        ("区长叫阮静吗", True),
        ("庄敬的职务是副区长吗", False),
        ("优良天数是121天吗", True),
        ("优良天数是不是130天", False),
        ("优良天数达到130天了吗", False),
        ("石桥镇排第二吗", False),
        ("石桥镇是第一吗", True),
        ("东关街道连续两个月垫底吗", True),
        ("东关街道是连着三个月垫底吗", False),
        ("东关街道是6月14日被约谈的吗", True),
        ("东关街道是6月10日被约谈的吗", False),
        ("第五期开工一批总投资达到30亿了吗", False),
        ("北关污水处理厂日处理能力达到8万吨了吗", False),
        ("松涛新材料项目总投资是20亿元吗", False),
        ("国槐新材料项目算不算开工的项目", None),
        ("长风电机生产线项目算不算投产的项目", True),
    ],
)
def test_a_yes_only_to_what_is_printed(ask: Ask, question: str, yes: bool | None) -> None:
    answer = ask(question)
    if yes is None:
        assert answer.status == "not_found", answer
    elif yes:
        assert answer.status == "answered" and answer.answer.startswith("是"), answer
    else:
        assert answer.status == "not_found" or answer.answer.startswith(("不是", "没有")), answer


@pytest.mark.parametrize(
    ("before", "question", "answer"),
    [
        ("第五期签约一批总投资多少？", "四期呢", "9.3亿元"),
        ("第五期签约一批总投资多少？", "那开工多少", "27.2亿元"),
        ("第四期签约一批有几个项目？", "开工呢", "4个"),
        ("第五期签约一批总投资多少？", "名单", "云翎无人机"),
        ("庄敬是谁？", "他的职务呢", "区委书记"),
        ("松涛新材料项目年度计划投资多少？", "那沂岭区第三中学迁建项目呢", "12000万元"),
        ("松涛新材料项目的建设单位是谁？", "沂岭区第三中学迁建项目呢", "区教体局"),
    ],
)
def test_behind_another_question(ask: Ask, before: str, question: str, answer: str) -> None:
    assert answer in said(ask, question, before)


@pytest.mark.parametrize(
    "question",
    [
        "全市第五期三个一批一共多少个项目",
        "鲁南省第五期三个一批总投资多少",
        "主持活动的人花了多少钱",
        "这次活动看了哪几个项目",
        "明天沂岭会下雨吗",
    ],
)
def test_what_is_not_told_is_refused(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"


@pytest.mark.parametrize("question", ["老院区还有门诊吗", "老院区门诊8月2日还开吗"])
def test_what_has_stopped_is_a_no(daily: Ask, question: str) -> None:
    answer = daily(question)
    assert answer.answer.startswith(("没有", "不")), answer


@pytest.mark.parametrize("question", ["想知道下半年纪委一共立了多少案", "截至7月底办结了几件实事"])
def test_of_another_time_nothing_is_told(daily: Ask, question: str) -> None:
    assert daily(question).status == "not_found"


def test_a_word_for_the_time_stays_whole_behind_a_polite_opening(daily: Ask) -> None:
    assert "14:00" in daily("请问下午门诊是几点到几点").answer


def test_a_sentence_of_the_page_is_confirmed_and_not_where_a_figure_differs(tmp_path: Path) -> None:
    printed = "全区一般公共预算支出21.4亿元，其中教育、卫生健康支出分别为4.62亿元、2.38亿元，同比分别增长5.2%、3.1%。"
    with checking(tmp_path, ROUNDS) as check:
        assert {claim.verdict for claim in check(printed)} == {"confirmed"}
        assert "confirmed" not in {claim.verdict for claim in check(printed.replace("21.4", "25.4"))[:1]}
        denied = check("连续两个月排名末位的不是东关街道办事处")
        assert all(claim.verdict != "confirmed" for claim in denied)
