"""The Telegram bot: python-telegram-bot's Application, with our own way of fetching updates and of sending."""

from __future__ import annotations

import asyncio
import json
import logging
import multiprocessing
import os
import secrets
import signal
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import suppress
from typing import Any

from telegram import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeDefault,
    Update,
)
from telegram.error import Forbidden, InvalidToken, NetworkError, TelegramError
from telegram.ext import Application, ContextTypes, TypeHandler

from bot import texts
from bot.client import Client, client
from bot.conversation import Conversation
from bot.dispatch import Dispatcher, Limits, trouble_of
from bot.handlers import COMMANDS
from bot.limits import Buckets
from bot.logs import quiet
from bot.polling import Poller
from bot.registry import Desk
from bot.scripts import traditional
from bot.sending import Sender, Where
from bot.settings import BotSettings
from bot.store import ChatStore, Received, Waiting
from bot.talk import Talk, place_of
from bot.views import View
from bot.webhook import Webhook
from index.library import Library

log = logging.getLogger(__name__)

ALLOWED = (
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CALLBACK_QUERY,
    Update.INLINE_QUERY,
    Update.MY_CHAT_MEMBER,
)
_DAY = 86400.0
_LEAVE = 8.0  # seconds for what is in hand when the program is asked to end
_OUTBOX = 2.0  # seconds between looks into the outbox
_PERSON, _GROUP, _PRESS = (8, 0.5), (20, 1 / 3), (10, 2.0)  # messages at once, then messages a second
_TRIES = 3  # times that an update which can't be read is tried


