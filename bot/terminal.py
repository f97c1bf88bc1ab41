"""The same conversation in the terminal: questions, commands, and buttons by their number; from a pipe, too."""

from __future__ import annotations

import asyncio
import re
import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from html import unescape
from pathlib import Path
from typing import TextIO

from bot import texts
from bot.acting import commanded, pressed
from bot.handlers import QUESTION, UPLOADS
from bot.settings import BotSettings
from bot.showing.scripts import script_of, traditional_html
from bot.showing.views import Button, Pressed, Rows, View
from bot.store import ChatStore
from bot.talking.conversation import Conversation
from bot.talking.registry import Desk, File
from bot.talking.talk import Talk
from index.library import Library

_TAG = re.compile(r"<[^>]+>")
_QUOTE = re.compile(r"<blockquote[^>]*>(.*?)</blockquote>", re.DOTALL)
_LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>', re.DOTALL)
_ELSEWHERE = ("go.subscribe", "go.unsubscribe", "follow.", "sub.", "unsub.")
"""Buttons that lead to messages later, for which a terminal is no place."""
_BOLD, _PLAIN = "\033[1m", "\033[0m"


def chat(
    library: Library, store: ChatStore, settings: BotSettings, lines: TextIO | None = None, out: TextIO | None = None
) -> None:
    """Talk until the end of input or a word of leaving."""
    terminal = Terminal(library, store, settings, lines or sys.stdin, out or sys.stdout)
    try:
        asyncio.run(terminal.run())
    finally:
        terminal.close()


