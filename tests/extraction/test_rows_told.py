"""Projects and groups as progress reports tell of them: items, lists in passing, parts, what is only wished."""

from __future__ import annotations

import pytest

from index.extraction import extract
from index.records import Batch, Extraction, ProjectRow
from tests.extraction.pages import article_of


def read(*lines: str, headline: str = "澄河区重点项目进展") -> Extraction:
    return extract(article_of("\n".join(lines), headlines=(headline,)))


def rows(*lines: str, headline: str = "澄河区重点项目进展") -> dict[str, ProjectRow]:
    return {row.name: row for row in read(*lines, headline=headline).projects}


def stated(*lines: str, headline: str = "澄河区重点项目进展") -> list[Batch]:
    return list(read(*lines, headline=headline).batches)


def amounts(row: ProjectRow) -> dict[str, tuple[float, str]]:
    return {one.kind: (one.value, one.unit + one.currency) for one in row.investments}


def test_items_of_a_list_are_projects_whatever_they_end_in() -> None:
    found = rows(
        "代表性项目：①华岳轴承扩能项目，本地企业投建，协议引资2.4亿元，5月7日签约；②柳湾对虾良种繁育场，总投资7600万元；"
        "③北岭渔港一期，累计完成3.1亿元。"
    )
    assert set(found) == {"华岳轴承扩能项目", "柳湾对虾良种繁育场", "北岭渔港一期"}
    assert amounts(found["柳湾对虾良种繁育场"]) == {"总投资": (7600.0, "万元")}
    assert amounts(found["北岭渔港一期"]) == {"累计完成投资": (3.1, "亿元")}


def test_bullets_begin_projects_even_within_a_line() -> None:
    found = rows("●柳湾光伏项目　总投资6.8亿元。责任单位：区能源局●云舟冷库工程　总投资1.2亿元。责任单位：区商务局")
    assert amounts(found["柳湾光伏项目"]) == {"总投资": (6.8, "亿元")}
    assert amounts(found["云舟冷库工程"]) == {"总投资": (1.2, "亿元")}


def test_what_heads_a_sentence_and_costs_that_much_is_a_project() -> None:
    found = rows("柳北高速公路澄河段，总投资41.5亿元，年度计划投资9亿元，1至8月完成投资6.2亿元。")
    assert amounts(found["柳北高速公路澄河段"]) == {
        "总投资": (41.5, "亿元"), "年度计划投资": (9.0, "亿元"), "完成投资": (6.2, "亿元"),
    }  # fmt: skip


def test_lines_below_a_bulleted_name_tell_of_it() -> None:
    found = rows("📍柳湾会展中心", "项目总投资9.6亿元，预计明年6月投用。", "📍云舟大道快速化改造", "全长6.2公里，总投资7.3亿元。")
    assert amounts(found["柳湾会展中心"]) == {"总投资": (9.6, "亿元")}
    assert amounts(found["云舟大道快速化改造"]) == {"总投资": (7.3, "亿元")}


def test_what_has_come_is_a_project_where_the_next_sentence_tells_what_it_costs() -> None:
    found = rows("4月2日上午，区人民医院门诊楼顺利封顶。项目总投资3.4亿元，设床位420张。")
    assert amounts(found["区人民医院门诊楼"]) == {"总投资": (3.4, "亿元")}
    assert rows("4月2日上午，区人民医院门诊楼顺利封顶。职工纷纷合影。") == {}


def test_a_project_is_taken_up_again_by_its_last_noun() -> None:
    found = rows("3月6日，横跨柳河的同心桥建成通车。大桥全长512米，总投资8600万元。", "柳湾大道隧道通车。隧道全长1.3公里，总投资4.9亿元。")
    assert amounts(found["同心桥"]) == {"总投资": (8600.0, "万元")}
    assert amounts(found["柳湾大道隧道"]) == {"总投资": (4.9, "亿元")}


def test_projects_told_of_among_those_of_a_group_are_of_its_stage() -> None:
    found = rows(
        "柳湾县第四批“五个一批”项目共22个，签约一批项目12个，总投资30亿元；开工一批项目10个，总投资25亿元。",
        "签约一批中，云锐车桥项目总投资8亿元；柳禾发酵项目总投资3亿元。开工一批中，北岭电池回收基地项目总投资6亿元。",
    )
    stages = {name: row.stage for name, row in found.items()}
    assert stages == {"云锐车桥项目": "签约", "柳禾发酵项目": "签约", "北岭电池回收基地项目": "开工"}


