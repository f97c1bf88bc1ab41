"""Rounds told in one row, steps with what is given for each, standards with what is added, and what is another's."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

ROUNDS = """临溪日报 2025年6月20日 星期五 第1版

临溪区举行第三批“三集中”项目活动

22个项目总投资64.5亿元

本报讯（记者 姜晓）6月18日，临溪区2025年第三批“三集中”（集中签约、集中开工、集中投产）项目活动在蓝湾科技园举行。此次活动涉及项目22个，总投资64.5亿元。

其中，集中签约项目9个，总投资27.3亿元；集中开工项目8个，总投资26.4亿元；集中投产项目5个，总投资10.8亿元。

集中签约的项目中，投资最大的是南湾电池公司的固态电池项目，总投资9亿元。

集中投产的5个项目分别是：宏泰轴承二期、远帆包装、临溪粮油加工中心、康宁敷料产业园和锦程纺纱。其中，康宁敷料产业园总投资2.7亿元，可提供就业岗位410个。

据悉，今年前两批“三集中”活动分别于2月26日、4月22日举行，涉及项目分别为18个、25个，总投资分别为51.2亿元、73.4亿元。前两批集中开工项目共19个，目前已有16个形成实物工作量。

区投资促进中心介绍，已签约的49个项目中，完成注册40个，开工27个，开工率55.1%。按照计划，全年签约项目力争达到120个，开工率不低于70%。

附：第三批集中开工部分项目（单位：亿元）
序号 项目名称 建设单位 落户园区 总投资 年度计划
1 风电塔筒生产线 同力装备公司 蓝湾科技园 8.4 3.1
2 智慧冷库 区商贸集团 城东工业园 5.3 2.2
"""

LIVING = """临溪日报 2025年3月21日 星期五 第4版

高龄补贴每月涨到150元

本报讯（记者 姜晓）今年1月起，临溪区养老补贴最低标准由每人每月130元提高到150元。70至79周岁的，每月加发15元；80周岁及以上的，每月加发30元。

社区养老缴费分300元、600元、1200元3个档次，政府补贴分别为40元、90元、200元。

招聘会上，平均月薪5200元；其中机械制造类岗位占28%，平均月薪6100元；食品加工类岗位占19%，平均月薪4900元；仓储物流类岗位占12%。

技能培训设月嫂、焊工2个工种，3月25日至4月8日在各社区报名，4月12日开班。33岁的求职者陶小满与同力装备公司签了意向书。

清查“僵尸社”128家，其中吊销90家、限期整改38家。截至2月末，政府债务余额31.4亿元，控制在35亿元的限额以内。
"""


@pytest.fixture(scope="module")
def rounds(about: About) -> Ask:
    return about(ROUNDS)


@pytest.fixture(scope="module")
def living(about: About) -> Ask:
    return about(LIVING)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("第一批三集中总投资多少", "51.2亿元"),
        ("第二批三集中活动哪天举行的", "4月22日"),
        ("前两批三集中一共多少个项目", "43个"),
        ("今年三批三集中总投资加起来多少亿", "189.1亿元"),
        ("第三批集中开工项目总投资多少", "26.4亿元"),
        ("前两批集中开工项目一共几个", "19个"),
        ("签约项目开工率是多少", "55.1%"),
        ("开工率要达到多少", "70%"),
    ],
)
def test_each_round_of_a_row_has_its_own(rounds: Ask, question: str, said: str) -> None:
    assert said in rounds(question).answer


def test_two_measures_of_one_project_are_both_told(rounds: Ask) -> None:
    said = rounds("智慧冷库总投资和今年计划各多少").answer
    assert "5.3亿元" in said and "2.2亿元" in said


def test_the_rounds_that_the_question_counts_are_not_all(rounds: Ask) -> None:
    assert "124.6" not in rounds("今年两批三集中总投资加起来多少亿").answer


def test_follow_ups_stay_with_the_round_and_the_project(rounds: Ask) -> None:
    assert rounds("那投产的呢", turns=("第三批集中开工项目总投资多少",)).answer == "10.8亿元"
    assert rounds("第二批呢", turns=("第一批三集中活动哪天举行的",)).answer == "4月22日"
    assert rounds("能解决多少人就业", turns=("固态电池项目总投资多少",)).status == "not_found"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("社区养老交600那档政府补多少", "90元"),
        ("选1200元档政府补贴多少", "200元"),
        ("我爸83岁，养老补贴一个月能拿多少", "180元"),
        ("83岁养老补贴每月加发多少", "加发30元"),
        ("机械制造比食品加工平均月薪高多少", "1200元"),
        ("僵尸社里吊销了几家，整改几家", "整改38家"),
    ],
)
def test_each_step_and_part_has_its_own(living: Ask, question: str, said: str) -> None:
    assert said in living(question).answer


@pytest.mark.parametrize(
    "question",
    ["报名焊工培训学几天", "陶小满签的是什么岗位", "一般债务余额和专项债务余额各多少", "社区养老交900那档政府补多少",
     "机械制造比仓储物流平均月薪高多少"],
)
def test_nothing_is_told_of_what_is_not_printed(living: Ask, question: str) -> None:
    assert living(question).status == "not_found"
