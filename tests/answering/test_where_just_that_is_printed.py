"""Who was elected, who told what, where it was done, by when, how big: read where the page prints just that."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

COUNTY = """\
长岭县报
2024年1月19日 星期五 第1502期

长岭县第十八届人民代表大会第四次会议闭幕
沈怀瑾当选县人民政府县长

本报讯 1月17日，长岭县第十八届人民代表大会第四次会议在县会议中心闭幕。大会应到代表231名，实到代表224名，符合法定人数。会议补选沈怀瑾为县人民政府县长，补选顾成业为县人大常委会副主任，选举罗素心为县监察委员会主任。新当选的县长进行了宪法宣誓。县委书记杜若飞主持，县委副书记贺明远通报筹备情况，县政府副县长姜南山介绍项目情况，县发改局局长韦庄就投资环境作推介。

长岭县调度防汛和水污染整治

1月15日，县水利局通报，凤栖镇青溪断面整改须于3月20日前完成，由姜南山挂牌督办。当晚启动防汛Ⅳ级应急响应，16日3时提升为Ⅲ级。如遇雨天，梅岭村停电检修顺延至1月28日。护林员在老鸦口拍到2只红腹锦鸡。教师辛夷在石门教学点独自任教21年。白塔小学的操场由侨胞方永年捐资180万元翻修。除辛夷外，还有县二中教师林栖梧获评“省级模范教师”。

长岭县中医院迁建工程设床位260张，2025年6月投用。县体育馆扩建工程较原计划提前35天完工，2026年春季学期启用。抽水蓄能电站总投资62亿元，装机90万千瓦，水库库容1200万立方米。蓝莓冷链中心由县农投公司建设，配套冷库3万吨。

附：长岭县重点项目建设计划表
序号 项目名称 责任单位 建设地点 用地（亩） 总投资（亿元） 年度计划投资（亿元） 起止年限 包保领导
1 长岭智慧物流园 县商务局 城东开发区 126 8.4 2.6 2024.3—2026.9 姜南山
2 梅岭风电场 县能源局 梅岭乡 45 12.1 3.8 2023.11—2025.12 贺明远
3 青溪康养小镇 县文旅局 凤栖镇 210 5.7 1.5 2024.5—2025.10 杜若飞
"""

RIVER = """\
临江县融媒
2025年7月11日 星期五 第604期

临江县上半年重点项目进展通报

本报讯 7月8日，临江县召开重点项目调度会。县委副书记、县长温如玉主持，常务副县长祁连山通报项目进展情况，县发改局局长安然介绍要素保障情况，临江经开区管委会主任白术作产业推介。截至6月底，全县存贷款余额486亿元，比年初新增31亿元。

会议任命程颐为县人民政府办公室主任。7月5日，县第十九届人大常委会第二十次会议选举吴桐、陆离为县人大常委会副主任。

清水河大桥扩建工程由县交投公司承建，比原定工期提前52天，2026年秋季学期前通车。江北水库库容3200万立方米，临江光伏电站装机15万千瓦，占地2800亩。7月3日21时启动Ⅳ级响应，4日6时提升至Ⅱ级，5日12时解除。

摄影爱好者在白鹤滩发现一对黑脸琵鹭。支教老师纪晓在云岭村小教了9年书。

附：临江县重点项目上半年进展表
项目名称 责任单位 总投资（亿元） 上半年完成投资（亿元） 年度投资计划（亿元） 建设期限 形象进度
临江铝精深加工园 县工信局 9.6 1.7 3.5 2024.8—2026.3 主厂房封顶
清水河康养中心 县民政局 3.2 0.8 1.4 2025.1—2026.6 基础施工
"""


@pytest.fixture(scope="module")
def county(about: About) -> Ask:
    return about(COUNTY)


@pytest.fixture(scope="module")
def river(about: About) -> Ask:
    return about(RIVER)


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("新当选的县长是谁", "沈怀瑾"),
        ("长岭人代会选谁当人大常委会副主任了", "顾成业"),
        ("谁当选县监委主任", "罗素心"),
        ("会上介绍项目情况的是哪位领导", "姜南山"),
        ("谁作的投资环境推介", "韦庄"),
        ("大会实到代表多少名，缺席几名", "224名，7名"),
        ("防汛响应几时升到三级", "16日3时"),
        ("红腹锦鸡在哪拍到的，几只", "老鸦口，2只"),
        ("辛夷在哪个教学点待了21年", "石门教学点"),
        ("县中医院迁建有多少张床，啥时候能用", "2025年6月"),
        ("县体育馆扩建什么时候能用", "2026年春季学期"),
        ("县体育馆扩建比计划提前多少天", "35天"),
        ("抽水蓄能电站库容多大", "1200万立方米"),
        ("蓝莓冷链中心谁建的，冷库多大", "3万吨"),
    ],
)
def test_it_is_read_where_it_is_printed(county: Ask, question: str, holds: str) -> None:
    said = county(question)
    assert said.status == "answered" and holds in said.answer


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("谁通报的项目进展情况", "祁连山"),
        ("哪位领导作的产业推介", "白术"),
        ("选谁当人大常委会副主任了", "吴桐、陆离"),
        ("清水河大桥扩建比原定提前几天", "52天"),
        ("几时升到二级响应", "4日6时"),
        ("响应哪天解除", "5日12时"),
        ("黑脸琵鹭在哪发现的", "白鹤滩"),
        ("光伏电站装机多大", "15万千瓦"),
        ("铝精深加工园已经投了多少", "1.7亿元"),
    ],
)
def test_on_another_page(river: Ask, question: str, holds: str) -> None:
    said = river(question)
    assert said.status == "answered" and holds in said.answer


def test_follow_ups_find_the_year_and_the_change(county: Ask, river: Ask) -> None:
    assert "1.5亿元" in county("今年要投多少", turns=["青溪康养小镇在哪建"]).answer
    assert "90万千瓦" in county("装机多大", turns=["抽水蓄能电站总投资多少"]).answer
    assert "31亿元" in river("那比年初多了多少", turns=["存贷款余额多少"]).answer
    earlier = ["铝精深加工园总投资多少", "上半年完成了多少"]
    assert "3.5亿元" in river("今年要投多少", turns=earlier).answer


@pytest.mark.parametrize(
    "question",
    [
        "新当选的副县长是谁",
        "谁当选县政协主席",
        "谁作了生态环境推介",
        "防汛响应几时升到一级",
        "防汛四级响应啥时候启动的",
        "辛夷在哪个小学待了5年",
        "梅岭风电场已经投了多少",
        "智慧物流园完成投资多少",
        "风电场装机多大",
    ],
)
def test_what_stands_beside_it_is_no_answer(county: Ask, question: str) -> None:
    assert county(question).status == "not_found"


def test_the_size_of_another_thing_is_no_answer(river: Ask) -> None:
    assert river("光伏电站库容多大").status == "not_found"
