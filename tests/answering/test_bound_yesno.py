"""Yes and no by the clause that is about the asked one: its part, its degree, its bound, what is planned or called off."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
石门县政务周报
2024年11月5日 星期二 第22期

关于发放高龄津贴的通知
凡具有本县户籍、年满80周岁的老年人，可申请高龄津贴，每人每月100元。申请人须通过“石门通”预约，75周岁以上老人可不预约、到窗口直接办理。机关离退休人员不在津贴发放范围内。
石门县民政局
2024年11月1日

旧楼装梯有补助
三层及以上、无电梯的老旧住宅，经业主表决同意后可申请加装电梯，单台补助最高12万元。截至10月底，全县今年已加装电梯96台，其中城关街道41台、河西街道33台、柳林镇22台。

冬季供暖须知
供暖期间，居民室内温度不得低于18℃。

西环路桥维修通告
西环路桥维修期间，10吨以上货车禁止通行。

乘车免费年龄下调
从12月1日起，免费乘坐公交车的老年人年龄由70周岁降至65周岁，不限户籍。

周末也能办事
不动产登记业务暂不在周末办理。“石惠码”预计12月底前上线，届时个体工商户可凭码办事。

门诊楼建设进展
县人民医院门诊楼一期已经投用，设床位320张；二期计划2025年3月启动，设12层。住院部原为三级乙等，5月20日升级为三级甲等。原定6月1日举行的开放日活动因暴雨取消。

前三季度经济运行
规模以上工业增加值增长7.2%，高于年初确定的6.5%的预期目标；固定资产投资下降1.1%，未完成年初目标；一季度签约项目6个，已开工4个、投产1个；二季度签约项目9个，已开工5个，尚无投产项目。

重点工程动态
白河桥8月1日通车，比原计划提前21天。北环路改造因管线迁改推迟至9月底完工。
恒泰电池、禾香米业、顺达物流园等3个项目10月开工，其中恒泰电池项目投资最大，达12.4亿元。
晶圆厂一期已于去年投产，生产8英寸晶圆；二期10月动工，生产12英寸晶圆。
全县排查黑臭水体18处，治理后可消除15处，其余3处列入明年计划。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "word", "said"),
    [
        ("我奶奶82岁能领高龄津贴吗", "能", "年满80周岁"),
        ("78岁老人能申请高龄津贴吗", "不能", "年满80周岁"),
        ("76岁老人申请津贴要预约吗", "不用", "75周岁以上老人可不预约"),
        ("四层的老楼能申请加装电梯吗", "能", "三层及以上"),
        ("二层的房子能加装电梯不", "不能", "三层及以上"),
        ("屋里17度算达标吗", "不是", "18℃"),
        ("12吨的货车能过西环路桥吗", "不能", "10吨以上货车禁止通行"),
        ("67岁外地老人能免费坐公交吗", "是", "降至65周岁"),
        ("63岁老人能免费坐公交吗", "不能", "降至65周岁"),
    ],
)
def test_what_the_asker_tells_is_held_against_the_printed_bound(ask: Ask, question: str, word: str, said: str) -> None:
    held = ask(question)
    assert held.kind == "yesno" and held.answer.startswith(f"{word}，"), held.answer
    assert said in held.answer


@pytest.mark.parametrize(
    ("question", "word", "said"),
    [
        ("机关离退休人员能领高龄津贴吗", "不能", "不在津贴发放范围内"),
        ("周六能办不动产登记吗", "否", "暂不在周末办理"),
        ("石惠码现在能用了吗", "不能", "预计12月底前上线"),
        ("门诊楼一期投用了吗", "是", "已经投用"),
        ("门诊楼二期开工了没", "没有", "计划2025年3月启动"),
        ("晶圆厂二期也是生产8英寸晶圆吗", "不是", "12英寸"),
        ("住院部现在还是三级乙等吗", "不是", "三级甲等"),
        ("开放日活动办了吗", "没有", "因暴雨取消"),
        ("固定资产投资完成年初目标了吗", "没有", "未完成年初目标"),
        ("规上工业增加值达到年初目标了吗", "是", "高于年初确定的6.5%"),
        ("二季度签约的有投产了吗", "没有", "尚无投产项目"),
        ("白河桥延期了吗", "没有", "提前21天"),
        ("北环路改造是不是推迟了", "是", "推迟至9月底"),
        ("治理后18处黑臭水体都能消除吗", "没有", "可消除15处"),
    ],
)
def test_yes_and_no_are_told_of_the_asked_one(ask: Ask, question: str, word: str, said: str) -> None:
    held = ask(question)
    assert held.kind == "yesno" and held.answer.startswith(f"{word}，"), held.answer
    assert said in held.answer


@pytest.mark.parametrize(
    ("question", "word", "said"),
    [
        ("恒泰电池是3个项目里投资最大的吗", "是", "12.4亿元"),
        ("禾香米业是不是投资最大的项目", "不是", "恒泰电池"),
        ("今年加装电梯最多的是城关街道吗", "是", "41台"),
        ("今年电梯是不是河西街道加装得最多", "不是", "城关街道"),
    ],
)
def test_who_is_the_most_is_asked_first(ask: Ask, question: str, word: str, said: str) -> None:
    held = ask(question)
    assert held.kind == "yesno" and held.answer.startswith(f"{word}，"), held.answer
    assert said in held.answer


@pytest.mark.parametrize(
    "question",
    [
        "门诊楼三期开工了吗",
        "进出口完成年初目标了吗",
        "滨江路改造延期了吗",
        "12吨的货车能过东门大桥吗",
        "五层住宅能申请高龄津贴吗",
        "住院部是二级医院吗",
        "三季度签约的有投产了吗",
    ],
)
def test_what_is_told_of_another_one_is_no_answer(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found", ask(question).answer
