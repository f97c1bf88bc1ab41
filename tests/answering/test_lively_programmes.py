"""Programmes told in lively words: rounds counted in 波次 or 茬, groups described or bulleted, projects on cards."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

TIDES = """临涛日报
2025年6月11日　星期三　第05版
责编：田 禾

把准潮汐抢进度

临涛区第三波次“赶海”项目扬帆 20个项目总投资140.5亿元

本报讯（记者 牧 青）6月10日，临涛区第三波次“赶海”项目推进活动在北港码头举行，区长连海平主持。

记者了解到，第三波次一共20个项目，总投资140.5亿元。其中，图纸刚铺开的“待启航”项目6个，总投资39.2亿元；机器正轰鸣的“正远航”项目9个，总投资72.6亿元；已经见到收成的“已返航”项目5个，总投资28.7亿元。
第二波次“赶海”14个项目，总投资88.3亿元，截至5月底已开工12个。第四波次正在摸排，目前已排出意向项目8个。

附：第三波次“赶海”部分重点项目表（投资单位：万元）
序号|项目名称|船队|业主单位|地点|总投资
1|北港冷链物流园|待启航|海冻物流公司|北港镇|62000
2|蓝帆渔网智造基地|正远航|蓝帆绳网公司|沙角镇|38500
3|区实验幼儿园南校区|已返航|区教育局|城中街道|7600
"""

CARDS = """茶岭融媒
2024年5月8日 17:20 发表于 茶岭县融媒体中心

锣鼓一敲，好戏开场！茶岭县第八批“三转”项目来了

今天（5月8日）上午，茶岭县第八批“三转”项目集中推进活动在茶香广场举行，县委书记原立群宣布启动。

第八批共有项目16个，计划总投资25.5亿元——
▶ 洽谈转签约：6个，9.4亿元
▶ 签约转开工：7个，11.3亿元
▶ 开工转投产：3个，4.8亿元

瞧瞧都有哪些大块头👇

1. 云顶抹茶精制厂（洽谈转签约）
投资方：云顶茶业集团
投资额：2.3亿元
落户地：云顶镇
看点：年产抹茶600吨

2. 竹浆环保餐盒项目（签约转开工）
投资方：青竹纸品公司
投资额：3.7亿元
落户地：县工业园
看点：年产餐盒2.1万吨，计划2025年9月竣工

前七批“三转”项目累计112个，总投资203亿元。
"""

PUBLIC = """禾川县“暖心”项目第二期进展公示
（截至2024年8月31日）

第二期共安排项目27项，概算总投资64200万元。其中，已建成移交11项，投资20100万元；正在施工10项，投资31600万元；尚在办理前期手续6项，投资12500万元。
第一期19项已全部建成移交。

禾川县民生办
2024年9月3日
"""

WRAPPED = """桐坪报
2023年12月8日 星期五 总第1801期

人勤地不懒 冬闲变冬忙

桐坪县第四轮“百日会战”擂鼓 36个项目总投资61.4亿元

本报讯 12月6日，桐坪县第四轮“百日会
战”在县工业园擂鼓。县委书记祝明远
讲话，县长简素云发布清单。

本轮会战共铺排项目36个，总投资61.4
亿元。分三路推进：续建项目15个，总
投资28.9亿元；新开项目13个，总投资
22.3亿元；预备项目8个，总投资10.2亿
元。

上一轮会战的答卷是：33个项目完成投
资17.2亿元，其中竣工12个。
"""


@pytest.fixture(scope="module")
def pages(about: About) -> dict[str, Ask]:
    return {"tides": about(TIDES), "cards": about(CARDS), "public": about(PUBLIC), "wrapped": about(WRAPPED)}


@pytest.mark.parametrize(
    ("page", "question", "holds"),
    [
        ("tides", "第三波次赶海有几个项目", "20个"),
        ("tides", "第三波次待启航的有几个", "6个"),
        ("tides", "正远航的项目一共投多少钱", "72.6亿元"),
        ("tides", "第二波次赶海多少个项目", "14个"),
        ("tides", "第二波和第三波加起来多少个项目", "34个"),
        ("tides", "待启航、正远航、已返航哪类项目最多", "正远航"),
        ("tides", "28.7亿是哪一类的投资", "已返航"),
        ("cards", "第八批三转一共多少个项目", "16个"),
        ("cards", "第八批签约转开工投了多少", "11.3亿元"),
        ("cards", "第八批三类里头哪类项目最多", "签约转开工"),
        ("cards", "竹浆餐盒项目谁投的", "青竹纸品公司"),
        ("cards", "云顶抹茶厂投资多少", "2.3亿元"),
        ("cards", "云顶抹茶精制厂落在哪", "云顶镇"),
        ("public", "第二期已建成移交的有多少项", "11"),
        ("public", "第二期正在施工的投资多少", "3.16亿元"),
        ("public", "第一期多少项", "19"),
        ("wrapped", "第四轮会战有多少个项目", "36个"),
        ("wrapped", "新开项目总投资多少", "22.3亿元"),
        ("wrapped", "预备项目几个", "8个"),
        ("wrapped", "第三轮会战多少个项目", "33个"),
    ],
)
def test_rounds_and_groups_are_read_as_the_page_names_them(
    pages: dict[str, Ask], page: str, question: str, holds: str
) -> None:
    """Counts, sums and owners of the round and the group that was asked for."""
    answer = pages[page](question)
    assert answer.status in ("answered", "corrected")
    assert holds in answer.answer


@pytest.mark.parametrize(
    ("page", "question"),
    [
        ("tides", "第四波次赶海总投资多少"),
        ("tides", "第五波次赶海有几个项目"),
        ("tides", "第一波次总投资多少"),
        ("cards", "第九批三转多少个项目"),
        ("cards", "云顶抹茶精制厂占地多少亩"),
        ("cards", "开工转投产的3个项目分别是哪些"),
        ("public", "第三期总投资多少"),
        ("wrapped", "第三轮会战总投资多少"),
        ("wrapped", "第五轮会战多少个项目"),
    ],
)
def test_other_rounds_and_what_no_card_says_are_refused(pages: dict[str, Ask], page: str, question: str) -> None:
    """A round that is not printed, or a figure that its own lines do not give, has no answer."""
    assert pages[page](question).status == "not_found"
