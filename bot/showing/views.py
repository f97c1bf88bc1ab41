"""What a handler hands back: pure values that know nothing of Telegram."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Button:
    """One button under a message.

    Attributes:
        label: what it says. action: what a press does, as ``name.argument.argument``; at most 40 bytes.
        url: opens a page instead. copy: copies this text instead (at most 256 code points).
        anyone: not only the person it was made for may press it.
    """

    label: str
    action: str = ""
    url: str | None = None
    copy: str | None = None
    anyone: bool = False


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class View:
    """One message: HTML, the rows of buttons under it, or a file with the HTML as its caption.

    Attributes:
        name, content: of the file. picture: the file is shown as a picture.
    """

    html: str
    rows: Rows = ()
    name: str | None = None
    content: bytes = b""
    picture: bool = False


@dataclass(frozen=True, slots=True)
class Pressed:
    """What pressing a button leads to.

    Attributes:
        toast: a short note. alert: it waits for an OK. edit: replaces the message. rows: replaces only
            the buttons. fresh: new messages.
    """

    toast: str = ""
    alert: bool = False
    edit: View | None = None
    rows: Rows | None = None
    fresh: tuple[View, ...] = ()


def grid(buttons: Sequence[Button], width: int) -> Rows:
    """Buttons in rows of ``width``."""
    return tuple(tuple(buttons[at : at + width]) for at in range(0, len(buttons), width))


@dataclass(frozen=True, slots=True)
class InlineResult:
    """One result of inline mode: what is listed, and the message that choosing it inserts."""

    id: str
    title: str
    about: str
    html: str
