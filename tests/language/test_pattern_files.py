"""What is recognised in text stands in data/lexicons/patterns, one file a room, and all of it is used."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

PATTERNS = ROOT / "data" / "lexicons" / "patterns"
ROOMS = sorted(path.stem for path in PATTERNS.glob("*.tsv"))
CHINESE = re.compile("[\u4e00-\u9fff]")


def calls(room: str, function: str) -> Iterator[tuple[Path, ast.Call]]:
    """Calls of a function in a room's modules."""
    for path in sorted((ROOT / "index" / room).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == function:
                yield path, node


def words(call: ast.Call) -> str:
    """The text that a call is given as it stands in the code, or ""."""
    first = call.args[0]
    return first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else ""


def rows(room: str) -> list[list[str]]:
    """(module.name, pattern) of a room's file."""
    lines = (PATTERNS / f"{room}.tsv").read_text(encoding="utf-8").split("\n")
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("room", ROOMS)
def test_every_pattern_has_a_name_of_its_own_and_is_used_by_its_module(room: str) -> None:
    names = [row[0] for row in rows(room)]
    used = {(path.stem, words(call)) for path, call in calls(room, "load_pattern")}
    assert len(names) == len(set(names))
    assert used == {(name.partition(".")[0], f"{room}.{name}") for name in names}


@pytest.mark.parametrize("room", ROOMS)
def test_every_pattern_is_one(room: str) -> None:
    for row in rows(room):
        assert len(row) == 2, row
        re.compile(row[1])


@pytest.mark.parametrize("room", ROOMS)
def test_a_pattern_of_words_that_has_a_name_is_no_part_of_the_code(room: str) -> None:
    """Rows of patterns that belong together, and patterns put together from parts, may stand where they are used."""
    for path in sorted((ROOT / "index" / room).rglob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            call = node.value if isinstance(node, ast.Assign) else None
            named = isinstance(call, ast.Call) and ast.unparse(call.func) == "re.compile" and len(call.args) == 1
            if named and isinstance(call, ast.Call) and isinstance(node, ast.Assign):
                assert not CHINESE.search(words(call)), f"{path}: {ast.unparse(node.targets[0])}"
