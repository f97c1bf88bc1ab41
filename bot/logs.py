"""Logging: one line an event, never the token, never what people typed."""

from __future__ import annotations

import json
import logging
import sys


class _WithoutSecret(logging.Filter):
    def __init__(self, secret: str) -> None:
        super().__init__()
        self._secret = secret

    def filter(self, record: logging.LogRecord) -> bool:
        if self._secret and self._secret in record.getMessage():
            record.msg, record.args = record.getMessage().replace(self._secret, "***"), ()
        return True


class _Lines(logging.Formatter):
    """JSON lines; a traceback is one string, without the secret."""

    def __init__(self, secret: str, as_json: bool) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._secret, self._as_json = secret, as_json

    def format(self, record: logging.LogRecord) -> str:
        line = super().format(record)
        if self._secret:
            line = line.replace(self._secret, "***")
        if not self._as_json:
            return line
        head, _, rest = line.partition("\n")
        return json.dumps(
            {"level": record.levelname, "logger": record.name, "message": head, "trace": rest or None},
            ensure_ascii=False,
        )


def quiet(level: str, secret: str) -> None:
    """Set up logging to standard error; the HTTP client logs only warnings (its INFO lines hold the token)."""
    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(_WithoutSecret(secret))
    handler.setFormatter(_Lines(secret, not sys.stderr.isatty()))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in ("httpx", "httpcore", "telegram.ext.Updater"):
        logging.getLogger(name).setLevel(logging.WARNING)
