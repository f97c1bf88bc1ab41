"""Rooms import only rooms to their left; the bot knows only the library's front."""

from __future__ import annotations

import ast
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = (
    ("records", "errors", "settings"),
    ("language",),
    ("ingest",),
    ("extraction",),
    ("storage",),
    ("catalogue",),
    ("retrieval",),
    ("understanding",),
    ("answering",),
    ("library",),
    ("evaluation", "operations"),
    ("cli",),
)
INSIDE = {
    "ingest": ("formats", "shapes", "tabular", "articles"),
    "extraction": ("words", "programmes", "attributes"),
    "answering": (
        "evidence", "candidates", "programmes", "sentences", "people", "tables", "figures", "notices", "services", "threads", "refusing",
        "answerers", "checking",
    ),
}  # fmt: skip
"""Rooms inside a room; each uses those to its left, the modules above them use all."""
BOT_ROOMS = ("store", "showing", "delivery", "talking", "handlers")
"""Rooms of the bot; each uses those to its left, the modules above them use all."""

PLACE = {room: number for number, rooms in enumerate(ROOMS) for room in rooms}
FOR_THE_BOT = {"library", "records", "errors", "settings"}
OPTIONAL = {
    "ocr": {"rapidocr", "onnxruntime"},
    "bench": {"bm25_turbo_python", "bm25s", "matplotlib", "numba", "tantivy"},
}


def sources(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


def imported(file: Path) -> Iterator[str]:
    """Every imported module, wherever in the file, with the names taken from it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def room_of(module: str) -> str | None:
    parts = module.split(".")
    return parts[1] if parts[0] == "index" and len(parts) > 1 and parts[1] in PLACE else None


@pytest.mark.parametrize("file", sources("index"), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_room_imports_only_what_is_to_its_left(file: Path) -> None:
    own = file.relative_to(ROOT / "index").parts[0].removesuffix(".py")
    for module in imported(file):
        assert module.split(".")[0] not in ("bot", "telegram", "tests"), f"{file} imports {module}"
        room = room_of(module)
        if room is None or own in ("__init__", "__main__"):
            continue
        assert room == own or PLACE[room] <= PLACE[own], f"{file}: {own} must not import {room}"


@pytest.mark.parametrize("room", INSIDE)
def test_a_room_inside_a_room_uses_what_is_to_its_left(room: str) -> None:
    inside = INSIDE[room]
    assert {path.name for path in (ROOT / "index" / room).iterdir() if (path / "__init__.py").exists()} == {*inside}
    for number, own in enumerate(inside):
        for file in sorted((ROOT / "index" / room / own).glob("*.py")):
            beside = [module.split(".")[2] for module in imported(file) if module.startswith(f"index.{room}.")]
            assert set(beside) <= {*inside[: number + 1]}, f"{file} imports {beside}"


@pytest.mark.parametrize("file", sources("bot"), ids=lambda path: str(path.relative_to(ROOT)))
def test_the_bot_knows_only_the_front(file: Path) -> None:
    for module in imported(file):
        room = room_of(module)
        assert room is None or room in FOR_THE_BOT, f"{file} imports {module}"


@pytest.mark.parametrize("file", sources("bot"), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_room_of_the_bot_uses_what_is_to_its_left(file: Path) -> None:
    room, *inside = file.relative_to(ROOT / "bot").parts
    if not inside:
        return
    others = {"texts", "settings", *BOT_ROOMS[: BOT_ROOMS.index(room) + 1]}
    for module in imported(file):
        if module.startswith("bot."):
            assert module.split(".")[1] in others, f"{file} imports {module}"


def test_what_is_imported_is_declared_and_the_other_way_round() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {_plain(entry) for entry in project["dependencies"]}
    optional = set().union(*OPTIONAL.values())
    used = {
        module.split(".")[0]
        for package in ("index", "bot")
        for file in sources(package)
        for module in imported(file)
        if module.split(".")[0]
        not in sys.stdlib_module_names | {"index", "bot", "data", "__future__"} | optional
    }
    known = packages_distributions()
    needed = {_plain(known[module][0]) for module in used}
    assert needed - declared == set(), "imported, not declared in pyproject.toml"
    assert declared - needed == set(), "declared, not imported"


def test_optional_packages_are_declared_as_extras() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for extra, modules in OPTIONAL.items():
        declared = {_plain(entry).replace("-", "_") for entry in project["optional-dependencies"][extra]}
        assert {module.removesuffix("_python") for module in modules} <= declared


def _plain(requirement: str) -> str:
    """Name of a distribution, without extras and versions."""
    for sign in "[<>=!~; ":
        requirement = requirement.split(sign)[0]
    return requirement.lower().replace("_", "-").replace(".", "-")
