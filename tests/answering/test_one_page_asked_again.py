"""What plain readers ask of a front page: whose it is, which of a row, what a figure of speech stands for."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """抓项目 促发展
嘉岭区第四期18个“三个一批”项目 总投资72亿元
本报讯 3月6日，节后首个工作日，全省第四期“三个一批”项目建设活动举行，嘉岭区参加的“三个一批”项目18个，总投资72亿元。该区牢牢牵住重点项目“牛鼻子”，确保日日红、周周红、季季红。
“签约一批”项目4个，总投资9亿元。其中云帆检测研究中心项目，拟建设一座集检验、培训、展示为一体的综合楼。项目建成后，项目单位的检测平台将带动全区检测产业集聚。
“开工一批”项目6个，总投资27亿元。分别是：青石路中学项目、南塘水厂项目、城东菜市场改造项目、锦绣园小区改造项目、江滨路项目、红岩水库加固项目。
“投产一批”项目8个，总投资36亿元。
目前在库第三期“三个一批”项目15个。其中“签约一批”项目2个，总投资5亿元，已全部开工；“开工一批”项目6个，总投资20亿元，预计投产率100%；“投产一批”项目7个，总投资40亿元。
记者 孙小雨
嘉岭区领导走访慰问
本报讯 春节前夕，嘉岭区委书记何正川深入社区走访慰问。区委常委、组织部部长白一宁参加慰问。
何正川一行首先来到柳河街道三里路5号院，看望慰问退役军人周大有一家，详细了解各项优待落实情况，并送去祝福。
在石桥街道困难职工陈小田家中，何正川仔细询问了治病花费、孩子上学等情况，祝他早日康复。
在石桥街道桂花路18号院老劳模刘三福家中，何正川与他促膝而谈。何正川表示，老劳模是城市的脊梁，更是青年人学习的榜样。
嘉岭区举行新春茶话会
本报讯 2月5日，农历正月初六，嘉岭区委、区政府举行2023年新春茶话会，邀请全区各界代表欢聚一堂、共叙友情。
2月1日在东溪文创园举办了第二批项目集中签约仪式，现场签约项目21个，总投资额63亿元。
当好服务园区、服务农户的“快递员”“店小二”，高标准实施青年人才引育、院士工作站建设、成果转化“三大工程”。
参加茶话会的有全区各级干部职工，部分市、区人大代表，辖区内学校、医院、企业代表。
嘉岭区政府召开第二次全体(扩大)会议
本报讯 3月9日，嘉岭区政府召开第二次全体(扩大)会议，全体区政府班子成员参加。会上，青石办事处、南塘办事处、江滨办事处，区发改委、区农业局、区水利局等6个单位围绕全年红进行了发言。
区长邢一鸣说，2022年，一般公共预算收入33.6亿元，总量市内五区排名第三。要围绕作风大转变、产业大升级、环境大整治，做好全年工作。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("开工一批占了总投资的百分之多少", "37.5%"),
        ("第三期投产一批占项目总数的百分之几", "约46.7%"),
        ("三期和四期签约一共投了多少", "14亿元"),
        ("三期比四期多几个项目", "第三期“三个一批”比第四期“三个一批”少3个"),
        ("18个项目里签约的有几个", "4个"),
        ("第四期投产一批比第三期投产一批少投了多少", "第四期“投产一批”比第三期“投产一批”少4亿元"),
        ("第四期开工和投产加起来几个项目，多少钱", "14个，63亿元"),
        ("全省第四期三个一批活动是哪天举行的", "3月6日"),
        ("21个项目总投资多少", "63亿元"),
        ("云帆项目建成以后有啥作用", "项目建成后，项目单位的检测平台将带动全区检测产业集聚"),
    ],
)
def test_rounds_are_told_apart_and_computed_with(ask: Ask, question: str, answer: str) -> None:
    assert ask(question).answer == answer


