"""People at their phones: they type, send files, press what is there, and read what stands on the screen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.telegram.chats import Sent
from tests.telegram.server import Telegram

_MARKS = {"b": "**", "i": "_", "code": "`"}


@dataclass(frozen=True)
class Bubble:
    """One message of the bot, as it stands on the screen now."""

    sent: Sent

    @property
    def text(self) -> str:
        """What is read, entities resolved."""
        return self.sent.text

    @property
    def rows(self) -> list[list[dict[str, Any]]]:
        """The buttons."""
        held: list[list[dict[str, Any]]] = (self.sent.buttons or {}).get("inline_keyboard", [])
        return held

    @property
    def labels(self) -> list[str]:
        """What the buttons say."""
        return [button["text"] for row in self.rows for button in row]

    @property
    def bold(self) -> list[str]:
        """The pieces in bold."""
        return [self.text[start:end] for tag, start, end in self.sent.entities if tag == "b"]

    @property
    def quoted(self) -> list[str]:
        """The block quotations."""
        return [self.text[start:end] for tag, start, end in self.sent.entities if tag == "blockquote"]

    def shown(self) -> str:
        """Text with marks for bold, slanted and quoted, and the buttons under it."""
        opened: dict[int, str] = {}
        closed: dict[int, str] = {}
        for tag, start, end in self.sent.entities:
            quote, mark = tag == "blockquote", _MARKS.get(tag, "")
            opened[start] = "▎" + opened.get(start, "") if quote else opened.get(start, "") + mark
            closed[end] = closed.get(end, "") + mark
        signs = [*self.text, ""]
        text = "".join(closed.get(at, "") + opened.get(at, "") + sign for at, sign in enumerate(signs))
        head = {"photo": ["[图片]"], "document": ["[文件]"]}.get(self.sent.name or "", [])
        below = ["   ".join(f"[ {button['text']} ]" for button in row) for row in self.rows]
        return "\n".join([*head, text, *below])


class Phone:
    """One person at a phone, in the private chat with the bot or in a group.

    Args:
        waiting: whether the bot still has something to do. language: of the person's Telegram.
        chat: a group's (negative) number, None for the private chat.

    Attributes:
        log: all that was done and seen, to be read. taps: buttons pressed so far.
    """

    def __init__(
        self, server: Telegram, waiting: Callable[[], bool], user: int, *, language: str = "zh-hans",
        chat: int | None = None,
    ) -> None:  # fmt: skip
        self.server, self.user, self._waiting = server, user, waiting
        self._from = {"id": user, "is_bot": False, "first_name": "某人", "language_code": language}
        self.chat = user if chat is None else chat
        self.log: list[str] = []
        self.taps = 0

    # ---- what the person sees

    @property
    def screen(self) -> list[Bubble]:
        """The bot's messages in this chat, oldest first."""
        return [Bubble(one) for one in self.server.sent if one.chat == self.chat]

    @property
    def last(self) -> Bubble:
        """The newest message."""
        return self.screen[-1]

    # ---- what the person does

    async def says(self, text: str, **more: Any) -> list[Bubble]:
        """Types; the messages that came in answer."""
        self.log.append(f"> {text}")
        return await self._after({"message": self._message(text, **more)})

    async def sends(self, **what: Any) -> list[Bubble]:
        """Sends something else than text: ``voice={…}``, ``sticker={…}``."""
        self.log.append(f"> {sorted(what)}")
        return await self._after({"message": self._message(None, **what)})

    async def attaches(self, *files: tuple[str, bytes], caption: str = "") -> list[Bubble]:
        """Sends files, several as an album."""
        self.log.append(f"> [文件 {' '.join(name for name, _ in files)}]")
        more: dict[str, Any] = {"caption": caption} if caption else {}
        if len(files) > 1:
            more["media_group_id"] = f"album of {files[0][0]}"
        updates = []
        for name, content in files:
            self.server.files[name] = content
            document = {"file_id": name, "file_unique_id": name, "file_name": name, "file_size": len(content)}
            updates.append({"message": self._message(None, document=document, **more)})
        return await self._after(*updates)

    async def photographs(self, content: bytes) -> list[Bubble]:
        """Sends a photo."""
        self.server.files["photo"] = content
        photo = {"file_id": "photo", "file_unique_id": "photo", "width": 1280, "height": 1280}
        return await self.sends(photo=[{**photo, "width": 90, "height": 90}, {**photo, "file_size": len(content)}])

    async def presses(self, label: str, bubble: Bubble | None = None) -> tuple[str, bool]:
        """Presses the newest button with this label (in it); (toast, it is an alert)."""
        held, button = self.button(label, bubble)
        return await self.press(held, button)

    async def press(self, held: Bubble, button: dict[str, Any]) -> tuple[str, bool]:
        """Presses one button."""
        self.taps += 1
        self.log.append(f"> [ {button['text']} ]")
        before, shown = len(self.server.sent), held.shown()
        body = self.server.people.press(held.sent, "", user=self.user, data=button["callback_data"])
        await self.server.update({"callback_query": {**body, "from": self._from}})
        await self._settled()
        toast = self.server.toasts[body["id"]]
        self.log += [f"（{toast[0]}）"] if toast[0] else []
        self.log += [held.shown(), ""] if held.shown() != shown else []
        self._fresh(before)
        return toast

    async def asks_inline(self, query: str) -> list[dict[str, Any]]:
        """Types after the bot's name in another chat; the results."""
        body = self.server.people.inline(query, user=self.user)
        await self.server.update({"inline_query": {**body, "from": self._from}})
        await self._settled()
        return self.server.inline_results[body["id"]]

    def button(self, label: str, bubble: Bubble | None = None) -> tuple[Bubble, dict[str, Any]]:
        """The newest button that says ``label``, or has it in it."""
        among = [bubble] if bubble else self.screen[::-1]
        for exact in (True, False):
            for held in among:
                for button in (one for row in held.rows for one in row):
                    if label == button["text"] or (not exact and not label.isdigit() and label in button["text"]):
                        return held, button
        raise AssertionError(f"no button {label}: {[one.labels for one in among]}")

    # ---- inside

    def _message(self, text: str | None, **what: Any) -> dict[str, Any]:
        kind = "private" if self.chat > 0 else "supergroup"
        made = self.server.people.message(text, user=self.user, chat=self.chat, kind=kind, **what)
        made["from"] = self._from
        return made

    async def _after(self, *updates: dict[str, Any]) -> list[Bubble]:
        before = len(self.server.sent)
        for update in updates:
            await self.server.update(update)
        await self._settled()
        return self._fresh(before)

    async def _settled(self) -> None:
        """Until everything that was said is answered."""
        last = self.server._updates[-1]["update_id"]
        await self.server.until(lambda: self._confirmed(last), 30)
        async with asyncio.timeout(60):
            while self._waiting():
                await asyncio.sleep(0.005)

    def _confirmed(self, number: int) -> bool:
        return any(
            name == "getUpdates" and int(values.get("offset", 0)) > number
            for name, values in reversed(self.server.calls)
        )

    def _fresh(self, before: int) -> list[Bubble]:
        found = [Bubble(one) for one in self.server.sent[before:] if one.chat == self.chat]
        for one in found:
            self.log += [one.shown(), ""]
        return found
