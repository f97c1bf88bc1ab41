"""Who is speaking, where, and in which script: read once from an update."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from telegram import Message, Update

from bot.showing.scripts import script_of, well_formed
from bot.store import RANK, ChatStore

ANONYMOUS = 1087968824  # GroupAnonymousBot: an admin who writes in the name of the group
_PAGE = 160  # code points from which a text with several sentences may be a bulletin
_HEADED = 50  # and from which a headline with a paragraph below it may be one
_SENTENCE = re.compile(r"[。！；]")
_STOPS = ("。", "！", "；", "”", "）", ")")
_TRADITIONAL = ("zh-tw", "zh-hk", "zh-mo", "zh-hant")


@dataclass(frozen=True, slots=True)
class Talk:
    """One moment of a conversation.

    Attributes:
        update_id: of the update. chat_id, topic, message_id: where; message_id is what was said.
        user_id: who, or None (anonymous admins, channels). private: a chat of two.
        chat: hashed name of the conversation: a person in a chat and topic. place: hashed chat.
        role: resident, staff or admin; never more than resident for the anonymous.
        traditional: the person writes traditional characters. text: what was typed, or "".
        at: when it was said, seconds since 1970. forwarded: somebody else wrote it.
    """

    update_id: int
    chat_id: int
    topic: int | None
    message_id: int | None
    user_id: int | None
    private: bool
    chat: str
    place: str
    role: str
    traditional: bool
    text: str
    at: float
    forwarded: bool = False

    def may(self, role: str) -> bool:
        """Whether the person has at least this role."""
        return RANK[self.role] >= RANK[role]

    def saying(self, text: str) -> Talk:
        """The same with other words."""
        return replace(self, text=text)


def owner_of(update: Update) -> int:
    """The user's id; for those who write in the name of a chat, the chat's; 0 for nobody."""
    message = update.effective_message
    user = update.effective_user
    if update.callback_query is None and message is not None and message.sender_chat is not None:
        return message.sender_chat.id
    return user.id if user is not None else 0


def place_of(update: Update, store: ChatStore) -> str:
    """Hashed name of the chat; of the person for inline queries."""
    chat = update.effective_chat
    return store.hashed(f"place/{chat.id if chat is not None else owner_of(update)}")


def talk_of(update: Update, store: ChatStore, role_of: dict[int, str] | None = None) -> Talk:
    """The talk that ``update`` is part of; ``role_of``: roles given by settings, which win."""
    message = update.effective_message
    chat = update.effective_chat
    user = update.effective_user
    anonymous = user is None or user.id == ANONYMOUS or owner_of(update) != user.id
    user_id = None if anonymous or user is None else user.id
    chat_id = chat.id if chat is not None else (user_id or 0)
    topic = _topic(message)
    text = well_formed(update.inline_query.query if update.inline_query is not None else _text(message))
    name = store.conversation(chat_id, topic, owner_of(update))
    return Talk(
        update_id=update.update_id,
        chat_id=chat_id,
        topic=topic,
        message_id=message.message_id if message is not None else None,
        user_id=user_id,
        private=chat is None or chat.type == "private",
        chat=name,
        place=place_of(update, store),
        role=role(user_id, store, role_of or {}),
        traditional=_writes_traditional(update, store, name, text),
        text=text,
        at=message.date.timestamp() if message is not None and hasattr(message, "date") else 0.0,
        forwarded=_forwarded(update),
    )


def role(user_id: int | None, store: ChatStore, given: dict[int, str]) -> str:
    """The role of a user."""
    if user_id is None:
        return "resident"
    return given.get(user_id) or store.people.role(user_id) or "resident"


def _writes_traditional(update: Update, store: ChatStore, chat: str, text: str) -> bool:
    """By what is written now, else by what was written before, else by the language of the person's Telegram."""
    remembered = store.chats.script(chat)
    written = script_of(text) if _own_words(update, text) else None
    if written is None:
        language = (update.effective_user.language_code or "") if update.effective_user is not None else ""
        return remembered if remembered is not None else language.lower().startswith(_TRADITIONAL)
    if written != remembered and update.inline_query is None:
        store.chats.writes(chat, written)
    return written


def _own_words(update: Update, text: str) -> bool:
    """Whether the person wrote the text: not us, and nobody whose page or message they pass on."""
    return update.callback_query is None and not _forwarded(update) and not looks_like_bulletin(text)


def _forwarded(update: Update) -> bool:
    return update.message is not None and update.message.forward_origin is not None


def looks_like_bulletin(text: str) -> bool:
    """Whether a text is more likely a page than a question: long, or a headline with a paragraph below it."""
    lines = [line for raw in text.splitlines() if (line := raw.strip())]
    if len(text) < _HEADED or not lines or lines[-1].endswith(("？", "?")):
        return False
    headed = not lines[0].endswith((*_STOPS, "？", "?", "：", "，")) and any(one.endswith(_STOPS) for one in lines[1:])
    return headed or (len(text) >= _PAGE and len(_SENTENCE.findall(text)) >= 2)


def _topic(message: object) -> int | None:
    if isinstance(message, Message) and message.is_topic_message:
        return message.message_thread_id
    return None


def _text(message: object) -> str:
    return (message.text or message.caption or "") if isinstance(message, Message) else ""
