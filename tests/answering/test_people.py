"""People: who is in charge of what, what somebody was before, whom a list means, which places somebody went to."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
白石县融媒
2024年6月12日 星期三 第98期

白石县政府领导分工公布

近日，白石县政府调整领导同志工作分工。
崔望山 县长 主持县政府全面工作，分管审计工作；
罗 霞 常务副县长 负责发展改革、财政、应急管理工作；
季北川 副县长 负责工业、商务、招商引资工作；
温如许 副县长，县公安局局长 负责公安、司法、信访工作。
实行AB岗制度：罗霞与季北川互为AB岗，一方外出时由另一方代行职责。

白石县人大常委会任免名单
（2024年6月7日白石县第十七届人民代表大会常务委员会第二十次会议通过）
任命：
鲁一平为白石县教育局局长；
方小禾（女）为白石县人民法院副院长。
免去：
鲁一平的白石县文化局局长职务；
方小禾（女）的白石县人民法院刑事审判庭庭长职务；
钱守成的白石县教育局局长职务。

崔望山到乡镇调研

本报讯（记者 苗青）6月10日，县委副书记、县长崔望山先后到石桥镇、柳溪镇调研茶叶产业，县农业农村局局长安平参加。

罗霞走访企业

本报讯 6月9日，常务副县长罗霞走访恒远机械、绿野食品两家企业，县工信局局长邵文陪同。

季北川暗访农贸市场

本报讯 6月8日清晨，副县长季北川直奔现场，暗访城关、东门两个农贸市场和沿线环境卫生，交办问题7个。

县政协视察教育工作

本报讯 6月6日，县政协主席黎大川率队视察教育工作。委员们先后察看了第二小学、特殊教育学校、城关镇中心幼儿园。

“白石工匠”名单揭晓

6月3日，县总工会公布“白石工匠”名单，4人是：田大壮（白石锻造厂锻工）、米一鸣（女，县供电公司配电班班长）、蔡小川（县中医院药剂师）、封玉（女，老街糖画传承人）。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("招商引资归哪个县长管", ("季北川",)),
        ("谁分管财政", ("罗霞",)),
        ("管信访的是哪位领导", ("温如许",)),
        ("季北川分管哪些工作", ("工业", "商务", "招商引资")),
        ("县公安局局长叫啥", ("温如许",)),
        ("罗霞外出的时候谁替她", ("季北川",)),
        ("鲁一平原来干什么的 现在呢", ("文化局局长", "教育局局长")),
        ("鲁一平以前是啥局长，现在呢", ("文化局局长", "教育局局长")),
        ("方小禾以前是做什么的", ("刑事审判庭庭长",)),
        ("方小禾男的女的，任啥职", ("女", "副院长")),
        ("任免名单哪天通过的", ("2024年6月7日",)),
        ("任免是哪天哪次会通过的", ("2024年6月7日", "第二十次会议")),
        ("崔望山是什么职务", ("县委副书记、县长",)),
        ("糖画传承人是谁", ("封玉",)),
        ("蔡小川是干什么的", ("县中医院药剂师",)),
    ],
)
def test_offices_duties_and_lists_tell_of_people(ask: Ask, question: str, holds: tuple[str, ...]) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer.answer
    assert all(word in answer.answer for word in holds), answer.answer


def test_they_stands_for_the_one_just_asked_about(ask: Ask) -> None:
    answer = ask("他是什么职务", turns=["崔望山是谁啊"])
    assert answer.answer == "县委副书记、县长"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("崔望山去了哪两个镇", "石桥镇、柳溪镇"),
        ("县长去哪两个镇调研茶叶", "石桥镇、柳溪镇"),
        ("罗霞走访了哪两家企业", "恒远机械、绿野食品两家企业"),
        ("季县长暗访了哪两个市场", "城关、东门两个农贸市场"),
        ("政协看了哪几个点", "第二小学、特殊教育学校、城关镇中心幼儿园"),
    ],
)
def test_a_round_is_told_by_its_names_alone(ask: Ask, question: str, said: str) -> None:
    assert ask(question).answer == said


@pytest.mark.parametrize(
    "question",
    [
        "教育谁分管",  # nobody's line prints it
        "黎大川分管什么",  # somebody without a line
        "温如许外出谁代",  # not of the pair
        "安平原来干什么的",  # only the present office is printed
        "鲁一平是男是女",  # the list marks women only
        "季北川去了哪两个镇",  # markets were visited
        "罗霞走访了哪三家企业",  # two are printed
        "剪纸传承人是谁",  # another craft
    ],
)
def test_what_is_not_printed_of_people_is_refused(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status == "not_found", answer.answer
