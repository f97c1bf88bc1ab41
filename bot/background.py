"""What the bot does beside answering: menus, the outbox, housekeeping."""

from __future__ import annotations

import asyncio
import logging
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from telegram import BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat, BotCommandScopeDefault
from telegram.error import TelegramError

from bot import texts
from bot.handlers import COMMANDS
from bot.scripts import traditional
from bot.store import RANK
from bot.views import Button, View

if TYPE_CHECKING:
    from bot.app import Bot

log = logging.getLogger(__name__)

_DAY = 86400.0
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


async def housekeeping(bot: Bot) -> None:
    """Texts of questions expire, files that nobody decided on go, full buckets are forgotten."""
    while True:
        now = time.time()
        await asyncio.to_thread(bot.store.expire, now, bot.settings.keep_days * _DAY, _UPLOADS)
        for buckets in (bot.limits.people, bot.limits.groups, bot.limits.presses):
            buckets.prune()
        await asyncio.sleep(_DAY / 24)


async def menus(bot: Bot) -> None:
    """The commands that a person may use, by role; those who write traditional get theirs at /start."""
    roles = dict(await asyncio.to_thread(bot.store.people.roles)) | bot.roles
    scopes: list[tuple[Any, str]] = [
        (BotCommandScopeDefault(), "resident"), (BotCommandScopeAllPrivateChats(), "resident"),
        *((BotCommandScopeChat(number), role) for number, role in roles.items()),
    ]  # fmt: skip
    for scope, role in scopes:
        for language in (None, "zh"):
            await one_menu(bot, scope, role, language, False)


async def one_menu(bot: Bot, scope: Any, role: str, language: str | None, in_traditional: bool) -> None:
    """The menu of a role, shown in a scope."""
    mine = [one for one in COMMANDS if RANK[one.role] <= RANK[role]][:100]
    menu = [BotCommand(one.name, traditional(one.about) if in_traditional else one.about) for one in mine]
    with suppress(TelegramError):
        await bot.sender.insist(
            lambda: bot.client.set_my_commands(menu, scope=scope, language_code=language)
        )
