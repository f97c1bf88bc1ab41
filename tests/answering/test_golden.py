"""Questions written from pages by people who had not seen the code: a floor that must not sink.

The figures are floors for regressions, not claims of quality: `bulletin-index eval` prints the real ones.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from index.evaluation.judging import Question, judge
from index.library import Library

GOLDEN = Path(__file__).parent.parent.parent / "data" / "golden"
FLOOR = {"dev": 0.81, "test": 0.73}
MOST_INVENTED = {"dev": 0.04, "test": 0.06}  # of the questions that have no answer


@pytest.mark.skipif(not GOLDEN.is_dir(), reason="golden questions are not part of the wheel")
@pytest.mark.parametrize("name", sorted(FLOOR))
def test_golden_questions(name: str, tmp_path: Path) -> None:
    outcomes: Counter[str] = Counter()
    for file in sorted((GOLDEN / name / "questions").glob("*.jsonl")):
        page = next((GOLDEN / name / "bulletins").glob(f"{file.stem}.*"))
        with Library.open(tmp_path / f"{file.stem}.db", create=True) as library:
            library.add([page])
            for line in file.read_text(encoding="utf-8").splitlines():
                record = json.loads(line)
                question = Question.of(record)
                answer = library.ask(record["question"], turns=record["context"])
                outcomes[judge(question, answer, page.read_text(encoding="utf-8-sig")).outcome] += 1
    total = sum(outcomes.values())
    good = outcomes["right"] + outcomes["refused"]
    assert (good - outcomes["wrong"] - outcomes["invented"]) / total >= FLOOR[name], outcomes
    unanswerable = outcomes["refused"] + outcomes["invented"]
    assert outcomes["invented"] <= MOST_INVENTED[name] * unanswerable, outcomes