class Terminal:
    """The person at the keyboard, who has the database in hand and so may do everything."""

    username = ""

    def __init__(
        self, library: Library, store: ChatStore, settings: BotSettings, source: TextIO, target: TextIO
    ) -> None:
        self._source, self._target = source, target
        self._person, self._coloured = source.isatty(), target.isatty()
        self._threads = ThreadPoolExecutor(1)
        self._desk = Desk(library, store, settings, Conversation(library, store), self, self._pool)
        self._choices: dict[str, Button] = {}
        self._moment = 0

    # ---- what handlers may do besides answering

    async def notify(self, chat: int, view: View, topic: int | None = None) -> None:
        """Nobody else is here."""

    async def progress(self, talk: Talk, html: str, *, in_place: bool = False) -> None:
        """A line."""
        self._print(self._script(html, talk))

    def menu(self, user: int, role: str, in_traditional: bool) -> None:
        """A terminal has no menus."""

    def _pool(self) -> Executor:
        return self._threads

    def close(self) -> None:
        """Ends the threads."""
        self._threads.shutdown()

    # ---- the conversation

    async def run(self) -> None:
        """Read, answer, until it ends."""
        if self._person:
            self._show(self._talk(""), await commanded(self._desk, self._talk(""), "/start"))
            self._print(texts.CHAT_HEAD)
        for line in self._lines():
            said = line.strip()
            if not said:
                continue
            if said.lower() in texts.LEAVE_WORDS:
                break
            if not self._person:
                self._print(f"{texts.CHAT_PROMPT}{said}")
            await self._answer(said)
        if self._person:
            self._print(texts.CHAT_BYE)

    async def _answer(self, said: str) -> None:
        talk = self._talk(said)
        button = self._choices.get(said)
        if button is not None:
            await self._press(talk, button)
        elif said.startswith("/upload ") and (path := Path(said.removeprefix("/upload ").strip())).is_file():
            self._show(talk, await UPLOADS(self._desk, talk, (self._copy(path),)))
        elif said.startswith(("/subscribe", "/unsubscribe")):
            self._print(f"{self._script(texts.CHAT_NO_NEWS, talk)}\n")
        elif said.startswith("/"):
            self._show(talk, await commanded(self._desk, talk, said))
        else:
            self._show(talk, await QUESTION(self._desk, talk, said))

    async def _press(self, talk: Talk, button: Button) -> None:
        if button.url or button.copy:
            self._print(f"{button.url or button.copy}\n")
            return
        found: Pressed = await pressed(self._desk, talk, button.action)
        if found.toast:
            self._print(self._script(found.toast, talk))
        views = (*((found.edit,) if found.edit else ()), *found.fresh)
        if found.rows is not None:
            views = (View("", found.rows), *views)
        if views:
            self._show(talk, views)
        else:
            self._print("")

    def _copy(self, path: Path) -> File:
        """A copy of a file: what is confirmed or cancelled is deleted, and the person's own file stays."""
        folder = self._desk.settings.library.chats.parent / "uploads"
        folder.mkdir(parents=True, exist_ok=True)
        return File(path.name, Path(shutil.copy(path, folder / f"{self._moment}-{path.name}")))

    def _talk(self, text: str) -> Talk:
        """This moment; negative ids are no update's of Telegram."""
        self._moment = min(self._moment - 1, -int(time.time() * 1000))
        chats, name = self._desk.store.chats, "terminal"
        written, known = script_of(text), chats.script(name)
        if written is not None and written != known:
            chats.writes(name, written)
        in_traditional = bool(known if written is None else written)
        return Talk(
            update_id=self._moment, chat_id=0, topic=None, message_id=None, user_id=None, private=True, chat=name,
            place=name, role="admin", traditional=in_traditional, text=text, at=time.time(),
        )  # fmt: skip

    # ---- showing

    def _show(self, talk: Talk, views: Sequence[View]) -> None:
        """Texts, files beside the database, and the choices that numbers stand for."""
        self._choices = {}
        for view in views:
            if view.html:
                self._print(self._text(self._script(view.html, talk)))
            if view.name is not None:
                self._print(texts.CHAT_SAVED.format(path=_saved(Path(view.name), view.content)))
            shown = self._numbered(view.rows, talk)
            if shown:
                self._print(("\n" if view.html else "") + "\n".join(shown))
        self._print("")

    def _numbered(self, rows: Rows, talk: Talk) -> list[str]:
        """The buttons as lines ``[3] label``; those that are numbers already keep them, and need no line."""
        kept = [[one for one in row if not one.action.startswith(_ELSEWHERE)] for row in rows]
        self._choices |= {one.label: one for row in kept for one in row if one.label.isdigit()}
        lines: list[str] = []
        for row in kept:
            line: list[str] = []
            for one in row:
                if not one.label.isdigit():
                    number = str(len(self._choices) + 1)
                    self._choices[number] = one
                    line.append(f"[{number}] {self._script(one.label, talk)}")
            lines += ["　".join(line)] if line else []
        return lines

    def _text(self, html: str) -> str:
        """What is read of ``html``; links with their address, bold where the terminal can."""
        text = _LINK.sub(lambda found: f"{found[2]}（{found[1]}）", html)
        text = _QUOTE.sub(lambda found: f"  “{found[1]}”", text)
        if self._coloured:
            text = text.replace("<b>", _BOLD).replace("</b>", _PLAIN)
        return unescape(_TAG.sub("", text))

    def _print(self, text: str) -> None:
        print(text, file=self._target, flush=True)

    def _script(self, text: str, talk: Talk) -> str:
        return traditional_html(text, self._desk.names) if talk.traditional else text

    def _lines(self) -> Iterator[str]:
        while True:
            if self._person:
                print(texts.CHAT_PROMPT, end="", file=self._target, flush=True)
            line = self._source.readline()
            if not line:
                if self._person:
                    self._print("")
                return
            yield line


def _saved(name: Path, content: bytes) -> Path:
    """Where a file was written: in the current folder, under a name that was free."""
    number, path = 1, Path.cwd() / name
    while path.exists():
        number += 1
        path = Path.cwd() / f"{name.stem}-{number}{name.suffix}"
    path.write_bytes(content)
    return path
