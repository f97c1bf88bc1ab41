"""A person in front of the handlers: types, presses what is there, and sees what a screen would show."""

from __future__ import annotations

import re
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.handlers import COMMANDS, INLINE, PRESSES, QUESTION, UPLOADS
from bot.settings import BotSettings
from bot.showing import converted
from bot.showing.scripts import traditional, well_formed
from bot.showing.views import Button, InlineResult, Pressed, Rows, View
from bot.store import ChatStore
from bot.talking.conversation import Conversation
from bot.talking.registry import Desk, File
from bot.talking.talk import Talk
from index.library import Library
from index.settings import Settings
from tests.telegram.entities import parse_html

IDS = {"resident": 7, "staff": 2, "admin": 1}
NOW = 1_710_000_000.0  # 9 March 2024
_TIME = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日 \d{2}:\d{2}")


@dataclass
class Message:
    """One message on the screen."""

    view: View

    @property
    def text(self) -> str:
        """What is read, with entities resolved."""
        return parse_html(self.view.html).text

    @property
    def buttons(self) -> list[Button]:
        """All buttons, in order."""
        return [button for row in self.view.rows for button in row]

    def screen(self) -> str:
        """Text with marks for bold and quotations, files and buttons."""
        lines = [seen(self.view.html)]
        if self.view.name:
            kind = "图片" if self.view.picture else "文件"
            lines.insert(0, f"[{kind} {self.view.name}]")
        return "\n".join([*lines, *rows_of(self.view.rows)])


def rows_of(rows: Rows) -> list[str]:
    """Buttons as they stand under a message."""
    return ["   ".join(f"[ {button.label} ]" for button in row) for row in rows]


def seen(html: str) -> str:
    """The text as it is shown: **bold**, quotations with a bar at the left."""
    found = parse_html(html)
    marks: dict[int, str] = {}
    for tag, start, end in found.entities:
        if tag == "b":
            marks[start] = marks.get(start, "") + "**"
            marks[end] = "**" + marks.get(end, "")
        if tag == "blockquote":
            marks[start] = "▎" + marks.get(start, "")
    return "".join(marks.get(n, "") + sign for n, sign in enumerate(found.text + "\0"))[:-1]


class Screen:
    """What is said without being an answer."""

    def __init__(self) -> None:
        self.progressed: list[str] = []
        self.notices: list[tuple[int, View]] = []
        self.menus: dict[int, tuple[str, bool]] = {}
        self.username = "gongbao_bot"

    async def notify(self, chat: int, view: View, topic: int | None = None) -> None:
        """A message to somebody who did not ask."""
        self.notices.append((chat, view))

    async def progress(self, talk: Talk, html: str, *, in_place: bool = False) -> None:
        """How far long work has come."""
        self.progressed.append(parse_html(html).text)

    def menu(self, user: int, role: str, in_traditional: bool) -> None:
        """The commands that a person is shown."""
        self.menus[user] = (role, in_traditional)


@dataclass
class Stage:
    """The bot's parts without Telegram."""

    desk: Desk
    folder: Path
    screen: Screen
    updates: int = 0
    read: int = 0


