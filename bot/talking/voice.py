"""What handlers hand back is said: in the person's script, once, and written down before it goes out."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

from telegram import Bot
from telegram.constants import ChatAction
from telegram.error import Forbidden, TelegramError

from bot import texts
from bot.delivery.arrival import Floor
from bot.delivery.parts import Letter, Where, letter, to_json
from bot.delivery.sending import Doubt, Sender
from bot.delivery.splitting import split_html
from bot.showing import converted
from bot.showing.scripts import traditional
from bot.showing.views import Button, View
from bot.store import Inbox
from bot.talking.registry import Desk
from bot.talking.talk import Talk

_PATIENCE = 0.5  # seconds of work until "typing" is shown
_CROWD = 10  # messages in hand above which answers are more urgent than that


class Voice:
    """Says things to people.

    Attributes:
        closed: updates in hand whose answer is there, and written down as such.
    """

    def __init__(self, desk: Desk, sender: Sender, bot: Bot) -> None:
        self._desk, self._sender, self._bot = desk, sender, bot
        self._progress: dict[int, int] = {}
        self.closed: set[int] = set()
        self._working = 0

    # ---- answers

    async def say(self, where: Where, talk: Talk, views: Sequence[View], sent: list[int]) -> None:
        """Send ``views``; numbers of the messages go into ``sent``."""
        shown = await self.in_script(views, talk)
        shown = await self._in_place_of_progress(talk, shown, sent)
        if shown:
            await self.deliver(self._letter(where, talk, shown), talk, sent)

    async def deliver(
        self, one: Letter, talk: Talk, sent: list[int], arrived: Sequence[int] = (), doubt: Doubt | None = None
    ) -> None:
        """Send a letter of which ``arrived`` is there; it is in the inbox before its first part goes out."""
        numbers = list(arrived)
        try:
            if await self._sender.send(one, numbers, _Page(self._desk, talk.update_id, one, sent), doubt):
                self.closed.add(talk.update_id)
            else:
                await self._ask_whether_it_came(one, talk)
        except Forbidden:
            await self._desk.in_thread(self._desk.store.people.unsubscribe, one.where.chat)
        finally:
            sent += numbers

    async def _ask_whether_it_came(self, one: Letter, talk: Talk) -> None:
        """Nobody can tell whether the answer arrived: the person can have it again by one tap."""
        journal = self._desk.store.journal
        logged = await self._desk.in_thread(journal.answer_to, talk.chat, talk.message_id or 0)
        view = View(texts.MAYBE_LOST_PLAIN)
        if logged is not None:
            view = View(texts.MAYBE_LOST, ((Button(texts.SEND_AGAIN, f"back.{logged.key}"),),))
        with suppress(TelegramError):
            await self._sender.send(self._letter(one.where, talk, await self.in_script([view], talk)), [])

    async def correct(self, where: Where, talk: Talk, views: Sequence[View]) -> bool:
        """An edited question edits its answer; False where there is none to edit."""
        journal = self._desk.store.journal
        numbers = await self._desk.in_thread(journal.messages_to, talk.chat, talk.message_id or 0)
        shown = await self.in_script(views, talk)
        return bool(numbers) and await self._sender.replace(self._letter(where, talk, shown), numbers)

    async def edit(self, talk: Talk, message: int, view: View) -> bool:
        """Put ``view`` in the place of a message; False where Telegram no longer lets us."""
        one = self._letter(Where(talk.chat_id, talk.topic), talk, await self.in_script([view], talk))
        return await self._sender.replace(one, [message])

    async def buttons(self, talk: Talk, message: int, view: View) -> None:
        """Put only the buttons of ``view`` under a message."""
        (shown,) = await self.in_script([view], talk)
        await self._sender.buttons(talk.chat_id, message, shown, self.owner(talk))

    # ---- work that takes long

    @contextmanager
    def typing(self, talk: Talk) -> Iterator[None]:
        """While this lasts, and only if it lasts, the chat shows that somebody is typing."""

        shown: list[asyncio.Task[None]] = []

        def show() -> None:
            if self._working <= _CROWD:
                shown.append(asyncio.ensure_future(self._typing(talk)))

        timer = asyncio.get_running_loop().call_later(_PATIENCE, show)
        self._working += 1
        try:
            yield
        finally:
            self._working -= 1
            timer.cancel()
            for task in shown:
                task.cancel()

    async def _typing(self, talk: Talk) -> None:
        with suppress(TelegramError):
            await self._bot.send_chat_action(
                talk.chat_id, ChatAction.TYPING, message_thread_id=talk.topic, read_timeout=5
            )

    async def progress(self, talk: Talk, view: View, *, in_place: bool = False) -> None:
        """One message about long work, edited as it goes on; what is said in the end takes its place.

        Args:
            in_place: the message is the one whose button was pressed.
        """
        held = talk.message_id if in_place else self._progress.get(talk.update_id)
        if held is not None:
            await self.edit(talk, held, view)
            return
        sent: list[int] = []
        where = Where(talk.chat_id, talk.topic, None if talk.private else talk.message_id)
        await self._sender.send(self._letter(where, talk, await self.in_script([view], talk)), sent)
        if sent:
            self._progress[talk.update_id] = sent[0]

    def finished(self, update_id: int) -> None:
        """An update is dealt with: its progress is of no more use."""
        self._progress.pop(update_id, None)
        self.closed.discard(update_id)

    async def _in_place_of_progress(self, talk: Talk, views: list[View], sent: list[int]) -> list[View]:
        """Puts the first of ``views`` where the progress stood, or takes that back; those still to be sent."""
        held = self._progress.pop(talk.update_id, None)
        if held is None or not views:
            return views
        first = views[0]
        if first.name is None and len(split_html(first.html)) == 1:
            if await self._sender.replace(self._letter(Where(talk.chat_id), talk, [first]), [held]):
                sent.append(held)
                return views[1:]
        else:
            await self._sender.delete(talk.chat_id, held)
        return views

    # ---- forms

    def owner(self, talk: Talk) -> str | None:
        """Hashed id of the only one who may press the buttons; None for the anonymous."""
        return self._desk.store.owner(talk.user_id) if talk.user_id is not None else None

    async def in_script(self, views: Sequence[View], talk: Talk) -> list[View]:
        """In traditional characters for those who write them."""
        if not talk.traditional:
            return list(views)
        return await self._desk.in_thread(lambda: [converted.view(one, self._desk.names) for one in views])

    async def words(self, text: str, talk: Talk) -> str:
        """Plain text in the person's script."""
        if not talk.traditional or not text:
            return text
        return await self._desk.in_thread(lambda: traditional(text, self._desk.names))

    def _letter(self, where: Where, talk: Talk, views: Sequence[View]) -> Letter:
        return letter(where, views, self.owner(talk), self._desk.store, talk.message_id)


class _Page:
    """The page of the inbox on which a letter's progress is written.

    Args:
        before: numbers of what the update had been answered with before.
    """

    def __init__(self, desk: Desk, update_id: int, one: Letter, before: Sequence[int]) -> None:
        self._desk, self._update_id, self._before = desk, update_id, tuple(before)
        self._outgoing: Letter | None = one

    async def begin(self, sent: Sequence[int], floor: Floor) -> None:
        """A part goes out; the whole letter is written down before its first one."""
        inbox, whole, floors = self._desk.store.inbox, self._outgoing, (floor.chat, floor.all)
        await self._desk.written(_begun, inbox, self._update_id, whole, tuple(sent), floors)
        self._outgoing = None

    async def end(self, sent: Sequence[int]) -> None:
        """The update is answered; nothing else is sent to its chat before that is written."""
        done = [(self._update_id, [*self._before, *sent])]
        await self._desk.written(self._desk.store.inbox.done, done)


def _begun(
    inbox: Inbox, update_id: int, whole: Letter | None, sent: Sequence[int], floors: tuple[int, int]
) -> None:
    inbox.sending(update_id, to_json(whole) if whole is not None else None, sent, floors)
