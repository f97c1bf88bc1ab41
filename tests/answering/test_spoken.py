"""Everyday words find what pages print another way, and no more than is printed.

``spoken/FIELD.txt`` is a page about a field of life. ``spoken/FIELD.tsv`` has a question in each line and, after a tab,
what its answer must hold (parts between bars); a question alone asks for what is not printed.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.records import Answer
from tests.answering.pages import About

SPOKEN = Path(__file__).parent / "spoken"
FIELDS = sorted(path.stem for path in SPOKEN.glob("*.txt"))


def cases(field: str) -> Iterator[tuple[str, list[str]]]:
    """(question, parts of its answer) of a field."""
    for line in (SPOKEN / f"{field}.tsv").read_text(encoding="utf-8").splitlines():
        question, _, holds = line.partition("\t")
        yield question, holds.split("|") if holds else []


def right(answer: Answer, holds: list[str]) -> bool:
    """Answered with all that it must hold, or refused where it must hold nothing."""
    if not holds:
        return answer.status == "not_found"
    return answer.status in ("answered", "corrected") and all(part in answer.answer for part in holds)


@pytest.mark.parametrize("field", FIELDS)
def test_everyday_words_find_what_is_printed_and_no_more(about: About, field: str) -> None:
    ask = about((SPOKEN / f"{field}.txt").read_text(encoding="utf-8"))
    answers = {question: (ask(question), holds) for question, holds in cases(field)}
    assert len(answers) > 15
    assert not {
        question: (answer.status, answer.answer, holds)
        for question, (answer, holds) in answers.items()
        if not right(answer, holds)
    }