def test_words_in_front_tell_the_stage() -> None:
    found = rows("新开工的云舟船用齿轮项目总投资8亿元。竣工的有柳湾药物中试基地和云舟冷链物流港二期，总投资分别为5亿元和3亿元。")
    assert {name: row.stage for name, row in found.items()} == {
        "云舟船用齿轮项目": "开工", "柳湾药物中试基地": "竣工", "云舟冷链物流港二期": "竣工",
    }  # fmt: skip
    assert amounts(found["云舟冷链物流港二期"]) == {"总投资": (3.0, "亿元")}


def test_a_name_does_not_end_inside_a_quotation() -> None:
    assert rows("柳湾县在全市评比中获“项目建设红旗”，这是第三次。") == {}


def test_the_place_where_something_is_handed_over_is_no_project() -> None:
    assert rows("昨日，柳湾镇安置房交付现场，居民领到了钥匙。") == {}


@pytest.mark.parametrize(
    "line",
    [
        "全区重点工业项目，总投资41.5亿元。", "今年上半年，总投资41.5亿元的项目全部开工。", "十大设施项目总投资51亿元，已开工10个。",
        "前六期项目累计入库87个。", "柳湾湖公园开园以来，接待游客9万人次，创景区开园以来新高。",
    ],
)  # fmt: skip
def test_classes_and_sentences_are_no_projects(line: str) -> None:
    assert rows(line) == {}


def test_projects_told_of_in_passing_have_the_state_that_all_share() -> None:
    found = rows("进展较慢的项目有：柳湾种苗资源库、北岭盐田退塘还湿、云舟国际邮轮码头，均未开工。")
    assert set(found) == {"柳湾种苗资源库", "北岭盐田退塘还湿", "云舟国际邮轮码头"}
    assert {row.status for row in found.values()} == {"均未开工"}


def test_fields_of_work_are_no_projects() -> None:
    assert rows("优势产业项目有：新能源、新材料、生物医药。") == {}


def test_whatever_is_said_of_the_next_one_behind_a_semicolon() -> None:
    found = rows(
        "“投产一批”项目5个，总投资12亿元。其中，华岳盾构机项目总投资3.8亿元；柳湾预制菜项目已试生产；"
        "云舟老街更新项目首批入驻商户28家。"
    )
    assert "云舟老街更新项目" in found and found["云舟老街更新项目"].stage == "投产"


def test_an_amount_belongs_to_the_project_named_in_front_of_it() -> None:
    found = rows(
        "投产项目2个，分别是：华岳(柳湾)压缩机工厂、云舟电池利用项目。", "其中，华岳压缩机工厂为外商独资，总投资5200万欧元。"
    )
    assert amounts(found["华岳(柳湾)压缩机工厂"]) == {"总投资": (5200.0, "万欧元")}
    assert amounts(found["云舟电池利用项目"]) == {}


def test_the_one_project_of_a_group_is_named_behind_it() -> None:
    found = rows("签约项目12个，总投资90亿元。签约项目中，百亿级项目1个，为华岳新能源汽车基地，由华岳集团投资建设。")
    assert found["华岳新能源汽车基地"].stage == "签约"


def test_a_list_gives_the_name_that_an_earlier_sentence_used() -> None:
    found = rows(
        "4月8日，全省第十期“三个一批”项目建设活动举行，澄河区在华岳装备产业园二期项目现场设分会场。",
        "“开工一批”项目2个，总投资9亿元，分别是：华岳装备产业园二期、柳湾路改造工程。",
    )
    assert list(found) == ["华岳装备产业园二期", "柳湾路改造工程"]


def test_the_names_of_a_list_with_its_count_are_read_once() -> None:
    found = read(
        "第五期“三集中”竣工项目4个，总投资9亿元。",
        "竣工的4个项目分别是：华岳水表生产线、柳湾中学扩建工程、云舟加工中心及柳湾路与北岭路管网改造工程。",
    )
    assert [row.name for row in found.projects] == [
        "华岳水表生产线", "柳湾中学扩建工程", "云舟加工中心", "柳湾路与北岭路管网改造工程",
    ]  # fmt: skip
    assert not found.flags


def test_what_is_left_or_wished_is_no_group() -> None:
    assert [b.count for b in stated("全区安排重点项目82个，年度计划投资96亿元。", "尚有5个项目未开工。")] == [82]
    assert stated("会议要求，一要稳住工业。", "二是扩大有效投资，实施重点项目152个，年度计划投资285亿元。") == []


