"""Files that people send: albums are gathered, copies are written under names of our own."""

from __future__ import annotations

import asyncio
import re
import secrets
from pathlib import Path

from telegram import Message

from bot import texts
from bot.client import Client
from bot.registry import File

MOST = 20 * 1024 * 1024  # bytes that Telegram lets a bot download
_ALBUM = 1.2  # seconds to wait for the other files of an album
_UNSAFE = re.compile(r"[^\w.\-\u3400-\u9fff]+")


class TooBig(Exception):
    """A file that can't be downloaded; its name is the message."""


def has_file(message: Message) -> bool:
    """Whether there is something that may be a bulletin."""
    return bool(message.document or message.photo)


class Album:
    """Several files sent at once arrive as messages of their own; the first one speaks for all."""

    def __init__(self) -> None:
        self._held: dict[str, list[Message]] = {}

    async def gather(self, message: Message) -> list[Message] | None:
        """The messages of the album; None where another one of them speaks for this one."""
        if message.media_group_id is None:
            return [message]
        if message.media_group_id in self._held:
            self._held[message.media_group_id].append(message)
            return None
        self._held[message.media_group_id] = [message]
        await asyncio.sleep(_ALBUM)
        return self._held.pop(message.media_group_id)


async def download(client: Client, message: Message, folder: Path) -> File:
    """A copy of the file of ``message`` in ``folder``.

    Raises:
        TooBig: Telegram does not let bots have it.
    """
    name, file_id, size = _file_of(message)
    if size > MOST:
        raise TooBig(name)
    held = await client.get_file(file_id)
    path = folder / f"{secrets.token_hex(6)}-{_UNSAFE.sub('_', name)[-80:]}"
    await asyncio.to_thread(folder.mkdir, parents=True, exist_ok=True)
    content = bytes(await held.download_as_bytearray())
    await asyncio.to_thread(path.write_bytes, content)
    return File(name, path)


def _file_of(message: Message) -> tuple[str, str, int]:
    if message.document is not None:
        one = message.document
        return one.file_name or "文件", one.file_id, one.file_size or 0
    photo = message.photo[-1]
    name = texts.UPLOAD_PHOTO_NAME.format(date=message.date.strftime("%Y%m%d-%H%M%S"))
    return name, photo.file_id, photo.file_size or 0