@dataclass
class Person:
    """Somebody with a role and a script.

    Args:
        number: the person's own; 0: the one of the role.
    """

    stage: Stage
    role: str = "resident"
    in_traditional: bool = False
    private: bool = True
    number: int = 0
    screen: list[Message] = field(default_factory=list)
    log: list[str] = field(default_factory=list)
    toasts: list[str] = field(default_factory=list)

    def talk(self, text: str = "") -> Talk:
        """The moment of saying ``text``."""
        self.stage.updates += 1
        number = self.number or IDS[self.role]
        store = self.stage.desk.store
        return Talk(
            update_id=self.stage.updates, chat_id=number if self.private else -100, topic=None,
            message_id=self.stage.updates, user_id=number, private=self.private, chat=store.hashed(f"chat{number}"),
            place=store.hashed(f"place{number}"), role=self.role,
            traditional=self.in_traditional, text=well_formed(text), at=NOW,
        )  # fmt: skip

    async def says(self, text: str) -> list[Message]:
        """Types a question or a command, in the person's script."""
        text = self.words(text)
        self.log.append(f"> {text}")
        return await self._says(text)

    async def pastes(self, text: str) -> list[Message]:
        """Sends what others wrote, as it is."""
        self.log.append(f"> [{self.words('粘贴的文字')}]")
        return await self._says(text)

    async def _says(self, text: str) -> list[Message]:
        talk = self.talk(text)
        text = talk.text
        if text.startswith("/"):
            name, _, rest = text[1:].partition(" ")
            command = next(one for one in COMMANDS if one.name == name)
            assert talk.may(command.role)
            return self._shown(await command.act(self.stage.desk, talk, rest))
        return self._shown(await QUESTION(self.stage.desk, talk, text))

    async def sends(self, *files: tuple[str, str | bytes]) -> list[Message]:
        """Sends files."""
        made = []
        for name, content in files:
            path = self.stage.folder / f"{len(list(self.stage.folder.iterdir()))}-{name}"
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
            made.append(File(name, path))
            self.log.append(f"> [文件 {name}]")
        return self._shown(await UPLOADS(self.stage.desk, self.talk(), tuple(made)))

    async def inline(self, query: str) -> Sequence[InlineResult]:
        """Types after the bot's name in another chat."""
        talk = self.talk(self.words(query))
        found = await INLINE(self.stage.desk, talk, talk.text)
        return converted.results(found, self.stage.desk.names) if talk.traditional else found

    def button(self, label: str) -> tuple[Message, Button]:
        """The newest button that has ``label`` in it."""
        label = self.words(label)
        for message in reversed(self.screen):
            for button in message.buttons:
                if label == button.label or (not label.isdigit() and label in button.label):
                    return message, button
        raise AssertionError(f"no button {label}: {[b.label for m in self.screen for b in m.buttons]}")

    async def presses(self, label: str) -> Pressed:
        """Presses the newest button with this label."""
        message, button = self.button(label)
        self.log.append(f"> [ {button.label} ]")
        return await self.act(button.action, message)

    async def act(self, action: str, message: Message | None = None) -> Pressed:
        """Does what a button with this action does; roles are checked as the frame checks them."""
        name, *args = action.split(".")
        press = next(one for one in PRESSES if one.name == name)
        talk = self.talk()
        assert talk.may(press.role), f"{name} is not for {self.role}"
        pressed = await press.act(self.stage.desk, talk, tuple(args))
        self._steps()
        if self.in_traditional:
            pressed = converted.pressed(pressed, self.stage.desk.names)
        if pressed.toast:
            self.toasts.append(pressed.toast)
            self.log.append(f"（{pressed.toast}）")
        if message is not None and pressed.edit is not None:
            message.view = _fit(pressed.edit)
            self.log += [_TIME.sub("（时间）", message.screen()), ""]
        if message is not None and pressed.rows is not None:
            message.view = View(message.view.html, pressed.rows)
            self.log += [*rows_of(message.view.rows), ""]
        self._seen(pressed.fresh)
        return pressed

    def _shown(self, views: Sequence[View]) -> list[Message]:
        names = self.stage.desk.names
        self._steps()
        return self._seen([converted.view(one, names) for one in views] if self.in_traditional else views)

    def _steps(self) -> None:
        """How far long work had come, one line after the other in the same message."""
        steps = self.stage.screen.progressed
        self.log += [self.words(step) for step in steps[self.stage.read :]]
        self.stage.read = len(steps)

    def _seen(self, views: Sequence[View]) -> list[Message]:
        made = [Message(_fit(view)) for view in views]
        self.screen += made
        for message in made:
            self.log += [_TIME.sub("（时间）", message.screen()), ""]
        return made

    def reads(self, what: str, view: View) -> None:
        """A message that comes by itself, or by something that is neither text nor a button."""
        self.log.append(what)
        self._shown([view])

    def words(self, text: str) -> str:
        """``text`` in the person's script."""
        return traditional(text) if self.in_traditional else text


def _fit(view: View) -> View:
    """The same, if Telegram takes its buttons."""
    for row in view.rows:
        for button in row:
            assert button.label.strip()
            assert len(button.action.encode()) <= 40, button
            assert button.copy is None or 0 < len(button.copy) <= 256, button
    return view


def settings_in(folder: Path, **more: Any) -> BotSettings:
    """Settings with one admin and one member of staff."""
    library = Settings(
        db=folder / "bulletins.db", chats=folder / "chats.db", admins=frozenset({1}), staff=frozenset({2}), **more
    )  # fmt: skip
    return BotSettings(library)


def staged(library: Library, folder: Path) -> Stage:
    """The bot's parts over ``library``; work that needs another process stays in this one."""
    (folder / "files").mkdir(exist_ok=True)
    store = ChatStore(folder / "chats.db")
    screen = Screen()
    conversation = Conversation(library, store, clock=lambda: NOW)
    pool = ThreadPoolExecutor(1)
    desk = Desk(library, store, settings_in(folder), conversation, screen, lambda: pool)
    return Stage(desk, folder / "files", screen)
