"""What stands on people's phones: the Bot API server of the tests, with the screen of every chat.

A person types, sends files and presses what is there; nothing of the bot is called but over HTTP.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.telegram.entities import parse_html
from tests.telegram.server import Telegram

BOT = 123456789
_MARKS = {"b": "**", "i": "_", "code": "`"}


@dataclass
class Bubble:
    """One message on a screen, as it stands now.

    Attributes:
        html: as it was sent. rows: buttons. picture, document: content of a file; name: of the document.
        edits: what stood there before, oldest first.
    """

    number: int
    chat: int
    html: str
    rows: list[list[dict[str, Any]]] = field(default_factory=list)
    picture: bytes = b""
    document: bytes = b""
    name: str = ""
    topic: int | None = None
    reply_to: int | None = None
    edits: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What is read, entities resolved."""
        return parse_html(self.html).text

    @property
    def labels(self) -> list[str]:
        """What the buttons say."""
        return [button["text"] for row in self.rows for button in row]

    def shown(self) -> str:
        """Text with marks for bold, slanted and quoted, and the buttons under it."""
        found = parse_html(self.html)
        signs = [*found.text, ""]
        opened: dict[int, str] = {}
        closed: dict[int, str] = {}
        for tag, start, end in found.entities:
            mark = _MARKS.get(tag, "▎" if tag == "blockquote" else "")
            opened[start] = mark + opened.get(start, "") if tag == "blockquote" else opened.get(start, "") + mark
            closed[end] = closed.get(end, "") + ("" if tag == "blockquote" else mark)
        text = "".join(closed.get(at, "") + opened.get(at, "") + sign for at, sign in enumerate(signs))
        head = [f"[图片 {len(self.picture)} 字节]"] if self.picture else []
        head += [f"[文件 {self.name}]"] if self.name else []
        below = ["   ".join(f"[ {button['text']} ]" for button in row) for row in self.rows]
        return "\n".join([*head, text, *below])


class Screens(Telegram):
    """The server, and what every chat shows."""

    def __init__(self) -> None:
        super().__init__()
        self.bubbles: dict[tuple[int, int], Bubble] = {}
        self.toasts: dict[str, tuple[str, bool]] = {}
        self.inline: dict[str, list[dict[str, Any]]] = {}
        self.menus: dict[str, list[dict[str, str]]] = {}
        self.waiting: Callable[[], bool] = lambda: False

    def of(self, chat: int) -> list[Bubble]:
        """The messages of the bot in a chat, oldest first."""
        return [one for (where, _), one in sorted(self.bubbles.items()) if where == chat]

    async def settled(self, timeout: float = 60.0) -> None:
        """Until everything that was said is answered."""
        async with asyncio.timeout(timeout):
            while self._updates_left() or self.waiting():
                await asyncio.sleep(0.005)

    def _updates_left(self) -> bool:
        return any(one["update_id"] not in self._seen for one in self._updates)

    @property
    def _seen(self) -> set[int]:
        done = [int(v.get("offset", 0)) for name, v in self.calls if name == "getUpdates"]
        return set(range(1000, max(done, default=0)))

    def happened(self, method: str, values: dict[str, Any], result: Any) -> None:
        """A call was carried out."""
        if method in ("sendMessage", "sendPhoto", "sendDocument"):
            self._arrived(values, result)
        elif method in ("editMessageText", "editMessageReplyMarkup"):
            held = self.bubbles[int(values["chat_id"]), int(values["message_id"])]
            held.rows = _rows(values)
            if method == "editMessageText":
                held.edits.append(held.html)
                held.html = values["text"]
        elif method == "answerCallbackQuery":
            alert = str(values.get("show_alert", "")).lower() == "true"
            self.toasts[values["callback_query_id"]] = (values.get("text", ""), alert)
        elif method == "answerInlineQuery":
            results = values["results"]
            self.inline[values["inline_query_id"]] = json.loads(results) if isinstance(results, str) else results
        elif method == "setMyCommands":
            scope = json.loads(values["scope"]) if "scope" in values else {"type": "default"}
            key = f"{scope['type']}/{scope.get('chat_id', '')}/{values.get('language_code', '')}"
            self.menus[key] = json.loads(values["commands"])

    def _arrived(self, values: dict[str, Any], result: dict[str, Any]) -> None:
        reply = json.loads(values["reply_parameters"]) if values.get("reply_parameters") else {}
        topic = values.get("message_thread_id")
        made = Bubble(
            result["message_id"], int(values["chat_id"]), values.get("text") or values.get("caption") or "",
            _rows(values), topic=int(topic) if topic else None, reply_to=reply.get("message_id"),
        )  # fmt: skip
        made.picture = values.get("photo") or b""
        if isinstance(values.get("document"), bytes):
            made.document, made.name = values["document"], result.get("document", {}).get("file_name", "文件")
        self.bubbles[made.chat, made.number] = made


def _rows(values: dict[str, Any]) -> list[list[dict[str, Any]]]:
    held = values.get("reply_markup")
    markup = json.loads(held) if isinstance(held, str) and held else held
    return (markup or {}).get("inline_keyboard", [])


