"""A library's health, check by check."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from index.errors import LibraryError
from index.library import Library
from index.settings import Settings

_ROOM = 100 * 1024 * 1024  # bytes that should be free beside the database


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at; ``detail``: what was found, or what to do."""

    check: str
    ok: bool
    detail: str


def examine(path: Path, settings: Settings) -> tuple[Check, ...]:
    """All checks of the library at ``path``; what can't be opened is a finding, not an error."""
    found = [_settings(settings), *_place(path)]
    try:
        with Library.open(path, settings=settings) as library:
            status = library.status()
            found.append(Check("数据库", True, f"第 {status.generation} 代，{status.articles} 篇文章"))
            problems = library.doctor()
            found.append(Check("内容与检索索引", not problems, "；".join(problems) or "一致"))
            flags = library.flags()
            found.append(Check("存疑的内容", True, f"{len(flags)} 处" if flags else "没有"))
    except LibraryError as error:
        found.append(Check("数据库", False, str(error)))
    return tuple(found)


def _settings(settings: Settings) -> Check:
    return Check("设置", not settings.warnings, "".join(settings.warnings) or "可用")


def _place(path: Path) -> list[Check]:
    if not path.exists():
        return []
    free = shutil.disk_usage(path.absolute().parent).free
    writable = os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)
    return [
        Check("写权限", writable, "可写" if writable else f"{path} 或所在文件夹不可写：请检查权限。"),
        Check("磁盘空间", free > _ROOM, f"剩余 {free // 1024 // 1024} MB"),
    ]