def test_the_number_in_a_programmes_name_counts_nothing() -> None:
    found = stated("全区“三个十”项目（即十大产业项目、十大设施项目、十大生态项目）共30个，总投资216.4亿元。")
    assert [(b.count, b.total) for b in found] == [(30, 216.4)]


def test_several_stages_joined_are_no_signing() -> None:
    found = stated(
        "本次活动共涉及项目41个，总投资132.8亿元。",
        "签约项目15个，总投资52.3亿元；开工项目26个，总投资80.5亿元，其中工业项目9个、总投资31.4亿元。",
        headline="三个“一批”共41个项目 澄河区2023年最后一批重点项目集中签约开工",
    )
    by_stage = {(b.stage, b.category): (b.count, b.total) for b in found}
    assert by_stage["合计", None] == (41, 132.8)
    assert by_stage["签约", None] == (15, 52.3)
    assert by_stage["开工", "工业项目"] == (9, 31.4)
    assert {b.period for b in found} == {"2023年最后一批"}
    assert not any(b.count_ok is False or b.sum_ok is False for b in found)


def test_amounts_lined_up_belong_to_the_names_lined_up() -> None:
    found = rows("华岳游艇制造基地、柳湾储能电芯、云舟康养综合体项目协议投资分别为16亿元、12.5亿元和9.8亿元。")
    assert {name: amounts(row)["总投资"][0] for name, row in found.items()} == {
        "华岳游艇制造基地": 16.0, "柳湾储能电芯": 12.5, "云舟康养综合体": 9.8,
    }  # fmt: skip
    assert rows("柳湾镇、东港街道完成投资分别为3亿元、2亿元。") == {}


@pytest.mark.parametrize(
    "line",
    [
        "一行观摩了柳湾镇的6个项目。", "会议要求，对进度滞后的13个项目实行挂牌督办。", "柳湾轮胎、云舟服装2个项目分别完成投资2.8亿元、1.4亿元。",
        "通报点名的4个重点项目均已整改。",
    ],
)  # fmt: skip
def test_some_projects_are_no_group(line: str) -> None:
    assert stated("全区安排重点项目82个，年度计划投资96亿元。", line)[1:] == []


def test_parts_by_number_keep_their_kinds() -> None:
    found = stated("“会战”聚焦（一）产业项目36个，总投资112亿元；（二）民生项目18个，总投资9.3亿元。")
    assert [(b.category, b.count) for b in found] == [("产业项目", 36), ("民生项目", 18)]


def test_a_length_heads_no_project_and_a_batch_of_a_year_is_no_stage() -> None:
    found = rows(
        "6月7日，柳河大堤加固工程正式开工。工程全长17.6公里，总投资3.85亿元。", headline="澄河区2024年第一批项目集中开工"
    )
    assert list(found) == ["柳河大堤加固工程"]
    assert (found["柳河大堤加固工程"].stage, found["柳河大堤加固工程"].period) == ("开工", "2024年第一批")
    assert amounts(found["柳河大堤加固工程"]) == {"总投资": (3.85, "亿元")}


def test_a_headlines_figure_about_something_else_is_no_second_total() -> None:
    found = read(
        "今年全区共安排重点项目54个，年度计划投资137亿元。市级重点项目18个，完成投资14.3亿元。",
        headline="澄河区晒成绩 18个重点项目开工率过八成",
    )
    assert 54 in {b.count for b in found.batches}
    assert not found.flags


@pytest.mark.parametrize(
    "line",
    [
        "今年，全区分两批集中开工项目：首批12个，总投资30亿元；第二批9个，总投资21.5亿元。",
        "首批集中开工项目12个、总投资30亿元，第二批集中开工项目9个、总投资21.5亿元。",
    ],
)
def test_two_batches_in_one_sentence_are_two(line: str) -> None:
    found = stated(line)
    assert [(b.period, b.stage, b.count, b.total) for b in found] == [("首批", "开工", 12, 30.0), ("第二批", "开工", 9, 21.5)]
    assert not read(line).flags


def test_opening_announced_on_site_is_the_stage() -> None:
    found = rows("6月3日，区委书记罗一鸣在华岳轴承项目现场宣布开工。")
    assert found["华岳轴承项目"].stage == "开工"


def test_progress_in_a_series_of_projects_is_that_of_each() -> None:
    found = rows("华岳轴承项目一期厂房已封顶；柳湾水厂扩建工程路基完成62%；云舟大道改造工程因征地滞后，进度慢于计划。")
    assert [(row.status, row.modality) for row in found.values()] == [
        ("一期厂房已封顶", "已"), ("路基完成62%", None), ("进度慢于计划", None),
    ]  # fmt: skip


