"""Pages in traditional characters say what the same pages in simplified ones say, quoted as printed."""

from __future__ import annotations

from index.extraction import extract
from index.ingest import read_text
from index.language.scripts import simplify_each
from index.records import Extraction

NEWS = """桂溪區重點項目集中開工

本報訊（記者 安若素）2024年3月5日，桂溪區舉行重點項目集中開工儀式，開工項目3個，總投資35.6億元。
雲嶺新材料產業園項目總投資12.5億元，佔地200畝，由雲嶺材料有限公司建設。
西山汙水處理廠項目，計劃總投資1億2000萬元，年度計劃投資5000萬元。石門物流園項目總投資20億港元。
"""
TABLE = """桂溪區重點項目一覽表（單位：億元）
序號\t項目名稱\t建設單位\t總投資
1\t雲嶺新材料產業園\t雲嶺公司\t12.5
2\t東河學校擴建\t桂溪區教育局\t3.2億元
3\t西山汙水處理廠\t桂溪區城投公司\t1億元
"""


def said(text: str) -> Extraction:
    article = read_text(text, "x.txt").articles[0]
    found = extract(article)
    for fact in found.facts:
        assert all(article.text[a:b] in article.text for a, b in fact.spans)
    return found


def test_facts_are_the_same_as_of_the_simplified_page() -> None:
    for text in (NEWS, TABLE):
        traditional, simple = said(text), said(simplify_each(text))
        assert [
            (f.kind, simplify_each(f.subject), f.attribute, simplify_each(f.value), f.number, f.unit, f.date)
            for f in traditional.facts
        ] == [(f.kind, f.subject, f.attribute, f.value, f.number, f.unit, f.date) for f in simple.facts]


def test_values_are_quoted_as_printed() -> None:
    values = {fact.value for fact in said(NEWS).facts if fact.kind == "money"}
    assert {"35.6億元", "12.5億元", "1億2000萬元", "5000萬元", "20億港元"} <= values


def test_rows_have_their_amounts_and_the_page_its_district_and_unit() -> None:
    for text in (NEWS, TABLE):
        article = read_text(text, "x.txt").articles[0]
        assert article.district == "桂溪区"
        assert [table.unit for table in article.tables] in ([], ["亿元"])
    amounts = {
        (row.name, one.kind, one.value, one.unit, one.currency)
        for text in (NEWS, TABLE)
        for row in said(text).projects
        for one in row.investments
    }
    assert amounts == {
        ("雲嶺新材料產業園項目", "总投资", 12.5, "亿", "元"),
        ("西山汙水處理廠項目", "总投资", 1.2, "亿", "元"),
        ("西山汙水處理廠項目", "年度计划投资", 5000.0, "万", "元"),
        ("石門物流園項目", "总投资", 20.0, "亿", "港元"),
        ("雲嶺新材料產業園", "总投资", 12.5, "亿", "元"),
        ("東河學校擴建", "总投资", 3.2, "亿", "元"),
        ("西山汙水處理廠", "总投资", 1.0, "亿", "元"),
    }
