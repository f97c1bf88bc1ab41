"""From /start alone every function is found in at most three taps, over Telegram's protocol."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.handlers import COMMANDS
from bot.store import RANK
from tests.telegram.flows.conftest import ADMIN, RESIDENT, STAFF
from tests.telegram.flows.screens import Bubble, Phone

_SEAL = 18  # bytes of a button's data in front of its action
_STEPS = ("go.", "menu.")


async def _reached(one: Phone, most: int) -> dict[str, int]:
    """Commands that buttons lead to, with the number of taps."""
    found = {"start": 0}
    seen: set[str] = set()
    at = await one.says("/start")
    for taps in range(1, most + 1):
        fresh: list[Bubble] = []
        for bubble in at:
            for button in (each for row in bubble.rows for each in row):
                action = button.get("callback_data", "")[_SEAL:]
                if not action.startswith(_STEPS) or action in seen:
                    continue
                seen.add(action)
                before = len(one.screen)
                _, alert = await one.press(bubble, button)
                assert not alert and len(one.screen) > before, button
                if action.startswith("go."):
                    found.setdefault(action.removeprefix("go."), taps)
                fresh += one.screen[before:]
        at = fresh
    return found


@pytest.mark.parametrize(("user", "role"), [(RESIDENT, "resident"), (STAFF, "staff"), (ADMIN, "admin")])
async def test_three_taps(phone: Callable[..., Phone], user: int, role: str) -> None:
    one = phone(user)
    found = await _reached(one, 3)
    wanted = {command.name for command in COMMANDS if RANK[command.role] <= RANK[role]}
    assert set(found) == wanted
    shown = "\n".join(one.log)
    for name in ("None", "{", "}", "not_found", "KeyError"):
        assert name not in shown, name
