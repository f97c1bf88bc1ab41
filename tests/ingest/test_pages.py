"""Pages in many layouts and formats are read as their expected readings say.

The expected readings were written before the pages were read for the first time.
"""

from __future__ import annotations

import random
import re
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import ReadError
from index.ingest import Reading, read_text
from tests.ingest.scoring import bare, content, fixtures, score

FLOORS = {
    "boundaries": 0.97, "headlines": 0.97, "kinds": 0.97, "bylines": 0.97, "dates": 0.97, "cells": 0.99,
    "units": 0.95, "mastheads": 0.95,
}  # fmt: skip
"""Precision and recall over all pages."""

BREAKS = 500
READ_ALIKE = 0.99
MARKS = "。！？；;：…”」』）)"

FULL_STOP = re.compile(r"[^\d]\.$")

Pages = dict[str, tuple[Reading, dict[str, Any]]]


@pytest.fixture(scope="module")
def pages() -> Pages:
    return fixtures()


def test_there_are_pages_of_all_kinds(pages: Pages) -> None:
    assert len(pages) >= 24
    assert {name.rsplit(".", 1)[1] for name in pages} >= {
        "txt",
        "md",
        "html",
        "pdf",
        "docx",
        "xlsx",
        "csv",
        "jsonl",
        "zip",
    }


def test_precision_and_recall(pages: Pages) -> None:
    total = score(pages)
    for what, floor in FLOORS.items():
        assert total.precision(what) >= floor, (what, total.wrong)
        assert total.recall(what) >= floor, (what, total.wrong)


def test_navigation_and_other_headlines_are_not_read(pages: Pages) -> None:
    for reading, wanted in pages.values():
        for piece in wanted.get("absent", ()):
            assert piece not in reading.text
        body = "".join(content(article) for article in reading.articles if article.kind != "other")
        for piece in wanted.get("absent_content", ()):
            assert piece not in body


def test_sentences_over_a_page_break_are_whole(pages: Pages) -> None:
    for reading, wanted in pages.values():
        healed = "".join(
            block.text.text
            for article in reading.articles
            for block in article.blocks
            if block.role == "paragraph"
        )
        for piece in wanted.get("joined", ()):
            assert piece in healed


def test_items_of_a_list_are_paragraphs_of_their_own(pages: Pages) -> None:
    for reading, wanted in pages.values():
        printed = [
            block.text.text for article in reading.articles for block in article.blocks if block.role == "paragraph"
        ]
        for piece in wanted.get("paragraphs", ()):
            assert piece in printed


def check(reading: Reading) -> None:
    """The laws of a reading: exact spans, blocks in order that share nothing."""
    for article in reading.articles:
        low, high = article.file_span
        if reading.text and reading.text[low:high] != article.text:
            continue  # an article of a JSON line: its text is the line's body, not the line
        starts = [block.text.start for block in article.blocks if block.text.text]
        assert starts == sorted(starts)
        taken: set[int] = set()
        for block in article.blocks:
            spans = block.text.spans()
            assert "".join(article.text[a:b] for a, b in spans) == block.text.text
            own = {at for a, b in spans for at in range(a, b)}
            assert not own & taken
            taken |= own
        for table in article.tables:
            for row in table.rows:
                assert len(row.cells) == len(table.header)
                for cell in row.cells:
                    assert "".join(article.text[a:b] for a, b in cell.text.spans()) == cell.text.text


def test_spans_reproduce_the_text(pages: Pages) -> None:
    for reading, _ in pages.values():
        check(reading)


def outline(reading: Reading) -> list[tuple[Any, ...]]:
    """What must not depend on how lines are broken."""
    return [
        (
            article.kind, article.headlines, article.reporters, article.correspondents, article.date, article.page,
            bare("".join(block.text.text for block in article.blocks if block.role not in ("masthead", "furniture"))),
            [(block.role, bare(block.text.text)) for block in article.blocks if block.role == "paragraph"],
        )
        for article in reading.articles
    ]  # fmt: skip


def places(text: str) -> list[int]:
    """Where a break may fall: inside a sentence, a lead or a byline."""
    return [
        match.start() + offset
        for match in re.finditer(r"[^\n]{24,}|^.{0,6}记者[^\n]{2,20}$", text, re.MULTILINE)
        if "\t" not in match[0] and "|" not in match[0] and "星期" not in match[0] and is_running(match[0])
        for offset in range(2, len(match[0]) - 2)
        if not {match[0][offset - 1], match[0][offset]} & {*MARKS, "*", " "}
    ]


def is_running(line: str) -> bool:
    return bool(re.search(r"[。；]|讯|记者", line)) and not re.search(r"^发布时间|^责编|\d:\d\d|^●", line)


def test_a_break_more_changes_nothing(pages: Pages) -> None:
    chance = random.Random(20240)
    texts = [
        reading.text
        for name, (reading, _) in pages.items()
        if name.endswith((".txt", ".md", ".html", ".docx"))
    ]
    texts = [text for text in texts if places(text)]
    before = cache(lambda text: outline(read_text(text, "x.txt")))
    alike, wrong = 0, []
    for number in range(BREAKS):
        text = texts[number % len(texts)]
        at = chance.choice(places(text))
        other = text[:at] + chance.choice(("\n", "\n", "\n\n")) + text[at:]
        if outline(read_text(other, "x.txt")) == before(text):
            alike += 1
        else:
            wrong.append(text[max(at - 12, 0) : at] + "⏎" + text[at : at + 12])
    assert alike >= READ_ALIKE * BREAKS, (alike, wrong)


def test_reading_is_idempotent(pages: Pages) -> None:
    for reading, _ in pages.values():
        for article in reading.articles:
            again = read_text(article.text, article.file)
            if len(again.articles) == 1 and article.kind != "table":
                assert again.articles[0].headlines == article.headlines
        if reading.text:
            first = read_text(reading.text, reading.file)
            assert outline(first) == outline(read_text(first.text, reading.file))


CHINESE = st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x4E80), min_size=1, max_size=30)
PIECE = st.sampled_from(
    ["\n", "\n\n", "本报讯（记者 ", "）", "记者 ", "2024年3月1日", "第02版", "|", "\t", "。", "，", "\u3000", "▲", "序号", "1", "一览表",
     "\r\n", "\u2028", "# ", "关于", "的通知", "单位：万元", "—", "\x0c", "  "]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(CHINESE, PIECE, st.text(max_size=12)), min_size=1, max_size=40).map("".join))
def test_any_text_gives_articles_and_nothing_is_dropped(text: str) -> None:
    if not text.strip():
        with pytest.raises(ReadError):
            read_text(text, "x.txt")
        return
    reading = read_text(text, "x.txt")
    check(reading)
    blocks = "".join(block.text.text for article in reading.articles for block in article.blocks)
    for sign in set(text):
        if "\u4e00" <= sign <= "\u9fff":
            assert blocks.count(sign) == text.count(sign), sign
