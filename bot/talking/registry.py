"""What the parts of the bot promise one another: commands, buttons, inline results, files, and the desk."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import ParamSpec, Protocol, TypeVar

from bot.settings import BotSettings
from bot.showing.scripts import special
from bot.showing.views import InlineResult, Pressed, View
from bot.store import ChatStore
from bot.talking.conversation import Conversation
from bot.talking.gathering import Gatherer
from bot.talking.talk import Talk
from index.library import Library

P = ParamSpec("P")
Result = TypeVar("Result")

_THREADS = 2  # more would only wait for one another: what they do is mostly computing


@dataclass(frozen=True, slots=True)
class File:
    """A file somebody sent: its name as sent, and where its copy is."""

    name: str
    path: Path


class Post(Protocol):
    """The way out: what a handler may do besides answering."""

    async def notify(self, chat: int, view: View, topic: int | None = None) -> None: ...
    async def progress(self, talk: Talk, html: str, *, in_place: bool = False) -> None: ...
    def menu(self, user: int, role: str, in_traditional: bool) -> None: ...

    @property
    def username(self) -> str: ...


class Desk:
    """The bot's parts, handed to every handler.

    Attributes:
        library, store, settings, conversation: shared by all handlers. written: carries a small write out, together
            with others.
    """

    def __init__(
        self, library: Library, store: ChatStore, settings: BotSettings, conversation: Conversation, post: Post,
        pool: Callable[[], Executor],
    ) -> None:  # fmt: skip
        self.library, self.store, self.settings, self.conversation = library, store, settings, conversation
        self._post, self._pool = post, pool
        self._names: tuple[int, tuple[str, ...]] = (-1, ())
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="desk")
        self.written = Gatherer(store.together).written

    async def in_thread(self, function: Callable[P, Result], *arguments: P.args, **named: P.kwargs) -> Result:
        """A call that may take milliseconds, off the event loop."""
        call = partial(function, *arguments, **named)
        return await asyncio.get_running_loop().run_in_executor(self._threads, call)

    async def in_process(self, function: Callable[..., Result], *arguments: object) -> Result:
        """A call that may take seconds, in another process; function and arguments must be picklable."""
        loop = asyncio.get_running_loop()
        try:
            return await loop.run_in_executor(self._pool(), function, *arguments)
        except BrokenProcessPool:  # something ended the other process; a new one gets one more chance
            return await loop.run_in_executor(self._pool(), function, *arguments)

    async def notify(self, chat: int, view: View, topic: int | None = None) -> None:
        """Send a message to somebody who did not ask just now."""
        await self._post.notify(chat, view, topic)

    async def progress(self, talk: Talk, html: str, *, in_place: bool = False) -> None:
        """Say how far long work has come: one message, edited, which in the end becomes the answer.

        Args:
            in_place: the message whose button was pressed is edited, not a new one.
        """
        await self._post.progress(talk, html, in_place=in_place)

    def menu(self, user: int, role: str, in_traditional: bool) -> None:
        """Shows a person the commands of a role, in their script, in the private chat with the bot."""
        self._post.menu(user, role, in_traditional)

    @property
    def names(self) -> tuple[str, ...]:
        """Names of people that need care when they are written in traditional characters."""
        generation = self.library.generation
        if self._names[0] != generation:
            self._names = (generation, special(found.value.name for found in self.library.people()))
        return self._names[1]

    @property
    def username(self) -> str:
        """The bot's name at Telegram, without @; "" where there is none."""
        return self._post.username


Act = Callable[[Desk, Talk, str], Awaitable[Sequence[View]]]
Presses = Callable[[Desk, Talk, tuple[str, ...]], Awaitable[Pressed]]
Inline = Callable[[Desk, Talk, str], Awaitable[Sequence[InlineResult]]]
Uploads = Callable[[Desk, Talk, tuple[File, ...]], Awaitable[Sequence[View]]]


@dataclass(frozen=True, slots=True)
class Command:
    """A command.

    Attributes:
        name: what people type after the slash. about: what /help and the menus say of it; english: the same for
            those whose Telegram is in English. role: who may use it. act: what it does.
    """

    name: str
    about: str
    english: str
    role: str
    act: Act


@dataclass(frozen=True, slots=True)
class Press:
    """A button: the first word of its action, who may press it, what it does."""

    name: str
    role: str
    act: Presses
