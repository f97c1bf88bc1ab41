"""The same asked of several at once (甲、乙各多少), and sums whose bearers, goals and rests are printed."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
柳河区高标准农田建设

本报讯 2025年，柳河区计划建设高标准农田5.2万亩，总投资1.04亿元，其中自治区资金6240万元，区级配套2600万元，其余由受益乡镇和经营主体承担。截至9月底，全区水稻收割3.1万亩，占应收面积5.6万亩的55.4%，其中早稻收割0.9万亩，晚稻收割2.2万亩，花生收获1.2万亩，烟叶采收0.8万亩。今年全区引进到位资金21.6亿元，完成全年任务的72%。

柳河区教育局今年招聘教师102名，小学教师占60名，初中教师占42名。柳河一中和柳河二中分别新增学位900个、600个。去年招聘教师80名。全区学科类培训机构已注销29家，转为非学科类12家。

全区新签约项目18个、新开工项目11个、新投产项目6个。第一产业增加值12.4亿元，增长3.1%；第二产业增加值58.6亿元，增长7.2%；第三产业增加值44.9亿元，增长5.6%。

暑期夏令营开课

本报讯 7月10日，柳河区暑期夏令营开课，课程有古筝、剪纸等9门。区教育局副局长乌云介绍，指导教师都是志愿者。长卷《春耕图》由民间艺人莫秀兰带领6名徒弟用时11个月绣成。今年将建两个服务站，一个在石坪镇修农机，一个在坝口乡收山货，共可吸纳务工人员90名。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("高标准农田自治区和区里各出多少钱", ("6240", "2600")),
        ("花生、烟叶、晚稻各收了多少", ("1.2万亩", "0.8万亩", "2.2万亩")),
        ("小学和初中分别招多少老师", ("60", "42")),
        ("柳河一中和二中各增加多少学位", ("900", "600")),
        ("柳河区新签约、新开工、新投产项目各几个", ("签约18", "开工11", "项目6")),
        ("三次产业增加值各是多少", ("12.4", "58.6", "44.9")),
        ("一产二产三产各增长多少", ("第一产业3.1%", "第二产业7.2%", "第三产业5.6%")),
        ("水稻还有多少万亩没收", ("2.5万亩",)),
        ("引进到位资金完成全年任务的百分之几", ("72%",)),
        ("注销了几家学科类机构", ("29家",)),
        ("春耕图谁做的", ("莫秀兰",)),
        ("柳河区今年招聘教师比去年多吗", ("是", "22")),
        ("修农机的服务站建在哪个镇", ("石坪镇",)),
    ],
)
def test_each_is_answered_by_its_own_figure(ask: Ask, question: str, holds: tuple[str, ...]) -> None:
    answer = ask(question).answer
    assert all(part in answer for part in holds), answer


@pytest.mark.parametrize(
    "question",
    [
        "受益乡镇出了多少钱",
        "古筝课谁教的",
        "坝口乡的服务站能吸纳多少人",
        "乌云副局长干得咋样",
        "花生和烟叶各增长多少",
    ],
)
def test_what_is_told_of_none_of_them_is_refused(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"
