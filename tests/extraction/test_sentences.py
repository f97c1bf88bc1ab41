"""Sentences and clauses: what is quoted stands in the text exactly."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.extraction.words.passages import MOST, find_passages
from index.extraction.words.sentences import clause_spans, sentence_spans, split_sentences
from index.ingest import read_text
from tests.extraction.conftest import Maker, make_article


def test_a_sentence_ends_with_its_closing_quotation_mark() -> None:
    text = "他说：“好。”大家鼓掌。"
    assert [text[a:b] for a, b in sentence_spans(text)] == ["他说：“好。”", "大家鼓掌。"]


def test_a_full_stop_inside_quotes_that_go_on_does_not_cut() -> None:
    text = "他要求“要快。要稳”，随后离开。"
    assert len(sentence_spans(text)) == 1


def test_a_quotation_mark_that_never_closes_does_not_swallow_the_paragraph() -> None:
    text = "会议提出“四个坚持。" + "各镇各部门要抓好落实工作。" * 8
    assert len(sentence_spans(text)) > 4


def test_thousands_separators_do_not_cut_clauses() -> None:
    text = "接待游客12,300人次,同比增长5%"
    assert [text[a:b] for a, b in clause_spans(text)] == ["接待游客12,300人次,", "同比增长5%"]


def test_a_sentence_broken_over_columns_is_two_spans_of_the_text(article: Maker) -> None:
    page = article("全区新建口袋公\n园12个。")
    sentence = split_sentences(page)[1]
    assert sentence.text.text == "全区新建口袋公园12个。"
    assert "".join(page.text[a:b] for a, b in sentence.text.spans()) == sentence.text.text
    assert len(sentence.text.spans()) == 2


def test_a_row_is_quoted_without_the_breaks_inside_its_cells() -> None:
    page = "在建项目进度表（单位：万元）\n序号 项目名称 建设单位 总投资 形象进度\n" + (
        "1 北渠清淤 区水利局 860 清淤3.5公\n里，共7公里\n2 南门桥加固 区交通局 420 桥面铺\n装\n"
    )
    (table,) = read_text(page, "page.txt").articles
    rows = [sentence for sentence in split_sentences(table) if sentence.role == "table"]
    assert [row.text.text for row in rows] == [
        "1 北渠清淤 区水利局 860 清淤3.5公里，共7公里", "2 南门桥加固 区交通局 420 桥面铺装",
    ]  # fmt: skip
    assert all("".join(table.text[a:b] for a, b in row.text.spans()) == row.text.text for row in rows)


def test_a_cell_that_stands_for_several_rows_is_quoted_with_each() -> None:
    page = "停水日期\n停水时间\n停水范围\n7月2日\n8:00—17:00\n桥西巷\n9:00—15:00\n南池路\n7月4日\n8:30—12:00\n学宫里\n"
    sentences = [s for a in read_text(page, "page.txt").articles for s in split_sentences(a) if s.role == "table"]
    assert [s.text.text.split() for s in sentences] == [
        ["7月2日", "8:00—17:00", "桥西巷"], ["7月2日", "9:00—15:00", "南池路"], ["7月4日", "8:30—12:00", "学宫里"],
    ]  # fmt: skip


def test_half_width_full_stops_end_sentences_and_keep_their_places(article: Maker) -> None:
    page = article("全年新增绿地12.6公顷,增长4.5%.其中,公园3处.夜间照明覆盖率92.3.各镇均达标.")
    sentences = split_sentences(page)[1:]
    assert [s.text.text for s in sentences] == [
        "全年新增绿地12.6公顷，增长4.5%。", "其中，公园3处。", "夜间照明覆盖率92.3。", "各镇均达标。",
    ]  # fmt: skip
    printed = "".join(page.text[a:b] for s in sentences for a, b in s.text.spans())
    assert printed == "全年新增绿地12.6公顷,增长4.5%.其中,公园3处.夜间照明覆盖率92.3.各镇均达标."


@given(
    st.lists(
        st.text(alphabet="天地人和，。；：“”（）12个\n", min_size=1, max_size=60), min_size=1, max_size=6
    )
)
def test_sentences_reproduce_the_paragraphs(paragraphs: list[str]) -> None:
    page = make_article(*paragraphs)
    said = "".join(s.text.text for s in split_sentences(page))
    assert "".join(said.split()) == "".join(page.text.split())


@given(st.lists(st.text(alphabet="天地人和，。", min_size=1, max_size=90), min_size=1, max_size=8))
def test_every_sentence_is_in_exactly_one_passage(paragraphs: list[str]) -> None:
    sentences = split_sentences(make_article(*paragraphs))
    passages = find_passages(sentences)
    assert [n for p in passages for n in p.sentences] == [s.number for s in sentences]
    assert all(len(p.text) <= MOST or len(p.sentences) == 1 for p in passages)


def test_a_text_without_full_stops_is_cut_at_commas() -> None:
    text = "岚桥区新建公园3座，" * 400
    spans = sentence_spans(text)
    assert "".join(text[a:b] for a, b in spans) == text
    assert len(spans) > 1 and all(text[a:b].endswith("，") and b - a <= 1200 for a, b in spans)