class Phone:
    """One person at a phone, in the private chat with the bot or in a group.

    Args:
        language: of the person's Telegram. chat: a group's (negative) number, None for the private chat.
    """

    _queries = itertools.count(1)

    def __init__(self, server: Screens, user: int, *, language: str = "zh-hans", chat: int | None = None) -> None:
        self.server, self.user, self.language = server, user, language
        self.chat = user if chat is None else chat
        self.log: list[str] = []
        self.taps = 0

    # ---- what the person sees

    @property
    def screen(self) -> list[Bubble]:
        """The bot's messages, oldest first."""
        return self.server.of(self.chat)

    @property
    def last(self) -> Bubble:
        """The newest message."""
        return self.screen[-1]

    # ---- what the person does

    async def says(self, text: str, **more: Any) -> list[Bubble]:
        """Types; the messages that came in answer."""
        self.log.append(f"> {text}")
        return await self._after({"message": self._message(text=text, **more)})

    async def sends(self, **what: Any) -> list[Bubble]:
        """Sends something else than text: ``voice={…}``, ``photo=[…]``; see ``file`` for documents."""
        self.log.append(f"> {sorted(what)}")
        return await self._after({"message": self._message(**what)})

    async def attaches(self, *files: tuple[str, bytes], caption: str = "") -> list[Bubble]:
        """Sends files, several as an album."""
        self.log.append(f"> [文件 {' '.join(name for name, _ in files)}]")
        before = {one.number for one in self.screen}
        album = {"media_group_id": f"album{files[0][0]}"} if len(files) > 1 else {}
        for name, content in files:
            self.server.files[name] = content
            document = {"file_id": name, "file_unique_id": name, "file_name": name, "file_size": len(content)}
            await self.server.update({"message": self._message(document=document, caption=caption, **album)})
        await self.server.settled()
        return self._fresh(before)

    async def photographs(self, content: bytes) -> list[Bubble]:
        """Sends a photo."""
        self.server.files["photo"] = content
        sizes = [
            {"file_id": "photo", "file_unique_id": f"p{n}", "width": n, "height": n, "file_size": len(content)}
            for n in (90, 1280)
        ]
        return await self.sends(photo=sizes)

    async def presses(self, label: str, bubble: Bubble | None = None) -> tuple[str, bool]:
        """Presses the newest button with this label (in it); (toast, it is an alert)."""
        held, button = self.button(label, bubble)
        return await self.press(held, button)

    async def press(self, held: Bubble, button: dict[str, Any]) -> tuple[str, bool]:
        """Presses one button."""
        assert "callback_data" in button, button
        assert len(button["callback_data"].encode()) <= 64
        self.taps += 1
        self.log.append(f"> [ {button['text']} ]")
        number = f"q{next(self._queries)}"
        before, edited = {one.number for one in self.screen}, len(held.edits)
        rows = held.rows
        message = {**self._message(text=held.text or "…"), "message_id": held.number}
        await self.server.update(
            {"callback_query": {
                "id": number, "from": self._user(), "message": message, "chat_instance": "1",
                "data": button["callback_data"],
            }}
        )  # fmt: skip
        await self.server.settled()
        toast = self.server.toasts[number]
        if toast[0]:
            self.log.append(f"（{toast[0]}）")
        if len(held.edits) > edited:
            self.log += [held.shown(), ""]
        elif held.rows is not rows:
            self.log += ["   ".join(f"[ {b['text']} ]" for b in row) for row in held.rows]
        self._fresh(before)
        return toast

    async def asks_inline(self, query: str) -> list[dict[str, Any]]:
        """Types after the bot's name in another chat; the results."""
        number = f"i{next(self._queries)}"
        self.log.append(f"> @bot {query}")
        await self.server.update(
            {"inline_query": {"id": number, "from": self._user(), "query": query, "offset": ""}}
        )
        await self.server.settled()
        return self.server.inline[number]

    def button(self, label: str, bubble: Bubble | None = None) -> tuple[Bubble, dict[str, Any]]:
        """The newest button that says ``label``, or has it in it."""
        for exact in (True, False):
            for held in [bubble] if bubble else reversed(self.screen):
                for button in (one for row in held.rows for one in row):
                    if label == button["text"] or (not exact and not label.isdigit() and label in button["text"]):
                        return held, button
        raise AssertionError(f"no button {label}: {[one.labels for one in self.screen]}")

    # ---- inside

    def _user(self) -> dict[str, Any]:
        return {"id": self.user, "is_bot": False, "first_name": "某人", "language_code": self.language}

    def _message(self, **what: Any) -> dict[str, Any]:
        chat: dict[str, Any] = {"id": self.chat, "type": "private", "first_name": "某人"}
        if self.chat < 0:
            chat = {"id": self.chat, "type": "supergroup", "title": "街坊群"}
        made = {
            "message_id": self.server.chats.number(self.chat), "date": int(time.time()), "chat": chat,
            "from": self._user(), **what,
        }  # fmt: skip
        if str(what.get("text", "")).startswith("/"):
            made["entities"] = [{"type": "bot_command", "offset": 0, "length": len(what["text"].split()[0])}]
        self.server.chats.came(made)
        return made

    async def _after(self, update: dict[str, Any]) -> list[Bubble]:
        before = {one.number for one in self.screen}
        await self.server.update(update)
        await self.server.settled()
        return self._fresh(before)

    def _fresh(self, before: set[int]) -> list[Bubble]:
        found = [one for one in self.screen if one.number not in before]
        for one in found:
            self.log += [one.shown(), ""]
        return found
