"""Buttons that survive a restart and can't be forged: version, owner, seal, action, in at most 64 bytes.

2 oooooo sssssssssss action
│ │      │           └ what the press does
│ │      └ keyed hash of owner and action; the key lives in the bot's own database
│ └ the first letters of the owner's hashed id, or ------ where anybody may press
└ version of this layout
"""

from __future__ import annotations

import hmac
import json

from bot.showing.views import Button, Rows
from bot.store import ChatStore

MOST = 64  # bytes, by Telegram
_VERSION = "2"
_ANYONE = "------"
_OWNER, _SEAL = len(_ANYONE), 11


class Stale(Exception):
    """The button is of another version, or nobody's."""


class NotYours(Exception):
    """The button was made for somebody else."""


def pack(action: str, owner: str | None, store: ChatStore) -> str:
    """Callback data for ``action``; ``owner``: hashed id of the only one who may press, or None.

    Raises:
        ValueError: longer than Telegram takes.
    """
    short = owner[:_OWNER] if owner else _ANYONE
    data = f"{_VERSION}{short}{store.seal(f'{short}|{action}')[:_SEAL]}{action}"
    if len(data.encode()) > MOST:
        raise ValueError(f"callback data of {len(data.encode())} bytes")
    return data


def unpack(data: str, presser: str | None, store: ChatStore) -> str:
    """The action of a button that ``presser`` (hashed id) pressed.

    Raises:
        Stale: forged, cut off, or of another version. NotYours: it belongs to somebody else.
    """
    start = len(_VERSION)
    short, seal, action = (
        data[start : start + _OWNER],
        data[start + _OWNER : start + _OWNER + _SEAL],
        data[start + _OWNER + _SEAL :],
    )
    known = data[:start] == _VERSION and hmac.compare_digest(
        seal.encode(), store.seal(f"{short}|{action}")[:_SEAL].encode()
    )
    if not known or not action:
        raise Stale
    if short != _ANYONE and short != (presser or "")[:_OWNER]:
        raise NotYours
    return action


def keyboard(rows: Rows, owner: str | None, store: ChatStore) -> str | None:
    """The buttons as Telegram takes them, in JSON; None where there are none."""
    made = [[_button(one, owner, store) for one in row] for row in rows if row]
    return json.dumps({"inline_keyboard": made}, ensure_ascii=False) if made else None


def _button(one: Button, owner: str | None, store: ChatStore) -> dict[str, object]:
    if one.url:
        return {"text": one.label, "url": one.url}
    if one.copy:
        return {"text": one.label, "copy_text": {"text": one.copy}}
    return {"text": one.label, "callback_data": pack(one.action, None if one.anyone else owner, store)}
