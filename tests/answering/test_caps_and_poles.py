"""Yes and no by a printed limit, by what stays as it is, by who is liable, and by the state of those in a list."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
青溪县政务简报
2024年9月12日 星期四 第31期

农机购置补贴政策问答
购买国产插秧机的农户，按购机款的30%给予补贴，单台最高不超过2万元；购买烘干机的，单台补贴上限为5万元。
脱贫户小额贷款由县农商行办理，每户累计不超过8万元，期限三年。
履带拖拉机另按报废更新政策执行。

关于中元节期间交通管制的通告
因文庙街改造，文庙街东段自8月20日起全封闭施工，中秋假期恢复双向通行。

县法院发布物业纠纷案例
广告牌坠落砸坏车辆一案，法院判决商铺业主赔偿车主4200元；物业公司已尽提醒义务，不承担赔偿责任。

物价与补贴
自10月1日起，困难残疾人生活补贴由每月80元提高到120元，重度残疾人护理补贴每月130元不变。县人民医院普通床位费每天35元，陪护床每天15元，押金2000元。
全县秋粮收割进度为42%。

全县重点项目上半年进展
已竣工项目6个，分别是：桃花潭水厂、东门农贸市场、职教中心实训楼、南环路、体育公园二期、城北客运站。在建项目中，云峰纸业扩能、石塘光伏、白茶加工园3个项目进度过半。

县林业局部署秋防
县林业局要求落实“巡、清、备、报”四字要诀：巡，即护林员每天上山不少于两趟；清，即清理林缘可燃物；备，就是备足灭火机具；报，就是发现烟点十分钟内上报。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "word", "said"),
    [
        ("买插秧机能补到3万吗", "不能", "最高不超过2万元"),
        ("买台烘干机能领4万补贴不", "能", "上限为5万元"),
        ("脱贫户能贷到10万吗", "不能", "累计不超过8万元"),
        ("脱贫户贷款能贷5万吗", "能", "累计不超过8万元"),
        ("履带拖拉机能领农机购置补贴吗", "不能", "另按报废更新政策执行"),
        ("文庙街中秋还封着吗", "没有", "恢复双向通行"),
        ("文庙街中秋放假还封着吗", "没有", "恢复双向通行"),
        ("文庙街现在还封着吗", "是", "全封闭施工"),
        ("广告牌砸车物业要赔吗", "不用", "不承担赔偿责任"),
        ("商铺业主要赔钱吗", "要", "赔偿车主4200元"),
        ("重度残疾人的护理补贴涨了没", "没有", "130元不变"),
        ("重度残疾人护理补贴降了吗", "没有", "130元不变"),
        ("困难残疾人的生活补贴涨了没", "是", "120元"),
        ("秋粮收割过半了吗", "没有", "42%"),
        ("东门农贸市场建成了没", "是", "已竣工项目6个"),
        ("南环路修完了吗", "是", "已竣工项目6个"),
    ],
)
def test_yes_or_no(ask: Ask, question: str, word: str, said: str) -> None:
    answer = ask(question)
    assert answer.answer.startswith(f"{word}，"), answer
    assert said in answer.answer, answer


def test_another_price_than_the_asked_one(ask: Ask) -> None:
    answer = ask("普通床位费是每天45块吗")
    assert answer.status == "corrected" and "35元" in answer.answer, answer


@pytest.mark.parametrize("question", ["买收割机能补到3万吗", "石塘光伏完工了没", "巡清备报里的封要干嘛"])
def test_nothing_is_printed_of_it(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("巡清备报里，清是啥意思", "清理林缘可燃物"),
        ("“巡清备报”里面的报具体要做什么", "发现烟点十分钟内上报"),
        ("巡清备报里，备要干嘛", "备足灭火机具"),
    ],
)
def test_one_sign_of_a_rule(ask: Ask, question: str, said: str) -> None:
    assert ask(question).answer == said
