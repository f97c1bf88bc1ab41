"""What stands inside an article and what stands around it: menus of headlines, tables between sections."""

from __future__ import annotations

from index.ingest.layout import read_page

MENU = """您当前的位置：首页 > 政务公开 > 统计信息
榆川县2023年统计公报 | 榆川县2024年一季度经济运行情况 | 榆川县平均工资公布

榆川县2023年统计公报[1]
发布日期：2024-03-20 来源：县统计局

一、综合
初步核算，2023年全县实现地区生产总值[2]186.4亿元，比上年增长5.2%。年末常住人口46.3万人。

榆川县2024年一季度经济运行情况
发布日期：2024-04-22 来源：县统计局

4月21日，县统计局通报一季度经济运行情况，全县实现地区生产总值43.1亿元，增长5.9%。

榆川县平均工资公布
发布日期：2024-06-05 来源：县统计局

2023年全县城镇非私营单位就业人员年平均工资71208元，比上年增加2960元。
"""

TABLE_INSIDE = """榆川县人民政府办公室
关于2024年民生实事进展情况的通报
榆政办通〔2024〕21号
各镇人民政府：
9月2日至5日，县政府督查室对民生实事进行了督查，现将有关情况通报如下。
一、总体情况
四件实事计划总投资2.1亿元，截至8月底已完成1.5亿元。
表1 民生实事进度一览表（截至8月31日）
序号
事项
牵头单位
年度目标
已完成
1
新建改建农村公路
县交通运输局
60公里
52公里
2
既有住宅加装电梯
县住建局
20部
8部
二、存在问题
一是加装电梯推进慢。已受理申请31部，有12部至今未开工。
三、下步要求
各牵头单位要在9月20日前将赶工计划报县政府督查室。
榆川县人民政府办公室
2024年9月8日
"""


def test_a_menu_of_the_headlines_of_a_page_is_no_headline() -> None:
    articles = read_page(MENU, "page.txt")
    assert [article.headlines[0].split("[")[0] for article in articles] == [
        "榆川县2023年统计公报",
        "榆川县2024年一季度经济运行情况",
        "榆川县平均工资公布",
    ]


def test_a_table_between_two_sections_is_inside_the_article() -> None:
    (article,) = read_page(TABLE_INSIDE, "page.txt")
    (table,) = article.tables
    assert [row.cells[1].text.text for row in table.rows] == ["新建改建农村公路", "既有住宅加装电梯"]
    assert "二、存在问题" in article.text and article.date == "2024-09-08"
