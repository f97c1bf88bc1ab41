"""Suspicious figures are flagged in one sentence and stored as printed."""

from __future__ import annotations

from index.records import Flag
from tests.extraction.pages import article_of, rows_of


def flags_of(body: str) -> dict[str, Flag]:
    return {flag.kind: flag for flag in rows_of(article_of(body)).flags}


def test_a_count_that_matches_no_list() -> None:
    article = article_of(
        "第三期“三个一批”签约项目4个，总投资9亿元，分别是：华岳轴承制造项目、云河水库工程、东湖大道项目。"
    )
    found = rows_of(article)
    (batch,) = found.batches
    assert (batch.count, len(batch.names), batch.count_ok) == (4, 3, False)
    (flag,) = found.flags
    assert flag.kind == "count_mismatch" and "写明4个，列出的名称有3个" in flag.message
    assert "云河水库工程" in "".join(article.text[a:b] for a, b in flag.spans)


def test_an_open_list_is_no_mismatch() -> None:
    found = rows_of(
        article_of(
            "第三期“三个一批”签约项目8个，总投资9亿元，包括华岳轴承制造项目、云河水库工程、东湖大道项目等。"
        )
    )
    assert found.flags == () and found.batches[0].count_ok is None


def test_parts_that_do_not_give_the_total() -> None:
    found = flags_of(
        "第八期“三个一批”项目20个，总投资83亿元，其中签约一批5个、总投资20亿元，开工一批9个、"
        "总投资41亿元，投产一批7个、总投资22亿元。"
    )
    assert "5+9+7=21个" in found["count_mismatch"].message
    found = flags_of(
        "第八期“三个一批”项目20个，总投资85亿元，其中签约一批5个、总投资20亿元，开工一批9个、"
        "总投资41亿元，投产一批6个、总投资22亿元。"
    )
    assert "写明总投资85亿元，各部分相加为83亿元" in found["sum_mismatch"].message


def test_kinds_may_leave_something_out() -> None:
    assert (
        flags_of(
            "此次集中开工项目34个，总投资118亿元。其中，产业项目19个，总投资82亿元；民生项目6个，"
            "总投资11亿元。"
        )
        == {}
    )


def test_a_slip_of_the_unit() -> None:
    article = article_of("华岳轴承制造项目，总投资3.06万元，占地80亩。")
    found = rows_of(article)
    assert [(one.value, one.unit) for one in found.projects[0].investments] == [(3.06, "万")]
    assert [flag.kind for flag in found.flags] == ["unit_suspicious"]
    assert "3.06万元" in found.flags[0].message


def test_headline_and_text_disagree() -> None:
    article = article_of(
        "4月2日，临江县第五期“三个一批”项目16个，总投资40亿元。",
        headlines=["临江县第五期“三个一批”项目15个"],
        district="临江县",
    )
    found = rows_of(article)
    assert {batch.count for batch in found.batches} == {15, 16}
    assert [flag.kind for flag in found.flags] == ["source_conflict"]


def test_a_name_of_eighty_characters_is_kept_and_flagged() -> None:
    name = "华岳" + "高端装备智能制造及配套基础设施" * 5 + "建设项目"
    assert len(name) > 80
    found = rows_of(article_of(f"{name}，总投资3亿元，占地80亩。"))
    assert [row.name for row in found.projects] == [name]
    assert [flag.kind for flag in found.flags] == ["layout"]


def test_an_unknown_year_stays_unknown() -> None:
    found = rows_of(article_of("4月2日，第五期“三个一批”活动举行，签约项目3个，总投资9亿元。", date=None))
    assert [batch.event_date for batch in found.batches] == [None]


def test_nothing_is_found_in_an_empty_article() -> None:
    found = rows_of(article_of("", date=None, district=None))
    assert (found.projects, found.batches, found.flags) == ((), (), ())


def test_the_quarter_of_a_round_is_no_kind_of_project() -> None:
    found = rows_of(
        article_of(
            "棠溪区第四季度12个项目集中开工，总投资38.6亿元。此次集中开工项目12个，总投资38.6亿元，"
            "其中工业项目7个，总投资27.1亿元；民生项目5个，总投资11.5亿元。"
        )
    )
    assert found.flags == ()
    assert {batch.category for batch in found.batches} == {None, "工业项目", "民生项目"}
