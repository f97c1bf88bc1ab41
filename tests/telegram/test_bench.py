"""What the bench asks is what its figures say."""

from __future__ import annotations

import pytest

from tests.telegram.bench import ANSWERS, different, questions

NAMES = [f"第{number}中学迁建项目" for number in range(15)]


def test_questions_of_which_none_comes_twice_are_different_ones_and_new_to_the_bot() -> None:
    asked = different(ANSWERS, NAMES)
    assert len(set(asked)) == len(asked) == ANSWERS
    assert set(asked).isdisjoint(questions(ANSWERS))


def test_too_few_different_questions_are_an_error_and_no_better_figure() -> None:
    with pytest.raises(ValueError, match="wanted"):
        different(10 * ANSWERS, NAMES[:1])
