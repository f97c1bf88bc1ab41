"""Pages of short pieces: where one ends and the next begins though nobody signs and no lead stands below a headline."""

from __future__ import annotations

import pytest

from index.ingest.articles.layout import read_page

SERVICE = """栗川新闻 民生
2024年8月9日 星期五 第3版

路灯坏了怎么报

县城管局开通微信报修，拍照上传后24小时内派人。城区现有路灯1.2万盏，上半年更换灯头860个。

报修电话：5101234

家长课堂开讲

县妇联请来3位心理老师，每周六上午在少年宫讲课，每场60个座位，先到先得。

台风过后查查棚

县蔬菜站高级农艺师支招

一是扶正棚架，二是补好棚膜，三是开沟排水，沟深不少于30厘米。

气象服务

7月份，全县平均降雨量96毫米，比常年偏少两成，平均气温28.6℃。

明后三天（县气象台8月8日17时发布）
9日 晴 26～35℃ 南风2级
10日 多云 26～34℃ 南风3级
11日 雷阵雨 25～32℃ 东风3级
请注意防暑。
"""

BOARD = """柏树村村务公开
2024年第二季度（7月5日张贴）

集体收入
堰塘租金2.4万元
门面租金1.8万元
合计4.2万元

义务护河队名单
队长：罗大山
队员：向小波、秦有田

晒场加宽
村部门前晒场6月20日完工，加宽到800平方米，花费4.6万元，其中乡里补助3万元。

水价降了
7月1日起，每吨由3元降到2.6元，欠费的请在20日前补交。
"""

SIGNED = """松林社区公示栏
二〇二四年第九期

关于疏通下水管道的通知
各位居民：
定于9月6日9时至11时疏通3号楼管道，请暂停用水。
松林社区服务站
2024年9月3日

理发店歇业三天
9月10日至12日内部装修，13日照常开门，老人理发仍为8元。
惠民理发店
9月4日

电动车充电安全提示
——致骑电动车的居民
一是不进楼道充电；二是不用旧电池；三是充满就拔。值班电话：5208119。

八月好邻居
孟桂兰 2号楼 照看独居老人三年
向有财 5号楼 义务修车百余次
鲁小满 9号楼 捡到钱包送还失主

免费修伞
9月14日上午，志愿者在广场修伞、磨刀，每户限两件。
"""

NUMBERED_SERIES = """云坪县简讯（第18期）
县委办公室编　2024年5月17日

早稻栽插过九成
截至5月15日，全县栽插早稻8.6万亩，占计划的93%，其中机插5.1万亩。
乡村医生补贴提高
全县乡村医生补贴由每月800元提高到1000元，惠及村医312人。
两座便民桥合龙
溪口桥、石门桥5月12日合龙，共投资620万元。
粮站收购点增加
全县收购点由9个增加到13个，日收购能力380吨。
"""

FEATURE = """槐溪日报 综合
2024年4月12日 星期五 第2版

桥头老街活起来

清晨六点，槐溪县桥头老街的豆腐坊飘出热气，七十岁的贺满仓已经磨完了第三桶豆子。

老店回来了

在外打工的年轻人陆续回街，有人接过了父亲的秤杆。

游客多了

“一天能卖四百碗。”米粉店老板娘笑着说，店里添了六张桌子。

文化站周末放电影

县文化馆本月起每周六19时在老街广场放映露天电影，共安排12场，免费观看。咨询电话：5601188。

渡口本月停航检修

石门渡口4月15日至30日停航，检修渡船2艘，过河可绕行1.2公里外的槐溪大桥。

幼儿园报名5月10日开始

县城6所公办幼儿园5月10日至15日报名，计划招生840人，每月保教费360元。
"""


def headlines(page: str) -> list[tuple[str, ...]]:
    """The headlines of the articles of a page."""
    return [article.headlines for article in read_page(page, "page.txt") if article.kind != "other"]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (
            SERVICE,
            [
                ("路灯坏了怎么报",),
                ("家长课堂开讲",),
                ("台风过后查查棚", "县蔬菜站高级农艺师支招"),
                ("气象服务",),
                ("明后三天（县气象台8月8日17时发布）",),
            ],
        ),
        (BOARD, [("集体收入",), ("义务护河队名单",), ("晒场加宽",), ("水价降了",)]),
        (
            SIGNED,
            [
                ("关于疏通下水管道的通知",),
                ("理发店歇业三天",),
                ("电动车充电安全提示", "——致骑电动车的居民"),
                ("八月好邻居",),
                ("免费修伞",),
            ],
        ),
        (NUMBERED_SERIES, [("早稻栽插过九成",), ("乡村医生补贴提高",), ("两座便民桥合龙",), ("粮站收购点增加",)]),
        (FEATURE, [("桥头老街活起来",), ("文化站周末放电影",), ("渡口本月停航检修",), ("幼儿园报名5月10日开始",)]),
    ],
)
def test_every_short_piece_is_an_article(page: str, expected: list[tuple[str, ...]]) -> None:
    assert headlines(page) == expected


def test_rows_of_forecast_are_no_headline() -> None:
    article = read_page(SERVICE, "page.txt")[-1]
    rows = [block.text.text for block in article.blocks if block.role == "paragraph"]
    assert "9日 晴 26～35℃ 南风2级" in rows and rows[-1] == "请注意防暑。"


def test_who_signs_a_short_notice_need_be_no_office() -> None:
    article = next(one for one in read_page(SIGNED, "page.txt") if one.headlines == ("理发店歇业三天",))
    assert [block.text.text for block in article.blocks if block.role == "signature"] == ["惠民理发店", "9月4日"]


def test_figures_below_a_headline_are_rows() -> None:
    page = """一季度数字\n\n□罗小川\n\n地区生产总值 96.3亿元 增长5.2%\n工业增加值 增长6.4%
固定资产投资 增长8.1% 全市第3\n出口总额 4.2亿元 下降3.3%\n\n数字背后是项目。全县开工项目31个。\n"""
    article = read_page(page, "page.txt")[0]
    assert article.headlines == ("一季度数字",)
    assert "工业增加值 增长6.4%" in [block.text.text for block in article.blocks if block.role == "paragraph"]


def test_the_head_of_a_table_broken_over_lines_is_no_headline() -> None:
    page = """三个园区齐增长\n\n本报讯（记者 罗小川）前三季度，三个园区产值增长8.2%。\n
园区名称 企业数\n（家）\n总产值\n（亿元） 同比 主导产业\n北坪产业园 31 88.2 7.5% 农机、工具
东河产业园 22 61.4 9.1% 茶叶、竹器\n西岭产业园 18 40.7 8.8% 药材、饮料\n
北坪产业园今年开工项目9个。\n"""
    assert headlines(page) == [("三个园区齐增长",)]