class Bot:
    """The running bot: everything that belongs together, from update to answer.

    Args:
        clock: seconds, monotonic, for the limits.
    """

    def __init__(
        self,
        library: Library,
        settings: BotSettings,
        store: ChatStore,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        os.environ.setdefault("PTB_TIMEDELTA", "true")  # python-telegram-bot's coming form of retry_after
        self.settings, self.store = settings, store
        self.client: Client = client(settings.token.value, settings.base_url, settings.base_file_url)
        self.sender = Sender(self.client, store)
        self._pool: ProcessPoolExecutor | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._unread: dict[int, int] = {}
        self._roles = dict.fromkeys(settings.library.staff, "staff")
        self._roles |= dict.fromkeys(settings.library.admins, "admin")
        desk = Desk(library, store, settings, Conversation(library, store), self, self._processes)
        limits = Limits(Buckets(*_PERSON, clock), Buckets(*_GROUP, clock), Buckets(*_PRESS, clock))
        self.limits = limits
        self.dispatcher = Dispatcher(desk, self.sender, self.client, limits, self._roles)
        self.application = Application.builder().bot(self.client).updater(None).build()
        self.application.add_handler(TypeHandler(Update, self._handle))
        self.application.add_error_handler(self._failed)
        self._interrupted: set[int] = set()

    # ---- life

    async def start(self) -> None:
        """Connect, waiting for Telegram as long as it takes; set the menus; take up what was left.

        Raises:
            InvalidToken: Telegram doesn't know the token.
        """
        pause, said = 0.5, False
        while True:
            try:
                await self.application.initialize()
                break
            except InvalidToken:
                raise
            except (NetworkError, TelegramError) as error:
                if not said:
                    log.warning(texts.LOG_WAITING.format(error=type(error).__name__))
                said = True
                with suppress(Exception):
                    await self.client.shutdown()
                await asyncio.sleep(pause)
                pause = min(pause * 2, 20.0)
        await self.application.start()
        self._spawn(self._menus())
        self._spawn(self._outbox())
        for one in await asyncio.to_thread(self.store.inbox.waiting):
            self._take_up(one)

    async def stop(self) -> None:
        """Finish what is in hand, at most a few seconds; the rest waits in the inbox."""
        mine = {task for task in self._tasks if not task.get_name().startswith("forever")}
        for task in self._tasks - mine:
            task.cancel()
        left = (await asyncio.wait(mine, timeout=_LEAVE))[1] if mine else set()
        for task in left:
            task.cancel()
        log.info(texts.LOG_STOPPED.format(left=len(left)))
        await self.application.stop()
        await self.application.shutdown()
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)

    async def take(self, raw: Sequence[Any]) -> None:
        """Write updates down, then handle those that are new."""
        readable = [(one, update) for one in raw if (update := self._read(one)) is not None]
        now = time.time()
        received = [
            Received(update.update_id, place_of(update, self.store), json.dumps(one, ensure_ascii=False), now)
            for one, update in readable
        ]
        fresh = await asyncio.to_thread(self.store.inbox.received, received)
        for _, update in readable:
            if update.update_id in fresh:
                self._spawn(self._process(update))

    def _read(self, raw: Any) -> Update | None:
        """An update; None for what can't be read, which is told once and skipped."""
        try:
            return Update.de_json(raw, self.client)
        except Exception as error:
            number = raw.get("update_id", 0) if isinstance(raw, dict) else 0
            self._unread[number] = self._unread.get(number, 0) + 1
            log.warning("an update can't be read and is skipped: %s", type(error).__name__)
            if self._unread[number] == 1:
                self._spawn(self._tell_admins(texts.UNREADABLE_ADMIN.format(n=1)))
            return None

    def _take_up(self, one: Waiting) -> None:
        update = self._read(json.loads(one.body)) if one.body else None
        if update is None:
            self._spawn(self._done(one.update_id, one.sent))
            return
        if one.sending:
            self._interrupted.add(one.update_id)
        self._spawn(self._process(update))

    # ---- one update

    async def _process(self, update: Update) -> None:
        await self.application.process_update(update)

    async def _handle(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        interrupted = update.update_id in self._interrupted
        self._interrupted.discard(update.update_id)
        sent: list[int] = []
        finished = True
        try:
            sent = await self.dispatcher.handle(update, interrupted=interrupted)
        except asyncio.CancelledError:
            finished = False
            raise
        finally:
            self.dispatcher.finished(update.update_id)
            if finished:
                await self._done(update.update_id, sent)

    async def _done(self, update_id: int, sent: Sequence[int]) -> None:
        await asyncio.to_thread(self.store.inbox.done, [(update_id, list(sent))])

    async def _failed(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        """The person gets an id and an apology, admins the id; the log the traceback, without what was typed."""
        error = context.error
        number = secrets.token_hex(3)
        known = isinstance(error, TelegramError)
        log.error("error %s: %s", number, type(error).__name__, exc_info=None if known else error)
        where = trouble_of(update) if isinstance(update, Update) else None
        if where is not None and not isinstance(error, NetworkError):
            with suppress(TelegramError):
                await self.sender.send(where, (View(texts.TROUBLE.format(id=number)),), None, [])
        if not known:
            await self._tell_admins(texts.TROUBLE_ADMIN.format(id=number, kind=type(error).__name__))

    # ---- what handlers may do besides answering

    async def notify(self, chat: int, view: View, topic: int | None = None) -> None:
        """Send a message to somebody who did not ask just now."""
        try:
            await self.sender.send(Where(chat, topic), (view,), None, [])
        except Forbidden:
            await asyncio.to_thread(self.store.people.unsubscribe, chat)

    async def progress(self, talk: Talk, html: str, *, in_place: bool = False) -> None:
        """One message about long work, edited as it goes on."""
        await self.dispatcher.progress(talk, View(html), in_place=in_place)

    def menu(self, user: int, role: str, in_traditional: bool) -> None:
        """The commands of a role, in the private chat with a person."""
        self._spawn(self._one_menu(BotCommandScopeChat(user), role, None, in_traditional))

    @property
    def username(self) -> str:
        """The bot's name at Telegram."""
        return self.client.username

    async def _tell_admins(self, html: str) -> None:
        stored = await asyncio.to_thread(self.store.people.roles)
        for admin in self.settings.library.admins | {user for user, role in stored if role == "admin"}:
            with suppress(TelegramError):
                await self.notify(admin, View(html))

    # ---- in the background

    async def _outbox(self) -> None:
        """Notices of new bulletins, one after the other; what was being sent at a crash is not sent again."""
        people = self.store.people
        while True:
            for key, chat, topic, html in await asyncio.to_thread(people.notices):
                await asyncio.to_thread(people.notice_sending, key)
                try:
                    await self.notify(chat, View(html), topic or None)
                except TelegramError as error:
                    log.warning("a notice could not be sent: %s", type(error).__name__)
                await asyncio.to_thread(people.notice_done, key)
            await asyncio.sleep(_OUTBOX)

    async def housekeeping(self) -> None:
        """Texts of questions expire, full buckets are forgotten."""
        while True:
            now = time.time()
            await asyncio.to_thread(self.store.journal.expire, now - self.settings.keep_days * _DAY)
            await asyncio.to_thread(self.store.inbox.expire, now)
            for buckets in (self.limits.people, self.limits.groups, self.limits.presses):
                buckets.prune()
            await asyncio.sleep(_DAY / 24)

    async def _menus(self) -> None:
        """The commands that a person may use, by role; those who write traditional get theirs at /start."""
        roles = dict(await asyncio.to_thread(self.store.people.roles)) | self._roles
        scopes: list[tuple[Any, str]] = [
            (BotCommandScopeDefault(), "resident"), (BotCommandScopeAllPrivateChats(), "resident"),
            *((BotCommandScopeChat(number), role) for number, role in roles.items()),
        ]  # fmt: skip
        for scope, role in scopes:
            for language in (None, "zh"):
                await self._one_menu(scope, role, language, False)

    async def _one_menu(self, scope: Any, role: str, language: str | None, in_traditional: bool) -> None:
        with suppress(TelegramError):
            menu = _menu(role, in_traditional)
            await self.client.set_my_commands(menu, scope=scope, language_code=language)

    def _processes(self) -> Executor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"))
        return self._pool

    def _spawn(self, work: Any) -> None:
        task = asyncio.create_task(work)
        if work.__name__ in ("_outbox", "housekeeping"):
            task.set_name(f"forever {work.__name__}")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def run(library: Library, settings: BotSettings) -> int:
    """Run until stopped; the exit code."""
    quiet(settings.library.log, settings.token.value)
    store = ChatStore(settings.library.chats)
    try:
        library.warm_up()
        return asyncio.run(serve(library, settings, store))
    except InvalidToken:
        print(texts.BAD_TOKEN, file=sys.stderr)
        return 1
    finally:
        store.close()


async def serve(library: Library, settings: BotSettings, store: ChatStore) -> int:
    """Start, work until a signal asks to end, finish what is in hand.

    Raises:
        InvalidToken: Telegram doesn't know the token (any more). SettingError: the webhook can't listen.
    """
    stop = asyncio.Event()
    for one in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(one, stop.set)
    bot = Bot(library, settings, store)
    starting = asyncio.create_task(bot.start())
    ending = asyncio.create_task(stop.wait())
    await asyncio.wait({starting, ending}, return_when=asyncio.FIRST_COMPLETED)
    if not starting.done():
        starting.cancel()
        return 0
    await starting
    keeping = asyncio.create_task(bot.housekeeping())
    try:
        receiving = asyncio.create_task(_receive(bot, settings))
        await asyncio.wait({receiving, ending}, return_when=asyncio.FIRST_COMPLETED)
        if receiving.done():
            receiving.result()
        receiving.cancel()
        with suppress(asyncio.CancelledError):
            await receiving
        return 0
    finally:
        keeping.cancel()
        await bot.stop()


async def _receive(bot: Bot, settings: BotSettings) -> None:
    """By webhook or by polling, as the settings say; for ever."""
    name = bot.client.username
    if settings.webhook_url:
        webhook = Webhook(settings, bot.take)
        await webhook.start()
        try:
            await bot.sender.carry_out(
                lambda: bot.client.set_webhook(
                    settings.webhook_url or "",
                    secret_token=settings.webhook_secret.value,
                    allowed_updates=ALLOWED,
                )
            )
            host, port = settings.webhook_listen
            log.info(texts.LOG_WEBHOOK.format(host=host, port=port, name=name))
            await asyncio.Event().wait()
        finally:
            await webhook.stop()
    with suppress(TelegramError):
        await bot.sender.carry_out(bot.client.delete_webhook)
    log.info(texts.LOG_POLLING.format(name=name))
    await Poller(
        bot.client, bot.take, ALLOWED, wait=settings.poll_seconds, watch=settings.watch_seconds
    ).run()


def _menu(role: str, in_traditional: bool) -> list[BotCommand]:
    ranks = {"resident": 0, "staff": 1, "admin": 2}
    mine = [one for one in COMMANDS if ranks[one.role] <= ranks[role]][:100]
    return [BotCommand(one.name, traditional(one.about) if in_traditional else one.about) for one in mine]
