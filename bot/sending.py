"""Sending: each part once; again only what surely was not carried out."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable
from html import unescape

from telegram import LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.splitting import split_html

log = logging.getLogger(__name__)

TRIES = 4
_PAUSE = 1.0  # seconds before the second try; doubles
_SURELY_NOT = ("ConnectError", "ConnectTimeout", "PoolTimeout", "Bad Gateway", "Pool timeout")


class Sender:
    """Sends replies.

    Args:
        sleep: waits for so many seconds.
    """

    def __init__(self, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        self._sleep = sleep

    async def reply(self, message: Message, html: str) -> None:
        """Reply to ``message`` with ``html``, in parts that Telegram takes, in order."""
        for number, part in enumerate(split_html(html)):
            await self._part(message, part, quote=number == 0 and message.chat.type != "private")

    async def _part(self, message: Message, part: str, *, quote: bool) -> None:
        async def html() -> Message:
            return await message.reply_text(
                part, parse_mode=ParseMode.HTML, link_preview_options=_NO_PREVIEW, reply_parameters=reply
            )

        async def plain() -> Message:
            bare = unescape(re.sub(r"<[^>]+>", "", part))
            return await message.reply_text(bare, link_preview_options=_NO_PREVIEW, reply_parameters=reply)

        reply = ReplyParameters(message.message_id, allow_sending_without_reply=True) if quote else None
        try:
            await self.carry_out(html)
        except BadRequest as error:
            if "parse" not in str(error).lower():
                raise
            log.warning("markup refused, sent as plain text")
            await self.carry_out(plain)

    async def carry_out(self, call: Callable[[], Awaitable[object]]) -> None:
        """Run a send; again after a pause where Telegram asked for one or surely did nothing.

        A timeout after the request was sent may have been carried out: it is not repeated.
        """
        pause = _PAUSE
        for attempt in range(1, TRIES + 1):
            try:
                await call()
            except RetryAfter as error:
                if attempt == TRIES:
                    raise
                await self._sleep(_seconds(error))
            except (BadRequest, Forbidden):
                raise
            except NetworkError as error:
                if attempt == TRIES or not _surely_not_done(error):
                    if isinstance(error, TimedOut):
                        log.warning("a send timed out and may have arrived; it is not repeated")
                        return
                    raise
                await self._sleep(pause)
                pause *= 2
            else:
                return


def _seconds(error: RetryAfter) -> float:
    after = error.retry_after
    return float(after if isinstance(after, int | float) else after.total_seconds())


def _surely_not_done(error: TelegramError) -> bool:
    causes = f"{error} {type(error.__cause__).__name__}"
    return any(word in causes for word in _SURELY_NOT)


_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
