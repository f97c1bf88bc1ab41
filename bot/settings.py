"""What the bot needs to know, read once; the token is a secret that never shows itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from index.errors import SettingError
from index.settings import Settings, Source

_TOKEN = re.compile(r"\d{3,20}:[A-Za-z0-9_-]{10,}")
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


@dataclass(frozen=True, slots=True)
class Secret:
    """A value that prints as stars."""

    value: str = field(repr=False)

    def __str__(self) -> str:
        return "***"

    def __bool__(self) -> bool:
        return bool(self.value)


@dataclass(frozen=True, slots=True)
class BotSettings:
    """Settings of the conversation.

    Attributes:
        library: the library's settings. token: of the bot. base_url, base_file_url: of a self-hosted
            Bot API server, or None. webhook_url: None for polling. webhook_listen: (host, port).
        keep_days: after how many days the texts of questions are deleted.
        poll_seconds: of a long poll. watch_seconds: age of the last finished poll at which it is torn down.
        send_seconds: to wait for Telegram's answer to a call. one_core: keep the bot's threads to one core.
    """

    library: Settings
    token: Secret = field(default_factory=lambda: Secret(""))
    base_url: str | None = None
    base_file_url: str | None = None
    webhook_url: str | None = None
    webhook_listen: tuple[str, int] = ("127.0.0.1", 8443)
    webhook_secret: Secret = field(default_factory=lambda: Secret(""))
    keep_days: int = 30
    poll_seconds: float = 20.0
    watch_seconds: float = 35.0
    send_seconds: float = 20.0
    one_core: bool = True

    @classmethod
    def read(
        cls, env: Mapping[str, str] | None = None, *, folder: Path | None = None, db: str | Path | None = None
    ) -> BotSettings:
        """Settings from the environment and ``.env``.

        Raises:
            SettingError: a value is not usable.
        """
        library = Settings.read(env, folder=folder, db=db)
        source = Source.read(env, folder=folder)
        webhook = source.get("TELEGRAM_WEBHOOK_URL", _https, None)
        secret = source.get("TELEGRAM_WEBHOOK_SECRET", _secret, Secret(""))
        if webhook and not secret:
            raise SettingError(
                "设置了 TELEGRAM_WEBHOOK_URL 就必须设置 TELEGRAM_WEBHOOK_SECRET：1 至 256 个字母、数字、_ 或 -。"
            )
        return cls(
            library,
            source.get("TELEGRAM_BOT_TOKEN", _token, Secret("")),
            source.get("TELEGRAM_BASE_URL", _url, None),
            source.get("TELEGRAM_BASE_FILE_URL", _url, None),
            webhook,
            source.get("TELEGRAM_WEBHOOK_LISTEN", _address, ("127.0.0.1", 8443)),
            secret,
            source.get("BULLETIN_KEEP_DAYS", _whole, 30),
            source.get("TELEGRAM_POLL_SECONDS", _seconds, 20.0),
            source.get("TELEGRAM_WATCH_SECONDS", _seconds, 35.0),
            source.get("TELEGRAM_SEND_SECONDS", _seconds, 20.0),
            source.get("BULLETIN_ONE_CORE", _switch, True),
        )


def _whole(raw: str) -> int:
    if not raw.isdigit() or not 0 < int(raw) < 36500:
        raise ValueError("天数，1 至 36500 的整数")
    return int(raw)


def _switch(raw: str) -> bool:
    if raw not in ("0", "1"):
        raise ValueError("1 或 0")
    return raw == "1"


def _seconds(raw: str) -> float:
    try:
        value = float(raw)
    except ValueError:
        value = 0.0
    if not 0 < value <= 600:
        raise ValueError("秒数，大于 0，不超过 600")
    return value


def _token(raw: str) -> Secret:
    if not _TOKEN.fullmatch(raw):
        raise ValueError("BotFather 给的令牌，形如 123456:ABC…")
    return Secret(raw)


def _secret(raw: str) -> Secret:
    if not _SECRET.fullmatch(raw):
        raise ValueError("1 至 256 个字母、数字、_ 或 -")
    return Secret(raw)


def _url(raw: str) -> str:
    if not re.match(r"https?://\S+$", raw):
        raise ValueError("以 http:// 或 https:// 开头的地址")
    return raw.rstrip("/")


def _https(raw: str) -> str:
    if not re.match(r"https?://\S+$", raw):
        raise ValueError("以 https:// 开头的地址")
    return raw


def _address(raw: str) -> tuple[str, int]:
    host, _, port = raw.rpartition(":")
    if not host or not port.isdigit() or not 0 < int(port) < 65536:
        raise ValueError("主机:端口，例如 127.0.0.1:8443")
    return host, int(port)
