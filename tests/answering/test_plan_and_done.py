"""Tables with a plan and what is done of it: what is left, what is above it, and where both lie farthest apart."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
松河县政务简报
2025年12月26日 星期五 第146期

松河县通报老旧街区整治进度

本报讯（记者 高粱）12月25日，松河县召开老旧街区整治推进会，县长韩江主持。

附：松河县老旧街区整治进度表（单位：户、万元）
乡镇 年度任务 完成整治 投入资金
城关镇 820 964 5120
白杨乡 460 371 2080
河东镇 350 362 1730
柳沟镇 240 205 990
合计 1870 1902 9920
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("城关镇街区整治超额完成多少户", "144户"),
        ("河东镇整治比任务多完成了多少户", "多12"),
        ("白杨乡还有多少户没完成", "89户"),
        ("街区整治超额完成最多的是哪个镇", "城关镇"),
        ("哪个乡镇离任务差得最多", "白杨乡"),
        ("投入资金最多的和最少的差多少", "4130万元"),
    ],
)
def test_plan_and_done_are_set_against_each_other(ask: Ask, question: str, said: str) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer.answer
    assert said in answer.answer


@pytest.mark.parametrize("question", ["柳沟镇街区整治超额完成多少户", "松石镇还有多少户没完成"])
def test_what_is_not_so_in_the_row_is_not_computed(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"


SOME = """\
松河县政务简报
2026年3月20日 星期五 第31期

河东新区一季度项目“三同步”：5个签约、7个开工、4个竣工

本报讯（记者 高粱）3月18日，河东新区举行一季度项目同步签约、同步开工、同步竣工活动。同步签约项目5个，协议投资21亿元。同步开工项目7个，总投资33.2亿元。同步竣工项目4个，总投资14.5亿元。

表：一季度同步竣工部分项目（单位：亿元）
项目名称 投资主体 所在园区 总投资
绿野饲料工厂 绿野农业公司 智造园 4.1
松河物流中心 松河物流公司 白杨园 3.6
"""


def test_rows_of_some_projects_are_not_counted(about: About) -> None:
    assert about(SOME)("河东新区一季度同步竣工几个项目").answer.startswith("4个")
