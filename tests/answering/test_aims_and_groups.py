"""What is worked out from printed figures: what is left of an aim, who has come furthest, so many at so much each."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """青湾县融媒 2024年10月15日 星期二 第2版

水利冬修进展通报

本报讯（记者 向晚晴）今年全县计划清淤沟渠320公里。截至10月10日，已开工290公里，其中完工208公里。各乡镇情况为：竹溪镇计划清淤90公里，已完成72公里；沙田镇计划清淤80公里，已完成40公里；云台乡计划清淤50公里，已完成45公里；其余各村100公里，已完成51公里。

山塘整治计划48座、已完工30座，泵站改造计划25座、已完工20座。排查堤防隐患120处，其中重大隐患8处。已整改95处，其中重大隐患6处。新增灌溉面积1.6万亩（年度目标1.5万亩）。共收到村级申报方案66份，初审通过51份。

水利投资完成1.44亿元，占年度计划1.8亿元的80%。

丰收节评比

本报讯（记者 向晚晴）丰收节评出“稻香奖”3户，各奖6000元；“果香奖”5户，各奖4000元；“茶香奖”8户，各奖2000元。县里今年发放小额贷款2600万元，支持种植户130户，带动务工650人。

城乡公交九月运行情况

县公交公司统计的9月份各线路情况如下：
线路 客运量（万人次） 车辆（辆） 正点率（%）
2路 21.5 16 94.1
6路 14.8 11 91.7
12路 18.3 13 96.2

测产

千亩方实收测产，示范田亩产738公斤，全县平均亩产602公斤，比去年高15公斤。城镇、农村居民人均可支配收入分别为39800元、21300元，增长4.1%、6.8%。管道气第一档每立方米2.6元，第二档每立方米3.1元。国庆长假县客运站发送旅客3.6万人次，到达旅客4.1万人次，其中10月1日到达0.9万人次。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("沟渠清淤还差多少公里没完工", "112公里"),
        ("全县还有多少公里沟渠没开工", "30公里"),
        ("沙田镇还剩多少公里没清完", "40公里"),
        ("山塘还差几座没整完", "18座"),
        ("重大隐患还剩几处没改完", "2处"),
        ("初审刷下来多少份方案", "15份"),
        ("新增灌溉面积比目标多了多少", "0.1万亩"),
    ],
)
def test_what_is_left_is_that_of_the_asked_one(ask: Ask, question: str, said: str) -> None:
    answer = ask(question)
    assert said in answer.answer and "推算" in (answer.detail or "")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("泵站改造完成了百分之几", "80%"),
        ("山塘整治完成几成了", "62.5%"),
        ("沟渠清淤完成了百分之多少", "65%"),
        ("水利投资完成了年度计划的百分之几", "80%"),
    ],
)
def test_how_much_of_an_aim_is_done(ask: Ask, question: str, said: str) -> None:
    assert said in ask(question).answer


@pytest.mark.parametrize(
    ("question", "name", "figure"),
    [
        ("清淤最慢的是哪个镇，还剩多少公里", "沙田镇", "40公里"),
        ("哪个乡镇清淤进度最快", "云台乡", "45公里"),
    ],
)
def test_who_has_come_furthest_is_told_by_the_rate(ask: Ask, question: str, name: str, figure: str) -> None:
    answer = ask(question).answer
    assert name in answer and figure in answer


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("丰收节奖金一共发了多少钱", "5.4万元"),
        ("稻香奖和果香奖一共奖多少钱", "3.8万元"),
        ("茶香奖总共发多少钱", "1.6万元"),
        ("一共多少户得奖", "16户"),
        ("平均一户种植户贷到多少钱", "20万元"),
        ("平均一个种植户带动几个人务工", "5人"),
    ],
)
def test_so_many_at_so_much_each(ask: Ask, question: str, said: str) -> None:
    assert said in ask(question).answer


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("2路比6路多拉了多少人", "6.7万人次"),
        ("12路有多少辆车", "13辆"),
        ("三条线路一共多少辆车", "40辆"),
        ("哪条线路客运量最大", "2路"),
    ],
)
def test_rows_may_be_named_by_numbers(ask: Ask, question: str, said: str) -> None:
    assert said in ask(question).answer


def test_a_line_that_the_table_has_not_is_refused(ask: Ask) -> None:
    assert ask("22路客运量多少").status == "not_found"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("示范田比全县平均高多少", "136公斤"),
        ("农村居民人均收入比城镇低多少", "18500元"),
        ("农村居民收入增长多少", "6.8%"),
        ("第二档气比第一档贵多少", "0.5元"),
        ("客运站到的人比走的人多多少", "0.5万人次"),
    ],
)
def test_how_far_two_are_apart(ask: Ask, question: str, said: str) -> None:
    assert said in ask(question).answer


NOTICE = """青湾县周报 2024年11月5日 第3版

10月份重点工作通报

1—10月，全县签约项目52个，协议资金118亿元，其中亿元以上项目20个。全年任务为签约70个、协议资金160亿元。已开工33个，已投产12个。今年计划改造厕所90座，分三批实施：第一批30座，第二批25座，剩下的第三批安排。第一批已完工22座。

县信访局10月共收到来信来访156件次。已办结131件次。全县在园幼儿8600人，其中城区5200人，其余在各乡镇。提供岗位4300个。其中制造业岗位2100个，其余为养老、家政类岗位。

文化馆场地出租

文化馆10月起对外出租场地：排练厅每小时90元，书画室每小时40元，羽毛球馆每小时30元。白茶每公斤460元，红茶每公斤380元。自来水第一档年用量180立方米以内，每立方米2.1元；第二档180至300立方米，每立方米3.2元。
"""


@pytest.fixture(scope="module")
def notice(about: About) -> Ask:
    return about(NOTICE)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("签约离全年任务还差几个", "18个"),
        ("协议资金还差多少完成全年任务", "42亿元"),
        ("第一批厕所还剩几座没完工", "8座"),
        ("信访还有几件没办结", "25件"),
        ("亿元以下的签约项目多少个", "32个"),
        ("第三批改造几座厕所", "35座"),
        ("乡镇有多少在园幼儿", "3400人"),
        ("养老和家政类岗位多少个", "2200个"),
        ("排练厅用3小时多少钱", "270元"),
        ("打两个小时羽毛球多少钱", "60元"),
        ("买3公斤红茶要多少钱", "1140元"),
        ("一年用100方水要多少钱", "210元"),
    ],
)
def test_the_rest_and_the_price_are_those_of_the_asked_one(notice: Ask, question: str, said: str) -> None:
    answer = notice(question)
    assert said in answer.answer and "推算" in (answer.detail or "")


@pytest.mark.parametrize("question", ["家政类岗位多少个", "一年用260方水要多少钱"])
def test_another_operand_is_none(notice: Ask, question: str) -> None:
    assert "推算" not in (notice(question).detail or "") or "52个" in (notice(question).detail or "")
