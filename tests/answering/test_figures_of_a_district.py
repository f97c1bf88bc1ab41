"""Figures of a district's economy: tables of one measure, reports of the year before, what rose, whose figure it is."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

TABLE = """松原区简报
2024年9月12日 第88期

松原区1—8月各镇重点指标通报

本报讯 1—8月，全区工业投资完成52.6亿元。各镇情况如下：

表1 工业投资（单位：亿元）
单位 全年目标 8月完成 1—8月累计 完成率（%） 同比增长（%）
西桥镇 20.0 1.4 15.2 76.0 8.3
南浦镇 31.0 2.2 20.8 67.1 5.2
北岭镇 24.0 1.9 16.6 69.2 -3.1

表2 工业总产值（单位：亿元）
单位 1—8月累计 去年同期 同比增长（%） 排名
西桥镇 61.5 57.0 7.9 2
南浦镇 83.4 78.1 6.8 1
北岭镇 40.2 42.6 -5.6 3
"""
REPORT = """柏川县2023年国民经济和社会发展统计公报

柏川县统计局
2024年3月21日

● 全年地区生产总值246.3亿元，比上年增长5.1%。
● 全年粮食播种面积48.6万亩，比上年增加0.6万亩；粮食总产量21.4万吨，增产1.2%。其中夏粮7.9万吨，秋粮13.5万吨。
● 年末生猪存栏18.2万头，出栏27.5万头，分别下降3.4%和增长1.9%。
● 年末常住人口城镇化率54.3%。
● 年末各项贷款余额198.7亿元，比年初增加14.6亿元。
"""
NEWS = """云阳县报
2024年7月22日 第2版

上半年全县经济运行平稳

本报讯（记者 方卉）上半年，全县实现地区生产总值132.8亿元，增长5.6%，高于全市0.4个百分点。进出口总额24.5亿元，下降2.7%，其中出口20.1亿元，增长3.3%。一般公共预算收入9.4亿元，完成年初预算的52.6%，增长4.4%，其中税收收入6.8亿元，占比72.3%。下半年确保新开工亿元项目18个。

今年1—6月，全县旅游收入7.62亿元，比去年同期增收0.42亿元。

分乡镇看，前河镇、后山镇、石畔乡分别完成财政收入2.1亿元、1.6亿元和3860万元，增幅依次为6.2%、11.5%、-4.3%。

6月份物价平稳

本报讯 6月份，全县居民消费价格同比上涨0.5%，环比下降0.2%。食品中，鲜菜价格上涨9.4%，鸡蛋价格下降3.1%。

夏粮收购有序

本报讯 全县小麦收获面积19.4万亩，大麦3.2万亩。目前已收购小麦5.1万吨，平均收购价每斤1.19元。

养老保险扩面

