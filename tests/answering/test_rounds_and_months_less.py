"""What follows for the first rounds or months from the sum and the last of them; goals and marks by what goes beyond
or is short of them; rounds that 分别 lines up."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """澄江新闻
2023年12月8日　星期五　第2版

澄江区第五批重大项目集中动工

本报讯（记者 时 雨）12月6日，澄江区第五批重大项目集中开工仪式在空港片区举行，区委书记陶远志宣布开工。第五批集中开工项目22个，总投资71.4亿元。其中绿色建材项目9个，总投资40.1亿元；文旅康养项目7个，总投资18.8亿元；市政配套项目6个，总投资12.5亿元。至此，全年五批累计集中开工项目118个，总投资402.9亿元，前四批分别开工19个、31个、26个和20个。

注册在临港的新三板企业海岳新材料拟投资6.2亿元，建设碳化硅衬底基地。

攻坚行动再出发

本报讯 11月20日，澄江区城市更新攻坚行动启动。第三轮行动从11月25日起，至明年2月20日止。据介绍，第一轮行动完成投资33.5亿元，超目标2.5亿元；第二轮行动完成投资27.6亿元，为目标任务的92%。

前十月外贸稳中有进

本报讯 据区商务局统计，1至10月，全区出口64.7亿元，同比增长5.2%；进口21.3亿元，增长1.1%。10月当月出口8.9亿元。前三季度，全区规上工业增加值增长6.4%，低于全市平均水平0.7个百分点。

受降雨影响，12月1日8时，澄江白塔站水位涨至18.36米，距警戒水位仅0.44米。

乡镇比武见分晓

本报讯 12月5日，澄江区乡镇项目比武举行。最终，柳林镇以94.8分获乡镇组第一名；双桥镇93.6分、云岭乡92.1分分列第二、第三名。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("前四批总投资多少", "331.5亿元"),
        ("第三批集中开工几个项目", "26个"),
        ("五批里哪批开工的项目最多", "第二批"),
        ("哪一批开工最少", "第一批"),
        ("绿色建材项目占第五批总投资多少", "56.2%"),
        ("碳化硅衬底基地是哪家公司投的", "海岳新材料"),
        ("第一轮原定目标是多少", "31亿元"),
        ("第二轮目标是多少", "30亿元"),
        ("1-9月出口了多少亿", "55.8亿元"),
        ("前三季度全市规上工业增加值增长多少", "7.1%"),
        ("前三季度全区规上工业增加值增长多少", "6.4%"),
        ("白塔站警戒水位是多少米", "18.8米"),
        ("前三名是哪几个乡镇", "柳林镇、双桥镇、云岭乡"),
        ("攻坚行动第三轮从哪天到哪天", "11月25日至明年2月20日"),
    ],
)
def test_follows_from_the_sum_and_the_last(ask: Ask, question: str, said: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert said in answer.answer


@pytest.mark.parametrize("question", ["1-8月进口了多少亿", "1-9月进口了多少亿", "前三批总投资多少", "哪批总投资最多"])
def test_neither_the_sum_nor_a_part_for_what_is_printed_nowhere(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"


def test_a_verb_said_again_is_no_slip(about: About) -> None:
    page = "白沙报\n2022年5月6日 第3版\n\n守渡人\n\n本报讯 摆渡人常水生在柳湾渡口摆渡已有27年。\n"
    answer = about(page)("常水生摆渡摆了几年了")
    assert answer.status == "answered"
    assert answer.answer.startswith("27年")


@pytest.mark.parametrize("question", ["第五批集中开工是那天搞的，谁宣布开工"])
def test_that_day_typed_for_which_day(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert "12月6日" in answer.answer
    assert "陶远志" in answer.answer
