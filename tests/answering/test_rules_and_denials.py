"""What follows from a case, what is denied, and questions that differ only in how they end."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

HOSPITAL = """梨川县第二医院6月1日搬迁
2025年5月18日　梨川融媒

本报讯（记者 晏小满）6月1日起，县第二医院分批搬迁，门诊楼最后搬，搬迁期间门诊照常、急诊不停诊，体检中心暂停服务。老院区食堂不对外营业，停车场免费开放，不收取停车费。

新生报到无需缴纳学费。县图书馆周一不开放，借书证免收押金。
"""

RULES = """梨川县推行停车错峰共享
2025年5月18日　梨川融媒

本报讯（记者 晏小满）5月16日，梨川县城管局公布停车共享办法：超时停放满三次的取消资格，占用消防通道的车辆，由交警拖离并处以200元罚款。主动让出车位的居民，每月补贴停车费50元。县督查室对项目实行红黄牌督办，连续三次被亮黄牌的单位，主要负责人要在全县大会上作检讨。

提前15天缴费的优惠5%。未按时年检的电梯立即停用。
"""

ROUND = """澄湖区第六批“三个一批”项目集中推进
2022年9月15日 澄湖融媒

9月10日，澄湖区举行第六批“三个一批”项目集中推进活动，共49个项目，总投资187.2亿元。其中，签约项目14个，总投资61.5亿元；开工项目21个，总投资84.3亿元；投产项目14个，总投资41.4亿元。开工项目主要有精密模具产业园、澄湖冷链物流基地、东湖污水处理厂二期和第四中学扩建工程。

区财政局局长公冶岚介绍，2022年一般公共预算收入28.7亿元，增长5.3%；一般公共预算支出46.9亿元，其中教育支出10.6亿元。

澄湖零工市场节后开市 日均用工1300人次

本报讯（记者 晏小满）2月7日，位于金城路66号的澄湖零工市场节后开市。木工一天能挣300元至350元。
"""


@pytest.fixture(scope="module")
def hospital(about: About) -> Ask:
    return about(HOSPITAL)


@pytest.fixture(scope="module")
def rules(about: About) -> Ask:
    return about(RULES)


@pytest.fixture(scope="module")
def rounds(about: About) -> Ask:
    return about(ROUND)


@pytest.mark.parametrize(
    ("question", "starts"),
    [
        ("第二医院搬迁期间急诊停诊吗？", "否"),
        ("第二医院搬家期间急诊停不停", "否"),
        ("急诊不停诊吧？", "是"),
        ("第二医院搬迁期间急诊还开吗", "开"),
        ("第二医院搬迁期间体检中心还开吗？", "不开"),
        ("老院区食堂对外营业吗？", "不开"),
        ("老院区停车收费吗？", "不用"),
        ("新生报到要缴学费吗？", "不用"),
        ("办借书证要押金吗？", "否"),
    ],
)
def test_a_no_in_front_of_what_is_asked_denies_it(hospital: Ask, question: str, starts: str) -> None:
    assert hospital(question).answer.startswith(starts)


@pytest.mark.parametrize("ending", ["", "？", "呢？", "啊"])
@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("占用消防通道的车会怎么处理", "200元罚款"),
        ("让出车位的居民有什么好处", "每月补贴停车费50元"),
        ("连续三次被亮黄牌的单位要怎样", "作检讨"),
        ("电梯没按时年检会怎样", "立即停用"),
        ("提前15天缴费有什么优惠", "5%"),
    ],
)
def test_what_follows_is_told_however_the_question_ends(rules: Ask, question: str, said: str, ending: str) -> None:
    assert said in rules(question + ending).answer


@pytest.mark.parametrize("question", ["一次被亮黄牌的单位要怎样？", "让出车位的老人有什么奖励？"])
def test_another_case_is_no_rule(rules: Ask, question: str) -> None:
    assert rules(question).status == "not_found"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("第六批开工项目主要有哪些？", "第四中学扩建工程"),
        ("澄湖区这次都开工了些什么项目", "精密模具产业园"),
        ("2022年澄湖区一般公共预算收入是多少？", "28.7亿元"),
        ("澄湖区一般公共预算支出多少资金", "46.9亿元"),
        ("澄湖零工市场在哪儿？", "金城路66号"),
        ("帮我查一下澄湖零工市场木工一天能挣多少资金", "300元至350元"),
    ],
)
def test_plain_facts_of_a_district(rounds: Ask, question: str, said: str) -> None:
    assert said in rounds(question).answer

TOWN = """澄湖区3所新学校投用
2024年9月6日 澄湖融媒

本报讯（记者 晏小满）9月1日，澄湖实验小学、滨河路小学、第九中学同时迎来首批新生。3所学校共新增学位4860个，其中澄湖实验小学1620个，滨河路小学1080个，第九中学2160个。

地铁3号线澄湖段试运行

本报讯（记者 晏小满）9月2日，地铁3号线澄湖段试运行，设北门、江岸路、市民中心、会展中心4座车站，其中市民中心站可与1号线换乘。安河重工进度最快，已完成年度计划的118%；湾西快速路进度最慢，只完成62%。

“丰收澄湖”招聘会

本报讯（记者 晏小满）“丰收澄湖”招聘会将于9月20日9时至15时在区体育馆举行。澄湖水泵厂流动资金缺口800万元。公交驾驶员仇大勇代表劳模发言，区总工会主席桑美兰宣读表彰决定，36名劳动模范受到表彰。
"""


@pytest.fixture(scope="module")
def town(about: About) -> Ask:
    return about(TOWN)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("澄湖区投用的3所新学校是哪几所？", "滨河路小学"),
        ("第九中学新增学位多少个？", "2160个"),
        ("3号线澄湖段设哪4座车站？", "江岸路"),
        ("地铁3号线澄湖段哪个站可与1号线换乘？", "市民中心站"),
        ("澄湖秋季招聘会什么时候开？", "9月20日"),
        ("澄湖水泵厂流动资金缺口有多少？", "800万元"),
        ("劳模大会的表彰决定是谁念的？", "桑美兰"),
    ],
)
def test_plain_facts_of_a_town(town: Ask, question: str, said: str) -> None:
    assert said in town(question).answer


@pytest.mark.parametrize(
    "question", ["澄湖春季招聘会什么时候开？", "哪个站可与2号线换乘？", "哪家公司负责宣读表彰决定？"]
)
def test_what_is_told_of_nothing_printed_is_refused(town: Ask, question: str) -> None:
    assert town(question).status == "not_found"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("担任区总工会主席的是谁？", "桑美兰"),
        ("区总工会主席姓名", "桑美兰"),
        ("是谁当区总工会主席", "桑美兰"),
        ("桑美兰是啥领导", "区总工会主席"),
        ("桑美兰是哪儿的领导？", "区总工会主席"),
    ],
)
def test_offices_in_everyday_words(town: Ask, question: str, said: str) -> None:
    assert said in town(question).answer
