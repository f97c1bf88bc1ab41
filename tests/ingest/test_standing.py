"""Where one article ends and the next begins, on pages that tell it by the place of a line alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.ingest.articles.layout import read_page
from index.library import Library

ANSWERED = """柳岸区民声回应　第12期
来源：柳岸区网络问政平台
2024年5月8日

旧楼外墙掉砖谁来修？区住建局：6月底前修完

网友“住五楼的人”问：我们楼外墙老掉砖，报了两回没人来，到底归谁管？

区住房和城乡建设局5月2日答复：该楼外墙维修已列入计划，预算7.2万元，6月底前完工。

学校门口太堵怎么办？区交警大队：设临时停车位40个

网友“接娃的爸爸”问：放学时校门口堵成一锅粥，能不能想想办法？

区交警大队5月3日答复：已在校门两侧划设临时停车位40个，每天16时至18时使用。

4月份办件情况通报

4月份，平台共受理诉求312件，办结301件。
"""

SECTIONS = """柳岸时讯
柳岸区融媒体中心出品｜2025.07.18 周五｜A2 城区

◆头条

十二条小街换新颜 “微改造”第二批全面进场

时讯记者 方小禾 实习生 安然

7月15日，柳岸区“微改造”第二批12条小街同日开工，投资1.6亿元。

◆任免

区人大常委会任免一批干部

区人大常委会会议7月11日决定：任命商小羽为柳岸区副区长。

◆身边人

摆渡人穆老海：一条船，三十年

今年54岁的穆老海是客渡船的船长，1994年起在这条航线上摆渡。
"""

GAZETTE = """青梨统计信息
青梨县统计局编印　2024年8月14日

青梨县1—7月主要指标

单位	产值（亿元）	增速（%）
城关镇	31.5	4.6
双桥乡	7.3	13.8
注：增速按可比口径计算。

工业稳中有进 投资冷热不均——前7个月经济简析

前7个月，全县规上工业企业完成总产值185.5亿元，同比增长7.2%。

（执笔：综合股 汤小怡）

县政府召开经济运行分析会

8月12日，县长樊远宏主持召开经济运行分析会。

双桥乡缘何跑在最前头

全县乡镇里，双桥乡的块头不大，速度却最快，线束产业园已入驻企业14家。

更正

本刊第6期“城关镇财政收入12375万元”应为13275万元，特此更正。
"""

COUNTED = """雁滩区便民公告栏
2024年9月第2期（9月13日发布）

┃公告一┃ 供热缴费开始

供热公司通告：热费自9月15日起收取。
1. 居民按建筑面积每平方米27元。

┃公告二┃ 9月18日部分区域计划停水

因阀门更换，定于9月18日停水。
（区水务集团　9月12日）

┃公告三┃ 公交线路调整

因道路改造，自9月16日起调整线路：
●11路：取消“老菜市”站。
"""

DIGEST = """【雁滩交通】微信公众号
2025-09-26 17:40　来源：雁滩县交通运输局　编辑：小橹
▼ 本期看点：大桥封顶|轮渡时刻|农村公路

一、雁滩长江大桥南主塔封顶啦

9月24日，雁滩长江大桥南主塔封顶，雁滩一侧的引桥同日完工。

二、白鹭洲等轮渡航线秋冬时刻表（10月1日起执行）

航线 | 首班 | 末班 | 票价
老街—北岸 | 6:00 | 21:00 | 3元
老街—沙咀 | 7:00 | 17:30 | 4元

三、10月8日起，这几条公交线有变化

为配合学校启用，6路公交车终点站由“老汽车站”延伸至“新院区”。
"""

CASES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        ANSWERED,
        (
            "旧楼外墙掉砖谁来修？区住建局：6月底前修完",
            "学校门口太堵怎么办？区交警大队：设临时停车位40个",
            "4月份办件情况通报",
        ),
    ),
    (
        SECTIONS,
        (
            "十二条小街换新颜 “微改造”第二批全面进场",
            "区人大常委会任免一批干部",
            "摆渡人穆老海：一条船，三十年",
        ),
    ),
    (
        GAZETTE,
        (
            "青梨县1—7月主要指标",
            "工业稳中有进 投资冷热不均——前7个月经济简析",
            "县政府召开经济运行分析会",
            "双桥乡缘何跑在最前头",
            "更正",
        ),
    ),
    (
        COUNTED,
        ("┃公告一┃ 供热缴费开始", "┃公告二┃ 9月18日部分区域计划停水", "┃公告三┃ 公交线路调整"),
    ),
    (
        DIGEST,
        (
            "雁滩长江大桥南主塔封顶啦",
            "白鹭洲等轮渡航线秋冬时刻表（10月1日起执行）",
            "10月8日起，这几条公交线有变化",
        ),
    ),
)


@pytest.mark.parametrize(("page", "headlines"), CASES)
def test_headlines_that_stand_alone_begin_articles(page: str, headlines: tuple[str, ...]) -> None:
    assert tuple(article.headlines[0] for article in read_page(page, "page.txt") if article.headlines) == headlines


def test_sections_of_one_article_do_not_begin_others() -> None:
    page = """关于加强秋季防火的通知

发布时间：2024-10-08 来源：青梨县人民政府

一、明确各级各部门的防火责任

各乡镇主要负责人是第一责任人。

二、严格管控林区的野外用火

林区内禁止一切野外用火。

三、做好应急队伍的值班备勤

专业队伍24小时备勤。
"""
    assert len(read_page(page, "page.txt")) == 1


def test_a_correction_behind_its_name_in_brackets_is_an_article() -> None:
    page = """雁滩区公交新线开通

本报讯（记者 方小禾）10月9日，雁滩区开通公交新线2条。

【更正】本报10月8日第2版文中“4.7万亩”应为“4.1万亩”，特此更正。
"""
    assert [article.headlines for article in read_page(page, "page.txt")] == [("雁滩区公交新线开通",), ("【更正】",)]


def test_the_area_of_the_office_above_a_page_is_that_of_all_its_articles() -> None:
    assert {article.district for article in read_page(DIGEST, "page.txt")} == {"雁滩县"}


def test_rows_divided_by_strokes_are_a_table() -> None:
    page = """柳岸区民生实事票决

代表们投票选出3件实事，得票多少如下：

序号 / 项目 / 目标 / 牵头单位
1 / 加装电梯 / 开工120台，建成90台 / 区住建局
2 / 社区食堂 / 新建16家 / 区民政局
3 / 午睡工程 / 配置课桌椅2.3万套 / 区教育局
"""
    (article,) = read_page(page, "page.txt")
    (table,) = article.tables
    assert len(table.rows) == 3


def test_a_table_behind_an_article_names_the_article_among_its_headlines(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "柳岸区三季度项目集中签约\n\n本报讯 9月19日，柳岸区举行三季度项目集中签约仪式，签约项目2个。\n\n"
        "附：三季度集中签约项目一览表\n序号|项目名称|投资方|总投资（亿元）\n1|石英砂深加工项目|江西璞光公司|12.5\n"
        "2|竹缠绕管廊项目|浙江筠水公司|8.2\n\n",
        encoding="utf-8",
    )
    with Library.open(tmp_path / "x.db", create=True) as library:
        library.add([page])
        answer = library.ask("竹缠绕管廊项目是谁投资的")
    assert "浙江筠水公司" in answer.answer
    assert {"附：三季度集中签约项目一览表", "柳岸区三季度项目集中签约"} <= set(answer.sources[0].headlines)
