"""Short names for buttons: the same for the same thing, also after a restart."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterable
from typing import TypeVar

Thing = TypeVar("Thing")


def short(text: str, length: int = 8) -> str:
    """``length`` letters and digits that stand for ``text``; 5 bits each."""
    digest = hashlib.blake2s(text.encode("utf-8", "surrogatepass"), digest_size=10).digest()
    return base64.b32encode(digest).decode().lower()[:length]


def meant(key: str, things: Iterable[Thing], name: Callable[[Thing], str]) -> Thing | None:
    """The thing whose name ``key`` stands for, or None."""
    return next((thing for thing in things if short(name(thing), len(key)) == key), None) if key else None
