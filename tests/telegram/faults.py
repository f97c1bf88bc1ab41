"""What can go wrong with a call, chosen by method and, where wanted, by chat."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "delay",  # carried out and answered, later
    "hang",  # neither carried out nor answered
    "hang after",  # carried out, never answered
    "drop",  # the connection is closed, nothing was carried out
    "after",  # the connection is closed after it was carried out
    "status",  # an error, nothing was carried out
    "status after",  # an error from the gateway although it was carried out
    "json",  # carried out, but the answer is no JSON
    "markup",  # formatted text is refused, plain text is taken
]

_WORDS = {
    400: "Bad Request: something is wrong",
    401: "Unauthorized",
    403: "Forbidden: bot was blocked by the user",
    404: "Not Found",
    409: "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    429: "Too Many Requests: retry later",
    500: "Internal Server Error",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
}


@dataclass
class Fault:
    """What happens to the next calls of a method.

    Attributes:
        delay: seconds until it is carried out. chat: only calls for this chat. times: that many calls; -1 for ever.
        words: Telegram's description, where the usual one doesn't do.
    """

    kind: Kind
    status: int = 0
    retry_after: int = 0
    delay: float = 0.0
    chat: int | None = None
    times: int = 1
    words: str = ""

    @property
    def description(self) -> str:
        """What Telegram says of it."""
        return self.words or _WORDS.get(self.status, "error")

    @property
    def carried_out(self) -> bool:
        """Whether the call has its effect all the same."""
        return self.kind in ("delay", "hang after", "after", "status after", "json")


class Faults(defaultdict[str, list[Fault]]):
    """Faults that wait for their calls, by method."""

    def __init__(self) -> None:
        super().__init__(list)

    def take(self, method: str, chat: int | None) -> Fault | None:
        """The fault that strikes this call; counted."""
        for fault in self[method]:
            if fault.chat is None or fault.chat == chat:
                fault.times -= 1
                if fault.times == 0:
                    self[method].remove(fault)
                return fault
        return None


@dataclass
class Flood:
    """Telegram's send limits: a second in one chat, a second overall, a minute in one group."""

    chat: int = 1
    overall: int = 30
    group: int = 20

    def wait(self, chat: int, now: float, sent: list[tuple[float, int]]) -> int:
        """Seconds to wait before a message to ``chat``; ``sent``: (time, chat) of what went out."""
        last = [(at, to) for at, to in sent if now - at < 1]
        if sum(to == chat for _, to in last) >= self.chat or len(last) >= self.overall:
            return 1
        minute = [at for at, to in sent if to == chat and now - at < 60]
        return 60 - int(now - minute[0]) if chat < 0 and len(minute) >= self.group else 0
