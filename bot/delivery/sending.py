"""Sending: each message once. What surely wasn't carried out is repeated; what may have been is looked for first."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol, TypeVar

from telegram import InputFile
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot.delivery.arrival import Arrival, Floor, find
from bot.delivery.buttons import keyboard
from bot.delivery.client import Client, Gateway, MaybeDone, NotDone, Silent
from bot.delivery.numbering import CHATS, Numbers
from bot.delivery.parts import Letter, Part, Where, bare
from bot.showing.views import View
from bot.store import ChatStore

__all__ = ["Doubt", "Sender", "Where", "seconds_of"]

log = logging.getLogger(__name__)
Result = TypeVar("Result")

_PAUSE, _LONGEST_PAUSE = 0.5, 15.0  # seconds between tries; doubles
_LOOKS = 5  # times that a message whose arrival can't be told is looked for, before it is sent again
_SETTLE = 10.0  # seconds after which a call that got no answer is surely over
_AT_ONCE = 3  # messages that are looked for at the same time; each that is found narrows the search for the next
_NO_PREVIEW = '{"is_disabled": true}'
_GONE = ("chat not found", "bot was kicked", "user is deactivated", "have no rights", "not enough rights")


class Book(Protocol):
    """Where it is written down how far a letter has come."""

    async def begin(self, sent: Sequence[int], floor: Floor) -> None:
        """The next part goes out; ``sent`` are there."""

    async def end(self, sent: Sequence[int]) -> None:
        """All parts are there."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A send whose end is not known.

    Attributes:
        floor: its number must lie above. gateway: most likely it was not carried out.
        silent: it may still be carried out. sends: how many had begun when it was over.
    """

    floor: Floor
    gateway: bool = False
    silent: bool = False
    sends: int = 0


class Sender:
    """Sends, edits and deletes.

    Args:
        bot: the way to Telegram. store: whose key seals buttons. sleep: waits for so many seconds.
    """

    def __init__(
        self, bot: Client, store: ChatStore, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    ) -> None:
        self._bot, self._store, self._sleep = bot, store, sleep
        self._lines: dict[int, asyncio.Lock] = {}
        self._numbers = Numbers()
        self._looking = asyncio.Semaphore(_AT_ONCE)
        self._flying = 0

    def seen(self, chat: int, number: int) -> None:
        """A message with this number is in the chat."""
        self._numbers.seen(chat, number)

    def known(self, numbers: Iterable[int]) -> None:
        """These numbers, lowest first, are other messages' in the count that chats share."""
        self._numbers.known(numbers)

    # ---- sending

    async def send(
        self, letter: Letter, sent: list[int], book: Book | None = None, doubt: Doubt | None = None
    ) -> bool:
        """Send what is not sent yet, in order; False where it can't be told whether a part arrived.

        Args:
            sent: numbers of the parts that arrived; those that arrive now are added. book: for answers to
                updates. doubt: about the next part, from before.

        Raises:
            Forbidden: the person does not want to hear from us. TelegramError: refused in every form.
        """
        async with self._line(letter.where.chat):
            arrived = await self._in_line(letter, sent, book, doubt)
            if book is None:
                place = self._store.hashed(f"place/{letter.where.chat}")
                await asyncio.to_thread(self._store.inbox.posted, place, sent, time.time())
            elif arrived:
                await book.end(sent)
            return arrived

    async def settled(self, letter: Letter, sent: list[int], doubt: Doubt) -> Arrival:
        """Look for the next part; its number goes into ``sent`` if it is there."""
        async with self._line(letter.where.chat):
            search = _Search(letter.parts[len(sent)], letter.asked)
            found, number = await self._look(search, _Form(letter.where), doubt)
        if found is Arrival.HERE:
            sent.append(number)
            self.seen(letter.where.chat, number)
        return found

    async def _in_line(
        self, letter: Letter, sent: list[int], book: Book | None, doubt: Doubt | None
    ) -> bool:
        form = _Form(letter.where)
        while len(sent) < len(letter.parts):
            if sent:
                form = replace(form, where=replace(form.where, reply_to=None))
            number, form = await self._arrived(letter, sent, book, doubt, form)
            doubt = None
            if number is None:
                return False
            sent.append(number)
            self.seen(form.where.chat, number)
        return True

    async def _arrived(
        self, letter: Letter, sent: list[int], book: Book | None, doubt: Doubt | None, form: _Form
    ) -> tuple[int | None, _Form]:
        """Number of the next part, None where nobody knows; and the form in which Telegram took it."""
        search = _Search(letter.parts[len(sent)], letter.asked)
        while True:
            if doubt is not None:
                found, number = await self._settled(search, form, doubt)
                if found is Arrival.HERE:
                    return number, form
                if found is Arrival.UNKNOWN:
                    log.warning("it can't be told whether a message arrived; it is not repeated")
                    return None, form
            floor = self._numbers.floor(form.where.chat)
            if book is not None:
                await book.begin(sent, floor)
            try:
                number, form = await self._there(search.part, form)
            except MaybeDone as error:
                log.warning("no answer to a send: %s", error.message)
                doubt = Doubt(floor, isinstance(error, Gateway), isinstance(error, Silent), self._numbers.begun)
            else:
                return await self._only(search, form, number), form

    async def _settled(self, search: _Search, form: _Form, doubt: Doubt) -> tuple[Arrival, int]:
        """HERE and the number; ABSENT: it may be sent again; UNKNOWN: it must not be."""
        for look in range(_LOOKS):
            found, number = await self._look(search, form, doubt, thorough=look == _LOOKS - 1)
            if found is Arrival.HERE or (found is Arrival.UNKNOWN and not doubt.gateway):
                return found, number
            await self._sleep(search.pause)  # what others were sent meanwhile is known by then
            search.pause = min(search.pause * 2, _LONGEST_PAUSE)
            if found is Arrival.ABSENT:
                break
        if found is Arrival.ABSENT and not doubt.silent:  # by now it may be known that it can lie higher
            found, number = await self._found(search, form, doubt)
            if found is Arrival.HERE:
                return found, number
        search.missed.append(self._over(doubt))
        return Arrival.ABSENT, 0

    async def _look(
        self, search: _Search, form: _Form, doubt: Doubt, *, thorough: bool = False
    ) -> tuple[Arrival, int]:
        """Whether the part is there; what got no answer in time is looked for once more, later."""
        found, number = await self._found(search, form, doubt, thorough=thorough)
        if found is Arrival.ABSENT and doubt.silent:
            await self._sleep(_SETTLE)
            found, number = await self._found(search, form, self._over(doubt), thorough=thorough)
        return found, number

    async def _found(
        self, search: _Search, form: _Form, doubt: Doubt, *, thorough: bool = False, below: int | None = None
    ) -> tuple[Arrival, int]:
        """Looks once; ``below``: only among lower numbers."""
        chat = form.where.chat

        async def edit(number: int) -> object:
            return await self.insist(lambda: self._edit(chat, number, search.part, form.plain), None)

        if not doubt.silent and self._flying:  # those that begin now get higher numbers: where the search may end
            await self._numbers.bounded(chat, doubt.sends, _SETTLE)
        async with self._looking:
            numbers = await self._candidates(chat, doubt)
            if numbers is not None:
                tried = search.tried.get(doubt, ())
                numbers = [one for one in numbers if one not in tried and (below is None or one < below)]
            found, number = await find(edit, numbers, search.asked, thorough=thorough)
        if found is Arrival.ABSENT and not doubt.silent:
            search.tried.setdefault(doubt, set()).update(numbers or ())
        return found, number

    def _over(self, doubt: Doubt) -> Doubt:
        """The same when the call is surely over."""
        return replace(doubt, silent=False, sends=self._numbers.begun) if doubt.silent else doubt

    async def _candidates(self, chat: int, doubt: Doubt) -> list[int] | None:
        """Numbers that a message to the chat can have, none of them another message of ours."""
        bound = None if doubt.silent else self._numbers.bound(chat, doubt.sends)
        ahead = 2 * await asyncio.to_thread(self._store.inbox.backlog) if bound is None else 0
        numbers = self._numbers.candidates(chat, doubt.floor, bound, ahead)
        ours = await asyncio.to_thread(self._store.inbox.messages, self._store.hashed(f"place/{chat}"))
        return [number for number in numbers if number not in ours] if numbers is not None else None

    async def _only(self, search: _Search, form: _Form, number: int) -> int:
        """The number of the one copy: that of an earlier send, where it lies beyond where it was looked for."""
        for doubt in search.missed:
            found, first = await self._found(search, form, doubt, thorough=True, below=number)
            if found is Arrival.HERE:
                log.warning("a message was there already; its second copy is taken back")
                await self.delete(form.where.chat, number)
                return first
        return number

    async def _there(self, part: Part, form: _Form) -> tuple[int, _Form]:
        """With markup; without it, without the topic, the reply, or in the new chat where Telegram says so."""
        for _ in range(5):
            try:
                return await self._once(lambda form=form: self._out(part, form)), form  # type: ignore[misc]
            except ChatMigrated as error:
                form = replace(form, where=Where(error.new_chat_id))
            except BadRequest as error:
                said = str(error).lower()
                if "parse" in said and not form.plain:
                    log.warning("markup refused, sent as plain text")
                    form = replace(form, plain=True)
                elif "thread not found" in said and form.where.topic is not None:
                    form = replace(form, where=replace(form.where, topic=None))
                elif "repl" in said and form.where.reply_to is not None:
                    form = replace(form, where=replace(form.where, reply_to=None))
                elif any(word in said for word in _GONE):
                    raise Forbidden(error.message) from None
                else:
                    raise
        raise BadRequest("the message was refused in every form")

    async def _out(self, part: Part, form: _Form) -> int:
        where = form.where
        values = _values(where.chat, part, form.plain) | {
            "message_thread_id": str(where.topic) if where.topic is not None else None,
            "reply_parameters": _reply(where),
        }
        begun = self._numbers.begin()
        self._flying += 1
        try:
            if part.name is None:
                made = await self._bot.call("sendMessage", values)
            else:
                kind = "photo" if part.picture else "document"
                file = InputFile(part.content, filename=part.name)
                made = await self._bot.call(f"send{kind.title()}", values, (kind, file))
        finally:
            self._flying -= 1
        self._numbers.end(where.chat, begun, int(made["message_id"]))
        return int(made["message_id"])

    # ---- editing

    async def replace(self, letter: Letter, numbers: Sequence[int]) -> bool:
        """Put a letter in the place of messages that were sent; False where Telegram no longer lets us."""
        chat = letter.where.chat
        if not numbers or any(part.name is not None for part in letter.parts):
            return False
        for number, part in zip(numbers, letter.parts, strict=False):
            if not await self._edited(chat, number, part):
                return False
        for number in numbers[len(letter.parts) :]:
            await self.delete(chat, number)
        more = letter.parts[len(numbers) :]
        return not more or await self.send(Letter(replace(letter.where, reply_to=None), more, letter.asked), [])

    async def _edited(self, chat: int, number: int, part: Part) -> bool:
        for plain in (False, True):
            try:
                await self.insist(lambda plain=plain: self._edit(chat, number, part, plain))  # type: ignore[misc]
            except BadRequest as error:
                said = str(error).lower()
                if "not modified" in said:
                    return True
                if "parse" not in said:
                    return False
            else:
                return True
        return False

    async def _edit(self, chat: int, number: int, part: Part, plain: bool) -> object:
        values = _values(chat, part, plain) | {"message_id": str(number)}
        method = "editMessageText" if part.name is None else "editMessageCaption"
        return await self._bot.call(method, values)

    async def buttons(self, chat: int, message: int, view: View, owner: str | None) -> None:
        """Put only the buttons of ``view`` under a message."""
        markup = keyboard(view.rows, owner, self._store)
        try:
            values = {"chat_id": str(chat), "message_id": str(message), "reply_markup": markup}
            await self.insist(lambda: self._bot.call("editMessageReplyMarkup", values))
        except BadRequest as error:
            if "not modified" not in str(error).lower():
                log.info("buttons could not be changed: %s", error.message)

    async def delete(self, chat: int, message: int) -> None:
        """Take a message back, where Telegram still lets us."""
        try:
            await self.insist(lambda: self._bot.delete_message(chat, message))
        except TelegramError as error:
            log.info("a message could not be deleted: %s", error.message)

    # ---- calls

    async def insist(self, call: Callable[[], Awaitable[Result]], tries: int | None = 6) -> Result:
        """A call that does no harm when it is repeated; ``tries``: None for as long as it takes."""
        pause, attempt = _PAUSE, 0
        while True:
            attempt += 1
            try:
                return await call()
            except RetryAfter as error:
                if attempt == tries:
                    raise
                await self._sleep(seconds_of(error))
            except (NotDone, MaybeDone):
                if attempt == tries:
                    raise
                await self._sleep(pause)
                pause = min(pause * 2, _LONGEST_PAUSE)

    async def _once(self, call: Callable[[], Awaitable[Result]]) -> Result:
        """A call that must not happen twice: again only after Telegram refused it or couldn't be reached."""
        pause = _PAUSE
        while True:
            try:
                return await call()
            except RetryAfter as error:
                await self._sleep(seconds_of(error))
            except NotDone:
                await self._sleep(pause)
                pause = min(pause * 2, _LONGEST_PAUSE)

    def _line(self, chat: int) -> asyncio.Lock:
        """The lock of a chat: one message at a time goes into it; forgotten when nobody waits."""
        if len(self._lines) > CHATS:
            self._lines = {name: lock for name, lock in self._lines.items() if lock.locked()}
        return self._lines.setdefault(chat, asyncio.Lock())


