"""The same page with other names, districts, periods and figures gives the same rows with the replacements."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from index.records import Batch, ProjectRow
from tests.extraction.pages import article_of, rows_of

PLACES = ("临江县", "澄河区", "青崖市", "北陵区", "沙溪县")
BRANDS = (
    "华岳",
    "云舟",
    "泛锐",
    "昱峰",
    "金禾",
    "宏远达",
    "渡森",
    "博恩",
    "远峰",
    "恒晟",
    "嘉禾源",
    "启明星",
)
KINDS = (
    "{}新材料项目",
    "{}医疗科技产业园",
    "{}服饰年产{}万件服装生产线建设项目",
    "{}路第三小学",
    "{}水库加固提升及灌区配套工程",
    "{}冷链物流中心",
    "{}街道老旧小区改造项目",
    "{}大道北延工程",
    "{}污水处理厂扩建及管网配套工程PPP项目",
    "{}Park国际商业综合体项目",
    "{}新村等7所幼儿园建设项目",
    "{}文化街区综合改造项目",
)
NUMERALS = "零一二三四五六七八九"
STAGES = ("签约", "开工", "投产")


@dataclass(frozen=True)
class Page:
    district: str
    period: int
    names: tuple[tuple[str, ...], ...]
    totals: tuple[float, ...]
    month: int
    day: int


def random_page(seed: int) -> Page:
    rng = random.Random(seed)
    brands = rng.sample(BRANDS, 9)
    kinds = rng.sample(KINDS, 9)
    names = [
        kind.format(brand, rng.randint(2, 900)) if kind.count("{}") == 2 else kind.format(brand)
        for kind, brand in zip(kinds, brands, strict=True)
    ]
    cuts = sorted(rng.sample(range(2, 8), 2))
    groups = (tuple(names[: cuts[0]]), tuple(names[cuts[0] : cuts[1]]), tuple(names[cuts[1] :]))
    totals = tuple(round(rng.uniform(1, 90), 1) for _ in groups)
    return Page(rng.choice(PLACES), rng.randint(2, 9), groups, totals, rng.randint(1, 12), rng.randint(1, 28))


def quoted(page: Page) -> str:
    """“开工一批”项目6个，投资总额31.2亿元。分别是：…"""
    total = round(sum(page.totals), 1)
    count = sum(map(len, page.names))
    lines = [
        f"{page.month}月{page.day}日，全市第{NUMERALS[page.period]}期“三个一批”项目建设活动举行，"
        f"{page.district}谋划第{NUMERALS[page.period]}期"
        f"“三个一批”项目{count}个，总投资{total}亿元。"
    ]
    for stage, names, amount in zip(STAGES, page.names, page.totals, strict=True):
        lines.append(f"“{stage}一批”项目{len(names)}个，投资总额{amount}亿元。分别是：{joined(names)}。")
    return "\n".join(lines)


def one_sentence(page: Page) -> str:
    """签约项目31个，总投资56亿元，分别是…；开工项目…"""
    head = f"{page.month}月{page.day}日，{page.district}第{page.period}期“三个一批”活动在会展中心举行。"
    parts = [
        f"{stage}项目{len(names)}个，总投资{amount}亿元，分别为{joined(names)}"
        for stage, names, amount in zip(STAGES, page.names, page.totals, strict=True)
    ]
    return head + "其中" + "；".join(parts) + "。"


def bracketed(page: Page) -> str:
    """开工一批6个、31.2亿元，包括…"""
    count = sum(map(len, page.names))
    lines = [
        f"{page.month}月{page.day}日，"
        f"{page.district}举行第{NUMERALS[page.period]}期“三个一批”项目建设活动，共有项目{count}个。"
    ]
    for stage, names, amount in zip(STAGES, page.names, page.totals, strict=True):
        lines.append(f"{stage}一批{len(names)}个、{amount}亿元，包括{joined(names)}。")
    return "\n".join(lines)


def joined(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else "、".join(names[:-1]) + "和" + names[-1]


@pytest.mark.parametrize("write", [quoted, one_sentence, bracketed])
@pytest.mark.parametrize("seed", range(12))
def test_rows_follow_the_page(write: Callable[[Page], str], seed: int) -> None:
    page = random_page(seed)
    text = write(page)
    found = rows_of(article_of(text, date=f"2024-{page.month:02d}-{page.day:02d}", district=page.district))
    wanted = [(name, stage) for stage, names in zip(STAGES, page.names, strict=True) for name in names]
    assert [(row.name, row.stage) for row in found.projects] == wanted, text
    assert all(fits(row, page) for row in found.projects)
    for stage, names, amount in zip(STAGES, page.names, page.totals, strict=True):
        (batch,) = [one for one in found.batches if one.stage == stage]
        assert (batch.count, batch.total, batch.period, batch.count_ok) == (
            len(names),
            amount,
            page.period,
            True,
        ), text
    assert whole(found.batches).total == round(sum(page.totals), 6), text
    assert found.flags == ()


def fits(row: ProjectRow, page: Page) -> bool:
    day = f"2024-{page.month:02d}-{page.day:02d}"
    return (row.period, row.programme, row.district, row.event_date, row.investments) == (
        page.period,
        "三个一批",
        page.district,
        day,
        (),
    )


def whole(batches: tuple[Batch, ...]) -> Batch:
    (found,) = [one for one in batches if one.stage == "合计"]
    return found


@pytest.mark.parametrize("seed", range(6))
def test_own_figures_follow_the_page(seed: int) -> None:
    rng = random.Random(seed)
    brand, amount, area, jobs = (
        rng.choice(BRANDS),
        round(rng.uniform(0.5, 80), 2),
        rng.randint(20, 900),
        rng.randint(50, 5000),
    )
    place = rng.choice(("东港街道", "柳湾镇", "高新区智造园"))
    text = (
        f"{brand}智能装备产业园项目，由{brand}科技有限公司投资建设，位于{place}，总投资{amount:g}亿元，"
        f"占地{area}亩，"
        f"年度计划投资{amount / 4:g}亿元，建成后可新增就业{jobs}人。"
    )
    (row,) = rows_of(article_of(text)).projects
    assert (row.name, row.owner, row.place, row.area) == (
        f"{brand}智能装备产业园项目",
        f"{brand}科技有限公司",
        place,
        f"{area}亩",
    )
    assert [(one.kind, one.value) for one in row.investments] == [
        ("总投资", amount),
        ("年度计划投资", round(amount / 4, 6)),
    ]
    assert ("新增就业", f"{jobs}人") in row.details
