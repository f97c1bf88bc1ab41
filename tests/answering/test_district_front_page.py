"""A district paper's front page: signings, figures of the quarter, appointments, demands, what is not yet begun."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
漪河区报
2024年4月19日　星期五　第1版　责任编辑 牟晓

大干快上 决战二季度

漪河区签约亿元以上项目64个 提前完成上半年任务

本报讯（记者 江一帆）4月17日，漪河区召开招商引资暨重大项目推进会。区委书记段文舟讲话，区委副书记、区长苏映雪主持，北湖街道、青石镇、经开区管委会3家单位发言。

会议指出，今年一季度，全区新签约亿元以上项目64个，协议投资205.6亿元；其中10亿元以上项目6个。

从产业看，生物医药项目19个，协议投资88亿元；智能装备项目25个，协议投资61.5亿元；现代商贸项目12个，协议投资20.2亿元；其余为文旅类项目。

列入市级重点的36个项目已开工35个，仅南渡口码头改造工程因征拆未完没有开工。石埠冷库由漪河冷链有限公司投资，选址青石镇，总投资3.2亿元，新建库房6万立方米，每天可加工净菜9万份。

段文舟强调，要盯紧“三个不少于”，即上半年新签约项目不少于100个，新开工项目不少于40个，投产项目不少于20个。苏映雪指出，第一，要围绕签约抓落地；第二，要围绕落地抓开工；第三，要围绕开工抓投产。

第四届漪河茶博会闭幕

本报讯 4月14日至15日，第四届漪河茶博会在北湖会展中心举办，现场签约项目15个，总金额33.8亿元，比上届增加5个项目、9.6亿元。

一季度GDP增长5.9%

本报讯 一季度，全区生产总值完成82.4亿元，同比增长5.9%；社会消费品零售总额增长4.1%，低于年度目标1.4个百分点。区里计划三年更换老旧管网240公里，其中今年更换75公里。

首周检查餐饮单位96家，发现隐患140处，责令停业2家。4月1日至10日，全区发生建筑施工事故3起，死亡1人。

4月月度“红黑榜”公布：北湖街道、青石镇上红榜，柳庄镇、南渡镇上黑榜。

一季度出口增长12.6%

本报讯 据统计，一季度全区出口21.3亿元，增长12.6%，其中汽车零部件出口5.2亿元。对东盟出口8.7亿元，占出口总值的40.8%，欧盟、美国分列第二、三位。今年全年安排重点工程93项，第二批计划8月开工。

区长要求盯牢“三率”：项目履约率要达到88%，开工率达到62%，资金到位率达到45%。

区防指4月15日18时将防汛四级应急响应提升至三级。南渡精密模具项目投资1.4亿元，用工230人。区中医院设床位650张，预计2026年5月启用。

区人大常委会任免名单

本报讯 4月12日，区七届人大常委会举行第十六次会议。会议听取了关于2023年度环境状况的报告，决定任命何知秋为漪河区副区长，免去白峻的区教育局局长职务。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("9万份指的是什么", "石埠冷库"),
        ("6万立方米是啥", "石埠冷库"),
        ("三个不少于是哪三个", "新开工项目不少于40个"),
        ("苏映雪说的第二条是啥", "要围绕落地抓开工"),
        ("签约钱最多的是哪个产业", "生物医药项目（88亿元）"),
        ("文旅类签了几个项目", "8个"),
        ("签了多少个亿元以上的项目", "64个"),
        ("10个亿以上的大项目有几个", "6个"),
        ("哪个重点项目还没动工", "南渡口码头改造工程"),
        ("茶博会总金额比上届多多少", "9.6亿元"),
        ("餐饮检查关了几家", "2家"),
        ("工地上死了几个", "1人"),
        ("上黑榜的是哪些镇", "柳庄镇、南渡镇"),
        ("换下来的教育局长是谁", "白峻"),
        ("何知秋什么时候当上副区长的", "4月12日"),
        ("社零增速达到目标没有", "低于年度目标1.4个百分点"),
        ("老旧管网今年换75公里吗", "是"),
        ("一季度GDP增长5.9%吧", "是"),
        ("三率是哪三率", "项目履约率要达到88%、开工率达到62%、资金到位率达到45%"),
        ("防汛响应现在是几级", "三级"),
        ("230人是哪个项目的用工", "南渡精密模具项目"),
        ("生物医药一共19个项目吧", "是"),
        ("苏映雪是区长吗", "是"),
    ],
)
def test_what_the_page_prints_is_told(ask: Ask, question: str, holds: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert holds in answer.answer


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("一季度GDP增长6.9%吗", "5.9%"),
        ("一季度协议投资是250.6亿吧", "205.6亿元"),
        ("茶博会现场签约51个项目吧", "15个"),
    ],
)
def test_a_wrong_figure_is_put_right(ask: Ask, question: str, right: str) -> None:
    answer = ask(question)
    assert answer.status == "corrected"
    assert right in answer.answer


def test_what_is_asked_next_is_of_its_own_sort(ask: Ask) -> None:
    assert ask("床位呢", turns=("区中医院啥时候启用",)).answer == "650张"
    assert ask("苏映雪是区委书记吗").status == "corrected"


@pytest.mark.parametrize("question", ["对美国出口多少", "第二批有多少项"])
def test_what_is_told_of_another_is_no_answer(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"


def test_a_figure_of_other_years_is_no_yes(ask: Ask) -> None:
    assert ask("老旧管网今年换240公里吗").status == "not_found"
    assert ask("新任区教育局局长是谁").status == "not_found"
