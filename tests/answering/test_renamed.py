"""Golden pages and questions with other names, districts and periods: the answers hold."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from index.evaluation.judging import Question, judge
from index.language.scripts import simplify
from index.library import Library

GOLDEN = Path(__file__).parent.parent.parent / "data" / "golden"
LOSS = 0.03
_GIVEN = "昊宁澈朗弘毅泽恺翊霖奕辰峻熙皓琛"
_PLACES = ("丰岭", "北汀", "杉湾", "沛川", "麓池", "泊州", "荻浦", "云坪")
_PERIOD = re.compile(r"第\s?(\d{1,2}|[一二三四五六七八九])\s?期(?!间|望|待)")


def _later(match: re.Match[str]) -> str:
    if match[1].isdigit():
        return f"第{int(match[1]) + 20}期"
    return f"第二十{match[1]}期"


def _renaming(library: Library) -> dict[str, str]:
    """New given names for people and names for districts, made from the order in which they appear."""
    people = dict.fromkeys(found.value.name for found in library.people() if 2 <= len(found.value.name) <= 3)
    names = {
        name: name[0] + "".join(_GIVEN[(n * 5 + k * 7) % 16] for k in range(len(name) - 1))
        for n, name in enumerate(people)
    }
    districts = {d[:-1]: _PLACES[n % 8] for n, d in enumerate(library.status().districts) if len(d) == 3}
    return {**names, **districts}


def _renamed(text: str, names: dict[str, str]) -> str:
    if names:
        pattern = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
        text = re.sub(pattern, lambda match: names[match[0]], text)
    return _PERIOD.sub(_later, text)


def _everywhere(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, str):
        return _renamed(value, names)
    return [_everywhere(one, names) for one in value] if isinstance(value, list) else value


def _net(outcomes: Counter[str]) -> float:
    good = outcomes["right"] + outcomes["refused"]
    return (good - outcomes["wrong"] - outcomes["invented"]) / max(1, outcomes.total())


def _pages() -> Iterator[tuple[Path, Path]]:
    for file in sorted((GOLDEN / "dev" / "questions").glob("*.jsonl")):
        page = next((GOLDEN / "dev" / "bulletins").glob(f"{file.stem}.*"))
        if page.suffix in (".txt", ".md"):
            yield file, page


@pytest.mark.skipif(not GOLDEN.is_dir(), reason="golden questions are not part of the wheel")
def test_other_names_districts_and_periods_change_no_answer(tmp_path: Path) -> None:
    before: Counter[str] = Counter()
    after: Counter[str] = Counter()
    for file, page in _pages():
        text = page.read_text(encoding="utf-8-sig")
        with (
            Library.open(tmp_path / f"{file.stem}.db", create=True) as first,
            Library.open(tmp_path / f"{file.stem}-renamed.db", create=True) as second,
        ):
            first.add([page])
            names = _renaming(first)
            other = tmp_path / page.name
            other.write_text(_renamed(text, names), encoding="utf-8")
            second.add([other])
            for line in file.read_text(encoding="utf-8").splitlines():
                record = json.loads(line)
                said = record["question"]
                answer = first.ask(said, turns=record["context"])
                if answer.repaired or simplify(said) != said:  # a name typed by ear has no renamed form
                    continue
                changed = {key: _everywhere(value, names) for key, value in record.items() if key != "bulletin"}
                changed["bulletin"] = record["bulletin"]
                before[judge(Question.of(record), answer, text).outcome] += 1
                again = second.ask(changed["question"], turns=changed["context"])
                after[judge(Question.of(changed), again, other.read_text(encoding="utf-8")).outcome] += 1
    assert before.total() > 150
    assert _net(after) >= _net(before) - LOSS, (before, after)
