"""The Telegram bot: python-telegram-bot's Application with our handlers, polling or webhook."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import secrets
import sys
import time
from collections.abc import Callable

from telegram import BotCommand, Update
from telegram.error import Conflict, InvalidToken, NetworkError, TelegramError
from telegram.ext import (
    Application,
    ApplicationHandlerStop,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    TypeHandler,
    filters,
)

from bot import texts
from bot.conversation import Conversation, Knows
from bot.handlers.commands import COMMANDS, Command, ask
from bot.handlers.context import Desk
from bot.limits import Buckets
from bot.logs import quiet
from bot.sending import Sender
from bot.settings import BotSettings
from bot.store import ChatStore

log = logging.getLogger(__name__)

BURST, RATE = 8, 0.5  # messages at once, then messages a second, for each person
_DAY = 86400.0
_STALE = 3600.0  # seconds after which a question that waited is no longer answered
_UPDATES = [Update.MESSAGE, Update.EDITED_MESSAGE]


def run(library: Knows, settings: BotSettings) -> int:
    """Run until stopped; the exit code."""
    quiet(settings.library.log, settings.token.value)
    store = ChatStore(settings.library.chats)
    store.expire(time.time() - settings.keep_days * _DAY)
    application = build(library, settings, store)
    try:
        if settings.webhook_url:
            host, port = settings.webhook_listen
            application.run_webhook(
                listen=host, port=port, webhook_url=settings.webhook_url, secret_token=settings.webhook_secret.value,
                allowed_updates=_UPDATES, bootstrap_retries=-1,
            )  # fmt: skip
        else:
            application.run_polling(allowed_updates=_UPDATES, bootstrap_retries=-1)
    except InvalidToken:
        print(texts.BAD_TOKEN, file=sys.stderr)
        return 1
    finally:
        store.close()
    return 0


def build(
    library: Knows, settings: BotSettings, store: ChatStore, clock: Callable[[], float] = time.monotonic
) -> Application:  # type: ignore[type-arg]
    """The application with all handlers, not started."""
    os.environ.setdefault("PTB_TIMEDELTA", "true")  # python-telegram-bot's coming form of retry_after
    builder = Application.builder().token(settings.token.value).concurrent_updates(16)
    if settings.base_url:
        builder = builder.base_url(settings.base_url)
    if settings.base_file_url:
        builder = builder.base_file_url(settings.base_file_url)
    desk = Desk(Conversation(library, store), Sender(), settings, Buckets(BURST, RATE, clock))
    application = builder.post_init(_prepare(desk)).build()
    application.add_handler(TypeHandler(Update, _gate(desk)), group=-1)
    for command in COMMANDS:
        application.add_handler(CommandHandler(command.name, _command(desk, command)))
    application.add_handler(MessageHandler(filters.TEXT & ~filters.COMMAND, _question(desk)))
    application.add_handler(MessageHandler(filters.ALL & filters.ChatType.PRIVATE, _other(desk)))
    application.add_error_handler(_failed(desk))
    return application


def _prepare(desk: Desk):  # type: ignore[no-untyped-def]
    async def prepare(application: Application) -> None:  # type: ignore[type-arg]
        try:
            await application.bot.set_my_commands([BotCommand(c.name, c.about) for c in COMMANDS])
        except NetworkError:
            log.warning("the command menu could not be set")
        for update_id, body, at in desk.conversation.store.waiting():
            if time.time() - at > _STALE:
                desk.conversation.store.done(update_id)
                continue
            update = Update.de_json(json.loads(body), application.bot)
            await application.update_queue.put(update)

    return prepare


def _gate(desk: Desk):  # type: ignore[no-untyped-def]
    """Writes an update down before it is handled; stops repeats and floods."""

    async def gate(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        message = update.effective_message
        if message is None or update.effective_user is None:
            raise ApplicationHandlerStop
        known = {held for held, _, _ in desk.conversation.store.waiting()}
        fresh = await desk.in_thread(
            desk.conversation.store.received, update.update_id, update.to_json(), time.time()
        )
        if not fresh and update.update_id not in known:
            raise ApplicationHandlerStop
        key = desk.chat_of(update)
        passes, tell = desk.buckets.take(key)
        if not passes:
            if tell:
                await desk.reply(update, texts.TOO_MANY.format(seconds=desk.buckets.wait(key)))
            await desk.in_thread(desk.conversation.store.done, update.update_id)
            raise ApplicationHandlerStop

    return gate


def _finished(desk: Desk, act):  # type: ignore[no-untyped-def]
    """Marks the update as answered once ``act`` is through."""

    async def handle(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        try:
            await act(update, context)
        finally:
            await desk.in_thread(desk.conversation.store.done, update.update_id)

    return handle


def _command(desk: Desk, command: Command):  # type: ignore[no-untyped-def]
    async def handle(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        message = update.effective_message
        text = (message.text or "") if message else ""
        _, _, rest = text.partition(" ") if " " in text else text.partition("\n")
        await command.act(desk, update, rest)

    return _finished(desk, handle)


def _question(desk: Desk):  # type: ignore[no-untyped-def]
    async def handle(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        message = update.effective_message
        if message is None or not message.text:
            return
        text = message.text
        if message.chat.type != "private":
            addressed = _addressed(text, context.bot.username, message)
            if addressed is None:
                return
            text = addressed
        await ask(desk, update, text)

    return _finished(desk, handle)


def _addressed(text: str, name: str, message) -> str | None:  # type: ignore[no-untyped-def]
    """In a group: the text without the mention, if the bot is mentioned or replied to."""
    if f"@{name}" in text:
        return text.replace(f"@{name}", " ").strip()
    replied = message.reply_to_message
    mine = replied is not None and replied.from_user is not None and replied.from_user.username == name
    return text if mine else None


def _other(desk: Desk):  # type: ignore[no-untyped-def]
    async def handle(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        await desk.reply(update, texts.NOT_TEXT)

    return _finished(desk, handle)


def _failed(desk: Desk):  # type: ignore[no-untyped-def]
    """Errors are logged first, without what people typed; the person gets an id and an apology."""

    async def failed(update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        error = context.error
        if isinstance(error, Conflict):
            log.error(texts.OTHER_INSTANCE)
            return
        number = secrets.token_hex(3)
        log.error(
            "error %s: %s",
            number,
            type(error).__name__,
            exc_info=error if not isinstance(error, TelegramError) else None,
        )
        if (
            isinstance(update, Update)
            and update.effective_message is not None
            and not isinstance(error, NetworkError)
        ):
            try:
                await asyncio.wait_for(
                    update.effective_message.reply_text(texts.TROUBLE.format(id=number)), 10
                )
            except (TelegramError, TimeoutError):
                log.error("the apology could not be sent")

    return failed
