"""Webhook: the secret is compared in constant time, the body is limited, and Telegram hears 200 before the work."""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web

from bot import texts
from bot.delivery.polling import Complaints
from bot.settings import BotSettings
from index.errors import SettingError

log = logging.getLogger(__name__)

MOST = 1024 * 1024  # bytes of an update
_SLOWEST = 20.0  # seconds for which a body is waited for
_HEADER = "X-Telegram-Bot-Api-Secret-Token"


class Webhook:
    """A small web server that takes updates.

    Args:
        take: writes a batch of raw updates down; returns when they are safe.
    """

    def __init__(self, settings: BotSettings, take: Callable[[Sequence[Any]], Awaitable[None]]) -> None:
        self._settings, self._take = settings, take
        self._runner: web.AppRunner | None = None
        self._complaints = Complaints()

    async def start(self) -> None:
        """Listen.

        Raises:
            SettingError: the address can't be listened on.
        """
        app = web.Application(client_max_size=MOST)
        app.router.add_post(urlsplit(self._settings.webhook_url or "").path or "/", self._receive)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        host, port = self._settings.webhook_listen
        try:
            await web.TCPSite(self._runner, host, port).start()
        except OSError:
            await self._runner.cleanup()
            raise SettingError(
                texts.PORT_TAKEN.format(host=host, port=port, name="TELEGRAM_WEBHOOK_LISTEN")
            ) from None

    async def stop(self) -> None:
        """Close the server."""
        if self._runner is not None:
            await self._runner.cleanup()

    async def _receive(self, request: web.Request) -> web.Response:
        given = request.headers.get(_HEADER, "").encode("utf-8", "replace")
        if not hmac.compare_digest(given, self._settings.webhook_secret.value.encode()):
            return web.Response(status=403)
        try:
            async with asyncio.timeout(_SLOWEST):
                update = json.loads(await request.read())
        except web.HTTPRequestEntityTooLarge:
            return web.Response(status=413)
        except TimeoutError:
            return web.Response(status=408)
        except (ValueError, RecursionError):
            return web.Response(status=400)
        try:
            await self._take([update])
        except Exception as error:
            self._complaints.say("store", texts.LOG_NOT_KEPT.format(error=type(error).__name__))
            return web.Response(status=503)  # Telegram sends it again
        return web.Response()
