"""Words of speech are understood as what bulletins print for them."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
云溪县便民周报
2024年7月9日 星期二 第27期

既有住宅加装电梯补助办法出台

本报讯 7月5日，县住建局发布既有住宅加装电梯补助办法。五层及以上的既有住宅可以申请，财政每台最高补助18万元，业主还可以提取本人的住房公积金。补助资金从县级城市更新专项资金中列支。咨询电话：县住建局6612345。

中考录取分数线公布

本报讯 7月6日，县招生办公布录取最低控制分数线：县第一高级中学598分，县第二高级中学541分。考生可于7月10日8时起查询成绩。对成绩有异议的可申请复核，不重新评卷。

学校食堂午餐有了统一标准

本报讯 新学期起，全县寄宿制学校午餐标准为小学生每餐7元、初中生每餐9元。

石坎村避险群众已妥善安置

本报讯 受强降雨影响，石坎村滑坡点的21户83人已全部转移，暂无人员伤亡。抢险抽水的油料费由镇政府负担，不向农户收费。

签约项目限期落地

本报讯 7月4日，全县招商会召开，会议要求，签约后40天内注册公司、100天内动工建设。远星电子负责人说，一线普工还缺85人。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("给老楼装电梯，公家一台最多贴多少钱", "18万元"),
        ("几层的楼才能申请装电梯", "五层"),
        ("装电梯的钱打哪儿出", "城市更新专项资金"),
        ("一中录取线多少", "598分"),
        ("二中的录取线是多少分", "541分"),
        ("几号几点能查分", "7月10日8时"),
        ("初中生中午饭一顿几块", "9元"),
        ("石坎村搬走几户", "21户"),
        ("签完约几天内得动工", "100天"),
        ("远星电子还缺多少工人", "85人"),
    ],
)
def test_what_people_say_is_found_as_it_is_printed(ask: Ask, question: str, said: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert said in answer.answer


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("装电梯能不能提公积金", "能"),
        ("石坎村有没有人受伤", "没有"),
        ("抽水的油钱要农户摊不", "否"),
    ],
)
def test_what_is_asked_both_ways_denies_nothing(ask: Ask, question: str, begins: str) -> None:
    assert ask(question).answer.startswith(begins)


def test_an_upper_limit_is_said_as_such(about: About) -> None:
    ask = about("河口县快讯\n2024年5月6日\n\n农房改造补助标准公布\n\n本报讯 农房抗震改造每户补助不超过3万元。\n")
    assert ask("农房抗震改造一户补多少").answer == "不超过3万元"


@pytest.mark.parametrize("question", ["三中录取线多少", "高中生中午饭一顿几块", "远星电子一个月挣多少"])
def test_another_school_or_an_unprinted_matter_is_refused(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"
