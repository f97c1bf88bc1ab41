"""The same conversation in the terminal; reads lines from a pipe, too."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TextIO

from bot import texts
from bot.conversation import Conversation, Terminal
from bot.render import PLAIN, render


def chat(conversation: Conversation, lines: TextIO | None = None, out: TextIO | None = None) -> None:
    """Talk until the end of input or a word of leaving."""
    source, target = lines or sys.stdin, out or sys.stdout
    person = source.isatty()
    if person:
        print(texts.CHAT_HEAD, file=target)
    for line in _lines(source, target, person):
        question = line.strip()
        if not question:
            continue
        if question.lower() in texts.LEAVE_WORDS:
            break
        if not person:
            print(f"{texts.CHAT_PROMPT}{question}", file=target)
        answer, _ = conversation.answer(Terminal(), question)
        print(render(answer, PLAIN), file=target)
        print(file=target, flush=True)
    if person:
        print(texts.CHAT_BYE, file=target)


def _lines(source: TextIO, target: TextIO, person: bool) -> Iterable[str]:
    while True:
        if person:
            print(texts.CHAT_PROMPT, end="", file=target, flush=True)
        line = source.readline()
        if not line:
            if person:
                print(file=target)
            return
        yield line
