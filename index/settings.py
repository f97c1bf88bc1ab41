"""Settings: read once from the environment and a ``.env`` file, typed, explained when wrong.

The mechanism (:class:`Source`, :func:`read_env`, the converters) is shared with the bot, whose own
settings are ``TELEGRAM_*``. The environment wins over the file.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from index.errors import SettingError

Value = TypeVar("Value")

PREFIXES = ("BULLETIN_", "TELEGRAM_")
KNOWN: dict[str, str] = {
    "BULLETIN_DB": "公报数据库的路径，默认为当前目录下的 bulletins.db",
    "BULLETIN_CHATS": "机器人自己的数据库（对话、提问、反馈），默认为公报数据库旁边的 chats.db",
    "BULLETIN_DISTRICT": "“本区”“我区”指哪个区，如 中原区；默认不设",
    "BULLETIN_ADMINS": "管理员的 Telegram 用户编号，用逗号分隔",
    "BULLETIN_STAFF": "工作人员的 Telegram 用户编号，用逗号分隔",
    "BULLETIN_TZ": "时区，默认 Asia/Shanghai",
    "BULLETIN_LOG": "日志级别 DEBUG、INFO、WARNING 或 ERROR，默认 INFO",
    "BULLETIN_METRICS": "指标服务的地址 主机:端口，默认不开",
    "BULLETIN_MAX_MB": "一个文件（压缩包按解开后算）最多多少 MB，默认 64",
    "BULLETIN_MAX_PAGES": "一个 PDF 最多多少页，一个工作簿多少张表，一个压缩包多少个文件，默认 500",
    "BULLETIN_MAX_SECONDS": "一个文件最多读多少秒，默认 600",
    "BULLETIN_GENERATIONS": "检索索引在内存里保留最近几代，恢复到它们不用重建，默认 3",
    "BULLETIN_SEARCH_MB": "常用词的检索表在内存里最多占多少 MB，默认 64；小了省内存，慢一些",
    "BULLETIN_PROCESSES": "同时用几个进程导入很多文件，默认与处理器核数相同",
    "TELEGRAM_BOT_TOKEN": "BotFather 给的令牌；不设则 bulletin-bot 在终端里对话",
    "TELEGRAM_BASE_URL": "自建 Bot API 服务器的地址，如 https://example.org/bot",
    "TELEGRAM_BASE_FILE_URL": "自建 Bot API 服务器的文件地址",
    "BULLETIN_KEEP_DAYS": "提问的原文保留几天，默认 30",
    "BULLETIN_ONE_CORE": "1：机器人的线程只用一个处理器核，读文件的进程不限（更省）；0：不限定，默认 1",
    "TELEGRAM_POLL_SECONDS": "一次长轮询等几秒，默认 20",
    "TELEGRAM_WATCH_SECONDS": "多少秒没有收完一次轮询就换连接，默认 35",
    "TELEGRAM_SEND_SECONDS": "发出一条消息后等几秒回音，默认 20",
    "TELEGRAM_WEBHOOK_URL": "设了就用 webhook 收消息，否则轮询",
    "TELEGRAM_WEBHOOK_LISTEN": "webhook 的监听地址 主机:端口",
    "TELEGRAM_WEBHOOK_SECRET": "webhook 的密钥，1 至 256 个字母、数字、_ 或 -",
}
"""Every setting and what it is for."""

DEFAULT_DB = Path("bulletins.db")
DEFAULT_TIMEZONE = "Asia/Shanghai"
DEFAULT_LOG = "INFO"

_LINE = re.compile(r"(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*)")
_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the library and its commands need to know.

    Attributes:
        db: the database of bulletins. chats: the bot's own database.
        district: whose 本区 is meant where nothing else says, or None.
        admins, staff: numeric user ids. timezone: IANA name. log: level.
        metrics: (host, port) or None.
        max_mb, max_pages, max_seconds: what one file may cost; processes: that read many files.
        search_mb: memory for posting lists that are kept ready. generations: that are kept to be restored.
        warnings: sentences about names that are not known, for the log.
    """

    db: Path = DEFAULT_DB
    chats: Path = Path("chats.db")
    district: str | None = None
    admins: frozenset[int] = frozenset()
    staff: frozenset[int] = frozenset()
    timezone: str = DEFAULT_TIMEZONE
    log: str = DEFAULT_LOG
    metrics: tuple[str, int] | None = None
    max_mb: float = 64.0
    max_pages: int = 500
    max_seconds: float = 600.0
    processes: int = 1
    search_mb: float = 64.0
    generations: int = 100
    warnings: tuple[str, ...] = ()

    @property
    def zone(self) -> ZoneInfo:
        """The time zone."""
        return ZoneInfo(self.timezone)

    @classmethod
    def read(
        cls, env: Mapping[str, str] | None = None, *, folder: Path | None = None, db: str | Path | None = None
    ) -> Settings:
        """Settings from ``env`` (the process's environment) over ``folder``'s ``.env`` file.

        ``db`` is what the command line says and wins. Raises SettingError for a value that is not usable.
        """
        source = Source.read(env, folder=folder)
        path = Path(db) if db is not None else source.get("BULLETIN_DB", path_of, DEFAULT_DB)
        return cls(
            db=path,
            chats=source.get("BULLETIN_CHATS", path_of, path.parent / "chats.db"),
            district=source.get("BULLETIN_DISTRICT", str, None),
            admins=source.get("BULLETIN_ADMINS", user_ids, frozenset()),
            staff=source.get("BULLETIN_STAFF", user_ids, frozenset()),
            timezone=source.get("BULLETIN_TZ", timezone_of, DEFAULT_TIMEZONE),
            log=source.get("BULLETIN_LOG", level_of, DEFAULT_LOG),
            metrics=source.get("BULLETIN_METRICS", address_of, None),
            max_mb=source.get("BULLETIN_MAX_MB", positive, 64.0),
            max_pages=source.get("BULLETIN_MAX_PAGES", count_of, 500),
            max_seconds=source.get("BULLETIN_MAX_SECONDS", positive, 600.0),
            processes=source.get("BULLETIN_PROCESSES", count_of, os.cpu_count() or 1),
            generations=source.get("BULLETIN_GENERATIONS", count_of, 100),
            search_mb=source.get("BULLETIN_SEARCH_MB", positive, 64.0),
            warnings=source.warnings,
        )


