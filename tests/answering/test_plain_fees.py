"""Whether it costs anything, is cheaper, or stays open: the printed words decide, in whatever words it is asked."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
清湾区体育馆重新开放

本报讯（记者 桑榆）5月8日，清湾区体育馆重新开放。改造期间游泳馆不停业，改造费用由区财政承担，会员不必多交钱。馆内羽毛球场每小时收费30元，学生凭证八折，教师不享受优惠。健身步道不收费，储物柜不另收钱。

登记的义工，区财政每天补助20元。体育馆由区文体局组织修缮，共有22家企业捐款，为31所学校安排了课程。首任馆长由区少年宫副馆长祝青禾担任。

清湾区发布家庭医生签约办法 签约补贴标准公布

本报讯 清湾区卫健局发布家庭医生签约补贴办法。与社区医生签约的，每人补贴40元；老年人补贴标准为80元，孕产妇为90元。加装扶手的费用中，居民自付120元。

环湖绿道东湾段开放

本报讯 环湖绿道东湾段5月1日开放，全长6.3公里，设驿站5个，观光车全程票价8元。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("清湾体育馆改造，会员要多交钱吗", "不用"),
        ("清湾体育馆改造，会员用不用加钱", "不用"),
        ("体育馆的储物柜用不用掏钱", "不用"),
        ("体育馆健身步道收取费用吗", "不用"),
        ("清湾体育馆羽毛球场要付费吗", "要，"),
        ("学生打羽毛球有优惠吗", "有，"),
        ("学生去体育馆打羽毛球能便宜吗", "有，"),
        ("教师打羽毛球有没有优惠", "不享受"),
        ("改造期间游泳馆停业吗", "否，"),
        ("改造那阵子游泳馆会不会停业", "否，"),
        ("体育馆有多少家企业捐款", "22家"),
        ("体育馆给多少所学校安排课程", "31所"),
        ("清湾区体育馆首任馆长是谁", "祝青禾"),
        ("清湾区孕产妇签约补贴多少", "90元"),
        ("加装扶手的费用，住户自己要掏多少钱", "120元"),
        ("环湖绿道东湾段观光车全程票价多少", "8元"),
        ("环湖绿道东湾段有多长", "6.3公里"),
    ],
)
def test_asked_in_everyday_words(ask: Ask, question: str, holds: str) -> None:
    assert holds in ask(question).answer


@pytest.mark.parametrize(
    "question",
    ["老人打羽毛球有优惠吗", "义工要交钱吗", "少年宫馆长是谁", "体育馆有多少家企业入驻", "环湖绿道西湾段有多长", "清湾区残疾人签约补贴多少"],
)
def test_what_is_told_of_others_is_no_answer(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"
