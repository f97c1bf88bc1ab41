"""``bulletin-bot ask``: one question, or questions as JSON lines."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import TextIO

from bot import texts
from bot.showing.render import PLAIN, render
from bot.talking.conversation import Knows
from index.errors import LibraryError
from index.library import answer_json
from index.records import Answer


def as_json(answer: Answer) -> str:
    """The answer object of the contract, in one line."""
    return json.dumps(answer_json(answer), ensure_ascii=False)


def ask_one(library: Knows, question: str, context: Sequence[str], now: str | None, *, json_out: bool) -> str:
    """The printed answer to one question."""
    answer = library.ask(question, turns=tuple(context), now=moment(now))
    return as_json(answer) if json_out else render(answer, PLAIN)


def moment(text: str | None) -> datetime | None:
    """An ISO time.

    Raises:
        LibraryError: it is none.
    """
    if not text:
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise LibraryError(texts.BAD_NOW) from None


def ask_lines(library: Knows, lines: Iterable[str]) -> Iterator[str]:
    """One answer object a line, in order; a bad line gives its error on its line."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        identity: str | None = None
        try:
            record = json.loads(line)
            identity = record.get("id")
            question = record["question"]
            if not isinstance(question, str):
                raise TypeError
            context = [str(one) for one in record.get("context") or []]
            answer = library.ask(question, turns=context, now=moment(record.get("now")), id=identity)
            yield as_json(answer)
        except LibraryError as error:
            yield json.dumps({"id": identity, "error": str(error)}, ensure_ascii=False)
        except (ValueError, KeyError, TypeError, AttributeError):
            yield json.dumps(
                {"id": identity, "error": texts.BAD_LINE.format(number=number)}, ensure_ascii=False
            )


def stream(library: Knows, source: TextIO | None = None, target: TextIO | None = None) -> None:
    """``ask --jsonl`` from standard input to standard output."""
    out = target or sys.stdout
    for line in ask_lines(library, source or sys.stdin):
        print(line, file=out, flush=True)
