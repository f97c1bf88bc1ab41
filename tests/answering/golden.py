"""The golden questions, asked and judged."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.evaluation.judging import Question, judge
from index.library import Library
from index.records import Answer
from tests.conftest import ROOT

FOLDER = ROOT / "data" / "golden"


@dataclass(frozen=True, slots=True)
class Judged:
    """A golden question, what was said, and whether that was right."""

    record: dict[str, Any]
    answer: Answer
    outcome: str


@dataclass(frozen=True, slots=True)
class Page:
    """A golden page with its questions, and the people and districts that are known from it, as they appear."""

    path: Path
    judged: tuple[Judged, ...]
    people: tuple[str, ...]
    districts: tuple[str, ...]


Golden = Callable[[str], tuple[Page, ...]]


def pages(name: str, folder: Path) -> Iterator[Page]:
    """The pages of a set, each asked in a library of its own in ``folder``."""
    for file in sorted((FOLDER / name / "questions").glob("*.jsonl")):
        path = next((FOLDER / name / "bulletins").glob(f"{file.stem}.*"))
        records = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        with Library.open(folder / f"{file.stem}.db", create=True) as library:
            library.add([path])
            judged = tuple(ask(library, record, path.read_text(encoding="utf-8-sig")) for record in records)
            people = tuple(dict.fromkeys(found.value.name for found in library.people()))
            yield Page(path, judged, people, tuple(library.status().districts))


def ask(library: Library, record: dict[str, Any], text: str) -> Judged:
    """One question, judged by what ``text`` prints."""
    answer = library.ask(record["question"], turns=record["context"])
    return Judged(record, answer, judge(Question.of(record), answer, text).outcome)
