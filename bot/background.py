"""What the bot does beside answering: menus, the outbox, housekeeping."""

from __future__ import annotations

import asyncio
import logging
import time
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from telegram import (
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeDefault,
)
from telegram.error import TelegramError

from bot import texts
from bot.handlers import COMMANDS
from bot.handlers.telling import tell
from bot.showing.scripts import traditional
from bot.showing.views import Button, View
from bot.store import RANK

if TYPE_CHECKING:
    from bot.app import Bot

log = logging.getLogger(__name__)

_DAY = 86400.0
_NEWS = 5.0  # seconds between looks for what others added
_OUTBOX = 2.0  # seconds between looks into the outbox
_PACE = 0.05  # seconds between two notices: answers go first
_UPLOADS = 2 * _DAY  # seconds for which a file waits for a decision


async def outbox(bot: Bot) -> None:
    """Notices of new bulletins, one after the other; what was being sent at a crash is not sent again."""
    people = bot.store.people
    while True:
        for key, chat, topic, html, article in await asyncio.to_thread(people.notices):
            await asyncio.to_thread(people.notice_sending, key)
            rows = ((Button(texts.ORIGINAL, f"src.{article}.0"),),) if article else ()
            try:
                await bot.notify(chat, View(html, rows), topic or None)
            except TelegramError as error:
                log.warning("a notice could not be sent: %s", type(error).__name__)
            await asyncio.to_thread(people.notice_done, key)
            await asyncio.sleep(_PACE)
        await asyncio.sleep(_OUTBOX)


async def news(bot: Bot) -> None:
    """Whatever is added, by whomever: subscribers are told of it."""
    known = None
    while True:
        generation = await asyncio.to_thread(lambda: bot.desk.library.generation)
        if generation != known and not await asyncio.to_thread(bot.store.people.adding):  # its handler tells
            await tell(bot.desk)
            known = generation
        await asyncio.sleep(_NEWS)


async def housekeeping(bot: Bot) -> None:
    """Texts of questions expire, files that nobody decided on go, full buckets are forgotten."""
    while True:
        now = time.time()
        await asyncio.to_thread(bot.store.expire, now, bot.settings.keep_days * _DAY, _UPLOADS)
        for buckets in (bot.limits.people, bot.limits.groups, bot.limits.presses):
            buckets.prune()
        await asyncio.sleep(_DAY / 24)


async def menus(bot: Bot) -> None:
    """The commands that a person may use, by role, in the script that they write."""
    roles = dict(await asyncio.to_thread(bot.store.people.roles)) | bot.roles
    for scope in (BotCommandScopeDefault(), BotCommandScopeAllPrivateChats()):
        await menu_in(bot, scope, "resident", False)
    for number, role in roles.items():
        written = await asyncio.to_thread(bot.store.traditional, number)
        await menu_in(bot, BotCommandScopeChat(number), role, written)


async def menu_in(bot: Bot, scope: BotCommandScope, role: str, in_traditional: bool) -> None:
    """The menu of a role, shown in a scope: Chinese, and English to those whose Telegram is in English.

    Telegram knows one Chinese for both scripts, so those who write traditional characters get theirs by the scope.
    """
    mine = [one for one in COMMANDS if RANK[one.role] <= RANK[role]][:100]
    chinese = [BotCommand(one.name, traditional(one.about) if in_traditional else one.about) for one in mine]
    english = [BotCommand(one.name, one.english) for one in mine]
    for language, menu in ((None, chinese), ("zh", chinese), ("en", english)):
        with suppress(TelegramError):
            await bot.sender.insist(partial(bot.client.set_my_commands, menu, scope=scope, language_code=language))


async def introduced(bot: Bot) -> None:
    """What people read before they press start, and in the bot's profile."""
    for language, (whole, short) in ((None, texts.PROFILE), ("en", texts.PROFILE_ENGLISH)):
        with suppress(TelegramError):
            await bot.sender.insist(partial(bot.client.set_my_description, whole, language_code=language))
            await bot.sender.insist(partial(bot.client.set_my_short_description, short, language_code=language))
