"""Every kind of doubt that an admin is shown about a single article; nothing is ever "fixed"."""

from __future__ import annotations

import pytest

from index.extraction import extract
from index.records import Flag
from tests.extraction.pages import article_of, table_article


def flags(body: str, date: str | None = "2024-04-18") -> list[Flag]:
    return list(extract(article_of(body, date=date)).flags)


@pytest.mark.parametrize(
    ("body", "kind", "said"),
    [
        ("第三期“三个一批”签约项目3个，总投资9亿元，分别是：华岳轴承制造项目、云河水库工程。", "count_mismatch", "写明3个"),
        ("第八期“三个一批”项目20个，总投资85亿元，其中签约一批5个、总投资20亿元，开工一批9个、总投资41亿元，"
         "投产一批6个、总投资22亿元。", "sum_mismatch", "相加为83亿元"),
        ("华岳轴承制造项目，总投资3.06万元，占地80亩。", "unit_suspicious", "3.06万元"),
        ("第三期“三个一批”签约项目2个，总投资3亿元，分别是：华岳轴承制造项目、云河水库工程。华岳轴承制造项目总投资31亿元。",
         "unit_suspicious", "大于所在批次"),
        ("活动定于2024年5月1日（星期五）上午举行。", "year_conflict", "实为星期三"),
        ("云河大桥全长1.2公里，计划2019年10月建成通车。", "year_conflict", "2019年10月"),
        ("截至3月底，全区完成固定资产投资31.2亿元，同比增长6.3%，其中工业投资完成1", "cut_off", "中断"),
    ],
)  # fmt: skip
def test_a_doubt_is_flagged_in_one_sentence(body: str, kind: str, said: str) -> None:
    found = [flag for flag in flags(body) if flag.kind == kind]
    assert found, flags(body)
    assert said in found[0].message and found[0].spans


@pytest.mark.parametrize(
    "body",
    [
        "活动定于2024年5月1日（星期三）上午举行。",
        "云河大桥全长1.2公里，计划2025年10月建成通车。",
        "云河大桥全长1.2公里，已于2019年10月建成通车。",
        "华岳轴承制造项目，总投资3.06亿元，占地80亩。",
        "截至3月底，全区完成固定资产投资31.2亿元，同比增长6.3%。",
        "咨询电话：0371-5550199",
    ],
)
def test_what_fits_is_not_doubted(body: str) -> None:
    assert flags(body) == []


def test_an_end_before_the_beginning_in_a_table() -> None:
    article = table_article(
        "重点项目一览表（单位：万元）",
        ["项目名称", "建设单位", "总投资", "建设起止年月"],
        [["云河水库工程", "区水利局", "52000", "2025.4—2023.6"]],
    )
    (flag,) = [one for one in extract(article).flags if one.kind == "year_conflict"]
    assert "2023.6" in flag.message and "云河水库工程" in flag.message


def test_the_figure_stays_as_printed() -> None:
    found = extract(article_of("华岳轴承制造项目，总投资3.06万元，占地80亩。"))
    (amount,) = found.projects[0].investments
    assert (amount.value, amount.unit) == (3.06, "万")
    assert any(fact.value == "3.06万元" for fact in found.facts)


def test_a_count_of_the_headline_that_the_text_gives_to_others_is_no_conflict() -> None:
    article = article_of(
        "今年全区共安排重点项目54个，其中新开工项目22个，已开工18个。",
        headlines=["澄河区一季度重点项目18个开工"],
    )
    assert [one.kind for one in extract(article).flags] == []
