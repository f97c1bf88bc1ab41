"""How results leave: one JSON document, JSON lines, or a table for people."""

from __future__ import annotations

import argparse
import getpass
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from index.errors import LibraryError
from index.language.columns import table

Value = TypeVar("Value")
_BAR_WIDTH = 24  # columns


def emit(
    arguments: argparse.Namespace,
    found: Iterable[Value],
    to_json: Callable[[Value], dict[str, Any]],
    header: Sequence[str],
    row: Callable[[Value], Sequence[object]],
    *,
    empty: str,
) -> int:
    """Prints a list as asked for: --json, --jsonl, or a table; 0."""
    found = list(found)
    if arguments.json:
        document([to_json(value) for value in found])
    elif arguments.jsonl:
        for value in found:
            line(to_json(value))
    elif found:
        print(table(header, [row(value) for value in found]))
    else:
        print(empty)
    return 0


def document(value: object) -> None:
    """One JSON document."""
    print(json.dumps(value, ensure_ascii=False, indent=1))


def line(value: object) -> None:
    """One JSON line, at once."""
    print(json.dumps(value, ensure_ascii=False), flush=True)


def answer_lines(work: Callable[[dict[str, Any]], dict[str, Any]]) -> int:
    """Reads JSON lines from standard input and prints what ``work`` makes of each, in order; 0.

    A bad line gives ``{"id","error"}`` on its line.
    """
    for raw in _lines():
        identity: object = None
        try:
            record = json.loads(raw)
            if not isinstance(record, dict):
                raise LibraryError("这一行应为一个 JSON 对象。")
            identity = record.get("id")
            line(work(record))
        except json.JSONDecodeError:
            line({"id": None, "error": "这一行不是 JSON。"})
        except LibraryError as error:
            line({"id": identity, "error": str(error)})
    return 0


def _lines() -> Iterator[str]:
    for raw in sys.stdin.buffer:
        text = raw.decode("utf-8-sig", errors="replace").strip()
        if text:
            yield text


def complain(sentence: str) -> None:
    """One sentence on standard error."""
    print(sentence, file=sys.stderr)


def actor() -> str:
    """Who is at the keyboard, for the audit."""
    try:
        return f"cli:{getpass.getuser()}"
    except (OSError, KeyError, ImportError):
        return "cli"


class Bar:
    """Progress on standard error, where a person looks on."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()

    def __call__(self, done: int, of: int, name: str = "") -> None:
        if self._shown:
            filled = _BAR_WIDTH * done // max(of, 1)
            bar = "█" * filled + "░" * (_BAR_WIDTH - filled)
            print(
                f"\r{bar} {done}/{of} {name[:40]:<40}",
                end="\n" if done == of else "", file=sys.stderr, flush=True,
            )  # fmt: skip
