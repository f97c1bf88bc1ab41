"""What people say and pages print another way: mending, moving, building and breaking; and no more than is printed."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
禾川县融媒 2024年5月20日 星期一 第4版

县城西片区供水管网维修改造完成

本报讯（记者 沈知夏）5月18日，县城西片区供水管网维修改造工程通过验收。该片区部分管道铺设于1996年，老化破损严重，去年共发生爆管漏水37次。工程由县住建局实施，安源市政公司承担施工，3月5日进场，更换管道8.6公里，新装智能水表2140块，总投资1260万元，其中居民无需出资。改造后，管网漏损率由26%降至9%，惠及4个社区5200户居民。

文昌桥加固期间货车禁行

本报讯 因桥面开裂，文昌桥自5月22日起封闭加固，预计7月31日恢复通行。加固期间，行人和非机动车可从西侧便桥通过，机动车绕行滨河大道。施工单位为县公路养护中心，现场负责人褚建民，咨询电话4412208。

老电影院拆除重建为文化中心

本报讯（记者 沈知夏）位于中山街的县人民电影院建于1978年，经鉴定为D级危房，将于6月10日拆除，原址新建县文化中心，建筑面积6800平方米，设图书室、小剧场、非遗展厅，预计2025年10月建成投用。电影院内的12户商户已全部搬离，每户发放搬迁补助8000元。原电影院的两台老式放映机移交县档案馆收藏。

城东小区电梯故障困住6人

本报讯 5月16日晚，城东小区3号楼一部电梯突发故障，6名居民被困，消防救援人员到场后用时22分钟将被困人员全部救出，无人受伤。经查，故障原因为控制板损坏。物业公司已更换控制板，电梯于5月17日下午恢复运行。县市场监管局责令该物业公司对小区18部电梯逐一排查，5月底前完成整改。

村民自建冷库投用

本报讯 桑园镇大桥村村民邢老栓投资35万元自建冷库，可储存蔬菜120吨，5月12日投入使用。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("西片区水管去年坏了多少次", ["37次"]),
        ("城西水管换了多长", ["8.6公里"]),
        ("修水管老百姓用不用掏钱", ["无需出资"]),
        ("改完以后漏水率降到多少", ["9%"]),
        ("旧水管是哪年埋的", ["1996"]),
        ("文昌桥为啥封了", ["桥面开裂"]),
        ("修桥的时候走路的打哪过", ["西侧便桥"]),
        ("修桥找谁问", ["4412208"]),
        ("桥上那边谁管事", ["褚建民"]),
        ("电影院哪天拆", ["6月10日"]),
        ("电影院拆了盖啥", ["文化中心"]),
        ("文化中心啥时候盖好", ["2025年10月"]),
        ("文化中心有多大", ["6800"]),
        ("电影院里做买卖的搬走一家给多少", ["8000元"]),
        ("电梯几时修好的", ["5月17日"]),
        ("救人花了多长时间", ["22分钟"]),
        ("有人伤着没", ["无人受伤"]),
        ("冷库花了多少钱", ["35万"]),
    ],
)
def test_spoken_words_find_what_is_printed_for_them(ask: Ask, question: str, words: list[str]) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer.answer
    assert all(word in answer.answer for word in words), answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "水管漏了谁赔",
        "电影院拆掉花多少钱",
        "电梯修了多少钱",
        "文昌桥哪年修的",
        "城西水表多少钱一块",
        "小区电梯谁装的",
    ],
)
def test_what_is_near_but_not_printed_is_refused(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status == "not_found", answer.answer