def test_what_an_earlier_round_has_done_is_nothing_of_the_asked_one(ask: Ask) -> None:
    assert ask("第四期签约一批开工了吗").status == "not_found"
    assert ask("第三期签约一批开工了吗").answer.startswith("是，")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("发言的办事处有哪些", "青石办事处、南塘办事处、江滨办事处"),
        ("哪几个局发言了", "区农业局、区水利局"),
        ("要确保哪三个红", "日日红、周周红、季季红"),
        ("邢一鸣说要围绕哪三个“大”", "作风大转变、产业大升级、环境大整治"),
        ("三大工程是哪三个", "青年人才引育、院士工作站建设、成果转化"),
    ],
)
def test_of_a_row_those_are_told_that_are_of_the_asked_sort(ask: Ask, question: str, answer: str) -> None:
    assert ask(question).answer == answer


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("“牛鼻子”说的是什么？", "重点项目"),
        ("“快递员”“店小二”是给谁服务的", "服务园区、服务农户"),
    ],
)
def test_a_figure_of_speech_stands_for_the_words_in_front_of_it(ask: Ask, question: str, answer: str) -> None:
    assert ask(question).answer == answer


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("茶话会是谁举行的", "嘉岭区委、区政府"),
        ("茶话会邀请了谁", "全区各界代表"),
        ("谁参加了茶话会", "全区各级干部职工，部分市、区人大代表，辖区内学校、医院、企业代表"),
        ("全体会议谁参加了", "全体区政府班子成员"),
        ("茶话会那天农历是多少", "农历正月初六"),
        ("第二批项目集中签约仪式在哪举办", "东溪文创园"),
        ("白一宁身上有哪几个职务", "区委常委、组织部部长"),
        ("石桥街道那位困难职工叫啥", "石桥街道困难职工陈小田"),
        ("何正川怎么评价老劳模", "老劳模是城市的脊梁，更是青年人学习的榜样"),
        ("在陈小田家问了哪些情况？", "治病花费、孩子上学等情况"),
        ("去退役军人家了解了什么情况", "各项优待落实情况"),
    ],
)
def test_who_did_what_at_a_gathering_or_on_a_visit(ask: Ask, question: str, answer: str) -> None:
    assert ask(question).answer == answer


