"""Names that a page counts in a row, the parts of a whole, and words that set one sort apart from another."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """溪口区重点工作简报

第三批小区改造开工

本报讯 4月9日，溪口区第三批小区改造涉及桂花里、化肥厂宿舍、建安新村3个小区，惠及居民980户，总投资2700万元，9月底完工。\
桂花里加装电梯8部，化肥厂宿舍更换管网4公里，建安新村新建停车位120个。

●城南小学东校区：位于梅岭路，占地45亩，设30个班。新校区有教师52名。
●溪口四中新校区：位于学府路，设初中班18个。新校区为寄宿制，住宿费每学期420元。

热线与存款

一季度，全区受理群众来电来信1300件，其中网上留言820件、来访310件、来信170件。群众诉求按期答复率98.2%。\
3月末，全区本外币存款余额410亿元，其中住户存款260亿元。

重点项目推进

1至3月，全区58个区级重点项目完成投资31.4亿元。新开工项目12个，比去年同期多3个。区长文书韵要求，6月底前开工率要达到85%。\
鼎盛铝箔项目投资9亿元，落户区经开区。

游泳馆年卡1300元，健身馆年卡1500元。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    "question",
    [
        "建安新村装几部电梯",
        "桂花里有多少户",
        "四中新校区花了多少钱",
        "来信的按期答复率多少",
        "企业存款余额有多少亿",
        "省重点项目完成多少投资",
        "到现在开工率达到多少了",
        "铝箔项目是哪里的老板投的",
        "游泳馆月卡多少钱",
    ],
)
def test_what_is_told_of_the_others_or_of_all_is_no_answer(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status == "not_found", answer.answer


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("桂花里装几部电梯", "8部"),
        ("建安新村建多少停车位", "120个"),
        ("建安新村什么时候完工", "9月底"),
        ("四中住校一学期交多少钱", "420元"),
        ("群众诉求按期答复率多少", "98.2%"),
        ("住户存款余额有多少亿", "260亿元"),
        ("区级重点项目完成多少投资", "31.4亿元"),
        ("铝箔项目建在哪", "区经开区"),
        ("游泳馆年卡多少钱", "1300元"),
    ],
)
def test_what_is_told_of_the_asked_one_is(ask: Ask, question: str, holds: str) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer.answer
    assert holds in answer.answer


OTHER_PAGE = """禾田县民生快讯

缴费与招聘

禾田热力公司10月15日起收费。北关营业厅（北大街12号，电话7701122）、西湖营业厅（环湖路8号，电话7701133）周末照常办理。

县第三医院公开招聘：外科医生2名、护士9名，护士须为大专以上学历。县广播站招聘记者1名。

秋季助学金申请时间：9月3日至9月14日。

县十届人大三次会议选举童若川为县人大常委会主任。

12个项目开工，总投资22.6亿元。
"""


@pytest.fixture(scope="module")
def ask_of_other(about: About) -> Ask:
    return about(OTHER_PAGE)


@pytest.mark.parametrize(
    "question",
    ["助学金哪天打到卡上", "人大副主任是谁", "记者要什么学历", "开工的项目今年准备投多少钱"],
)
def test_neither_another_deed_nor_another_one_is_told_of(ask_of_other: Ask, question: str) -> None:
    answer = ask_of_other(question)
    assert answer.status == "not_found", answer.answer


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("西湖营业厅电话多少", "7701133"),
        ("北关营业厅电话多少", "7701122"),
        ("助学金什么时候申请", "9月3日"),
        ("人大主任是谁", "童若川"),
        ("护士要什么学历", "大专"),
        ("开工的项目总投资多少", "22.6亿元"),
    ],
)
def test_what_is_printed_of_it_is_told(ask_of_other: Ask, question: str, holds: str) -> None:
    answer = ask_of_other(question)
    assert answer.status == "answered", answer.answer
    assert holds in answer.answer


@pytest.mark.parametrize(
    ("question", "said"),
    [("茶农石大有今年多大", "不便提供"), ("石大有电话多少", "不便提供")],
)
def test_what_is_printed_of_a_private_person_is_not_said_to_be_missing(about: About, question: str, said: str) -> None:
    ask = about("禾田县快讯\n\n茶王出炉\n\n5月8日，岭后村茶农石大有的红茶夺魁。石大有今年58岁，种茶30年，家有茶园20亩。\n")
    answer = ask(question)
    assert answer.status == "not_found"
    assert said in answer.answer
    assert "未提及" not in answer.answer
