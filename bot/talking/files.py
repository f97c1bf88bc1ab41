"""Files that people send: albums are gathered, copies are written under names of our own."""

from __future__ import annotations

import asyncio
import re
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from telegram import Message

from bot import texts
from bot.delivery.client import Client
from bot.talking.registry import File

MOST = 20 * 1024 * 1024  # bytes that Telegram lets a bot download
_ALBUM = 1.2  # seconds to wait for the other files of an album
_UNSAFE = re.compile(r"[^\w.\-\u3400-\u9fff]+")


class TooBig(Exception):
    """A file that Telegram doesn't let bots have."""


def has_file(message: Message) -> bool:
    """Whether there is something that may be a bulletin."""
    return bool(message.document or message.photo)


class Album:
    """Several files sent at once arrive as messages of their own; the first one speaks for all."""

    def __init__(self) -> None:
        self._held: dict[str, tuple[list[Message], asyncio.Event]] = {}

    @asynccontextmanager
    async def gathered(self, message: Message | None) -> AsyncIterator[list[Message] | None]:
        """The messages of the album; None where another one spoke for this one, once that is over.

        Args:
            message: one with a file, or None where there is nothing to gather: the list is empty then.
        """
        album = message.media_group_id if message is not None else None
        if message is None or album is None:
            yield [message] if message is not None else []
            return
        if album in self._held:
            members, over = self._held[album]
            members.append(message)
            await over.wait()
            yield None
            return
        members, over = self._held[album] = ([message], asyncio.Event())
        try:
            await asyncio.sleep(_ALBUM)
            del self._held[album]
            yield members
        finally:
            self._held.pop(album, None)
            over.set()


async def download(client: Client, message: Message, folder: Path) -> File:
    """A copy of the file of ``message`` in ``folder``.

    Raises:
        TooBig: it is larger than ``MOST``. TelegramError: it can't be had.
    """
    name, file_id, size = _file_of(message)
    if size > MOST:
        raise TooBig
    held = await client.get_file(file_id)
    path = folder / f"{secrets.token_hex(6)}-{_UNSAFE.sub('_', name)[-80:]}"
    await asyncio.to_thread(folder.mkdir, parents=True, exist_ok=True)
    content = bytes(await held.download_as_bytearray())
    await asyncio.to_thread(path.write_bytes, content)
    return File(name, path)


def file_name(message: Message) -> str:
    """What the file of ``message`` is called, by its sender or by us."""
    return _file_of(message)[0]


def _file_of(message: Message) -> tuple[str, str, int]:
    if message.document is not None:
        one = message.document
        return one.file_name or "文件", one.file_id, one.file_size or 0
    photo = message.photo[-1]
    name = texts.UPLOAD_PHOTO_NAME.format(date=message.date.strftime("%Y%m%d-%H%M%S"))
    return name, photo.file_id, photo.file_size or 0
