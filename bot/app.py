"""The Telegram bot: python-telegram-bot's Application, with our own way of fetching updates and of sending."""

from __future__ import annotations

import asyncio
import json
import logging
import multiprocessing
import os
import secrets
import time
import traceback
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import suppress
from typing import Any

from telegram import BotCommandScopeChat, Update
from telegram.error import Forbidden, InvalidToken, TelegramError
from telegram.ext import Application, ContextTypes, TypeHandler

from bot import texts
from bot.background import housekeeping, introduced, menu_in, menus, news, outbox
from bot.cores import Cores, spread
from bot.delivery.client import Client, client
from bot.delivery.limits import Buckets
from bot.delivery.numbering import CHATS, shared_number
from bot.delivery.parts import letter
from bot.delivery.polling import is_number
from bot.delivery.sending import Sender, Where
from bot.dispatch import Dispatcher, Limits
from bot.settings import BotSettings
from bot.showing.scripts import script_of, traditional
from bot.showing.views import View
from bot.store import ChatStore, Received, Waiting
from bot.talking.addressing import can_hear
from bot.talking.conversation import Conversation
from bot.talking.registry import Desk
from bot.talking.talk import Talk, place_of, talk_of
from index.library import Library

log = logging.getLogger(__name__)

ALLOWED = (
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CALLBACK_QUERY,
    Update.INLINE_QUERY,
    Update.MY_CHAT_MEMBER,
)
_LEAVE = 6.0  # seconds for what is in hand when the program is asked to end
_PERSON, _GROUP, _PRESS = (8, 0.5), (20, 1 / 3), (10, 2.0)  # messages at once, then messages a second
_BREATH = 8  # updates that are read before others get their turn
_AGAIN = 10.0  # seconds until work that failed beside answering is taken up again
_QUIET = 3600.0  # seconds until admins are told the same again


