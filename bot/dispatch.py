"""From an update to what is sent: who speaks, whether it is for us, what answers, and that it happens once."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from difflib import get_close_matches

from telegram import InlineQueryResultArticle, InputTextMessageContent, LinkPreviewOptions, Message, Update
from telegram.constants import ChatMemberStatus, ChatType, ParseMode
from telegram.error import Forbidden, TelegramError

from bot import texts
from bot.buttons import NotYours, Stale, unpack
from bot.client import Client
from bot.files import Album, TooBig, download, has_file
from bot.handlers import COMMANDS, INLINE, PRESSES, QUESTION, UPLOADS
from bot.limits import Buckets
from bot.registry import Desk
from bot.scripts import traditional, traditional_html
from bot.sending import Sender, Where
from bot.splitting import split_html
from bot.talk import Talk, owner_of, talk_of
from bot.views import Button, Pressed, View

log = logging.getLogger(__name__)

STALE = 3600.0  # seconds after which a late answer begins with an apology
_TOAST = 200  # code points of an answer to a press, by Telegram
_PATIENCE = 1.5  # seconds until a press is answered although its work goes on
_COMMANDS = {one.name: one for one in COMMANDS}
_PRESSES = {one.name: one for one in PRESSES}


@dataclass(frozen=True, slots=True)
class Limits:
    """Buckets for people, for groups and for presses."""

    people: Buckets
    groups: Buckets
    presses: Buckets


class Dispatcher:
    """Handles updates. One conversation is handled in order, different ones side by side."""

    def __init__(
        self, desk: Desk, sender: Sender, client: Client, limits: Limits, roles: dict[int, str]
    ) -> None:
        self._desk, self._sender, self._client, self._limits, self._roles = (
            desk,
            sender,
            client,
            limits,
            roles,
        )
        self._turns: dict[str, asyncio.Lock] = {}
        self._albums = Album()
        self._progress: dict[int, int] = {}

    async def handle(self, update: Update, *, interrupted: bool = False) -> list[int]:
        """Answer an update; numbers of the messages that were sent.

        Args:
            interrupted: the program ended while an answer to it was being sent.
        """
        if update.my_chat_member is not None:
            await self._membership(update)
            return []
        if update.inline_query is not None:
            await self._inline(update)
            return []
        talk = talk_of(update, self._desk.store, self._roles)
        if update.callback_query is not None:
            await self._press(update, talk)
            return []
        message = update.effective_message
        if message is None or update.channel_post is not None or update.edited_channel_post is not None:
            return []
        if message.migrate_to_chat_id is not None:
            await self._moved(message)
            return []
        # An album's messages come one by one: they are gathered before the first of them takes its turn.
        members = await self._albums.gather(message) if has_file(message) else [message]
        if members is None:
            return []
        async with self._turn(talk.chat):
            return await self._message(update, members, talk, interrupted)

    # ---- messages

    async def _message(
        self, update: Update, members: Sequence[Message], talk: Talk, interrupted: bool
    ) -> list[int]:
        message = members[0]
        text = self._addressed(message, talk)
        if text is None:
            return []
        sent: list[int] = []
        where = Where(talk.chat_id, talk.topic, None if talk.private else talk.message_id)
        if (wait := self._too_many(talk)) is not None:
            if wait:
                await self._say(where, talk, (View(texts.TOO_MANY.format(seconds=wait)),), sent)
            return sent
        if interrupted:
            logged = await self._desk.in_thread(
                self._desk.store.journal.answer_to, talk.chat, talk.message_id or 0
            )
            rows = ((Button(texts.SEND_AGAIN, f"back.{logged.key}"),),) if logged else ()
            await self._say(where, talk, (View(texts.MAYBE_LOST, rows),), sent)
            return sent
        talk = talk.saying(text)
        views = await self._views(members, talk, text)
        if update.edited_message is not None and await self._corrected(talk, views):
            return sent
        await self._say(where, talk, _late(views, message), sent)
        return sent

    async def _views(self, members: Sequence[Message], talk: Talk, text: str) -> Sequence[View]:
        message = members[0]
        if has_file(message):
            return await self._files(members, talk)
        if not text and not message.text:
            return (View(_not_text(message)),)
        if text.startswith("/"):
            return await self._command(talk, text)
        return await QUESTION(self._desk, talk, text)

    async def _command(self, talk: Talk, text: str) -> Sequence[View]:
        head, _, rest = text[1:].replace("\n", " ", 1).partition(" ")
        name = head.split("@")[0].lower()
        command = _COMMANDS.get(name)
        if command is None:
            near = get_close_matches(name, [c.name for c in COMMANDS if talk.may(c.role)], 1)
            said = texts.NEAR_COMMAND if near else texts.UNKNOWN_COMMAND
            return (View(said.format(name=_plain(name[:32]), near=near[0] if near else "")),)
        if not talk.may(command.role):
            return (View(texts.FORBIDDEN[command.role]),)
        if command.role == "admin" and not talk.private:
            return (View(texts.PRIVATE_ONLY),)
        return await command.act(self._desk, talk.saying(rest.strip()), rest.strip())

    async def _files(self, members: Sequence[Message], talk: Talk) -> Sequence[View]:
        message = members[0]
        if not talk.may("admin") or not talk.private:
            return (View(texts.UPLOAD_FORBIDDEN if message.document else _not_text(message)),)
        folder = self._desk.settings.library.chats.parent / "uploads"
        try:
            files = [await download(self._client, one, folder) for one in members]
        except TooBig as error:
            return (View(texts.UPLOAD_TOO_BIG.format(name=_plain(str(error)[:80]))),)
        return await UPLOADS(self._desk, talk, tuple(files))

    def _addressed(self, message: Message, talk: Talk) -> str | None:
        """What was said to us, without our name; None where it was said to others."""
        text = talk.text.strip()
        name = f"@{self._client.username}"
        head = text.split(maxsplit=1)[0] if text else ""
        if head.startswith("/"):
            other = "@" in head and head.partition("@")[2].lower() != name[1:].lower()
            known = head[1:].split("@")[0].lower() in _COMMANDS
            return None if other or (not talk.private and not known) else text
        if talk.private:
            return text
        if name.lower() in text.lower():
            at = text.lower().index(name.lower())
            return (text[:at] + " " + text[at + len(name) :]).strip() or " "
        replied = message.reply_to_message
        mine = (
            replied is not None and replied.from_user is not None and replied.from_user.id == self._client.id
        )
        return text if mine and text else None

    def _too_many(self, talk: Talk) -> int | None:
        """None where the message may pass; else seconds to wait, 0 where that was said already."""
        person = f"{talk.user_id or talk.chat}"
        for buckets, key in (
            (self._limits.people, person),
            *(() if talk.private else ((self._limits.groups, talk.place),)),
        ):
            passes, tell = buckets.take(key)
            if not passes:
                return buckets.wait(key) if tell else 0
        return None

    async def _corrected(self, talk: Talk, views: Sequence[View]) -> bool:
        """An edited question edits its answer; False where there is none to edit."""
        journal = self._desk.store.journal
        numbers = await self._desk.in_thread(journal.messages_to, talk.chat, talk.message_id or 0)
        if not numbers or len(views) != 1 or views[0].name is not None:
            return False
        view = self._in_script(views[0], talk)
        return await self._sender.edit(talk.chat_id, numbers[0], view, self._owner(talk))

    # ---- buttons

    async def _press(self, update: Update, talk: Talk) -> None:
        query = update.callback_query
        assert query is not None
        pressed = Pressed(texts.STALE, alert=True)
        task: asyncio.Task[Pressed] | None = None
        answered = False
        try:
            passes, _ = self._limits.presses.take(f"{talk.user_id}")
            if not passes:
                pressed = Pressed(texts.BUSY_PRESS)
                return
            try:
                presser = self._desk.store.hashed(f"owner/{talk.user_id}")
                action = unpack(query.data or "", presser, self._desk.store)
                task = asyncio.ensure_future(self._pressed(action, talk))
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
                await self._toast(query.id, self._said_in_script(pressed, talk))
        await self._show(query.message, talk, pressed)

    async def _pressed(self, action: str, talk: Talk) -> Pressed:
        name, *arguments = action.split(".")
        press = _PRESSES.get(name)
        if press is None:
            return Pressed(texts.STALE, alert=True)
        if not talk.may(press.role):
            return Pressed(texts.FORBIDDEN[press.role], alert=True)
        try:
            return await press.act(self._desk, talk, tuple(arguments))
        except (ValueError, IndexError):
            return Pressed(texts.STALE, alert=True)

    async def _toast(self, query: str, pressed: Pressed) -> None:
        try:
            await self._sender.carry_out(
                lambda: self._client.answer_callback_query(
                    query, pressed.toast[:_TOAST] or None, pressed.alert
                )
            )
        except TelegramError as error:
            log.info("a press could not be answered: %s", error.message)

    async def _show(self, message: object, talk: Talk, pressed: Pressed) -> None:
        number = getattr(message, "message_id", None)
        if pressed.edit is not None and number is not None:
            view = self._in_script(pressed.edit, talk)
            if view.name is not None or not await self._sender.edit(
                talk.chat_id, number, view, self._owner(talk)
            ):
                await self._say(Where(talk.chat_id, talk.topic), talk, (pressed.edit,), [])
        elif pressed.rows is not None and number is not None:
            view = self._in_script(View("", pressed.rows), talk)
            await self._sender.buttons(talk.chat_id, number, view, self._owner(talk))
        if pressed.fresh:
            await self._say(Where(talk.chat_id, talk.topic), talk, pressed.fresh, [])

    # ---- other updates

    async def _inline(self, update: Update) -> None:
        query = update.inline_query
        assert query is not None
        talk = talk_of(update, self._desk.store, self._roles)
        passes, _ = self._limits.presses.take(f"{talk.user_id}")
        found = await INLINE(self._desk, talk, query.query) if passes else ()
        results = [
            InlineQueryResultArticle(
                one.id, self._words(one.title, talk), description=self._words(one.about, talk),
                input_message_content=InputTextMessageContent(
                    traditional_html(one.html) if talk.traditional else one.html,
                    parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True),
                ),
            )
            for one in found[:50]
        ]  # fmt: skip
        try:
            await self._client.answer_inline_query(query.id, results, cache_time=30, is_personal=True)
        except TelegramError as error:
            log.info("an inline query could not be answered: %s", error.message)

    async def _membership(self, update: Update) -> None:
        """Blocked or thrown out: nothing is sent there any more. Invited: the group is told how to ask."""
        change = update.my_chat_member
        assert change is not None
        gone = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)
        was, now = change.old_chat_member.status, change.new_chat_member.status
        if now in gone:
            await self._desk.in_thread(self._desk.store.people.unsubscribe, change.chat.id)
        elif was in gone and change.chat.type in (ChatType.GROUP, ChatType.SUPERGROUP):
            hello = View(texts.GROUP_HELLO.format(name=self._client.username))
            with suppress(TelegramError):
                await self._sender.send(Where(change.chat.id), (hello,), None, [])

    async def _moved(self, message: Message) -> None:
        """The group became a supergroup."""
        new = message.migrate_to_chat_id or 0
        hashed = self._desk.store.hashed
        old_place, new_place = hashed(f"place/{message.chat.id}"), hashed(f"place/{new}")
        await self._desk.in_thread(self._desk.store.people.moved, message.chat.id, new, old_place, new_place)

    # ---- saying

    async def progress(self, talk: Talk, view: View, *, in_place: bool = False) -> None:
        """One message about long work, edited as it goes on; what is said in the end takes its place.

        Args:
            in_place: the message is the one whose button was pressed.
        """
        held = talk.message_id if in_place else self._progress.get(talk.update_id)
        if held is not None:
            await self._sender.edit(talk.chat_id, held, self._in_script(view, talk), None)
            return
        sent: list[int] = []
        reply_to = None if talk.private else talk.message_id
        where = Where(talk.chat_id, talk.topic, reply_to)
        await self._sender.send(where, (self._in_script(view, talk),), None, sent)
        if sent:
            self._progress[talk.update_id] = sent[0]

    def finished(self, update_id: int) -> None:
        """An update is dealt with: its progress is of no more use."""
        self._progress.pop(update_id, None)

    async def _say(self, where: Where, talk: Talk, views: Sequence[View], sent: list[int]) -> None:
        shown = [self._in_script(view, talk) for view in views]
        try:
            await self._desk.in_thread(self._desk.store.inbox.sending, talk.update_id)
            shown = await self._in_place_of_progress(talk, shown, sent)
            await self._sender.send(where, shown, self._owner(talk), sent)
        except Forbidden:
            await self._desk.in_thread(self._desk.store.people.unsubscribe, where.chat)

    async def _in_place_of_progress(self, talk: Talk, views: list[View], sent: list[int]) -> list[View]:
        """Puts the first of ``views`` where the progress stood, or takes that back; those still to be sent."""
        held = self._progress.pop(talk.update_id, None)
        if held is None or not views:
            return views
        first = views[0]
        if first.name is None and len(split_html(first.html)) == 1:
            if await self._sender.edit(talk.chat_id, held, first, self._owner(talk)):
                sent.append(held)
                return views[1:]
        else:
            await self._sender.delete(talk.chat_id, held)
        return views

    def _owner(self, talk: Talk) -> str | None:
        return self._desk.store.hashed(f"owner/{talk.user_id}") if talk.user_id is not None else None

    def _in_script(self, view: View, talk: Talk) -> View:
        """In traditional characters for those who write them."""
        if not talk.traditional:
            return view
        rows = tuple(tuple(replace(one, label=traditional(one.label)) for one in row) for row in view.rows)
        return replace(view, html=traditional_html(view.html), rows=rows)

    def _said_in_script(self, pressed: Pressed, talk: Talk) -> Pressed:
        return replace(pressed, toast=self._words(pressed.toast, talk)) if pressed.toast else pressed

    @staticmethod
    def _words(text: str, talk: Talk) -> str:
        return traditional(text) if talk.traditional else text

    def _turn(self, chat: str) -> asyncio.Lock:
        """The lock of a conversation; forgotten when nobody waits."""
        if len(self._turns) > 10_000:
            self._turns = {name: lock for name, lock in self._turns.items() if lock.locked()}
        return self._turns.setdefault(chat, asyncio.Lock())


def trouble_of(update: Update) -> Where | None:
    """Where to apologise for an update that could not be handled."""
    message = update.effective_message
    if message is None or update.inline_query is not None:
        return None
    topic = message.message_thread_id if isinstance(message, Message) and message.is_topic_message else None
    return Where(message.chat.id, topic) if owner_of(update) else None


def _late(views: Sequence[View], message: Message) -> Sequence[View]:
    """An apology in front of an answer that comes more than an hour late."""
    late = time.time() - (message.edit_date or message.date).timestamp()
    if late < STALE or not views:
        return views
    hours = round(late / 3600)
    ago = texts.DAYS.format(n=round(hours / 24)) if hours >= 48 else texts.HOURS.format(n=max(1, hours))
    return (replace(views[0], html=f"{texts.LATE.format(ago=ago)}\n\n{views[0].html}"), *views[1:])


def _not_text(message: Message) -> str:
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


def _plain(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
