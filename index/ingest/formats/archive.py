"""Zip archives: their files one after another, read in memory, nothing written to disk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from index.errors import ReadError
from index.ingest.formats.limits import Watch

_UTF8, _LOCKED = 0x800, 0x1
_KIND, _LINK = 0o170000, 0o120000  # of a file's mode on Unix
_MOST_RATIO = 300  # unpacked to packed: more is a bomb, …
_SMALL = 4 * 1024 * 1024  # … unless it is small
_JUNK = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive: its bytes, or the reason why there are none."""

    name: str
    data: bytes = b""
    error: str | None = None


def members(data: bytes, name: str, watch: Watch) -> Iterator[Member]:
    """The files of an archive in order, named ``archive/inside``.

    Raises:
        ReadError: no archive, too many files, or more than the limit when unpacked.
    """
    try:
        archive = ZipFile(BytesIO(data))
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise ReadError(f"{name}：压缩包已损坏或不完整，请重新压缩后再导入。") from error
    named = [(entry, member_name(entry)) for entry in entries]
    named = [(entry, inside) for entry, inside in named if not _is_junk(inside)]
    watch.check_pages(len(named), "个文件")
    _check_size(named, name, watch)
    total = 0
    for entry, inside in named:
        watch.check_time()
        member = _member(archive, entry, f"{name}/{inside}", watch.limits.file_bytes - total)
        total += len(member.data)
        yield member


def member_name(entry: ZipInfo) -> str:
    """The name as it was written: UTF-8 where flagged or valid, else GBK, which Windows uses in China."""
    if entry.flag_bits & _UTF8:
        return entry.filename
    try:
        raw = entry.filename.encode("cp437")
    except UnicodeEncodeError:
        return entry.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return entry.filename


def _is_junk(inside: str) -> bool:
    return inside.startswith(_JUNK[0]) or PurePosixPath(inside).name in _JUNK


def _check_size(named: list[tuple[ZipInfo, str]], name: str, watch: Watch) -> None:
    whole = sum(entry.file_size for entry, _ in named)
    packed = sum(entry.compress_size for entry, _ in named)
    if whole > watch.limits.file_bytes or (whole > _SMALL and whole > _MOST_RATIO * max(packed, 1)):
        raise ReadError(
            f"{name}：压缩包解开后有 {whole / 1048576:.1f} MB，超过上限或压缩得反常，没有解开；请分开导入里面的文件。"
        )


def _member(archive: ZipFile, entry: ZipInfo, shown: str, room: int) -> Member:
    inside = PurePosixPath(shown.replace("\\", "/"))
    if ".." in inside.parts or "//" in shown or ":" in shown or inside.is_absolute():
        return Member(shown, error=f"{shown}：压缩包里的路径不安全，已跳过，请重新压缩。")
    if entry.external_attr >> 16 & _KIND == _LINK:
        return Member(shown, error=f"{shown}：是指向别处的链接，已跳过，请压缩文件本身。")
    if entry.flag_bits & _LOCKED:
        return Member(shown, error=f"{shown}：压缩包有密码，请去掉密码后再导入。")
    try:
        with archive.open(entry) as file:
            data = file.read(max(room, 0) + 1)
    except Exception:
        return Member(shown, error=f"{shown}：在压缩包里已损坏，请重新压缩。")
    if len(data) > room:
        return Member(shown, error=f"{shown}：解开后太大，已跳过，请单独导入。")
    return Member(shown, data)
