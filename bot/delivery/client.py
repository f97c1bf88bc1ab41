"""The way to Telegram: python-telegram-bot's Bot over aiohttp, and errors that tell what surely did not happen.

telegram.error.NetworkError
├── NotDone          the call was surely not carried out: it may be repeated
└── MaybeDone        nobody knows: it must not be repeated blindly
    ├── Gateway      something before Telegram answered: most likely not carried out
    └── Silent       the time ran out: it may still be carried out in a moment
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import aiohttp
from telegram import InputFile
from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import ODVInput
from telegram.error import NetworkError, TelegramError
from telegram.ext import ExtBot
from telegram.request import BaseRequest, RequestData
from telegram.request._requestparameter import RequestParameter

log = logging.getLogger(__name__)

CONNECT = 10.0  # seconds to get a connection
READ = 20.0  # seconds to wait for an answer
_IDLE = 15.0  # seconds for which an unused connection is kept
_GATEWAY = (500, 502, 503)
_FORM = {"User-Agent": BaseRequest.USER_AGENT, "Content-Type": "application/x-www-form-urlencoded"}
_LOCAL = ("127.", "localhost", "[::1]", "::1")


class NotDone(NetworkError):
    """The call was surely not carried out."""


class MaybeDone(NetworkError):
    """The request went out, no answer came: it may have been carried out."""


class Gateway(MaybeDone):
    """Something between us and Telegram answered in its place."""


class Silent(MaybeDone):
    """No answer within the time: the call may even be carried out later."""


class Transport(BaseRequest):
    """Requests over one aiohttp session; no message of an error holds an address (it has the token in it).

    Args:
        connections: at once. direct: don't use the environment's proxy.
        read: seconds to wait for an answer, where a call doesn't say.
    """

    def __init__(self, connections: int = 100, *, direct: bool = False, read: float = READ) -> None:
        self._connections, self._direct, self._read = connections, direct, read
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Seconds to wait for an answer, where a call doesn't say."""
        return self._read

    async def initialize(self) -> None:
        """Open the session; nothing if it is open."""
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=_IDLE)
            self._session = aiohttp.ClientSession(
                connector=connector, trust_env=not self._direct, cookie_jar=aiohttp.DummyCookieJar()
            )

    async def shutdown(self) -> None:
        """Close the session with all its connections."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """(status, body). Raises NotDone or MaybeDone."""
        if self._session is None:
            raise NotDone("the connection to Telegram is closed")
        read = self._read if isinstance(read_timeout, DefaultValue) or read_timeout is None else read_timeout
        connect = CONNECT if isinstance(connect_timeout, DefaultValue) else connect_timeout
        files = request_data is not None and request_data.contains_files
        timeout = aiohttp.ClientTimeout(
            total=read + CONNECT + (60 if files else 0), connect=connect, sock_connect=connect, sock_read=read
        )
        body, headers = _body(request_data)
        try:
            async with self._session.request(
                method, url, data=body, headers=headers, timeout=timeout
            ) as response:
                status, payload = response.status, await response.read()
        except aiohttp.InvalidURL:
            raise NotDone("the address of the Bot API server is not usable") from None
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NotDone(f"no connection to Telegram ({type(error).__name__})") from None
        except TimeoutError as error:
            raise Silent(f"no answer from Telegram ({type(error).__name__})") from None
        except (aiohttp.ClientError, OSError) as error:
            raise MaybeDone(f"no answer from Telegram ({type(error).__name__})") from None
        _check(status, payload)
        return status, payload

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The JSON object; what can't be parsed is not repeated in the log."""
        try:
            found = json.loads(payload.decode("utf-8", "replace"))
        except ValueError:
            raise MaybeDone(f"Telegram sent {len(payload)} bytes that are no JSON") from None
        if not isinstance(found, dict):
            raise MaybeDone("Telegram sent JSON that is no object")
        return found


class Client(ExtBot[None]):
    """A Bot whose updates come as they are: one that can't be parsed spoils no other."""

    async def fetch(self, offset: int | None, wait: int, allowed: tuple[str, ...], grace: float) -> list[Any]:
        """Raw updates from ``offset`` on, after at most ``wait`` + ``grace`` seconds."""
        data = {"offset": offset, "timeout": wait, "limit": 100, "allowed_updates": list(allowed)}
        found = await self._post("getUpdates", data, read_timeout=wait + grace, connect_timeout=grace)
        if not isinstance(found, list):
            raise TelegramError("getUpdates gave no list")
        return found

    async def call(
        self, method: str, values: Mapping[str, str | None], file: tuple[str, InputFile] | None = None
    ) -> Any:
        """What Telegram answers to a call whose values are text already; much less work than python-telegram-bot's.

        Args:
            values: None: left out. file: a file that goes with them, and its name among the values.
        """
        parameters = [RequestParameter(name, value, None) for name, value in values.items() if value is not None]
        if file is not None:
            parameters.append(RequestParameter(file[0], None, [file[1]]))
        return await self.request.post(f"{self.base_url}/{method}", RequestData(parameters))

    async def renew_polling(self) -> None:
        """Throw the connection for getUpdates away and take a new one."""
        await self._request[0].shutdown()
        await self._request[0].initialize()


def client(token: str, base_url: str | None, base_file_url: str | None, read: float = READ) -> Client:
    """A Bot for ``token``; at Telegram, or at a Bot API server of one's own.

    Args:
        read: seconds to wait for the answer to a call.
    """
    direct = bool(base_url) and (urlsplit(base_url or "").hostname or "").startswith(_LOCAL)
    return Client(
        token,
        base_url=base_url or "https://api.telegram.org/bot",
        base_file_url=base_file_url or "https://api.telegram.org/file/bot",
        request=Transport(direct=direct, read=read),
        get_updates_request=Transport(2, direct=direct),
    )


def _check(status: int, payload: bytes) -> None:
    """Nothing where Telegram itself answered; else what is known of the call."""
    if status in _GATEWAY:
        raise Gateway(f"Telegram answered {status}")
    if status > 503:
        raise MaybeDone(f"Telegram answered {status}")
    from_telegram = payload.lstrip()[:1] == b"{"
    if status >= 400 and not from_telegram:
        raise NotDone(f"something before Telegram answered {status}")
    if status == 429 and b"retry_after" not in payload:
        raise NotDone("Telegram answered 429")


def _body(data: RequestData | None) -> tuple[Any, dict[str, str]]:
    if data is None:
        return None, {"User-Agent": BaseRequest.USER_AGENT}
    if not data.contains_files:
        return "&".join([f"{name}={_quoted(value)}" for name, value in data.json_parameters.items()]).encode(), _FORM
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, kind) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form, {"User-Agent": BaseRequest.USER_AGENT}


def _quoted(value: str) -> str:
    """A value of a form: every byte written as %xx, which costs less than looking which ones must be."""
    if not value or (value.isascii() and value.isalnum()):
        return value
    return "%" + value.encode().hex("%")