def test_what_parts_of_a_project_cost_is_not_its_total() -> None:
    found = rows("华岳轴承项目总投资5亿元；其中，柳湾基地投资2亿元，云舟基地投资3亿元。")
    assert amounts(found["华岳轴承项目"]) == {"总投资": (5.0, "亿元")}


def test_what_has_not_begun_is_told_as_the_stage() -> None:
    found = rows("进展较慢的项目有：柳湾种苗资源库、云舟国际邮轮码头，均未开工。")
    assert {row.stage for row in found.values()} == {"未开工"}


@pytest.mark.parametrize(
    ("count", "last"),
    [(4, ["柳湾中学西校区", "北岭水厂扩建工程"]), (3, ["柳湾中学西校区及北岭水厂扩建工程"])],
)
def test_a_count_stated_before_tells_whether_the_last_name_is_two(count: int, last: list[str]) -> None:
    found = read(
        f"本次“三个一批”活动中，“签约一批”项目6个，总投资12亿元；“开工一批”项目{count}个，总投资9亿元。",
        "“开工一批”项目分别是：云舟冷链物流园、澄江大道改造、柳湾中学西校区及北岭水厂扩建工程。其中，云舟冷链物流园总投资3亿元。",
    )
    assert [row.name for row in found.projects] == ["云舟冷链物流园", "澄江大道改造", *last]


def test_the_lines_below_a_bullet_are_about_its_project() -> None:
    found = rows(
        "●柳湾光伏项目　总投资6.8亿元，装机120兆瓦。", "目前支架安装完成1.9万组，累计完成投资4.1亿元。",
        "●云舟铁路专用线　全长17.4公里，总投资9.35亿元。", "路基完成82%，隧道掘进460米。", "会议要求，全区累计完成投资80亿元。",
    )  # fmt: skip
    assert amounts(found["柳湾光伏项目"]) == {"总投资": (6.8, "亿元"), "累计完成投资": (4.1, "亿元")}
    assert amounts(found["云舟铁路专用线"]) == {"总投资": (9.35, "亿元")}
    assert found["云舟铁路专用线"].status == "路基完成82%"


def test_the_one_of_a_kind_and_the_ones_counted_with_a_threshold_are_projects() -> None:
    found = rows(
        "“签约一批”项目里有1个外资项目，为科朗阀门项目，总投资3200万美元。",
        "单体投资超8亿元的有2个：一是由江北禾川公司投资的禾川电池壳体项目，协议投资12亿元，选址城南智造园；"
        "二是由云麓文旅集团投资的云麓山谷度假区项目，协议投资9.2亿元，规划客房320间。",
    )
    assert amounts(found["科朗阀门项目"]) == {"总投资": (3200.0, "万美元")}
    assert amounts(found["禾川电池壳体项目"]) == {"总投资": (12.0, "亿元")}
    assert found["云麓山谷度假区项目"].owner == "云麓文旅集团"


def test_renewal_of_a_quarter_is_a_project_and_no_class() -> None:
    assert "北岸片区城市更新项目" in rows("北岸片区城市更新项目总投资7.9亿元，由区城投集团实施。")
    assert not rows("澄河区城市更新项目总投资7.9亿元。")


def test_the_stage_told_first_holds_for_the_projects_of_the_paragraph() -> None:
    found = rows(
        "澄河区第九期“三个一批”项目20个，总投资80亿元，其中签约项目5个，总投资20亿元；开工项目15个，总投资60亿元。",
        "开工项目中投资额最大的是锐达器件产业园项目，总投资18.6亿元。禾盛饲料二期项目由禾盛农牧集团投资3.2亿元，年产饲料40万吨。"
        "澄河职业学院新校区项目总投资9.8亿元。",
    )
    assert {row.stage for row in found.values()} == {"开工"}
    assert found["禾盛饲料二期项目"].owner == "禾盛农牧集团"


