"""Golden pages and questions with other names, districts and periods: the answers hold."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from index.language.scripts import simplify
from index.library import Library
from tests.answering.golden import FOLDER, Golden, Page, ask

LOSS = 0.03
_GIVEN = "昊宁澈朗弘毅泽恺翊霖奕辰峻熙皓琛"
_PLACES = ("丰岭", "北汀", "杉湾", "沛川", "麓池", "泊州", "荻浦", "云坪")
_PERIOD = re.compile(r"第\s?(\d{1,2}|[一二三四五六七八九])\s?期(?!间|望|待)")


def _later(match: re.Match[str]) -> str:
    if match[1].isdigit():
        return f"第{int(match[1]) + 20}期"
    return f"第二十{match[1]}期"


def _renaming(page: Page) -> dict[str, str]:
    """New given names for people and names for districts, made from the order in which they appear."""
    names = {
        name: name[0] + "".join(_GIVEN[(n * 5 + k * 7) % 16] for k in range(len(name) - 1))
        for n, name in enumerate(name for name in page.people if 2 <= len(name) <= 3)
    }
    districts = {d[:-1]: _PLACES[n % 8] for n, d in enumerate(page.districts) if len(d) == 3}
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


@pytest.mark.skipif(not FOLDER.is_dir(), reason="golden questions are not part of the wheel")
def test_other_names_districts_and_periods_change_no_answer(golden: Golden, tmp_path: Path) -> None:
    before: Counter[str] = Counter()
    after: Counter[str] = Counter()
    for page in golden("dev"):
        if page.path.suffix not in (".txt", ".md"):
            continue
        names = _renaming(page)
        other = tmp_path / page.path.name
        other.write_text(_renamed(page.path.read_text(encoding="utf-8-sig"), names), encoding="utf-8")
        with Library.open(tmp_path / f"{page.path.stem}.db", create=True) as library:
            library.add([other])
            for one in page.judged:
                said = one.record["question"]
                if one.answer.repaired or simplify(said) != said:  # a name typed by ear has no renamed form
                    continue
                changed = {key: _everywhere(value, names) for key, value in one.record.items() if key != "bulletin"}
                changed["bulletin"] = one.record["bulletin"]
                before[one.outcome] += 1
                after[ask(library, changed, other.read_text(encoding="utf-8")).outcome] += 1
    assert before.total() > 150
    assert _net(after) >= _net(before) - LOSS, (before, after)
