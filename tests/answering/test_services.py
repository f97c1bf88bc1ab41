"""What residents want to know of services: papers, late days, counters, requirements, fines, lines to call."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
枫桥区政务
2025年4月2日 星期三 第31期

枫桥区摊位经营证开始换发

本报讯 区市场服务中心消息，旧版经营证5月1日起停用，摊主须在4月10日至4月25日换领新证。本人带身份证、健康证和两张近期照片到服务中心二楼6号窗口办理，由家人代办的，另带委托书。换证不收费。逾期未换的，暂停摆摊资格；因病错过的，可在5月6日补办。过去换证要跑三个部门，平均15天，如今交一套材料，3个工作日办结。业务咨询电话：6601200，乱收费举报电话：6601299。

枫桥区少年宫暑期班招生

本报讯 招收7至14周岁学生，每科学费80元，共开8个班。家长带户口簿到少年宫报名处缴费，孩子不必到场，外地户籍的另带居住证。报名时间为6月3日至6月9日，周一至周六受理（法定节假日除外）。

枫桥区招聘公交驾驶员

本报讯 招聘30名，要求年龄22至50周岁、高中以上学历，退役军人可放宽至初中。月工资5200元，岗前培训15天，培训期间每人每天补贴50元。招聘报名可到区公交公司人力资源部或各场站调度室。

枫桥区犬只管理通告

本报讯 犬只须系绳出户。未登记养犬的，责令改正；拒不改正的，对个人处300元以上800元以下罚款，对单位处2000元以上5000元以下罚款。犬只扰民可拨打城管热线6605110。

枫桥区人才公寓开放申请

本报讯 申请人须年满20周岁，在本区缴纳社保满一年，家庭人均年收入不高于5万元。申请人登录“枫桥安居”小程序填报，纸质材料交户籍地社区居委会。申请不收任何费用。未满18周岁的同住子女须由父母陪同看房。押金为两个月租金。

枫桥区百岁老人津贴上调

本报讯 津贴标准调整为：80至89周岁每月70元，90至99周岁每月160元，百岁以上每月600元。以前月份的差额不补发。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("换摊位证要拿些啥", ("身份证", "健康证", "照片")),
        ("叫家里人代办换证还得多带什么", ("委托书",)),
        ("外地户口的娃报暑期班另外带啥", ("居住证",)),
        ("摊位证在几号窗口换", ("6号窗口",)),
        ("摊位证忘了换会怎么样", ("暂停摆摊资格",)),
        ("换摊位证错过了咋办", ("5月6日",)),
        ("换摊位证现在几天能办好", ("3个工作日",)),
        ("摊位证换证搞不懂问谁", ("6601200",)),
        ("换摊位证乱收钱打哪个电话", ("6601299",)),
        ("邻居家狗太吵打什么电话", ("6605110",)),
        ("狗没登记个人罚多少", ("300元", "800元")),
        ("多大的孩子能报暑期班", ("7至14周岁",)),
        ("开公交要什么文凭", ("高中",)),
        ("想开公交去哪报名", ("人力资源部",)),
        ("暑期班几号到几号报名", ("6月3日至6月9日",)),
        ("暑期班一科多少钱", ("80元",)),
        ("上岗前要学几天", ("15天",)),
        ("九十多岁的老人每月领多少", ("160元",)),
        ("满一百岁每个月给多少", ("600元",)),
        ("收入多少以内能申请人才公寓", ("5万元",)),
        ("社保交满多久才能申请人才公寓", ("满一年",)),
        ("人才公寓在哪个小程序填报", ("枫桥安居",)),
        ("人才公寓的材料交给谁", ("居委会",)),
        ("哪些人可以报暑期班", ("7至14周岁",)),
    ],
)
def test_what_a_service_asks_for_is_told(ask: Ask, question: str, said: tuple[str, ...]) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer.answer
    assert all(one in answer.answer for one in said), answer.answer


@pytest.mark.parametrize(
    ("question", "yes"),
    [
        ("报暑期班要不要带孩子去", False),
        ("暑期班周六能报名吗", True),
        ("初中毕业能去开公交吗", False),
        ("当过兵的初中毕业能开公交吗", True),
        ("以前月份没领的补不补", False),
        ("申请人才公寓要不要钱", False),
    ],
)
def test_whether_it_is_so_is_told(ask: Ask, question: str, yes: bool) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer.answer
    assert answer.answer.startswith(("不", "否", "没")) is not yes, answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "办营业执照要带什么材料",  # papers are printed for other matters
        "公交驾驶员笔试在哪里",
        "开公交什么时候报名",  # the days are those of the classes
        "幼儿园哪天截止报名",
        "骑车不戴头盔罚多少",
        "水管坏了打哪个电话",
        "养猫的证要去哪办",
        "人才公寓能住几年",
    ],
)
def test_what_is_printed_of_another_matter_is_no_answer(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found", ask(question).answer
