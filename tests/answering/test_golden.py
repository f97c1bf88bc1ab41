"""Questions written from pages by people who had not seen the code: a floor that must not sink.

The figures are floors for regressions, not claims of quality: `bulletin-index eval` prints the real ones.
"""

from __future__ import annotations

from collections import Counter

import pytest

from tests.answering.golden import FOLDER, Golden

FLOOR = {"dev": 0.81, "test": 0.73}
MOST_INVENTED = {"dev": 0.04, "test": 0.06}  # of the questions that have no answer


@pytest.mark.skipif(not FOLDER.is_dir(), reason="golden questions are not part of the wheel")
@pytest.mark.parametrize("name", sorted(FLOOR))
def test_golden_questions(name: str, golden: Golden) -> None:
    outcomes = Counter(one.outcome for page in golden(name) for one in page.judged)
    total = sum(outcomes.values())
    good = outcomes["right"] + outcomes["refused"]
    assert (good - outcomes["wrong"] - outcomes["invented"]) / total >= FLOOR[name], outcomes
    unanswerable = outcomes["refused"] + outcomes["invented"]
    assert outcomes["invented"] <= MOST_INVENTED[name] * unanswerable, outcomes
