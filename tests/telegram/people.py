"""What people do, as Telegram tells bots of it: raw updates."""

from __future__ import annotations

import itertools
import time
from typing import Any

from tests.telegram.chats import Chats, Sent

ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
BOT = {"id": 123456789, "is_bot": True, "first_name": "公报问答", "username": "bulletin_test_bot"}


class People:
    """Makes updates; the server queues them."""

    def __init__(self, chats: Chats) -> None:
        self._chats = chats
        self._presses = itertools.count(1)

    def message(
        self, text: str | None, *, user: int = 7, chat: int | None = None, kind: str = "private",
        topic: int | None = None, reply: Sent | None = None, ago: float = 0, name: str = "居民", **more: Any,
    ) -> dict[str, Any]:  # fmt: skip
        """A message; ``ago``: seconds since it was written. ``reply``: to a message of the bot."""
        number = chat if chat is not None else user
        made: dict[str, Any] = {
            "message_id": self._chats.number(number),
            "date": int(time.time() - ago),
            "chat": {"id": number, "type": kind} | ({"title": name} if kind != "private" else {"first_name": name}),
            "from": {"id": user, "is_bot": False, "first_name": name},
        }
        if text is not None:
            made["text"] = text
            if text.startswith("/"):
                made["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}]
        if topic is not None:
            made |= {"message_thread_id": topic, "is_topic_message": True}
        if reply is not None:
            made["reply_to_message"] = self.seen(reply)
        made |= more
        self._chats.came(made)
        return made

    @staticmethod
    def seen(sent: Sent) -> dict[str, Any]:
        """A message of the bot as people's updates carry it."""
        kind = "private" if sent.chat > 0 else "supergroup"
        return {
            "message_id": sent.number,
            "date": int(time.time()),
            "from": BOT,
            "chat": {"id": sent.chat, "type": kind} | ({"first_name": "居民"} if sent.chat > 0 else {"title": "群"}),
            "text": sent.text,
        } | ({"message_thread_id": sent.topic, "is_topic_message": True} if sent.topic else {})

    def press(self, sent: Sent, label: str, *, user: int, data: str | None = None) -> dict[str, Any]:
        """A press of a button under a message; ``data``: other data than the button has."""
        return {
            "id": str(next(self._presses)),
            "from": {"id": user, "is_bot": False, "first_name": "居民"},
            "chat_instance": "1",
            "message": self.seen(sent),
            "data": data if data is not None else sent.button(label)["callback_data"],
        }

    def inline(self, query: str, *, user: int = 7) -> dict[str, Any]:
        """Something typed after the bot's name in another chat."""
        return {
            "id": str(next(self._presses)),
            "from": {"id": user, "is_bot": False, "first_name": "居民"},
            "query": query,
            "offset": "",
        }

    def member(self, status: str, *, user: int = 7, chat: int | None = None, kind: str = "private") -> dict[str, Any]:
        """The bot was blocked (kicked), removed (left) or added (member)."""
        number = chat if chat is not None else user
        more: dict[str, Any] = {"until_date": 0} if status == "kicked" else {}
        return {
            "chat": {"id": number, "type": kind} | ({"title": "群"} if kind != "private" else {"first_name": "居民"}),
            "from": {"id": user, "is_bot": False, "first_name": "居民"},
            "date": int(time.time()),
            "old_chat_member": {"user": BOT, "status": "member"},
            "new_chat_member": {"user": BOT, "status": status, **more},
        }
