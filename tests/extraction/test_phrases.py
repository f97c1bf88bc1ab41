"""Facts in set phrases, lists called by their common sign, and years that are part of a name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from index.extraction import extract
from index.records import Article

Maker = Callable[..., Article]


@pytest.mark.parametrize(
    ("text", "subject", "attribute", "value"),
    [
        ("会上，晴川区推出“暖心十条”政策。", "", "推出政策", "“暖心十条”"),
        ("各单位要以只争朝夕的劲头，抓好秋收。", "", "工作劲头", "只争朝夕的劲头"),
        ("何平强调，全区上下要紧盯防汛重点部位，落实巡查责任。", "全区上下", "要求", "紧盯防汛重点部位，落实巡查责任"),
        ("3月5日，晴川区教育局举办青少年机器人比赛。", "青少年机器人比赛", "主办", "晴川区教育局"),
        ("4月2日，全省第九期“四个一批”项目推进活动举行。", "全省“四个一批”项目推进活动", "期次", "第九期"),
        ("全区要保开局、保起步、保收官，把各项工作往前赶。", "", "三保", "保开局、保起步、保收官"),
        ("晴川区举行2031年消夏龙舟赛，邀请城区居民代表观看。", "2031年消夏龙舟赛", "年份", "2031年"),
    ],
)  # fmt: skip
def test_a_phrase_says_what_it_says(
    article: Maker, text: str, subject: str, attribute: str, value: str
) -> None:
    found = [(one.subject, one.attribute, one.value) for one in extract(article(text)).facts]
    assert any(s.startswith(subject) and a.endswith(attribute) and v == value for s, a, v in found), found


def test_a_day_is_told_by_what_day_it_is(article: Maker) -> None:
    facts = extract(article("10月8日，国庆后第一个工作日，晴川区召开营商环境大会。")).facts
    dates = {one.value: (one.subject, one.attribute) for one in facts if one.kind == "date"}
    assert dates["10月8日"] == ("营商环境大会", "召开时间")
    assert dates["国庆后第一个工作日"] == ("10月8日", "是什么日子")


def test_a_demand_ends_where_its_purpose_begins(article: Maker) -> None:
    facts = extract(article("何平要求，各级各部门要管好每一口机井，修好每一条水渠，让庄稼喝饱水。")).facts
    assert any(f.attribute == "要求" and f.value == "管好每一口机井，修好每一条水渠" for f in facts)


def test_paragraphs_spell_out_the_plan_that_was_announced(article: Maker) -> None:
    facts = extract(
        article("会议明确了2031年工作思路和目标。", "园区建设上紧盯招商，腾笼换鸟。", "河道治理上久久为功，一河一策。")
    ).facts
    found = {(f.subject, f.attribute): f.value for f in facts}
    assert found["2031年工作思路和目标", "园区建设"] == "紧盯招商，腾笼换鸟"
    assert found["2031年工作思路和目标", "河道治理"] == "久久为功，一河一策"


def test_a_record_is_that_of_the_event_before(article: Maker) -> None:
    facts = extract(article("5月6日，晴川区举办了第二批外资项目签约仪式，到账外资规模创历史新高。")).facts
    assert any((f.subject, f.attribute) == ("第二批外资项目签约仪式", "到账外资规模") for f in facts), facts


def test_how_many_spoke_is_a_figure_of_the_event(article: Maker) -> None:
    facts = extract(article("5月6日，晴川区召开秋收工作会议。会上，青石镇、白沙镇，区农业局、区水利局等4个单位作了发言。")).facts
    found = {(f.subject, f.attribute): f.value for f in facts}
    assert found["秋收工作会议", "发言单位数"] == "4个"
    assert found["秋收工作会议", "发言单位"] == "青石镇、白沙镇，区农业局、区水利局"


def test_those_who_spoke_by_side_are_dates_of_the_same_event(article: Maker) -> None:
    facts = extract(article("2月3日，农历正月初六，晴川区召开营商环境大会。")).facts
    dates = {one.value: (one.subject, one.attribute) for one in facts if one.kind == "date"}
    assert dates["2月3日"] == ("营商环境大会", "召开时间")


def test_those_who_spoke_are_labelled_by_what_they_did(article: Maker) -> None:
    facts = extract(article("青石镇、白沙镇、红枫镇围绕“稳增长”作典型发言。")).facts
    assert any(f.kind == "list" and f.attribute.endswith("典型发言") for f in facts)
