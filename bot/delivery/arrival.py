"""Did a message arrive whose send got no answer? Telegram can't be asked, but it can be told to edit.

An edit to what a message already is changes nothing and is answered with "not modified"; an edit of a message that
isn't there, or is somebody else's, with other words. So the numbers that the message can have are tried in turn.
A bot can edit only its own messages, and those that it knows to be other ones are not tried.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from telegram.error import BadRequest, TelegramError

_NEAR, _FAR = 8, 64  # numbers beyond the last one known in the chat, in the count that it shares with others
_MOST = 512  # numbers that are tried while there may soon be fewer
_ALL = 8192  # numbers that are tried when waiting has not made them fewer
_NOT_OURS = ("not found", "can't be edited", "message_id_invalid", "there is no text", "there is no caption")


class Arrival(Enum):
    """What is known of a message."""

    HERE = auto()
    ABSENT = auto()
    CROWDED = auto()  # too many numbers to try; fewer when more is known of what others were sent
    UNKNOWN = auto()


class _Touch(Enum):
    SAME = auto()
    CHANGED = auto()
    NOT_OURS = auto()
    UNCLEAR = auto()


Edit = Callable[[int], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Floor:
    """Numbers below the one looked for, when the send began; 0 where none was known.

    Attributes:
        chat: highest number known in the chat. all: highest known in the count that the chat shares with others.
    """

    chat: int = 0
    all: int = 0

    def candidates(self, top: int, known: Collection[int] = (), ahead: int = 0) -> list[int] | None:
        """Numbers that the message can have; None where nothing is known.

        Args:
            top: highest number known in the shared count. known: numbers in it that are other messages'.
            ahead: messages of others that may be numbered above ``top`` and below this one.
        """
        near = range(self.chat + 1, self.chat + _NEAR + 1) if self.chat else ()
        shared = range(self.all + 1, max(self.all, top) + _FAR + ahead + 1) if self.all else ()
        numbers = sorted({*near, *(number for number in shared if number not in known)})
        return numbers if self.chat or self.all else None


async def find(
    edit: Edit, numbers: Sequence[int] | None, foreign: int | None, *, thorough: bool = False
) -> tuple[Arrival, int]:
    """What became of a message, and its number if it is there.

    Args:
        edit: edits the message with a number to what was sent. numbers: those that it can have, or None.
        foreign: number of a message that isn't ours. thorough: try them, however many they are.
    """
    if numbers is None or len(numbers) > _ALL:
        return Arrival.UNKNOWN, 0
    if len(numbers) > _MOST and not thorough:
        return Arrival.CROWDED, 0
    for number in numbers:
        touched = await _touch(edit, number)
        if touched is _Touch.SAME:
            return Arrival.HERE, number
        if touched is _Touch.CHANGED:  # one of ours with older words, unless this server says yes to everything
            sure = foreign is None or await _touch(edit, foreign) is _Touch.NOT_OURS
            return (Arrival.HERE, number) if sure else (Arrival.UNKNOWN, 0)
        if touched is _Touch.UNCLEAR:
            return Arrival.UNKNOWN, 0
    return Arrival.ABSENT, 0


async def _touch(edit: Edit, number: int) -> _Touch:
    try:
        await edit(number)
    except BadRequest as error:
        said = str(error).lower()
        if "not modified" in said:
            return _Touch.SAME
        return _Touch.NOT_OURS if any(words in said for words in _NOT_OURS) else _Touch.UNCLEAR
    except TelegramError:
        return _Touch.UNCLEAR
    return _Touch.CHANGED
