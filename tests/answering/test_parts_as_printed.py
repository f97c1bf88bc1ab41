"""The parts of a programme by the names that its bulletin prints, and what is listed in which of them."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

BATCHES = """柳湖日报
2024年5月14日　星期二　第881期

柳湖区第三批“腾笼换鸟”项目21个 总投资64.5亿元

本报讯（记者 田禾）5月11日，柳湖区召开“腾笼换鸟”项目推进会，发布第三批“腾笼换鸟”项目21个，总投资64.5亿元。

“摘牌一批”项目6个，总投资20.1亿元。分别是：柳湖光学镜头厂、北栅智能仓储园、恒舟船用阀门项目、菱塘冻干食品车间、南埭检测中心、永丰纸塑包装项目。

“动工一批”项目8个，总投资28.2亿元。分别是：柳湖新材料中试基地、菱塘水质净化厂三期、石埠新能源客车涂装车间、城南职业学校实训楼、北栅变电站、湖东停车楼、南埭标准厂房、柳湖第五小学。

“投用一批”项目7个，总投资16.2亿元。

据统计，第二批项目18个，总投资50亿元，其中“动工一批”9个，总投资24亿元。
"""

GRADES = """苇塘晨报
2025年2月18日 星期二

苇塘县“春耕行动”32个项目集中亮相 总投资70.6亿元

本报讯（记者 梁溪）2月15日，苇塘县召开“春耕行动”项目调度会，32个项目集中亮相，总投资70.6亿元。

按照成熟程度，32个项目分为“育种”“出苗”“抽穗”三档。“育种”项目12个，总投资26.4亿元；“出苗”项目11个，总投资24.1亿元；“抽穗”项目9个，总投资20.1亿元。

2024年“春耕行动”项目27个，总投资58.3亿元，开工率96.3%。

开工项目分别安排在四个季度，其中一季度4个、三季度3个。一季度开工的有：芦荡湿地公园、东圩粮食烘干中心、县第三幼儿园、苇编产业园。

附：苇塘县“春耕行动”部分项目表（单位：亿元）
序号	项目名称	责任单位	总投资	档次
1	苇秆板材生产线	县工信局	3.6	育种
2	湖蟹加工园	县农业农村局	1.8	抽穗
3	东圩粮食烘干中心	县供销社	0.7	出苗
"""


@pytest.fixture(scope="module")
def batches(about: About) -> Ask:
    return about(BATCHES)


@pytest.fixture(scope="module")
def grades(about: About) -> Ask:
    return about(GRADES)


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("28.2亿是哪一批的投资", "第三批“动工一批”"),
        ("柳湖新材料中试基地动工了吗", "“动工一批”"),
        ("第三批腾笼换鸟哪批投资最大", "动工一批"),
        ("第三批腾笼换鸟三批一共投了多少个亿", "64.5亿元"),
        ("菱塘净化厂三期在哪一批里", "动工一批"),
    ],
)
def test_a_batch_keeps_its_printed_name(batches: Ask, question: str, holds: str) -> None:
    answer = batches(question)
    assert answer.status == "answered"
    assert holds in f"{answer.answer}"


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("三档是哪三档", "育种、出苗、抽穗"),
        ("湖蟹加工园是哪一档的", "抽穗"),
        ("春耕行动这回多少个项目", "32个"),
        ("抽穗项目总投资多少", "20.1亿元"),
        ("春耕行动三档总投资一共多少", "70.6亿元"),
        ("去年春耕行动多少个项目", "27个"),
    ],
)
def test_grades_of_a_programme(grades: Ask, question: str, holds: str) -> None:
    answer = grades(question)
    assert answer.status == "answered"
    assert holds in answer.answer


@pytest.mark.parametrize(
    "question", ["四档是哪四档", "县第四幼儿园是哪一档的", "三季度开工的3个项目是哪几个", "2023年春耕行动多少个项目"]
)
def test_what_is_not_printed_is_refused(grades: Ask, question: str) -> None:
    assert grades(question).status == "not_found"