@dataclass(frozen=True, slots=True)
class _Form:
    """The form in which Telegram takes a message."""

    where: Where
    plain: bool = False


@dataclass(slots=True)
class _Search:
    """A part that is looked for.

    Attributes:
        tried: numbers that a send of it did not make. missed: sends of it that were taken for not carried out.
        pause: seconds until the next look.
    """

    part: Part
    asked: int | None
    tried: dict[Doubt, set[int]] = field(default_factory=dict)
    missed: list[Doubt] = field(default_factory=list)
    pause: float = _PAUSE


def seconds_of(error: RetryAfter) -> float:
    """How long Telegram wants us to wait."""
    after = error.retry_after
    return float(after if isinstance(after, int | float) else after.total_seconds())


def _values(chat: int, part: Part, plain: bool) -> dict[str, str | None]:
    """What a message is, for sending and for editing: text or caption, how it is marked up, buttons."""
    values = {
        "chat_id": str(chat), "text" if part.name is None else "caption": bare(part.html) if plain else part.html,
        "parse_mode": None if plain else ParseMode.HTML.value, "reply_markup": part.markup,
    }  # fmt: skip
    return values | {"link_preview_options": _NO_PREVIEW} if part.name is None else values


def _reply(where: Where) -> str | None:
    if where.reply_to is None:
        return None
    return json.dumps({"message_id": where.reply_to, "allow_sending_without_reply": True})
