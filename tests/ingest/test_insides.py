"""What stands inside an article and what stands around it: menus of headlines, tables between sections."""

from __future__ import annotations

from index.ingest.articles.layout import read_page

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

REPORT = """溪原区人民政府 > 公开目录 > 财政
索引号 XY-0412-2025-0008　发布机构：溪原区财政局　2025年1月20日

关于溪原区2024年财政预算执行情况的报告（摘登）
——2025年1月18日在区第五届人民代表大会第四次会议上
区财政局局长　方　衡

各位代表：

受区人民政府委托，现将2024年财政预算执行情况报告如下，请予审议。

一、2024年全区收入完成情况

全区一般公共预算收入完成21.4亿元，增长4.2%。

二、2024年全区支出完成情况

全区一般公共预算支出40.6亿元，增长3.1%。

三、2025年财政预算的安排

2025年一般公共预算收入预期22.3亿元。

溪原区2024年实事办得怎么样

区政府督查室1月12日公布：年初承诺的6件实事全部办结。

财政“小词典”

“三保”：指保基本民生、保工资、保运转。
"""

DIGEST = """溪原发布
2025年6月12日 17:30　溪原区融媒体中心　编辑：小竹

这周的消息有点多，小编给您归拢好了～

①芦苇路沿线6月15日停水

因主管迁改，区水务公司定于6月15日22:00至6月16日6:00停水。

②溪原区公开招聘网格员30名

经区委社会工作部研究，面向社会公开招聘30名网格员，岗位如下：
报名时间6月20日至24日，登录溪原人才网。

③婚姻登记处搬到湿地公园

6月20日起，区婚姻登记处搬到湿地公园西门办公。
"""


def test_the_numbered_sections_of_a_report_are_inside_it_and_what_has_no_number_is_another_text() -> None:
    articles = read_page(REPORT, "page.txt")
    assert [article.headlines[0] for article in articles] == [
        "关于溪原区2024年财政预算执行情况的报告（摘登）",
        "溪原区2024年实事办得怎么样",
        "财政“小词典”",
    ]
    assert "三、2025年财政预算的安排" in articles[0].text


def test_an_item_of_a_digest_may_open_with_a_sentence_that_announces_a_list() -> None:
    articles = read_page(DIGEST, "page.txt")
    assert [article.headlines[0] for article in articles] == [
        "芦苇路沿线6月15日停水",
        "溪原区公开招聘网格员30名",
        "婚姻登记处搬到湿地公园",
    ]


def test_who_edits_below_the_date_of_a_page_is_no_headline() -> None:
    page = "溪原周末　第88期\n2024年8月16日（星期五）　溪原县委宣传部主办\n法治·人物　二版连读　主编 荆 楠\n\n网购不见效 法院判退一赔十\n\n通讯员 祁 放\n\n8月9日，县法院判决卖家退还货款。\n"
    (article,) = read_page(page, "page.txt")
    assert article.headlines == ("网购不见效 法院判退一赔十",)


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


WEEKLY = """榆川县农业信息 周刊
二〇二四年第21期 （5月20日—5月26日） 榆川县农业农村局编

本周菜价：叶菜降、豆角涨

本周，县价格监测中心对三家市场的16种农产品采价，蔬菜批发均价每公斤3.86元。

榆川县主要农产品批发价格表（单位：元/公斤）
品种\t本周\t上周\t市场
菠菜\t2.40\t2.90\t城东批发市场
豆角\t5.60\t5.10\t城东批发市场

分析员路遥解释，菠菜走低是因为露地菜集中上市。

柳坪乡枇杷开园 首日卖出12吨

本刊讯（记者 方圆）5月23日，柳坪乡枇杷开园，首日销售枇杷12吨。
"""

MEETING = """榆川县人民政府网 > 政务公开
发布日期：2024-01-15　来源：县政府办公室

榆川县人大会议开幕

1月12日上午，榆川县第十届人民代表大会第三次会议开幕，县长连城作工作报告。

政府工作报告（摘要）

——2024年1月12日在榆川县第十届人民代表大会第三次会议上

县长　连城

一、2023年工作回顾

过去一年，财政收入完成9.6亿元，增长5.1%。

代表团分组审议

代表们说，去年全县开通公交12条，比前一年多3条，群众出行方便多了。
"""

POSTED = """榆川县公共资源交易中心
第2024-08期　2024年4月12日发布

榆川县国有建设用地使用权挂牌出让公告

县自然资源局决定挂牌出让2宗土地，现公告如下：

一、申请人可于4月15日至5月10日报名。
联系人：卢女士　电话：7731204

3月份土地成交结果公示

地块编号 | 用途 | 成交价（万元） | 竞得人
YC2024-02 | 住宅 | 6120 | 恒昌置业公司
YC2024-03 | 工业 | 980 | 新锐机电公司

2024年第一批公租房配租公示

经街道初审、县住房保障中心复核，本批共有96户家庭符合条件，可供分配房源40套。
"""

WRITTEN = """榆川日报
2024年3月6日　A2版

三家老厂的新账本

全县三家老厂去年产值合计21亿元。

永固阀门：一把锉刀磨出的专利

本报记者 严朴

永固阀门公司年产阀门60万套，产品销往12个国家。

青禾食品：冷库里的菜园子

本报记者 姚可

青禾食品公司每年加工蔬菜3万吨，去年产值4.2亿元。

记者手记：设备更新有补贴

今年县里拿出2000万元，按设备投资额的10%给予支持。
"""


def test_the_day_above_the_first_headline_is_that_of_the_whole_page() -> None:
    weekly, report = read_page(WEEKLY, "page.txt"), read_page(MEETING, "page.txt")
    assert {article.issue_date for article in weekly} == {"2024-05-26"}
    assert {article.issue_date for article in report} == {"2024-01-15"}


def test_a_day_below_the_first_headline_is_of_its_article_alone() -> None:
    first, second, _ = read_page(MENU, "page.txt")
    assert (first.issue_date, second.issue_date) == ("2024-03-20", "2024-04-22")


def test_a_table_with_running_text_above_and_below_is_inside_the_article() -> None:
    first, second = read_page(WEEKLY, "page.txt")
    assert first.headlines == ("本周菜价：叶菜降、豆角涨",) and "分析员路遥" in first.text
    assert len(first.tables) == 1 and second.headlines == ("柳坪乡枇杷开园 首日卖出12吨",)


def test_a_report_with_its_meeting_and_who_gave_it_below_begins_an_article() -> None:
    titles = [article.headlines[0] for article in read_page(MEETING, "page.txt")]
    assert titles[:2] == ["榆川县人大会议开幕", "政府工作报告（摘要）"]


def test_notices_one_below_the_other_are_articles() -> None:
    assert [article.headlines[-1] for article in read_page(POSTED, "page.txt")] == [
        "榆川县国有建设用地使用权挂牌出让公告",
        "3月份土地成交结果公示",
        "2024年第一批公租房配租公示",
    ]


def test_lines_above_bylines_show_how_headlines_look_on_a_page() -> None:
    assert [article.headlines[0] for article in read_page(WRITTEN, "page.txt")] == [
        "三家老厂的新账本",
        "永固阀门：一把锉刀磨出的专利",
        "青禾食品：冷库里的菜园子",
        "记者手记：设备更新有补贴",
    ]
