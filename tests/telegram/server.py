"""A Bot API server on loopback: enough of Telegram to drive the real Application over real HTTP.

It refuses what Telegram refuses, keeps Telegram's limits when told to, delivers by long polling or to a webhook
(with retries), and can be told to fail.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import re
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from aiohttp import web

from tests.telegram.chats import LONGEST, Chats, Refused, Sent, text_of
from tests.telegram.faults import Fault, Faults, Flood, Kind
from tests.telegram.people import BOT, People

__all__ = ["TOKEN", "Fault", "Flood", "Sent", "Telegram"]

TOKEN = "123456789:TEST-token-for-loopback-only-0000000"
_DOWNLOAD = 20 * 1024 * 1024
_SENDS = {"sendmessage": None, "senddocument": "document", "sendphoto": "photo"}
_EDITS = {"editmessagetext": "text", "editmessagecaption": "caption", "editmessagereplymarkup": "buttons"}
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")


@dataclass
class Telegram:
    """The server's state; start with ``await server.start()``.

    Attributes:
        calls: (method, values) in order. refused: (method, why) of those that Telegram wouldn't take. toasts: answers to presses by the press's id, (text, alert).
        faults: what goes wrong, by method. flood: send limits, or None. repeat: a webhook gets everything twice.
    """

    token: str = TOKEN
    calls: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    toasts: dict[str, tuple[str, bool]] = field(default_factory=dict)
    inline_results: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    menus: dict[tuple[str, str], list[dict[str, str]]] = field(default_factory=dict)
    profile: dict[tuple[str, str], str] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    faults: Faults = field(default_factory=Faults)
    flood: Flood | None = None
    repeat: bool = False
    refused: list[tuple[str, str]] = field(default_factory=list)
    chats: Chats = field(default_factory=Chats)
    webhook: dict[str, Any] = field(default_factory=dict)
    port: int = 0
    _updates: list[dict[str, Any]] = field(default_factory=list)
    _update_numbers: Any = field(default_factory=lambda: itertools.count(1000))
    _changed: asyncio.Condition = field(default_factory=asyncio.Condition)
    _polls: int = 0
    _passed: list[tuple[float, int]] = field(default_factory=list)
    _runner: web.AppRunner | None = None
    _posting: asyncio.Task[None] | None = None

    def __post_init__(self) -> None:
        self.people = People(self.chats)

    # ---- life

    @property
    def base_url(self) -> str:
        """For TELEGRAM_BASE_URL."""
        return f"http://127.0.0.1:{self.port}/bot"

    @property
    def sent(self) -> list[Sent]:
        """What the bot sent, in order, as it looks now."""
        return self.chats.sent

    @property
    def by_chat(self) -> dict[int, list[Sent]]:
        """The same, by chat."""
        return self.chats.by_chat

    @property
    def edits(self) -> list[tuple[int, str]]:
        """(number of the message, its new text)."""
        return self.chats.edits

    async def start(self) -> None:
        """Listen on loopback; on the same port as before after a stop."""
        app = web.Application(client_max_size=60 * 1024 * 1024)
        app.router.add_route("*", "/bot{token}/{method}", self._serve)
        app.router.add_get("/file/bot{token}/{path:.*}", self._file)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self.port, reuse_address=True)
        await site.start()
        server = site._server
        assert isinstance(server, asyncio.Server)
        self.port = server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        """Stop listening."""
        if self._posting is not None:
            self._posting.cancel()
            with suppress(asyncio.CancelledError):
                await self._posting
            self._posting = None
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    def fail(self, method: str, kind: Kind, status: int = 0, **more: Any) -> None:
        """The next call of ``method`` goes wrong."""
        self.faults[method].append(Fault(kind, status, **more))

    # ---- what people do

    async def says(self, text: str | None, **more: Any) -> int:
        """A person sends a message; its update id."""
        return await self.update({"message": self.people.message(text, **more)})

    async def edits_to(self, message: dict[str, Any], text: str) -> int:
        """A person edits a message."""
        changed = {**message, "text": text, "edit_date": int(time.time())}
        return await self.update({"edited_message": changed})

    async def presses(self, sent: Sent, label: str, *, user: int | None = None, data: str | None = None) -> str:
        """A person presses a button; the id of the press."""
        body = self.people.press(sent, label, user=user if user is not None else sent.chat, data=data)
        await self.update({"callback_query": body})
        return str(body["id"])

    async def update(self, body: dict[str, Any]) -> int:
        """Queue an update."""
        number = next(self._update_numbers)
        async with self._changed:
            self._updates.append({"update_id": number, **body})
            self._changed.notify_all()
        return int(number)

    # ---- waiting

    async def until(self, true: Callable[[], object], timeout: float = 10.0) -> None:
        """Until something is true of the server; raises TimeoutError."""
        async with asyncio.timeout(timeout):
            async with self._changed:
                await self._changed.wait_for(lambda: bool(true()))

    async def wait_for(self, count: int, timeout: float = 10.0) -> list[Sent]:
        """Until ``count`` messages were sent; raises TimeoutError."""
        await self.until(lambda: len(self.sent) >= count, timeout)
        return self.sent

    async def wait_calls(self, method: str, count: int, timeout: float = 10.0) -> None:
        """Until ``method`` was called ``count`` times."""
        await self.until(lambda: self.called(method) >= count, timeout)

    async def toast(self, press: str, timeout: float = 10.0) -> tuple[str, bool]:
        """What the person who pressed reads: (text, must be confirmed)."""
        await self.until(lambda: press in self.toasts, timeout)
        return self.toasts[press]

    def called(self, method: str) -> int:
        """How often ``method`` was called."""
        return sum(name == method for name, _ in self.calls)

    # ---- calls

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        values = await self._values(request)
        async with self._changed:
            self.calls.append((method, values))
            self._changed.notify_all()
        if request.match_info["token"] != self.token:
            return _refused(401, "Unauthorized")
        chat = int(values["chat_id"]) if values.get("chat_id") else None
        fault = self.faults.take(method, chat)
        if fault is not None and fault.kind == "markup":
            fault = None if "parse_mode" not in values else Fault("status", 400, words=_ENTITIES)
        if fault is not None and fault.delay:
            await asyncio.sleep(fault.delay)
        if fault is not None and not fault.carried_out:
            return await self._failing(request, fault)
        try:
            result = await self._carried_out(method.lower(), values)
            response = _ok(result)
        except Refused as error:
            self.refused.append((method, error.words))
            response = _refused(error.status, error.words, {"parameters": error.more} if error.more else {})
        async with self._changed:
            self._changed.notify_all()
        return response if fault is None or fault.kind == "delay" else await self._failing(request, fault)

    async def _carried_out(self, method: str, values: dict[str, Any]) -> Any:
        if method in _SENDS:
            self._not_too_many(int(values["chat_id"]))
            return _message(self.chats.post(values, file=_SENDS[method]))
        if method in _EDITS:
            return _message(self.chats.edit(values, what=_EDITS[method]))
        handler = getattr(self, f"_{method}", None)
        if handler is None:
            raise Refused(f"Not Found: method {method} not found", 404)
        return await handler(values)

    def _not_too_many(self, chat: int) -> None:
        if self.flood is None:
            return
        now = time.monotonic()
        if wait := self.flood.wait(chat, now, self._passed):
            raise Refused(f"Too Many Requests: retry after {wait}", 429, {"retry_after": wait})
        self._passed.append((now, chat))

    @staticmethod
    async def _values(request: web.Request) -> dict[str, Any]:
        if request.content_type == "application/json":
            return dict(await request.json())
        values: dict[str, Any] = dict(request.query)
        for key, value in (await request.post()).items():
            values[key] = value if isinstance(value, str) else value.file.read()
        return values

    @staticmethod
    async def _failing(request: web.Request, fault: Fault) -> web.StreamResponse:
        if fault.kind in ("hang", "hang after"):
            while request.transport is not None and not request.transport.is_closing():
                await asyncio.sleep(0.05)
            return web.Response()
        if fault.kind in ("drop", "after"):
            if request.transport is not None:
                request.transport.close()
            return web.Response()
        if fault.kind == "json":
            return web.Response(text='{"ok": true, "resu', content_type="application/json")
        if fault.status in (502, 503, 504):
            return web.Response(status=fault.status, text="<html>Bad Gateway</html>", content_type="text/html")
        more = {"parameters": {"retry_after": fault.retry_after}} if fault.retry_after else {}
        return _refused(fault.status, fault.description, more)

    async def _file(self, request: web.Request) -> web.StreamResponse:
        fault = self.faults.take("file", None)
        if fault is not None:
            return await self._failing(request, fault)
        body = self.files.get(request.match_info["path"])
        return web.Response(body=body) if body is not None else web.Response(status=404)

    # ---- methods

    async def _getme(self, values: dict[str, Any]) -> Any:
        return {
            **BOT, "can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": True
        }  # fmt: skip

    async def _getupdates(self, values: dict[str, Any]) -> Any:
        if self.webhook:
            raise Refused("Conflict: can't use getUpdates method while webhook is active", 409)
        self._polls += 1
        mine = self._polls
        offset, wait = int(values.get("offset", 0)), float(values.get("timeout", 0))
        allowed = json.loads(values["allowed_updates"]) if values.get("allowed_updates") else None
        async with self._changed:
            self._changed.notify_all()
            self._updates = [
                one for one in self._updates
                if one["update_id"] >= offset and (not allowed or (set(one) - {"update_id"}) & {*allowed, "?"})
            ]  # fmt: skip
            with suppress(TimeoutError):
                async with asyncio.timeout(min(wait, 5.0)):
                    await self._changed.wait_for(lambda: bool(self._updates) or self._polls != mine)
            if self._polls != mine:
                raise Refused(Fault("status", 409).description, 409)
            found = self._updates[: int(values.get("limit", 100))]
        return [{key: value for key, value in one.items() if key != "?"} for one in found]

    async def _answercallbackquery(self, values: dict[str, Any]) -> bool:
        text = str(values.get("text", ""))
        if len(text) > 200:
            raise Refused("MESSAGE_TOO_LONG")
        if values["callback_query_id"] in self.toasts:
            raise Refused("query is too old and response timeout expired or query ID is invalid")
        self.toasts[str(values["callback_query_id"])] = (text, str(values.get("show_alert")).lower() == "true")
        return True

    async def _answerinlinequery(self, values: dict[str, Any]) -> bool:
        results = json.loads(values["results"])
        if len(results) > 50:
            raise Refused("RESULTS_TOO_MUCH")
        for one in results:
            if not 1 <= len(one["id"].encode()) <= 64:
                raise Refused("RESULT_ID_INVALID")
            content = one["input_message_content"]
            if not text_of(content["message_text"], content.get("parse_mode"), LONGEST)[0].strip():
                raise Refused("MESSAGE_TEXT_EMPTY")
        self.inline_results[str(values["inline_query_id"])] = results
        return True

    async def _setmycommands(self, values: dict[str, Any]) -> bool:
        commands = json.loads(values["commands"])
        for one in commands:
            if not _COMMAND.fullmatch(one["command"]) or not 1 <= len(one["description"]) <= 256:
                raise Refused("BOT_COMMAND_INVALID")
        if len(commands) > 100:
            raise Refused("BOT_COMMANDS_TOO_MUCH")
        self.menus[str(values.get("scope", "")), self._language(values)] = commands
        return True

    async def _setmydescription(self, values: dict[str, Any]) -> bool:
        if len(values.get("description", "")) > 512:
            raise Refused("BOT_DESCRIPTION_INVALID")
        self.profile["description", self._language(values)] = str(values.get("description", ""))
        return True

    async def _setmyshortdescription(self, values: dict[str, Any]) -> bool:
        if len(values.get("short_description", "")) > 120:
            raise Refused("BOT_SHORT_DESCRIPTION_INVALID")
        self.profile["short", self._language(values)] = str(values.get("short_description", ""))
        return True

    @staticmethod
    def _language(values: dict[str, Any]) -> str:
        code = str(values.get("language_code", ""))
        if code and not re.fullmatch("[a-z]{2}", code):
            raise Refused("invalid language code specified")
        return code

    async def _deletemessage(self, values: dict[str, Any]) -> bool:
        self.chats.delete(values)
        return True

    async def _sendchataction(self, values: dict[str, Any]) -> bool:
        return True

    async def _getfile(self, values: dict[str, Any]) -> Any:
        name = str(values["file_id"])
        if name not in self.files:
            raise Refused("invalid file_id")
        if len(self.files[name]) > _DOWNLOAD:
            raise Refused("file is too big")
        return {"file_id": name, "file_unique_id": name, "file_size": len(self.files[name]), "file_path": name}

    # ---- webhook

    async def _setwebhook(self, values: dict[str, Any]) -> bool:
        if not str(values.get("url", "")).startswith("http"):
            raise Refused("bad webhook: An HTTPS URL must be provided for webhook")
        self.webhook = values
        if self._posting is None:
            self._posting = asyncio.create_task(self._post())
        return True

    async def _deletewebhook(self, values: dict[str, Any]) -> bool:
        self.webhook = {}
        if self._posting is not None:
            self._posting.cancel()
            self._posting = None
        return True

    async def _post(self) -> None:
        """Updates in order, each again until the webhook says 200."""
        headers = {"X-Telegram-Bot-Api-Secret-Token": str(self.webhook.get("secret_token", ""))}
        async with aiohttp.ClientSession() as session:
            while True:
                async with self._changed:
                    await self._changed.wait_for(lambda: bool(self._updates))
                one = {key: value for key, value in self._updates[0].items() if key != "?"}
                good = await self._posted(session, one, headers)
                if good and self.repeat:
                    await self._posted(session, one, headers)
                if good:
                    self._updates.pop(0)
                else:
                    await asyncio.sleep(0.05)

    async def _posted(self, session: aiohttp.ClientSession, body: Any, headers: dict[str, str]) -> bool:
        try:
            async with session.post(self.webhook["url"], json=body, headers=headers) as response:
                return response.status == 200
        except aiohttp.ClientError:
            return False


_ENTITIES = "Bad Request: can't parse entities: Unsupported start tag at byte offset 0"


def _message(sent: Sent) -> dict[str, Any]:
    made = People.seen(sent)
    if sent.name is not None:
        made["caption"] = made.pop("text")
        file = {"file_id": "sent", "file_unique_id": "sent"}
        made[sent.name] = [{**file, "width": 1, "height": 1}] if sent.name == "photo" else file
    return made


def _ok(result: Any) -> web.Response:
    return web.json_response({"ok": True, "result": result})


def _refused(status: int, description: str, more: dict[str, Any] | None = None) -> web.Response:
    return web.json_response(
        {"ok": False, "error_code": status, "description": description, **(more or {})}, status=status
    )