@dataclass(frozen=True)
class Source:
    """Raw settings: one mapping of names to values, and what is odd about its names."""

    values: Mapping[str, str] = field(repr=False)

    @classmethod
    def read(cls, env: Mapping[str, str] | None = None, *, folder: Path | None = None) -> Source:
        """The environment over ``folder``'s ``.env`` file (the current folder's by default)."""
        values = read_env((folder or Path()) / ".env")
        values.update(os.environ if env is None else env)
        return cls({name: value for name, value in values.items() if name.startswith(PREFIXES)})

    def get(self, name: str, convert: Callable[[str], Value], default: Value) -> Value:
        """The converted value of ``name``; ``default`` where it is missing or blank.

        ``convert`` raises ValueError with what was expected. A secret's value is never repeated.
        """
        raw = self.values.get(name, "").strip()
        if not raw:
            return default
        try:
            return convert(raw)
        except ValueError as error:
            shown = "" if name.endswith(("_TOKEN", "_SECRET")) else f" {raw!r}"
            raise SettingError(f"设置 {name} 的值{shown} 不能用：应为{error}。") from None

    @cached_property
    def warnings(self) -> tuple[str, ...]:
        """One sentence for each name that is not known, with the nearest known one."""
        return tuple(_unknown(name) for name in sorted(self.values) if name not in KNOWN)


def read_env(path: Path) -> dict[str, str]:
    """The assignments in a ``.env`` file; empty where there is none.

    Blank lines and comments are skipped, quotes around a value are taken off.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise SettingError(
            f"设置文件 {path} 读不了（{type(error).__name__}）：应为 UTF-8 文本，请检查权限和编码。"
        ) from None
    found: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        match = _LINE.fullmatch(line.strip())
        if match is None:
            raise SettingError(f"设置文件 {path} 第 {number} 行不能用：应为 名称=值。")
        found[match[1]] = _unquoted(match[2])
    return found


def path_of(raw: str) -> Path:
    """A path; ``~`` is the home folder."""
    if "\0" in raw:
        raise ValueError("文件路径")
    return Path(raw).expanduser()


def user_ids(raw: str) -> frozenset[int]:
    """Numeric user ids, separated by commas or spaces."""
    parts = [part for part in re.split(r"[,，;；\s]+", raw) if part]
    if not all(re.fullmatch(r"\d{1,19}", part) and int(part) > 0 for part in parts):
        raise ValueError("用逗号分隔的用户编号（正整数），如 123456,234567")
    return frozenset(int(part) for part in parts)


def timezone_of(raw: str) -> str:
    """The name of a time zone that is known here."""
    try:
        ZoneInfo(raw)
    except (KeyError, ValueError, OSError):
        raise ValueError("时区名称，如 Asia/Shanghai") from None
    return raw


def level_of(raw: str) -> str:
    """A log level in capitals."""
    if raw.upper() not in _LEVELS:
        raise ValueError("DEBUG、INFO、WARNING、ERROR、CRITICAL 之一")
    return raw.upper()


def address_of(raw: str) -> tuple[str, int]:
    """(host, port) of ``host:port``; brackets around an IPv6 address are taken off."""
    host, colon, port = raw.rpartition(":")
    if not colon or not host or not re.fullmatch(r"\d{1,5}", port) or int(port) > 65535:
        raise ValueError("主机:端口，如 127.0.0.1:9100")
    return host.strip("[]"), int(port)


def positive(raw: str) -> float:
    """A number of at least one."""
    if not re.fullmatch(r"\d{1,6}(?:\.\d+)?", raw) or float(raw) < 1:
        raise ValueError("不小于 1 的数，如 100")
    return float(raw)


def count_of(raw: str) -> int:
    """A whole number of at least one."""
    if not re.fullmatch(r"[1-9]\d{0,6}", raw):
        raise ValueError("正整数，如 100")
    return int(raw)


def _unquoted(raw: str) -> str:
    value = raw.strip()
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return re.sub(r"\s+#.*$", "", value)


def _unknown(name: str, known: Iterable[str] = tuple(KNOWN)) -> str:
    near = get_close_matches(name, known, n=1, cutoff=0.0)
    return f"不认识设置 {name}，已忽略；最接近的是 {near[0]}。"