class Bot:
    """The running bot: everything that belongs together, from update to answer.

    Args:
        clock: seconds, monotonic, for the limits. sleep: waits between tries of a send.
        cores: what processes that read files may use, where the bot itself keeps to one.

    Attributes:
        dead: set when Telegram no longer knows the token. desk: what handlers get.
    """

    def __init__(
        self,
        library: Library,
        settings: BotSettings,
        store: ChatStore,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        cores: Cores = frozenset(),
    ) -> None:
        os.environ.setdefault("PTB_TIMEDELTA", "true")  # python-telegram-bot's coming form of retry_after
        script_of("")  # its tables are made before anybody waits
        self.settings, self.store = settings, store
        self.client: Client = client(
            settings.token.value, settings.base_url, settings.base_file_url, settings.send_seconds
        )
        self.sender = Sender(self.client, store, sleep)
        self._pool: ProcessPoolExecutor | None = None
        self._cores = cores
        self._tasks: set[asyncio.Task[None]] = set()
        self._forever: list[asyncio.Task[None]] = []
        self._unread = 0
        self._told: dict[str, float] = {}
        self._left: dict[int, Waiting] = {}
        self._talks: dict[int, Talk] = {}
        self.dead = asyncio.Event()
        self.roles = dict.fromkeys(settings.library.staff, "staff")
        self.roles |= dict.fromkeys(settings.library.admins, "admin")
        self.desk = Desk(library, store, settings, Conversation(library, store), self, self._processes)
        self.limits = Limits(Buckets(*_PERSON, clock), Buckets(*_GROUP, clock), Buckets(*_PRESS, clock))
        self.dispatcher = Dispatcher(self.desk, self.sender, self.client, self.limits)
        self.application = Application.builder().bot(self.client).updater(None).build()
        self.application.add_handler(TypeHandler(Update, self._handle))

    # ---- life

    async def start(self) -> None:
        """Connect, waiting for Telegram as long as it takes; set the menus; take up what was left.

        Raises:
            InvalidToken: Telegram doesn't know the token.
        """
        await self._connect()
        await self.application.start()
        await asyncio.to_thread(self.store.inbox.of_bot, self.client.id)
        await asyncio.to_thread(self.store.people.unfinished_uploads)
        await self._take_up()
        self._spawn(menus(self))
        self._spawn(introduced(self))
        self._forever += [asyncio.create_task(self._for_ever(work)) for work in (outbox, news, housekeeping)]

    async def _for_ever(self, work: Callable[[Bot], Awaitable[None]]) -> None:
        """Work beside answering: what goes wrong in it is logged, and it goes on."""
        while True:
            try:
                await work(self)
            except Exception as error:
                log.error("%s: %s%s", work.__name__, type(error).__name__, _places(error))
            await asyncio.sleep(_AGAIN)

    async def _connect(self) -> None:
        pause, said = 0.5, False
        try:
            while True:
                try:
                    await self.application.initialize()
                    return
                except InvalidToken:
                    raise
                except TelegramError as error:
                    if not said:
                        log.warning(texts.LOG_WAITING.format(error=type(error).__name__))
                    said = True
                    await asyncio.sleep(pause)
                    pause = min(pause * 2, 10.0)
        except BaseException:
            await self.client.shutdown()
            raise

    async def stop(self) -> None:
        """Finish what is in hand, at most a few seconds; the rest waits in the inbox."""
        for task in self._forever:
            task.cancel()
        left = (await asyncio.wait(self._tasks, timeout=_LEAVE))[1] if self._tasks else set()
        for task in left:
            task.cancel()
        await asyncio.gather(*left, *self._forever, return_exceptions=True)
        await self.application.stop()
        await self.application.shutdown()
        if self._pool is not None:
            working = getattr(self._pool, "_processes", None) or {}
            for process in list(working.values()):
                process.kill()
            self._pool.shutdown(wait=False, cancel_futures=True)
        log.info(texts.LOG_STOPPED.format(left=len(left)))

    # ---- updates come in

    async def take(self, raw: Sequence[Any]) -> None:
        """Write updates down, then handle those that are new."""
        readable: list[tuple[Update, str]] = []
        for number, one in enumerate(raw, 1):
            if (update := self._read(one)) is not None:
                readable.append((update, json.dumps(one)))
            if number % _BREATH == 0:
                await asyncio.sleep(0)
        if readable:
            for update, talk in await asyncio.to_thread(self._received, readable):
                self._begin(update, talk)

    def _received(self, readable: Sequence[tuple[Update, str]]) -> list[tuple[Update, Talk]]:
        """The new ones of these updates, written down; and who speaks in each of them."""
        now = time.time()
        received = [
            Received(one.update_id, place_of(one, self.store), body, now, shared_number(one))
            for one, body in readable
        ]
        fresh = self.store.inbox.received(received)
        first = {one.update_id: one for one, _ in reversed(readable) if one.update_id in fresh}
        with self.store.writing():  # the scripts that people write: one transaction for all
            return [(one, talk_of(one, self.store, self.roles)) for one in reversed(first.values())]

    def _read(self, raw: Any) -> Update | None:
        """An update; None for what can't be read, which is skipped, and told now and then."""
        try:
            update = Update.de_json(raw, self.client)
            if not is_number(update.update_id):
                raise ValueError("update_id")
            return update
        except Exception as error:
            self._unread += 1
            if self._tell_admins("unreadable", texts.UNREADABLE_ADMIN.format(n=self._unread)):
                log.warning(texts.LOG_UNREADABLE.format(n=self._unread, error=type(error).__name__))
                self._unread = 0
            return None

    async def _take_up(self) -> None:
        """Go on with what was in hand when the program ended."""
        self.sender.known(await asyncio.to_thread(self.store.inbox.numbers, CHATS))
        for one in await asyncio.to_thread(self.store.inbox.waiting):
            update = self._read(json.loads(one.body)) if one.body else None
            if update is None:
                await asyncio.to_thread(self.store.inbox.done, [(one.update_id, one.sent)])
                continue
            self._left[one.update_id] = one
            self._begin(update, await asyncio.to_thread(talk_of, update, self.store, self.roles))

    def _begin(self, update: Update, talk: Talk) -> None:
        self._talks[update.update_id] = talk
        self._spawn(self.application.process_update(update))

    async def _handle(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        talk, left = self._talks.pop(update.update_id), self._left.pop(update.update_id, None)
        try:
            await self.dispatcher.handle(update, talk, left)
        except InvalidToken:
            await self._doubt_token()  # the question stays in the inbox
        except Exception as error:
            await self._failed(update, talk, error)
            await asyncio.to_thread(self.store.inbox.done, [(update.update_id, ())])
        finally:
            self.dispatcher.voice.finished(update.update_id)

    async def _failed(self, update: Update, talk: Talk, error: Exception) -> None:
        """The person gets an id and an apology, admins the id; the log the traceback, without what was typed."""
        number, kind = secrets.token_hex(3), type(error).__name__
        log.error("error %s: %s%s", number, kind, _places(error))
        self._tell_admins(kind, texts.TROUBLE_ADMIN.format(id=number, kind=kind))
        if not can_hear(update):
            return
        where = Where(talk.chat_id, talk.topic)
        said = _said(texts.TROUBLE.format(id=number), talk.traditional)
        with suppress(TelegramError):
            await self.sender.send(letter(where, (said,), None, self.store, talk.message_id), [])

    async def _doubt_token(self) -> None:
        """Telegram refused the token for one call: does it know it at all?"""
        try:
            await self.client.get_me()
        except InvalidToken:
            self.dead.set()
        except TelegramError:
            pass

    # ---- what handlers may do besides answering

    async def notify(self, chat: int, view: View, topic: int | None = None) -> None:
        """Send a message to somebody who did not ask just now."""
        try:
            await self.sender.send(letter(Where(chat, topic), (view,), None, self.store), [])
        except Forbidden:
            await asyncio.to_thread(self.store.people.unsubscribe, chat)

    async def progress(self, talk: Talk, html: str, *, in_place: bool = False) -> None:
        """One message about long work, edited as it goes on."""
        await self.dispatcher.voice.progress(talk, View(html), in_place=in_place)

    def menu(self, user: int, role: str, in_traditional: bool) -> None:
        """The commands of a role, in the private chat with a person."""
        self._spawn(menu_in(self, BotCommandScopeChat(user), role, in_traditional))

    @property
    def username(self) -> str:
        """The bot's name at Telegram."""
        return self.client.username

    def _tell_admins(self, kind: str, html: str) -> bool:
        """Tell every admin, unless they were told of this kind a while ago; whether they are told."""
        now = time.monotonic()
        if now - self._told.get(kind, -_QUIET) < _QUIET:
            return False
        self._told[kind] = now
        self._spawn(self._telling(html))
        return True

    async def _telling(self, html: str) -> None:
        stored = await asyncio.to_thread(self.store.people.roles)
        for admin in self.settings.library.admins | {user for user, role in stored if role == "admin"}:
            with suppress(TelegramError):
                await self.notify(admin, _said(html, await asyncio.to_thread(self.store.traditional, admin)))

    def _processes(self) -> Executor:
        if self._pool is None or getattr(self._pool, "_broken", False):
            spawning = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(1, spawning, initializer=spread, initargs=(self._cores,))
        return self._pool

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _said(text: str, in_traditional: bool) -> View:
    """A message in the person's script."""
    return View(traditional(text) if in_traditional else text)


def _places(error: Exception) -> str:
    """Where it happened, without the values, which may be what somebody typed; nothing for Telegram's errors."""
    if isinstance(error, TelegramError):
        return ""
    return "\n" + "".join(traceback.format_tb(error.__traceback__)).rstrip()
