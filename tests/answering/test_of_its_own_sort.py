"""An answer is of the asked sort: a lasting time, somebody, heads wanted, a use, a manner; what is denied, where denial is asked."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """棠湾时报
2024年9月10日 第88期

今冬供热服务有保障
本报讯 供热期内室温不达标的，企业须在4小时内上门测温。来气后闻到异味的，请拨打24小时抢修电话8861199。

法院审结一起服务合同案
本报讯 3月8日，区法院判决力搏健身公司退还57名会员卡费余额18.6万元。法院先判一案，其余参照调解，前后只用了41天。2023年，区法院共受理案件14260件。

青年带头办合作社
本报讯 龙坡村金穗辣椒专业合作社2017年由返乡青年覃兰牵头成立。申报补贴的，带身份证、土地合同到所在村委会填表，抽查比例不低于20%。

秋季招聘会月底举行
本报讯 提供岗位4280个，月薪多在4000元至8000元，最高的是数控工程师，月薪15000元。
部分企业招聘岗位一览
企业 岗位 人数 月薪（元） 学历要求
海立精工 数控操作工 60 6000—8500 中专
棠湾人民医院 护士 35 5500—7000 大专
鲜到家超市 理货员 40 3800—4500 不限

区博物馆新馆开门
本报讯 新馆建筑面积1.8万平方米，是老馆的4倍。特展“海上来客”票价30元。

体育中心恢复开放
本报讯 区体育中心游泳馆、羽毛球馆9月12日恢复开放，羽毛球馆每小时30元。

老年人体检下周开始
本报讯 体检项目有血常规等8项。今年体检率要达到75%。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("室温不达标多久能上门", "4小时"),
        ("健身公司的案子前后用了几天", "41天"),
        ("会员总共能拿回多少", "18.6万元"),
        ("医院护士招几个", "35"),
        ("医院护士招多少人", "35"),
        ("超市要多少理货员", "40"),
        ("工资最高的是啥活", "数控工程师"),
    ],
)
def test_told(ask: Ask, question: str, told: str) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer.answer
    assert told in answer.answer


@pytest.mark.parametrize(
    "question",
    ["老馆以后干啥用", "体检咋弄", "体育中心游泳一次多少钱", "哪些地拿不到补贴"],
)
def test_refused(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status == "not_found", answer.answer
