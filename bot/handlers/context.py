"""What every handler needs."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import ParamSpec, TypeVar

from telegram import Update

from bot.conversation import Conversation
from bot.limits import Buckets
from bot.sending import Sender
from bot.settings import BotSettings

P = ParamSpec("P")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Desk:
    """The bot's parts, handed to every handler."""

    conversation: Conversation
    sender: Sender
    settings: BotSettings
    buckets: Buckets

    def chat_of(self, update: Update) -> str:
        """The hashed name of a conversation: a person in private, a person in a group and topic."""
        message = update.effective_message
        chat, user = update.effective_chat, update.effective_user
        topic = message.message_thread_id if message is not None and message.is_topic_message else None
        return self.conversation.store.hashed(
            f"{chat.id if chat else 0}/{topic or 0}/{user.id if user else 0}"
        )

    async def reply(self, update: Update, html: str) -> None:
        """Answer the message of ``update`` with HTML, in as many parts as it needs."""
        message = update.effective_message
        if message is not None:
            await self.sender.reply(message, html)

    async def in_thread(self, function: Callable[P, Result], *arguments: P.args, **named: P.kwargs) -> Result:
        """A call that may take milliseconds, off the event loop."""
        return await asyncio.to_thread(function, *arguments, **named)