def test_items_below_a_heading_are_of_its_stage_and_of_the_batch_of_the_page() -> None:
    found = rows(
        "9月2日，澄河区第五批重大项目开竣工仪式举行。",
        "第五批项目共27个，总投资103亿元。其中开工项目15个，总投资64.7亿元；竣工投产项目12个，总投资38.3亿元。",
        "区长说，第四批24个项目总投资91.5亿元，开工率100%。",
        "新开工项目有：",
        "①澄河数据港产业园。投资方为云谷集团，投资额22亿元。",
        "②科朗机器人项目。瑞士科朗公司与澄河产投合资，投资额6800万美元，年产机器人5000台。",
        "竣工投产项目有：",
        "①金屏消防器材扩能项目，投资额4.2亿元，用工380人。",
        headline="澄河区举行第五批重大项目开竣工仪式",
    )
    assert {(row.period, row.stage) for row in found.values()} == {("第五批", "开工"), ("第五批", "竣工")}
    assert found["金屏消防器材扩能项目"].stage == "竣工"
    assert found["科朗机器人项目"].owner == "瑞士科朗公司与澄河产投"
    assert amounts(found["科朗机器人项目"]) == {"总投资": (6800.0, "万美元")}


def test_the_next_sentence_makes_a_project_of_what_heads_one_about_something_else() -> None:
    found = rows("3月20日，位于青岩园区的安泰注射器生产线项目首批产品下线。该项目由安泰器械有限公司投资，总投资2.1亿元。")
    assert found["安泰注射器生产线项目"].owner == "安泰器械有限公司"
    assert not rows("3月20日，位于青岩园区的安泰注射器生产线项目首批产品下线。副区长到场祝贺。")


def test_a_programme_may_have_words_of_its_own_for_its_stages() -> None:
    found = stated(
        "澄河区“百园焕新”项目行动第二轮推进会举行。",
        "第二轮共安排项目12个，总投资30亿元。其中，“播种”项目5个，总投资14亿元；“抽穗”项目7个，总投资16亿元。",
        "抽穗的7个项目中，投资最大的是远桥托盘项目，总投资4.3亿元。“百园焕新”第一轮16个项目已投产14个。",
        headline="澄河区“百园焕新”第二轮推进会举行",
    )
    told = {(batch.programme, batch.period, batch.stage, batch.count, batch.total) for batch in found}
    assert {
        ("百园焕新", "第二轮", "合计", 12, 30.0), ("百园焕新", "第二轮", "播种", 5, 14.0), ("百园焕新", "第二轮", "抽穗", 7, 16.0),
        ("百园焕新", "第一轮", "合计", 16, None),
    } <= told  # fmt: skip


def test_earlier_batches_together_are_none_of_this_one() -> None:
    found = stated(
        "澄河区第四批重点项目集中签约项目共14个，协议总投资53.6亿元。",
        "前三批共签约项目41个，协议总投资168.3亿元，目前已开工27个，投产6个。其中第三批签约项目12个，协议总投资45.8亿元。",
    )
    told = {(batch.period, batch.stage, batch.count) for batch in found}
    assert {("第四批", "签约", 14), ("前三批", "签约", 41), ("前三批", "投产", 6), ("第三批", "签约", 12)} <= told


def test_a_round_of_several_gatherings_has_its_own_figures() -> None:
    found = stated(
        "澄河新城每两个月举办一次“集中签约、集中开工、集中投产”活动，上半年涉及项目74个，总投资286亿元。其中集中签约31个，总投资132亿元；"
        "集中开工43个，总投资154亿元。",
        "第三轮活动于6月28日举行，涉及项目23个，总投资88.4亿元。签约项目10个，总投资41亿元；开工项目13个，总投资47.4亿元。",
    )
    told = {(batch.programme, batch.period, batch.stage, batch.count) for batch in found}
    assert {("三集中", "2024年上半年", "签约", 31), ("三集中", "第三轮", "合计", 23), ("三集中", "第三轮", "开工", 13)} <= told


def test_a_price_in_front_of_the_name_or_alone_behind_it() -> None:
    found = rows(
        "总投资1.6亿元的区体育中心二期今年3月已开工，计划明年10月建成。",
        "投资最小的是西关菜市场改造，只有1800万元。",
        "唯一的外资项目是维朗菌种研发中心，合同外资1500万美元。",
    )
    assert amounts(found["区体育中心二期"]) == {"总投资": (1.6, "亿元")}
    assert amounts(found["西关菜市场改造"]) == {"总投资": (1800.0, "万元")}
    assert amounts(found["维朗菌种研发中心"]) == {"合同外资": (1500.0, "万美元")}
    assert not rows("总投资2亿元的设备今年已开工生产。", "澄河区第三轮“百园焕新”项目共21个。")


def test_the_way_to_a_site_is_no_part_of_its_name() -> None:
    found = rows("6月10日，区长带领发改、资规部门负责人，到澄河风电叶片基地项目现场办公。该项目总投资3亿元。")
    assert set(found) == {"澄河风电叶片基地项目"}