@pytest.mark.parametrize(
    "question",
    [
        "茶话会在哪开的",  # the site that is printed is that of the signing
        "嘉岭区有几个街道",  # 刘三福家中 counts no families
        "管城区一般公共预算收入多少亿",
    ],
)
def test_what_only_looks_like_the_asked_thing_is_no_answer(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"


def test_a_letter_in_brackets_is_part_of_its_word(about: About) -> None:
    ask = about(
        """全区重点项目推进会召开
本报讯 4月2日，记者从推进会上获悉，一季度，全区60个区级重点项目完成投资41亿元，占年度计划的26%，超序时进度1.5个百分点，开（复）工率达到83.4%。
基础设施项目8个，总投资18亿元；产业项目12个，总投资40亿元，占地240亩。
"""
    )
    assert ask("开复工率是多少").answer == "83.4%"
    assert ask("一季度投资超序时进度多少个百分点").answer == "1.5个百分点"
    assert ask("基础设施项目平均每个投资多少亿").answer == "2.25亿元"


def test_what_the_first_rounds_all_have_each_of_them_has(about: About) -> None:
    ask = about(
        """全区项目建设推进会召开
本报讯 5月6日，南坪区第六期“三个一批”项目12个，总投资40亿元。其中“签约一批”项目5个，总投资12亿元。
据了解，南坪区前四期“三个一批”项目开工率、投产率、达效率均达100%。
4月8日在工业园举办了第二批项目签约仪式，现场签约项目8个，总投资额20亿元。
"""
    )
    assert ask("第三期三个一批也都百分百达效了吗").answer == "是，达效率100%"
    assert ask("第二期开工率多少").answer == "100%"
    assert ask("第三期有多少个项目").status == "not_found"
    assert ask("工业园那次平均每个项目多少亿").answer == "2.5亿元"
    threads = ("第六期三个一批有多少个项目？", "其中签约的几个")
    assert ask("它们总共投了多少", turns=threads).answer == "12亿元"


def test_a_round_of_last_year_is_not_this_years(about: About) -> None:
    ask = about(
        """临澜区第三批“四个一批”项目亮相 41个项目总投资120亿元
本报讯 7月5日，临澜区2024年第三批“四个一批”项目推进活动举行。本批“四个一批”项目共41个，总投资120亿元。其中，“签约一批”14个，总投资38亿元；“开工一批”16个，总投资61亿元；“投产一批”11个，总投资21亿元。
第一批签约项目12个，已开工9个；第二批签约项目15个，已开工6个。去年第三批项目33个，总投资90亿元。
"""
    )
    assert ask("临澜区第三批“四个一批”一共多少个项目？").answer == "41个"
    assert ask("第三批总投资多少").answer == "120亿元"
    assert ask("去年第三批几个项目").answer == "33个"


def test_all_of_them_the_last_of_them_and_what_is_only_part_of_a_name(about: About) -> None:
    ask = about(
        """柳岸区城市管理工作推进
本报讯 6月12日，柳岸区政府通报5月份城市管理考核结果。枫桥街道在全区排名第一，得93.6分；南湖街道88.2分，排名末位。
今年1至6月，全区进出口总值9.2亿元，同比增长12.4%，其中出口8.1亿元，增长15.3%；进口1.1亿元，下降4.6%。
区民政局介绍，全区建有日间照料中心26个，已运营21个；社区食堂12个，已运营12个。
"""
    )
    assert ask("5月份考核全区垫底的是哪个街道，多少分").answer == "南湖街道，88.2分"
    assert ask("上半年进口增长了吗").answer.startswith("不是，进口1.1亿元，下降4.6%")
    assert ask("日间照料中心都在运营吗").answer.startswith("没有，")
    assert not ask("社区食堂都在运营吗").answer.startswith("没有")


ROWS = """江岸区二季度重点项目集中开工
本报讯 4月16日，江岸区二季度重点项目集中开工活动举行，开工项目30个，总投资90亿元。其中，产业项目16个，总投资60亿元；基础设施项目8个，总投资18亿元；民生项目6个，总投资12亿元。一季度，全区重点项目完成投资40亿元，超序时进度1.8个百分点。

附：江岸区二季度集中开工部分重点项目一览表（单位：万元）
序号 项目名称 建设单位 建设地点 建设规模及内容 总投资 年度计划 建设起止年月
1 滨江大道东延工程 区城建投公司 青云街道 道路长2.4公里 36000 18000 2024.4—2025.9
2 第三污水处理厂 区水务局 柳塘镇 日处理能力3万吨 20000 8000 2024.5—2025.8
3 育才小学新校区 区教育局 青云街道 24个班、1080个学位 12000 6000 2024.6—2025.8
4 老旧小区改造 区住建局 青云街道 改造小区10个，惠及3600户 8000 8000 2024.4—2024.12
"""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("滨江大道东延和第三污水处理厂总投资一共多少", "5.6亿元（56000万元）"),
        ("育才小学新校区平均一个班多少学位", "45个"),
        ("老旧小区改造平均一个小区多少户", "360户"),
        ("滨江大道东延工程年度计划投资占它总投资多少", "50%"),
        ("计划2025年8月完工的有哪几个", "第三污水处理厂、育才小学新校区"),
        ("表里6月份才动工的是哪个项目", "育才小学新校区"),
        ("老旧小区改造今年能干完不", "能，计划2024年12月完工"),
        ("第三污水处理厂今年能建好吗", "不能，计划2025年8月完工"),
        ("基础设施加民生一共要投多少个亿", "30亿元"),
    ],
)
def test_what_follows_from_the_rows_of_a_table(about: About, question: str, answer: str) -> None:
    assert about(ROWS)(question).answer == answer


def test_ahead_of_the_schedule(about: About) -> None:
    assert about(ROWS)("一季度投资跑赢序时进度了吗").answer.startswith("是，")
    assert about(ROWS)("重点项目投资落后序时进度吗").answer.startswith("不是，")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("慰问一共走访了几家", "3家"),
        ("慰问了哪几户人家", "周大有、陈小田、刘三福"),
        ("慰问最后去的是谁家？", "石桥街道桂花路18号院老劳模刘三福"),
        ("桂花路18号院看望的是哪家人？", "石桥街道桂花路18号院老劳模刘三福"),
        ("签约仪式比茶话会早几天", "早4天"),
        ("第二次全体会议比茶话会晚几天", "晚32天"),
    ],
)
def test_the_homes_that_were_visited_and_the_days_between(ask: Ask, question: str, answer: str) -> None:
    assert ask(question).answer == answer


