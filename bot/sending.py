"""Sending: each message once; again only what surely was not carried out."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from html import unescape
from typing import TypeVar

from telegram import InlineKeyboardMarkup, LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError
from telegram.ext import ExtBot

from bot.buttons import keyboard
from bot.client import MaybeDone, NotDone
from bot.splitting import split_html
from bot.store import ChatStore
from bot.views import View

log = logging.getLogger(__name__)
Result = TypeVar("Result")
_Send = Callable[["Where"], Awaitable[Message]]

TRIES = 8
_PAUSE, _LONGEST_PAUSE = 0.5, 30.0  # seconds between tries; doubles
_CAPTION = 1000  # code points of a caption, below Telegram's 1024
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_GONE = ("chat not found", "bot was kicked", "user is deactivated", "have no rights", "not enough rights")


@dataclass(frozen=True, slots=True)
class Where:
    """Where a message goes: chat, topic, and the message it replies to."""

    chat: int
    topic: int | None = None
    reply_to: int | None = None


class Sender:
    """Sends and edits views.

    Args:
        bot: the way to Telegram. store: whose key seals buttons; subscriptions of the gone end there.
        sleep: waits for so many seconds.
    """

    def __init__(
        self, bot: ExtBot[None], store: ChatStore, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    ) -> None:
        self._bot, self._store, self._sleep = bot, store, sleep

    async def send(self, where: Where, views: Sequence[View], owner: str | None, sent: list[int]) -> None:
        """Send ``views`` in parts that Telegram takes, in order; numbers of what arrived go into ``sent``.

        Args:
            owner: hashed id of the only one who may press the buttons, or None.

        Raises:
            Forbidden: the person does not want to hear from us. TelegramError: refused, or never arrived.
        """
        for view in views:
            for number in await self._view(where, view, owner):
                sent.append(number)

    async def edit(self, chat: int, message: int, view: View, owner: str | None) -> bool:
        """Put ``view`` in the place of a text message; False where Telegram no longer lets us."""
        parts = split_html(view.html) or [""]
        return await self._edited(chat, message, parts[0], keyboard(view.rows, owner, self._store))

    async def buttons(self, chat: int, message: int, view: View, owner: str | None) -> None:
        """Put only the buttons of ``view`` under a message."""
        markup = keyboard(view.rows, owner, self._store)
        try:
            await self.carry_out(
                lambda: self._bot.edit_message_reply_markup(chat, message, reply_markup=markup)
            )
        except BadRequest as error:
            if "not modified" not in str(error).lower():
                log.info("buttons could not be changed: %s", error.message)

    async def delete(self, chat: int, message: int) -> None:
        """Take a message back, where Telegram still lets us."""
        try:
            await self.carry_out(lambda: self._bot.delete_message(chat, message))
        except TelegramError as error:
            log.info("a message could not be deleted: %s", error.message)

    async def _view(self, where: Where, view: View, owner: str | None) -> list[int]:
        markup = keyboard(view.rows, owner, self._store)
        if view.name is not None:
            return await self._file(where, view, markup)
        parts = split_html(view.html)
        made: list[int] = []
        for at, part in enumerate(parts, 1):
            there = where if at == 1 else Where(where.chat, where.topic)
            message = await self._text(there, part, markup if at == len(parts) else None)
            made += [message.message_id] if message is not None else []
        return made

    async def _text(self, where: Where, html: str, markup: InlineKeyboardMarkup | None) -> Message | None:
        async def formatted(there: Where) -> Message:
            return await self._bot.send_message(
                there.chat, html, parse_mode=ParseMode.HTML, link_preview_options=_NO_PREVIEW, reply_markup=markup,
                message_thread_id=there.topic, reply_parameters=_reply(there),
            )  # fmt: skip

        async def plain(there: Where) -> Message:
            return await self._bot.send_message(
                there.chat, bare(html), link_preview_options=_NO_PREVIEW, reply_markup=markup,
                message_thread_id=there.topic, reply_parameters=_reply(there),
            )  # fmt: skip

        return await self._there(where, formatted, plain)

    async def _file(self, where: Where, view: View, markup: InlineKeyboardMarkup | None) -> list[int]:
        head, *rest = split_html(view.html, _CAPTION) or [""]

        async def upload(there: Where, caption: str, mode: str | None) -> Message:
            common = {
                "caption": caption, "parse_mode": mode, "reply_markup": markup, "message_thread_id": there.topic,
                "reply_parameters": _reply(there), "filename": view.name,
            }  # fmt: skip
            if view.picture:
                return await self._bot.send_photo(there.chat, view.content, **common)  # type: ignore[arg-type]
            return await self._bot.send_document(there.chat, view.content, **common)  # type: ignore[arg-type]

        message = await self._there(
            where,
            lambda there: upload(there, head, ParseMode.HTML),
            lambda there: upload(there, bare(head), None),
        )
        made = [message.message_id] if message is not None else []
        for part in rest:
            more = await self._text(Where(where.chat, where.topic), part, None)
            made += [more.message_id] if more is not None else []
        return made

    async def _there(
        self,
        where: Where,
        formatted: Callable[[Where], Awaitable[Message]],
        plain: Callable[[Where], Awaitable[Message]],
    ) -> Message | None:
        """Once with markup; without it, without the topic or in the new chat where Telegram says so."""
        act = formatted
        for _ in range(4):
            there = where
            try:
                return await self.carry_out(lambda there=there, act=act: act(there))  # type: ignore[misc]
            except ChatMigrated as error:
                where = Where(error.new_chat_id)
            except BadRequest as error:
                said = str(error).lower()
                if "parse" in said and act is formatted:
                    log.warning("markup refused, sent as plain text")
                    act = plain
                elif "thread not found" in said and where.topic is not None:
                    where = Where(where.chat, None, where.reply_to)
                elif "repl" in said and where.reply_to is not None:
                    where = Where(where.chat, where.topic)
                elif any(word in said for word in _GONE):
                    raise Forbidden(error.message) from None
                else:
                    raise
        raise BadRequest("the message was refused in every form")

    async def _edited(self, chat: int, message: int, html: str, markup: InlineKeyboardMarkup | None) -> bool:
        async def formatted() -> object:
            return await self._bot.edit_message_text(
                html,
                chat,
                message,
                parse_mode=ParseMode.HTML,
                link_preview_options=_NO_PREVIEW,
                reply_markup=markup,
            )

        async def plain() -> object:
            return await self._bot.edit_message_text(
                bare(html), chat, message, link_preview_options=_NO_PREVIEW, reply_markup=markup
            )

        for act in (formatted, plain):
            try:
                await self.carry_out(act)
            except BadRequest as error:
                said = str(error).lower()
                if "not modified" in said:
                    return True
                if "parse" not in said:
                    return False
            else:
                return True
        return False

    async def carry_out(self, call: Callable[[], Awaitable[Result]]) -> Result | None:
        """Run a call; again after a pause where Telegram asked for one or surely did nothing.

        What may have been carried out is not repeated: None is returned, and a line logged.
        """
        pause = _PAUSE
        for attempt in range(1, TRIES + 1):
            try:
                return await call()
            except RetryAfter as error:
                if attempt == TRIES:
                    raise
                await self._sleep(seconds_of(error))
            except NotDone:
                if attempt == TRIES:
                    raise
                await self._sleep(pause)
                pause = min(pause * 2, _LONGEST_PAUSE)
            except MaybeDone as error:
                log.warning("a call may have been carried out and is not repeated: %s", error.message)
                return None
        return None


def bare(html: str) -> str:
    """What is read of ``html``."""
    return unescape(re.sub(r"<[^>]+>", "", html))


def seconds_of(error: RetryAfter) -> float:
    """How long Telegram wants us to wait."""
    after = error.retry_after
    return float(after if isinstance(after, int | float) else after.total_seconds())


def _reply(where: Where) -> ReplyParameters | None:
    if where.reply_to is None:
        return None
    return ReplyParameters(where.reply_to, allow_sending_without_reply=True)