本报讯 全县城乡居民基本养老保险参保17.3万人，参保率97.8%。
"""


@pytest.fixture(scope="module")
def of_table(about: About) -> Ask:
    return about(TABLE)


@pytest.fixture(scope="module")
def of_report(about: About) -> Ask:
    return about(REPORT)


@pytest.fixture(scope="module")
def of_news(about: About) -> Ask:
    return about(NEWS)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("西桥镇8月份投了多少", "1.4亿元"),
        ("西桥镇前八个月投了多少", "15.2亿元"),
        ("西桥镇投资任务是多少", "20.0亿元"),
        ("南浦镇工业产值多少", "83.4亿元"),
        ("南浦镇工业产值去年是多少", "78.1亿元"),
        ("西桥镇产值比去年多多少", "4.5亿元"),
        ("南浦镇还差多少投资没完成", "10.2亿元"),
        ("哪个镇投资完成得最好", "西桥镇"),
        ("8月份哪里投得最多", "南浦镇（2.2亿元）"),
        ("工业产值排第一的是谁", "南浦镇"),
        ("哪里的投资比去年少了", "北岭镇"),
    ],
)
def test_a_table_of_one_measure_is_read_by_its_caption(of_table: Ask, question: str, said: str) -> None:
    answer = of_table(question)
    assert answer.status == "answered", answer.answer
    assert said in answer.answer


def test_a_fall_in_the_only_column_of_growth_is_no_rise(of_table: Ask) -> None:
    assert of_table("北岭镇投资增长了吗").answer.startswith("没有")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("柏川县去年GDP多少", "246.3亿元"),
        ("去年粮食打了多少", "21.4万吨"),
        ("秋粮收了多少", "13.5万吨"),
        ("猪卖了多少头", "27.5万头"),
        ("住在城里的人占多少", "54.3%"),
        ("贷款一年增加了多少", "14.6亿元"),
    ],
)
def test_a_report_of_the_year_before_tells_of_last_year(of_report: Ask, question: str, said: str) -> None:
    answer = of_report(question)
    assert answer.status == "answered", answer.answer
    assert said in answer.answer


@pytest.mark.parametrize("question", ["今年GDP多少", "2022年GDP多少"])
def test_it_tells_nothing_of_other_years(of_report: Ask, question: str) -> None:
    assert of_report(question).status == "not_found"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("预算收入全年任务完成了百分之几", "52.6%"),
        ("去年上半年旅游收入多少", "7.2亿元"),
        ("后山镇财政收了多少", "1.6亿元"),
        ("三个乡镇谁涨得最快", "后山镇"),
        ("6月菜价涨了多少", "9.4%"),
        ("多少人交了养老保险", "17.3万人"),
    ],
)
def test_everyday_words_ask_for_measures(of_news: Ask, question: str, said: str) -> None:
    answer = of_news(question)
    assert answer.status == "answered", answer.answer
    assert said in answer.answer


@pytest.mark.parametrize(
    ("question", "rose", "said"),
    [
        ("外贸增长了吗", False, "下降2.7%"),
        ("出口增长了吗", True, "增长3.3%"),
        ("石畔乡增长了没有", False, "-4.3%"),
        ("物价涨了吗", True, "0.5%"),
        ("物价比上个月涨了吗", False, "0.2%"),
    ],
)
def test_what_rose_is_told_by_the_change_of_just_that(of_news: Ask, question: str, rose: bool, said: str) -> None:
    answer = of_news(question)
    assert answer.answer.startswith("是") == rose, answer.answer
    assert said in answer.answer


@pytest.mark.parametrize("question", ["税收增长了吗", "全市GDP总共多少", "新开工了几个亿元项目", "大麦收购价多少"])
def test_the_figure_of_another_measure_area_or_aim_is_none(of_news: Ask, question: str) -> None:
    assert of_news(question).status == "not_found"


BRIEF = """临泉区投资与民生运行通报
临泉区统计局 2024年5月20日

1—4月，全区180个重点项目完成投资52.4亿元；已开工131个，其中新建项目96个开工58个，续建项目84个全部复工。到位外资1.2亿美元，完成全年任务的38.5%。

分行业看，精密电子、机械制造、木材加工三大主导产业产值分别为312亿元、184亿元和97亿元。一般公共预算支出86.5亿元，其中民生支出占比达到80.0%。

截至4月底，全区规上企业用工3.15万人，缺工2100人。

医保基金收入21.6亿元，支出18.9亿元。农村居民人均可支配收入9120元，人均生活消费支出6340元。村级集体经济经营性收入100万元以上的村占31.7%，20万元以下的村减少到17个。

表1 民营企业税收（单位：万元）
单位 税收 税收增幅（%）
东桥镇 8420 4.6
西坝镇 7150 -2.9
南屏镇 6380 -6.3
"""


@pytest.fixture(scope="module")
def of_brief(about: About) -> Ask:
    return about(BRIEF)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("还有几个项目没开工", "49个"),
        ("新建项目还有几个没开工", "38个"),
        ("外资任务完成多少了", "38.5%"),
        ("木材加工产值有多少", "97亿元"),
        ("民生支出花了多少亿", "69.2亿元"),
        ("厂里缺多少人", "2100人"),
        ("医保基金花了多少", "18.9亿元"),
        ("农民花了多少", "6340元"),
        ("百万以上的村占多少", "31.7%"),
        ("哪个镇税收降得最多", "南屏镇（-6.3%）"),
    ],
)
def test_the_figure_is_that_of_the_asked_part_rate_or_side(of_brief: Ask, question: str, said: str) -> None:
    answer = of_brief(question)
    assert answer.status == "answered", answer.answer
    assert said in answer.answer


def test_all_of_the_named_part_are_done(of_brief: Ask) -> None:
    assert of_brief("续建项目都复工了吗").answer.startswith("是")
    assert of_brief("新建项目都开工了吗").answer.startswith("没有")


def test_a_circular_is_headed_by_its_name(of_brief: Ask) -> None:
    assert of_brief("厂里缺多少人").sources[0].title == "临泉区投资与民生运行通报"
