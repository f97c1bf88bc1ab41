"""What is told of a sibling of the asked one: another compound, what is new, both together, a site, the others."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
02 经济
2025年7月18日 星期五

芦川区上半年经济平稳运行

本报讯（记者 方一帆）7月16日，芦川区统计局发布上半年数据：全区实现地区生产总值301.5亿元，增长5.6%。居民生活用电量4.1亿千瓦时，增长3.8%。

南湖工业园：腾笼换鸟

本报讯（记者 方一帆）园区现有企业212家，其中规上企业64家、专精特新企业31家。西片区今年新入驻企业17家。

“生产线更新投入3200万元，用工减少三成。”明昊电机公司总经理石开远说。公司上半年订单增长两成。车间主任俞小满介绍，新线一个班只要6人。园区里的瑞坤玻璃上月评上省级绿色工厂，屋顶光伏年发电800万千瓦时。

葡萄种植提质增效

本报讯（记者 葛青）全区葡萄种植面积2.8万亩，其中避雨葡萄1.1万亩，预计总产3.9万吨。花生玉米间作每亩补贴120元，9月5日前申报；今年还将为150户困难家庭改造厨房，每户补助最高3000元，目前已完成96户。

凤鸣灌区改造主体完工

本报讯（记者 葛青）7月10日，凤鸣灌区改造工程主体完工，新建泵站3座。石门水库加固工程2024年11月开工，计划9月完成。

区十八届人大常委会举行会议

本报讯（记者 方一帆）7月8日，区人大常委会举行会议，听取关于养老服务情况的报告、关于城乡供水情况的报告等4项报告，测评中，城乡供水报告满意票27票。会议任命袁知微为区司法局局长，免去宋启明的区司法局局长职务。

袁知微此前任区信访局局长。
"""

PEOPLE = """\
03 民生
2025年8月20日 星期三

小学一年级报名开始

本报讯（记者 江夏）白榆县小学一年级报名时间为8月24日至26日。户籍不在本县的随迁子女，须提供居住证和社保缴纳证明。

老年人有了新食堂

本报讯（记者 江夏）全县建成老年食堂38个，70岁以上老人每餐补贴4元。高龄津贴标准为80至89岁每人每月50元，90至99岁每人每月120元。

游泳馆周末开放，会员每次20元，非会员每次35元。

龙舟邀请赛落幕

本报讯（记者 江夏）龙舟邀请赛昨天落幕，15支队伍参加，上坪镇代表队夺冠，河口镇代表队获第二名。冠军队队长郭大川说，队员们练了两个月。

东湖景区接待3.1万人次，柳溪古镇接待5.6万人次，自驾游客占比38%。

全县水库落实防汛“三个责任人”，储备编织袋8万条、冲锋舟12艘。

县委书记主持召开会议

本报讯（记者 江夏）8月12日，县委书记靳远山主持召开防汛会议。靳远山强调，要盯紧山洪灾害点，8月底前完成排查。

白榆县表彰优秀教师

本报讯（记者 江夏）8月15日，白榆县教师节表彰大会召开，县委副书记米兰出席。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.fixture(scope="module")
def ask_people(about: About) -> Ask:
    return about(PEOPLE)


@pytest.mark.parametrize(
    "question",
    [
        "上半年全社会用电量多少千瓦时",
        "全区有多少家专精特新企业",
        "西片区总共入驻了多少家企业",
        "瑞坤玻璃更新生产线投入多少钱",
        "避雨葡萄预计产多少吨",
        "光种玉米每亩补多少钱",
        "已经完成的96户一共发了多少补助",
        "凤鸣灌区改造是哪年哪月开工的",
        "养老服务报告的满意票有多少票",
        "除了养老服务和城乡供水，另外两项报告是什么",
        "宋启明免职后去哪个单位了",
        "信访局现在谁当局长",
    ],
)
def test_a_sibling_s_value_is_no_answer(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status == "not_found", answer.answer


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("居民生活用电量多少千瓦时", "4.1亿千瓦时"),
        ("南湖工业园有多少家专精特新企业", "31家"),
        ("西片区今年新入驻多少家企业", "17家"),
        ("生产线更新投入多少钱", "3200万元"),
        ("葡萄预计总产多少吨", "3.9万吨"),
        ("花生玉米间作每亩补贴多少钱", "120元"),
        ("石门水库加固工程什么时候开工的", "2024年11月"),
        ("城乡供水报告得了多少满意票", "27票"),
        ("袁知微以前是干什么的", "信访局局长"),
        ("司法局现在谁当局长", "袁知微"),
    ],
)
def test_its_own_value_is(ask: Ask, question: str, holds: str) -> None:
    assert holds in ask(question).answer


@pytest.mark.parametrize(
    "question",
    [
        "本县户口的孩子报一年级要带什么材料",
        "满100岁的老人高龄津贴每个月多少",
        "河口镇队夺得龙舟赛冠军，他们的队长叫什么",
        "柳溪古镇的自驾游客占比多少",
        "水库的三个责任人都是谁",
        "教师节表彰大会上县委书记靳远山讲了什么",
    ],
)
def test_what_is_told_of_the_others_is_no_answer(ask_people: Ask, question: str) -> None:
    answer = ask_people(question)
    assert answer.status == "not_found", answer.answer


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("户口不在本县的孩子报一年级要带什么", "居住证"),
        ("85岁的老人高龄津贴每个月多少", "50元"),
        ("72岁老人一餐补贴多少", "4元"),
        ("非会员游泳一次多少钱", "35元"),
        ("上坪镇队夺冠，他们的队长叫什么", "郭大川"),
        ("靳远山在防汛会议上讲了什么", "山洪灾害点"),
    ],
)
def test_what_is_told_of_them_is(ask_people: Ask, question: str, holds: str) -> None:
    assert holds in ask_people(question).answer


ROUNDS = """\
云浦区第九期“三个一批”活动举行

本报讯 6月9日，云浦区第九期“三个一批”项目建设活动举行。“签约一批”项目8个，总投资41.5亿元，其中机床铸件项目分两期建设，一期投资6亿元；“开工一批”项目12个，总投资36.2亿元；“投产一批”项目6个，总投资19.8亿元。第八期共有项目22个，总投资76.4亿元，其中开工的9个项目已有3个投产。

车灯项目一期投产

本报讯 5月28日，智联车灯项目一期投产。公司负责人说，二期计划明年3月启动建设。
"""


def test_a_sum_over_rounds_needs_all_of_them(about: About) -> None:
    answer = about(ROUNDS)("第八期和第九期“开工一批”总投资加起来多少亿元")
    assert answer.status == "not_found", answer.answer


def test_the_second_phase_is_that_of_what_was_spoken_of(about: About) -> None:
    ask = about(ROUNDS)
    assert ask("二期什么时候启动建设", turns=("机床铸件项目一期投资多少",)).status == "not_found"
    assert "明年3月" in ask("二期什么时候启动建设", turns=("智联车灯项目一期投产了吗",)).answer
