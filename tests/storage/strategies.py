"""Hypothesis strategies for records: any article with anything it may say."""

from __future__ import annotations

import hashlib

from hypothesis import strategies as st

from index.records import (
    Article,
    Batch,
    Block,
    Cell,
    Extraction,
    Fact,
    Flag,
    Investment,
    ListItem,
    MappedText,
    OrderedList,
    Passage,
    Person,
    ProjectRow,
    Rate,
    Sentence,
    Table,
    TableRow,
)

ALPHABET = "中原区第七期签约一批项目总投资亿元，。、“”（）0123456789 \nABcd\u0000😀"
words = st.text(ALPHABET, max_size=8)
texts = st.text(ALPHABET, min_size=1, max_size=60)
maybe = st.none() | words
numbers = st.none() | st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(10**9), 10**9)
periods = st.none() | st.integers(0, 99) | st.sampled_from(["1-5", "2024年二季度", "7"])
stages = st.none() | st.sampled_from(["签约", "开工", "投产", "合计", "累计"])
dates = st.none() | st.sampled_from(["2023-01-28", "2024-04-16"])
small = st.integers(0, 60)
span = st.tuples(small, small)
spans = st.lists(span, max_size=3).map(tuple)
word_tuples = st.lists(words, max_size=3).map(tuple)


def mapped(text: str) -> st.SearchStrategy[MappedText]:
    """Pieces of ``text`` in order, or now and then a text that breaks the law of MappedText."""
    offsets = st.lists(st.integers(0, len(text)), max_size=6).map(sorted)
    pieces = offsets.map(lambda o: MappedText.of(text, zip(o[::2], o[1::2], strict=False)))
    segments = st.lists(st.tuples(small, small, small), max_size=2).map(tuple)
    return pieces | st.builds(MappedText, words, segments)


investments = st.builds(
    Investment,
    words,
    st.floats(0, 1e6),
    st.sampled_from(["亿", "万", ""]),
    st.sampled_from(["元", "美元"]),
    maybe,
)
facts = st.builds(
    Fact, words, words, words, words, numbers, maybe, periods, stages, maybe, st.none() | st.integers(1900, 2100),
    dates, maybe, st.booleans(), st.booleans(), st.integers(0, 5), small, small, span, spans, spans,
)  # fmt: skip
projects = st.builds(
    ProjectRow, name=words, aliases=word_tuples, programme=maybe, period=periods, stage=stages, district=maybe,
    ordinal=st.none() | small, place=maybe, investments=st.lists(investments, max_size=2).map(tuple),
    status=maybe, modality=maybe, event_date=dates, name_spans=spans, evidence=spans,
    details=st.lists(st.tuples(words, words), max_size=2).map(tuple),
)  # fmt: skip
batches = st.builds(
    Batch, programme=maybe, period=periods, stage=stages, district=maybe, category=maybe, count=st.none() | small,
    total=st.none() | st.floats(0, 1e5), amounts=st.lists(investments, max_size=2).map(tuple), derived=st.booleans(),
    rates=st.lists(st.builds(Rate, words, st.floats(0, 100), maybe), max_size=2).map(tuple), names=word_tuples,
    count_ok=st.none() | st.booleans(), sum_ok=st.none() | st.booleans(), evidence=spans, names_evidence=spans,
)  # fmt: skip
people = st.builds(Person, words, maybe, maybe, st.booleans(), word_tuples, st.integers(0, 5), spans, spans)
lists = st.builds(
    OrderedList, words, st.none() | small,
    st.lists(st.builds(ListItem, small, words, spans), max_size=3).map(tuple), st.booleans(), small, spans,
)  # fmt: skip
flags = st.builds(Flag, words, words, spans)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """An article; its id is the hash of its text, so equal texts have equal ids."""
    text = draw(texts)
    cells = st.lists(mapped(text).map(Cell), max_size=3).map(tuple)
    table = st.builds(
        Table,
        mapped(text),
        maybe,
        word_tuples,
        st.lists(st.builds(TableRow, cells, span), max_size=2).map(tuple),
    )
    roles = st.sampled_from(["headline", "lead", "paragraph", "byline", "table"])
    return Article(
        id=hashlib.sha256(text.encode()).hexdigest()[:16],
        kind=draw(st.sampled_from(["news", "notice", "table", "other"])),
        title=draw(words),
        headlines=draw(word_tuples),
        text=text,
        blocks=tuple(draw(st.lists(st.builds(Block, roles, mapped(text)), max_size=4))),
        tables=tuple(draw(st.lists(table, max_size=2))),
        ref=draw(maybe),
        date=draw(dates),
        date_basis=draw(maybe),
        reporters=draw(word_tuples),
        correspondents=draw(word_tuples),
        page=draw(maybe),
        issue=draw(maybe),
        district=draw(maybe),
        file=draw(words),
        file_span=draw(span),
        url=draw(maybe),
        source=draw(maybe),
        issue_date=draw(dates),
    )


@st.composite
def extractions(draw: st.DrawFn, text: str) -> Extraction:
    """Anything that an article with this text may say."""
    roles = st.sampled_from(["headline", "paragraph", "table"])
    sentences = draw(st.lists(st.builds(Sentence, small, small, mapped(text), roles), max_size=4))
    numbers = st.lists(small, max_size=3).map(tuple)
    within = st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), max_size=2).map(tuple)
    joined = st.builds(
        lambda n, s, sp: Passage(n, "".join(text[a:b] for a, b in sp), s, sp), small, numbers, within
    )
    passages = draw(st.lists(joined | st.builds(Passage, small, words, numbers, spans), max_size=3))
    return Extraction(
        tuple(sentences),
        tuple(passages),
        tuple(draw(st.lists(projects, max_size=3))),
        tuple(draw(st.lists(batches, max_size=2))),
        tuple(draw(st.lists(facts, max_size=4))),
        tuple(draw(st.lists(people, max_size=2))),
        tuple(draw(st.lists(lists, max_size=2))),
        tuple(draw(st.lists(flags, max_size=2))),
    )


@st.composite
def readings(draw: st.DrawFn) -> tuple[Article, Extraction]:
    """An article and what it says."""
    article = draw(articles())
    return article, draw(extractions(article.text))
