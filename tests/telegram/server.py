"""A Bot API server on loopback: enough of Telegram to drive the real Application over real HTTP.

It refuses what Telegram refuses, and can be told to fail.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import time
from collections import defaultdict, deque
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.telegram.entities import BadEntities, parse_html

TOKEN = "123456789:TEST-token-for-loopback-only-0000000"
LONGEST = 4096


@dataclass
class Fault:
    """What happens to the next call of a method: drop before or after carrying it out, a status, a delay."""

    kind: str
    status: int = 0
    retry_after: int = 0
    delay: float = 0.0


@dataclass
class Sent:
    """A message the bot sent, as a person sees it."""

    chat: int
    text: str
    markup: str
    entities: tuple[tuple[str, int, int], ...]
    buttons: Any = None
    topic: int | None = None
    reply_to: int | None = None
    number: int = 0


@dataclass
class Telegram:
    """The server's state; start with ``await server.start()``."""

    token: str = TOKEN
    sent: list[Sent] = field(default_factory=list)
    calls: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    edits: list[tuple[int, str]] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    faults: dict[str, deque[Fault]] = field(default_factory=lambda: defaultdict(deque))
    _updates: list[dict[str, Any]] = field(default_factory=list)
    _update_numbers: Any = field(default_factory=lambda: itertools.count(1000))
    _message_numbers: Any = field(default_factory=lambda: itertools.count(1))
    _changed: asyncio.Condition = field(default_factory=asyncio.Condition)
    _runner: web.AppRunner | None = None
    port: int = 0

    @property
    def base_url(self) -> str:
        """For TELEGRAM_BASE_URL."""
        return f"http://127.0.0.1:{self.port}/bot"

    async def start(self) -> None:
        """Listen on a free loopback port."""
        app = web.Application(client_max_size=60 * 1024 * 1024)
        app.router.add_route("*", "/bot{token}/{method}", self._serve)
        app.router.add_get("/file/bot{token}/{path:.*}", self._file)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        server = site._server
        assert isinstance(server, asyncio.Server)
        self.port = server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        """Stop listening."""
        if self._runner is not None:
            await self._runner.cleanup()

    async def says(
        self, text: str, *, user: int = 7, chat: int | None = None, kind: str = "private", **more: Any
    ) -> int:
        """A person sends a message; its update id."""
        chat_id = chat if chat is not None else user
        message = {
            "message_id": next(self._message_numbers),
            "date": int(time.time()),
            "text": text,
            "chat": {
                "id": chat_id,
                "type": kind,
                **({"title": "群"} if kind != "private" else {"first_name": "居民"}),
            },
            "from": {"id": user, "is_bot": False, "first_name": "居民"},
            **more,
        }
        if text.startswith("/"):
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}]
        return await self.update({"message": message})

    async def update(self, body: dict[str, Any]) -> int:
        """Queue an update."""
        number = next(self._update_numbers)
        async with self._changed:
            self._updates.append({"update_id": number, **body})
            self._changed.notify_all()
        return number

    async def wait_for(self, count: int, timeout: float = 10.0) -> list[Sent]:
        """Until ``count`` messages were sent; raises TimeoutError."""
        async with asyncio.timeout(timeout):
            async with self._changed:
                await self._changed.wait_for(lambda: len(self.sent) >= count)
        return self.sent

    async def wait_calls(self, method: str, count: int, timeout: float = 10.0) -> None:
        """Until ``method`` was called ``count`` times."""
        async with asyncio.timeout(timeout):
            async with self._changed:
                await self._changed.wait_for(lambda: sum(name == method for name, _ in self.calls) >= count)

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        values = await self._values(request)
        async with self._changed:
            self.calls.append((method, values))
            self._changed.notify_all()
        if request.match_info["token"] != self.token:
            return _refused(401, "Unauthorized")
        fault = self.faults[method].popleft() if self.faults[method] else None
        if fault is not None and fault.kind != "after":
            if fault.kind == "delay":
                await asyncio.sleep(fault.delay)
            else:
                return self._failing(request, fault)
        handler = getattr(self, f"_{method.lower()}", None)
        if handler is None:
            return _refused(404, f"Not Found: method {method}")
        response: web.Response = await handler(values)
        if fault is not None and fault.kind == "after":
            return self._failing(request, fault)
        return response

    @staticmethod
    async def _values(request: web.Request) -> dict[str, Any]:
        if request.content_type == "application/json":
            return dict(await request.json())
        values: dict[str, Any] = dict(request.query)
        for key, value in (await request.post()).items():
            values[key] = value if isinstance(value, str) else value.file.read()
        return values

    def _failing(self, request: web.Request, fault: Fault) -> web.StreamResponse:
        if fault.kind in ("drop", "after"):
            assert request.transport is not None
            request.transport.close()
            return web.Response()
        if fault.kind == "json":
            return web.Response(text="{broken", content_type="application/json")
        more = {"parameters": {"retry_after": fault.retry_after}} if fault.retry_after else {}
        return _refused(
            fault.status,
            {
                429: "Too Many Requests: retry later",
                403: "Forbidden: bot was blocked by the user",
                502: "Bad Gateway",
                409: "Conflict: terminated by other getUpdates request",
            }.get(fault.status, "error"),
            more,
        )

    async def _file(self, request: web.Request) -> web.Response:
        body = self.files.get(request.match_info["path"])
        return web.Response(body=body) if body is not None else web.Response(status=404)

    async def _getme(self, values: dict[str, Any]) -> web.Response:
        return _ok(
            {
                "id": 123456789,
                "is_bot": True,
                "first_name": "公报问答",
                "username": "bulletin_test_bot",
                "can_join_groups": True,
                "can_read_all_group_messages": False,
                "supports_inline_queries": True,
            }
        )

    async def _getupdates(self, values: dict[str, Any]) -> web.Response:
        offset, wait = int(values.get("offset", 0)), float(values.get("timeout", 0))
        self._updates = [update for update in self._updates if update["update_id"] >= offset]
        if not self._updates and wait:
            try:
                async with asyncio.timeout(min(wait, 5.0)):
                    async with self._changed:
                        await self._changed.wait_for(lambda: bool(self._updates))
            except TimeoutError:
                pass
        return _ok(self._updates[: int(values.get("limit", 100))])

    async def _sendmessage(self, values: dict[str, Any]) -> web.Response:
        markup = str(values.get("text", ""))
        try:
            seen = parse_html(markup) if values.get("parse_mode") == "HTML" else None
        except BadEntities as error:
            return _refused(400, f"Bad Request: {error}")
        text = seen.text if seen else markup
        if not text.strip():
            return _refused(400, "Bad Request: message text is empty")
        if len(text) > LONGEST:
            return _refused(400, "Bad Request: message is too long")
        buttons = _json(values.get("reply_markup"))
        if any(
            len(str(b.get("callback_data", "")).encode()) > 64
            for row in (buttons or {}).get("inline_keyboard", [])
            for b in row
        ):
            return _refused(400, "Bad Request: BUTTON_DATA_INVALID")
        chat = int(values["chat_id"])
        number = next(self._message_numbers)
        reply = _json(values.get("reply_parameters")) or {}
        topic = int(values["message_thread_id"]) if values.get("message_thread_id") else None
        async with self._changed:
            self.sent.append(
                Sent(
                    chat,
                    text,
                    markup,
                    seen.entities if seen else (),
                    buttons,
                    topic,
                    reply.get("message_id"),
                    number,
                )
            )
            self._changed.notify_all()
        return _ok(_message(number, chat, text))

    async def _editmessagetext(self, values: dict[str, Any]) -> web.Response:
        try:
            seen = parse_html(str(values["text"]))
        except BadEntities as error:
            return _refused(400, f"Bad Request: {error}")
        self.edits.append((int(values["message_id"]), seen.text))
        return _ok(_message(int(values["message_id"]), int(values["chat_id"]), seen.text))

    async def _answercallbackquery(self, values: dict[str, Any]) -> web.Response:
        if len(str(values.get("text", ""))) > 200:
            return _refused(400, "Bad Request: MESSAGE_TOO_LONG")
        return _ok(True)

    async def _yes(self, values: dict[str, Any]) -> web.Response:
        return _ok(True)

    _setmycommands = _deletewebhook = _setwebhook = _sendchataction = _answerinlinequery = _yes

    async def _senddocument(self, values: dict[str, Any]) -> web.Response:
        number = next(self._message_numbers)
        return _ok(
            {
                **_message(number, int(values["chat_id"]), ""),
                "document": {"file_id": "sent", "file_unique_id": "sent"},
            }
        )

    async def _getfile(self, values: dict[str, Any]) -> web.Response:
        name = str(values["file_id"])
        if name not in self.files:
            return _refused(400, "Bad Request: invalid file_id")
        return _ok(
            {"file_id": name, "file_unique_id": name, "file_size": len(self.files[name]), "file_path": name}
        )


def _json(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) and value else value


def _message(number: int, chat: int, text: str) -> dict[str, Any]:
    return {
        "message_id": number,
        "date": int(time.time()),
        "chat": {"id": chat, "type": "private", "first_name": "居民"},
        "text": text,
    }


def _ok(result: Any) -> web.Response:
    return web.json_response({"ok": True, "result": result})


def _refused(status: int, description: str, more: dict[str, Any] | None = None) -> web.Response:
    return web.json_response(
        {"ok": False, "error_code": status, "description": description, **(more or {})}, status=status
    )
