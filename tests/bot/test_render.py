"""Answers as HTML that Telegram takes: marked, cut between sentences, harmless whatever stands in them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.splitting import split_html
from bot.showing.cards import period_name
from bot.showing.cutting import cut
from bot.showing.keys import meant, short
from bot.showing.reading import pages
from bot.showing.render import HTML, PLAIN, clipped, day, marks, places, render, render_claims, source_line
from bot.showing.scripts import is_traditional, simplified, special, traditional, traditional_html
from index.library import Library
from index.records import Answer, Claim, Source
from tests.telegram.entities import parse_html

HOSTILE = st.text(
    alphabet=st.one_of(st.characters(), st.sampled_from("<>&\"'/\u202e\u200b\u0301\ud83d\U0001f469\u200d。，；“”\n亿0123456789.%")),
    max_size=300,
)  # fmt: skip


def _source(quote: str, title: str = "标题", **more: str) -> Source:
    return Source("a1", title, (title,), quote, ((0, len(quote)),), **more)  # type: ignore[arg-type]


def test_the_answer_comes_first_in_bold_and_is_marked_in_the_quotation() -> None:
    quote = "共有项目15个，总投资62.4亿元，\n其中签约2个。"
    html = render(Answer("问", "answered", "62.4亿元", sources=(_source(quote),)))
    assert html.startswith("<b>62.4亿元</b>")
    assert "<blockquote expandable>共有项目15个，总投资<b>62.4亿元</b>，其中签约2个。</blockquote>" in html
    assert html.endswith("出处：标题 · 日期未注明")


@pytest.mark.parametrize(
    ("answer", "quote", "expected"),
    [
        ("2个", "共12个，其中2个", ("2个",)),
        ("12.5亿元", "总投资2.5亿元和12.5亿元", ("12.5亿元",)),
        ("第七期签约的是2个项目，不是5个。", "“签约一批”有2个项目，总投资2亿元", ("2个项目",)),
        ("甲项目、乙项目", "分别是甲项目和乙项目。", ("乙项目", "甲项目")),
        ("没有", "没有这句话以外的话", ("没有",)),
        ("顾长风", "县长叶知秋", ()),
    ],
)
def test_what_is_marked(answer: str, quote: str, expected: tuple[str, ...]) -> None:
    assert set(marks(answer, quote)) == set(expected)
    for start, end in places(quote, marks(answer, quote)):
        assert quote[start:end] in answer


@given(HOSTILE, HOSTILE, HOSTILE)
def test_no_text_breaks_the_markup(answer: str, quote: str, title: str) -> None:
    made = Answer(
        "问",
        "answered",
        answer,
        detail=title,
        sources=(_source(quote, title),),
        repaired=((quote[:9], title[:9]),),
    )
    for listed in (True, False):
        seen = parse_html(render(made, papers={"a1": title}, listed=listed))
        assert not any("\ud800" <= sign <= "\udfff" or sign in "\u202e\u200b" for sign in seen.text)
    render(made, PLAIN)


@given(HOSTILE, st.integers(10, 120))
def test_cutting_keeps_characters_whole(text: str, longest: int) -> None:
    short_text = cut(text, longest)
    assert len(short_text) <= longest
    if len(text) > longest:
        body = short_text.removesuffix("…")
        assert text.startswith(body)
        following = text[len(body) : len(body) + 1]
        assert len(body) <= longest // 3 or not unicodedata.combining(following or " ")
    else:
        assert short_text == text


@pytest.mark.parametrize("whole", ["👨\u200d👩\u200d👧", "🇨🇳", "👍🏽", "e\u0301", "葛\U000e0100", "1\ufe0f\u20e3"])
def test_composed_characters_stay_whole_wherever_a_text_is_cut(whole: str) -> None:
    for before in range(14, 40):
        text = "字" * before + whole * 2 + "字" * 30
        assert cut(text, 40).removesuffix("…").count(whole[-1]) == cut(text, 40).count(whole)
        for part in split_html(text, 40):
            assert part.count(whole[-1]) == part.count(whole)
        assert "".join(split_html(text, 40)) == text


def test_figures_are_not_cut_through() -> None:
    assert cut("总投资1234.56亿元", 8) == "总投资…"


def test_a_long_quotation_shows_the_sentence_with_the_answer() -> None:
    sentences = [f"这是第{n}句话，讲的是另一件事情。" for n in range(80)]
    sentences[50] = "本次总投资62.4亿元。"
    shown = clipped("".join(sentences), ("62.4亿元",), 200)
    assert "本次总投资62.4亿元。" in shown
    assert shown.startswith("……") and shown.endswith("……")
    assert len(shown) <= 210


def test_more_evidence_is_counted_where_buttons_show_it() -> None:
    made = Answer(
        "问", "answered", "甲", sources=tuple(_source(f"句{n}") for n in range(5)), related=("乙？",)
    )
    assert "还有3处依据" in render(made, listed=False)
    assert "乙？" not in render(made, listed=False)
    assert "乙？" in render(made)
    assert render(made, PLAIN).count("句") == 5


def test_the_source_line_names_headline_paper_date_and_page_with_its_address() -> None:
    source = _source("句", date="2024-03-04", page="2", url="https://example.org/a?b=1&c=2")
    line = source_line(source, HTML, {"a1": "清水河周报"})
    assert (
        line
        == '出处：<a href="https://example.org/a?b=1&amp;c=2">标题</a> · 清水河周报 · 2024年3月4日 · 第2版'
    )
    assert "<a" not in source_line(_source("句", url="javascript:alert(1)"), HTML)
    assert "<a" not in source_line(_source("句", url='https://x/"><b>'), HTML)


def test_claims_are_marked_one_by_one() -> None:
    claims = (
        Claim("共15个", "confirmed", "项目15个", (_source("共有项目15个。"),)),
        Claim("建<火箭>", "not_mentioned", None, ()),
    )
    html = render_claims(claims)
    assert "✓ 属实" in html and "？ 未提及" in html
    assert "&lt;火箭&gt;" in html
    parse_html(html)


def test_days_and_periods() -> None:
    assert day("2024-03-04") == "2024年3月4日"
    assert day(None) == day("soon") == "日期未注明"
    assert [period_name(p) for p in (7, 12, 20, 35, "1-5", "2024年二季度", None)] == [
        "第七期", "第十二期", "第二十期", "第三十五期", "第1至5期", "2024年二季度", "",
    ]  # fmt: skip


@given(st.integers(30, 400))
def test_an_article_is_split_between_sentences_and_nothing_is_lost(longest: int) -> None:
    for article in _ARTICLES:
        held = pages(article, longest)
        assert all(len(page) <= longest for page in held)
        told = "".join("".join(held).split())
        for block in article.blocks:
            if block.role == "paragraph":
                assert "".join(block.text.text.split()) in told
        for page in held[:-1]:
            assert longest < 200 or page[-1] in "。！？；：”）」…，、" or page[-1].isalnum()


_ARTICLES = []  # type: ignore[var-annotated]


@pytest.fixture(autouse=True, scope="module")
def _samples(sample_db) -> None:  # type: ignore[no-untyped-def]
    with Library.open(sample_db) as library:
        _ARTICLES.extend(library.articles())


def test_scripts() -> None:
    assert is_traditional("總投資多少") and not is_traditional("总投资多少")
    assert is_traditional("甲乙丙", default=True) and not is_traditional("甲乙丙")
    assert traditional("30天后湿地公园机器人制造业集中签约") == "30天後濕地公園機器人製造業集中簽約"
    assert traditional("天后宫三人制篮球") == "天后宮三人制籃球"
    assert is_traditional("台灣") and all(is_traditional(both, default=True) for both in ("皇后", "3公里", "了解", "云杉"))
    assert simplified("總投資") == "总投资"
    assert traditional("这里为群众") == "這裡為群眾"
    html = traditional_html(
        '<b>总投资</b>\n<blockquote expandable>总投资<b>1亿</b></blockquote>\n<a href="https://x/总">总</a>'
    )
    assert (
        html
        == '<b>總投資</b>\n<blockquote expandable>總投資<b>1億</b></blockquote>\n<a href="https://x/总">總</a>'
    )


def test_people_keep_their_surnames() -> None:
    names = special(["范云生", "于成", "钟丽", "张范"])
    assert names == ("范云生", "于成", "钟丽")
    said = traditional_html("<b>范云生</b>、于成、钟丽于2023年到模范单位，钟声响起", names)
    assert said == "<b>范雲生</b>、于成、鍾麗於2023年到模範單位，鐘聲響起"


@given(st.lists(st.text(), unique=True, max_size=30))
def test_short_names_find_their_things_again(names: list[str]) -> None:
    for name in names:
        assert meant(short(name), names, str) == name
        assert len(short(name)) == 8
    assert meant("", names, str) is None
