"""What people say and pages print another way: paying, lending, giving back and sharing out; and no more than is printed."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
沅溪县报 2024年8月9日 第2版

拖欠工资全部追回 136名农民工领到血汗钱

本报讯（记者 方砚秋）8月6日，县人社局召开专项资金发放会，为136名农民工发放被拖欠工资248万元。今年3月，锦程花园项目包工头失联，工人讨薪无果，向县劳动监察大队投诉。大队立案后责令总承包单位宏远建筑公司先行垫付，所欠工资8月5日全部到账。民工代表柏老四向县劳动监察大队送锦旗一面。

农商行发放首笔“民宿贷”

本报讯 8月2日，县农商行向云雾村村民闻翠莲发放首笔“民宿贷”20万元，年利率3.65%，期限3年，按月付息、到期还本，无需抵押，由村集体担保。截至目前已有41户提交贷款申请。贷款逾期的，按日加收万分之二的罚息。

预付费健身房停业 会员余款退还

本报讯 县市场监管局8月7日通报，动能健身房于7月20日停业，涉及会员512人、未消费余额86.4万元。经调解，经营者同意分三期退款，第一期退款8月15日起办理，会员凭会员卡和身份证到县消费者协会（建设路19号）登记，9月10日前未登记的视为放弃第一期。已登记会员287人。

缴纳水利建设基金减半

本报讯 自9月1日起，小微企业减半缴纳水利建设基金。应缴款项每季度终了后15日内申报，可通过电子税务局缴纳，也可到县政务服务中心税务窗口缴纳，逾期按日加收滞纳金万分之五。

村集体分红

本报讯 8月8日，碾子沟村举行分红大会，312户村民分得红利94万元，其中分得最多的是郝大柱家，共1.2万元。分红款来自光伏电站和土地流转收益。村里另拿出6万元奖励考上大学的学生，每人3000元。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("农民工要回来多少钱", ["248万"]),
        ("多少个打工的拿到钱了", ["136"]),
        ("欠的钱哪天到账的", ["8月5日"]),
        ("钱是谁先掏的", ["宏远建筑"]),
        ("锦旗谁送的", ["柏老四"]),
        ("民宿贷一年利息多少", ["3.65%"]),
        ("借民宿贷要不要押东西", ["无需抵押"]),
        ("民宿贷怎么还", ["按月付息"]),
        ("多少户想借", ["41户"]),
        ("没按时还咋罚", ["万分之二"]),
        ("健身房还有多少钱没退", ["86.4万"]),
        ("头一期退款打哪天起", ["8月15日"]),
        ("退健身房的钱上哪儿登记", ["建设路19号"]),
        ("退钱带啥", ["会员卡", "身份证"]),
        ("最晚哪天去登记", ["9月10日"]),
        ("多少人登记了", ["287"]),
        ("碾子沟一共分了多少钱", ["94万"]),
    ],
)
def test_spoken_words_find_what_is_printed_for_them(ask: Ask, question: str, words: list[str]) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer.answer
    assert all(word in answer.answer for word in words), answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "健身房老板叫啥",
        "民宿贷最多能借多少",
        "健身卡多少钱一张",
        "第二期退款哪天开始",
        "碾子沟去年分了多少",
    ],
)
def test_what_is_near_but_not_printed_is_refused(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status == "not_found", answer.answer
