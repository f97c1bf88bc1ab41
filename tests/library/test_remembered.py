"""The same question is answered from memory, until anything changes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from index.library import Library
from index.library.remembered import Remembered

ASKED = "第七期三个一批总投资多少？"


def test_what_is_remembered_is_the_same_answer(library: Library) -> None:
    first = library.ask(ASKED, id="a")
    again = library.ask(ASKED, id="b")
    assert again.id == "b"
    assert replace(again, id="a", took_ms=0.0) == replace(first, took_ms=0.0)
    assert replace(again, id="a", took_ms=0.0) == replace(library.ask(ASKED, id="a", turns=()), took_ms=0.0)


def test_other_turns_and_districts_are_other_questions(library: Library) -> None:
    assert library.ask("那开工的呢？", turns=["第七期签约一批总投资多少？"]).answer == "31.2亿元"
    assert library.ask("那开工的呢？").answer != "31.2亿元"
    plain, there = library.ask("书记是谁"), library.ask("书记是谁", district="清河县")
    assert (plain.status, there.status) == ("ambiguous", "answered")


def test_any_change_is_seen_at_once(library: Library, tmp_path: Path) -> None:
    assert library.ask(ASKED).answer == "62.4亿元"
    library.add_alias("盘子", "总投资", actor="test")
    assert library.ask("第七期三个一批盘子多少？").answer == "62.4亿元"
    library.add_pin(ASKED, "以公告为准。", actor="test")
    assert library.ask(ASKED).answer == "以公告为准。"
    library.remove_pin(ASKED, actor="test")
    assert library.ask(ASKED).answer == "62.4亿元"
    library.remove([article.id for article in library.articles()], actor="test")
    assert library.ask(ASKED).status == "not_found"


def test_only_the_last_ones_of_the_newest_version_are_kept(library: Library) -> None:
    answer = library.ask(ASKED)
    kept = Remembered(2)
    for name in "abc":
        kept.keep(1, name, answer)
    assert [kept.get(1, name) is not None for name in "abc"] == [False, True, True]
    assert kept.get(2, "b") is None
    kept.keep(2, "d", answer)
    assert kept.get(1, "b") is None
