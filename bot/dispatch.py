"""From an update to what is said: who speaks, whether it is for us, what answers, and that it happens once."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial

from telegram import InlineQueryResultArticle, InputTextMessageContent, LinkPreviewOptions, Message, Update
from telegram.constants import ChatMemberStatus, ChatType, ParseMode
from telegram.error import BadRequest, TelegramError

from bot import texts
from bot.acting import COMMAND, commanded
from bot.acting import pressed as pressed_
from bot.delivery.arrival import Arrival, Floor
from bot.delivery.buttons import NotYours, Stale, unpack
from bot.delivery.client import Client, MaybeDone, NotDone
from bot.delivery.limits import Buckets
from bot.delivery.parts import from_json, letter
from bot.delivery.sending import Doubt, Sender, Where
from bot.delivery.splitting import split_html
from bot.handlers import INLINE, QUESTION, UPLOADS
from bot.handlers.uploads import called
from bot.showing import converted
from bot.showing.cutting import cut
from bot.showing.render import HTML
from bot.showing.views import Pressed, View
from bot.store import Waiting
from bot.talking.addressing import addressed, ago, has_words, not_text, with_apology
from bot.talking.files import Album, TooBig, download, file_name, has_file
from bot.talking.registry import Desk, File
from bot.talking.talk import Talk
from bot.talking.voice import Voice

log = logging.getLogger(__name__)

_TOAST = 200  # code points of an answer to a press, by Telegram
_PATIENCE = 1.5  # seconds until a press is answered although its work goes on
_TURNS = 10_000  # conversations whose lock is held ready


@dataclass(frozen=True, slots=True)
class Limits:
    """Buckets for people, for groups and for presses."""

    people: Buckets
    groups: Buckets
    presses: Buckets


class Dispatcher:
    """Handles updates. One conversation is handled in order, different ones side by side."""

    def __init__(
        self, desk: Desk, sender: Sender, client: Client, limits: Limits
    ) -> None:
        self._desk, self._sender, self._client, self._limits = desk, sender, client, limits
        self.voice = Voice(desk, sender, client)
        self._turns: dict[str, asyncio.Lock] = {}
        self._albums = Album()

    async def handle(self, update: Update, talk: Talk, left: Waiting | None = None) -> None:
        """Answer an update, and note in the inbox that it is answered.

        Args:
            talk: who speaks in it, and where. left: how far it had come when the program ended the last time.
        """
        sent: list[int] = []
        message = update.effective_message
        if message is not None:
            self._sender.seen(message.chat.id, message.message_id)
        if update.my_chat_member is not None:
            await self._membership(update, talk)
        elif update.inline_query is not None:
            await self._inline(update, talk)
        elif update.callback_query is not None:
            await self._press(update, talk, sent, left)
        elif isinstance(message, Message) and (update.message or update.edited_message):
            await self._said(update, message, talk, sent, left)
            return
        await self._done(update.update_id, sent)

    async def _done(self, update_id: int, sent: Sequence[int]) -> None:
        if update_id in self.voice.closed:
            return
        await self._desk.written(self._desk.store.inbox.done, [(update_id, list(sent))])

    # ---- messages

    async def _said(
        self, update: Update, message: Message, talk: Talk, sent: list[int], left: Waiting | None
    ) -> None:
        """A message in its turn; the next one of the conversation finds this one answered in the inbox."""
        if message.migrate_to_chat_id is not None:
            await self._moved(message)
        text = addressed(message, talk, self._client.username, self._client.id, COMMAND)
        if update.edited_message is not None and not has_words(message):
            text = None
        if text is None:
            await self._done(update.update_id, sent)
            return
        wait = None if left is not None or talk.may("admin") else self._too_many(talk)
        # An album's messages come one by one: they are gathered before the first of them takes its turn.
        album = self._albums.gathered(message if has_file(message) else None)
        async with album as members, self._turn(talk.chat):
            if left is not None and left.outgoing:
                await self._resumed(talk, left, sent, ago(message))
            elif wait is not None:
                said = (View(texts.TOO_MANY.format(seconds=wait)),) if wait else ()
                await self.voice.say(self._where(talk), talk, said, sent)
            elif members is not None:
                await self._answer(update, members or [message], talk.saying(text), sent)
            await self._done(update.update_id, sent)

    async def _answer(
        self, update: Update, members: Sequence[Message], talk: Talk, sent: list[int]
    ) -> None:
        where = self._where(talk)
        with self.voice.typing(talk):
            views = await self._views(members, talk, talk.text)
        if update.edited_message is not None and await self.voice.correct(where, talk, views):
            return
        await self.voice.say(where, talk, with_apology(views, members[0]), sent)

    async def _resumed(self, talk: Talk, left: Waiting, sent: list[int], late: str | None) -> None:
        """The answer was ready when the program ended: what is missing of it is sent."""
        one, arrived = from_json(left.outgoing), list(left.sent)
        doubt = Doubt(Floor(*left.floor)) if left.sending and len(arrived) < len(one.parts) else None
        if doubt is not None and await self._sender.settled(one, arrived, doubt) is not Arrival.UNKNOWN:
            doubt = None
        if doubt is None and not arrived and late is not None:
            one = one.headed(await self.voice.words(texts.LATE.format(ago=late), talk))
        await self.voice.deliver(one, talk, sent, arrived, doubt)

    async def _views(self, members: Sequence[Message], talk: Talk, text: str) -> Sequence[View]:
        message = members[0]
        if has_file(message):
            return await self._files(members, talk)
        if not text and not message.text:
            return (View(not_text(message)),)
        if text.startswith("/"):
            return await commanded(self._desk, talk, text)
        return await QUESTION(self._desk, talk, text)

    async def _files(self, members: Sequence[Message], talk: Talk) -> Sequence[View]:
        message = members[0]
        if not talk.may("admin") or not talk.private:
            private = texts.PRIVATE_ONLY if talk.may("admin") else texts.UPLOAD_FORBIDDEN
            return (View(private if message.document else not_text(message)),)
        folder = self._desk.settings.library.chats.parent / "uploads"
        files: list[File] = []
        lost: list[str] = []
        for one in members:
            name = HTML.line(called(file_name(one)))
            try:
                files.append(await self._sender.insist(partial(download, self._client, one, folder)))
            except TooBig:
                lost.append(texts.UPLOAD_TOO_BIG.format(name=name))
            except (BadRequest, NotDone, MaybeDone) as error:
                big = "too big" in error.message.lower()
                lost.append((texts.UPLOAD_TOO_BIG if big else texts.UPLOAD_LOST).format(name=name))
        shown = list(await UPLOADS(self._desk, talk, tuple(files))) if files else []
        if not lost:
            return shown
        head = "\n".join(lost)
        return [replace(shown[0], html=f"{head}\n\n{shown[0].html}"), *shown[1:]] if shown else [View(head)]

    @staticmethod
    def _where(talk: Talk) -> Where:
        return Where(talk.chat_id, talk.topic, None if talk.private else talk.message_id)

    def _too_many(self, talk: Talk) -> int | None:
        """None where the message may pass; else seconds to wait, 0 where that was said already."""
        person = f"{talk.user_id or talk.chat}"
        for buckets, key in (
            (self._limits.people, person),
            *(() if talk.private else ((self._limits.groups, talk.place),)),
        ):
            passes, tell = buckets.take(key, talk.at)
            if not passes:
                return buckets.wait(key) if tell else 0
        return None

    # ---- buttons

    async def _press(self, update: Update, talk: Talk, sent: list[int], left: Waiting | None) -> None:
        query = update.callback_query
        assert query is not None
        if left is not None and left.outgoing:
            await self._resumed(talk, left, sent, None)
            return
        pressed = Pressed(texts.STALE, alert=True)
        task: asyncio.Task[Pressed] | None = None
        answered = False
        try:
            passes, _ = self._limits.presses.take(f"{talk.user_id}")
            if not passes:
                pressed = Pressed(texts.BUSY_PRESS)
                return
            try:
                presser = self._desk.store.owner(talk.user_id)
                action = unpack(query.data or "", presser, self._desk.store)
                task = asyncio.ensure_future(pressed_(self._desk, talk, action))
            except Stale:
                return
            except NotYours:
                pressed = Pressed(texts.NOT_YOURS, alert=True)
                return
            done, _ = await asyncio.wait({task}, timeout=_PATIENCE)
            if not done:
                await self._toast(query.id, Pressed())
                answered = True
            pressed = await task
        finally:
            if not answered:
                await self._toast(query.id, replace(pressed, toast=await self.voice.words(pressed.toast, talk)))
        await self._show(query.message, talk, pressed, sent)

    async def _toast(self, query: str, pressed: Pressed) -> None:
        try:
            await self._sender.insist(
                lambda: self._client.answer_callback_query(
                    query, cut(pressed.toast, _TOAST) or None, pressed.alert
                )
            )
        except TelegramError as error:
            log.info("a press could not be answered: %s", error.message)

    async def _show(self, message: object, talk: Talk, pressed: Pressed, sent: list[int]) -> None:
        number = getattr(message, "message_id", None)
        fresh = pressed.fresh
        if pressed.edit is not None:
            if number is None or not await self.voice.edit(talk, number, pressed.edit):
                fresh = (pressed.edit, *fresh)
        elif pressed.rows is not None and number is not None:
            await self.voice.buttons(talk, number, View("", pressed.rows))
        if fresh:
            await self.voice.say(Where(talk.chat_id, talk.topic), talk, fresh, sent)

    # ---- other updates

    async def _inline(self, update: Update, talk: Talk) -> None:
        query = update.inline_query
        assert query is not None
        passes, _ = self._limits.presses.take(f"{talk.user_id}")
        found = await INLINE(self._desk, talk, query.query) if passes else ()
        if talk.traditional:
            found = await self._desk.in_thread(lambda: converted.results(found, self._desk.names))
        results = [
            InlineQueryResultArticle(
                one.id, one.title, description=one.about,
                input_message_content=InputTextMessageContent(
                    split_html(one.html)[0], parse_mode=ParseMode.HTML,
                    link_preview_options=LinkPreviewOptions(is_disabled=True),
                ),
            )
            for one in found[:50]
        ]  # fmt: skip
        try:
            await self._client.answer_inline_query(query.id, results, cache_time=30, is_personal=True)
        except TelegramError as error:
            log.info("an inline query could not be answered: %s", error.message)

    async def _membership(self, update: Update, talk: Talk) -> None:
        """Blocked or thrown out: nothing is sent there any more. Invited: the group is told how to ask."""
        change = update.my_chat_member
        assert change is not None
        gone = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)
        was, now = change.old_chat_member.status, change.new_chat_member.status
        if now in gone:
            await self._desk.in_thread(self._desk.store.people.unsubscribe, change.chat.id)
        elif was in gone and change.chat.type in (ChatType.GROUP, ChatType.SUPERGROUP):
            hello = await self.voice.in_script([View(texts.GROUP_HELLO.format(name=self._client.username))], talk)
            with suppress(TelegramError):
                await self._sender.send(letter(Where(change.chat.id), hello, None, self._desk.store), [])

    async def _moved(self, message: Message) -> None:
        """The group became a supergroup."""
        new = message.migrate_to_chat_id or 0
        hashed = self._desk.store.hashed
        old_place, new_place = hashed(f"place/{message.chat.id}"), hashed(f"place/{new}")
        await self._desk.in_thread(self._desk.store.people.moved, message.chat.id, new, old_place, new_place)

    def _turn(self, chat: str) -> asyncio.Lock:
        """The lock of a conversation; forgotten when nobody waits."""
        if len(self._turns) > _TURNS:
            self._turns = {name: lock for name, lock in self._turns.items() if lock.locked()}
        return self._turns.setdefault(chat, asyncio.Lock())
