"""Patterns are ruled out by the letters that they need, and never one that matches."""

from __future__ import annotations

import json
import re
from importlib.resources import files

import pytest

from index.language.lexicon import load_groups, load_table
from index.language.patterns import Patterns, needs

TABLES = {
    "rewrites": [row[0] for row in load_table("rewrites")],
    "answer_types": [row[1] for row in load_table("answer_types")],
    "computations": [row[1] for row in load_table("computations")],
    "gates": [row[1] for row in load_table("gates")],
    "contrasts": [word for group in load_groups("contrasts") for word in group],
}


def questions() -> list[str]:
    """All golden questions."""
    folders = (files("data") / "golden").iterdir()
    golden = [file for folder in folders for file in (folder / "questions").iterdir()]
    lines = (line for file in golden for line in file.read_text(encoding="utf-8").splitlines())
    return [json.loads(line)["question"] for line in lines if line.strip()]


@pytest.mark.parametrize("table", TABLES)
def test_no_pattern_that_matches_is_ruled_out(table: str) -> None:
    patterns = Patterns(TABLES[table])
    for question in questions():
        found = [number for number, one in enumerate(patterns.compiled) if one.search(question)]
        assert [number for number, _ in patterns.matches(question)] == found, question


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        ("什么时候|何时", "时候何"),
        ("(?:是|叫)谁", "谁"),
        ("多久", "久"),
        ("[东西]门?", "东西"),
        ("南(?!北)", "南"),
        ("(?<=东)西", "西"),
        ("桥+", "桥"),
        ("(?P<what>水|电)费", "费"),
        (r"桥{2}", "桥"),
    ],
)
def test_a_match_holds_one_of_the_letters(pattern: str, letters: str) -> None:
    needed = needs(pattern)
    assert needed is not None
    assert needed <= set(letters)


@pytest.mark.parametrize("pattern", ["东?", "东*|西", ".", r"\d", "[^东]", "[一-九]", "(?=东)", "东{0,2}", "(?i)a", "东|"])
def test_nothing_is_said_of_a_pattern_that_needs_no_letter(pattern: str) -> None:
    assert needs(pattern) is None


def test_a_repeated_group_needs_nothing_more() -> None:
    needed = needs(r"(?P<a>路)口(?P=a)")
    assert needed is not None
    assert re.search(r"(?P<a>路)口(?P=a)", "路口路")
    assert needed <= set("路口")


def test_possible_patterns_come_in_order_from_where_they_are_asked_for() -> None:
    patterns = Patterns(["东", r"\d", "西", "东南"])
    assert patterns.possible("东西") == [0, 1, 2, 3]
    assert patterns.possible("南") == [1]
    assert patterns.possible("东西", 2) == [2, 3]
