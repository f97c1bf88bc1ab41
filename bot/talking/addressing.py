"""Whether a message is for us, and what it says to us."""

from __future__ import annotations

import re
import time
from collections.abc import Collection, Sequence
from dataclasses import replace

from telegram import Message, Update

from bot import texts
from bot.showing.views import View
from bot.talking.talk import ANONYMOUS, Talk, owner_of

STALE = 3600.0  # seconds after which a late answer begins with an apology
_CHANNEL_BOT = 136817688  # the name under which channels write in groups


def addressed(message: Message, talk: Talk, name: str, own: int, commands: Collection[str]) -> str | None:
    """What was said to us, without our name; None where it was said to others.

    Args:
        name: our username. own: our id. commands: the names of those we know.
    """
    if not _is_said(message, own):
        return None
    text = talk.text.strip()
    head = text.split(maxsplit=1)[0] if text else ""
    if re.match(r"/\w", head):
        command, at, whom = head[1:].partition("@")
        other = bool(at) and whom.lower() != name.lower()
        return None if other or (not talk.private and command.lower() not in commands) else text
    if talk.private:
        return text
    if found := re.search(rf"(?<![A-Za-z0-9_])@{re.escape(name)}(?![A-Za-z0-9_])[\s:：,，]*", text, re.IGNORECASE):
        return f"{text[: found.start()]} {text[found.end() :]}".strip() or " "
    return text if _replies_to(message, own) and text else None


def _is_said(message: Message, own: int) -> bool:
    """Whether a person said something; not a notice of Telegram, another bot, or what we gave out inline."""
    if not (message.text or message.effective_attachment):
        return False
    if message.is_automatic_forward or (message.via_bot is not None and message.via_bot.id == own):
        return False
    user = message.from_user
    return user is None or not user.is_bot or user.id in (ANONYMOUS, _CHANNEL_BOT)


def _replies_to(message: Message, own: int) -> bool:
    replied = message.reply_to_message
    if replied is None or replied.forum_topic_created is not None:
        return False
    return replied.from_user is not None and replied.from_user.id == own


def has_words(message: Message) -> bool:
    """Whether an edit can have changed what was asked: places on the move are edited all the time."""
    return bool(message.text or message.caption)


def can_hear(update: Update) -> bool:
    """Whether somebody can be apologised to for an update."""
    return update.effective_message is not None and update.inline_query is None and bool(owner_of(update))


def ago(message: Message) -> str | None:
    """How long ago a message came, if that is more than an hour."""
    late = time.time() - (message.edit_date or message.date).timestamp()
    if late < STALE:
        return None
    hours = round(late / 3600)
    return texts.DAYS.format(n=round(hours / 24)) if hours >= 48 else texts.HOURS.format(n=max(1, hours))


def with_apology(views: Sequence[View], message: Message) -> Sequence[View]:
    """An apology in front of an answer that comes more than an hour late."""
    late = ago(message)
    if late is None or not views:
        return views
    return (replace(views[0], html=f"{texts.LATE.format(ago=late)}\n\n{views[0].html}"), *views[1:])


def not_text(message: Message) -> str:
    """A helpful sentence for what can't be read."""
    for kind, found in (
        ("voice", message.voice or message.audio or message.video_note),
        ("sticker", message.sticker or message.animation or message.dice),
        ("photo", message.photo or message.video),
        ("location", message.location or message.venue),
    ):
        if found:
            return texts.NOT_TEXT[kind]
    return texts.NOT_TEXT["other"]
