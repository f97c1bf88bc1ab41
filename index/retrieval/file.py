"""One file for a segment: a header that says what made it, then arrays, each read in one piece.

    magic · length of header · header (JSON) · arrays, each at a multiple of 64 bytes

The header has a checksum of everything behind it. Writing goes to a neighbour first and is renamed when it
is complete, so that a file is there wholly or not at all.
"""

from __future__ import annotations

import glob
import json
import mmap
import os
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from index.errors import IndexMismatch

MAGIC = b"BULLETINBM25\x006\n"
_ALIGN = 64
_CHECKED = 128 * 2**20  # bytes up to which the checksum is compared at every opening


def write(path: Path, header: dict[str, Any], arrays: dict[str, npt.NDArray[Any]]) -> None:
    """Write a file, all of it or nothing.

    Raises:
        OSError: the place can't be written.
    """
    layout: list[dict[str, Any]] = []
    pieces: list[bytes] = []
    at, checksum = 0, 0
    for name, array in arrays.items():
        raw = np.ascontiguousarray(array).tobytes()
        padding = -len(raw) % _ALIGN
        layout.append({"name": name, "type": array.dtype.str, "size": int(array.size), "at": at})
        pieces += [raw, b"\0" * padding]
        at += len(raw) + padding
    for piece in pieces:
        checksum = zlib.crc32(piece, checksum)
    head = json.dumps(
        {**header, "arrays": layout, "bytes": at, "checksum": checksum}, ensure_ascii=False
    ).encode()
    head += b" " * (-(len(MAGIC) + 8 + len(head)) % _ALIGN)
    neighbour = path.with_name(f"{path.name}.{os.getpid()}.new")
    _clear(path)
    try:
        with neighbour.open("wb") as out:
            out.write(MAGIC + len(head).to_bytes(8, "little") + head)
            out.writelines(pieces)
            out.flush()
            os.fsync(out.fileno())
        neighbour.replace(path)
    finally:
        neighbour.unlink(missing_ok=True)


def _clear(path: Path) -> None:
    """Takes away what a process that was killed left unfinished."""
    for left in path.parent.glob(f"{glob.escape(path.name)}.*.new"):
        number = left.name.removeprefix(f"{path.name}.").removesuffix(".new")
        if number.isdigit() and not _alive(int(number)):
            left.unlink(missing_ok=True)


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:  # somebody else's
        return True
    return True


def read(
    path: Path, signature: dict[str, Any], *, whole: bool = False
) -> tuple[dict[str, Any], dict[str, npt.NDArray[Any]]]:
    """(header, arrays) of a file; the arrays stay on disk until they are used.

    Args:
        signature: what must be in the header as it is here. whole: compare the checksum of the arrays, too,
            which a file of moderate size always has to stand.

    Raises:
        IndexMismatch: made by something else, torn or changed. OSError: can't be read.
    """
    with path.open("rb") as stored:
        if os.fstat(stored.fileno()).st_size < len(MAGIC) + 8:
            raise IndexMismatch(f"检索索引 {path} 不是本版本的格式")
        raw = mmap.mmap(stored.fileno(), 0, access=mmap.ACCESS_READ)
    start = len(MAGIC) + 8
    size = int.from_bytes(raw[len(MAGIC) : start], "little")
    if raw[: len(MAGIC)] != MAGIC or len(raw) < start + size:
        raise IndexMismatch(f"检索索引 {path} 不是本版本的格式")
    try:
        header: dict[str, Any] = json.loads(raw[start : start + size])
    except ValueError:
        raise IndexMismatch(f"检索索引 {path} 已损坏") from None
    body = memoryview(raw)[start + size :]
    checked = whole or len(body) <= _CHECKED
    if len(body) != header["bytes"] or (checked and zlib.crc32(body) != header["checksum"]):
        raise IndexMismatch(f"检索索引 {path} 已损坏")
    if any(header.get(name) != value for name, value in signature.items()):
        raise IndexMismatch(f"检索索引 {path} 由另一种分词或参数建立")
    arrays = {
        one["name"]: np.frombuffer(body, dtype=np.dtype(one["type"]), count=one["size"], offset=one["at"])
        for one in header["arrays"]
    }
    return header, arrays


def packed(lines: Iterable[str]) -> npt.NDArray[np.uint8]:
    """Lines without line breaks in them, as bytes."""
    return np.frombuffer("\n".join(lines).encode(), dtype=np.uint8)


def unpacked(array: npt.NDArray[Any]) -> list[str]:
    """The inverse of :func:`packed`."""
    text = array.tobytes().decode()
    return text.split("\n") if text else []
