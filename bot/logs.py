"""Logging: one line an event, never the token, never what people typed."""

from __future__ import annotations

import json
import logging
import sys
import time
from types import TracebackType

_MASK = "***"


class Lines(logging.Formatter):
    """Lines, or JSON lines in which a traceback is one string; no secret is in either.

    Args:
        hidden: what must not be shown.
    """

    def __init__(self, hidden: tuple[str, ...], as_json: bool) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._hidden, self._as_json = hidden, as_json

    def format(self, record: logging.LogRecord) -> str:
        """One event."""
        if not self._as_json:
            return self._clean(super().format(record))
        event = {
            "time": _utc(record.created), "level": record.levelname,
            "logger": record.name, "message": self._clean(record.getMessage()),
        }  # fmt: skip
        if record.exc_info:
            event["trace"] = self._clean(self.formatException(record.exc_info))
        return json.dumps(event, ensure_ascii=False)

    def _clean(self, text: str) -> str:
        for one in self._hidden:
            text = text.replace(one, _MASK)
        return text


def _utc(seconds: float) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(seconds)) + f".{int(seconds % 1 * 1000):03}Z"


def quiet(level: str, token: str, *secrets: str) -> None:
    """Set up logging to standard error; whatever ends the program is logged the same way, without secrets."""
    hidden = tuple(filter(None, (token, token.partition(":")[2], *secrets)))
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Lines(hidden, not sys.stderr.isatty()))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in ("httpx", "httpcore", "telegram.ext"):
        logging.getLogger(name).setLevel(logging.WARNING)
    sys.excepthook = _ended


def _ended(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    logging.getLogger("bot").critical("ended by %s", kind.__name__, exc_info=(kind, error, trace))
