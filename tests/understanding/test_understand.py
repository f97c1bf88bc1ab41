"""From words to slots."""

from __future__ import annotations

import pytest

from index.understanding.gazetteer import Entry, Gazetteer
from index.understanding.kinds import answer_kind, asked_unit
from index.understanding.periods import named_periods
from index.understanding.repair import repair_words
from index.understanding.slots import find_slots
from index.understanding.splitting import kinds, parts
from index.understanding.understand import understand

NAMES = Gazetteer.build(
    [
        Entry("project", "p1", "河南省煤矿智能化建设创新中心"),
        Entry("project", "p2", "大喜城综合体项目", ("大喜城综合体", "大喜城")),
        Entry("person", "李晓雷", "李晓雷"),
        Entry("district", "中原区", "中原区", ("中原",)),
    ]
)


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("总投资多少钱", "money"),
        ("一共有几个项目", "count"),
        ("占地多少亩", "area"),
        ("增长了多少", "percent"),
        ("在全市排第几", "rank"),
        ("啥时候开工", "date"),
        ("要建多久", "duration"),
        ("谁主持的", "person"),
        ("他是什么职务", "office"),
        ("在哪举办的", "place"),
        ("有哪些项目", "list"),
        ("开工了吗", "yesno"),
        ("哪批投资最多", "compare"),
        ("打什么电话", "phone"),
        ("62.4亿是什么钱", "lookup"),
        ("讲讲这次会议说了啥", "summary"),
        ("要建什么", "text"),
        ("它的总投资呢", "money"),
    ],
)
def test_the_answer_type_of_a_question(question: str, kind: str) -> None:
    assert answer_kind(question) == kind


def test_the_counter_that_is_asked_for() -> None:
    assert asked_unit("一共建几所") == "所"
    assert asked_unit("有多少个项目") == "个"


def test_periods_stages_and_years() -> None:
    slots = find_slots("2023年第七期签约和投产的前五期")
    assert slots.periods == ("1-5", 7)
    assert slots.stages == ("签约", "投产")
    assert slots.year == 2023


def test_a_second_phase_in_a_name_is_no_period() -> None:
    assert find_slots("滨河公园二期有多少车位").periods == ()


def test_names_are_linked_whole_short_misheard_and_with_gaps() -> None:
    def linked(text: str) -> list[str]:
        return [link.key for link in understand(text, NAMES).links if link.kind in ("project", "person")]

    assert linked("大喜城综合体是哪批") == ["p2"]
    assert linked("大西城综合体是哪批") == ["p2"]
    assert linked("煤矿智能化创新中心是哪批的") == ["p1"]
    assert linked("李小雷去了哪里") == ["李晓雷"]


def test_another_area_is_critical() -> None:
    query = understand("金水区总投资多少", NAMES)
    assert query.place == "金水区"
    assert any(term.critical for term in query.terms)


def test_mistyped_words_are_repaired_but_real_ones_stay() -> None:
    assert repair_words("签月一批总投姿多少")[0] == "签约一批总投资多少"
    assert repair_words("停水到几点")[0] == "停水到几点"


def test_several_questions_in_one_sentence() -> None:
    assert parts("有几个项目，投资多少？") == ("有几个项目", "投资多少")
    assert parts("啥时候开工啥时候完工") == ("啥时候开工", "啥时候完工")
    assert parts("在梧桐街道，有几个小区") == ("在梧桐街道，有几个小区",)
    assert kinds("是哪天在哪儿办的") == ("date", "place")


def test_last_year_s_round_is_named_where_this_one_is_printed_without_its_year() -> None:
    known = ("首批", "2024年首批")
    assert named_periods("去年首批多少个项目", known) == (((0, 4), "2024年首批"),)
    assert [period for _, period in named_periods("今年首批比去年首批多多少", known)] == ["首批", "2024年首批"]
    assert named_periods("首批多少个项目", known) == (((0, 2), "首批"),)
