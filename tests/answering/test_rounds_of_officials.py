"""Officials at work: the way they took, what they found, who has to mend it by when, who spoke and whose words they are."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
春岭区报
2024年5月16日 星期四 第1版

陶立新在督导城市更新时要求：把问题解决在一线

本报讯（记者 简一鸣）5月14日，区委书记陶立新督导城市更新工作。他先看了北门老街改造工地，再到红旗棉纺厂地块，最后来到翠微路地下管廊。随后，在区住建局召开座谈会，听取汇报，区领导葛卫东、倪慧参加。

陶立新在北门老街发现，围挡占道过多，群众出行不便，要求施工方三天内退让两米。在红旗棉纺厂地块，他听取了厂房保留方案，表示要留住城市记忆。

目前全区在建更新项目15个，其中进度滞后的有3个：北门老街管线迁改慢，文化宫地块缺资金，南河沿片区仍有9户未签约。拥堵最严重的是解放路、北门街和师范路口。

座谈会审议了《春岭区城市更新资金管理办法》，原则同意成立更新专班，由副区长葛卫东任组长。

“拆不是目的，老百姓住得好才是。”陶立新说，“要把钱花在刀刃上。”

倪慧汇报了资金情况，群众代表丁阿姨、商户代表贾志强等3人先后发言。陶立新要求，区财政局会同区住建局，5月25日前拿出资金台账；区大数据局6月底前上线更新地图。

区政协举行专题协商会

本报讯 5月15日，区政协主席武庆丰主持召开专题协商会，围绕停车难建言。区政协副主席秦小曼介绍调研情况，委员霍建明、医生委员祁珊作了发言。副区长倪慧到会听取意见，并现场作出回应。会议邀请省交通规划院总工程师柯以宁作讲座。区政府秘书长蒙德厚及有关部门负责人到会。

武庆丰看望离休老人

本报讯 5月13日，区政协主席武庆丰来到北岭街道，看望离休老人沙广田，送上慰问金和血压计。区政协党组成员、副主席候选人窦一山一同看望。

春岭区人大常委会任免名单
（2024年5月10日区第十届人大常委会第二十次会议通过）
任命：
倪慧为春岭区人民政府副区长；
文清源为春岭区水利局局长。
免去：
路长河的春岭区水利局局长职务（另有任用）。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("陶立新先去了哪里", "北门老街改造工地"),
        ("书记最后看了哪儿", "翠微路地下管廊"),
        ("看完北门老街又去了哪", "红旗棉纺厂地块"),
        ("书记去了哪几个地方", "北门老街改造工地、红旗棉纺厂地块、翠微路地下管廊"),
        ("陶立新一共看了几个地方", "3个：北门老街改造工地、红旗棉纺厂地块、翠微路地下管廊"),
        ("北门老街有什么问题", "围挡占道过多，群众出行不便"),
        ("进度慢的是哪几个项目", "北门老街管线迁改慢、文化宫地块缺资金、南河沿片区仍有9户未签约"),
        ("哪些路最堵", "解放路、北门街和师范路口"),
        ("审议了什么办法", "《春岭区城市更新资金管理办法》"),
        ("请的哪位专家", "省交通规划院总工程师柯以宁"),
        ("给离休老人送了啥", "慰问金和血压计"),
    ],
)
def test_of_a_round_the_stops_in_order_and_what_was_found_are_told(ask: Ask, question: str, said: str) -> None:
    assert ask(question).answer == said


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("资金台账谁来出", "区财政局"),
        ("更新地图由谁弄", "区大数据局"),
        ("资金台账几号前交", "5月25日前"),
        ("更新地图哪天前弄好", "6月底前"),
    ],
)
def test_who_has_to_do_it_by_when_needs_no_word_for_the_deed(ask: Ask, question: str, said: str) -> None:
    assert ask(question).answer == said


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("谁参加了更新座谈会", "区领导葛卫东、倪慧"),
        ("协商会上谁发言了", "委员霍建明，医生委员祁珊"),
        ("老百姓住得好才是这句话谁讲的", "陶立新"),
        ("蒙德厚是什么职务", "区政府秘书长"),
        ("窦一山是什么职务", "区政协党组成员、副主席候选人"),
        ("倪慧当上什么官了", "春岭区人民政府副区长"),
        ("谁当上了水利局局长", "文清源"),
        ("葛卫东是什么职务", "副区长"),
    ],
)
def test_everybody_of_a_row_is_told_and_each_with_the_office_that_is_printed(ask: Ask, question: str, said: str) -> None:
    assert ask(question).answer == said


@pytest.mark.parametrize("question", ["协商会上书记讲了什么", "棉纺厂有什么问题", "送的血压计多少钱"])
def test_what_was_said_or_found_elsewhere_is_no_answer(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"
