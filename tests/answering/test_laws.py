"""Laws that hold for every answer: quotations are printed, figures are traceable, answers repeat."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.library import Library
from index.records import Answer

QUESTIONS = (
    "第七期三个一批总投资多少", "第六期开工一批投产率多少", "第七期开工一批有哪些", "六项工作是哪六项", "县长是谁",
    "工业项目几个", "恒泰项目总投资多少", "3路公交首班车几点", "讲讲第一次全体会议说了啥", "为什么停水",
    "六期", "第六期三个一批总投资多少", "县第三中学迁建项目什么时候建成", "第七期签约和投产哪个多", "农村居民收入多少", "停水到什么时候",
)  # fmt: skip


def figures(text: str) -> set[str]:
    return set(re.findall(r"\d+(?:\.\d+)?", text))


def holds(library: Library, answer: Answer) -> None:
    for source in answer.sources:
        text = library.article(source.article).text
        assert source.quote == "".join(text[a:b] for a, b in source.spans)
    if answer.status in ("answered", "corrected"):
        assert answer.sources
        printed = figures("".join(re.sub(r"\s", "", s.quote) for s in answer.sources)) | figures(
            answer.question
        )
        articles = figures("".join(library.article(s.article).text for s in answer.sources))
        computed = figures(answer.detail or "")
        assert figures(re.sub(r"(?m)^\d+\. ", "", answer.answer)) <= printed | articles | computed


@pytest.mark.parametrize("question", QUESTIONS)
def test_quotations_are_printed_and_figures_traceable(library: Library, question: str) -> None:
    holds(library, library.ask(question))


@settings(max_examples=60, deadline=None)
@given(
    st.text(
        alphabet="第七六八期签约开工投产总投资多少哪些项目谁是县长区停水电话吗呢？，0123456789亿 \n<&",
        max_size=40,
    )
)
def test_any_question_keeps_the_laws(library: Library, question: str) -> None:
    holds(library, library.ask(question))


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_same_question_gets_the_same_answer(library: Library, question: str) -> None:
    first, second = library.ask(question), library.ask(question)
    assert (first.answer, first.sources, first.detail) == (second.answer, second.sources, second.detail)
