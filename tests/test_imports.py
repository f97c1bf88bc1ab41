"""Data flows one way: bot imports index, never the reverse; no room imports one above it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = (
    ("records", "errors", "settings"), ("language",), ("ingest",), ("extraction",), ("storage",), ("catalogue",), ("retrieval",),
    ("understanding",), ("answering",), ("library",), ("evaluation", "operations"), ("cli", "__main__"),
)  # fmt: skip
LEVEL = {room: level for level, rooms in enumerate(ROOMS) for room in rooms}
BOT_MAY = ("index.library", "index.records", "index.errors", "index.settings")


def imports(path: Path) -> Iterator[str]:
    """Modules that a file imports, absolute."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module or ""


def room_of(path: Path) -> str:
    parts = path.relative_to(ROOT / "index").parts
    return parts[0].removesuffix(".py")


FILES = sorted(p for house in ("index", "bot") for p in (ROOT / house).rglob("*.py"))


@pytest.mark.parametrize(
    "path",
    [p for p in FILES if "index" in p.parts[-3:] or p.is_relative_to(ROOT / "index")],
    ids=lambda p: str(p.relative_to(ROOT)),
)
def test_no_room_imports_one_above_it(path: Path) -> None:
    room = room_of(path)
    if room == "__init__":
        return
    for module in imports(path):
        assert not module.startswith(("bot", "telegram")), f"{path} imports {module}"
        if module.startswith("index."):
            other = module.split(".")[1]
            assert LEVEL[other] <= LEVEL[room], f"{path} ({room}) imports {module}"


@pytest.mark.parametrize(
    "path", [p for p in FILES if p.is_relative_to(ROOT / "bot")], ids=lambda p: str(p.relative_to(ROOT))
)
def test_the_bot_sees_only_the_facade(path: Path) -> None:
    for module in imports(path):
        if module.startswith("index"):
            assert module.startswith(BOT_MAY), f"{path} imports {module}"
