"""The same page with other names, districts, days and figures gives the same facts with the replacements."""

from __future__ import annotations

import random
from dataclasses import dataclass

import pytest

from index.extraction import extract
from index.records import Fact
from tests.extraction.pages import article_of, table_article

DISTRICTS = ("临江县", "澄河区", "北陵区", "沙溪县", "望川区")
PROJECTS = ("华岳轴承制造项目", "柳湾污水处理厂扩建工程", "云舟冷链物流中心项目", "昱峰医疗器械产业园项目")
TOWNS = ("柳湾镇", "东港街道", "白沙镇", "石埠乡", "梅岭街道", "古塘镇")
NAMES = ("罗一鸣", "沈白露", "欧阳明远", "施云帆", "葛静")
OFFICES = ("副区长", "镇长", "县委书记", "区发展和改革局局长")
MEASURES = ("规模以上工业增加值", "固定资产投资", "社会消费品零售总额", "建筑业总产值")


@dataclass(frozen=True)
class Draw:
    district: str
    project: str
    towns: tuple[str, ...]
    name: str
    office: str
    measures: tuple[str, ...]
    money: float
    area: int
    rates: tuple[float, ...]
    scores: tuple[float, ...]
    month: int
    day: int


def draw(seed: int) -> Draw:
    rng = random.Random(seed)
    return Draw(
        rng.choice(DISTRICTS), rng.choice(PROJECTS), tuple(rng.sample(TOWNS, 3)), rng.choice(NAMES),
        rng.choice(OFFICES), tuple(rng.sample(MEASURES, 3)), round(rng.uniform(1, 60), 2), rng.randint(20, 900),
        tuple(round(rng.uniform(1, 25), 1) + number * 30 for number in range(3)),
        tuple(round(rng.uniform(60, 75), 1) + number * 10 for number in range(3)), rng.randint(1, 12), rng.randint(1, 28),
    )  # fmt: skip


def one(facts: tuple[Fact, ...], value: str, kind: str | None = None) -> Fact:
    found = [fact for fact in facts if fact.value == value and kind in (None, fact.kind)]
    assert found, (value, [(f.kind, f.value) for f in facts])
    return found[0]


@pytest.mark.parametrize("seed", range(12))
def test_facts_of_prose_follow_the_page(seed: int) -> None:
    it = draw(seed)
    a, b, c = it.measures
    x, y, z = it.rates
    body = (
        f"{it.month}月{it.day}日，{it.district}项目建设推进会在会展中心召开，{it.office}{it.name}主持会议。\n"
        f"{it.project}总投资{it.money}亿元，占地{it.area}亩，位于{it.towns[0]}。\n"
        f"{a}、{b}、{c}分别增长{x:g}%、{y:g}%、{z:g}%。"
    )
    facts = extract(article_of(body, date=f"2024-{it.month:02d}-{it.day:02d}", district=it.district)).facts
    day = one(facts, f"{it.month}月{it.day}日")
    assert (day.subject, day.attribute) == (f"{it.district}项目建设推进会", "召开时间")
    assert day.date == f"2024-{it.month:02d}-{it.day:02d}"
    assert one(facts, it.name, "person").attribute == it.office
    assert (one(facts, f"{it.money}亿元").subject, one(facts, f"{it.money}亿元").attribute) == (it.project, "总投资")
    area = one(facts, f"{it.area}亩", "measure")
    assert (area.subject, area.attribute) == (it.project, "占地")
    for measure, rate in zip(it.measures, it.rates, strict=True):
        fact = one(facts, f"{rate:g}%")
        assert (fact.subject, fact.attribute, fact.number) == (measure, "增长", rate)


@pytest.mark.parametrize("seed", range(8))
def test_facts_of_a_table_follow_the_page(seed: int) -> None:
    it = draw(seed)
    rows = [[town, f"{score:g}", f"{number + 1}"] for number, (town, score) in enumerate(zip(it.towns, it.scores, strict=True))]
    article = table_article("三季度考评得分", ["镇街", "得分", "名次"], rows, district=it.district)
    found = {(f.subject, f.attribute): (f.value, f.number) for f in extract(article).facts if f.kind == "number"}
    for town, score in zip(it.towns, it.scores, strict=True):
        assert found[town, "得分"] == (f"{score:g}", score)


@pytest.mark.parametrize("seed", range(6))
def test_changing_one_figure_changes_one_value(seed: int) -> None:
    it = draw(seed)
    text = f"{it.project}总投资%s亿元，占地{it.area}亩，工期{it.day + 5}个月。"
    first, second = (
        [(f.kind, f.subject, f.attribute, f.value) for f in extract(article_of(text % figure)).facts]
        for figure in ("4.4", "5.5")
    )
    assert len(first) == len(second)
    changed = {one[3] for one, other in zip(first, second, strict=True) if one != other}
    assert changed == {"4.4亿元"}
