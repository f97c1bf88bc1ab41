"""``bulletin-bot run``: from the first line of the log to the last, whatever ends it."""

from __future__ import annotations

import asyncio
import fcntl
import gc
import logging
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from telegram.error import InvalidToken, TelegramError

from bot import texts
from bot.app import ALLOWED, Bot
from bot.cores import Cores, keep_to_one
from bot.delivery.polling import Poller
from bot.delivery.webhook import Webhook
from bot.logs import quiet
from bot.settings import BotSettings
from bot.store import ChatStore
from index.errors import SettingError, StoreError
from index.library import Library

log = logging.getLogger(__name__)

_LATEST = 9.5  # seconds from a signal until the process ends, whatever still hangs
_OTHER = 5.0  # seconds to wait for another process to let the store go
_DEAF = 120.0  # seconds without a finished poll after which the process ends, to be started anew
_SWITCH = 0.001  # seconds that one thread may keep the others waiting


def run(library: Library, settings: BotSettings) -> int:
    """Run until stopped; the exit code."""
    quiet(settings.library.log, settings.token.value, settings.webhook_secret.value)
    with _alone(settings.library.chats):
        store = ChatStore(settings.library.chats)
        try:
            library.prepare()
            gc.collect()
            gc.freeze()  # what was loaded stays: looking through it again and again would hold everything up
            sys.setswitchinterval(_SWITCH)
            cores = keep_to_one() if settings.one_core else frozenset()
            return asyncio.run(serve(library, settings, store, cores))
        except InvalidToken:
            print(texts.BAD_TOKEN, file=sys.stderr)
            return 1
        finally:
            store.close()


@contextmanager
def _alone(chats: Path) -> Iterator[None]:
    """Only one process answers from a store; the system lets go of the lock when the process ends, however.

    Raises:
        StoreError: another one is doing it.
    """
    path = chats.with_name(f"{chats.name}.lock")
    try:
        held = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise StoreError(texts.STORE_NOT_OPEN.format(path=path, error=error.strerror)) from None
    try:
        until = time.monotonic() + _OTHER
        while True:
            try:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except OSError:
                if time.monotonic() > until:
                    raise StoreError(texts.STORE_IN_USE.format(path=chats)) from None
                time.sleep(0.1)
        yield
    finally:
        os.close(held)


async def serve(library: Library, settings: BotSettings, store: ChatStore, cores: Cores = frozenset()) -> int:
    """Start, work until a signal asks to end, finish what is in hand; the exit code.

    Args:
        cores: what processes that read files may use.

    Raises:
        InvalidToken: Telegram doesn't know the token (any more). SettingError: the webhook can't be set up.
    """
    stop = asyncio.Event()
    for one in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(one, _leave, stop)
    bot = Bot(library, settings, store, cores=cores)
    ending = asyncio.create_task(stop.wait())
    if not await _first(asyncio.create_task(bot.start()), ending):
        return 0
    try:
        dead = asyncio.create_task(bot.dead.wait())
        await _first(asyncio.create_task(_receive(bot, settings)), ending, dead)
        if bot.dead.is_set():
            raise InvalidToken
        return 0
    finally:
        await bot.stop()


async def _first(work: asyncio.Task[None], *others: asyncio.Task[bool]) -> bool:
    """Whether ``work`` ended before the others; it is cancelled if it did not."""
    await asyncio.wait({work, *others}, return_when=asyncio.FIRST_COMPLETED)
    if work.done():
        work.result()
        return True
    work.cancel()
    with suppress(asyncio.CancelledError):
        await work
    return False


def _leave(stop: asyncio.Event) -> None:
    """Asked to end: nothing may hold that up for long; what isn't finished is in the inbox."""
    stop.set()
    last = threading.Timer(_LATEST, os._exit, (0,))
    last.daemon = True
    last.start()


async def _receive(bot: Bot, settings: BotSettings) -> None:
    """By webhook or by polling, as the settings say; for ever."""
    if settings.webhook_url:
        await _by_webhook(bot, settings)
    else:
        await _by_polling(bot, settings)


async def _by_webhook(bot: Bot, settings: BotSettings) -> None:
    webhook = Webhook(settings, bot.take)
    await webhook.start()
    try:
        await bot.sender.insist(
            lambda: bot.client.set_webhook(
                settings.webhook_url or "",
                secret_token=settings.webhook_secret.value,
                allowed_updates=ALLOWED,
            ),
            None,
        )
        host, port = settings.webhook_listen
        log.info(texts.LOG_WEBHOOK.format(host=host, port=port, name=bot.client.username))
        await asyncio.Event().wait()
    except InvalidToken:
        raise
    except TelegramError as error:
        raise SettingError(texts.WEBHOOK_REFUSED.format(error=error.message)) from None
    finally:
        await webhook.stop()


async def _by_polling(bot: Bot, settings: BotSettings) -> None:
    with suppress(TelegramError):
        await bot.sender.insist(bot.client.delete_webhook)
    log.info(texts.LOG_POLLING.format(name=bot.client.username))
    poller = Poller(bot.client, bot.take, ALLOWED, wait=settings.poll_seconds, watch=settings.watch_seconds)
    polling = asyncio.create_task(poller.run())
    try:
        while not polling.done():
            await asyncio.wait({polling}, timeout=1.0)
            if poller.age > max(_DEAF, settings.watch_seconds * 2):
                raise StoreError(texts.LOG_DEAF.format(seconds=poller.age))
        polling.result()
    finally:
        polling.cancel()
        with suppress(asyncio.CancelledError):
            await polling
