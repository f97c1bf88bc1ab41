"""Chats as Telegram keeps them: numbers of messages, what is in them, and what may be edited."""

from __future__ import annotations

import itertools
import json
import time
from dataclasses import dataclass, field
from typing import Any

from tests.telegram.entities import BadEntities, parse_html

LONGEST, CAPTION, RAW = 4096, 1024, 32 * 1024
_SUPERGROUP = -1_000_000_000_000
_SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current"
    " content and reply markup of the message"
)


class Refused(Exception):
    """What Telegram answers with 400 (or another status)."""

    def __init__(self, words: str, status: int = 400, more: dict[str, Any] | None = None) -> None:
        super().__init__(words)
        self.status, self.more = status, more or {}
        self.words = f"Bad Request: {words}" if status == 400 else words


@dataclass
class Sent:
    """A message the bot sent, as a person sees it now; ``at``: seconds, monotonic, when it came."""

    chat: int
    text: str
    markup: str
    entities: tuple[tuple[str, int, int], ...]
    buttons: Any = None
    topic: int | None = None
    reply_to: int | None = None
    number: int = 0
    at: float = 0.0
    name: str | None = None
    content: bytes = b""
    history: list[str] = field(default_factory=list)

    def button(self, label: str) -> dict[str, Any]:
        """The first button with ``label`` in it."""
        for row in (self.buttons or {}).get("inline_keyboard", []):
            for one in row:
                if label in one["text"]:
                    return dict(one)
        raise AssertionError(f"no button {label} under {self.text[:60]!r}: {self.buttons}")


class Chats:
    """All messages of all chats; numbers are counted as Telegram counts them."""

    def __init__(self) -> None:
        self.sent: list[Sent] = []
        self.by_chat: dict[int, list[Sent]] = {}
        self.edits: list[tuple[int, str]] = []
        self.blocked: dict[int, str] = {}
        self.migrated: dict[int, int] = {}
        self.closed_topics: set[int] = set()
        self.held: dict[tuple[int, int], Sent | dict[str, Any]] = {}
        self._numbers: dict[int, Any] = {}

    def number(self, chat: int) -> int:
        """The next number: one count for private chats and basic groups, one for each supergroup."""
        space = chat if chat <= _SUPERGROUP else 0
        return int(next(self._numbers.setdefault(space, itertools.count(1))))

    def came(self, message: dict[str, Any]) -> None:
        """A person's message is in its chat."""
        self.held[message["chat"]["id"], message["message_id"]] = message

    def post(self, values: dict[str, Any], *, file: str | None = None) -> Sent:
        """The bot sends a message.

        Raises:
            Refused: Telegram would refuse it.
        """
        chat = int(values["chat_id"])
        self._may(chat)
        topic = int(values["message_thread_id"]) if values.get("message_thread_id") else None
        if topic in self.closed_topics:
            raise Refused("message thread not found")
        reply = _json(values.get("reply_parameters")) or {}
        replied = reply.get("message_id")
        if replied and (chat, replied) not in self.held:
            if not reply.get("allow_sending_without_reply"):
                raise Refused("message to be replied not found")
            replied = None
        text, entities = _seen(values, "caption" if file else "text")
        content = values.get(file, b"") if file else b""
        made = Sent(
            chat, text, str(values.get("caption" if file else "text", "")), entities, _buttons(values), topic, replied,
            self.number(chat), time.monotonic(), f"{file}" if file else None,
            content if isinstance(content, bytes) else b"",
        )  # fmt: skip
        self.held[chat, made.number] = made
        self.sent.append(made)
        self.by_chat.setdefault(chat, []).append(made)
        return made

    def edit(self, values: dict[str, Any], *, what: str) -> Sent:
        """The bot edits ``what`` (text, caption, buttons) of a message."""
        chat, number = int(values["chat_id"]), int(values["message_id"])
        self._may(chat)
        held = self.held.get((chat, number))
        if held is None:
            raise Refused("message to edit not found")
        if not isinstance(held, Sent):
            raise Refused("message can't be edited")
        if what != "buttons" and (what == "text") != (held.name is None):
            raise Refused(f"there is no {what} in the message to edit")
        text, entities = (held.text, held.entities) if what == "buttons" else _seen(values, what)
        buttons = _buttons(values)
        if (text, entities, buttons) == (held.text, held.entities, held.buttons):
            raise Refused(_SAME)
        held.history.append(held.text)
        held.text, held.entities, held.buttons = text, entities, buttons
        if what != "buttons":
            held.markup = str(values[what])
            self.edits.append((number, text))
        return held

    def delete(self, values: dict[str, Any]) -> None:
        """The bot deletes a message."""
        if self.held.pop((int(values["chat_id"]), int(values["message_id"])), None) is None:
            raise Refused("message to delete not found")
        chat = int(values["chat_id"])
        self.sent = [one for one in self.sent if (one.chat, one.number) in self.held]
        self.by_chat[chat] = [one for one in self.sent if one.chat == chat]

    def _may(self, chat: int) -> None:
        if chat in self.blocked:
            raise Refused(self.blocked[chat], 403)
        if chat in self.migrated:
            raise Refused(
                "group chat was upgraded to a supergroup chat", more={"migrate_to_chat_id": self.migrated[chat]}
            )


def text_of(markup: str, mode: str | None, most: int) -> tuple[str, tuple[tuple[str, int, int], ...]]:
    """Visible text and entities; raises Refused."""
    if len(markup.encode()) > RAW:
        raise Refused("message is too long")
    try:
        seen = parse_html(markup) if mode == "HTML" else None
    except BadEntities as error:
        raise Refused(str(error)) from None
    text = seen.text if seen else markup
    if len(text) > most:
        raise Refused("message is too long" if most == LONGEST else "message caption is too long")
    return text, seen.entities if seen else ()


def _seen(values: dict[str, Any], what: str) -> tuple[str, tuple[tuple[str, int, int], ...]]:
    most = LONGEST if what == "text" else CAPTION
    text, entities = text_of(str(values.get(what, "")), values.get("parse_mode"), most)
    if what == "text" and not text.strip():
        raise Refused("message text is empty")
    return text, entities


def _buttons(values: dict[str, Any]) -> Any:
    keyboard = _json(values.get("reply_markup"))
    found = [one for row in (keyboard or {}).get("inline_keyboard", []) for one in row]
    if len(found) > 100:
        raise Refused("reply markup is too long")
    for one in found:
        kinds = [key for key in ("callback_data", "url", "copy_text") if key in one]
        if len(kinds) != 1 or not one["text"].strip():
            raise Refused("Text buttons are unallowed in the inline keyboard")
        if "callback_data" in one and not 1 <= len(one["callback_data"].encode()) <= 64:
            raise Refused("BUTTON_DATA_INVALID")
        if "url" in one and not one["url"].startswith(("http://", "https://", "tg://")):
            raise Refused("BUTTON_URL_INVALID")
        if "copy_text" in one and not 1 <= len(one["copy_text"]["text"]) <= 256:
            raise Refused("BUTTON_COPY_TEXT_INVALID")
    return keyboard


def _json(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) and value else value