def test_the_last_of_a_list_however_long_it_is(about: About) -> None:
    ask = about(
        """县政府召开全体会议
本报讯 2月8日，青禾县政府召开全体会议，县长邢一鸣提出，全力做好三项工作。一是以园区建设为抓手，加快产业升级。二是以水网建设为抓手，提升保障能力。三是以社区服务为抓手，增进民生福祉。
"""
    )
    assert "社区服务" in ask("三项工作的最后一项是什么").answer
    assert "社区服务" in ask("最后一项呢", turns=("三项工作是哪三项",)).answer


def test_the_place_in_a_list_and_in_a_ranking(about: About) -> None:
    ask = about(
        """县政府召开全体会议
本报讯 2月8日，青禾县政府召开全体会议。2022年，全县一般公共预算收入18.2亿元，总量全市七县排名第二。县长邢一鸣提出，全力做好三项工作。一是以园区建设为抓手，加快产业升级。二是以水网建设为抓手，提升保障能力。三是以社区服务为抓手，增进民生福祉。
记者 孙小雨 通讯员 白一帆
"""
    )
    assert ask("提升保障能力是三项工作里的第几项").answer == "第二项"
    answer = ask("青禾县财政收入在全市七县是第一吗")
    assert answer.status == "corrected" and "第二" in answer.answer
    assert ask("白一帆是谁").answer == "通讯员"
    assert ask("孙小雨写了几篇稿子").answer == "1篇"
    assert ask("白一帆写的是哪篇稿子").answer == "《县政府召开全体会议》"


def test_a_change_told_in_days_and_what_a_campaign_is_called(about: About) -> None:
    ask = about(
        """一季度空气质量公布
本报讯 4月15日，记者从青禾县生态环境分局获悉，一季度，全县优良天数71天，同比增加6天，优良率78%。
营商环境更优。常态化开展“百名干部进百企”，为企业解难题。
"""
    )
    assert ask("去年一季度优良天数是几天").answer == "65天"
    assert ask("为企业解难题要常态化搞什么活动").answer == "“百名干部进百企”"


def test_the_round_before_is_set_against_the_one_that_is_named(ask: Ask) -> None:
    answer = ask("比第三期多多少", turns=("第四期总投资多少",)).answer
    assert answer == "第四期“三个一批”比第三期“三个一批”多7亿元"
    fewer = ask("比第四期少几个", turns=("第三期有几个项目",)).answer
    assert fewer == "第三期“三个一批”比第四期“三个一批”少3个"


ROLES = """嘉岭区召开防汛会议
本报讯 5月6日，嘉岭区召开防汛工作会议，部署汛期值守。会上，青石办事处、南塘办事处，区应急局、区水利局等4个单位发了言。
记者 孙小雨 通讯员 王一文 党明

嘉岭区图书馆开馆
本报讯 5月7日，嘉岭区图书馆新馆开馆，藏书12万册。
记者 孙小雨
"""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("防汛会议那篇通讯员是哪两位", "通讯员王一文、党明"),
        ("防汛会议那篇的记者是谁", "记者孙小雨"),
        ("防汛会议那篇是谁写的", "记者孙小雨，通讯员王一文、党明"),
        ("防汛会议上哪些单位发了言", "青石办事处、南塘办事处、区应急局、区水利局"),
    ],
)
def test_roles_and_rows_are_told_as_asked(about: About, question: str, answer: str) -> None:
    assert about(ROLES)(question).answer == answer


def test_a_role_that_nobody_signs_with_is_said_to_be_missing(about: About) -> None:
    refused = about(ROLES)("图书馆开馆那篇的通讯员是谁")
    assert (refused.status, refused.answer) == ("not_found", "公报的《嘉岭区图书馆开馆》没有署通讯员。")


def test_of_somebody_who_is_not_read_nobody_else_is_told(ask: Ask) -> None:
    refused = ask("何正天看望了哪些人")
    assert (refused.status, refused.answer) == ("not_found", "公报未提及“何正天”。")
